"""The list of results itself: made when the first rows come, for an empty window needs none."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.search.delegate import HEIGHT, RowDelegate
from gui.search.results import Column, ResultsModel
from gui.search.row import Key

_NARROW = 480
_WIDTHS = {Column.WHEN: 92, Column.AMOUNT: 120, Column.STATE: 144}


class ResultsTable(QTableView):
    """Rows, newest first until a heading is pressed.

    Attributes:
        rows: The model.
    """

    row_chosen = Signal(object)
    """Carries the `Row` under the cursor, or the one that was pressed or activated."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ResultsModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        down = self.verticalHeader()
        down.hide()
        down.setMinimumSectionSize(HEIGHT)
        down.setDefaultSectionSize(HEIGHT)
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setMinimumSectionSize(64)
        across.setSectionResizeMode(Column.REFERENCE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.sortByColumn(Column.WHEN, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        # Not the cursor: taking the keyboard puts it on the first row without choosing that, and a
        # press of the mouse moves it before anything is selected.
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.activated.connect(self._on_activated)

    def choose(self, key: Key) -> None:
        """Put the cursor on a row and tell of it, also where it stood there already."""
        line = self.rows.line_of(key)
        if line is None:
            return
        index = self.rows.index(line, Column.REFERENCE)
        if self.currentIndex().row() == line:
            self._on_activated(index)
        else:
            self.setCurrentIndex(index)
        self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, let the time stand under the reference."""
        super().resizeEvent(event)
        self.setColumnHidden(Column.WHEN, event.size().width() < _NARROW)

    @Slot(QItemSelection, QItemSelection)
    def _on_selected(self, selected: QItemSelection) -> None:
        for index in selected.indexes()[:1]:
            self.row_chosen.emit(self.rows.row_at(index.row()))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.row_chosen.emit(self.rows.row_at(index.row()))
