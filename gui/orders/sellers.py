"""The sellers of an order as a table: sold, returned, left, and what each is due."""

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

from gui.format import amount, money, plain, tip
from gui.orders.rows import SellerRow, Totals
from gui.theme import Tone, color, font, muted
from services.domain.money import Money

_EXACT = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEAST = 88
"""The narrowest a column gets, in device-independent pixels."""
_SELLER, _SOLD, _RETURNED, _UNDER_WAY, _LEFT, _PAYABLE, _GUID = range(7)


class SellerTable(QTableWidget):
    """One row a seller, and the totals below. Every cell can be copied: Ctrl+C, double click, menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 7, parent)
        self.setObjectName("sellers")
        self.setAccessibleName(self.tr("Sellers of this order"))
        self.setHorizontalHeaderLabels(
            [
                self.tr("Seller"),
                self.tr("Sold"),
                self.tr("Returned"),
                self.tr("End open"),
                self.tr("Left"),
                self.tr("Due now"),
                "GUID",
            ]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(_RIGHT)
        header.setMinimumSectionSize(_LEAST)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_GUID, QHeaderView.ResizeMode.Stretch)
        guid = self.horizontalHeaderItem(_GUID)
        if guid is not None:
            guid.setToolTip("PYSiparis_GUID")
        for column in (_SELLER, _GUID):
            title = self.horizontalHeaderItem(column)
            if title is not None:
                title.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.cellDoubleClicked.connect(self._copy)
        self.customContextMenuRequested.connect(self._on_menu)

    def show_rows(self, rows: tuple[SellerRow, ...], sums: Totals) -> None:
        """Show the sellers, and their sums where there are several."""
        several = len(rows) > 1
        self.setRowCount(len(rows) + several)
        self.setColumnHidden(_UNDER_WAY, not sums.under_way)
        for number, row in enumerate(rows):
            self._put(number, _SELLER, plain(row.line.seller, limit=60), row.line.seller)
            self._put_amounts(number, (row.line.amount, row.returned, row.under_way, row.left, row.payable))
            guid = self._put(number, _GUID, plain(row.line.guid), row.line.guid)
            guid.setForeground(QBrush(muted(self.palette())))
        if several:
            last = len(rows)
            self._put(last, _SELLER, self.tr("Together"), self.tr("Together"))
            self._put(last, _GUID, "", "")
            self._put_amounts(last, (sums.amount, sums.returned, sums.under_way, sums.left, sums.payable))
            for column in range(_SELLER, _GUID):
                item = self.item(last, column)
                if item is not None:
                    item.setFont(font(bold=True))
        self.setCurrentCell(0, _SELLER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the cell under the cursor."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
            return
        super().keyPressEvent(event)

    def _put_amounts(self, row: int, amounts: tuple[Money, Money, Money, Money, Money]) -> None:
        for column, value in zip((_SOLD, _RETURNED, _UNDER_WAY, _LEFT, _PAYABLE), amounts, strict=True):
            item = self._put(row, column, money(value), amount(value))
            item.setTextAlignment(_RIGHT)
            if not value and column in (_RETURNED, _UNDER_WAY):
                item.setText("\N{EM DASH}")
            elif column == _UNDER_WAY:
                item.setForeground(QBrush(color(Tone.UNKNOWN, self.palette())))

    def _put(self, row: int, column: int, text: str, exact: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setData(_EXACT, exact)
        item.setToolTip(tip(text))
        self.setItem(row, column, item)
        return item

    @Slot(QPoint)
    def _on_menu(self, where: QPoint) -> None:
        if self.itemAt(where) is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Copy"), self._copy)
        menu.addAction(self.tr("Copy the row"), self._copy_row)
        menu.exec(self.viewport().mapToGlobal(where))
        menu.deleteLater()

    @Slot()
    def _copy(self) -> None:
        item = self.currentItem()
        if item is not None:
            QGuiApplication.clipboard().setText(item.data(_EXACT))

    @Slot()
    def _copy_row(self) -> None:
        items = [self.item(self.currentRow(), column) for column in range(self.columnCount())]
        cells = [item.data(_EXACT) for item in items if item is not None]
        QGuiApplication.clipboard().setText("\t".join(cells))
