"""The head of a payment: how much, how it stands, and the facts a person needs to recognise it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.format import instant, instant_exact, money, plain
from gui.icons import icon
from gui.theme import L, M, S
from gui.widgets.fields import CopyableLabel
from gui.widgets.pill import Pill
from gui.wording import environment, gateway, payment_state

if TYPE_CHECKING:
    from services.lookup import PaymentView


class PaymentHead(QFrame):
    """Amount and state large; reference, account, POS, instalments, when it was sold, as of when.

    Attributes:
        refresh: Asks the gateway again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._amount = QLabel()
        self._amount.setProperty("kind", "amount")
        self._amount.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._state = Pill()
        self.refresh = QPushButton(self.tr("Ask again"))
        self.refresh.setObjectName("refresh")
        self.refresh.setIcon(icon("refresh"))
        self.refresh.setIconSize(QSize(16, 16))
        self.refresh.setToolTip(self.tr("Ask the gateway about this payment now"))
        self._facts = {
            name: CopyableLabel(name=name)
            for name in (
                self.tr("Reference"),
                self.tr("Account"),
                self.tr("Sold"),
                self.tr("POS"),
                self.tr("Instalments"),
                self.tr("As of"),
            )
        }
        self._lay_out()

    def show_view(self, view: PaymentView) -> None:
        """Show one payment."""
        payment, account = view.payment, view.account
        self._amount.setText(money(payment.charged) if payment.charged else self.tr("Amount unknown"))
        self._state.show_status(*payment_state(payment.state))
        sold = payment.sold_at
        pos = " · ".join(plain(text, limit=80) for text in (payment.pos_title, payment.pos_id) if text)
        where = [plain(account.name, limit=60), gateway(account.gateway), environment(account.environment)]
        as_of = view.snapshot.taken_at
        values = [
            (payment.reference, None),
            (account.merchant, " · ".join([*where, account.merchant])),
            (instant_exact(sold.at) if sold else "", instant(sold.at) if sold else self.tr("not certain")),
            (pos, pos or self.tr("not in the answer")),
            (payment.installments or "", self._installments(payment.installments)),
            (instant_exact(as_of), instant(as_of)),
        ]
        for label, (value, shown) in zip(self._facts.values(), values, strict=True):
            label.set_value(value, shown=shown)

    def _installments(self, count: str | None) -> str:
        if not count:
            return self.tr("not in the answer")
        if count == "1":
            return self.tr("Single payment")
        return self.tr("{count} instalments").format(count=plain(count, limit=8))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(M)
        top.addWidget(self._amount)
        top.addWidget(self._state)
        top.addStretch()
        top.addWidget(self.refresh)
        grid = QGridLayout()
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        for number, (name, value) in enumerate(self._facts.items()):
            label = QLabel(name)
            label.setProperty("kind", "label")
            # The reference and the account take a row of their own: they are long, and they matter.
            row, column, span = (number, 0, 3) if number < 2 else (number // 2 + 1, number % 2 * 2, 1)  # noqa: PLR2004  the first two
            grid.addWidget(label, row, column)
            grid.addWidget(value, row, column + 1, 1, span)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, M)
        layout.setSpacing(M)
        layout.addLayout(top)
        layout.addLayout(grid)
