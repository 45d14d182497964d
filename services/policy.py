"""Void or refund, at this instant: decided by the clock, when it is shown and again when it is sent."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from services.domain.account import Account, GatewayName
from services.domain.errors import ClockWrong, VerbNow
from services.domain.payment import Payment
from services.domain.reversal import Verb

MOST_SKEW = timedelta(seconds=60)
"""How far this computer's clock may be from the gateway's for the day to be told by it."""


def require_clock(account: Account, skew: timedelta | None) -> None:
    """Let a clock pass by which the verb can be told; one that nobody has measured passes too.

    Raises:
        ClockWrong: It is over a minute off.
    """
    if skew is not None and abs(skew) > MOST_SKEW:
        raise ClockWrong(skew, account=account)


def verb_at(account: Account, sale_day: date, now: datetime) -> VerbNow:
    """Return the verb for a sale of the business day `sale_day`, at the aware instant `now`.

    EsnekPOS knows one verb; after the day of the sale its bank may refuse it (WIRE, S 000). At
    Param it is `IPTAL` on the day and `IADE` later (S 003).
    """
    late = account.days.day_of(now) != sale_day
    if account.gateway is GatewayName.PARAM and late:
        return VerbNow(Verb.REFUND, late=True)
    return VerbNow(Verb.VOID, late=late)


def sale_day(account: Account, payment: Payment) -> date | None:
    """Return the business day a payment was sold on; None when the answer does not settle it.

    The paid movement's `DATE` and `PAYMENT_DATE` must not fall on different days (WIRE): then a
    person says which it was, and nothing is proposed.
    """
    instants = [payment.sale.at if payment.sale else None, payment.paid_at]
    days = {account.days.day_of(instant.at) for instant in instants if instant is not None}
    return days.pop() if len(days) == 1 else None
