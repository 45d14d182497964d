"""The dialogs of the window: made when they are opened, and what follows when they end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from gui.detail import is_order, is_payment
from gui.tasks import TaskRunner
from services.domain.account import Account
from services.domain.order import Order
from services.domain.reversal import Intent, IntentState

if TYPE_CHECKING:
    from gui.reversal.money_dialog import MoneyDialog
    from gui.reversal.return_dialog import ReturnDialog
    from gui.reversal.void_dialog import VoidDialog
    from services.desk import Desk
    from services.lookup import OrderView, PaymentView
    from services.petitions import Waiting
    from services.reversals import Executed


class Dialogs(QObject):
    """Opens one dialog at a time over the window. Their rooms are imported with the first of each.

    By then the worker that opened the desk has loaded what they import.
    """

    reversed = Signal(object)
    """Money was asked back, or it was tried: carries the view it began with."""

    look_wanted = Signal(object)
    """The world moved under a dialog: carries the view that is to be looked at afresh."""

    intent_wanted = Signal(object)
    """Carries an open `Intent` that stood in the way."""

    order_saved = Signal(object)
    """Carries the saved `Order`."""

    orders_imported = Signal()
    """Orders came in from a file."""

    settled = Signal(object)
    """A person settled what was unknown: carries the `Intent` as it stands now."""

    seen = Signal(object)
    """These `Intent`s were seen as they stand: a dialog told how they were refused, or what a look found."""

    ended = Signal(object)
    """What was sent, or tried, has ended: carries its `Intent`s."""

    petitions_changed = Signal()
    """Something was left for approval, or what was left has been sent."""

    doubts_changed = Signal()
    """What was unknown is not any more, or is otherwise than shown."""

    def __init__(self, desk: Desk, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._tasks = tasks
        self._window = window

    def void(self, view: PaymentView) -> None:
        """Ask whether a payment is to be voided."""
        self._open(self._void(view))

    def give_back(self, view: OrderView) -> None:
        """Ask what of a Param order is to be given back."""
        self._open(self._give_back(view))

    def send(self, waiting: Waiting) -> None:
        """Send what was left for approval: the same dialog as ever, filled in."""
        view = waiting.view
        dialog: MoneyDialog
        if view is not None and is_order(view):
            dialog = self._give_back(view)
        elif view is not None and is_payment(view):
            dialog = self._void(view)
        else:
            return
        dialog.carry(waiting)
        dialog.settled.connect(partial(self._close_petition, waiting.petition.id))
        self._open(dialog)

    def settle(self, intent: Intent) -> None:
        """Ask a person what became of one whose end nobody knows."""
        from gui.doubts.settle_dialog import SettleDialog  # noqa: PLC0415  made when opened

        dialog = SettleDialog(self._desk, self._tasks, intent, self._window)
        dialog.settled.connect(self.settled)
        dialog.changed_meanwhile.connect(self.doubts_changed)
        self._open(dialog)

    def doctor(self, account: Account, *, over: QWidget | None = None) -> None:
        """Look for what keeps an account's gateway from being reached."""
        from gui.doctor.dialog import DoctorDialog  # noqa: PLC0415  made when opened

        self._open(DoctorDialog(self._desk, self._tasks, account, parent=over or self._window))

    def new(self, account: Account) -> None:
        """Enter a new order of a Param account."""
        self._order(account, None)

    def edit(self, view: OrderView) -> None:
        """Edit an order that has no intent yet."""
        self._order(view.account, view.order)

    def _void(self, view: PaymentView) -> VoidDialog:
        from gui.reversal.void_dialog import VoidDialog  # noqa: PLC0415  made when opened

        dialog = VoidDialog(self._desk, self._tasks, view, self._window)
        self._join(dialog, view)
        return dialog

    def _give_back(self, view: OrderView) -> ReturnDialog:
        from gui.reversal.return_dialog import ReturnDialog  # noqa: PLC0415  made when opened

        dialog = ReturnDialog(self._desk, self._tasks, view, self._window)
        self._join(dialog, view)
        return dialog

    def _join(self, dialog: MoneyDialog, view: PaymentView | OrderView) -> None:
        dialog.settled.connect(lambda _: self.reversed.emit(view))
        dialog.settled.connect(lambda executed: self.ended.emit(executed.intents))
        dialog.finished.connect(lambda _: self.seen.emit(_refused_in(dialog)))
        dialog.outcome.looked.connect(lambda _: self.reversed.emit(view))
        dialog.outcome.looked.connect(self._on_looked)
        dialog.look_wanted.connect(self.look_wanted)
        dialog.intent_wanted.connect(self.intent_wanted)
        dialog.left.connect(self.petitions_changed)

    @Slot(object)
    def _on_looked(self, intent: Intent) -> None:
        """Whoever asked again has the answer before them, once there is one."""
        if not intent.state.is_open:
            self.seen.emit([intent])

    def _close_petition(self, petition_id: int, executed: Executed) -> None:
        if all(intent.state is IntentState.NOT_SENT for intent in executed.intents):
            return
        told = self.petitions_changed.emit
        self._tasks.read(
            partial(self._desk.petitions.close, petition_id),
            owner=self,
            on_result=lambda _: told(),
            on_error=lambda _: told(),  # what was sent makes it stale: the queue says so
        )

    def bring_in(self, accounts: Sequence[Account]) -> None:
        """Take Param orders in from a file."""
        from gui.importing.dialog import ImportDialog  # noqa: PLC0415  made when opened

        dialog = ImportDialog(self._desk, self._tasks, accounts, self._window)
        dialog.imported.connect(self.orders_imported)
        self._open(dialog)

    def _order(self, account: Account, order: Order | None) -> None:
        from gui.orders.dialog import OrderDialog  # noqa: PLC0415  made when opened

        dialog = OrderDialog(self._desk, self._tasks, account, order, self._window)
        dialog.saved.connect(self.order_saved)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _refused_in(dialog: MoneyDialog) -> list[Intent]:
    """What a dialog told of that was refused: nothing is left to be done about it."""
    intents = [card.intent for card in dialog.outcome.cards]
    return [intent for intent in intents if intent.state is IntentState.REFUSED]
