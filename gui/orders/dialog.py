"""A Param order, entered or edited by hand: Param's documents offer no query for it (S 003)."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from gui.errors import explain
from gui.orders.form import OrderForm
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.draft_dialog import DraftDialog
from services.desk import Desk
from services.domain.account import Account, GatewayName
from services.domain.clock import ISTANBUL
from services.domain.errors import InputProblem, InvalidInput, ServiceError
from services.domain.order import Order
from services.lookup import OrderView

_SIZE = QSize(700, 720)


class OrderDialog(DraftDialog):
    """Enters an order, or edits one that no money was asked back on. Else it can only be read.

    Attributes:
        form: Everything that is typed.
    """

    saved = Signal(object)
    """The `Order` as it is kept now."""

    def __init__(
        self,
        desk: Desk,
        tasks: TaskRunner,
        account: Account,
        order: Order | None,
        parent: QWidget | None = None,
    ) -> None:
        """Open the form.

        Args:
            desk: The desk.
            tasks: Runs its calls.
            account: Whose order it is; for a new one, the account that is proposed.
            order: The order to edit; None for a new one.
            parent: Qt's.
        """
        super().__init__(parent)
        self.setObjectName("order_dialog")
        self._desk = desk
        self._tasks = tasks
        self._account = account
        self._locked = False
        self.form = OrderForm(order, desk.clock.now().astimezone(ISTANBUL).date())
        self.setWindowTitle(self.tr("New order") if order is None else self.tr("Edit an order"))
        self.confirm.setText(self.tr("Save the order"))
        self.confirm.setEnabled(False)
        self.set_body(self.form, _SIZE)
        self.form.changed.connect(self._show_world)
        self._tasks.read(desk.accounts.all, owner=self, on_result=self._on_accounts, on_error=self._on_failed)
        if order is not None:
            call = partial(desk.lookup.order, order.id)
            self._tasks.read(call, owner=self, on_result=self._on_view, on_error=self._on_failed)

    def has_unsaved(self) -> bool:
        """Whether something differs from what is kept."""
        return not self._locked and self.form.has_unsaved()

    def save(self) -> None:
        """Check and keep what was typed."""
        order = self.form.read()
        account = self.form.chosen_account
        if order is None or account is None:
            self.scroll_to_focus()
            return
        self.hold()
        call = partial(self._desk.orders.save, account, order)
        self._tasks.read(call, owner=self, on_result=self._on_saved, on_error=self._on_failed)

    def _on_accounts(self, accounts: list[Account]) -> None:
        fit = [account for account in accounts if account.gateway is GatewayName.PARAM]
        if not fit:
            self.notice.show_info(
                self.tr("There is no Param account to enter an order for."),
                Tone.WAITING,
                next_step=self.tr("Add one under Accounts first."),
            )
            return
        self.form.offer_accounts(fit, self._account)
        self.confirm.setEnabled(not self._locked)
        if self._desk.read_only:
            self._lock(self.tr("Another program holds the ledger, so orders can only be looked at."))

    def _on_view(self, view: OrderView) -> None:
        if view.intents:
            self._lock_by_intent()

    def _on_saved(self, order: Order) -> None:
        self.saved.emit(order)
        self.accept()

    def _on_failed(self, error: ServiceError) -> None:
        self.stay()
        if isinstance(error, InvalidInput):
            if error.problem is InputProblem.LOCKED_BY_INTENT:
                self._lock_by_intent()
                return
            if self.form.show_problem(error):
                self.scroll_to_focus()
                return
        self.notice.show_error(explain(error))

    def _lock_by_intent(self) -> None:
        self._lock(
            self.tr("Money was asked back on this order, so it can't be edited any more."),
            self.tr("What was sent to Param rests on these numbers; they stay as they were."),
        )

    def _lock(self, sentence: str, reason: str = "") -> None:
        self._locked = True
        self.form.lock()
        self.confirm.hide()
        self.leave.setText(self.tr("Close"))
        self.notice.show_info(sentence, Tone.NEUTRAL, next_step=reason)

    def _show_world(self) -> None:
        account = self.form.chosen_account
        self.band.show_environment(account.environment if account is not None else None)
