"""The head of an order: how much, how it stands, and the facts a person needs to recognise it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.format import day, instant, instant_exact, money, plain
from gui.icons import icon
from gui.orders.rows import Totals
from gui.theme import L, M, S, Tone
from gui.widgets.fields import CopyableLabel
from gui.widgets.pill import Pill
from gui.wording import Status, environment, gateway

if TYPE_CHECKING:
    from services.lookup import OrderView


class OrderHead(QFrame):
    """Amount and state large; `Siparis_ID`, account, when it was sold, and its business day.

    Attributes:
        edit: Opens the order for editing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._amount = QLabel()
        self._amount.setProperty("kind", "amount")
        self._amount.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = Pill()
        self.edit = QPushButton(self.tr("Edit…"))
        self.edit.setObjectName("edit_order")
        self.edit.setIcon(icon("edit"))
        self.edit.setIconSize(QSize(16, 16))
        self._siparis_id = CopyableLabel(name="Siparis_ID")
        self._account = CopyableLabel(name=self.tr("Account"))
        self._sold = CopyableLabel(name=self.tr("Sold"))
        self._day = CopyableLabel(name=self.tr("Business day"))
        self._lay_out()

    @property
    def state(self) -> str:
        """The word for how it stands."""
        return self._state.text

    def show_view(self, view: OrderView, sums: Totals) -> None:
        """Show one order."""
        order, account = view.order, view.account
        self._amount.setText(money(sums.amount))
        self._state.show_status(*order_state(view, sums))
        where = [plain(account.name, limit=60), gateway(account.gateway), environment(account.environment)]
        self._siparis_id.set_value(order.siparis_id)
        self._account.set_value(account.merchant, shown=" · ".join([*where, account.merchant]))
        self._sold.set_value(instant_exact(order.sold_at), shown=instant(order.sold_at))
        self._day.set_value(day(view.sale_day))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(M)
        top.addWidget(self._amount)
        top.addWidget(self._state)
        top.addStretch()
        top.addWidget(self.edit)
        grid = QGridLayout()
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        facts = [
            ("Siparis_ID", self._siparis_id, 0, 0, 3),
            (self.tr("Account"), self._account, 1, 0, 3),
            (self.tr("Sold"), self._sold, 2, 0, 1),
            (self.tr("Business day"), self._day, 2, 2, 1),
        ]
        for name, value, row, column, span in facts:
            label = QLabel(name)
            label.setProperty("kind", "label")
            grid.addWidget(label, row, column)
            grid.addWidget(value, row, column + 1, 1, span)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, M)
        layout.setSpacing(M)
        layout.addLayout(top)
        layout.addLayout(grid)


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
