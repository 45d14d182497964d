"""How it went: one card for each request, in the order they were sent, and those never sent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.errors import explain
from gui.format import money, plain
from gui.reversal.outcome_card import OutcomeCard
from gui.reversal.told import never_sent
from gui.tasks import TaskRunner
from gui.theme import L, M, S, Tone
from gui.widgets.notice import Notice
from gui.widgets.pill import Pill
from services.domain.errors import ServiceError
from services.domain.order import Order
from services.domain.reversal import Intent, ReturnRequest

if TYPE_CHECKING:
    from services.desk import Desk
    from services.plans import Plan, Step
    from services.reversals import Executed


class OutcomePanel(QWidget):
    """Shows one intent, or everything that came of one confirmation.

    Args:
        can_plan_again: Whether whoever shows it can plan another one, and so listens to `again_wanted`.

    Attributes:
        cards: One for each intent that was written down, in order.
    """

    looked = Signal(object)
    """A look at one of them has ended; carries the `Intent` as it stands now."""

    again_wanted = Signal()
    """The gateway takes the other verb: it is to be planned again."""

    def __init__(
        self, desk: Desk, tasks: TaskRunner, *, can_plan_again: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("outcome")
        self._can_plan_again = can_plan_again
        self._desk = desk
        self._tasks = tasks
        self.cards: list[OutcomeCard] = []
        self._stopped: Notice | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(M)
        self._layout.addStretch(1)

    @property
    def text(self) -> str:
        """Everything it says."""
        labels = [label.text() for label in self.findChildren(QLabel, "never_sent")]
        stopped = [self._stopped.text] if self._stopped is not None else []
        return "\n".join([*(card.text for card in self.cards), *labels, *stopped])

    def show_intent(self, intent: Intent) -> None:
        """Show one intent as it stands."""
        self._clear()
        self._add_card(intent, _line_of(intent))

    def show_executed(self, executed: Executed, plan: Plan, order: Order | None = None) -> None:
        """Show what came of a plan, line by line; `order` names the sellers."""
        self._clear()
        steps = plan.steps
        for intent, step in zip(executed.intents, steps, strict=False):
            self._add_card(intent, _seller(step, order))
        self._add_never_sent(steps[len(executed.intents) :], order)
        if executed.not_recorded is not None:
            self._say_stopped(executed.not_recorded, Tone.UNKNOWN)
        elif executed.stopped_by is not None:
            self._say_stopped(executed.stopped_by, Tone.REFUSED)

    def show_found(self, intents: Sequence[Intent]) -> None:
        """Show those of its intents that stand otherwise by now: a look found something meanwhile."""
        found = {intent.id: intent for intent in intents}
        for card in self.cards:
            if card.intent.id in found:
                card.show_intent(found[card.intent.id])

    def _add_card(self, intent: Intent, whose: str) -> None:
        card = OutcomeCard(self._desk, self._tasks, intent, whose=whose, can_plan_again=self._can_plan_again)
        card.looked.connect(self.looked)
        card.again_wanted.connect(self.again_wanted)
        if self.cards:
            card.papers.leave_slip_to_another()  # the first card's covers the whole list
        self.cards.append(card)
        self._insert(card)

    def _add_never_sent(self, steps: Sequence[Step], order: Order | None) -> None:
        for step in steps:
            card = QFrame(self)
            card.setProperty("kind", "card")
            words = " · ".join(part for part in (_seller(step, order), money(step.amount)) if part)
            label = QLabel(f"{words}\n{never_sent()}")
            label.setObjectName("never_sent")
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            row = QHBoxLayout(card)
            row.setContentsMargins(L, S, L, S)
            row.addWidget(label, 1)
            row.addWidget(Pill(self.tr("Never sent"), Tone.NEUTRAL))
            self._insert(card)

    def _say_stopped(self, error: ServiceError, tone: Tone) -> None:
        self._stopped = Notice(self)
        self._stopped.show_error(explain(error), tone)
        self._insert(self._stopped)

    def _insert(self, widget: QWidget) -> None:
        self._layout.insertWidget(self._layout.count() - 1, widget)

    def _clear(self) -> None:
        self.cards.clear()
        self._stopped = None
        while self._layout.count() > 1:
            item = self._layout.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()


def _seller(step: Step, order: Order | None) -> str:
    request = step.request
    if order is None or not isinstance(request, ReturnRequest) or step.amount != request.amount:
        return ""
    return plain(order.line(request.line).seller, limit=80)


def _line_of(intent: Intent) -> str:
    """Name a line as the wire does: who its seller was is not in the intent."""
    return f"PYSiparis_GUID {intent.draft.line}" if intent.draft.line else ""
