"""The looks at intents again: how often, when last, and never two at one intent at the same time.

In memory: after a restart nothing was looked at yet, so that everything is looked at once.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime

from services.domain.clock import Clock
from services.domain.reversal import Intent


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


class Looks:
    """Remembers looks, and lets whoever wants one that is under way share it. Usable from any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._looked: dict[int, Looked] = {}
        self._under_way: dict[int, Future[Intent]] = {}

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
