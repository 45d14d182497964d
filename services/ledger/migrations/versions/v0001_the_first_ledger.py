"""The first ledger: its tables, and the rules on money that no code may get round."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_STEPS = """
    'armed sent', 'armed not_sent',
    'sent done', 'sent refused', 'sent not_sent', 'sent unknown',
    'unknown done', 'unknown refused',
    'done unknown',
    'refused unknown'
"""

_ASKED = """
    id, gateway, environment, merchant, reference, request, request_line, everything, payable, verb, amount,
    account_id, batch, position, sold, returned_there, seen_snapshot, reason, operator, till, process, folded,
    armed_at
"""

_TRIGGERS = (
    """
    CREATE TRIGGER intents_start_armed BEFORE INSERT ON intents
    WHEN NEW.state <> 'armed' OR NEW.sent_at IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'an intent starts armed'); END
    """,
    f"""
    CREATE TRIGGER intents_take_known_steps BEFORE UPDATE OF state ON intents
    WHEN NEW.state <> OLD.state AND OLD.state || ' ' || NEW.state NOT IN ({_STEPS})
    BEGIN SELECT RAISE(ABORT, 'an intent has no such step'); END
    """,
    f"""
    CREATE TRIGGER intents_keep_what_was_asked BEFORE UPDATE OF {_ASKED} ON intents
    BEGIN SELECT RAISE(ABORT, 'what was asked never changes'); END
    """,
    """
    CREATE TRIGGER intents_keep_when_they_were_sent BEFORE UPDATE OF sent_at ON intents
    WHEN NEW.sent_at IS NOT OLD.sent_at AND NOT (OLD.state = 'armed' AND NEW.state = 'sent')
    BEGIN SELECT RAISE(ABORT, 'an intent is sent once'); END
    """,
    """
    CREATE TRIGGER intents_keep_how_they_ended BEFORE UPDATE ON intents
    WHEN NEW.state = OLD.state AND NOT (
        OLD.confirmation IS 'pending' AND NEW.confirmation IS 'seen' AND NEW.settled_at IS OLD.settled_at
        AND NEW.settled_by IS OLD.settled_by AND NEW.code IS OLD.code AND NEW.text IS OLD.text
        AND NEW.absence_settles IS OLD.absence_settles AND NEW.evidence IS OLD.evidence
    )
    BEGIN SELECT RAISE(ABORT, 'an outcome is not rewritten'); END
    """,
    """
    CREATE TRIGGER intents_stay BEFORE DELETE ON intents
    BEGIN SELECT RAISE(ABORT, 'an intent is never deleted'); END
    """,
    """
    CREATE TRIGGER intents_tell_they_were_armed AFTER INSERT ON intents
    BEGIN
        INSERT INTO events (intent_id, at, state, evidence) VALUES (NEW.id, NEW.armed_at, NEW.state, '');
    END
    """,
    """
    CREATE TRIGGER intents_tell_every_step AFTER UPDATE OF state ON intents WHEN NEW.state <> OLD.state
    BEGIN
        INSERT INTO events (intent_id, at, state, by, code, text, evidence, snapshot, confirmation)
        VALUES (
            NEW.id, CASE NEW.state WHEN 'sent' THEN NEW.sent_at ELSE NEW.settled_at END, NEW.state,
            NEW.settled_by, NEW.code, NEW.text, coalesce(NEW.evidence, ''), NEW.settled_snapshot,
            NEW.confirmation
        );
    END
    """,
    """
    CREATE TRIGGER intents_tell_they_were_seen AFTER UPDATE OF confirmation ON intents
    WHEN NEW.state = OLD.state
    BEGIN
        INSERT INTO events (intent_id, at, state, by, evidence, snapshot, confirmation)
        VALUES (NEW.id, NEW.confirmed_at, NEW.state, 'query', '', NEW.settled_snapshot, NEW.confirmation);
    END
    """,
    """
    CREATE TRIGGER events_stand BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'what happened is not rewritten'); END
    """,
    """
    CREATE TRIGGER events_stay BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'what happened is never deleted'); END
    """,
    """
    CREATE TRIGGER snapshots_stand BEFORE UPDATE ON snapshots
    BEGIN SELECT RAISE(ABORT, 'an answer is not rewritten'); END
    """,
)


def upgrade() -> None:
    """Make it all."""
    op.create_table(
        "accounts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("gateway", sa.Text, nullable=False),
        sa.Column("environment", sa.Text, nullable=False),
        sa.Column("merchant", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("back_url", sa.Text, nullable=False),
        sa.Column("cutoff", sa.Text),
        sa.Column("strict", sa.Integer, nullable=False),
        sa.Column("retired", sa.Integer, nullable=False),
        sa.CheckConstraint("gateway IN ('esnekpos', 'param')", name="gateway_is_known"),
        sa.CheckConstraint("environment IN ('demo', 'test', 'live')", name="environment_is_known"),
        sa.UniqueConstraint("gateway", "environment", "merchant", name="one_account_of_a_merchant"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "orders",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("siparis_id", sa.Text, nullable=False),
        sa.Column("sold_at", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.UniqueConstraint("account_id", "siparis_id", name="one_order_of_a_number"),
        sqlite_strict=True,
    )
    op.create_table(
        "order_lines",
        sa.Column("order_id", sa.Integer, sa.ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("guid", sa.Text, nullable=False),
        sa.Column("seller", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("payable", sa.Integer, nullable=False),
        sa.CheckConstraint("guid = upper(guid)", name="guid_is_upper_case"),
        sa.UniqueConstraint("order_id", "guid", name="one_line_of_a_guid"),
        sqlite_strict=True,
    )
    op.create_table(
        "snapshots",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("taken_at", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer),
        sa.Column("sold_at", sa.Text),
        sa.Column("given_back", sa.Integer, nullable=False),
        sa.Column("pos_title", sa.Text),
        sa.Column("folded", sa.Text, nullable=False),
        sa.CheckConstraint(
            "state IN ('paid', 'voided', 'partly refunded', 'refunded', 'declined', 'waiting', 'unclear')",
            name="state_is_known",
        ),
        sqlite_strict=True,
    )
    op.create_index("snapshots_of_a_payment", "snapshots", ["account_id", "reference", "id"])
    op.create_table(
        "intents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("gateway", sa.Text, nullable=False),
        sa.Column("environment", sa.Text, nullable=False),
        sa.Column("merchant", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("request_line", sa.Text),
        sa.Column("everything", sa.Integer, nullable=False),
        sa.Column("payable", sa.Integer),
        sa.Column("verb", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("batch", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("sold", sa.Integer, nullable=False),
        sa.Column("returned_there", sa.Integer, nullable=False),
        sa.Column("seen_snapshot", sa.Integer, sa.ForeignKey("snapshots.id")),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("operator", sa.Text, nullable=False),
        sa.Column("till", sa.Text, nullable=False),
        sa.Column("process", sa.Text, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("armed_at", sa.Text, nullable=False),
        sa.Column("sent_at", sa.Text),
        sa.Column("settled_at", sa.Text),
        sa.Column("settled_by", sa.Text),
        sa.Column("code", sa.Text),
        sa.Column("text", sa.Text),
        sa.Column("absence_settles", sa.Integer),
        sa.Column("evidence", sa.Text),
        sa.Column("settled_snapshot", sa.Integer, sa.ForeignKey("snapshots.id")),
        sa.Column("confirmation", sa.Text),
        sa.Column("confirmed_at", sa.Text),
        sa.CheckConstraint("gateway IN ('esnekpos', 'param')", name="gateway_is_known"),
        sa.CheckConstraint("environment IN ('demo', 'test', 'live')", name="environment_is_known"),
        sa.CheckConstraint("verb IN ('void', 'refund')", name="verb_is_known"),
        sa.CheckConstraint(
            "state IN ('armed', 'sent', 'done', 'refused', 'not_sent', 'unknown')", name="state_is_known"
        ),
        sa.CheckConstraint(
            "settled_by IN ('answer', 'transport', 'query', 'restart')", name="settled_by_is_known"
        ),
        sa.CheckConstraint(
            "confirmation IN ('not offered', 'pending', 'seen')", name="confirmation_is_known"
        ),
        sa.CheckConstraint(
            "(request = 'void' AND request_line IS NULL AND payable IS NULL AND verb = 'void'"
            " AND NOT everything)"
            " OR (request = 'return' AND request_line IS NOT NULL AND payable >= 0)",
            name="request_is_whole",
        ),
        sa.CheckConstraint("amount > 0", name="amount_is_positive"),
        sa.CheckConstraint(
            "state IN ('armed', 'not_sent') OR sent_at IS NOT NULL", name="sent_has_its_instant"
        ),
        sa.CheckConstraint(
            "(state IN ('armed', 'sent')) = (settled_at IS NULL)"
            " AND (settled_at IS NULL) = (settled_by IS NULL)"
            " AND (settled_at IS NULL) = (absence_settles IS NULL)"
            " AND (settled_at IS NULL) = (evidence IS NULL)",
            name="outcome_is_whole",
        ),
        sa.CheckConstraint("confirmation IS NULL OR state = 'done'", name="only_done_is_confirmed"),
        sa.CheckConstraint("(confirmation IS 'seen') OR confirmed_at IS NULL", name="seen_has_its_instant"),
        sqlite_strict=True,
    )
    op.create_index("intents_of_an_account", "intents", ["account_id"])
    op.create_index("intents_of_an_order", "intents", ["gateway", "environment", "merchant", "reference"])
    op.create_index(
        "one_open_intent_of_an_order",
        "intents",
        ["gateway", "environment", "merchant", "reference"],
        unique=True,
        sqlite_where=sa.text("state IN ('armed', 'sent', 'unknown')"),
    )
    op.create_index(
        "unconfirmed_intents", "intents", ["id"], sqlite_where=sa.text("confirmation = 'pending'")
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("intent_id", sa.Integer, sa.ForeignKey("intents.id"), nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("by", sa.Text),
        sa.Column("code", sa.Text),
        sa.Column("text", sa.Text),
        sa.Column("evidence", sa.Text, nullable=False),
        sa.Column("snapshot", sa.Integer, sa.ForeignKey("snapshots.id")),
        sa.Column("confirmation", sa.Text),
        sqlite_strict=True,
    )
    op.create_index("events_of_an_intent", "events", ["intent_id"])
    for trigger in _TRIGGERS:
        op.execute(trigger)
