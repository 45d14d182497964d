"""Voids one EsnekPOS sale, whole: the gateway knows no part of it (S 000)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from gui.format import instant, money, plain
from gui.reversal.money_dialog import MoneyDialog, Stage
from gui.reversal.reason import ReasonBox
from gui.reversal.request_view import RequestView
from gui.reversal.sale_day import SaleDay
from gui.tasks import TaskRunner
from gui.theme import L, M, Tone
from gui.widgets.countdown import Countdown
from gui.widgets.fields import CopyableLabel
from gui.widgets.notice import Notice
from gui.wording import environment, gateway
from services.desk import Desk
from services.domain.errors import ServiceError
from services.lookup import PaymentView
from services.petitions import Waiting
from services.plans import VoidPlan, plan_void
from services.policy import verb_at


class VoidDialog(MoneyDialog):
    """Asks why, says what will happen, and sends it. There is no amount to type.

    Attributes:
        amounts: Says that the answer names more than one amount; hidden where it does not.
        reason: Why; nothing is sent without it.
        sale_day: Asked only where the answer leaves the day open; None otherwise.
        request: Exactly what will be sent, folded.
    """

    def __init__(
        self, desk: Desk, tasks: TaskRunner, view: PaymentView, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, tasks, view, parent)
        self.setObjectName("void_dialog")
        self.setWindowTitle(self.tr("Void a sale"))
        self._void: VoidPlan | None = None
        # All of them hang in a page from the first: a widget without a parent may be swept up by
        # Python on another thread, and Qt does not survive that.
        self._page = QWidget()
        self.pages.add(self._page)
        self.reason = ReasonBox(self._page)
        self.sale_day: SaleDay | None = None
        self.request = RequestView(desk, tasks, self._page)
        self.late = Notice(self._page)
        self.late.setObjectName("late")
        self._countdown = Countdown(self._page)
        self._countdown.setProperty("kind", "muted")
        self.amounts = Notice(self._page)
        self.amounts.setObjectName("amounts")
        self._what = QLabel(self._page)
        self._what.setWordWrap(True)
        self._countdown.ended.connect(self._decide)
        self.reason.changed.connect(self._judge)
        try:
            plan = plan_void(view, desk.clock.now())
        except ServiceError as error:
            self.stop(error)
        else:
            self._begin(view, plan)
        self.resize(620, 480)

    def plan(self) -> VoidPlan | None:
        """Return the plan with the reason; None while the reason or the day is missing."""
        if self._void is None or self._void.now is None or not self.reason.text:
            return None
        return replace(self._void, reason=self.reason.text)

    def carry(self, waiting: Waiting) -> None:
        """Fill in the day and the reason of what was left to be sent."""
        super().carry(waiting)
        if self.sale_day is not None:
            self.sale_day.choose(waiting.petition.sale_day)
        self.reason.setEditText(waiting.petition.reason)

    def _begin(self, view: PaymentView, plan: VoidPlan) -> None:
        self._void = plan
        if plan.sale_day is None:
            account = plan.account
            self.sale_day = SaleDay(account, plan.payment, account.days.day_of(self._desk.clock.now()))
            self.sale_day.changed.connect(self._decide)
        self.confirm.setText(self.tr("Void: {amount}").format(amount=money(plan.amount)))
        self._lay_out(view, plan)
        self.pages.turn_to(self._page)
        self._decide()
        self.reason.setFocus()

    @Slot()
    def _decide(self) -> None:
        """Decide anew what it would be at this instant: a day may have been chosen, or have ended."""
        if self._void is None or self.stage is not Stage.ASKING:
            return
        account, now = self._void.account, self._desk.clock.now()
        chosen = self.sale_day.value if self.sale_day is not None else self._void.sale_day
        self._void = replace(
            self._void,
            sale_day=chosen,
            now=None if chosen is None else verb_at(account, chosen, now),
            until=account.days.end_of(now) if chosen == account.days.day_of(now) else None,
        )
        self.request.show_plan(self._void)
        if self._void.until is not None:
            self._countdown.count(
                self.tr("The day of the sale ends in {left}."), self._void.until, self._desk.clock
            )
        else:
            self._countdown.say("")
        self._countdown.setVisible(self._void.until is not None)
        if self._void.now is not None and self._void.now.late:
            self.late.show_info(
                self.tr("The day of the sale has passed; the bank may refuse."),
                Tone.WAITING,
                next_step=self.tr("A refusal costs nothing: no money moves, and you see it here."),
            )
        else:
            self.late.hide()
        self._judge()

    @Slot()
    def _judge(self) -> None:
        """Let it be pressed once nothing is missing, and say what is."""
        if self.stage is not Stage.ASKING or self._void is None:
            return
        self.confirm.setEnabled(self.plan() is not None)
        if self._void.now is None:
            self.say_hint(self.tr("Choose the day it was sold on."))
        elif not self.reason.text:
            self.say_hint(self.tr("Write a reason to go on."))
        else:
            self.say_hint(self.tr("Ctrl+Enter sends it too."))

    def _lay_out(self, view: PaymentView, plan: VoidPlan) -> None:
        account = view.account
        amount = QLabel(money(plan.amount))
        amount.setProperty("kind", "amount")
        where = [plain(account.name, limit=60), gateway(account.gateway), environment(account.environment)]
        sold = view.payment.sold_at
        self._what.setText(
            self.tr("The whole sale is voided at EsnekPOS and the customer gets {amount} back.").format(
                amount=money(plan.amount)
            )
        )
        if len(plan.payment.amounts) > 1:
            self.amounts.show_info(
                self.tr("The answer names more than one amount: {amounts}.").format(
                    amounts=", ".join(map(money, plan.payment.amounts))
                ),
                Tone.WAITING,
                next_step=self.tr("Limits go by the larger. Which one goes back is the gateway's to say."),
            )
        form = QFormLayout()
        form.setHorizontalSpacing(L)
        form.setVerticalSpacing(M)
        form.addRow(self.tr("Reference"), CopyableLabel(plan.reference, name=self.tr("Reference"), wrap=True))
        whose = QLabel(" · ".join([*where, account.merchant]))
        whose.setTextFormat(Qt.TextFormat.PlainText)
        form.addRow(self.tr("Account"), whose)
        if plan.sale_day is not None and sold is not None:
            form.addRow(self.tr("Sold"), QLabel(instant(sold.at)))
        form.addRow(self.tr("Reason"), self.reason)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(amount)
        column.addWidget(self._what)
        column.addWidget(self.amounts)
        column.addWidget(self._countdown)
        column.addWidget(self.late)
        if self.sale_day is not None:
            column.addWidget(self.sale_day)
        column.addLayout(form)
        column.addWidget(self.request)
        column.addStretch(1)
