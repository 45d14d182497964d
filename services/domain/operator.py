"""Who is at the desk, what they may do, and when a second person must agree.

A right is a matter of the role; a limit is a matter of the amount. Above a limit a second person
approves the exact requests, once, for ten minutes. Nobody approves their own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum
from types import MappingProxyType

from services.domain.errors import Denied, NotAllowed
from services.domain.money import Money
from services.domain.reversal import (
    Everything,
    IntentState,
    MoneyRequest,
    OrderKey,
    Testimony,
    VoidRequest,
)

APPROVAL_LASTS = timedelta(minutes=10)
"""How long an approval may be used after it was given."""

NOBODY_SIGNS_IN = 0
"""The number of the one person of a shop without PINs: the owner, by the computer's own name for them."""


class Right(Enum):
    """One thing that a role may do or not."""

    LOOK = "look"
    EXPORT = "export"
    VOID_TODAY = "void today"
    VOID_LATE = "void late"
    REFUND_PART = "refund part"
    REFUND_WHOLE = "refund whole"
    ALL_SELLERS = "all sellers"
    SETTLE_UNKNOWN = "settle unknown"
    APPROVE = "approve"
    ACCOUNTS = "accounts"
    OPERATORS = "operators"


class Role(Enum):
    """What somebody is in the shop."""

    CASHIER = "cashier"
    MANAGER = "manager"
    OWNER = "owner"


_CASHIER = frozenset({Right.LOOK, Right.VOID_TODAY})
_MANAGER = _CASHIER | {
    Right.EXPORT,
    Right.VOID_LATE,
    Right.REFUND_PART,
    Right.REFUND_WHOLE,
    Right.ALL_SELLERS,
    Right.SETTLE_UNKNOWN,
    Right.APPROVE,
}

RIGHTS: Mapping[Role, frozenset[Right]] = MappingProxyType(
    {Role.CASHIER: _CASHIER, Role.MANAGER: _MANAGER, Role.OWNER: frozenset(Right)}
)
"""The whole matrix. There is no other place that says who may do what."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one operator gives back without a second person; None is no limit.

    Attributes:
        per_reversal: In one go, over all its lines.
        per_day: On one business day, over everything that was sent or may have been.
    """

    per_reversal: Money | None = None
    per_day: Money | None = None

    @property
    def any(self) -> bool:
        """Whether there is a limit at all."""
        return self.per_reversal is not None or self.per_day is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator:
    """Somebody at the desk. Holds no PIN; safe to log.

    Attributes:
        id: The ledger's number; `NOBODY_SIGNS_IN` for the one person of a shop without PINs.
        active: False for one who no longer works here; what they did stays.
    """

    id: int
    name: str
    role: Role
    limits: Limits = field(default_factory=Limits)
    active: bool = True

    def may(self, right: Right) -> bool:
        """Whether the role allows it."""
        return self.active and right in RIGHTS[self.role]

    def __str__(self) -> str:
        """The name they go by."""
        return self.name

    def require(self, right: Right) -> None:
        """Let a right pass.

        Raises:
            NotAllowed: The role does not allow it.
        """
        if not self.may(right):
            raise NotAllowed(Denied.RIGHT, right=right.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """A second person's yes to exactly these requests, for one asker, as long as both are what they were.

    Attributes:
        digest: Of the requests; see `digest_of`.
        asker: Whose requests they are, by the ledger's number.
        ground: What it stands on, as a digest: the role, the limits and the PIN of both people.
        batch: The batch that used it up; None while it is unused.
    """

    id: int
    digest: str
    approver: int
    approver_name: str
    given_at: datetime
    asker: int
    ground: str
    batch: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an operator wants to do in one go.

    Attributes:
        rights: What it takes.
        amount: What goes back, over all its lines.
        digest: Of its requests.
        batch: Joins its lines; an approval that one line has used covers the others.
    """

    rights: frozenset[Right]
    amount: Money
    digest: str
    batch: str


def require_allowed(
    operator: Operator, wish: Wish, *, given_today: Money, approval: Approval | None, now: datetime
) -> None:
    """Let a wish pass.

    Args:
        operator: Who wants it.
        wish: What they want.
        given_today: What they gave back or agreed to on this business day besides, unknown outcomes included.
        approval: A second person's yes, if there is one.
        now: Aware, UTC.

    Raises:
        NotAllowed: A right is missing; a limit is passed and nobody approved, which everything of all sellers
            does wherever there is any limit; or the approval is for something else, somebody
            else's, too old, used up, or one's own, whether it is needed or not.
    """
    for right in sorted(wish.rights, key=lambda one: one.value):
        operator.require(right)
    if approval is not None:
        _require_fit(operator, wish, approval, now)
        return
    _require_within_limits(operator, wish.rights, wish.amount, given_today=given_today)


def require_may_approve(
    approver: Operator, rights: Collection[Right], amount: Money, *, given_today: Money
) -> None:
    """Let a person agree to what somebody else wants: to nothing that they may not do themselves.

    Args:
        approver: Who agrees.
        rights: What it takes.
        amount: What goes back, over all its lines.
        given_today: What the approver gave back or agreed to on this business day besides.

    Raises:
        NotAllowed: A right is missing, that to approve included; or a limit of the approver's own is passed.
    """
    approver.require(Right.APPROVE)
    for right in sorted(rights, key=lambda one: one.value):
        approver.require(right)
    _require_within_limits(approver, rights, amount, given_today=given_today)


def _require_within_limits(
    operator: Operator, rights: Collection[Right], amount: Money, *, given_today: Money
) -> None:
    """The amount of everything is what was typed as the order's; what goes back is the gateway's to say."""
    limits = operator.limits
    if Right.ALL_SELLERS in rights and limits.any:
        raise NotAllowed(Denied.EVERYTHING_OVER_LIMIT)
    if limits.per_reversal is not None and amount > limits.per_reversal:
        raise NotAllowed(Denied.OVER_REVERSAL_LIMIT, limit=limits.per_reversal)
    if limits.per_day is not None and given_today + amount > limits.per_day:
        raise NotAllowed(Denied.OVER_DAY_LIMIT, limit=limits.per_day)


def _require_fit(operator: Operator, wish: Wish, approval: Approval, now: datetime) -> None:
    if approval.approver == operator.id:
        raise NotAllowed(Denied.OWN_APPROVAL)
    if approval.asker != operator.id:
        raise NotAllowed(Denied.OTHERS_APPROVAL)
    if approval.digest != wish.digest:
        raise NotAllowed(Denied.OTHER_APPROVAL)
    if approval.batch is not None:
        if approval.batch != wish.batch:
            raise NotAllowed(Denied.USED_APPROVAL)
        return
    if not timedelta() <= now - approval.given_at <= APPROVAL_LASTS:
        raise NotAllowed(Denied.OLD_APPROVAL)


def digest_of(order: OrderKey, requests: Sequence[MoneyRequest]) -> str:
    """Return what an approval is bound to: merchant, order, lines, verbs, amounts, payables, in order."""
    said = [order.gateway.value, order.environment.value, order.merchant, order.reference]
    text = json.dumps([said, [_said(request) for request in requests]], ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def digest_of_testimony(intent_id: int, outcome: IntentState, testimony: Testimony) -> str:
    """Return what an approval of a person's settlement is bound to: the intent and all that is said."""
    said = [intent_id, outcome.value, testimony.person, testimony.reason, testimony.reference]
    text = json.dumps(["testimony", said], ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _said(request: MoneyRequest) -> list[str | int]:
    if isinstance(request, VoidRequest):
        return ["void", request.reference]
    # A number is never the word for everything, so the two can't be mistaken for each other.
    amount = request.amount.value if isinstance(request.amount, Everything) else request.amount.kurus
    return [
        "return",
        request.siparis_id,
        request.line.upper(),
        request.verb.value,
        amount,
        request.payable.kurus,
    ]
