"""The bad rows of a file: where, what stands there, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from gui.format import plain, tip
from gui.importing.words import field_name, what_is_wrong
from services.intake.faults import BadRow
from services.tables.cells import Cell, Sheet

_DISPLAY = Qt.ItemDataRole.DisplayRole
_TOOLTIP = Qt.ItemDataRole.ToolTipRole
_NOWHERE = QModelIndex()
_ROW, _FIELD, _TEXT, _WRONG = range(4)


def titles() -> tuple[str, ...]:
    """Name the columns."""
    translate = QCoreApplication.translate
    return (
        translate("Importing", "Row"),
        translate("Importing", "Column"),
        translate("Importing", "What stands there"),
        translate("Importing", "What is wrong"),
    )


def bad_rows_sheet(name: str, faults: Sequence[BadRow]) -> Sheet:
    """Return the bad rows as a list that can be written down."""

    def rows() -> list[Sequence[Cell]]:
        return [(bad.number, _field(bad), plain(bad.text, limit=80), what_is_wrong(bad)) for bad in faults]

    return Sheet(name, titles(), rows, len(faults))


class BadRowsModel(QAbstractTableModel):
    """One line for each thing that is wrong; made into words when it is painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faults: Sequence[BadRow] = ()
        self._titles = titles()

    def show_faults(self, faults: Sequence[BadRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self._faults = faults
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._faults)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """Return four."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """Return the text of a cell."""
        if role not in {_DISPLAY, _TOOLTIP}:
            return None
        bad = self._faults[index.row()]
        match index.column():
            case 0:
                return str(bad.number)
            case 1:
                return _field(bad)
            case 2:
                text = plain(bad.text, limit=80)
                return tip(text) if role == _TOOLTIP else text
            case _:
                return what_is_wrong(bad)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return a column's name."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return self._titles[section]
        return None


class BadRowsTable(QTableView):
    """The list itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bad_rows")
        self.setAccessibleName(QCoreApplication.translate("Importing", "Bad rows"))
        self.faults = BadRowsModel(self)
        self.setModel(self.faults)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(28)
        self.setProperty("kind", "lines")
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((_ROW, 60), (_FIELD, 124), (_TEXT, 150)):
            self.setColumnWidth(column, max(width, across.sectionSizeHint(column)))
        across.setSectionResizeMode(_WRONG, QHeaderView.ResizeMode.Stretch)


def _field(bad: BadRow) -> str:
    if bad.field is None:
        return QCoreApplication.translate("Importing", "the whole row")
    return field_name(bad.field)
