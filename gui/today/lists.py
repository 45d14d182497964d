"""The two lists of the day: what can still be voided, and what was asked back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from gui.format import clock_time, money, plain, tip
from gui.icons import icon
from gui.theme import color, font
from gui.widgets.pill import icon_of
from gui.wording import environment, intent_state, verb
from services.domain.account import Account, Environment
from services.domain.reversal import Intent
from services.today import Voidable

_WHAT = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW = 32
_AMOUNT = 1


class _DaysList(QTreeWidget):
    """A list of one line each; what is activated opens, and what was under the cursor stays there."""

    opened = Signal(object)
    """Carries what the line stands for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "lines")
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.activated.connect(self._on_activated)
        self.clicked.connect(self._on_activated)

    def _head(self, *headings: str) -> None:
        """Name the columns: the second holds an amount, the last takes the room that is left."""
        self.setHeaderLabels(list(headings))
        self.headerItem().setTextAlignment(_AMOUNT, _RIGHT)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.Stretch)

    def _show(self, items: Sequence[tuple[QTreeWidgetItem, object]]) -> None:
        current = self.currentItem()
        name = current.data(0, Qt.ItemDataRole.AccessibleTextRole) if current is not None else None
        self.clear()
        self.addTopLevelItems([item for item, _ in items])
        for item, what in items:
            item.setData(0, _WHAT, what)
            item.setTextAlignment(_AMOUNT, _RIGHT)
            item.setFont(_AMOUNT, font(bold=True))
            item.setSizeHint(item.columnCount() - 1, QSize(0, _ROW))  # the others are as wide as their text
            said = ", ".join(item.text(column) for column in range(item.columnCount()))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
            if said == name:
                self.setCurrentItem(item)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        item = self.itemFromIndex(index)
        if item is not None:
            self.opened.emit(item.data(0, _WHAT))


class VoidableList(_DaysList):
    """What can still be voided; each opens its payment or order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("voidable")
        self.setAccessibleName(self.tr("Can still be voided today"))
        self._head(self.tr("Sold"), self.tr("Amount"), self.tr("Until"), self.tr("Reference"))

    def show_voidable(self, voidable: Sequence[Voidable]) -> None:
        """Show them, in their order."""
        self._show([(self._item(one), one) for one in voidable])

    def _item(self, one: Voidable) -> QTreeWidgetItem:
        reference = f"{plain(one.reference, limit=80)} · {plain(one.account.name, limit=40)}"
        cells = [clock_time(one.sold_at), money(one.left), clock_time(one.until), reference]
        item = QTreeWidgetItem(cells)
        item.setToolTip(3, tip(reference))
        return item


class WorkList(_DaysList):
    """What was asked back today; each opens itself among all voids and refunds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("days_work")
        self.setAccessibleName(self.tr("Today's voids and refunds"))
        self._head(self.tr("Time"), self.tr("Amount"), self.tr("State"), self.tr("What and who"))
        self._shown: Sequence[tuple[Intent, Account]] = ()
        self._world = Environment.LIVE

    def show_reversals(self, reversals: Sequence[tuple[Intent, Account]], world: Environment) -> None:
        """Show them, in their order; what is not of the world that is added up is called what it is."""
        self._shown, self._world = reversals, world
        self._show([(self._item(intent), intent) for intent, _ in reversals])

    def changeEvent(self, event: QEvent) -> None:
        """Show them again in the colours of the other theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._shown:
            self.show_reversals(self._shown, self._world)

    def _item(self, intent: Intent) -> QTreeWidgetItem:
        draft = intent.draft
        state, tone = intent_state(intent)
        reference, who = plain(draft.order.reference, limit=60), plain(draft.operator, limit=40)
        what = f"{verb(draft.verb)} · {reference} · {who}"
        if draft.order.environment is not self._world:
            what = f"{environment(draft.order.environment)} · {what}"
        item = QTreeWidgetItem([clock_time(intent.armed_at), money(draft.amount), state, what])
        item.setIcon(2, icon(icon_of(tone), tone))
        item.setForeground(2, QBrush(color(tone, self.palette())))
        item.setToolTip(3, tip(what))
        return item
