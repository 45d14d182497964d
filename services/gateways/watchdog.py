"""Ends exchanges that take too long: httpx knows no deadline for a whole exchange, only for each read."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

from services.domain.errors import Reach

if TYPE_CHECKING:
    from services.gateways.doors import Flight


class Watchdog:
    """Watches every exchange under way from one thread, which starts with the first of them.

    All exchanges have the same time, so they end in the order they began, and the thread need only
    be woken when it was watching nothing. It is a daemon: it never keeps the program alive.

    Attributes:
        seconds: How long an exchange may take, headers and dripping bodies included.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._flights: dict[Flight, float] = {}
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._idle = False
        self._closed = False

    def begin(self, flight: Flight) -> None:
        """Give a flight its time, from now."""
        with self._changed:
            self._flights[flight] = time.monotonic() + self.seconds
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="watchdog", daemon=True)
                self._thread.start()
            elif self._idle:
                self._changed.notify()

    def end(self, flight: Flight) -> None:
        """Look away: it came to its end by itself, or was ended."""
        with self._changed:
            self._flights.pop(flight, None)
            if self._closed:
                self._changed.notify()

    def close(self) -> None:
        """End every question under way, and the thread with the last exchange. Money keeps its time."""
        with self._changed:
            self._closed = True
            self._changed.notify()
            for flight in self._flights:
                if not flight.money:
                    flight.end(Reach.CLOSED)

    def _run(self) -> None:
        with self._changed:
            while True:
                if not self._flights:
                    if self._closed:
                        return
                    self._idle = True
                    self._changed.wait()
                    self._idle = False
                    continue
                flight, deadline = next(iter(self._flights.items()))
                left = deadline - time.monotonic()
                if left > 0:
                    self._changed.wait(left)
                else:
                    del self._flights[flight]
                    flight.end(Reach.TIMEOUT)
