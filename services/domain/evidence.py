"""Comparing two looks at one payment: what differs, and what that proves.

Compared are the amount, the sale's instant and every movement as (id, status, magnitude, sellers'
amounts). `DATE`, transfers and fields we do not know may change by themselves: they are no news.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from services.domain.money import Money
from services.domain.payment import FAILED_TO_GIVE_BACK, GAVE_BACK, Payment, Transaction, TransactionStatus

Seller = tuple[str | None, Money | None]


@dataclass(frozen=True, slots=True)
class Movement:
    """What counts of one movement."""

    id: str
    status: TransactionStatus
    amount: Money | None
    sellers: tuple[Seller, ...]

    @classmethod
    def of(cls, transaction: Transaction) -> Movement:
        """Keep what counts of a movement; its amount without the sign."""
        sellers = sorted(
            ((share.external_id, share.amount) for share in transaction.shares),
            key=lambda seller: (seller[0] or "", seller[1].kurus if seller[1] else 0),
        )
        amount = None if transaction.amount is None else abs(transaction.amount)
        return cls(transaction.id, transaction.status, amount, tuple(sellers))


class What(Enum):
    """What differs between two looks."""

    AMOUNT = auto()
    SALE_INSTANT = auto()
    NEW_MOVEMENT = auto()
    GONE_MOVEMENT = auto()
    OTHER_MOVEMENT = auto()
    LEFT = auto()
    """What can still be given back of a seller's line."""
    PAYABLE = auto()
    """What a seller is due."""
    ORDER = auto()
    """The order as it was entered."""
    ACCOUNT = auto()
    """The account's settings."""
    REVERSAL = auto()
    """Another reversal of it, pressed here meanwhile."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was seen.

    Attributes:
        before, now: As seen and as it is; None where there was or is none.
        line: The seller's line it is about, at Param.
    """

    what: What
    before: Movement | Money | datetime | None = None
    now: Movement | Money | datetime | None = None
    line: str | None = None


def differences(seen: Payment, now: Payment) -> tuple[Difference, ...]:
    """Return everything that must stop a reversal planned on `seen`."""
    found: list[Difference] = []
    if seen.amount != now.amount:
        found.append(Difference(What.AMOUNT, seen.amount, now.amount))
    sold_before, sold_now = (p.sold_at.at if p.sold_at else None for p in (seen, now))
    if sold_before != sold_now:
        found.append(Difference(What.SALE_INSTANT, sold_before, sold_now))
    before = _by_id(seen)
    after = _by_id(now)
    for key, movement in after.items():
        if key not in before:
            found.append(Difference(What.NEW_MOVEMENT, None, movement))
        elif before[key] != movement:
            found.append(Difference(What.OTHER_MOVEMENT, before[key], movement))
    found += [Difference(What.GONE_MOVEMENT, m, None) for key, m in before.items() if key not in after]
    return tuple(found)


def _by_id(payment: Payment) -> dict[tuple[str, int], Movement]:
    """Key movements by id, and by how often that id came before: a gateway may repeat itself."""
    seen: Counter[str] = Counter()
    keyed: dict[tuple[str, int], Movement] = {}
    for movement in map(Movement.of, payment.movements):
        keyed[movement.id, seen[movement.id]] = movement
        seen[movement.id] += 1
    return keyed


class Finding(Enum):
    """What a look after a void says about it."""

    GIVEN_BACK = "exactly one new movement gave the money back"
    FAILED = "a new movement says it failed"
    NOTHING_NEW = "nothing is new"
    FOR_A_PERSON = "it can be read in more than one way"


def find(before: Payment, now: Payment) -> Finding:
    """Read what became of a void of the whole of `before`.

    "New" is a new id, or a known one now in that status (DESIGN). Two candidates, a part only, or a
    cancelled order without movements are evidence for a person. So is a payment that is not as it was in
    any other way: nobody has seen how a void shows, and "nothing new" can settle one as refused.
    """
    old = {(t.id, t.status) for t in before.movements}
    new = [t for t in now.movements if (t.id, t.status) not in old]
    gave = [t for t in new if t.status in GAVE_BACK]
    failed = [t for t in new if t.status in FAILED_TO_GIVE_BACK]
    if len(gave) == 1 and not failed:
        whole = gave[0].amount is not None and before.charged == abs(gave[0].amount)
        return Finding.GIVEN_BACK if whole else Finding.FOR_A_PERSON
    if gave:
        return Finding.FOR_A_PERSON
    if failed:
        return Finding.FAILED
    return Finding.NOTHING_NEW if _what_counts(before) == _what_counts(now) else Finding.FOR_A_PERSON


def _what_counts(payment: Payment) -> tuple[Money | None, set[Movement]]:
    """The amount without its sign, and the movements; one that the gateway repeats is still one."""
    amount = None if payment.amount is None else abs(payment.amount)
    return amount, set(map(Movement.of, payment.movements))
