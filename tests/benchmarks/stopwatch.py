"""A stopwatch at the window of the real program, which `real_window` starts.

At the first paint a reference is typed into the search box, and Enter. When the ledger's answer is listed,
the window is closed. Prints what happened when as one line of JSON.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui import app
from gui.main_window import MainWindow
from tests.benchmarks.clock import now
from tests.benchmarks.first_paint import FirstPaint

_GLANCE_MS = 5


class Watched(QObject):
    """Types, presses Enter, and notes when what was shown."""

    def __init__(self, window: MainWindow, reference: str) -> None:
        super().__init__(window)
        self._window = window
        self._reference = reference
        self._seen: dict[str, float] = {}
        self._glance = QTimer(self)
        self._glance.setInterval(_GLANCE_MS)
        self._glance.timeout.connect(self._look)
        FirstPaint(window, self._on_painted)

    def _on_painted(self, seen: dict[str, float]) -> None:
        self._seen = seen
        if not self._reference:
            self._end()
            return
        line = self._window.bar.box.line
        for letter in self._reference:
            _press(line, letter)
        assert line.text() == self._reference
        _press(line, Qt.Key.Key_Return)
        self._glance.start()

    def _look(self) -> None:
        if self._window.search.model.rowCount():
            self._seen["searched"] = now()
            self._glance.stop()
            self._end()

    def _end(self) -> None:
        print(json.dumps(self._seen), flush=True)
        self._window.close()


class WatchedApplication(app.Application):
    def start(self) -> None:
        Watched(self.window, sys.argv[2])
        super().start()


def _press(widget: QWidget, key: str | Qt.Key) -> None:
    code, text = (key, "") if isinstance(key, Qt.Key) else (Qt.Key.Key_unknown, key)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, text))
