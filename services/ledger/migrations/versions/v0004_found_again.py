"""Found again: what the last answer says of each payment, narrow enough to be searched by the thousand.

The database itself keeps it, whenever an answer is kept. What was answered before this version is put in
here, with its extract numbers: until now they were not searched for.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_COLUMNS = """
    account_id, reference, snapshot_id, moment, sold_at, taken_at, state, amount, given_back, pos_title,
    folded
"""

_FILL = f"""
INSERT INTO payments ({_COLUMNS})
SELECT s.account_id, s.reference, s.id, coalesce(s.sold_at, s.taken_at), s.sold_at, s.taken_at, s.state,
    s.amount, s.given_back, s.pos_title,
    s.folded || coalesce(
        (
            SELECT char(10) || lower(group_concat(DISTINCT value))
            FROM json_tree(CASE WHEN json_valid(s.body) THEN s.body ELSE '{{}}' END)
            WHERE key = 'EXTRACT_ID'
        ),
        ''
    )
FROM snapshots AS s
WHERE s.id IN (SELECT max(id) FROM snapshots GROUP BY account_id, reference)
"""

_KEEP = f"""
CREATE TRIGGER snapshots_are_found_again AFTER INSERT ON snapshots
BEGIN
    INSERT INTO payments ({_COLUMNS})
    VALUES (
        NEW.account_id, NEW.reference, NEW.id, coalesce(NEW.sold_at, NEW.taken_at), NEW.sold_at, NEW.taken_at,
        NEW.state, NEW.amount, NEW.given_back, NEW.pos_title, NEW.folded
    )
    ON CONFLICT (account_id, reference) DO UPDATE SET
        snapshot_id = excluded.snapshot_id, moment = excluded.moment, sold_at = excluded.sold_at,
        taken_at = excluded.taken_at, state = excluded.state, amount = excluded.amount,
        given_back = excluded.given_back, pos_title = excluded.pos_title, folded = excluded.folded
    WHERE excluded.snapshot_id > payments.snapshot_id;
END
"""


def upgrade() -> None:
    """Make the table, put in what is known, and keep it so."""
    op.create_table(
        "payments",
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), primary_key=True),
        sa.Column("reference", sa.Text, primary_key=True),
        sa.Column(
            "snapshot_id",
            sa.Integer,
            sa.ForeignKey("snapshots.id", ondelete="CASCADE"),
            nullable=False,
            unique=True,
        ),
        sa.Column("moment", sa.Text, nullable=False),
        sa.Column("sold_at", sa.Text),
        sa.Column("taken_at", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer),
        sa.Column("given_back", sa.Integer, nullable=False),
        sa.Column("pos_title", sa.Text),
        sa.Column("folded", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("payments_by_moment", "payments", ["moment", "snapshot_id"])
    op.create_index("payments_by_amount", "payments", ["amount"])
    op.execute(_FILL)
    op.execute(_KEEP)
