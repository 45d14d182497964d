"""The detail of one Param order: its sellers, what is left of each, and what can be done now."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.errors import explain
from gui.format import money
from gui.icons import icon
from gui.orders.head import OrderHead
from gui.orders.rows import seller_rows, totals
from gui.orders.sellers import SellerTable
from gui.sheet.life import Moment, life_of_order
from gui.sheet.sheet import Sheet
from gui.tasks import TaskRunner
from gui.theme import S, Tone
from services.domain.errors import ServiceError
from services.domain.reversal import Verb

if TYPE_CHECKING:
    from services.desk import Desk
    from services.lookup import OrderView


class OrderPanel(Sheet):
    """Shows one order.

    Attributes:
        give_back: Opens the return dialog; hidden where nothing can go back, with the reason in its
            place.
        remove: Takes an order that money was never asked back on out of the ledger: pressed once it says
            what will happen, pressed again it does.
        keep: Takes the first press back.
    """

    return_wanted = Signal(object)
    """Carries the `OrderView` of which something is to be given back."""

    edit_wanted = Signal(object)
    """Carries the `OrderView` to be edited."""

    removed = Signal(object)
    """Carries the `OrderView` that was taken out."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        head = OrderHead()
        super().__init__(tasks, head, parent)
        self.head = head
        self.setObjectName("order")
        self._view: OrderView | None = None
        self._asked = False
        self.give_back = self.act
        self.give_back.setObjectName("give_back")
        self.sellers = SellerTable()
        self.remove = QPushButton()
        self.remove.setObjectName("remove_order")
        self.remove.setIcon(icon("remove"))
        self.remove.setIconSize(QSize(16, 16))
        self.keep = QPushButton(self.tr("Keep the order"))
        self.keep.setObjectName("keep_order")
        self.keep.setProperty("kind", "link")
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addStretch()
        foot.addWidget(self.keep)
        foot.addWidget(self.remove)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, S, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.sellers, 1)
        column.addLayout(foot)
        self._lay_out(body, self.tr("Sellers"))
        self.head.edit.clicked.connect(self._on_edit)
        self.remove.clicked.connect(self._on_remove)
        self.keep.clicked.connect(self._ask_no_more)

    @property
    def view(self) -> OrderView | None:
        """The order that is shown."""
        return self._view

    def show_view(self, view: OrderView) -> None:
        """Show one order as the ledger has it."""
        self._view = view
        rows = seller_rows(view)
        sums = totals(rows)
        self.head.show_view(view, sums)
        self.sellers.show_rows(rows, sums)
        names = {line.guid: line.seller for line in view.order.lines}
        self._show_done(view.order.siparis_id, view.intents, names)
        self._show_whether_editable(view)
        self._ask_no_more()
        self._show_chance()

    def _show_again(self) -> None:
        if self._view is not None:
            self.show_view(self._view)

    def _reference(self) -> str:
        return "" if self._view is None else self._view.order.siparis_id

    def _life(self, until: datetime | None) -> tuple[Moment, ...]:
        return () if self._view is None else life_of_order(self._view.order, self._view.intents, until)

    def _show_whether_editable(self, view: OrderView) -> None:
        free = not view.intents and not (self._desk is not None and self._desk.read_only)
        reason = self.tr("Money was asked back on this order: it can't be edited any more.")
        self.head.edit.setEnabled(free)
        self.head.edit.setToolTip(reason if view.intents else "")
        self.head.edit.setAccessibleDescription(reason if view.intents else "")
        self.remove.setVisible(free)

    def _offer(self, desk: Desk, now: datetime) -> None:
        # Imports the ledger's libraries; whoever opened the desk has loaded them long ago.
        from gui.orders.chance import return_now  # noqa: PLC0415  it loads the ledger

        if self._view is None:
            return
        plan = return_now(self._view, now)
        if plan.now.verb is Verb.VOID:
            text = self.tr("Void, in whole or in part: up to {amount}…")
        else:
            text = self.tr("Refund, in whole or in part: up to {amount}…")
        self._show_act(text.format(amount=money(plan.amount)), plan.until)
        if plan.until is not None:
            words = self.tr("Sent as IPTAL (void) for another {left}; as IADE (refund) after that")
            self.countdown.count(words, plan.until, desk.clock)
        else:
            self.countdown.say(self.tr("The day of the sale has passed: it is sent as IADE (refund)."))

    @Slot()
    def _on_day_ended(self) -> None:
        super()._on_day_ended()
        self.refresh_wanted.emit(self._view)

    @Slot()
    def _on_act(self) -> None:
        self.return_wanted.emit(self._view)

    @Slot()
    def _on_edit(self) -> None:
        self.edit_wanted.emit(self._view)

    @Slot()
    def _ask_no_more(self) -> None:
        self._asked = False
        self.keep.hide()
        self.remove.setEnabled(True)
        self.remove.setText(self.tr("Remove the order…"))
        self.remove.setToolTip(self.tr("Takes it out of this program; nothing happens at Param."))

    @Slot()
    def _on_remove(self) -> None:
        """Say before what can't be undone; the second press does it."""
        desk, view = self._desk, self._view
        if desk is None or view is None:
            return
        if not self._asked:
            self._asked = True
            self.remove.setText(self.tr("Remove {number} for good").format(number=view.order.siparis_id[:24]))
            self.keep.show()
            self.keep.setFocus()
            return
        self.remove.setEnabled(False)
        self._tasks.read(
            partial(_remove, desk, view),
            owner=self,
            on_result=self.removed.emit,
            on_error=self._on_not_removed,
        )

    def _on_not_removed(self, error: ServiceError) -> None:
        self._ask_no_more()
        self.notice.show_error(explain(error), Tone.WAITING)


def _remove(desk: Desk, view: OrderView) -> OrderView:
    """On a worker: take an order out."""
    desk.orders.remove(view.order.id)
    return view
