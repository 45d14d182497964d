"""When something without a certain end is looked at again, in words."""

from __future__ import annotations

from datetime import datetime

from gui.format import clock_time_exact, instant
from services.domain.clock import ISTANBUL


def look_time(at: datetime, now: datetime) -> str:
    """Write when the next look is: the time of day, with the day if it is another one."""
    same_day = at.astimezone(ISTANBUL).date() == now.astimezone(ISTANBUL).date()
    return clock_time_exact(at) if same_day else instant(at)
