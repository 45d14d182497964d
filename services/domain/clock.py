"""What time it is, and which business day that is in Istanbul.

Instants are aware UTC everywhere inside. A day is the shop's: Europe/Istanbul, from midnight to
midnight unless the account's bank closes its day at another hour (the cut-off).
"""

from __future__ import annotations

import time as ticking
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

ISTANBUL = ZoneInfo("Europe/Istanbul")
"""The only zone a gateway writes and a shop reads. On Windows its rules come with `tzdata`."""


class Clock(Protocol):
    """Tells the time. Handed in wherever time matters, so that a test can move it."""

    def now(self) -> datetime:
        """Return this instant, aware, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that only grow, from any beginning, whatever is done to the wall clock."""


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return this instant, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return seconds since some moment before this program began; they may stand still in sleep."""
        return ticking.monotonic()


@dataclass(frozen=True, slots=True)
class Instant:
    """A point in time as a gateway wrote it.

    Attributes:
        at: The instant, aware, in UTC.
        text: The source text, kept as it came: ``"4.05.2020 11:58:11"``.
    """

    at: datetime
    text: str

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("an instant must be aware of its zone")


@dataclass(frozen=True, slots=True)
class BusinessDays:
    """The business days of one account.

    Attributes:
        cutoff: The hour of Istanbul at which the bank closes its day; None is midnight.
    """

    cutoff: time | None = None

    def day_of(self, at: datetime) -> date:
        """Return the business day that an aware instant falls on."""
        day = at.astimezone(ISTANBUL).date()
        if self.cutoff is None or at < self._closes(day):
            return day
        return day + timedelta(days=1)

    def end_of(self, at: datetime) -> datetime:
        """Return the first instant, in UTC, that is no longer on the business day of `at`."""
        return self._closes(self.day_of(at))

    def start_of(self, at: datetime) -> datetime:
        """Return the first instant, in UTC, of the business day of `at`."""
        return self._closes(self.day_of(at) - timedelta(days=1))

    def _closes(self, day: date) -> datetime:
        """Return the first instant, in UTC, after a business day.

        An hour that came twice, as it did on autumn nights until 2015, closed the day the first time:
        the wall's hands went back, the day did not.
        """
        if self.cutoff is None:
            return datetime.combine(day + timedelta(days=1), time(), ISTANBUL).astimezone(UTC)
        return datetime.combine(day, self.cutoff, ISTANBUL).astimezone(UTC)

    def same_day(self, one: datetime, other: datetime) -> bool:
        """Whether two aware instants fall on one business day."""
        return self.day_of(one) == self.day_of(other)
