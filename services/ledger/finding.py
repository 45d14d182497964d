"""Looks through everything that was ever looked at here: payments by their last answer, and Param orders.

Read in pages, each beginning where the one before ended: the ten thousandth row costs what the first does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from services.domain.money import Money
from services.domain.payment import PaymentState
from services.domain.question import By, Question, Sorting
from services.domain.reversal import Intent
from services.ledger.columns import Value, instant, read
from services.ledger.connection import Connection, Row, marks
from services.ledger.database import Database
from services.ledger.intents import read_intent
from services.ledger.matching import ORDER_STATE, Cells, Condition, OrderCells, PaymentCells, is_open, matches

_PAYMENTS, _ORDERS = PaymentCells(), OrderCells()

_LAST_TEXT = f"char({0x10FFFF})"
_NO_TEXT = "''"
_LAST_KURUS = 2**60

_OF_PAYMENTS = """
    payments.account_id, payments.reference, NULL AS order_id, payments.amount, payments.sold_at,
    payments.taken_at, payments.state, payments.pos_title, payments.given_back
"""
_OF_ORDERS = f"""
    orders.account_id, orders.siparis_id AS reference, orders.id AS order_id, {_ORDERS.total} AS amount,
    orders.sold_at, NULL AS taken_at, NULL AS state, NULL AS pos_title, NULL AS given_back
"""
_KEYS = ("key", "moment", "number", "kind")
"""What rows of both tables are in order by; the last tells a payment from an order of the same number."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page ended."""

    key: tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Find:
    """One payment or order.

    Attributes:
        order_id: The ledger's number of a Param order; None for a payment.
        state: Of a payment, as last answered; None for an order.
        taken_at: When that was; None for an order.
        intent: The newest intent of it.
    """

    account_id: int
    reference: str
    order_id: int | None
    amount: Money | None
    sold_at: datetime | None
    taken_at: datetime | None
    state: PaymentState | None
    pos_title: str | None
    given_back: Money | None
    intent: Intent | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Some of what was found, in order; `after` is where the next page begins, None after the last."""

    finds: tuple[Find, ...]
    after: Cursor | None


class Finds:
    """Finds payments and orders. Usable from any thread; every method raises LedgerUnavailable."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, question: Question, sorting: Sorting, *, limit: int, after: Cursor | None = None) -> Page:
        """Return up to `limit` rows, from the first or from where another page ended."""
        with self._database.reading() as connection:
            found = [
                row
                for wanted in (
                    _payments(matches(question, _PAYMENTS), sorting, limit, after),
                    _orders(matches(question, _ORDERS), sorting, limit, after),
                )
                for row in connection.rows(*wanted)
            ]
            found.sort(key=_key, reverse=sorting.descending)
            finds = _with_intents(connection, [_find(row) for row in found[:limit]])
        return Page(tuple(finds), Cursor(_key(found[limit - 1])) if len(found) > limit else None)

    def count(self, question: Question) -> int:
        """Return how many rows there are in all."""
        tables: tuple[tuple[str, Cells], ...] = (("payments", _PAYMENTS), ("orders", _ORDERS))
        with self._database.reading() as connection:
            counts = 0
            for table, cells in tables:
                wanted = matches(question, cells)
                counts += connection.value(f"SELECT count(*) FROM {table} WHERE {wanted.sql}", wanted.values)
            return counts

    def sold_since(self, at: datetime) -> list[Find]:
        """Return what was sold at an aware instant or later, newest first."""
        with self._database.reading() as connection:
            found = [
                row
                for wanted in (
                    _payments(Condition("payments.sold_at >= ?", (at,)), Sorting()),
                    _orders(Condition("orders.sold_at >= ?", (at,)), Sorting()),
                )
                for row in connection.rows(*wanted)
            ]
            found.sort(key=_moment, reverse=True)
            return _with_intents(connection, [_find(row) for row in found])

    def armed_since(self, at: datetime) -> list[Intent]:
        """Return what was asked back at an aware instant or later, newest first."""
        with self._database.reading() as connection:
            found = connection.rows("SELECT * FROM intents WHERE armed_at >= ? ORDER BY id DESC", [at])
            return [read_intent(row) for row in found]


def _payments(
    condition: Condition, sorting: Sorting, limit: int | None = None, after: Cursor | None = None
) -> tuple[str, Sequence[Value]]:
    last = not sorting.descending
    keys = {
        By.MOMENT: "payments.moment",
        By.AMOUNT: _kurus("payments.amount", last=last),
        By.STATE: _state("payments.state", _PAYMENTS),
        By.REFERENCE: "payments.reference",
        By.POS: f"coalesce(payments.pos_title, {_LAST_TEXT if last else _NO_TEXT})",
        By.GIVEN_BACK: "payments.given_back",
        By.ACCOUNT: _account_name(_PAYMENTS),
        By.TAKEN_AT: "payments.taken_at",
    }
    key = (keys[sorting.by], "payments.moment", "payments.snapshot_id", "1")
    return _in_order(_OF_PAYMENTS, "payments", condition, key, sorting, limit, after)


def _orders(
    condition: Condition, sorting: Sorting, limit: int | None = None, after: Cursor | None = None
) -> tuple[str, Sequence[Value]]:
    last = not sorting.descending
    nothing = _LAST_TEXT if last else _NO_TEXT
    keys = {
        By.MOMENT: "orders.sold_at",
        By.AMOUNT: _kurus(_ORDERS.total, last=last),
        By.STATE: _state(f"'{ORDER_STATE}'", _ORDERS),
        By.REFERENCE: "orders.siparis_id",
        By.POS: nothing,
        By.GIVEN_BACK: _kurus("NULL", last=last),
        By.ACCOUNT: _account_name(_ORDERS),
        By.TAKEN_AT: nothing,
    }
    key = (keys[sorting.by], "orders.sold_at", "orders.id", "0")
    return _in_order(_OF_ORDERS, "orders", condition, key, sorting, limit, after)


def _in_order(
    columns: str,
    table: str,
    condition: Condition,
    key: tuple[str, ...],
    sorting: Sorting,
    limit: int | None,
    after: Cursor | None,
) -> tuple[str, Sequence[Value]]:
    """Return the statement and its values."""
    # A key that stands there twice would hide from SQLite that an index is in this order already.
    places = [place for place in range(len(key)) if place != 1 or sorting.by is not By.MOMENT]
    where, values = condition.sql, list(condition.values)
    if after is not None:
        parts = ", ".join(key[place] for place in places)
        ended = marks(len(places))
        where = f"({where}) AND ({parts}) {'<' if sorting.descending else '>'} ({ended})"
        values += [after.key[place] for place in places]
    direction = "DESC" if sorting.descending else "ASC"
    order = ", ".join(f"{key[place]} {direction}" for place in places[:-1])  # all are of one kind here
    named = ", ".join(f"{part} AS key_{name}" for part, name in zip(key, _KEYS, strict=True))
    statement = f"SELECT {named}, {columns} FROM {table} WHERE {where} ORDER BY {order}"
    return (statement, values) if limit is None else (f"{statement} LIMIT ?", [*values, limit + 1])


def _kurus(column: str, *, last: bool) -> str:
    return f"coalesce({column}, {_LAST_KURUS if last else -1})"


def _state(state: str, cells: Cells) -> str:
    """Sort what has no certain end before everything else."""
    return f"iif({is_open(cells)}, '0', '1') || {state}"


def _account_name(cells: Cells) -> str:
    return f"(SELECT name FROM accounts WHERE accounts.id = {cells.account_id})"


def _key(row: Row) -> tuple[Any, ...]:
    return tuple(row[: len(_KEYS)])


def _moment(row: Row) -> str:
    moment: str = row["key_moment"]
    return moment


def _find(row: Row) -> Find:
    return Find(
        account_id=row["account_id"],
        reference=row["reference"],
        order_id=row["order_id"],
        amount=read(Money, row["amount"]),
        sold_at=read(instant, row["sold_at"]),
        taken_at=read(instant, row["taken_at"]),
        state=read(PaymentState, row["state"]),
        pos_title=row["pos_title"],
        given_back=read(Money, row["given_back"]),
    )


def _with_intents(connection: Connection, finds: Sequence[Find]) -> list[Find]:
    newest = {
        (intent.draft.account_id, intent.draft.order.reference): intent
        for intent in _intents_of(connection, finds)
    }
    return [replace(find, intent=newest.get((find.account_id, find.reference))) for find in finds]


def _intents_of(connection: Connection, finds: Sequence[Find]) -> Iterable[Intent]:
    """Return the intents of some payments and orders, oldest first."""
    if not finds:
        return []
    those = ", ".join(["(?, ?)"] * len(finds))
    wanted = f"SELECT * FROM intents WHERE (account_id, reference) IN (VALUES {those}) ORDER BY id"
    values = [part for find in finds for part in (find.account_id, find.reference)]
    return [read_intent(row) for row in connection.rows(wanted, values)]
