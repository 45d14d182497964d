"""Many Param orders at once, as a file brings them: what the ledger has of them, and storing the new ones.

All of them go in by one transaction, and while it lasts nobody else can write: an intent that is being
settled must not wait for it. So everything is made ready before, and only SQLite's own work is left.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from services.domain.account import Account
from services.domain.audit import Entry
from services.domain.errors import InputProblem, InvalidInput
from services.domain.identity import visible
from services.domain.order import Order
from services.ledger.audit import Trail
from services.ledger.columns import Value, utc_text
from services.ledger.connection import Connection, marks
from services.ledger.database import Database, is_duplicate
from services.ledger.folding import fold
from services.ledger.orders import orders_of_lines, with_lines

T = TypeVar("T")

BATCH = 500
"""Orders that are asked about, or written, at once."""

_HEADS = """
INSERT INTO orders (id, account_id, siparis_id, visible, sold_at, folded)
SELECT :before + json_extract(value, '$[0]'), :account, json_extract(value, '$[1]'),
       json_extract(value, '$[2]'), json_extract(value, '$[3]'), json_extract(value, '$[4]')
FROM json_each(:rows)
"""
_LINES = """
INSERT INTO order_lines (order_id, account_id, position, guid, seller, amount, payable)
SELECT :before + json_extract(value, '$[0]'), :account, json_extract(value, '$[1]'),
       json_extract(value, '$[2]'), json_extract(value, '$[3]'), json_extract(value, '$[4]'),
       json_extract(value, '$[5]')
FROM json_each(:rows)
"""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A batch as SQLite takes it: its orders counted from 1, over all batches."""

    siparis_ids: tuple[str, ...]
    heads: str
    lines: str


class OrderIntake:
    """Takes orders in. Usable from any thread; whatever can't be done raises LedgerUnavailable."""

    def __init__(self, database: Database, trail: Trail) -> None:
        self._database = database
        self._trail = trail

    def known(self, account: Account, siparis_ids: Sequence[str]) -> dict[str, Order]:
        """Return those of up to `BATCH` orders that the ledger has, by their numbers."""
        wanted = f"SELECT * FROM orders WHERE account_id = ? AND siparis_id IN ({marks(len(siparis_ids))})"
        with self._database.reading() as connection:
            found = with_lines(connection, connection.rows(wanted, [account.id, *siparis_ids]))
        return {order.siparis_id: order for order in found}

    def orders_of_lines(self, account: Account, guids: Sequence[str]) -> dict[str, str]:
        """Return the numbers of the orders that have some of up to `BATCH` lines, by `PYSiparis_GUID`."""
        with self._database.reading() as connection:
            return orders_of_lines(connection, account.id, guids)

    def locked(self, account: Account, siparis_ids: Sequence[str]) -> set[str]:
        """Return those of up to `BATCH` orders that money was asked back on."""
        with self._database.reading() as connection:
            return _locked(connection, account, siparis_ids)

    def store(
        self, account: Account, new: Iterable[Order], note: Entry, *, advance: Callable[[int], None]
    ) -> None:
        """Store orders that are not there, all of them or none, with the row of the audit log for them.

        Args:
            account: Whose they are.
            new: Whole and in order; GUIDs in upper case.
            note: For the audit log.
            advance: Told of every batch; whatever it raises takes everything back.

        Raises:
            InvalidInput: ``siparis_id``: ALREADY_THERE or LOCKED_BY_INTENT, ``guid``: IN_ANOTHER_ORDER: one
                has come in between.
        """
        ready = list(_made_ready(new))
        with self._database.writing() as connection:
            before = connection.value("SELECT coalesce(max(id), 0) FROM orders")
            for batch in ready:
                if _locked(connection, account, batch.siparis_ids):
                    raise InvalidInput("siparis_id", InputProblem.LOCKED_BY_INTENT)
                _write(connection, account, batch, before)
                advance(len(batch.siparis_ids))
            self._trail.write(connection, note)


def batches(things: Iterable[T]) -> Iterator[list[T]]:
    """Hand things on by `BATCH`."""
    rest = iter(things)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _locked(connection: Connection, account: Account, siparis_ids: Sequence[str]) -> set[str]:
    wanted = f"""
    SELECT reference FROM intents
    WHERE gateway = ? AND environment = ? AND merchant = ? AND reference IN ({marks(len(siparis_ids))})
    """
    place: list[Value] = [account.gateway, account.environment, account.merchant]
    return {reference for (reference,) in connection.rows(wanted, [*place, *siparis_ids])}


def _made_ready(new: Iterable[Order]) -> Iterator[_Ready]:
    number = 0
    for batch in batches(new):
        heads: list[tuple[int | str, ...]] = []
        lines: list[tuple[int | str, ...]] = []
        for order in batch:
            number += 1
            words = [order.siparis_id, *(f"{line.guid}\n{line.seller}" for line in order.lines)]
            sold_at, folded = utc_text(order.sold_at), fold("\n".join(words))
            heads.append((number, order.siparis_id, visible(order.siparis_id), sold_at, folded))
            lines += [
                (number, position, line.guid, line.seller, line.amount.kurus, line.payable.kurus)
                for position, line in enumerate(order.lines)
            ]
        ids = tuple(order.siparis_id for order in batch)
        yield _Ready(ids, json.dumps(heads), json.dumps(lines))


def _write(connection: Connection, account: Account, batch: _Ready, before: int) -> None:
    try:
        connection.run(_HEADS, {"before": before, "account": account.id, "rows": batch.heads})
    except sqlite3.IntegrityError as error:
        if not is_duplicate(error):
            raise
        raise InvalidInput("siparis_id", InputProblem.ALREADY_THERE) from error
    try:
        connection.run(_LINES, {"before": before, "account": account.id, "rows": batch.lines})
    except sqlite3.IntegrityError as error:
        if not is_duplicate(error):
            raise
        raise InvalidInput("guid", InputProblem.IN_ANOTHER_ORDER) from error
