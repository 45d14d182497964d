"""Void or refund, at this instant: decided by the clock, when it is shown and again when it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from services.domain.account import Account, GatewayName
from services.domain.errors import ClockWrong, VerbNow
from services.domain.payment import Payment
from services.domain.reversal import Intent, IntentState, Verb
from services.skew import Skew

_WANTS = {"-213": Verb.REFUND, "-214": Verb.VOID}
"""What Param's refusals say it would take instead (WIRE, S 003)."""


def require_clock(account: Account, skew: Skew | None, now: datetime) -> None:
    """Let a clock pass by which the verb can be told; one that was not measured just now passes too.

    Raises:
        ClockWrong: It is over a minute off.
    """
    if skew is not None and skew.is_wrong and skew.is_fresh_at(now):
        raise ClockWrong(skew.ahead, account=account)


def verb_at(account: Account, sale_day: date, now: datetime) -> VerbNow:
    """Return the verb for a sale of the business day `sale_day`, at the aware instant `now`.

    EsnekPOS knows one verb; after the day of the sale its bank may refuse it (WIRE, S 000). At
    Param it is `IPTAL` on the day and `IADE` later (S 003).
    """
    late = account.days.day_of(now) != sale_day
    if account.gateway is GatewayName.PARAM and late:
        return VerbNow(Verb.REFUND, late=True)
    return VerbNow(Verb.VOID, late=late)


def verb_of_order(account: Account, sale_day: date, intents: Sequence[Intent], now: datetime) -> VerbNow:
    """Return the verb for a Param order: by the clock, unless Param itself said otherwise today.

    Its -213 and -214 probably follow the bank's own day-end (WIRE), which no clock here can tell. Its
    word counts while it is the last thing that happened to the order, and to the end of that day.
    """
    by_clock = verb_at(account, sale_day, now)
    last = intents[-1] if intents else None
    if last is None or last.state is not IntentState.REFUSED or last.settled is None:
        return by_clock
    said = _WANTS.get(last.settled.code or "")
    if said is None or not account.days.same_day(last.settled.at, now):
        return by_clock
    return VerbNow(said, late=by_clock.late)


def sale_day(account: Account, payment: Payment) -> date | None:
    """Return the business day a payment was sold on; None when the answer does not settle it.

    The paid movement's `DATE` and `PAYMENT_DATE` must not fall on different days, and neither may be
    there and unreadable: then a person says which it was, and nothing is proposed.
    """
    if payment.has_unreadable_date:
        return None
    instants = [payment.sale.at if payment.sale else None, payment.paid_at]
    days = {account.days.day_of(instant.at) for instant in instants if instant is not None}
    return days.pop() if len(days) == 1 else None
