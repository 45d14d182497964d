"""How far a long piece of work on a worker is: a line of words above a thin bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from gui import theme
from gui.tasks import TaskRunner
from services.tables.progress import Progress

_GLANCE = 100
"""Milliseconds between two looks at how far it is."""


class RunningLine(QWidget):
    """Shows a `Progress` that a worker writes to; hidden while there is none.

    Attributes:
        bar: How far it is; it only moves where nobody knows how much there is.
    """

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: Progress | None = None
        self._say: Callable[[int], str] = str
        self._words = QLabel()
        self._words.setProperty("kind", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addWidget(self._words)
        column.addWidget(self.bar)
        self._glance = QTimer(self)
        self._glance.setInterval(_GLANCE)
        self._glance.timeout.connect(self._look)
        tasks.closed.connect(self.stop)
        self.hide()

    @property
    def text(self) -> str:
        """How far it is, in words."""
        return self._words.text()

    @property
    def running(self) -> bool:
        """Whether something is under way."""
        return self._progress is not None

    def begin(self, say: Callable[[int], str]) -> Progress:
        """Show a new piece of work; return what its worker writes to. `say` puts a count into words."""
        self._say = say
        self._progress = Progress()
        self._look()
        self._glance.start()
        self.show()
        return self._progress

    @Slot()
    def stop(self) -> None:
        """Ask the worker to end; it tells how it ended."""
        if self._progress is not None:
            self._progress.stop()
            self._look()

    def end(self) -> None:
        """Show nothing any more: it has ended."""
        self._progress = None
        self._glance.stop()
        self.hide()

    @Slot()
    def _look(self) -> None:
        if self._progress is None:
            return
        done, total = self._progress.done, self._progress.total
        self._words.setText(self.tr("Ending…") if self._progress.stopping else self._say(done))
        self.bar.setAccessibleName(self._words.text())
        if total:
            self.bar.setRange(0, 1000)
            self.bar.setValue(min(1000, done * 1000 // total))
        else:
            self.bar.setRange(0, 0)
