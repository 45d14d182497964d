"""The head of an order: what a person needs to recognise it, and what can be changed of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from gui.format import day, instant, instant_exact, money, plain
from gui.icons import icon
from gui.orders.rows import Totals
from gui.sheet.head import Head
from gui.theme import Tone
from gui.wording import Status, environment, gateway

if TYPE_CHECKING:
    from services.lookup import OrderView


class OrderHead(Head):
    """`Siparis_ID`, account, when it was sold, and its business day.

    Attributes:
        edit: Opens the order for editing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QPushButton(self.tr("Edit…"))
        self._lay_out(
            ("Siparis_ID", self.tr("Account"), self.tr("Sold"), self.tr("Business day")),
            long=2,
            button=self.edit,
        )
        self.edit.setObjectName("edit_order")
        self.edit.setIcon(icon("edit"))
        self.edit.setIconSize(QSize(16, 16))

    def show_view(self, view: OrderView, sums: Totals) -> None:
        """Show one order."""
        order, account = view.order, view.account
        where = [plain(account.name, limit=60), gateway(account.gateway), environment(account.environment)]
        self.show_facts(
            money(sums.amount),
            order_state(view, sums),
            [
                (order.siparis_id, None),
                (account.merchant, " · ".join([*where, account.merchant])),
                (instant_exact(order.sold_at), instant(order.sold_at)),
                (day(view.sale_day), None),
            ],
        )


def order_state(view: OrderView, sums: Totals) -> Status:
    """Say how an order stands, by what was done to it here."""
    translate = QCoreApplication.translate
    if view.standing.open is not None:
        return translate("OrderState", "Unknown"), Tone.UNKNOWN
    if not sums.left:
        return translate("OrderState", "Given back whole"), Tone.NEUTRAL
    if sums.returned:
        return translate("OrderState", "Partly given back"), Tone.ACCENT
    return translate("OrderState", "Nothing given back"), Tone.DONE
