"""Petitions: what somebody wants to give back and leaves for somebody else to approve."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ASKED = """
    id, gateway, environment, merchant, reference, account_id, requests, digest, amount, late, sale_day, seen,
    literal_rule, reason, asker, asker_name, asked_at
"""

_TRIGGERS = (
    """
    CREATE TRIGGER petitions_start_waiting BEFORE INSERT ON petitions
    WHEN NEW.state <> 'waiting' OR NEW.approval IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a petition starts waiting'); END
    """,
    f"""
    CREATE TRIGGER petitions_keep_what_was_asked BEFORE UPDATE OF {_ASKED} ON petitions
    BEGIN SELECT RAISE(ABORT, 'what was asked for never changes'); END
    """,
    """
    CREATE TRIGGER petitions_end_once BEFORE UPDATE ON petitions
    WHEN OLD.state IN ('dropped', 'sent') OR (OLD.state = 'declined' AND NEW.state <> 'dropped')
    BEGIN SELECT RAISE(ABORT, 'a petition ends once'); END
    """,
    """
    CREATE TRIGGER petitions_stay BEFORE DELETE ON petitions
    BEGIN SELECT RAISE(ABORT, 'a petition is never deleted'); END
    """,
)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def upgrade() -> None:
    """Make the table, and what no code may get round."""
    op.create_table(
        "petitions",
        sa.Column("id", sa.Integer, primary_key=True),
        *_texts("gateway", "environment", "merchant", "reference"),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
        *_texts("requests", "digest"),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("late", sa.Integer, nullable=False),
        *_texts("sale_day", "seen"),
        sa.Column("literal_rule", sa.Integer, nullable=False),
        *_texts("reason"),
        sa.Column("asker", sa.Integer, sa.ForeignKey("operators.id"), nullable=False),
        *_texts("asker_name", "asked_at", "state"),
        sa.Column("approval", sa.Integer, sa.ForeignKey("approvals.id")),
        *_texts("decided_by"),
        sa.Column("decided_at", sa.Text),
        *_texts("said"),
        sa.CheckConstraint("gateway IN ('esnekpos', 'param')", name="gateway_is_known"),
        sa.CheckConstraint("environment IN ('demo', 'test', 'live')", name="environment_is_known"),
        sa.CheckConstraint(
            "state IN ('waiting', 'approved', 'declined', 'dropped', 'sent')", name="state_is_known"
        ),
        sa.CheckConstraint("amount > 0", name="amount_is_positive"),
        sa.CheckConstraint("state <> 'approved' OR approval IS NOT NULL", name="approved_has_its_approval"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_index(
        "one_open_petition_of_an_order",
        "petitions",
        ["gateway", "environment", "merchant", "reference"],
        unique=True,
        sqlite_where=sa.text("state IN ('waiting', 'approved')"),
    )
    for trigger in _TRIGGERS:
        op.execute(trigger)
