"""What a person is about to do, before it is done: a plan carries all that they saw.

A plan is a value. `reversals.execute` compares it with the world at the instant of sending and stops
on any difference. Making a plan sends nothing and writes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from services.domain.account import Account, GatewayName
from services.domain.errors import (
    InProgress,
    InputProblem,
    InvalidInput,
    Missing,
    NotConfigured,
    NotReversible,
    VerbNow,
    WhyNot,
)
from services.domain.money import ZERO, Money, total
from services.domain.order import Order, OrderLine
from services.domain.payment import Payment, PaymentState
from services.domain.reversal import Everything, Intent, MoneyRequest, ReturnRequest, Verb, VoidRequest
from services.ledger.standing import Standing
from services.lookup import OrderView, PaymentView
from services.policy import require_clock, sale_day, verb_at, verb_of_order

REFERENCE_LIMIT = 24
"""The longest reference `OrderReturnPhysical` takes, in characters (S 000)."""

_WHY_NOT = {
    PaymentState.VOIDED: WhyNot.ALREADY_VOIDED,
    PaymentState.REFUNDED: WhyNot.ALREADY_REFUNDED,
    PaymentState.PARTLY_REFUNDED: WhyNot.PARTLY_REFUNDED,
    PaymentState.DECLINED: WhyNot.DECLINED,
    PaymentState.WAITING: WhyNot.WAITING,
    PaymentState.UNCLEAR: WhyNot.UNCLEAR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One request of a plan, and what it comes to.

    Attributes:
        amount: What goes back. For `Everything`, what is left as we know it.
        sold: What the order, or the seller's line, was sold for.
    """

    request: MoneyRequest
    verb: Verb
    amount: Money
    sold: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class VoidPlan:
    """Void one EsnekPOS sale, whole.

    Attributes:
        payment: What the person saw.
        sale_day: The business day of the sale; None until the person has said which, where the
            answer leaves it open.
        now: What the clock said when the plan was made; None while `sale_day` is None.
        until: The first instant at which the sale is no longer of today; None unless it is of today.
        reason: Why, in the person's words.
        intents: What had been done to it here, as the person saw it.
    """

    account: Account
    payment: Payment
    amount: Money
    sale_day: date | None
    now: VerbNow | None
    until: datetime | None
    reason: str = ""
    intents: tuple[Intent, ...] = ()

    @property
    def reference(self) -> str:
        """The order's reference at the gateway."""
        return self.payment.reference

    @property
    def steps(self) -> tuple[Step, ...]:
        """The one request: the gateway knows no part of a sale."""
        request = VoidRequest(self.reference, refno=self.payment.refno)
        return (Step(request=request, verb=Verb.VOID, amount=self.amount, sold=self.amount),)


@dataclass(frozen=True, slots=True, kw_only=True)
class LineReturn:
    """How much of one seller's line goes back, and what the seller is due afterwards."""

    line: str
    amount: Money
    payable: Money


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnPlan:
    """Give back a Param order: some of its lines, or everything of every seller.

    Attributes:
        order, standing: What the person saw.
        what: The lines, in the order they will be sent; or `Everything`, an act of its own.
        now: Void or refund, as the clock said when the plan was made.
        until: The first instant at which that is no longer so; None for a refund.
        accepts_literal_rule: The person was shown the literal reading of the payable rule and both
            numbers, and goes on.
    """

    account: Account
    order: Order
    standing: Standing
    what: tuple[LineReturn, ...] | Everything
    now: VerbNow
    until: datetime | None
    reason: str = ""
    accepts_literal_rule: bool = False

    @property
    def amount(self) -> Money:
        """What goes back to the customer, over all lines."""
        if isinstance(self.what, Everything):
            return left_of_order(self.order, self.standing)
        return total([part.amount for part in self.what])

    @property
    def intents(self) -> tuple[Intent, ...]:
        """What had been done to it here, as the person saw it."""
        return self.standing.intents

    @property
    def reference(self) -> str:
        """The order's reference at the gateway."""
        return self.order.siparis_id

    @property
    def sale_day(self) -> date:
        """The business day of the sale."""
        return self.account.days.day_of(self.order.sold_at)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The requests, one after another.

        Everything is sent once, under the first line's `PYSiparis_GUID` (unproven, WIRE).
        """
        if isinstance(self.what, Everything):
            first = LineReturn(line=self.order.lines[0].guid, amount=self.amount, payable=ZERO)
            return (self._step(first, self.what, self.order.amount),)
        return tuple(self._step(part, part.amount, self.order.line(part.line).amount) for part in self.what)

    def _step(self, part: LineReturn, amount: Money | Everything, sold: Money) -> Step:
        request = ReturnRequest(
            siparis_id=self.order.siparis_id,
            line=part.line,
            verb=self.now.verb,
            amount=amount,
            payable=part.payable,
        )
        return Step(request=request, verb=self.now.verb, amount=part.amount, sold=sold)


Plan = VoidPlan | ReturnPlan


def plan_void(view: PaymentView, now: datetime) -> VoidPlan:
    """Plan the void of an EsnekPOS payment as it was last answered.

    Raises:
        NotReversible: Its state, its reference or its account allows none.
        NotConfigured: The account has no `BACK_URL`.
        ClockWrong: The day can't be told by this computer's clock.
    """
    account, payment = view.account, view.payment
    if account.retired:
        raise NotReversible(WhyNot.RETIRED_ACCOUNT, account=account)
    if payment.state is not PaymentState.PAID:
        contradicts = payment.state is PaymentState.UNCLEAR and payment.contradicts_itself
        why = WhyNot.CONTRADICTORY if contradicts else _WHY_NOT[payment.state]
        raise NotReversible(why, account=account)
    if len(payment.reference) > REFERENCE_LIMIT:
        raise NotReversible(WhyNot.REFERENCE_TOO_LONG, account=account)
    if payment.charged is None or payment.charged.kurus <= 0:
        raise NotReversible(WhyNot.AMOUNT_UNKNOWN, account=account)
    if not account.back_url:
        raise NotConfigured(Missing.BACK_URL, account=account)
    require_clock(account, view.skew, now)
    day = sale_day(account, payment)
    return VoidPlan(
        account=account,
        payment=payment,
        amount=payment.charged,
        sale_day=day,
        now=None if day is None else verb_at(account, day, now),
        until=account.days.end_of(now) if day == account.days.day_of(now) else None,
        intents=view.intents,
    )


def plan_return(
    view: OrderView,
    what: tuple[LineReturn, ...] | Everything,
    now: datetime,
    *,
    reason: str = "",
    accepts_literal_rule: bool = False,
) -> ReturnPlan:
    """Plan a return at Param, checking every rule of WIRE.

    Raises:
        InvalidInput: An amount or a payable that can't be; `field` is ``"amount"`` or ``"payable"``
            followed by a colon and the line's GUID.
        NotReversible: The order is shut, nothing of it is left, or its account is retired.
        ClockWrong: The day can't be told by this computer's clock.
        InProgress: The order has an open intent.
    """
    account, order = view.account, view.order
    if account.retired:
        raise NotReversible(WhyNot.RETIRED_ACCOUNT, account=account)
    if account.gateway is not GatewayName.PARAM:
        raise NotReversible(WhyNot.NOT_OFFERED, account=account)
    if view.standing.open is not None:
        raise InProgress(view.standing.open)
    if left_of_order(order, view.standing).kurus <= 0:
        raise NotReversible(WhyNot.NOTHING_LEFT, left=ZERO, account=account)
    if not isinstance(what, Everything):
        if not what:
            raise InvalidInput("amount", InputProblem.EMPTY)
        for place, part in enumerate(what):
            if part.line.upper() in [other.line.upper() for other in what[:place]]:
                raise InvalidInput(f"amount:{part.line}", InputProblem.ALREADY_THERE)
            check_line(order, view.standing, part, strict=account.strict)
    require_clock(account, view.skew, now)
    verb = verb_of_order(account, view.sale_day, view.intents, now)
    return ReturnPlan(
        account=account,
        order=order,
        standing=view.standing,
        what=what,
        now=verb,
        until=None if verb.verb is Verb.REFUND else account.days.end_of(now),
        reason=reason,
        accepts_literal_rule=accepts_literal_rule,
    )


def check_line(order: Order, standing: Standing, part: LineReturn, *, strict: bool) -> None:
    """Check one line against WIRE's rules (S 003).

    Raises:
        InvalidInput: It can't be; see `plan_return`.
    """
    line = order.line(part.line)
    left = left_of_line(line, standing)
    if part.amount.kurus <= 0:
        raise InvalidInput(f"amount:{line.guid}", InputProblem.NOT_POSITIVE)
    if part.amount > left:
        raise InvalidInput(f"amount:{line.guid}", InputProblem.MORE_THAN_LEFT, limit=left)
    if part.payable.kurus < 0:
        raise InvalidInput(f"payable:{line.guid}", InputProblem.NOT_POSITIVE)
    if part.payable > line.amount:
        raise InvalidInput(f"payable:{line.guid}", InputProblem.PAYABLE_OVER_PRODUCT, limit=line.amount)
    if strict and breaks_literal_rule(part):
        raise InvalidInput(f"payable:{line.guid}", InputProblem.PAYABLE_OVER_RETURNED, limit=part.amount)


def breaks_literal_rule(part: LineReturn) -> bool:
    """Whether the payable exceeds the amount returned: the rule's literal reading (WIRE).

    Taken literally it would underpay sellers on small partial returns, so it asks once more and
    blocks only in a strict account.
    """
    return part.payable > part.amount


def proposed_payable(line: OrderLine, standing: Standing, amount: Money) -> Money:
    """Return what the seller should be due after `amount` goes back: never lower just to fit a rule."""
    return max(standing.payable_of(line) - amount, ZERO)


def left_of_line(line: OrderLine, standing: Standing) -> Money:
    """Return what can still be given back of one seller's line."""
    return standing.left(line.guid, line.amount)


def left_of_order(order: Order, standing: Standing) -> Money:
    """Return what can still be given back of every line of an order."""
    return total([left_of_line(line, standing) for line in order.lines])
