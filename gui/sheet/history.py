"""What was done to a payment here, at this desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from gui.format import instant, money, plain, tip
from gui.icons import icon
from gui.theme import color
from gui.widgets.pill import icon_of
from gui.wording import intent_state, verb
from services.domain.reversal import Intent

_INTENT = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class History(QTreeWidget):
    """The intents of one order, newest first. Enter or a double click opens one, Ctrl+C copies it."""

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

    @property
    def chosen(self) -> Intent | None:
        """The intent under the cursor."""
        item = self.currentItem()
        return None if item is None else item.data(0, _INTENT)

    def show_intents(self, intents: Sequence[Intent], sellers: Mapping[str, str] | None = None) -> None:
        """Show the intents of one order, given oldest first.

        Args:
            intents: What was done.
            sellers: For an order with sellers, their names by `PYSiparis_GUID`: what was done to whose
                line is shown then.
        """
        self.clear()
        items = [self._item(intent, sellers) for intent in reversed(intents)]
        self.addTopLevelItems(items)
        if items:
            self.setCurrentItem(items[0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the row under the cursor."""
        item = self.currentItem()
        if event.matches(QKeySequence.StandardKey.Copy) and item is not None:
            cells = [item.text(column) for column in range(self.columnCount())]
            QGuiApplication.clipboard().setText("\t".join(cells))
            return
        super().keyPressEvent(event)

    def _item(self, intent: Intent, sellers: Mapping[str, str] | None) -> QTreeWidgetItem:
        draft = intent.draft
        what = verb(draft.verb)
        if sellers is not None:
            whose = self.tr("all sellers") if draft.line is None else sellers.get(draft.line, draft.line)
            what = f"{what} · {plain(whose, limit=40)}"
        state, tone = intent_state(intent)
        who = f"{plain(draft.operator, limit=40)}: {plain(draft.reason, limit=120)}"
        item = QTreeWidgetItem([instant(intent.armed_at), what, money(draft.amount), state, who])
        item.setTextAlignment(2, _RIGHT)
        item.setSizeHint(4, QSize(0, 28))  # the last column is stretched: a hint of no width cuts nothing
        item.setIcon(3, icon(icon_of(tone), tone))
        item.setForeground(3, QBrush(color(tone, self.palette())))
        item.setToolTip(4, tip(who))
        item.setData(0, _INTENT, intent)
        return item

    @Slot(QTreeWidgetItem)
    def _on_activated(self, item: QTreeWidgetItem) -> None:
        self.intent_wanted.emit(item.data(0, _INTENT))
