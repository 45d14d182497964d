"""When nobody waits any more: what a person waits for comes first, and all the rest after it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

_PAINTED_MS = 50
"""By then what came in is painted."""


class Ease(QObject):
    """Comes once, when what was waited for first is on the screen, or is not to be had."""

    come = Signal()
    """What nobody waits for may begin."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._near = False

    @Slot()
    def come_soon(self) -> None:
        """What was waited for is there, and is still to be painted."""
        if not self._near:
            self._near = True
            QTimer.singleShot(_PAINTED_MS, self, self.come.emit)
