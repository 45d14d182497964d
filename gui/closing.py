"""Waiting, before the window closes, for what is known of a reversal and not written down yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

if TYPE_CHECKING:
    from services.desk import Desk

PATIENCE_MS = 10_000
"""How long closing waits at most; what is owed then is left beside the ledger for the next start."""

_TICK_MS = 200


class OwedWait(QObject):
    """Tells when nothing is owed any more, or that it has been waited for long enough."""

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._gave_up = False
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self.patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self.patience.timeout.connect(self._on_patience)

    def watch(self, desk: Desk) -> None:
        """Take the open desk; nothing is owed before there is one."""
        self._desk = desk

    @property
    def is_needed(self) -> bool:
        """Whether something is owed that is still worth waiting for."""
        return not self._gave_up and self._desk is not None and bool(self._desk.reversals.owed())

    def begin(self) -> None:
        """Wait; once more changes nothing."""
        if not self.patience.isActive():
            self.patience.start()
            self._tick.start()

    @Slot()
    def _on_tick(self) -> None:
        if not self.is_needed:
            self._end()

    @Slot()
    def _on_patience(self) -> None:
        self._gave_up = True
        self._end()

    def _end(self) -> None:
        self._tick.stop()
        self.patience.stop()
        self.over.emit()
