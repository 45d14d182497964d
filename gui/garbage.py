"""Python's garbage is collected on the GUI thread, and on no other.

Python collects cycles on whichever thread happens to allocate next. When that is a worker and the
garbage holds a widget, Qt's destructor runs on the wrong thread and the process dies, now and then, far
from the cause. So automatic collection is switched off while there are workers, and a timer does it here.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_EVERY_MS = 500


class Garbage(QObject):
    """Collects in place of the interpreter, by the interpreter's own thresholds. GUI thread only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_what_is_due)
        self._timer.start(_EVERY_MS)

    @Slot()
    def collect_what_is_due(self) -> None:
        """Collect the oldest generation that has reached its threshold."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if due[generation]:
                gc.collect(generation)
                return

    def settle(self) -> None:
        """Take what is loaded by now, and stays, out of every later collection: they get shorter."""
        gc.freeze()

    def hand_back(self) -> None:
        """Let the interpreter collect by itself again; no worker may be left."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
