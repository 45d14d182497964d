"""A question as conditions on rows: what a term's readings come to in the tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKey,
    Index,
    Table,
    Text,
    and_,
    exists,
    false,
    func,
    or_,
    select,
    tuple_,
    type_coerce,
)

from services.domain.clock import ISTANBUL
from services.domain.payment import PaymentState
from services.domain.question import Amounts, AtAccount, Days, Holds, InState, Question, Reading
from services.domain.reversal import Confirmation, IntentState, Verb
from services.ledger.columns import Kurus, Utc, Word
from services.ledger.folding import fold
from services.ledger.schema import intents, metadata, order_lines, orders

payments = Table(
    "payments",
    metadata,
    Column("account_id", ForeignKey("accounts.id"), primary_key=True),
    Column("reference", Text, primary_key=True),
    Column("snapshot_id", ForeignKey("snapshots.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("moment", Utc, nullable=False),
    Column("sold_at", Utc),
    Column("taken_at", Utc, nullable=False),
    Column("state", Word(PaymentState), nullable=False),
    Column("amount", Kurus),
    Column("given_back", Kurus, nullable=False),
    Column("pos_title", Text),
    Column("folded", Text, nullable=False),
    Index("payments_by_moment", "moment", "snapshot_id"),
    Index("payments_by_amount", "amount"),
    sqlite_strict=True,
)
"""What the last answer says of each payment: narrow, to be searched. Written by the database itself, in the
transaction that keeps the answer; `moment` is when it was sold, or answered where that is not known."""

ORDER_STATE = "order"
"""Sorts among the states of payments; an order has none of its own."""

_OPEN = [state for state in IntentState if state.is_open]


@dataclass(frozen=True, slots=True)
class PaymentCells:
    """Where the answers to a question lie in a payment's row."""

    account_id: ColumnElement[Any] = payments.c.account_id
    reference: ColumnElement[Any] = payments.c.reference
    moment: ColumnElement[Any] = payments.c.moment
    folded: ColumnElement[Any] = payments.c.folded

    def costs(self, amounts: Amounts) -> ColumnElement[bool]:
        """Whether it was sold for that much, or that much was given back."""
        return or_(
            payments.c.amount.between(amounts.least, amounts.most),
            payments.c.given_back.between(amounts.least, amounts.most),
        )

    def stands(self, state: PaymentState) -> ColumnElement[bool]:
        """Whether it has come to that."""
        return payments.c.state == state


@dataclass(frozen=True, slots=True)
class OrderCells:
    """The same in an order's row; what it has come to is told by what was done to it here."""

    account_id: ColumnElement[Any] = orders.c.account_id
    reference: ColumnElement[Any] = orders.c.siparis_id
    moment: ColumnElement[Any] = orders.c.sold_at
    folded: ColumnElement[Any] = orders.c.folded
    total: ColumnElement[Any] = field(
        default_factory=lambda: (
            select(func.sum(type_coerce(order_lines.c.amount, Kurus().impl)))
            .where(order_lines.c.order_id == orders.c.id)
            .scalar_subquery()
        )
    )

    def costs(self, amounts: Amounts) -> ColumnElement[bool]:
        """Whether the order or a seller's line was sold for that much."""
        line = exists().where(
            order_lines.c.order_id == orders.c.id,
            order_lines.c.amount.between(amounts.least, amounts.most),
        )
        return or_(self.total.between(amounts.least.kurus, amounts.most.kurus), line)

    def stands(self, state: PaymentState) -> ColumnElement[bool]:
        """Whether it has come to that; whether it was paid is not known here."""
        done = intents.c.state == IntentState.DONE
        match state:
            case PaymentState.PARTLY_REFUNDED:
                return and_(_has(self, done), ~_has(self, and_(done, intents.c.everything)))
            case PaymentState.VOIDED:
                return _has(self, and_(done, intents.c.everything, intents.c.verb == Verb.VOID))
            case PaymentState.REFUNDED:
                return _has(self, and_(done, intents.c.everything, intents.c.verb == Verb.REFUND))
            case _:
                return false()


Cells = PaymentCells | OrderCells


def matches(question: Question, cells: Cells) -> list[ColumnElement[bool]]:
    """Return what has to be so of a row, one condition for each term."""
    return [or_(*(_fits(reading, cells) for reading in term.readings)) for term in question.terms]


def is_open(cells: Cells) -> ColumnElement[bool]:
    """Whether a reversal of it has no certain end yet."""
    return _has(cells, or_(intents.c.state.in_(_OPEN), intents.c.confirmation == Confirmation.PENDING))


def _fits(reading: Reading, cells: Cells) -> ColumnElement[bool]:
    match reading:
        case Holds(text):
            part = fold(text)
            return or_(
                func.instr(cells.folded, part) > 0, _has(cells, func.instr(intents.c.folded, part) > 0)
            )
        case Amounts():
            return cells.costs(reading)
        case Days(first, last):
            return and_(cells.moment >= _begins(first), cells.moment < _begins(last + timedelta(days=1)))
        case InState(state):
            return is_open(cells) if state is None else cells.stands(state)
        case AtAccount(account_id):
            return cells.account_id == account_id


def _has(cells: Cells, condition: ColumnElement[Any]) -> ColumnElement[bool]:
    # Not correlated: the intents are looked through once, and not once for each row.
    of_such = select(intents.c.account_id, intents.c.reference).where(condition)
    return tuple_(cells.account_id, cells.reference).in_(of_such)


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), ISTANBUL).astimezone(UTC)
