"""How long something has had no certain end, and when it is looked at, in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from gui.format import clock_time_exact, instant
from services.domain.clock import ISTANBUL

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)


def age(passed: timedelta) -> str:
    """Say roughly how long: ``3 min``, ``2 h``, ``4 d``. What lies ahead is no time at all."""
    translate = QCoreApplication.translate
    if passed < _MINUTE:
        return translate("Doubts", "less than a minute")
    if passed < _HOUR:
        return translate("Doubts", "{count} min").format(count=passed // _MINUTE)
    if passed < _DAY:
        return translate("Doubts", "{count} h").format(count=passed // _HOUR)
    return translate("Doubts", "{count} d").format(count=passed // _DAY)


def look_time(at: datetime, now: datetime) -> str:
    """Write when the next look is: the time of day, with the day if it is another one."""
    same_day = at.astimezone(ISTANBUL).date() == now.astimezone(ISTANBUL).date()
    return clock_time_exact(at) if same_day else instant(at)
