"""The list of results itself: made when the first rows come, for an empty window needs none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.search.columns import Column, title
from gui.search.delegate import HEIGHT, RowDelegate
from gui.search.results import ResultsModel
from gui.search.row import Key, Row

_NARROW = 480
_REFERENCE = 150
"""The least width of a reference; it takes whatever the others leave."""

_WIDTHS = {
    Column.WHEN: 92,
    Column.AMOUNT: 120,
    Column.STATE: 144,
    Column.GIVEN_BACK: 120,
    Column.POS: 130,
    Column.ACCOUNT: 130,
    Column.AS_OF: 136,
}
_AT_FIRST = (Column.WHEN, Column.AMOUNT, Column.STATE, Column.REFERENCE)


class ResultsTable(QTableView):
    """Rows, newest first until a heading is pressed.

    Attributes:
        rows: The model.
    """

    row_chosen = Signal(object)
    """Carries the `Row` under the cursor, or the one that was pressed or activated."""

    columns_changed = Signal()
    """A person made a column wider or moved it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ResultsModel(self)
        self._shown: frozenset[Column] = frozenset(_AT_FIRST)
        self._arranging = False
        self._room = 0
        self.setModel(self.rows)
        self.setItemDelegate(RowDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
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
        across.setSectionsMovable(True)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.arrange(_AT_FIRST, {})
        self.sortByColumn(Column.WHEN, Qt.SortOrder.DescendingOrder)
        self.setSortingEnabled(True)
        across.sectionMoved.connect(self._on_columns_changed)
        across.sectionResized.connect(self._on_columns_changed)
        # Not the cursor: taking the keyboard puts it on the first row without choosing that, and a
        # press of the mouse moves it before anything is selected.
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.activated.connect(self._on_activated)

    @property
    def shown(self) -> list[Column]:
        """The columns a person chose to see, from left to right."""
        across = self.horizontalHeader()
        return sorted(self._shown, key=across.visualIndex)

    @property
    def widths(self) -> dict[Column, int]:
        """How wide they are, but for the reference, which takes the rest."""
        return {one: self._width(one) for one in self.shown if one is not Column.REFERENCE}

    def arrange(self, shown: Sequence[Column], widths: dict[Column, int]) -> None:
        """Show some columns, in this order; the reference is always among them."""
        self._arranging = True
        self._shown = frozenset({*shown, Column.REFERENCE})
        across = self.horizontalHeader()
        wanted = [*shown, *(one for one in Column if one not in shown)]
        for place, column in enumerate(wanted):
            across.moveSection(across.visualIndex(column), place)
        for column, width in (_WIDTHS | widths).items():
            self.setColumnWidth(column, width)
        self._arranging = False
        self._fit()

    def on_screen(self) -> tuple[list[str], list[Column], list[Row]]:
        """Return the headings as they stand, what columns they are, and all rows that were read, in order."""
        shown = self.shown
        return [title(column) for column in shown], shown, self.rows.rows

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
        self._room = event.size().width()  # Qt tells of what the rows have, without the frame
        self._fit()

    def _fit(self) -> None:
        """Hide what is not chosen, and give the reference what the others leave."""
        self._arranging = True
        for column in Column:
            narrow = column is Column.WHEN and self._room < _NARROW
            self.setColumnHidden(column, narrow or column not in self._shown)
        taken = sum(
            self.columnWidth(column)
            for column in self._shown - {Column.REFERENCE}
            if not self.isColumnHidden(column)
        )
        self.setColumnWidth(Column.REFERENCE, max(_REFERENCE, self._room - taken))
        self._arranging = False

    def _width(self, column: Column) -> int:
        return self.columnWidth(column) or _WIDTHS[column]  # a hidden column has no width

    @Slot()
    def _on_columns_changed(self) -> None:
        if not self._arranging:
            self._fit()
            self.columns_changed.emit()

    @Slot(QItemSelection, QItemSelection)
    def _on_selected(self, selected: QItemSelection) -> None:
        for index in selected.indexes()[:1]:
            self.row_chosen.emit(self.rows.row_at(index.row()))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.row_chosen.emit(self.rows.row_at(index.row()))
