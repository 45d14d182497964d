"""The looks at intents again: how often, when last, and never two at one intent at the same time.

In memory: after a restart nothing was looked at yet, so that everything is looked at once. What an end
rests on is kept in the ledger besides.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.domain.clock import Clock
from services.domain.reversal import CERTAIN_AFTER, Intent


@dataclass(frozen=True, slots=True)
class Looked:
    """The looks at one intent since it stands as it does.

    Attributes:
        times: How many, failed ones included.
        begun, ended: The last one; aware, UTC.
    """

    times: int
    begun: datetime
    ended: datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment by two clocks.

    Attributes:
        at: By the wall; aware, UTC.
        seconds: By the clock that nobody can set; `Clock.monotonic`.
    """

    at: datetime
    seconds: float


class Looks:
    """Remembers looks, and lets whoever wants one that is under way share it. Usable from any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._looked: dict[int, Looked] = {}
        self._under_way: dict[int, Future[Intent]] = {}
        self._answered: dict[int, float] = {}
        self._begun: dict[int, Moment] = {}

    def moment(self) -> Moment:
        """Return this moment."""
        return Moment(self._clock.now(), self._clock.monotonic())

    def answered(self, intent_id: int) -> None:
        """Note that a gateway has said no just now, so that a wall clock set forward shortens no wait."""
        with self._lock:
            self._answered[intent_id] = self._clock.monotonic()

    def proves_silence(self, intent: Intent, begun: Moment) -> bool:
        """Whether a look that began then may be the second one, which makes a no certain.

        It began long enough after the answer, by the wall clock; and by the other one too, where the answer
        came in this run of the program.
        """
        certain_from = intent.certain_from
        if certain_from is None or begun.at < certain_from:
            return False
        with self._lock:
            answered = self._answered.get(intent.id)
        return answered is None or begun.seconds >= answered + CERTAIN_AFTER.total_seconds()

    def certain_at(self, intent: Intent, now: datetime) -> datetime | None:
        """Return when a look can make a no certain; None where none can, or one has begun since then."""
        certain_from = intent.certain_from
        if certain_from is None:
            return None
        with self._lock:
            begun, answered = self._begun.get(intent.id), self._answered.get(intent.id)
        if begun is not None and self.proves_silence(intent, begun):
            return None
        if answered is None:
            return certain_from
        left = answered + CERTAIN_AFTER.total_seconds() - self._clock.monotonic()
        return max(certain_from, now + timedelta(seconds=left)) if left > 0 else certain_from

    def of(self, intent: Intent) -> Looked | None:
        """Return the looks at an intent; None if there was none in this run of the program."""
        with self._lock:
            return self._looked.get(intent.id)

    def once(self, intent: Intent, look: Callable[[], Intent]) -> Intent:
        """Look; or wait for the look at this intent that is under way, and share what it finds.

        Raises:
            Exception: Whatever `look` raises, to everybody who shares it.
        """
        with self._lock:
            shared = self._under_way.get(intent.id)
            if shared is None:
                ours = self._under_way[intent.id] = Future()
        if shared is not None:
            return shared.result()
        begun, found = self._clock.now(), intent
        with self._lock:
            self._begun[intent.id] = self.moment()
        try:
            found = look()
        except BaseException as error:
            self._end(intent, found, begun)
            ours.set_exception(error)
            raise
        self._end(intent, found, begun)
        ours.set_result(found)
        return found

    def put_off(self, intent: Intent) -> None:
        """Count a look that was spared, because its gateway can't be asked now."""
        now = self._clock.now()
        with self._lock:
            self._count(intent, intent, now)

    def _end(self, before: Intent, after: Intent, begun: datetime) -> None:
        with self._lock:
            del self._under_way[before.id]
            self._count(before, after, begun)

    def _count(self, before: Intent, after: Intent, begun: datetime) -> None:
        earlier = self._looked.get(before.id)
        # An end that changed is a new one to watch, from the beginning.
        times = 0 if earlier is None or after.state is not before.state else earlier.times
        self._looked[before.id] = Looked(times + 1, begun, self._clock.now())
