"""How each seller's line of an order stands, as numbers to be shown. Pure; no Qt, no ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.domain.money import ZERO, Money, total
from services.domain.order import OrderLine

if TYPE_CHECKING:
    from services.ledger.standing import Standing
    from services.lookup import OrderView


@dataclass(frozen=True, slots=True)
class SellerRow:
    """One seller's line. `returned` + `under_way` + `left` is what it was sold for.

    Attributes:
        returned: What surely went back.
        under_way: What was asked back and whose end is open.
        left: What can still be given back.
        payable: What the seller is due now.
    """

    line: OrderLine
    returned: Money
    under_way: Money
    left: Money
    payable: Money


@dataclass(frozen=True, slots=True)
class Totals:
    """The same over all sellers."""

    amount: Money
    returned: Money
    under_way: Money
    left: Money
    payable: Money


def seller_rows(view: OrderView) -> tuple[SellerRow, ...]:
    """Return how each line stands by our own journal."""
    return tuple(_row(line, view.standing) for line in view.order.lines)


def totals(rows: tuple[SellerRow, ...]) -> Totals:
    """Add the lines up."""
    return Totals(
        amount=total([row.line.amount for row in rows]),
        returned=total([row.returned for row in rows]),
        under_way=total([row.under_way for row in rows]),
        left=total([row.left for row in rows]),
        payable=total([row.payable for row in rows]),
    )


def _row(line: OrderLine, standing: Standing) -> SellerRow:
    left = standing.left(line.guid, line.amount)
    if standing.open is not None and standing.open.draft.whole:
        # Everything was asked back and its end is open: whatever had not gone back before is under way.
        under_way = max(line.amount - standing.given_back(line.guid), ZERO)
    else:
        under_way = standing.under_way(line.guid)
    return SellerRow(
        line=line,
        returned=line.amount - left - under_way,
        under_way=under_way,
        left=left,
        payable=standing.payable_of(line),
    )
