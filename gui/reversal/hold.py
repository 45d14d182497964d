"""A breath before it goes, as the screen counts it: so many seconds in which it can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal, Slot

from services.breath import Breath

_TICK = 100


class Hold(QObject):
    """Counts one breath down. The breath itself is held on the writing thread.

    The two may end a moment apart: `withdraw` says what is true.
    """

    ticked = Signal(int, int)
    """Carries the milliseconds left, and of how many."""

    ended = Signal()
    """Nothing is offered to be taken back any more. Not said after `withdraw`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._breath: Breath | None = None
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK)
        self._timer.timeout.connect(self._tick)

    def begin(self, breath: Breath) -> None:
        """Count one down from now."""
        self._breath = breath
        self._since.start()
        self._timer.start()
        self._tick()

    def withdraw(self) -> bool:
        """Take it back; return whether that was in time. If not, it goes."""
        self._timer.stop()
        return self._breath is not None and self._breath.withdraw()

    def stop(self) -> None:
        """Count no more: how it went is known."""
        self._timer.stop()
        self._breath = None

    @Slot()
    def _tick(self) -> None:
        if self._breath is None:
            return
        length = round(self._breath.length.total_seconds() * 1000)
        left = length - self._since.elapsed()
        if left > 0:
            self.ticked.emit(left, length)
        else:
            self._timer.stop()
            self.ended.emit()
