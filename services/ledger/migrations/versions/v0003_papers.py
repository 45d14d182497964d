"""Papers: every slip that was printed or saved is counted; and the gateway's own clock stands by its answers.

A column that may be empty is added without making a table anew. The two triggers that name an outcome's
columns are made again, so that the new one is told with the others and is not rewritten either.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TRIGGERS_OF_INTENTS = {
    "intents_keep_how_they_ended": """
    CREATE TRIGGER intents_keep_how_they_ended BEFORE UPDATE ON intents
    WHEN NEW.state = OLD.state AND NOT (
        OLD.confirmation IS 'pending' AND NEW.confirmation IS 'seen' AND NEW.settled_at IS OLD.settled_at
        AND NEW.settled_by IS OLD.settled_by AND NEW.code IS OLD.code AND NEW.text IS OLD.text
        AND NEW.absence_settles IS OLD.absence_settles AND NEW.evidence IS OLD.evidence
        AND NEW.person IS OLD.person AND NEW.person_reason IS OLD.person_reason
        AND NEW.panel_reference IS OLD.panel_reference AND NEW.approver IS OLD.approver
        AND NEW.server_date IS OLD.server_date
    )
    BEGIN SELECT RAISE(ABORT, 'an outcome is not rewritten'); END
    """,
    "intents_tell_every_step": """
    CREATE TRIGGER intents_tell_every_step AFTER UPDATE OF state ON intents WHEN NEW.state <> OLD.state
    BEGIN
        INSERT INTO events (
            intent_id, at, state, by, code, text, evidence, snapshot, confirmation, person, person_reason,
            panel_reference, approver, server_date
        )
        VALUES (
            NEW.id, CASE NEW.state WHEN 'sent' THEN NEW.sent_at ELSE NEW.settled_at END, NEW.state,
            NEW.settled_by, NEW.code, NEW.text, coalesce(NEW.evidence, ''), NEW.settled_snapshot,
            NEW.confirmation, NEW.person, NEW.person_reason, NEW.panel_reference, NEW.approver,
            NEW.server_date
        );
    END
    """,
}

_TRIGGERS_OF_SLIPS = (
    """
    CREATE TRIGGER slips_are_counted_without_a_gap BEFORE INSERT ON slips
    WHEN NEW.number <> 1 + (
        SELECT coalesce(max(number), 0) FROM slips WHERE batch = NEW.batch AND outcome = NEW.outcome
    )
    BEGIN SELECT RAISE(ABORT, 'slips are counted without a gap'); END
    """,
    """
    CREATE TRIGGER slips_stand BEFORE UPDATE ON slips
    BEGIN SELECT RAISE(ABORT, 'a slip that was made is not rewritten'); END
    """,
    """
    CREATE TRIGGER slips_stay BEFORE DELETE ON slips
    BEGIN SELECT RAISE(ABORT, 'a slip that was made is never forgotten'); END
    """,
)


def upgrade() -> None:
    """Add the gateways' dates, then the slips."""
    for table in ("snapshots", "intents", "events"):
        op.execute(f"ALTER TABLE {table} ADD COLUMN server_date TEXT")
    for name, trigger in _TRIGGERS_OF_INTENTS.items():
        op.execute(f"DROP TRIGGER {name}")
        op.execute(trigger)
    op.create_table(
        "slips",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("intent_id", sa.Integer, sa.ForeignKey("intents.id"), nullable=False),
        sa.Column("batch", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.CheckConstraint("form IN ('print', 'pdf')", name="form_is_known"),
        sa.UniqueConstraint("batch", "outcome", "number", name="one_slip_of_a_number"),
        sqlite_strict=True,
    )
    for trigger in _TRIGGERS_OF_SLIPS:
        op.execute(trigger)
