"""Every field of one row of an answer, with our word for it and its name on the wire."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QBrush, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.payment.labels import label_in, source_text, value_text
from gui.payment.outline import Absent, Field, Nested, Row
from gui.theme import muted

_EXACT = Qt.ItemDataRole.UserRole
_LABEL, _VALUE, _NAME = range(3)


class FieldTable(QTableWidget):
    """The fields of one row. Ctrl+C, a double click and the context menu copy a value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setObjectName("fields")
        self.setAccessibleName(self.tr("Fields of the row chosen above"))
        self.setHorizontalHeaderLabels([self.tr("Field"), self.tr("Value"), self.tr("On the wire")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(_LABEL, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_VALUE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.ResizeToContents)
        self.cellDoubleClicked.connect(self._copy_value)
        self.customContextMenuRequested.connect(self._on_menu)

    @Slot(object)
    def show_row(self, row: Row) -> None:
        """Show one row's fields, the documents' own first."""
        self.setRowCount(len(row.fields))
        for number, field in enumerate(row.fields):
            self._fill(number, row, field)
        self.scrollToTop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the value under the cursor."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_value()
            return
        super().keyPressEvent(event)

    def _fill(self, number: int, row: Row, field: Field) -> None:
        value = value_text(field)
        cells = [label_in(row, field), value, field.name if field.documented else self.tr("undocumented")]
        quiet = QBrush(muted(self.palette()))
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column != _VALUE or isinstance(field.value, Absent | Nested):
                item.setForeground(quiet)
            self.setItem(number, column, item)
        shown = self.item(number, _VALUE)
        # Text is copied as it was answered, byte for byte; what is shown may be cut.
        shown.setData(_EXACT, field.value if isinstance(field.value, str) else value)
        if (source := source_text(field)) is not None:
            shown.setToolTip(self.tr("In the answer: {text}").format(text=source))

    @Slot(QPoint)
    def _on_menu(self, where: QPoint) -> None:
        if self.itemAt(where) is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Copy the value"), self._copy_value)
        menu.addAction(self.tr("Copy with its name"), self._copy_named)
        menu.exec(self.viewport().mapToGlobal(where))
        menu.deleteLater()

    @Slot()
    def _copy_value(self) -> None:
        if self.currentRow() >= 0:
            QGuiApplication.clipboard().setText(self.item(self.currentRow(), _VALUE).data(_EXACT))

    @Slot()
    def _copy_named(self) -> None:
        if self.currentRow() >= 0:
            label, value = (self.item(self.currentRow(), column) for column in (_LABEL, _VALUE))
            QGuiApplication.clipboard().setText(f"{label.text()}: {value.data(_EXACT)}")
