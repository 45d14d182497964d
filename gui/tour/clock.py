"""The tour's clock: the computer's, until a step needs another hour."""

from __future__ import annotations

from datetime import datetime, timedelta

from services.domain.clock import SystemClock


class TourClock:
    """Goes with the computer's clock; can be put forward, and then stands still. Usable from any thread.

    It is the program's and both gateways', so that nothing on the way disagrees about the time. It never
    goes back: what is in the ledger would lie in the future.
    """

    def __init__(self) -> None:
        self._computer = SystemClock()
        self._ahead = timedelta()
        self._stands: datetime | None = None

    def now(self) -> datetime:
        """Return the instant it is; aware, UTC."""
        return self._stands or self._computer.now() + self._ahead

    def monotonic(self) -> float:
        """Return seconds by the same clock: it never goes back."""
        return self.now().timestamp()

    def stand_at(self, at: datetime) -> None:
        """Stand at an instant from now on.

        Raises:
            ValueError: It has passed.
        """
        if at < self.now():
            raise ValueError("a clock of a ledger does not go back")
        self._stands = at

    def go_on(self) -> None:
        """Go again, from where it stands."""
        if self._stands is not None:
            self._ahead = self._stands - self._computer.now()
            self._stands = None
