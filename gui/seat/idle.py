"""Notices when nobody has touched the program for a while.

Keys, clicks and movements reach a widget through the window it stands in. So one filter, on whichever
window has the keyboard, hears them all; no widget is filtered, and none is held.
"""

from __future__ import annotations

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
_MINUTE_MS = 60_000


class IdleWatch(QObject):
    """Runs out after so many minutes without a hand on keyboard or mouse.

    Attributes:
        timer: Begun anew by every touch.
    """

    ran_out = Signal()
    """Nobody touched anything for so long. Said once, until `watch` is called again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watched: QWindow | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.ran_out)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_focus)
        self._on_focus(QGuiApplication.focusWindow())

    def watch(self, minutes: int) -> None:
        """Run out after so many minutes from now; 0 never does."""
        self.timer.stop()
        if minutes:
            self.timer.start(minutes * _MINUTE_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002  Qt's signature
        """Hear a touch, and let it pass."""
        if event.type() in _A_HAND and self.timer.isActive():
            self.timer.start()
        return False

    @Slot(QWindow)
    def _on_focus(self, window: QWindow | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = window
        if window is not None:
            window.installEventFilter(self)
