"""What an intent locks, and who holds it: the order, and at Param every seller's line its money is of.

A line has one lock under whatever order number it is sent: the same `PYSiparis_GUID` under a second number
had a lock and a rest of its own before, and 100,00 went back where 50,00 was left.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from services.domain.identity import line_lock, order_lock
from services.domain.reversal import Draft, Everything, Intent, OrderKey, ReturnRequest
from services.ledger.columns import Value
from services.ledger.connection import Connection, inserting
from services.ledger.database import is_duplicate
from services.ledger.intents import read_intent
from services.ledger.standing import Standing

_OF_KEYS = """
SELECT * FROM intents
WHERE id IN (
    SELECT locks.intent_id FROM json_each(:keys) AS wanted CROSS JOIN intent_locks AS locks
    ON locks.kind = json_extract(wanted.value, '$[0]') AND locks.key = json_extract(wanted.value, '$[1]')
)
ORDER BY id
"""
_AGAINST = """
SELECT intents.* FROM intent_locks AS mine
JOIN intent_locks AS other ON other.kind = mine.kind AND other.key = mine.key AND other.held
JOIN intents ON intents.id = other.intent_id
WHERE mine.intent_id = ? AND other.intent_id <> mine.intent_id
ORDER BY intents.id LIMIT 1
"""
_LINES_OF_ORDER = """
SELECT order_lines.guid
FROM accounts
JOIN orders ON orders.account_id = accounts.id
JOIN order_lines ON order_lines.order_id = orders.id
WHERE accounts.gateway = ? AND accounts.environment = ? AND accounts.merchant = ? AND orders.siparis_id = ?
"""

Lock = tuple[str, str]
"""The kind, ``order`` or ``line``, and the key."""


def take_locks(connection: Connection, intent_id: int, draft: Draft) -> None:
    """Lock what a new intent is about.

    Raises:
        sqlite3.IntegrityError: Another intent holds one of them; see `holder`.
    """
    rows: list[dict[str, Value]] = [
        {"intent_id": intent_id, "kind": kind, "key": key, "held": 1}
        for kind, key in locks_of(connection, draft)
    ]
    connection.run_all(inserting("intent_locks", rows[0]), rows)


def locks_of(connection: Connection, draft: Draft) -> list[Lock]:
    """Return what an intent locks: the order; a line that is sent; for Everything each line of the order."""
    request = draft.request
    lines: list[str] = [request.line] if isinstance(request, ReturnRequest) else []
    if isinstance(request, ReturnRequest) and isinstance(request.amount, Everything):
        lines += _lines_of(connection, draft.order)
    return _locks(draft.order, lines)


def holder(connection: Connection, draft: Draft, error: sqlite3.IntegrityError) -> Intent | None:
    """Return the open intent that has what a draft needs; None when another constraint broke."""
    if not is_duplicate(error):
        return None
    found = _intents(connection, locks_of(connection, draft))
    return next((intent for intent in found if intent.state.is_open), None)


def holder_against(connection: Connection, intent_id: int, error: sqlite3.IntegrityError) -> Intent | None:
    """Return the open intent that has what an earlier one locked; None when another constraint broke."""
    if not is_duplicate(error):
        return None
    row = connection.row(_AGAINST, [intent_id])
    return None if row is None else read_intent(row)


def standing_of(connection: Connection, order: OrderKey, *, lines: Iterable[str] = ()) -> Standing:
    """Return how an order stands: by its own intents, and by all of its lines' under other numbers."""
    every = [*lines, *_lines_of(connection, order)]
    return Standing(order, tuple(_intents(connection, _locks(order, every))))


def _locks(order: OrderKey, lines: Iterable[str]) -> list[Lock]:
    keys = dict.fromkeys(line_lock(order, line) for line in lines)
    return [("order", order_lock(order)), *(("line", key) for key in keys)]


def _lines_of(connection: Connection, order: OrderKey) -> list[str]:
    place: list[Value] = [order.gateway, order.environment, order.merchant, order.reference]
    return [guid for (guid,) in connection.rows(_LINES_OF_ORDER, place)]


def _intents(connection: Connection, locks: Iterable[Lock]) -> list[Intent]:
    return [read_intent(row) for row in connection.rows(_OF_KEYS, {"keys": json.dumps(list(locks))})]
