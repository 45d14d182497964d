"""One petition: what is asked for, beside the sale as it is now, and the one thing to do about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.approvals.answer import Answer
from gui.approvals.words import how_it_stands, lines_of, verb_of, what_next
from gui.errors import explain
from gui.format import instant, money, plain
from gui.reversal.request_view import RequestView
from gui.tasks import TaskRunner
from gui.theme import XS, L, M, S
from gui.widgets.fields import CopyableLabel
from gui.widgets.notice import Notice
from gui.widgets.pill import Pill
from gui.wording import age, environment, gateway, payment_state, verb
from services.domain.errors import ServiceError
from services.lookup import OrderView, PaymentView
from services.petitions import NextStep, Waiting
from services.plans import left_of_order

if TYPE_CHECKING:
    from services.desk import Desk


class PetitionCard(QFrame):
    """One of the queue.

    Attributes:
        answer: Where whoever may says yes or no.
        send: Opens the dialog that sends it, with everything filled in.
        drop: Takes it off the list.
        open: Leads to the payment or the order.
        waiting: What is shown.
    """

    answered = Signal()
    """It stands otherwise now."""

    send_wanted = Signal(object)
    """Carries the `Waiting` that is to be sent."""

    view_wanted = Signal(object)
    """Carries the `Waiting` whose payment or order is to be opened."""

    def __init__(
        self, desk: Desk, tasks: TaskRunner, waiting: Waiting, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("petition")
        self.setProperty("kind", "card")
        self._desk = desk
        self._tasks = tasks
        self.waiting = waiting
        self._amount = _plain("title")
        self._pill = Pill()
        self._reference = CopyableLabel(name=self.tr("Reference"))
        self._asked = _plain()
        self._who = _plain("muted")
        self._now = _plain()
        self._where = _plain("muted")
        self._next = _plain()
        self._next.setObjectName("petition_next")
        self.request = RequestView(desk, tasks)
        self.answer = Answer(desk, tasks)
        self.notice = Notice()
        self.send = QPushButton()
        self.send.setObjectName("petition_send")
        self.send.setProperty("kind", "danger")
        self.drop = QPushButton()
        self.drop.setObjectName("petition_drop")
        self.open = QPushButton(self.tr("Open the sale"))
        self.open.setObjectName("petition_open")
        self.open.setProperty("kind", "link")
        self._lay_out()
        self.answer.answered.connect(self.answered)
        self.send.clicked.connect(self._on_send)
        self.drop.clicked.connect(self._on_drop)
        self.open.clicked.connect(self._on_open)
        self.show_waiting(waiting)

    @property
    def text(self) -> str:
        """Everything it says."""
        labels = (self._amount, self._asked, self._who, self._now, self._where, self._next)
        return "\n".join([self._pill.text, self._reference.value, *(label.text() for label in labels)])

    def show_waiting(self, waiting: Waiting) -> None:
        """Show how it stands."""
        self.waiting = waiting
        petition, now = waiting.petition, self._desk.clock.now()
        what = verb(verb_of(petition.requests[0]))
        self._amount.setText(f"{what} \N{MIDDLE DOT} {money(petition.amount)}")
        self._pill.show_status(*how_it_stands(waiting, now))
        self._reference.set_value(petition.order.reference)
        reason = self.tr("Reason: {reason}").format(reason=plain(petition.reason, limit=200))
        self._asked.setText("\n".join([*lines_of(waiting), reason]))
        self._who.setText(
            self.tr("{name} asked for it {when} ({age})").format(
                name=plain(petition.asker_name, limit=40),
                when=instant(petition.asked_at),
                age=age(now - petition.asked_at),
            )
        )
        self._now.setText(self._sale())
        account = waiting.account
        where = [plain(account.name, limit=60), gateway(account.gateway), environment(account.environment)]
        self._where.setText(" \N{MIDDLE DOT} ".join(where))
        self._next.setText(what_next(waiting, now))
        self._show_step(waiting)
        self.setAccessibleName(f"{self._amount.text()}, {self._pill.text}, {petition.order.reference}")

    def _show_step(self, waiting: Waiting) -> None:
        amount = money(waiting.petition.amount)
        self.answer.show_waiting(waiting)
        self.request.setVisible(waiting.plan is not None)
        if waiting.plan is not None:
            self.request.show_plan(waiting.plan)
        self.send.setVisible(waiting.step in {NextStep.SEND, NextStep.SEND_ALONE})
        self.send.setText(self.tr("Send: {amount}…").format(amount=amount))
        self.drop.setVisible(waiting.may_drop and waiting.step in {NextStep.DROP, NextStep.WAIT})
        takes_back = waiting.step is NextStep.WAIT
        self.drop.setText(self.tr("Take the wish back") if takes_back else self.tr("Take it off the list"))
        self.open.setVisible(waiting.view is not None)

    def _sale(self) -> str:
        """Say what the sale is now, as the ledger has it."""
        view = self.waiting.view
        if isinstance(view, PaymentView):
            payment = view.payment
            state = payment_state(payment.state)[0]
            charged = money(payment.charged) if payment.charged else self.tr("amount unknown")
            sold = instant(payment.sold_at.at) if payment.sold_at else self.tr("not certain when")
            pos = plain(payment.pos_title or "", limit=40)
            asked = self.tr("as of {when}").format(when=instant(view.snapshot.taken_at))
            return "\n".join(part for part in (f"{charged}, {state}", sold, pos, asked) if part)
        if isinstance(view, OrderView):
            left = money(left_of_order(view.order, view.standing))
            return "\n".join(
                [
                    self.tr("{amount}, {count} sellers").format(
                        amount=money(view.order.amount), count=len(view.order.lines)
                    ),
                    instant(view.order.sold_at),
                    self.tr("Left to give back: {amount}").format(amount=left),
                ]
            )
        return self.tr("It can't be found any more.")

    @Slot()
    def _on_send(self) -> None:
        self.send_wanted.emit(self.waiting)

    @Slot()
    def _on_open(self) -> None:
        self.view_wanted.emit(self.waiting)

    @Slot()
    def _on_drop(self) -> None:
        self.drop.setEnabled(False)
        self._tasks.read(
            partial(self._desk.petitions.drop, self.waiting.petition.id),
            owner=self,
            on_result=self._on_dropped,
            on_error=self._on_failed,
        )

    def _on_dropped(self, _petition: object) -> None:
        self.answered.emit()

    def _on_failed(self, error: ServiceError) -> None:
        self.drop.setEnabled(True)
        self.notice.show_error(explain(error))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        for part in (self._amount, self._pill, self._reference):
            head.addWidget(part)
        head.addStretch()
        head.addWidget(self.open)
        sides = QGridLayout()
        sides.setHorizontalSpacing(L)
        sides.setVerticalSpacing(XS)
        for column, (name, parts) in enumerate(
            [
                (self.tr("Asked for"), (self._asked, self._who)),
                (self.tr("The sale now"), (self._now, self._where)),
            ]
        ):
            sides.addWidget(_plain("label", name), 0, column)
            for row, part in enumerate(parts, start=1):
                sides.addWidget(part, row, column, Qt.AlignmentFlag.AlignTop)
            sides.setColumnStretch(column, 1)
        foot = QHBoxLayout()
        foot.setSpacing(S)
        for button in (self.send, self.drop):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(L, M, L, M)
        whole.setSpacing(S)
        whole.addLayout(head)
        whole.addLayout(sides)
        whole.addWidget(self.request)
        whole.addWidget(self._next)
        whole.addWidget(self.answer)
        whole.addWidget(self.notice)
        whole.addLayout(foot)


def _plain(kind: str = "", text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    return label
