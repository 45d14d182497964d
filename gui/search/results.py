"""The list of what was found, as a model: rows come in batches and find their place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from gui.format import tip
from gui.search.columns import MONEY, Column, sort_key, text_of, title
from gui.search.row import Key, Row

Index = QModelIndex | QPersistentModelIndex

ROW = int(Qt.ItemDataRole.UserRole) + 1
"""The role that hands out the `Row` itself, for the delegate."""

# Bound once: looking an enum attribute up in data() doubles its cost.
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_ALIGNMENT = Qt.ItemDataRole.TextAlignmentRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_TOOLTIP = Qt.ItemDataRole.ToolTipRole
_HORIZONTAL = Qt.Orientation.Horizontal
_NOWHERE = QModelIndex()


class ResultsModel(QAbstractTableModel):
    """Rows by account and reference: the same one found again replaces itself where it stands."""

    more_wanted = Signal()
    """The list was scrolled to its end, and there is more."""

    sorted_anew = Signal()
    """Another order is wanted: `sorting` says which."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_more = False
        self._rows: dict[Key, Row] = {}
        self._order: list[Key] = []
        self._sorted_by = Column.WHEN
        self._descending = True

    def __len__(self) -> int:
        return len(self._order)

    @property
    def sorting(self) -> tuple[Column, bool]:
        """By which column, and whether from the largest down."""
        return self._sorted_by, self._descending

    @property
    def rows(self) -> list[Row]:
        """All rows, as they stand."""
        return [self._rows[key] for key in self._order]

    def row_at(self, line: int) -> Row:
        """Return the row that stands at a line."""
        return self._rows[self._order[line]]

    def line_of(self, key: Key) -> int | None:
        """Return where a row stands; None when it is not there."""
        return self._order.index(key) if key in self._rows else None

    def clear(self) -> None:
        """Begin with nothing."""
        self.beginResetModel()
        self._rows.clear()
        self._order.clear()
        self._has_more = False
        self.endResetModel()

    def say_more(self, has_more: bool) -> None:  # noqa: FBT001  a state, not an option
        """Say whether there are rows that were not read yet."""
        self._has_more = has_more

    def merge(self, rows: Iterable[Row]) -> None:
        """Take in a batch: new rows find their place, known ones are replaced. One signal for all of a kind.

        What did not change is painted again only when rows change places.
        """
        there = dict(self._rows)
        for row in rows:
            known = there.get(row.key)
            if known is None or known.view is None or row.view is not None:
                there[row.key] = row
            # Else it is the ledger's older word, come after the gateway's own.
        replaced = [line for line, key in enumerate(self._order) if there[key] is not self._rows[key]]
        new = [key for key in there if key not in self._rows]
        self._rows = there
        if replaced:
            self.dataChanged.emit(self.index(replaced[0], 0), self.index(replaced[-1], len(Column) - 1))
        if new:
            self.beginInsertRows(_NOWHERE, len(self._order), len(self._order) + len(new) - 1)
            self._order += new
            self.endInsertRows()
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column: amounts by their kuruş, times as times. Unknown ones come last."""
        self._sorted_by = Column(column)
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._arrange()
        self.sorted_anew.emit()

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are rows that were not read yet."""
        return self._has_more and not parent.isValid()

    def fetchMore(self, parent: Index) -> None:  # noqa: ARG002  Qt's signature
        """Ask for them, once."""
        self._has_more = False
        self.more_wanted.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """Return the text of a cell, or its `Row`."""
        if role == ROW:
            return self.row_at(index.row())
        if role in {_DISPLAY, _ACCESSIBLE, _TOOLTIP}:
            text = text_of(Column(index.column()), self.row_at(index.row()))
            return tip(text) if role == _TOOLTIP else text
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return a column's name."""
        if orientation == _HORIZONTAL and role == _DISPLAY:
            return title(Column(section))
        if role == _ALIGNMENT and section in MONEY:
            return _RIGHT
        return None

    def _arrange(self) -> None:
        """Put the rows in order; what is selected stays selected."""
        wanted = sort_key(self._sorted_by, descending=self._descending)
        arranged = sorted(self._order, key=lambda key: wanted(self._rows[key]), reverse=self._descending)
        if arranged == self._order:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._order[index.row()] for index in before]
        self._order = arranged
        if before:
            line = {key: number for number, key in enumerate(arranged)}
            self.changePersistentIndexList(
                before,
                [self.index(line[key], old.column()) for key, old in zip(kept, before, strict=True)],
            )
        self.layoutChanged.emit()
