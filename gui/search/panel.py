"""The list of what was found, with what must be said about it above, and a page for when it is empty."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.search.delegate import HEIGHT, RowDelegate
from gui.search.results import Column, ResultsModel
from gui.search.row import Key, Row
from gui.widgets.blank import Blank
from gui.widgets.notice import Notice

_WIDTHS = {Column.WHEN: 92, Column.AMOUNT: 120, Column.STATE: 144}


class ResultsPanel(QFrame):
    """Shows rows, newest first until a heading is pressed. A row opens when it is chosen.

    Attributes:
        model: The rows.
        table: The list itself.
        notice: Above it: who could not be asked, and why.
        blank: In its place, while there are no rows.
        corner: Beside the title, for a button of whoever uses the panel.
    """

    row_opened = Signal(object)
    """Carries the `Row` a person chose, or that was the only one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.model = ResultsModel(self)
        self.table = QTableView()
        self.table.setObjectName("results")
        self.table.setAccessibleName(self.tr("What was found"))
        self.notice = Notice(inset=theme.S)
        self.blank = Blank()
        self._title = QLabel()
        self._title.setProperty("kind", "title")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._progress = QLabel()
        self._progress.setProperty("kind", "muted")
        self._stack = QStackedWidget()
        self.corner = QHBoxLayout()
        self._set_up_table()
        self._lay_out()

    def begin(self, title: str) -> None:
        """Start a new list."""
        self._title.setText(title)
        self.notice.hide()
        self.model.clear()
        self._stack.setCurrentWidget(self.blank)

    def merge(self, rows: Sequence[Row]) -> None:
        """Take in a batch of rows."""
        if rows:
            self.model.merge(rows)
        has_rows = len(self.model) > 0
        self._stack.setCurrentWidget(self.table if has_rows else self.blank)

    def say_progress(self, text: str) -> None:
        """Say quietly, beside the title, how far it is."""
        self._progress.setText(text)

    def open(self, key: Key) -> None:
        """Choose the row with this key, as a person would."""
        line = self.model.line_of(key)
        if line is None:
            return
        index = self.model.index(line, Column.WHEN)
        if self.table.currentIndex().row() == line:
            self.row_opened.emit(self.model.row_at(line))
        else:
            self.table.setCurrentIndex(index)
        self.table.scrollTo(index)

    def choose_nothing(self) -> None:
        """Let go of the chosen row, so that choosing it opens it again."""
        self.table.setCurrentIndex(QModelIndex())

    def focus_rows(self) -> None:
        """Give the list the keyboard."""
        if len(self.model):
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.table.currentIndex().isValid():
                self.table.setCurrentIndex(self.model.index(0, Column.WHEN))

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex) -> None:
        if current.isValid():
            self.row_opened.emit(self.model.row_at(current.row()))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.row_opened.emit(self.model.row_at(index.row()))

    def _set_up_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegate(RowDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setMouseTracking(True)
        down = table.verticalHeader()
        down.hide()
        down.setDefaultSectionSize(HEIGHT)
        down.setMinimumSectionSize(HEIGHT)
        across = table.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(64)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        across.setSectionResizeMode(Column.REFERENCE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        table.sortByColumn(Column.WHEN, Qt.SortOrder.DescendingOrder)
        table.setSortingEnabled(True)
        table.selectionModel().currentRowChanged.connect(self._on_current)
        table.activated.connect(self._on_activated)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(theme.M, theme.S, theme.S, theme.S)
        head.setSpacing(theme.S)
        head.addWidget(self._title)
        head.addWidget(self._progress)
        head.addStretch()
        head.addLayout(self.corner)
        self._stack.addWidget(self.blank)
        self._stack.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
