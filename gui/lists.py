"""The lists at the left of the window: what was found, and the Param orders."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from gui.places import Place
from gui.search.panel import ResultsPanel
from gui.tasks import TaskRunner
from services.domain.account import Account, GatewayName

if TYPE_CHECKING:
    from gui.search.orders import OrdersPlace
    from services.desk import Desk


class Lists(QObject):
    """Shows one of them. The orders are made when they are first gone to; what was found stands before.

    Args:
        stack: In it they stand.
        found: The list of what was found, which is in it already.
    """

    row_opened = Signal(object)
    """Carries the `Row` a person chose in either."""

    new_wanted = Signal(object)
    """Carries the Param `Account` at which an order is to be entered."""

    import_wanted = Signal(object)
    """Carries the Param accounts for which orders can be taken in from a file."""

    def __init__(self, stack: QStackedWidget, found: ResultsPanel, desk: Desk, tasks: TaskRunner) -> None:
        super().__init__(stack)
        self._stack = stack
        self._found = found
        self._desk = desk
        self._tasks = tasks
        self._accounts: list[Account] = []
        self._orders: OrdersPlace | None = None
        found.row_opened.connect(self.row_opened)

    def go(self, place: Place) -> bool:
        """Show the list of a place, and say whether another one was shown before."""
        if place is Place.ORDERS and self._orders is None:
            self._orders = self._make_orders()
        there = self._orders if place is Place.ORDERS and self._orders is not None else self._found
        if self._stack.currentWidget() is there:
            return False
        self._stack.setCurrentWidget(there)
        return True

    def set_accounts(self, accounts: Sequence[Account]) -> None:
        """Take the accounts; orders are entered at those of Param."""
        self._accounts = [one for one in accounts if one.gateway is GatewayName.PARAM]
        if self._orders is not None:
            self._orders.set_accounts(self._accounts)

    @Slot()
    def refresh_orders(self) -> None:
        """Read the orders from the ledger, if anybody has seen them."""
        if self._orders is not None:
            self._orders.refresh()

    def choose_nothing(self) -> None:
        """Let go of the chosen row, so that choosing it opens it again."""
        self._found.choose_nothing()
        if self._orders is not None:
            self._orders.choose_nothing()

    def _make_orders(self) -> OrdersPlace:
        from gui.search.orders import OrdersPlace  # noqa: PLC0415  made when first visited

        orders = OrdersPlace(self._desk, self._tasks)
        orders.set_accounts(self._accounts)
        orders.row_opened.connect(self.row_opened)
        orders.new_wanted.connect(self.new_wanted)
        orders.import_wanted.connect(self.import_wanted)
        self._stack.addWidget(orders)
        return orders
