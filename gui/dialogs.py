"""The dialogs of the window: made when they are opened, and what follows when they end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from gui.tasks import TaskRunner
from services.domain.account import Account
from services.domain.order import Order
from services.domain.reversal import Intent

if TYPE_CHECKING:
    from services.desk import Desk
    from services.lookup import OrderView, PaymentView


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

    accounts_changed = Signal()
    """An account was added, edited, retired or removed."""

    order_saved = Signal(object)
    """Carries the saved `Order`."""

    settled = Signal(object)
    """A person settled what was unknown: carries the `Intent` as it stands now."""

    doubts_changed = Signal()
    """What was unknown is not any more, or is otherwise than shown."""

    def __init__(self, desk: Desk, tasks: TaskRunner, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._tasks = tasks
        self._window = window

    def void(self, view: PaymentView) -> None:
        """Ask whether a payment is to be voided."""
        from gui.reversal.void_dialog import VoidDialog  # noqa: PLC0415  made when opened

        dialog = VoidDialog(self._desk, self._tasks, view, self._window)
        dialog.settled.connect(lambda _: self.reversed.emit(view))
        dialog.outcome.looked.connect(lambda _: self.reversed.emit(view))
        dialog.look_wanted.connect(self.look_wanted)
        dialog.intent_wanted.connect(self.intent_wanted)
        self._open(dialog)

    def give_back(self, view: OrderView) -> None:
        """Ask what of a Param order is to be given back."""
        from gui.reversal.return_dialog import ReturnDialog  # noqa: PLC0415  made when opened

        dialog = ReturnDialog(self._desk, self._tasks, view, self._window)
        dialog.settled.connect(lambda _: self.reversed.emit(view))
        dialog.outcome.looked.connect(lambda _: self.reversed.emit(view))
        dialog.look_wanted.connect(self.look_wanted)
        dialog.intent_wanted.connect(self.intent_wanted)
        self._open(dialog)

    def settle(self, intent: Intent) -> None:
        """Ask a person what became of one whose end nobody knows."""
        from gui.doubts.settle_dialog import SettleDialog  # noqa: PLC0415  made when opened

        dialog = SettleDialog(self._desk, self._tasks, intent, self._window)
        dialog.settled.connect(self.settled)
        dialog.changed_meanwhile.connect(self.doubts_changed)
        self._open(dialog)

    def accounts(self) -> None:
        """Open the accounts."""
        from gui.accounts.dialog import AccountsDialog  # noqa: PLC0415  made when opened

        dialog = AccountsDialog(self._desk, self._tasks, self._window)
        dialog.changed.connect(self.accounts_changed)
        self._open(dialog)

    def new(self, account: Account) -> None:
        """Enter a new order of a Param account."""
        self._order(account, None)

    def edit(self, view: OrderView) -> None:
        """Edit an order that has no intent yet."""
        self._order(view.account, view.order)

    def _order(self, account: Account, order: Order | None) -> None:
        from gui.orders.dialog import OrderDialog  # noqa: PLC0415  made when opened

        dialog = OrderDialog(self._desk, self._tasks, account, order, self._window)
        dialog.saved.connect(self.order_saved)
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
