"""What was done to a payment here, at this desk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from gui.format import instant, money, plain
from gui.icons import icon
from gui.theme import color
from gui.widgets.pill import icon_of
from gui.wording import intent_state, verb
from services.domain.reversal import Intent

_INTENT = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class History(QTreeWidget):
    """The intents of one order, newest first. Enter or a double click opens one."""

    intent_wanted = Signal(object)
    """Carries the `Intent` that was opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("history")
        self.setAccessibleName(self.tr("What was done here"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderLabels(
            [self.tr("When"), self.tr("What"), self.tr("Amount"), self.tr("State"), self.tr("Who and why")]
        )
        self.headerItem().setTextAlignment(2, _RIGHT)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.itemActivated.connect(self._on_activated)

    def show_intents(self, intents: Sequence[Intent]) -> None:
        """Show the intents of one order, given oldest first."""
        self.clear()
        items = [self._item(intent) for intent in reversed(intents)]
        self.addTopLevelItems(items)
        if items:
            self.setCurrentItem(items[0])

    def _item(self, intent: Intent) -> QTreeWidgetItem:
        draft = intent.draft
        state, tone = intent_state(intent)
        who = f"{plain(draft.operator, limit=40)}: {plain(draft.reason, limit=120)}"
        item = QTreeWidgetItem([instant(intent.armed_at), verb(draft.verb), money(draft.amount), state, who])
        item.setTextAlignment(2, _RIGHT)
        item.setSizeHint(0, QSize(0, 28))
        item.setIcon(3, icon(icon_of(tone), tone))
        item.setForeground(3, QBrush(color(tone, self.palette())))
        item.setToolTip(4, who)
        item.setData(0, _INTENT, intent)
        return item

    @Slot(QTreeWidgetItem)
    def _on_activated(self, item: QTreeWidgetItem) -> None:
        self.intent_wanted.emit(item.data(0, _INTENT))
