"""The head of a payment: what a person needs to recognise it, and since when it is known to be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QWidget

from gui.format import instant, instant_exact, money, plain
from gui.icons import icon
from gui.sheet.head import Head
from gui.wording import environment, gateway, payment_state

if TYPE_CHECKING:
    from services.lookup import PaymentView


class PaymentHead(Head):
    """Reference, account, POS, instalments, when it was sold, as of when.

    Attributes:
        refresh: Asks the gateway again.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.refresh = QPushButton(self.tr("Ask again"))
        self._lay_out(
            (
                self.tr("Reference"),
                self.tr("Account"),
                self.tr("Sold"),
                self.tr("POS"),
                self.tr("Instalments"),
                self.tr("As of"),
            ),
            long=2,
            button=self.refresh,
        )
        self.refresh.setObjectName("refresh")
        self.refresh.setIcon(icon("refresh"))
        self.refresh.setIconSize(QSize(16, 16))
        self.refresh.setShortcut("F5")
        self.refresh.setToolTip(self.tr("Ask the gateway about this payment now (F5)"))

    def show_view(self, view: PaymentView) -> None:
        """Show one payment."""
        payment, account = view.payment, view.account
        sold = payment.sold_at
        pos = " · ".join(plain(text, limit=80) for text in (payment.pos_title, payment.pos_id) if text)
        where = [plain(account.name, limit=60), gateway(account.gateway), environment(account.environment)]
        as_of = view.snapshot.taken_at
        self.show_facts(
            " / ".join(map(money, payment.amounts)) if payment.charged else self.tr("Amount unknown"),
            payment_state(payment.state),
            [
                (payment.reference, None),
                (account.merchant, " · ".join([*where, account.merchant])),
                (
                    instant_exact(sold.at) if sold else "",
                    instant(sold.at) if sold else self.tr("not certain"),
                ),
                (pos, pos or self.tr("not in the answer")),
                (payment.installments or "", self._installments(payment.installments)),
                (instant_exact(as_of), instant(as_of)),
            ],
        )

    def _installments(self, count: str | None) -> str:
        if not count:
            return self.tr("not in the answer")
        if count == "1":
            return self.tr("Single payment")
        return self.tr("{count} instalments").format(count=plain(count, limit=8))
