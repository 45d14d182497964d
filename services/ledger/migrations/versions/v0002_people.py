"""People: operators, their approvals, what a person says of an outcome, the audit log, and settings.

SQLite changes no constraint of a table that is there, so `intents` and `events` are made anew and
filled from the old ones, inside the one transaction of the upgrade. Their triggers come after the
rows: nothing that happened is told a second time.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KEPT_OF_INTENTS = """
    id, gateway, environment, merchant, reference, request, request_line, everything, payable, verb, amount,
    account_id, batch, position, sold, returned_there, seen_snapshot, reason, operator, till, process, folded,
    state, armed_at, sent_at, settled_at, settled_by, code, text, absence_settles, evidence, settled_snapshot,
    confirmation, confirmed_at
"""

_KEPT_OF_EVENTS = "id, intent_id, at, state, by, code, text, evidence, snapshot, confirmation"

_TESTIMONY = ("person", "person_reason", "panel_reference", "approver")

_STEPS = """
    'armed sent', 'armed not_sent',
    'sent done', 'sent refused', 'sent not_sent', 'sent unknown',
    'unknown done', 'unknown refused',
    'done unknown',
    'refused unknown'
"""

_ASKED = """
    id, gateway, environment, merchant, reference, request, request_line, everything, payable, verb, amount,
    account_id, batch, position, sold, returned_there, seen_snapshot, reason, operator, operator_id, approval,
    till, process, folded, armed_at
"""

_TRIGGERS_OF_INTENTS = (
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
    """
    CREATE TRIGGER intents_are_settled_by_a_person_when_unknown BEFORE UPDATE OF state ON intents
    WHEN NEW.settled_by IS 'person' AND OLD.state <> 'unknown'
    BEGIN SELECT RAISE(ABORT, 'a person settles what is unknown, and nothing else'); END
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
        AND NEW.person IS OLD.person AND NEW.person_reason IS OLD.person_reason
        AND NEW.panel_reference IS OLD.panel_reference AND NEW.approver IS OLD.approver
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
        INSERT INTO events (
            intent_id, at, state, by, code, text, evidence, snapshot, confirmation, person, person_reason,
            panel_reference, approver
        )
        VALUES (
            NEW.id, CASE NEW.state WHEN 'sent' THEN NEW.sent_at ELSE NEW.settled_at END, NEW.state,
            NEW.settled_by, NEW.code, NEW.text, coalesce(NEW.evidence, ''), NEW.settled_snapshot,
            NEW.confirmation, NEW.person, NEW.person_reason, NEW.panel_reference, NEW.approver
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
)

_TRIGGERS_OF_PEOPLE = (
    """
    CREATE TRIGGER operators_keep_their_names BEFORE UPDATE OF id, name, folded ON operators
    BEGIN SELECT RAISE(ABORT, 'an operator keeps number and name'); END
    """,
    """
    CREATE TRIGGER operators_stay BEFORE DELETE ON operators
    BEGIN SELECT RAISE(ABORT, 'an operator is never deleted'); END
    """,
    """
    CREATE TRIGGER approvals_start_unused BEFORE INSERT ON approvals WHEN NEW.batch IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'an approval starts unused'); END
    """,
    """
    CREATE TRIGGER approvals_are_used_once BEFORE UPDATE ON approvals
    WHEN OLD.batch IS NOT NULL OR NEW.batch IS NULL OR NEW.id <> OLD.id OR NEW.digest <> OLD.digest
        OR NEW.approver <> OLD.approver OR NEW.approver_name <> OLD.approver_name
        OR NEW.given_at <> OLD.given_at
    BEGIN SELECT RAISE(ABORT, 'an approval is used once'); END
    """,
    """
    CREATE TRIGGER approvals_stay BEFORE DELETE ON approvals
    BEGIN SELECT RAISE(ABORT, 'an approval is never deleted'); END
    """,
    """
    CREATE TRIGGER audit_has_no_gap BEFORE INSERT ON audit
    WHEN NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM audit)
    BEGIN SELECT RAISE(ABORT, 'the audit log has no gap'); END
    """,
    """
    CREATE TRIGGER audit_stands BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is not rewritten'); END
    """,
    """
    CREATE TRIGGER audit_stays BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'the audit log is never deleted'); END
    """,
)


def upgrade() -> None:
    """Make the tables of people, then the journal's anew."""
    _people()
    for name in ("intents_of_an_account", "intents_of_an_order", "one_open_intent_of_an_order"):
        op.drop_index(name, "intents")
    op.drop_index("unconfirmed_intents", "intents")
    op.drop_index("events_of_an_intent", "events")
    for name in _triggers_on("intents", "events"):
        op.execute(f"DROP TRIGGER {name}")
    op.rename_table("intents", "intents_0001")
    op.rename_table("events", "events_0001")
    _intents()
    _events()
    op.execute(
        f"INSERT INTO intents ({_KEPT_OF_INTENTS}, operator_id)"
        f" SELECT {_KEPT_OF_INTENTS}, 0 FROM intents_0001"
    )
    op.execute(f"INSERT INTO events ({_KEPT_OF_EVENTS}) SELECT {_KEPT_OF_EVENTS} FROM events_0001")
    op.drop_table("events_0001")
    op.drop_table("intents_0001")
    for trigger in (*_TRIGGERS_OF_INTENTS, *_TRIGGERS_OF_PEOPLE):
        op.execute(trigger)


def _triggers_on(*tables: str) -> list[str]:
    found = op.get_bind().execute(sa.text("SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"))
    return [name for name, table in found if table in tables]


def _texts(*names: str, nullable: bool = False) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=nullable) for name in names]


def _people() -> None:
    op.create_table(
        "operators",
        sa.Column("id", sa.Integer, primary_key=True),
        *_texts("name", "folded", "role", "pin"),
        sa.Column("per_reversal", sa.Integer),
        sa.Column("per_day", sa.Integer),
        sa.Column("active", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("locked_until", sa.Text),
        sa.CheckConstraint("role IN ('cashier', 'manager', 'owner')", name="role_is_known"),
        sa.CheckConstraint("id > 0", name="number_is_a_persons"),
        sa.CheckConstraint("per_reversal >= 0 AND per_day >= 0", name="limits_are_amounts"),
        sa.UniqueConstraint("folded", name="one_operator_of_a_name"),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    op.create_table(
        "approvals",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("approver", sa.Integer, sa.ForeignKey("operators.id"), nullable=False),
        sa.Column("approver_name", sa.Text, nullable=False),
        sa.Column("given_at", sa.Text, nullable=False),
        sa.Column("batch", sa.Text),
        sqlite_autoincrement=True,
        sqlite_strict=True,
    )
    said = ("at", "who", "what", "subject", "result")
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("segment", sa.Integer, nullable=False),
        *_texts(*said),
        sa.Column("mac", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "audit_waiting",
        sa.Column("id", sa.Integer, primary_key=True),
        *_texts(*said),
        sqlite_strict=True,
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.Text, primary_key=True, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO settings (name, value) VALUES ('ledger', lower(hex(randomblob(16))))")


def _intents() -> None:
    op.create_table(
        "intents",
        sa.Column("id", sa.Integer, primary_key=True),
        *_texts("gateway", "environment", "merchant", "reference", "request"),
        sa.Column("request_line", sa.Text),
        sa.Column("everything", sa.Integer, nullable=False),
        sa.Column("payable", sa.Integer),
        *_texts("verb"),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("account_id", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
        *_texts("batch"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("sold", sa.Integer, nullable=False),
        sa.Column("returned_there", sa.Integer, nullable=False),
        sa.Column("seen_snapshot", sa.Integer, sa.ForeignKey("snapshots.id")),
        *_texts("reason", "operator"),
        sa.Column("operator_id", sa.Integer, nullable=False),
        sa.Column("approval", sa.Integer, sa.ForeignKey("approvals.id")),
        *_texts("till", "process", "folded", "state", "armed_at"),
        *_texts("sent_at", "settled_at", "settled_by", "code", "text", nullable=True),
        sa.Column("absence_settles", sa.Integer),
        sa.Column("evidence", sa.Text),
        sa.Column("settled_snapshot", sa.Integer, sa.ForeignKey("snapshots.id")),
        *_texts("confirmation", "confirmed_at", nullable=True),
        *_texts(*_TESTIMONY, nullable=True),
        sa.CheckConstraint("gateway IN ('esnekpos', 'param')", name="gateway_is_known"),
        sa.CheckConstraint("environment IN ('demo', 'test', 'live')", name="environment_is_known"),
        sa.CheckConstraint("verb IN ('void', 'refund')", name="verb_is_known"),
        sa.CheckConstraint(
            "state IN ('armed', 'sent', 'done', 'refused', 'not_sent', 'unknown')", name="state_is_known"
        ),
        sa.CheckConstraint(
            "settled_by IN ('answer', 'transport', 'query', 'restart', 'person')", name="settled_by_is_known"
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
        sa.CheckConstraint(
            "(settled_by IS 'person') = (person IS NOT NULL)"
            " AND (person IS NULL) = (person_reason IS NULL)"
            " AND (person IS NULL) = (panel_reference IS NULL)"
            " AND (person IS NULL OR state IN ('done', 'refused'))"
            " AND (approver IS NULL OR (person IS NOT NULL AND approver <> person))",
            name="testimony_is_whole",
        ),
        sqlite_strict=True,
    )
    op.create_index("intents_of_an_account", "intents", ["account_id"])
    op.create_index("intents_of_an_operator", "intents", ["operator_id", "armed_at"])
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


def _events() -> None:
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
        *_texts(*_TESTIMONY, nullable=True),
        sqlite_strict=True,
    )
    op.create_index("events_of_an_intent", "events", ["intent_id"])
