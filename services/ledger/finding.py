"""Looks through everything that was ever looked at here: payments by their last answer, and Param orders.

Read in pages, each beginning where the one before ended: the ten thousandth row costs what the first does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    Text,
    func,
    literal,
    select,
    tuple_,
    type_coerce,
)

from services.domain.money import Money
from services.domain.payment import PaymentState
from services.domain.question import By, Question, Sorting
from services.domain.reversal import Intent
from services.ledger.columns import Kurus
from services.ledger.database import Database
from services.ledger.intents import read_intent
from services.ledger.matching import ORDER_STATE, OrderCells, PaymentCells, is_open, matches, payments
from services.ledger.schema import accounts, intents, orders

_LAST_TEXT = "\U0010ffff"
_LAST_KURUS = 2**60


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
            keyed = [
                (tuple(row[:4]), row)
                for wanted in (
                    _payments(question, sorting, limit, after),
                    _orders(question, sorting, limit, after),
                )
                for row in connection.execute(wanted)
            ]
            keyed.sort(key=_by_key, reverse=sorting.descending)
            finds = _with_intents(connection, [_find(row) for _, row in keyed[:limit]])
        return Page(tuple(finds), Cursor(keyed[limit - 1][0]) if len(keyed) > limit else None)

    def count(self, question: Question) -> int:
        """Return how many rows there are in all."""
        with self._database.reading() as connection:
            return sum(
                connection.execute(
                    select(func.count()).select_from(table).where(*matches(question, cells))
                ).scalar_one()
                for table, cells in ((payments, PaymentCells()), (orders, OrderCells()))
            )

    def sold_since(self, at: datetime) -> list[Find]:
        """Return what was sold at an aware instant or later, newest first."""
        with self._database.reading() as connection:
            rows = [
                row
                for wanted, sold_at in (
                    (_payments(_ALL, Sorting(), None, None), payments.c.sold_at),
                    (_orders(_ALL, Sorting(), None, None), orders.c.sold_at),
                )
                for row in connection.execute(wanted.where(sold_at >= at))
            ]
            rows.sort(key=lambda row: row.moment, reverse=True)
            return _with_intents(connection, [_find(row) for row in rows])

    def armed_since(self, at: datetime) -> list[Intent]:
        """Return what was asked back at an aware instant or later, newest first."""
        wanted = select(intents).where(intents.c.armed_at >= at).order_by(intents.c.id.desc())
        with self._database.reading() as connection:
            return [read_intent(row) for row in connection.execute(wanted)]


_ALL = Question("", (), may_be_reference=False)


def _payments(question: Question, sorting: Sorting, limit: int | None, after: Cursor | None) -> Select[Any]:
    cells = PaymentCells()
    last = not sorting.descending
    keys: dict[By, ColumnElement[Any]] = {
        By.MOMENT: payments.c.moment,
        By.AMOUNT: _kurus(payments.c.amount, last=last),
        By.STATE: _state(type_coerce(payments.c.state, Text), cells),
        By.REFERENCE: payments.c.reference,
        By.POS: func.coalesce(payments.c.pos_title, _LAST_TEXT if last else ""),
        By.GIVEN_BACK: _kurus(payments.c.given_back, last=last),
        By.ACCOUNT: _account_name(payments.c.account_id),
        By.TAKEN_AT: type_coerce(payments.c.taken_at, Text),
    }
    key: tuple[ColumnElement[Any], ...] = (
        keys[sorting.by],
        payments.c.moment,
        payments.c.snapshot_id,
        literal(1).label("kind"),
    )
    wanted = select(*(part.label(f"key_{number}") for number, part in enumerate(key)), payments).where(
        *matches(question, cells)
    )
    return _in_order(wanted, key, sorting, limit, after)


def _orders(question: Question, sorting: Sorting, limit: int | None, after: Cursor | None) -> Select[Any]:
    cells = OrderCells()
    last = not sorting.descending
    nothing = literal(_LAST_TEXT if last else "")
    keys: dict[By, ColumnElement[Any]] = {
        By.MOMENT: orders.c.sold_at,
        By.AMOUNT: _kurus(cells.total, last=last),
        By.STATE: _state(literal(ORDER_STATE), cells),
        By.REFERENCE: orders.c.siparis_id,
        By.POS: nothing,
        By.GIVEN_BACK: literal(_LAST_KURUS if last else -1),
        By.ACCOUNT: _account_name(orders.c.account_id),
        By.TAKEN_AT: nothing,
    }
    key: tuple[ColumnElement[Any], ...] = (
        keys[sorting.by],
        orders.c.sold_at,
        orders.c.id,
        literal(0).label("kind"),
    )
    wanted = select(
        *(part.label(f"key_{number}") for number, part in enumerate(key)),
        orders.c.account_id,
        orders.c.siparis_id.label("reference"),
        orders.c.id.label("order_id"),
        orders.c.sold_at,
        orders.c.sold_at.label("moment"),
        type_coerce(cells.total, Kurus).label("amount"),
    ).where(*matches(question, cells))
    return _in_order(wanted, key, sorting, limit, after)


def _in_order(
    wanted: Select[Any],
    key: tuple[ColumnElement[Any], ...],
    sorting: Sorting,
    limit: int | None,
    after: Cursor | None,
) -> Select[Any]:
    # A key that stands there twice would hide from SQLite that an index is in this order already.
    places = [place for place in range(len(key)) if place != 1 or sorting.by is not By.MOMENT]
    parts = [key[place] for place in places]
    if after is not None:
        ended = tuple_(*(literal(after.key[place], key[place].type) for place in places))
        wanted = wanted.where(tuple_(*parts) < ended if sorting.descending else tuple_(*parts) > ended)
    ordered = wanted.order_by(*(part.desc() if sorting.descending else part.asc() for part in parts))
    return ordered if limit is None else ordered.limit(limit + 1)


def _kurus(column: ColumnElement[Any], *, last: bool) -> ColumnElement[Any]:
    return func.coalesce(type_coerce(column, Kurus().impl), _LAST_KURUS if last else -1)


def _state(state: ColumnElement[Any], cells: PaymentCells | OrderCells) -> ColumnElement[Any]:
    """Sort what has no certain end before everything else."""
    return func.iif(is_open(cells), "0", "1").concat(state)


def _account_name(account_id: ColumnElement[int]) -> ColumnElement[Any]:
    return select(accounts.c.name).where(accounts.c.id == account_id).scalar_subquery()


def _by_key(keyed: tuple[tuple[Any, ...], Row[Any]]) -> tuple[Any, ...]:
    return keyed[0]


def _find(row: Row[Any]) -> Find:
    values = row._mapping  # noqa: SLF001  the public name of a row's columns by name
    order_id = values.get("order_id")
    return Find(
        account_id=row.account_id,
        reference=row.reference,
        order_id=order_id,
        amount=row.amount,
        sold_at=row.sold_at,
        taken_at=values.get("taken_at"),
        state=values.get("state"),
        pos_title=values.get("pos_title"),
        given_back=values.get("given_back"),
    )


def _with_intents(connection: Connection, finds: Sequence[Find]) -> list[Find]:
    newest = {
        (intent.draft.account_id, intent.draft.order.reference): intent
        for intent in _intents_of(connection, [(find.account_id, find.reference) for find in finds])
    }
    return [replace(find, intent=newest.get((find.account_id, find.reference))) for find in finds]


def _intents_of(connection: Connection, keys: Sequence[tuple[int, str]]) -> Iterable[Intent]:
    """Return the intents of some payments and orders, oldest first."""
    if not keys:
        return []
    place = tuple_(intents.c.account_id, intents.c.reference)
    wanted = select(intents).where(place.in_(keys)).order_by(intents.c.id)
    return [read_intent(row) for row in connection.execute(wanted)]
