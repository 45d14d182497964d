"""The list of what was found, with what must be said about it above, and a page for when it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.blank import Blank
from gui.widgets.notice import Notice

if TYPE_CHECKING:
    from gui.search.results import ResultsModel
    from gui.search.row import Key, Row
    from gui.search.table import ResultsTable


class ResultsPanel(QFrame):
    """Shows rows, or why there are none. A row opens when it is chosen.

    Attributes:
        notice: Above the list: who could not be asked, and why.
        blank: In its place, while there are no rows.
        corner: Beside the title, for a button of whoever uses the panel.
        below_title: Above the list, for what narrows it down.
    """

    row_opened = Signal(object)
    """Carries the `Row` a person chose, or that was the only one."""

    def __init__(self, list_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._list_name = list_name
        self.notice = Notice(inset=theme.S)
        self.blank = Blank()
        self._title = QLabel()
        self._title.setProperty("kind", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QLabel()
        self._progress.setProperty("kind", "muted")
        self._progress.setTextFormat(Qt.TextFormat.PlainText)
        self._progress.setFont(theme.font(12))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.blank)
        self.corner = QHBoxLayout()
        self.below_title = QVBoxLayout()
        self._lay_out()

    @cached_property
    def table(self) -> ResultsTable:
        """The list itself."""
        from gui.search.table import ResultsTable  # noqa: PLC0415  not before there are rows

        table = ResultsTable()
        table.setObjectName(self._list_name)
        table.row_chosen.connect(self.row_opened)
        self._stack.addWidget(table)
        return table

    @property
    def model(self) -> ResultsModel:
        """The rows."""
        return self.table.rows

    def begin(self, title: str) -> None:
        """Start a new list."""
        self._title.setText(title)
        self.notice.hide()
        self._stack.setCurrentWidget(self.blank)
        if "table" in self.__dict__:
            self.model.clear()

    def merge(self, rows: Sequence[Row]) -> None:
        """Take in a batch of rows."""
        if rows:
            self.model.merge(rows)
            self._stack.setCurrentWidget(self.table)

    @property
    def progress(self) -> str:
        """What is said beside the title."""
        return self._progress.text()

    def say_progress(self, text: str) -> None:
        """Say quietly, beside the title, how far it is."""
        self._progress.setText(text)

    def open(self, key: Key) -> None:
        """Choose the row with this key, as a person would."""
        self.table.choose(key)

    def choose_nothing(self) -> None:
        """Let go of the chosen row, so that choosing it opens it again."""
        if "table" in self.__dict__:
            self.table.setCurrentIndex(QModelIndex())

    def focus_rows(self) -> None:
        """Give the list the keyboard."""
        if len(self.model):
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, self.model.columnCount() - 1))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        head.setSpacing(theme.S)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._progress)
        head.addLayout(said, 1)
        head.addLayout(self.corner)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        self.below_title.setContentsMargins(theme.M, 0, theme.S, theme.S)
        column.addLayout(self.below_title)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
