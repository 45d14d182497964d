"""Day ends: a business day that was closed, its sheet as it stood then, and the papers made of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TRIGGERS = (
    """
    CREATE TRIGGER day_ends_are_counted_without_a_gap BEFORE INSERT ON day_ends
    WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM day_ends)
    BEGIN SELECT RAISE(ABORT, 'day ends are counted without a gap'); END
    """,
    """
    CREATE TRIGGER day_ends_stand BEFORE UPDATE ON day_ends
    BEGIN SELECT RAISE(ABORT, 'a day that was closed is not rewritten'); END
    """,
    """
    CREATE TRIGGER day_ends_stay BEFORE DELETE ON day_ends
    BEGIN SELECT RAISE(ABORT, 'a day that was closed is never forgotten'); END
    """,
    """
    CREATE TRIGGER day_end_papers_stand BEFORE UPDATE ON day_end_papers
    BEGIN SELECT RAISE(ABORT, 'a paper of a closed day is not rewritten'); END
    """,
    """
    CREATE TRIGGER day_end_papers_stay BEFORE DELETE ON day_end_papers
    BEGIN SELECT RAISE(ABORT, 'a paper of a closed day is never forgotten'); END
    """,
)


def upgrade() -> None:
    """Make the tables, and find the journal's steps by when they were taken."""
    op.create_table(
        "day_ends",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("last_event", sa.Integer, nullable=False),
        sa.Column("sheet", sa.Text, nullable=False),
        sa.UniqueConstraint("day", name="one_end_of_a_day"),
        sqlite_strict=True,
    )
    op.create_table(
        "day_end_papers",
        sa.Column("number", sa.Integer, sa.ForeignKey("day_ends.number"), primary_key=True),
        sa.Column("form", sa.Text, primary_key=True, nullable=False),
        sa.Column("pdf", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("events_by_time", "events", ["at"])
    for trigger in _TRIGGERS:
        op.execute(trigger)
