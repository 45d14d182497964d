"""What a row of the audit log vouches for: how an intent, a person or the shop's settings stood.

A row about one of them carries its state as a digest, under the row's keyed hash; the newest row about it
says what stands. A change by another way than this program writes no such row, and shows by that. The
state is read here, from the tables, in the transaction that writes the row or compares it: no other place
says what belongs to it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from services.domain.operator import NOBODY_SIGNS_IN
from services.domain.reversal import Draft, Intent, OrderKey
from services.domain.settings import Settings
from services.ledger.connection import Connection

SETTINGS = "settings"
_GONE = ""
_LONGEST_NUMBER = 18
_COUNTED = frozenset({"failed", "locked_until"})
"""Of a person: wrong PINs, which are counted without a row."""

_OF_ORDER = "SELECT DISTINCT about FROM audit WHERE about >= ? AND about < ?"
_ALL = """
SELECT about FROM audit WHERE about <> ''
UNION
SELECT 'intent ' || gateway || '/' || environment || '/' || merchant || '/' || reference || ' #' || id
FROM intents
UNION SELECT 'operator ' || id FROM operators
UNION SELECT 'settings'
"""


def about_intent(order: OrderKey, intent_id: int) -> str:
    """Return what a row about an intent names."""
    return f"{_about_order(order)}{intent_id}"


def about_operator(operator_id: int) -> str:
    """Return what a row about a person names."""
    return f"operator {operator_id}"


def behind(connection: Connection, draft: Draft, intents: Iterable[Intent]) -> set[str]:
    """Name all that a decision to send a draft goes by, also what only the log still knows.

    Args:
        connection: The transaction that decides.
        draft: What is to be sent.
        intents: Those of its order in the tables, also those of its lines under another number.
    """
    first = _about_order(draft.order)
    last = first[:-1] + chr(ord(first[-1]) + 1)
    abouts = {SETTINGS, *(about for (about,) in connection.rows(_OF_ORDER, [first, last]))}
    abouts |= {about_intent(intent.draft.order, intent.id) for intent in intents}
    if draft.operator_id != NOBODY_SIGNS_IN:
        abouts.add(about_operator(draft.operator_id))
    if draft.approval is not None:
        approver = connection.value("SELECT approver FROM approvals WHERE id = ?", [draft.approval])
        abouts |= set() if approver is None else {about_operator(approver)}
    return abouts


def every_about(connection: Connection) -> list[str]:
    """Return all that the log vouches for, or should."""
    return [about for (about,) in connection.rows(_ALL)]


def state_of(connection: Connection, about: str) -> str:
    """Return how it stands in the tables: a word, and a digest of all of it; empty for what is gone."""
    if about == SETTINGS:
        return _state_of_settings(connection)
    kind, _, rest = about.partition(" ")
    table, word = ("operators", "role") if kind == "operator" else ("intents", "state")
    number = rest.rpartition("#")[2]
    if not (number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER):
        return _GONE
    found = connection.row(f"SELECT * FROM {table} WHERE id = ?", [int(number)])
    if found is None:
        return _GONE
    said = {name: found[name] for name in found.keys() if name not in _COUNTED and found[name] is not None}  # noqa: SIM118  not a mapping
    return f"{found[word]} {_digest(said)}"


def unchanged_without_a_row(about: str) -> str:
    """Return how something stands that no row is about: nothing is there, and nothing was chosen."""
    return f"chosen {_digest({})}" if about == SETTINGS else _GONE


def _state_of_settings(connection: Connection) -> str:
    known = Settings.__dataclass_fields__
    kept = {
        name: value for name, value in connection.rows("SELECT name, value FROM settings") if name in known
    }
    return f"chosen {_digest(kept)}"


def _about_order(order: OrderKey) -> str:
    return f"intent {order.gateway.value}/{order.environment.value}/{order.merchant}/{order.reference} #"


def _digest(said: dict[str, object]) -> str:
    text = json.dumps(said, ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()
