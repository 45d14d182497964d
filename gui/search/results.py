"""The list of what was found, as a model: rows come in batches and find their place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.format import instant, money, plain
from gui.search.row import Key, Row, status
from gui.wording import environment, gateway

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


class Column(IntEnum):
    """The columns, in order."""

    WHEN = 0
    AMOUNT = 1
    STATE = 2
    REFERENCE = 3


class ResultsModel(QAbstractTableModel):
    """Rows by account and reference: the same one found again replaces itself where it stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[Key, Row] = {}
        self._order: list[Key] = []
        self._sorted_by = Column.WHEN
        self._descending = True

    def __len__(self) -> int:
        return len(self._order)

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
        self.endResetModel()

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
            return _TEXTS[index.column()](self.row_at(index.row()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return a column's name."""
        if orientation == _HORIZONTAL and role == _DISPLAY:
            return (self.tr("When"), self.tr("Amount"), self.tr("State"), self.tr("Reference"))[section]
        if role == _ALIGNMENT and section == Column.AMOUNT:
            return _RIGHT
        return None

    def _arrange(self) -> None:
        """Put the rows in order; what is selected stays selected."""
        arranged = sorted(self._order, key=self._sort_key(), reverse=self._descending)
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

    def _sort_key(self) -> Callable[[Key], Any]:
        # What has no value comes last whichever way it is sorted, and so does the moment break ties.
        there = self._descending

        def moment(row: Row) -> float:
            return row.moment.timestamp() if row.moment is not None else 0.0

        def when(row: Row) -> tuple[bool, float]:
            return (row.moment is not None) is there, moment(row)

        def amount(row: Row) -> tuple[bool, int, float]:
            kurus = row.amount.kurus if row.amount is not None else 0
            return (row.amount is not None) is there, kurus, moment(row)

        def state(row: Row) -> tuple[str, float]:
            return status(row)[0], moment(row)

        def reference(row: Row) -> tuple[str, float]:
            return row.reference, moment(row)

        chosen: Callable[[Row], Any] = (when, amount, state, reference)[self._sorted_by]
        return lambda key: chosen(self._rows[key])


def place(row: Row) -> str:
    """Say where a row was found: the account, and the POS where the answer names one."""
    parts = [plain(row.account.name, limit=40), gateway(row.account.gateway)]
    if row.pos_title:
        parts.append(plain(row.pos_title, limit=40))
    return " · ".join(parts)


def _when(row: Row) -> str:
    return instant(row.moment) if row.moment is not None else "\N{EM DASH}"


def _amount(row: Row) -> str:
    return money(row.amount) if row.amount is not None else "\N{EM DASH}"


def _state(row: Row) -> str:
    return status(row)[0]


def _reference(row: Row) -> str:
    return (
        f"{plain(row.reference, limit=80)} \N{EN DASH} {place(row)} · {environment(row.account.environment)}"
    )


_TEXTS: tuple[Callable[[Row], str], ...] = (_when, _amount, _state, _reference)
