"""A dialog of steps: one page at a time, what runs below it, and the ways on, back and out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.tables.running import RunningLine
from gui.tasks import TaskRunner
from gui.widgets.environment import EnvironmentBand
from gui.widgets.notice import Notice
from gui.widgets.on_screen import fitting

_SIZE = QSize(860, 620)


class StepFrame(QDialog):
    """Closing it while something runs ends that first; how it ended is said before it can be closed.

    Attributes:
        band: Which world it is about.
        step: Where one is.
        pages: The steps.
        confirm: Goes on; its text says to what.
        back: To the step before.
        leave: Ends what runs, or closes.
        running: How far it is.
        notice: How it went.
    """

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.band = EnvironmentBand()
        self.step = QLabel()
        self.pages = QStackedWidget()
        self.running = RunningLine(tasks)
        self.notice = Notice()
        self.confirm = QPushButton()
        self.back = QPushButton(self.tr("Back"))
        self.leave = QPushButton(self.tr("Leave"))
        self._lay_out()

    def put_steps(self, *pages: QWidget) -> None:
        """Take the pages, in order."""
        for page in pages:
            self.pages.addWidget(page)

    def reject(self) -> None:
        """Close; while something runs, end that first."""
        if self.running.running:
            self.running.stop()
            return
        super().reject()

    def _lay_out(self) -> None:
        self.step.setProperty("kind", "title")
        self.step.setTextFormat(Qt.TextFormat.PlainText)
        self.confirm.setObjectName("confirm")
        self.confirm.setProperty("kind", "primary")
        self.confirm.setDefault(True)
        self.back.setObjectName("back")
        self.back.setAutoDefault(False)
        self.leave.setObjectName("leave")
        self.leave.setAutoDefault(False)
        column = QVBoxLayout()
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        column.setSpacing(theme.M)
        column.addWidget(self.step)
        column.addWidget(self.notice)
        column.addWidget(self.pages, 1)
        column.addWidget(self.running)
        bar = QFrame()
        bar.setProperty("kind", "foot")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        foot.setSpacing(theme.S)
        foot.addWidget(self.back)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.band)
        layout.addLayout(column, 1)
        layout.addWidget(bar)
        self.resize(fitting(_SIZE))
