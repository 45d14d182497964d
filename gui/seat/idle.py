"""Notices when nobody has touched the program for a while.

Keys, clicks and movements reach a widget through the window it stands in. So one filter, on whichever
window has the keyboard, hears them all; no widget is filtered, and none is held.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid

_A_HAND = frozenset(
    {
        QEvent.Type.ShortcutOverride,  # before each key, even one that a shortcut takes for itself
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)
_LOOKS_EVERY_MS = 5_000
"""How often the clock is looked at while a computer is awake."""


def _wall_clock() -> datetime:
    return datetime.now(UTC)


class IdleWatch(QObject):
    """Runs out after so many minutes without a hand on keyboard or mouse, by the wall clock.

    A timer stands still while the computer sleeps: the first touch or tick after waking compares instead.

    Attributes:
        now: The wall clock; aware.
        timer: Ticks while it watches.
    """

    ran_out = Signal()
    """Nobody touched anything for so long. Said once, until `watch` is called again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = _wall_clock
        self._touched = self.now()
        self._limit = timedelta()
        self._watched: QWindow | None = None
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOKS_EVERY_MS)
        self.timer.timeout.connect(self._on_tick)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_focus)
        self._on_focus(QGuiApplication.focusWindow())

    def watch(self, minutes: int) -> None:
        """Run out after so many minutes from now; 0 never does."""
        self.timer.stop()
        self._touched, self._limit = self.now(), timedelta(minutes=minutes)
        if minutes:
            self.timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  Qt's signature
        """Hear a touch, and let it pass: also the first one after too long, which finds the session over."""
        if event.type() in _A_HAND and self.timer.isActive():
            self._on_tick()
            self._touched = self.now()
        return False

    @Slot()
    def _on_tick(self) -> None:
        now = self.now()
        self._touched = min(self._touched, now)  # the clock was set back: count from here
        if now - self._touched >= self._limit:
            self.timer.stop()
            self.ran_out.emit()

    @Slot(QWindow)
    def _on_focus(self, window: QWindow | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
