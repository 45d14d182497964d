"""How a notice calls the doctor, wherever it stands: by an event that goes up until somebody takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from services.domain.account import Account

_KIND = QEvent.Type(QEvent.registerEventType())


class DoctorCall(QEvent):
    """Asks for the doctor about an account.

    Attributes:
        over: The window over which it is to be shown.
    """

    def __init__(self, account: Account, over: QWidget) -> None:
        super().__init__(_KIND)
        self.account = account
        self.over = over
        self.ignore()


def call_the_doctor(account: Account, caller: QWidget) -> None:
    """Tell the caller's window, and whatever that stands over, until one of them takes it."""
    call = DoctorCall(account, caller.window())
    at: QWidget | None = caller.parentWidget()
    while at is not None and not call.isAccepted():
        QApplication.sendEvent(at, call)
        at = at.parentWidget()
