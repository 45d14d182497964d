"""Watching a window from inside its own process, until it is painted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from tests.benchmarks.clock import now

_PAINTED = QEvent.Type(QEvent.registerEventType())
_STATUS = Path("/proc/self/status")


class FirstPaint(QObject):
    """Calls `then` once, when `window` and everything in it has been painted, with what was seen then."""

    def __init__(self, window: QWidget, then: Callable[[dict[str, float]], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            # The window comes first, what is in it right after it: what is next in the queue comes last.
            QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() != _PAINTED:
            return super().event(event)
        self._then({"painted": now()} | _resident())
        return True


def _resident() -> dict[str, float]:
    """How much memory this process has resident, in MiB; only Linux tells."""
    if not _STATUS.exists():
        return {}
    line = next(one for one in _STATUS.read_text("ascii").splitlines() if one.startswith("VmRSS:"))
    return {"resident": int(line.split()[1]) / 1024}
