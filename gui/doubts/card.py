"""One reversal without a certain end: what it is, since when, when it is looked at, and what to do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from gui import theme
from gui.doubts.ends import NextStep, OpenEnd
from gui.doubts.words import look_time
from gui.errors import explain_look
from gui.format import instant, instant_exact, money, plain
from gui.icons import icon
from gui.slips.papers import Papers
from gui.tasks import TaskRunner
from gui.theme import XS, L, M, S, Tone
from gui.widgets.fields import CopyableLabel
from gui.widgets.notice import Notice
from gui.widgets.pill import Pill
from gui.wording import age, environment, gateway, intent_state, verb
from services.domain.errors import ServiceError
from services.domain.reversal import Intent

if TYPE_CHECKING:
    from services.desk import Desk


class DoubtCard(QFrame):
    """One of the queue. What a look said stays on it until it is pressed again.

    Attributes:
        look: Asks the gateway again; hidden where there is nobody to ask.
        settle: Opens the evidence, for a person to say what happened; hidden for what is done.
        details: Leads to it among all reversals.
        papers: What of it can be taken along.
        end: What is shown.
    """

    looked = Signal(object)
    """A look has ended; carries the `Intent` as it stands now."""

    settle_wanted = Signal(object)
    """Carries the `Intent` that a person wants to settle."""

    intent_wanted = Signal(object)
    """Carries the `Intent` that is to be shown at length."""

    def __init__(self, desk: Desk, tasks: TaskRunner, end: OpenEnd, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubt")
        self.setProperty("kind", "card")
        self._desk = desk
        self._tasks = tasks
        self.end = end
        self._amount = QLabel()
        self._amount.setProperty("kind", "title")
        self._pill = Pill()
        self._reference = CopyableLabel(name=self.tr("Reference"))
        self._where = _quiet()
        self._since = _quiet()
        self._next = _quiet()
        self._next.setObjectName("next_look")
        self._news = Notice()
        self.look = QPushButton(self.tr("Ask again"))
        self.look.setObjectName("look")
        self.look.setIcon(icon("refresh"))
        self.settle = QPushButton(self.tr("Settle with evidence…"))
        self.settle.setObjectName("settle")
        self.details = QPushButton(self.tr("Show it"))
        self.details.setObjectName("show")
        self.details.setProperty("kind", "link")
        self.papers = Papers(desk, tasks)
        self._lay_out()
        self.look.clicked.connect(self._on_look)
        self.settle.clicked.connect(self._on_settle)
        self.details.clicked.connect(self._on_details)
        self.show_end(end)

    @property
    def text(self) -> str:
        """Everything it says."""
        labels = (self._amount, self._where, self._since, self._next)
        parts = [self._pill.text, self._reference.value, *(label.text() for label in labels), self._news.text]
        return "\n".join(part for part in parts if part)

    def show_end(self, end: OpenEnd) -> None:
        """Show how it stands."""
        self.end = end
        intent, now = end.intent, self._desk.clock.now()
        draft, account = intent.draft, end.account
        self._amount.setText(money(draft.amount))
        self._pill.show_status(*intent_state(intent))
        self._reference.set_value(draft.order.reference)
        where = (
            verb(draft.verb),
            plain(account.name, limit=60),
            gateway(draft.order.gateway),
            environment(draft.order.environment),
            plain(draft.order.merchant, limit=40),
        )
        self._where.setText(" \N{MIDDLE DOT} ".join(where))
        self._since.setText(
            self.tr("Since {when} ({age})").format(when=instant(end.since), age=age(now - end.since))
        )
        self._next.setText(self._what_next(end))
        can_look = self._desk.resolver.can_look(intent)
        self.look.setVisible(can_look)
        self.settle.setVisible(end.is_unknown)
        self.papers.show_intent(intent)
        self._stress(self.settle if end.step is NextStep.SETTLE else self.look)
        self.setAccessibleName(f"{self._amount.text()}, {self._pill.text}, {self._reference.value}")

    def _stress(self, step: QPushButton) -> None:
        """Make one of the two the step to take; the other one is said in passing."""
        for button in (self.look, self.settle):
            theme.mark(button, "kind", None if button is step else "link")

    def _what_next(self, end: OpenEnd) -> str:
        now = self._desk.clock.now()
        if end.next_look is not None and end.step is NextStep.SETTLE:
            return self.tr(
                "What the gateway shows can be read in more than one way: a person says what happened."
            )
        certain_from = end.intent.certain_from
        if end.next_look is not None and certain_from is not None and certain_from > now:
            return self.tr("The answer was no; certain after {time}, once a look shows nothing new.").format(
                time=look_time(certain_from, now)
            )
        if end.next_look is not None and end.next_look <= now:
            return self.tr("Being looked at now.")
        if end.next_look is not None:
            return self.tr("Looked at again by itself: {time}").format(time=look_time(end.next_look, now))
        if end.step is NextStep.SETTLE:
            return self.tr("Param has no query: a person looks into Param's panel and says what happened.")
        return self.tr("The program that holds the ledger looks by itself.")

    @Slot()
    def _on_look(self) -> None:
        self.look.setEnabled(False)
        self._news.show_info(self.tr("Asking the gateway…"), Tone.NEUTRAL)
        self._tasks.read(
            partial(self._desk.resolver.look, self.end.intent.id),
            owner=self,
            on_result=self._on_looked,
            on_error=self._on_failed,
        )

    def _on_looked(self, intent: Intent) -> None:
        self.look.setEnabled(True)
        if intent == self.end.intent:
            now = instant_exact(self._desk.clock.now())
            self._news.show_info(self.tr("Looked at {when}: nothing new.").format(when=now), Tone.NEUTRAL)
        else:
            self._news.hide()
        self.looked.emit(intent)

    def _on_failed(self, error: ServiceError) -> None:
        self.look.setEnabled(True)
        self._news.show_error(explain_look(error, self.end.intent), Tone.WAITING)
        self.looked.emit(self.end.intent)

    @Slot()
    def _on_settle(self) -> None:
        self.settle_wanted.emit(self.end.intent)

    @Slot()
    def _on_details(self) -> None:
        self.intent_wanted.emit(self.end.intent)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self._amount)
        head.addWidget(self._pill)
        head.addWidget(self._reference)
        head.addStretch()
        buttons = QHBoxLayout()
        buttons.setSpacing(S)
        for button in (self.details, self.settle, self.look):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        grid = QGridLayout(self)
        grid.setContentsMargins(L, M, L, M)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(XS)
        grid.addLayout(head, 0, 0)
        grid.addLayout(buttons, 0, 1, 2, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._where, 1, 0)
        grid.addWidget(self._since, 2, 0, 1, 2)
        grid.addWidget(self._next, 3, 0, 1, 2)
        grid.addWidget(self._news, 4, 0, 1, 2)
        grid.addWidget(self.papers, 5, 0, 1, 2)
        grid.setColumnStretch(0, 1)


def _quiet() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", "muted")
    label.setWordWrap(True)
    return label
