"""A breath before it goes: an optional hold between a person's yes and the last look.

In it nothing has been asked, written down or sent. Whoever takes it back in time has done nothing.
"""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import Protocol

from services.domain.errors import Withdrawn

SHORTEST = timedelta(seconds=5)
LONGEST = timedelta(seconds=20)


class Waits(Protocol):
    """What a breath waits with: `threading.Event`, or a test's own."""

    def wait(self, timeout: float) -> object:
        """Wait until `set`, or so many seconds."""

    def set(self) -> None:
        """End the waiting, now or when it begins."""


class Breath:
    """One hold, for one reversal. `hold` on the writing thread, `withdraw` on any other.

    Args:
        length: How long; 5 to 20 seconds.
        waits: What to wait with, if not said.

    Raises:
        ValueError: Shorter or longer than that.
    """

    def __init__(self, length: timedelta, *, waits: Waits | None = None) -> None:
        if not SHORTEST <= length <= LONGEST:
            raise ValueError(f"a breath is {SHORTEST} to {LONGEST}, not {length}")
        self.length = length
        self._waits = waits or threading.Event()
        self._lock = threading.Lock()
        self._over = False
        self._withdrawn = False

    def hold(self) -> None:
        """Wait until it is over.

        Raises:
            Withdrawn: It was taken back before that.
        """
        self._waits.wait(self.length.total_seconds())
        with self._lock:
            self._over = True
            if self._withdrawn:
                raise Withdrawn

    def withdraw(self) -> bool:
        """Take it back; return whether that was in time. If not, it goes on: wait for its end."""
        with self._lock:
            if not self._over:
                self._withdrawn = True
                self._waits.set()
            return self._withdrawn


class Breaths:
    """Every hold under way, so that closing the program takes them all back. Usable from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: set[Breath] = set()
        self._closed = False

    def hold(self, breath: Breath) -> None:
        """Hold one.

        Raises:
            Withdrawn: It was taken back, or the program is closing.
        """
        with self._lock:
            if self._closed:
                breath.withdraw()
            self._held.add(breath)
        try:
            breath.hold()
        finally:
            with self._lock:
                self._held.discard(breath)

    def close(self) -> None:
        """Take back all that are held, and every one from now on. Never waits."""
        with self._lock:
            self._closed = True
            for breath in self._held:
                breath.withdraw()
