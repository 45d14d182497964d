"""Gives a Param order back: some of its sellers' lines, or everything (S 003)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from gui.format import instant, money, plain
from gui.reversal.everything_page import EverythingPage
from gui.reversal.line_table import LineTable
from gui.reversal.money_dialog import MoneyDialog, Stage
from gui.reversal.review_page import ReviewPage
from gui.tasks import TaskRunner
from gui.theme import M, Tone
from gui.widgets.countdown import Countdown
from gui.widgets.pill import Pill
from gui.wording import environment, gateway, verb
from services.desk import Desk
from services.domain.errors import InProgress, NotReversible, ServiceError, VerbChanged, WhyNot
from services.domain.money import ZERO, total
from services.domain.order import Order
from services.domain.reversal import Everything, Verb
from services.lookup import OrderView
from services.petitions import Waiting
from services.plans import LineReturn, ReturnPlan, left_of_order, plan_return
from services.policy import verb_at, verb_of_order


class ReturnDialog(MoneyDialog):
    """Two steps: how much of which line, then exactly what will be sent. Only the second can send.

    Attributes:
        lines: The table of the sellers; its rows are `cards`.
        everything: Goes to the act of its own that gives back all of every seller.
        onward: From the first step to the second.
        back: And back.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, view: OrderView, parent: QWidget | None = None) -> None:
        super().__init__(desk, tasks, view, parent)
        self.setObjectName("return_dialog")
        self.setWindowTitle(self.tr("Give an order back"))
        self._order_view = view
        self._return: ReturnPlan | None = None
        self.lines = LineTable(view)
        self.cards = self.lines.rows
        self.everything = QPushButton(self.tr("Everything, all sellers…"))
        self.everything.setObjectName("everything")
        self.onward = QPushButton(self.tr("Review…"))
        self.onward.setObjectName("onward")
        self.onward.setProperty("kind", "primary")
        self.back = QPushButton(self.tr("Back"))
        self.back.setObjectName("back")
        self.all_page = EverythingPage(view, limited=desk.operator.limits.any)
        self.review = ReviewPage(desk, tasks)
        self._verb = Pill()
        self._countdown = Countdown()
        self._countdown.setProperty("kind", "muted")
        self._lines_page = self.lines
        self._lay_out()
        self.everything.clicked.connect(self._on_everything)
        self.onward.clicked.connect(self._on_onward)
        self.back.clicked.connect(self._on_back)
        self.all_page.changed.connect(self._judge)
        self.review.changed.connect(self._judge)
        self._countdown.ended.connect(self._on_day_ended)
        self.lines.changed.connect(self._judge)
        self._go_to(self._lines_page)
        self._show_clock()
        self._begin()
        self.resize(1040, 640)

    def plan(self) -> ReturnPlan | None:
        """Return the plan under review, with reason and assent; None while something is missing."""
        if self._return is None or self.review.missing:
            return None
        return replace(
            self._return,
            reason=self.review.reason.text,
            accepts_literal_rule=self.review.understood.isChecked(),
        )

    def order(self) -> Order:
        """Return the order whose sellers the outcome names."""
        return self._order_view.order

    def carry(self, waiting: Waiting) -> None:
        """Turn to the review of what was left to be sent, and its reason; the rule is read anew."""
        super().carry(waiting)
        if self.stage is not Stage.ASKING or not isinstance(waiting.plan, ReturnPlan):
            return
        self._review(waiting.plan)
        self.review.reason.setEditText(waiting.petition.reason)

    def _begin(self) -> None:
        """Say at once what makes every amount pointless."""
        view, standing = self._order_view, self._order_view.standing
        error: ServiceError | None = None
        if standing.open is not None:
            error = InProgress(standing.open)
        elif standing.shut_by is not None:
            voided = standing.shut_by.draft.verb is Verb.VOID
            error = NotReversible(WhyNot.ALREADY_VOIDED if voided else WhyNot.ALREADY_REFUNDED)
        elif left_of_order(view.order, standing) <= ZERO:
            error = NotReversible(WhyNot.NOTHING_LEFT)
        elif view.account.retired:
            error = NotReversible(WhyNot.RETIRED_ACCOUNT)
        if error is not None:
            self.stop(error)
        else:
            self._focus_amount()

    def _focus_amount(self) -> None:
        for card in self.cards:
            if card.amount.isEnabled():
                card.amount.setFocus()
                return

    def _go_to(self, page: QWidget) -> None:
        self.pages.turn_to(page)
        reviewing = page is self.review
        self.confirm.setVisible(reviewing)
        self.onward.setVisible(not reviewing)
        self.back.setVisible(page is not self._lines_page)
        self.everything.setVisible(page is self._lines_page)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        """Let on what is complete, and say what is missing."""
        if self.stage is not Stage.ASKING:
            return
        page = self.pages.current
        if page is self.review:
            missing = self.review.missing
            self.confirm.setEnabled(self.plan() is not None)
            self.say_hint(missing or self.tr("Ctrl+Enter sends it too."))
        elif page is self.all_page:
            self.onward.setEnabled(self.all_page.word.is_matched)
            self.say_hint("")
        elif page is self._lines_page:
            parts = self._parts()
            self.onward.setEnabled(bool(parts))
            amounts = total([part.amount for part in parts])
            if parts:
                self.say_hint(self.tr("Goes back: {amount}").format(amount=money(amounts)))
            elif all(card.is_empty for card in self.cards):
                self.say_hint(self.tr("Write what goes back, at one seller or more."))
            else:
                self.say_hint(self.tr("Put right what is marked."))

    def _parts(self) -> tuple[LineReturn, ...]:
        """Return what was typed; nothing while anything typed can't be."""
        typed = [card.part for card in self.cards if not card.is_empty]
        parts = tuple(part for part in typed if part is not None)
        return parts if len(parts) == len(typed) else ()

    @Slot()
    def _on_everything(self) -> None:
        self._go_to(self.all_page)
        self.all_page.word.setFocus()

    @Slot()
    def _on_keys(self) -> None:
        """Go from the first step to the second by the same keys; what is sent stands there first."""
        if self.onward.isVisible():
            self.onward.click()
        else:
            super()._on_keys()

    @Slot()
    def _on_onward(self) -> None:
        what: tuple[LineReturn, ...] | Everything = self._parts()
        if self.pages.current is self.all_page:
            if not self.all_page.word.is_matched:
                return
            what = Everything.ALL_SELLERS
        try:
            plan = plan_return(self._order_view, what, self._desk.clock.now())
        except ServiceError as error:
            self.explain(error)
            return
        self._review(plan)

    def _review(self, plan: ReturnPlan) -> None:
        self._return = plan
        self.hindrance.clear()
        self.review.show_plan(plan)
        self.confirm.setText(self._confirm_text(plan))
        self._go_to(self.review)
        self.review.reason.setFocus()

    def _confirm_text(self, plan: ReturnPlan) -> str:
        void = plan.now.verb is Verb.VOID
        if isinstance(plan.what, Everything):
            said = self.tr("Void all sellers: {amount}") if void else self.tr("Refund all sellers: {amount}")
        else:
            said = self.tr("Void: {amount}") if void else self.tr("Refund: {amount}")
        return said.format(amount=money(plan.amount))

    @Slot()
    def _on_back(self) -> None:
        """Go back to the amounts; the word has to be typed again."""
        self._return = None
        self.all_page.word.clear()
        self._go_to(self._lines_page)
        self._focus_amount()

    @Slot()
    def _on_day_ended(self) -> None:
        """What was reviewed is no longer what would be sent."""
        self._show_clock()
        if self.stage is Stage.ASKING and self._return is not None:
            self._on_back()
            self.hindrance.show_info(
                self.tr("The day of the sale has just ended: it is a refund now."),
                Tone.WAITING,
                next_step=self.tr("Review it again."),
            )

    def explain(self, error: ServiceError) -> None:
        """Say an error; beside one about the day, the line with the clock says the same."""
        super().explain(error)
        if isinstance(error, VerbChanged):
            self._show_clock()

    def _show_clock(self) -> None:
        account, now = self._order_view.account, self._desk.clock.now()
        view = self._order_view
        decided = verb_of_order(account, view.sale_day, view.intents, now)
        self._verb.show_status(verb(decided.verb), Tone.ACCENT)
        if decided != verb_at(account, view.sale_day, now):
            self._countdown.say(
                self.tr("Param asked for this one: its bank closes the day at another hour than midnight.")
            )
        elif decided.late:
            self._countdown.say(self.tr("The day of the sale has passed, so it is sent as IADE."))
        else:
            sentence = self.tr("Sent as IPTAL today; as IADE in {left}.")
            self._countdown.count(sentence, account.days.end_of(now), self._desk.clock)

    def _lay_out(self) -> None:
        view = self._order_view
        account = view.account
        where = [plain(account.name, limit=60), gateway(account.gateway), environment(account.environment)]
        order = QLabel(self.tr("Order {number}").format(number=plain(view.order.siparis_id, limit=60)))
        order.setProperty("kind", "title")
        sold = self.tr("{amount}, sold {when}").format(
            amount=money(view.order.amount), when=instant(view.order.sold_at)
        )
        facts = QLabel(" · ".join([sold, *where]))
        facts.setProperty("kind", "muted")
        clock = QHBoxLayout()
        clock.setSpacing(M)
        clock.addWidget(self._verb)
        clock.addWidget(self._countdown, 1)
        for label in (order, facts, self._countdown):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.head.addWidget(order)
        self.head.addWidget(facts)
        self.head.addLayout(clock)
        for page in (self._lines_page, self.all_page, self.review):
            self.pages.add(page)
        self.foot.insertWidget(0, self.everything)
        self.foot.insertWidget(0, self.back)
        self.foot.insertWidget(self.foot.count() - 1, self.onward)
        self.steps = (self.everything, self.back, self.onward)
