"""How long something has had no certain end, when it is looked at, and the steps it took, in words."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from gui.format import clock_time_exact, instant
from services.domain.clock import ISTANBUL
from services.domain.reversal import Confirmation, IntentState
from services.ledger.intents import Event

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


def step_name(event: Event) -> str:
    """Name one step of an intent."""
    translate = QCoreApplication.translate
    if event.confirmation is Confirmation.SEEN:
        return translate("Doubts", "Seen in the gateway's own record")
    match event.state:
        case IntentState.ARMED:
            return translate("Doubts", "Written down")
        case IntentState.SENT:
            return translate("Doubts", "Sent")
        case IntentState.DONE:
            return translate("Doubts", "Done")
        case IntentState.REFUSED:
            return translate("Doubts", "Refused")
        case IntentState.NOT_SENT:
            return translate("Doubts", "Not sent")
        case IntentState.OUTCOME_UNKNOWN:
            return translate("Doubts", "Unknown")
