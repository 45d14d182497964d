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

from gui.format import tip
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
        self.setProperty("kind", "lines")
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
        label = QTableWidgetItem(label_in(row, field))
        value = QTableWidgetItem(value_text(field))
        name = QTableWidgetItem(field.name if field.documented else self.tr("undocumented"))
        for column, item in ((_LABEL, label), (_VALUE, value), (_NAME, name)):
            item.setToolTip(tip(item.text()))
            if item is not value or isinstance(field.value, Absent | Nested):
                item.setForeground(QBrush(muted(self.palette())))
            self.setItem(number, column, item)
        # Text is copied as it was answered, byte for byte; what is shown may be cut.
        value.setData(_EXACT, field.value if isinstance(field.value, str) else value.text())
        if (source := source_text(field)) is not None:
            value.setToolTip(self.tr("In the answer: {text}").format(text=source))

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
        value = self.item(self.currentRow(), _VALUE)
        if value is not None:
            QGuiApplication.clipboard().setText(value.data(_EXACT))

    @Slot()
    def _copy_named(self) -> None:
        label, value = (self.item(self.currentRow(), column) for column in (_LABEL, _VALUE))
        if label is not None and value is not None:
            QGuiApplication.clipboard().setText(f"{label.text()}: {value.data(_EXACT)}")
