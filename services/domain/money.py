"""Amounts of money: exact kuruş of Turkish lira, never a float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An exact amount of Turkish lira.

    Both gateways settle in lira and answer no currency, so there is none here.

    Attributes:
        kurus: The amount in kuruş (1 TL = 100 kuruş). May be negative: EsnekPOS
            signs the movements of a payment that failed.

    Raises:
        TypeError: `kurus` is no int. A float has lost the kuruş already.
    """

    kurus: int

    def __post_init__(self) -> None:
        if type(self.kurus) is not int:
            raise TypeError(f"kurus must be an int, not {type(self.kurus).__name__}")

    @property
    def decimal(self) -> Decimal:
        """Lira with exactly two places."""
        return Decimal(self.kurus).scaleb(-2)

    def __add__(self, other: Money) -> Money:
        return Money(self.kurus + other.kurus)

    def __sub__(self, other: Money) -> Money:
        return Money(self.kurus - other.kurus)

    def __abs__(self) -> Money:
        return Money(abs(self.kurus))

    def __bool__(self) -> bool:
        return self.kurus != 0

    def __str__(self) -> str:
        """For logs. What a person reads goes through `gui.format.money`."""
        return f"{self.decimal} TRY"


ZERO = Money(0)
"""No money."""

LARGEST = Money(999_999_999_999_999)
"""9,999,999,999,999.99 lira. More is no sale's, alone or summed: it is a mistake, and no column takes it."""


def total(amounts: list[Money]) -> Money:
    """Add amounts up; nothing at all is `ZERO`."""
    return Money(sum(amount.kurus for amount in amounts))
