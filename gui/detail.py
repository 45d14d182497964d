"""The right side of the window: one payment or one order, opened; or why there is none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from gui import theme
from gui.errors import explain, explain_look
from gui.format import plain
from gui.search.row import Row
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.blank import Blank
from gui.widgets.notice import Notice
from services.domain.account import Account
from services.domain.errors import ServiceError
from services.domain.reversal import Intent

if TYPE_CHECKING:
    from gui.orders.panel import OrderPanel
    from gui.payment.panel import PaymentPanel
    from services.desk import Desk
    from services.lookup import OrderView, PaymentView


class Detail(QFrame):
    """Opens what is chosen. Its panels are made when the first payment or order is opened.

    Attributes:
        notice: Above the panel: why it could not be opened, or asked about again.
    """

    void_wanted = Signal(object)
    """Carries the `PaymentView` to be voided."""

    return_wanted = Signal(object)
    """Carries the `OrderView` of which something is to be given back."""

    edit_wanted = Signal(object)
    """Carries the `OrderView` to be edited."""

    intent_wanted = Signal(object)
    """Carries an `Intent` to be looked at."""

    opened = Signal(object)
    """Carries the `PaymentView` or `OrderView` that is shown now."""

    order_removed = Signal(object)
    """Carries the `OrderView` that was taken out of the ledger."""

    asked_again = Signal(object)
    """Carries a `PaymentView` that the gateway answered just now."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._tasks = tasks
        self._desk = desk
        self._payment: PaymentPanel | None = None
        self._order: OrderPanel | None = None
        self._drop: Callable[[], None] | None = None
        self.notice = Notice(inset=theme.S)
        self.blank = Blank()
        self.blank.say(
            "card",
            self.tr("Nothing opened"),
            self.tr("Choose a line on the left to see what became of it, and what can be done."),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.blank)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)

    def open_row(self, row: Row) -> None:
        """Open a line of the results: what the gateway just answered, or what the ledger holds."""
        if row.view is not None:
            self.show_payment(row.view)
        elif row.order_id is not None:
            self.open_order(row.order_id)
        else:
            self.open_payment(row.account, row.reference)

    def open_payment(self, account: Account, reference: str) -> None:
        """Open a payment as it was last answered."""
        self._read(partial(_payment, self._desk, account, reference), self.show_payment)

    def open_order(self, order_id: int) -> None:
        """Open a Param order."""
        self._read(partial(_order, self._desk, order_id), self.show_order)

    def show_payment(self, view: PaymentView) -> None:
        """Show a payment that is at hand."""
        self._forget()
        if self._payment is None:
            self._payment = self._payment_panel()
        self.notice.hide()
        self._payment.show_view(view)
        self._stack.setCurrentWidget(self._payment)
        self.opened.emit(view)

    def show_order(self, view: OrderView) -> None:
        """Show an order that is at hand."""
        self._forget()
        if self._order is None:
            self._order = self._order_panel()
        self.notice.hide()
        self._order.show_view(view)
        self._stack.setCurrentWidget(self._order)
        self.opened.emit(view)

    def close_all(self) -> None:
        """Show nothing."""
        self._forget()
        self.notice.hide()
        self._stack.setCurrentWidget(self.blank)

    @Slot(object)
    def ask_again(self, view: PaymentView) -> None:
        """Ask the gateway about a payment that is shown; what is shown stays until it answers."""
        self.notice.show_info(self.tr("Asking the gateway…"), Tone.NEUTRAL)
        call = partial(self._desk.lookup.ask, view.account, view.payment.reference)
        self._read(call, self._on_asked_again, partial(self._on_unanswered, view))

    @Slot(object)
    def look_afresh(self, view: PaymentView | OrderView) -> None:
        """Look at what is shown as well as can be: ask the gateway, or, at Param, read the ledger."""
        if is_payment(view):
            self.ask_again(view)
        else:
            self.read_again(view)

    @Slot(object)
    def read_again(self, view: PaymentView | OrderView) -> None:
        """Read from the ledger what is shown, after something was done to it."""
        if is_order(view):
            self.open_order(view.order.id)
        elif is_payment(view):
            self.open_payment(view.account, view.payment.reference)

    def read_if_about(self, intents: Sequence[Intent]) -> None:
        """Read again from the ledger what is shown, if it is about one of these."""
        view = self._view()
        if view is not None and {one.id for one in view.intents} & {one.id for one in intents}:
            self.read_again(view)

    @Slot(object)
    def _on_removed(self, view: OrderView) -> None:
        self.close_all()
        self.notice.show_info(
            self.tr("Order {number} was removed.").format(number=plain(view.order.siparis_id, limit=60)),
            Tone.DONE,
        )
        self.order_removed.emit(view)

    def _on_asked_again(self, view: PaymentView | None) -> None:
        if view is None:
            self.notice.show_info(
                self.tr("The gateway does not know this reference any more."),
                Tone.WAITING,
                next_step=self.tr("What you see is the last answer, from the ledger."),
            )
            return
        self.show_payment(view)
        self.asked_again.emit(view)

    def _on_error(self, error: ServiceError) -> None:
        self.notice.show_error(explain(error), Tone.WAITING)

    def _on_unanswered(self, view: PaymentView, error: ServiceError) -> None:
        """Say that the gateway could not be asked, and what that leaves open of a reversal without an end."""
        intent = next((one for one in view.intents if one.state.is_open), None)
        words = explain(error) if intent is None else explain_look(error, intent)
        self.notice.show_error(words, Tone.WAITING)

    def _view(self) -> PaymentView | OrderView | None:
        panels = (self._payment, self._order)
        panel = next((one for one in panels if one is not None and one is self._stack.currentWidget()), None)
        return panel.view if panel is not None else None

    def _read(
        self,
        call: Callable[[], object],
        on_result: Callable[..., None],
        on_error: Callable[[ServiceError], None] | None = None,
    ) -> None:
        self._forget()
        self._drop = self._tasks.read(
            call, owner=self, on_result=on_result, on_error=on_error or self._on_error
        )

    def _forget(self) -> None:
        """Throw away the answer that is under way: another one is wanted now."""
        if self._drop is not None:
            self._drop()
            self._drop = None

    def _payment_panel(self) -> PaymentPanel:
        from gui.payment.panel import PaymentPanel  # noqa: PLC0415  made when one is opened

        panel = PaymentPanel(self._tasks, self)
        panel.void_wanted.connect(self.void_wanted)
        panel.refresh_wanted.connect(self.ask_again)
        panel.intent_wanted.connect(self.intent_wanted)
        self._add(panel)
        return panel

    def _order_panel(self) -> OrderPanel:
        from gui.orders.panel import OrderPanel  # noqa: PLC0415  made when one is opened

        panel = OrderPanel(self._tasks, self)
        panel.return_wanted.connect(self.return_wanted)
        panel.removed.connect(self._on_removed)
        panel.edit_wanted.connect(self.edit_wanted)
        panel.refresh_wanted.connect(self.read_again)
        panel.intent_wanted.connect(self.intent_wanted)
        self._add(panel)
        return panel

    def _add(self, panel: PaymentPanel | OrderPanel) -> None:
        from gui.slips.papers import Papers  # noqa: PLC0415  made when one is opened

        panel.set_desk(self._desk)
        panel.put_papers(Papers(self._desk, self._tasks))
        self._stack.addWidget(panel)


def _payment(desk: Desk, account: Account, reference: str) -> PaymentView:
    """On a worker: read a payment, and load what shows it."""
    from gui.payment import chance, panel  # noqa: F401, PLC0415  loaded here, so that the window need not
    from gui.slips import papers  # noqa: F401, PLC0415  likewise

    return desk.lookup.payment(account, reference)


def _order(desk: Desk, order_id: int) -> OrderView:
    """On a worker: read an order, and load what shows it."""
    from gui.orders import chance, panel  # noqa: F401, PLC0415  loaded here, so that the window need not
    from gui.slips import papers  # noqa: F401, PLC0415  likewise

    return desk.lookup.order(order_id)


def is_order(view: PaymentView | OrderView) -> TypeGuard[OrderView]:
    """Tell an order's view without importing it, and the ledger's libraries with it."""
    return hasattr(view, "order")


def is_payment(view: PaymentView | OrderView) -> TypeGuard[PaymentView]:
    """Tell a payment's view, likewise."""
    return hasattr(view, "payment")
