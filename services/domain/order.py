"""A Param marketplace order, as the shop entered it: Param's seeds offer no query for it (S 003)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.domain.money import Money, total


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One seller's part of an order.

    Attributes:
        guid: `PYSiparis_GUID`, upper case: Param writes it either way, so it is compared that way.
        seller: The seller's name, as the shop calls it.
        amount: What the customer paid for this seller's goods.
        payable: What the seller was due when the order was entered (`OdenecekTutar`).
    """

    guid: str
    seller: str
    amount: Money
    payable: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One `Siparis_ID` with its sellers.

    Attributes:
        id: The ledger's number for it; 0 until it is saved.
        sold_at: When it was sold; aware, UTC.
    """

    account_id: int
    siparis_id: str
    sold_at: datetime
    lines: tuple[OrderLine, ...]
    id: int = 0

    @property
    def amount(self) -> Money:
        """What the customer paid, over all sellers."""
        return total([line.amount for line in self.lines])

    def line(self, guid: str) -> OrderLine:
        """Return one seller's line.

        Raises:
            KeyError: No line has that `PYSiparis_GUID`.
        """
        wanted = guid.upper()
        for line in self.lines:
            if line.guid.upper() == wanted:
                return line
        raise KeyError(guid)
