"""The tree of a payment: what was charged, and every movement under it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QGuiApplication, QIcon, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from gui.format import instant, instant_exact, money, tip
from gui.icons import icon
from gui.payment.labels import row_label
from gui.payment.outline import Kind, Row
from gui.theme import M, muted
from gui.widgets.pill import icon_of
from gui.wording import transaction_status
from services.domain.money import Money

_ROW = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WHAT, _AMOUNT, _WHEN = range(3)
_HEIGHT = 28


class PaymentTree(QTreeWidget):
    """Payment, movements, transfers, sellers and their transfers.

    Ctrl+C and the context menu copy the cell under the cursor, or its whole row.
    """

    row_chosen = Signal(object)
    """Carries the `Row` under the cursor."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("movements")
        self.setAccessibleName(self.tr("What happened to this payment"))
        self.setHeaderLabels([self.tr("What"), self.tr("Amount"), self.tr("When")])
        for column in (_AMOUNT, _WHEN):
            self.headerItem().setTextAlignment(column, _RIGHT)
        self.setUniformRowHeights(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_WHAT, QHeaderView.ResizeMode.Stretch)
        for column, longest in ((_AMOUNT, "9.999.999,99 TL"), (_WHEN, "00.00.0000 00:00")):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, self.fontMetrics().horizontalAdvance(longest) + 2 * M)
        self.currentItemChanged.connect(self._on_current)
        self.customContextMenuRequested.connect(self._on_menu)

    def show_row(self, root: Row) -> None:
        """Show one payment's tree, opened, with the payment itself under the cursor."""
        self.clear()
        item = self._item(root)
        self.addTopLevelItem(item)
        self.expandAll()
        self.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the cell under the cursor."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_cell()
            return
        super().keyPressEvent(event)

    def _item(self, row: Row) -> QTreeWidgetItem:
        when = "" if row.at is None else instant(row.at.at)
        item = QTreeWidgetItem([row_label(row), _amount(row.amount), when])
        for column in (_AMOUNT, _WHEN):
            item.setTextAlignment(column, _RIGHT)
        item.setSizeHint(_WHAT, QSize(0, _HEIGHT))
        item.setIcon(_WHAT, _icon(row))
        item.setToolTip(_WHAT, tip(row_label(row)))
        if row.at is not None:
            item.setToolTip(_WHEN, instant_exact(row.at.at))
        item.setData(_WHAT, _ROW, row)
        item.addChildren([self._item(child) for child in row.children])
        if row.unexplained is not None:
            item.addChild(self._rest(row, row.unexplained))
        return item

    def _rest(self, row: Row, amount: Money) -> QTreeWidgetItem:
        """Show what is not accounted for quietly: the document's own sample leaves some, too."""
        item = QTreeWidgetItem([self.tr("Not broken down in the answer"), _amount(amount), ""])
        item.setTextAlignment(_AMOUNT, _RIGHT)
        item.setSizeHint(_WHAT, QSize(0, _HEIGHT))
        item.setIcon(_WHAT, icon("info"))
        item.setToolTip(
            _WHAT, self.tr("Movement minus its transfer and its sellers' shares. For information only.")
        )
        for column in (_WHAT, _AMOUNT):
            item.setForeground(column, QBrush(muted(self.palette())))
        item.setData(_WHAT, _ROW, row)
        return item

    @Slot(QTreeWidgetItem)
    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.row_chosen.emit(item.data(_WHAT, _ROW))

    @Slot(QPoint)
    def _on_menu(self, where: QPoint) -> None:
        if self.itemAt(where) is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Copy"), self._copy_cell)
        menu.addAction(self.tr("Copy the row"), self._copy_row)
        menu.exec(self.viewport().mapToGlobal(where))
        menu.deleteLater()

    @Slot()
    def _copy_cell(self) -> None:
        item = self.currentItem()
        if item is None:
            return
        column = max(self.currentColumn(), _WHAT)
        row: Row = item.data(_WHAT, _ROW)
        numbered = column == _WHAT and row.kind in {Kind.TRANSFER, Kind.SELLER, Kind.PAYMENT}
        # What people paste elsewhere is the number itself, byte for byte, not our word for it.
        QGuiApplication.clipboard().setText(row.text if numbered else item.text(column))

    @Slot()
    def _copy_row(self) -> None:
        item = self.currentItem()
        if item is not None:
            cells = [item.text(column) for column in (_WHAT, _AMOUNT, _WHEN)]
            QGuiApplication.clipboard().setText("\t".join(cells))


def _amount(value: Money | None) -> str:
    return "" if value is None else money(value)


def _icon(row: Row) -> QIcon:
    if row.status is not None:
        tone = transaction_status(row.status)[1]
        return icon(icon_of(tone), tone)
    return icon(
        {Kind.PAYMENT: "card", Kind.TRANSFER: "transfer", Kind.SELLER: "seller"}.get(row.kind, "neutral")
    )
