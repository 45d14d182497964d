"""How far a gateway's clock is from this computer's: measured with every exchange, kept in memory.

Void or refund is a matter of the day, and so of the clock. An answer's `Date` names a whole second;
the skew is the least one that explains it, so that rounding alone never accuses a clock.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.domain.account import Account, Environment, GatewayName, Secrets
from services.domain.clock import Clock
from services.domain.payment import Payment
from services.domain.reversal import MoneyRequest
from services.gateways.base import Answer, CanMove, CanQuery, CanReach, Exchange, Queried

LONGEST_EXCHANGE = timedelta(seconds=10)
"""An exchange that took longer says too little about when the gateway answered."""

_SECOND = timedelta(seconds=1)
_SET = timedelta(seconds=10)
"""A computer's clock that ran this much more or less than time itself was set, or slept."""


def skew_of(exchange: Exchange) -> timedelta | None:
    """Return how far the gateway is ahead of us, negative when we are; None where it can't be told."""
    took = exchange.answered_at - exchange.asked_at
    if exchange.server_date is None or not timedelta() <= took <= LONGEST_EXCHANGE:
        return None
    least = exchange.server_date - (exchange.asked_at + took / 2)
    most = least + _SECOND
    if least > timedelta():
        return least
    return min(most, timedelta())


@dataclass(frozen=True, slots=True)
class _Measured:
    skew: timedelta
    at: datetime
    ticks: float


class Skews:
    """The newest skew of each gateway's host. Usable from any thread.

    One that was measured before this computer's clock was set is forgotten: it is no longer true.

    Args:
        clock: The one that is measured.
        ticks: Seconds of a clock that nobody sets.
    """

    def __init__(self, clock: Clock, *, ticks: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ticks = ticks
        self._lock = threading.Lock()
        self._measured: dict[tuple[GatewayName, Environment], _Measured] = {}

    def note(self, account: Account, exchange: Exchange) -> None:
        """Measure by one exchange with an account's gateway, where it can be measured by."""
        skew = skew_of(exchange)
        if skew is None:
            return
        measured = _Measured(skew, self._clock.now(), self._ticks())
        with self._lock:
            self._measured[account.gateway, account.environment] = measured

    def of(self, account: Account) -> timedelta | None:
        """Return how far an account's gateway is ahead of us; None while that is not known."""
        with self._lock:
            measured = self._measured.get((account.gateway, account.environment))
        if measured is None:
            return None
        ran = self._clock.now() - measured.at
        passed = timedelta(seconds=self._ticks() - measured.ticks)
        return None if abs(ran - passed) > _SET else measured.skew


class TimedQuery:
    """`CanQuery`, with every exchange measured. `gateway` hands it out when it is called."""

    def __init__(self, gateway: Callable[[], CanQuery], skews: Skews) -> None:
        self._gateway = gateway
        self._skews = skews

    def query(self, account: Account, secrets: Secrets, reference: str) -> Queried:
        """See `CanQuery.query`."""
        queried = self._gateway().query(account, secrets, reference)
        self._skews.note(account, queried.exchange)
        return queried

    def read(self, body: str, reference: str) -> Payment | None:
        """See `CanQuery.read`."""
        return self._gateway().read(body, reference)


class TimedReach:
    """`CanReach`, with every exchange measured. `gateway` hands it out when it is called."""

    def __init__(self, gateway: Callable[[], CanReach], skews: Skews) -> None:
        self._gateway = gateway
        self._skews = skews

    def reach(self, account: Account) -> Exchange:
        """See `CanReach.reach`."""
        exchange = self._gateway().reach(account)
        self._skews.note(account, exchange)
        return exchange


class TimedMove:
    """`CanMove`, with every exchange measured. `gateway` hands it out when it is called."""

    def __init__(self, gateway: Callable[[], CanMove], skews: Skews) -> None:
        self._gateway = gateway
        self._skews = skews

    def preview(self, account: Account, request: MoneyRequest) -> str:
        """See `CanMove.preview`."""
        return self._gateway().preview(account, request)

    def send(self, account: Account, secrets: Secrets, request: MoneyRequest) -> Answer:
        """See `CanMove.send`."""
        answer = self._gateway().send(account, secrets, request)
        self._skews.note(account, answer.exchange)
        return answer
