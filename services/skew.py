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

MOST_SKEW = timedelta(seconds=60)
"""How far this computer's clock may be from the gateway's for the day to be told by it."""

BELIEVED_FOR = timedelta(seconds=60)
"""How long a measurement is believed; after that it is measured again."""

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
class Skew:
    """How far a gateway's clock is ahead of this computer's, and when that was measured.

    Attributes:
        ahead: Negative when it is behind.
        measured_at: By this computer's clock; aware, UTC.
    """

    ahead: timedelta
    measured_at: datetime

    @property
    def is_wrong(self) -> bool:
        """Whether it is more than the day can be told by."""
        return abs(self.ahead) > MOST_SKEW

    def is_fresh_at(self, now: datetime) -> bool:
        """Whether it may still be believed at an instant."""
        return abs(now - self.measured_at) <= BELIEVED_FOR


class Skews:
    """The newest skew of each gateway's host. Usable from any thread.

    A measurement is replaced by the next one, and believed for `BELIEVED_FOR`: one answer with a wrong
    `Date` must not stop a desk for longer than it takes to ask again. One that was taken before this
    computer's clock was set is forgotten at once: it is no longer true.

    Args:
        clock: The one that is measured.
        ticks: Seconds of a clock that nobody sets.
    """

    def __init__(self, clock: Clock, *, ticks: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._ticks = ticks
        self._lock = threading.Lock()
        self._measured: dict[tuple[GatewayName, Environment], tuple[Skew, float]] = {}

    def note(self, account: Account, exchange: Exchange) -> Skew | None:
        """Measure by one exchange with an account's gateway; return None where it says nothing."""
        ahead = skew_of(exchange)
        if ahead is None:
            return None
        skew = Skew(ahead, self._clock.now())
        with self._lock:
            self._measured[account.gateway, account.environment] = skew, self._ticks()
        return skew

    def of(self, account: Account) -> Skew | None:
        """Return the newest skew of an account's gateway; None while it is not known, or no longer."""
        with self._lock:
            measured = self._measured.get((account.gateway, account.environment))
        if measured is None:
            return None
        skew, ticks = measured
        now = self._clock.now()
        passed = timedelta(seconds=self._ticks() - ticks)
        was_set = abs(now - skew.measured_at - passed) > _SET
        return skew if skew.is_fresh_at(now) and not was_set else None


class TimedQuery:
    """`CanQuery`, with every exchange measured. `gateway` hands it out when it is called.

    Where an answer says that a clock is wrong it is asked once more: the second answer counts.
    """

    def __init__(self, gateway: Callable[[], CanQuery], skews: Skews) -> None:
        self._gateway = gateway
        self._skews = skews

    def query(self, account: Account, secrets: Secrets, reference: str, *, fresh: bool = False) -> Queried:
        """See `CanQuery.query`."""
        queried = self._gateway().query(account, secrets, reference, fresh=fresh)
        if not _is_wrong(self._skews.note(account, queried.exchange)):
            return queried
        again = self._gateway().query(account, secrets, reference, fresh=True)
        self._skews.note(account, again.exchange)
        return again

    def read(self, body: str, reference: str) -> Payment | None:
        """See `CanQuery.read`."""
        return self._gateway().read(body, reference)


class TimedReach:
    """`CanReach`, with every exchange measured. `gateway` hands it out when it is called.

    Where an answer says that a clock is wrong it knocks once more: the second answer counts.
    """

    def __init__(self, gateway: Callable[[], CanReach], skews: Skews) -> None:
        self._gateway = gateway
        self._skews = skews

    def reach(self, account: Account) -> Exchange:
        """See `CanReach.reach`."""
        exchange = self._gateway().reach(account)
        if not _is_wrong(self._skews.note(account, exchange)):
            return exchange
        again = self._gateway().reach(account)
        self._skews.note(account, again)
        return again


class TimedMove:
    """`CanMove`; its answers measure a clock that is right. `gateway` hands it out when it is called.

    One that says otherwise is not noted: it can't be asked again, and the next question measures anyway.
    """

    def __init__(self, gateway: Callable[[], CanMove], skews: Skews) -> None:
        self._gateway = gateway
        self._skews = skews

    def preview(self, account: Account, request: MoneyRequest) -> str:
        """See `CanMove.preview`."""
        return self._gateway().preview(account, request)

    def send(self, account: Account, secrets: Secrets, request: MoneyRequest) -> Answer:
        """See `CanMove.send`."""
        answer = self._gateway().send(account, secrets, request)
        ahead = skew_of(answer.exchange)
        if ahead is not None and abs(ahead) <= MOST_SKEW:
            self._skews.note(account, answer.exchange)
        return answer


def _is_wrong(skew: Skew | None) -> bool:
    return skew is not None and skew.is_wrong
