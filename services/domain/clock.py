"""What time it is, and which business day that is in Istanbul.

Instants are aware UTC everywhere inside. A day is the shop's: Europe/Istanbul, from midnight to
midnight unless the account's bank closes its day at another hour (the cut-off).
"""

from __future__ import annotations

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


class SystemClock:
    """The computer's own clock."""

    def now(self) -> datetime:
        """Return this instant, aware, in UTC."""
        return datetime.now(UTC)


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
        local = at.astimezone(ISTANBUL)
        if self.cutoff is not None and local.time() >= self.cutoff:
            return local.date() + timedelta(days=1)
        return local.date()

    def end_of(self, at: datetime) -> datetime:
        """Return the first instant, in UTC, that is no longer on the business day of `at`."""
        day = self.day_of(at)
        if self.cutoff is None:
            closing = datetime.combine(day + timedelta(days=1), time(), ISTANBUL)
        else:
            closing = datetime.combine(day, self.cutoff, ISTANBUL)
        return closing.astimezone(UTC)

    def start_of(self, at: datetime) -> datetime:
        """Return the first instant, in UTC, of the business day of `at`."""
        day = self.day_of(at)
        if self.cutoff is None:
            opening = datetime.combine(day, time(), ISTANBUL)
        else:
            opening = datetime.combine(day - timedelta(days=1), self.cutoff, ISTANBUL)
        return opening.astimezone(UTC)

    def same_day(self, one: datetime, other: datetime) -> bool:
        """Whether two aware instants fall on one business day."""
        return self.day_of(one) == self.day_of(other)
