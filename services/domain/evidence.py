"""Comparing two looks at one payment: what differs, and what that proves.

Compared are `AMOUNT`, the sale's instant, the top level's `STATUS` and `RETURN_CODE`, and every movement as
(id, status id, status name, magnitude, sellers' amounts). `DATE`, transfers and fields we do not know may
change by themselves: they are no news.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from services.domain.money import Money
from services.domain.payment import (
    FAILED_TO_GIVE_BACK,
    GAVE_BACK,
    Payment,
    Transaction,
    TransactionStatus,
    spelt,
)

Seller = tuple[str | None, Money | None]


@dataclass(frozen=True, slots=True)
class Movement:
    """What counts of one movement.

    Attributes:
        name: The status in the gateway's own words; untrusted text.
        unknown_id: `STATUS_ID` as JSON text, where it is none that is known.
    """

    id: str
    status: TransactionStatus
    name: str | None
    unknown_id: str | None
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
        name = transaction.extra.get("STATUS_NAME", transaction.status_name)
        return cls(
            transaction.id,
            transaction.status,
            None if name is None else spelt(name),
            transaction.extra.get("STATUS_ID"),
            amount,
            tuple(sellers),
        )


class What(Enum):
    """What differs between two looks."""

    AMOUNT = auto()
    SALE_INSTANT = auto()
    TOP_LEVEL = auto()
    """What the answer says of the order as a whole."""
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
        before, now: As seen and as it is; None where there was or is none. Text is a gateway's, untrusted.
        line: The seller's line it is about, at Param.
    """

    what: What
    before: Movement | Money | datetime | str | None = None
    now: Movement | Money | datetime | str | None = None
    line: str | None = None


def differences(seen: Payment, now: Payment) -> tuple[Difference, ...]:
    """Return everything that must stop a reversal planned on `seen`."""
    found: list[Difference] = []
    if seen.amount != now.amount:
        found.append(Difference(What.AMOUNT, seen.amount, now.amount))
    sold_before, sold_now = (p.sold_at.at if p.sold_at else None for p in (seen, now))
    if sold_before != sold_now:
        found.append(Difference(What.SALE_INSTANT, sold_before, sold_now))
    if _top_level(seen) != _top_level(now):
        found.append(Difference(What.TOP_LEVEL, _said(seen), _said(now)))
    before = _by_id(seen)
    after = _by_id(now)
    for key, movement in after.items():
        if key not in before:
            found.append(Difference(What.NEW_MOVEMENT, None, movement))
        elif before[key] != movement:
            found.append(Difference(What.OTHER_MOVEMENT, before[key], movement))
    found += [Difference(What.GONE_MOVEMENT, m, None) for key, m in before.items() if key not in after]
    return tuple(found)


def _top_level(payment: Payment) -> tuple[str | None, str | None]:
    return payment.status, payment.return_code


def _said(payment: Payment) -> str | None:
    return " / ".join(part for part in _top_level(payment) if part) or None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One answered look at an intent that was sent, as it is kept.

    Attributes:
        begun_at, ended_at: Before the question left, and after its answer was read; aware, UTC.
        snapshot: The answer, by the ledger's number.
    """

    begun_at: datetime
    ended_at: datetime
    finding: Finding
    snapshot: int


def find(before: Payment, now: Payment) -> Finding:
    """Read what became of a void of the whole of `before`, by this table's rows from the top.

    | difference | finding |
    |---|---|
    | exactly one movement newly gave back, exactly what was asked, whatever the top level says | GIVEN_BACK |
    | exactly one newly failed to, none gave back, and nothing else speaks of a void | FAILED |
    | nothing at all | NOTHING_NEW |
    | anything else | FOR_A_PERSON |

    "New" is a new id, or a known one now in that status. To say "given back" locks a sale for good, to say
    "failed" lets it be sent again: so one movement proves the first, but the second must not be doubtful in
    any way (an order that turned cancelled, a name that is not its status's, a name that changed).
    """
    gave, failed = _new(before, now, GAVE_BACK), _new(before, now, FAILED_TO_GIVE_BACK)
    if len(gave) == 1:
        (one,) = gave
        whole = one.amount is not None and before.charged == abs(one.amount)
        return Finding.GIVEN_BACK if whole and not one.name_contradicts else Finding.FOR_A_PERSON
    if len(failed) == 1 and not gave and not _speaks_of_a_void(before, now, failed):
        return Finding.FAILED
    return Finding.NOTHING_NEW if _what_counts(before) == _what_counts(now) else Finding.FOR_A_PERSON


def _new(before: Payment, now: Payment, kind: frozenset[TransactionStatus]) -> list[Transaction]:
    old = {(one.id, one.status) for one in before.movements}
    return [one for one in now.movements if one.status in kind and (one.id, one.status) not in old]


def _speaks_of_a_void(before: Payment, now: Payment, failed: list[Transaction]) -> bool:
    """Whether something besides the failed movement says that the money may have gone back."""
    turned_cancelled = now.says_cancelled and not before.says_cancelled
    names = {(one.id, one.status): one.name for one in map(Movement.of, before.movements)}
    renamed = any(
        names.get((one.id, one.status), one.name) != one.name for one in map(Movement.of, now.movements)
    )
    contradicted = any(one.name_contradicts for one in now.movements)
    return turned_cancelled or renamed or contradicted or not all(one.name_agrees for one in failed)


def _what_counts(payment: Payment) -> tuple[object, ...]:
    """All that is compared, the amount without its sign; a movement that the gateway repeats is still one."""
    amount = None if payment.amount is None else abs(payment.amount)
    paid = [one.at or payment.paid_at for one in payment.movements if one.status is TransactionStatus.PAID]
    sold = frozenset(one.at if one else None for one in paid or [payment.paid_at])
    return amount, sold, _top_level(payment), frozenset(map(Movement.of, payment.movements))
