"""The tables, as the code reads and writes them. The migrations make them, and the triggers on them.

Amounts are kuruş, instants are UTC text (`columns`). Rules that no code may get round are in the
database itself: here as constraints, in the migrations as triggers.
"""

from __future__ import annotations

from enum import Enum

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from services.domain.account import Environment, GatewayName
from services.domain.operator import Role
from services.domain.payment import PaymentState
from services.domain.reversal import Confirmation, IntentState, SettledBy, Verb
from services.ledger.columns import Flag, Kurus, Utc, Word

VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
"""Every version of the ledger this program knows, oldest first."""

metadata = MetaData()


def one_of(column: str, words: type[Enum]) -> CheckConstraint:
    """Let a column hold the words of an enum, and none besides."""
    listed = ", ".join(f"'{word.value}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=f"{column}_is_known")


accounts = Table(
    "accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("gateway", Word(GatewayName), nullable=False),
    Column("environment", Word(Environment), nullable=False),
    Column("merchant", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("back_url", Text, nullable=False),
    Column("cutoff", Text),
    Column("strict", Flag, nullable=False),
    Column("retired", Flag, nullable=False),
    one_of("gateway", GatewayName),
    one_of("environment", Environment),
    UniqueConstraint("gateway", "environment", "merchant", name="one_account_of_a_merchant"),
    # The keyring knows accounts by number: a number is never given twice.
    sqlite_autoincrement=True,
    sqlite_strict=True,
)

orders = Table(
    "orders",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("siparis_id", Text, nullable=False),
    Column("sold_at", Utc, nullable=False),
    Column("folded", Text, nullable=False),
    UniqueConstraint("account_id", "siparis_id", name="one_order_of_a_number"),
    sqlite_strict=True,
)

order_lines = Table(
    "order_lines",
    metadata,
    Column("order_id", ForeignKey("orders.id", ondelete="CASCADE"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("guid", Text, nullable=False),
    Column("seller", Text, nullable=False),
    Column("amount", Kurus, nullable=False),
    Column("payable", Kurus, nullable=False),
    CheckConstraint("guid = upper(guid)", name="guid_is_upper_case"),
    UniqueConstraint("order_id", "guid", name="one_line_of_a_guid"),
    sqlite_strict=True,
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("reference", Text, nullable=False),
    Column("taken_at", Utc, nullable=False),
    Column("body", Text, nullable=False),
    Column("state", Word(PaymentState), nullable=False),
    Column("amount", Kurus),
    Column("sold_at", Utc),
    Column("given_back", Kurus, nullable=False),
    Column("pos_title", Text),
    Column("folded", Text, nullable=False),
    Column("server_date", Utc),
    one_of("state", PaymentState),
    Index("snapshots_of_a_payment", "account_id", "reference", "id"),
    sqlite_strict=True,
)

operators = Table(
    "operators",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("role", Word(Role), nullable=False),
    Column("pin", Text, nullable=False),
    Column("per_reversal", Kurus),
    Column("per_day", Kurus),
    Column("active", Flag, nullable=False),
    # Wrong PINs are counted here, so that starting the program again forgives none.
    Column("failed", Integer, nullable=False),
    Column("locked_until", Utc),
    one_of("role", Role),
    CheckConstraint("id > 0", name="number_is_a_persons"),
    CheckConstraint("per_reversal >= 0 AND per_day >= 0", name="limits_are_amounts"),
    UniqueConstraint("folded", name="one_operator_of_a_name"),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
"""Who works here. A name is never changed and nobody deleted: the journal and the audit log speak of them."""

approvals = Table(
    "approvals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("approver", ForeignKey("operators.id"), nullable=False),
    Column("approver_name", Text, nullable=False),
    Column("given_at", Utc, nullable=False),
    Column("batch", Text),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
"""A second person's yes to exact requests; `batch` is what used it up, once and for good."""

intents = Table(
    "intents",
    metadata,
    Column("id", Integer, primary_key=True),
    # What the lock is on. A NULL here would let any number of open intents pass.
    Column("gateway", Word(GatewayName), nullable=False),
    Column("environment", Word(Environment), nullable=False),
    Column("merchant", Text, nullable=False),
    Column("reference", Text, nullable=False),
    # Exactly what is sent.
    Column("request", Text, nullable=False),
    Column("request_line", Text),
    Column("everything", Flag, nullable=False),
    Column("payable", Kurus),
    Column("verb", Word(Verb), nullable=False),
    Column("amount", Kurus, nullable=False),
    # Why, by whom, and what was seen.
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("batch", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("sold", Kurus, nullable=False),
    Column("returned_there", Kurus, nullable=False),
    Column("seen_snapshot", ForeignKey("snapshots.id")),
    Column("reason", Text, nullable=False),
    Column("operator", Text, nullable=False),
    Column("operator_id", Integer, nullable=False),
    Column("approval", ForeignKey("approvals.id")),
    Column("till", Text, nullable=False),
    Column("process", Text, nullable=False),
    Column("folded", Text, nullable=False),
    # Where it stands.
    Column("state", Word(IntentState), nullable=False),
    Column("armed_at", Utc, nullable=False),
    Column("sent_at", Utc),
    Column("settled_at", Utc),
    Column("settled_by", Word(SettledBy)),
    Column("code", Text),
    Column("text", Text),
    Column("absence_settles", Flag),
    Column("evidence", Text),
    Column("settled_snapshot", ForeignKey("snapshots.id")),
    Column("confirmation", Word(Confirmation)),
    Column("confirmed_at", Utc),
    Column("person", Text),
    Column("person_reason", Text),
    Column("panel_reference", Text),
    Column("approver", Text),
    Column("server_date", Utc),
    one_of("gateway", GatewayName),
    one_of("environment", Environment),
    one_of("verb", Verb),
    one_of("state", IntentState),
    one_of("settled_by", SettledBy),
    one_of("confirmation", Confirmation),
    CheckConstraint(
        "(request = 'void' AND request_line IS NULL AND payable IS NULL AND verb = 'void'"
        " AND NOT everything)"
        " OR (request = 'return' AND request_line IS NOT NULL AND payable >= 0)",
        name="request_is_whole",
    ),
    CheckConstraint("amount > 0", name="amount_is_positive"),
    CheckConstraint("state IN ('armed', 'not_sent') OR sent_at IS NOT NULL", name="sent_has_its_instant"),
    CheckConstraint(
        "(state IN ('armed', 'sent')) = (settled_at IS NULL)"
        " AND (settled_at IS NULL) = (settled_by IS NULL)"
        " AND (settled_at IS NULL) = (absence_settles IS NULL)"
        " AND (settled_at IS NULL) = (evidence IS NULL)",
        name="outcome_is_whole",
    ),
    CheckConstraint("confirmation IS NULL OR state = 'done'", name="only_done_is_confirmed"),
    CheckConstraint("(confirmation IS 'seen') OR confirmed_at IS NULL", name="seen_has_its_instant"),
    CheckConstraint(
        "(settled_by IS 'person') = (person IS NOT NULL)"
        " AND (person IS NULL) = (person_reason IS NULL)"
        " AND (person IS NULL) = (panel_reference IS NULL)"
        " AND (person IS NULL OR state IN ('done', 'refused'))"
        " AND (approver IS NULL OR (person IS NOT NULL AND approver <> person))",
        name="testimony_is_whole",
    ),
    Index(
        "one_open_intent_of_an_order",
        "gateway",
        "environment",
        "merchant",
        "reference",
        unique=True,
        sqlite_where=text("state IN ('armed', 'sent', 'unknown')"),
    ),
    Index("intents_of_an_order", "gateway", "environment", "merchant", "reference"),
    Index("intents_of_an_account", "account_id"),
    Index("intents_of_an_operator", "operator_id", "armed_at"),
    Index("unconfirmed_intents", "id", sqlite_where=text("confirmation = 'pending'")),
    sqlite_strict=True,
)

events = Table(
    "events",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("intent_id", ForeignKey("intents.id"), nullable=False),
    Column("at", Utc, nullable=False),
    Column("state", Word(IntentState), nullable=False),
    Column("by", Word(SettledBy)),
    Column("code", Text),
    Column("text", Text),
    Column("evidence", Text, nullable=False),
    Column("snapshot", ForeignKey("snapshots.id")),
    Column("confirmation", Word(Confirmation)),
    Column("person", Text),
    Column("person_reason", Text),
    Column("panel_reference", Text),
    Column("approver", Text),
    Column("server_date", Utc),
    Index("events_of_an_intent", "intent_id"),
    Index("events_by_time", "at"),
    sqlite_strict=True,
)
"""Every step of every intent. Written by the database itself, in the transaction of the step."""

audit = Table(
    "audit",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("segment", Integer, nullable=False),
    Column("at", Utc, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("mac", Text, nullable=False),
    sqlite_strict=True,
)
"""Who did what, each row chained to the one before it by a keyed hash. Never rewritten, without a gap."""

audit_waiting = Table(
    "audit_waiting",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Utc, nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("result", Text, nullable=False),
    sqlite_strict=True,
)
"""What happened while the audit log's key was not at hand; it joins the log when the key is."""

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True, nullable=False),
    Column("value", Text, nullable=False),
    sqlite_strict=True,
)
"""What the shop has chosen, and the ledger's own name (`ledger`), by which a keyring knows it."""
