"""The accounts as a table: which world each lives in, and whether it can be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui import wording
from gui.accounts.words import state
from gui.format import plain, tip
from gui.theme import S, Tone
from gui.widgets.environment import EnvironmentBadge
from gui.widgets.pill import paint_pill, pill_size
from services.domain.account import Account, Environment
from services.domain.errors import NotConfigured

_TONE = Qt.ItemDataRole.UserRole
_ENVIRONMENT, _NAME, _GATEWAY, _MERCHANT, _STATE = range(5)


class AccountTable(QTableWidget):
    """One row an account. What it lacks arrives later, for the keyring may keep a person waiting.

    Attributes:
        accounts: What is shown, in order.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self.setObjectName("accounts")
        self.setAccessibleName(self.tr("Accounts"))
        self.accounts: list[Account] = []
        self.setHorizontalHeaderLabels(
            [self.tr("Environment"), self.tr("Name"), self.tr("Gateway"), self.tr("Code"), self.tr("State")]
        )
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(36)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegateForColumn(_STATE, _Pills(self))

    @property
    def chosen(self) -> Account | None:
        """The account the cursor is on."""
        row = self.currentRow()
        return self.accounts[row] if 0 <= row < len(self.accounts) else None

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Show these accounts; the cursor stays on the one it was on."""
        before = self.chosen
        self.accounts = list(accounts)
        self.setRowCount(len(self.accounts))
        for row, account in enumerate(self.accounts):
            checking = (self.tr("Checking…"), Tone.NEUTRAL)
            self._put_badge(row, account.environment)
            self._put(row, _NAME, plain(account.name, limit=80))
            self._put(row, _GATEWAY, wording.gateway(account.gateway))
            self._put(row, _MERCHANT, plain(account.merchant, limit=40))
            text, tone = state(account, None) if account.retired else checking
            self._put(row, _STATE, text)
            self._set_tone(row, _STATE, tone)
        ids = [account.id for account in self.accounts]
        kept = ids.index(before.id) if before is not None and before.id in ids else 0
        if self.accounts:
            self.setCurrentCell(kept, _NAME)

    def show_missing(self, missing: Mapping[int, NotConfigured | None]) -> None:
        """Show what each account lacks, by its number."""
        for row, account in enumerate(self.accounts):
            if account.id in missing:
                text, tone = state(account, missing[account.id])
                self._put(row, _STATE, text)
                self._set_tone(row, _STATE, tone)

    def _put_badge(self, row: int, environment: Environment) -> None:
        item = QTableWidgetItem()
        item.setData(Qt.ItemDataRole.AccessibleTextRole, wording.environment(environment))
        self.setItem(row, _ENVIRONMENT, item)
        cell = QWidget()
        line = QHBoxLayout(cell)
        line.setContentsMargins(S, 0, S, 0)
        line.addWidget(EnvironmentBadge(environment))
        line.addStretch()
        self.setCellWidget(row, _ENVIRONMENT, cell)

    def _put(self, row: int, column: int, text: str) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(tip(text))
        self.setItem(row, column, item)

    def _set_tone(self, row: int, column: int, tone: Tone) -> None:
        item = self.item(row, column)
        if item is not None:
            item.setData(_TONE, tone)


class _Pills(QStyledItemDelegate):
    """Paints a word with its tone as a status."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row's own ground, and the status on it."""
        plain_option = QStyleOptionViewItem(option)
        self.initStyleOption(plain_option, index)
        plain_option.text = ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain_option, painter, widget)
        area = option.rect.adjusted(S, 0, -S, 0)
        paint_pill(painter, area, index.data(), index.data(_TONE) or Tone.NEUTRAL, option.palette)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room the status takes."""
        size = super().sizeHint(option, index)
        return size.expandedTo(pill_size(index.data()) + QSize(2 * S, 0))
