"""A question as conditions on rows: what a term's readings come to in the tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from services.domain.clock import ISTANBUL
from services.domain.payment import PaymentState
from services.domain.question import Amounts, AtAccount, Days, Holds, InState, Question, Reading
from services.domain.reversal import IntentState
from services.ledger.columns import Value, listed
from services.ledger.folding import fold

ORDER_STATE = "order"
"""Sorts among the states of payments; an order has none of its own."""


class Condition(NamedTuple):
    """What has to be so of a row, as a statement says it.

    Attributes:
        sql: Of our own words, with a ``?`` for each value.
        values: In the order of their places.
    """

    sql: str
    values: tuple[Value, ...] = ()


_IS_OPEN = Condition(
    f"state IN ({listed(state for state in IntentState if state.is_open)}) OR confirmation = 'pending'"
)


@dataclass(frozen=True, slots=True)
class PaymentCells:
    """Where the answers to a question lie in a payment's row: what its last answer said, narrow."""

    account_id: str = "payments.account_id"
    reference: str = "payments.reference"
    moment: str = "payments.moment"
    folded: str = "payments.folded"

    def costs(self, amounts: Amounts) -> Condition:
        """Whether it was sold for that much, or that much was given back."""
        between = (amounts.least, amounts.most)
        return Condition(
            "payments.amount BETWEEN ? AND ? OR payments.given_back BETWEEN ? AND ?", between * 2
        )

    def stands(self, state: PaymentState) -> Condition:
        """Whether it has come to that."""
        return Condition("payments.state = ?", (state,))


@dataclass(frozen=True, slots=True)
class OrderCells:
    """The same in an order's row; what it has come to is told by what was done to it here."""

    account_id: str = "orders.account_id"
    reference: str = "orders.siparis_id"
    moment: str = "orders.sold_at"
    folded: str = "orders.folded"
    total: str = "(SELECT sum(amount) FROM order_lines WHERE order_id = orders.id)"

    def costs(self, amounts: Amounts) -> Condition:
        """Whether the order or a seller's line was sold for that much."""
        line = "SELECT 1 FROM order_lines WHERE order_id = orders.id AND amount BETWEEN ? AND ?"
        between = (amounts.least, amounts.most)
        return Condition(f"{self.total} BETWEEN ? AND ? OR EXISTS ({line})", between * 2)

    def stands(self, state: PaymentState) -> Condition:
        """Whether it has come to that; whether it was paid is not known here."""
        match state:
            case PaymentState.PARTLY_REFUNDED:
                done = _has(self, Condition("state = 'done'"))
                all_of_it = _has(self, Condition("state = 'done' AND everything"))
                return Condition(f"{done.sql} AND NOT {all_of_it.sql}")
            case PaymentState.VOIDED:
                return _has(self, Condition("state = 'done' AND everything AND verb = 'void'"))
            case PaymentState.REFUNDED:
                return _has(self, Condition("state = 'done' AND everything AND verb = 'refund'"))
            case _:
                return Condition("0")


Cells = PaymentCells | OrderCells


def matches(question: Question, cells: Cells) -> Condition:
    """Return what has to be so of a row: something of each term."""
    terms = [_any_of(_fits(reading, cells) for reading in term.readings) for term in question.terms]
    return Condition(
        " AND ".join(term.sql for term in terms) or "1",
        tuple(value for term in terms for value in term.values),
    )


def is_open(cells: Cells) -> str:
    """Whether a reversal of it has no certain end yet."""
    return _has(cells, _IS_OPEN).sql


def _fits(reading: Reading, cells: Cells) -> Condition:
    match reading:
        case Holds(text):
            part = fold(text)
            intent = _has(cells, Condition("instr(folded, ?) > 0", (part,)))
            return _any_of((Condition(f"instr({cells.folded}, ?) > 0", (part,)), intent))
        case Amounts():
            return cells.costs(reading)
        case Days(first, last):
            since, until = _begins(first), _begins(last + timedelta(days=1))
            return Condition(f"{cells.moment} >= ? AND {cells.moment} < ?", (since, until))
        case InState(state):
            return _has(cells, _IS_OPEN) if state is None else cells.stands(state)
        case AtAccount(account_id):
            return Condition(f"{cells.account_id} = ?", (account_id,))


def _any_of(conditions: Iterable[Condition]) -> Condition:
    several = list(conditions)
    return Condition(
        "(" + " OR ".join(f"({one.sql})" for one in several) + ")",
        tuple(value for one in several for value in one.values),
    )


def _has(cells: Cells, condition: Condition) -> Condition:
    # Not correlated: the intents are looked through once, and not once for each row.
    such = f"SELECT account_id, reference FROM intents WHERE {condition.sql}"
    return Condition(f"({cells.account_id}, {cells.reference}) IN ({such})", condition.values)


def _begins(day: date) -> datetime:
    return datetime.combine(day, time(), ISTANBUL).astimezone(UTC)
