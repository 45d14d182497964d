"""How one reversal went: one card of the outcome."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.errors import Explained, explain, explain_look
from gui.format import instant_exact, plain
from gui.icons import icon
from gui.reversal.told import settled_line, told
from gui.slips.papers import Papers
from gui.tasks import TaskRunner
from gui.theme import L, M, S, Tone
from gui.widgets.fields import CopyableLabel
from gui.widgets.notice import Notice
from gui.widgets.pill import Pill
from gui.wording import environment, gateway, intent_state, verb
from services.domain.errors import ServiceError
from services.domain.reversal import Intent, IntentState

if TYPE_CHECKING:
    from services.desk import Desk


class OutcomeCard(QFrame):
    """One intent: its state, the gateway's own words, what to do, and another look where one helps.

    Attributes:
        look: Queries the gateway again; hidden where a look could settle nothing.
        papers: What of it can be taken along.
    """

    looked = Signal(object)
    """A look has ended; carries the `Intent` as it stands now."""

    again_wanted = Signal()
    """The gateway takes the other verb: it is to be planned again."""

    def __init__(
        self,
        desk: Desk,
        tasks: TaskRunner,
        intent: Intent,
        *,
        whose: str = "",
        can_plan_again: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._can_plan_again = can_plan_again
        self.setObjectName("outcome_card")
        self.setProperty("kind", "card")
        self._desk = desk
        self._tasks = tasks
        self._intent = intent
        self._whose = QLabel(whose)
        self._title = QLabel()
        self._title.setProperty("kind", "title")
        self._pill = Pill()
        self._notice = Notice()
        self._their_words = _quiet()
        self._their_words.setObjectName("their_words")
        self._rests_on = _quiet()
        self._reference = CopyableLabel(name=self.tr("Reference"))
        self._asked = _quiet()
        self._agreed = _quiet()
        self._agreed.setObjectName("agreed")
        self._agreed.hide()
        self._news = Notice()
        self.look = QPushButton(self.tr("Ask again"))
        self.look.setObjectName("look")
        self.look.setIcon(icon("refresh"))
        self.look.setAutoDefault(False)
        self.papers = Papers(desk, tasks)
        self._lay_out()
        self.look.clicked.connect(self._on_look)
        self._notice.action_wanted.connect(self.again_wanted)
        self.show_intent(intent)
        if intent.draft.approval is not None:
            self._tasks.read(
                partial(desk.operators.who_agreed, intent.draft.approval),
                owner=self,
                on_result=self._on_agreed,
                on_error=self._on_no_name,
            )

    @property
    def intent(self) -> Intent:
        """The intent as it stands."""
        return self._intent

    @property
    def text(self) -> str:
        """Everything it says."""
        parts = (self._title.text(), self._notice.text, self._their_words.text(), self._news.text)
        return "\n".join(part for part in parts if part)

    def show_intent(self, intent: Intent) -> None:
        """Show how it stands."""
        self._intent = intent
        words = told(intent)
        self._title.setText(words.title)
        self._pill.show_status(*intent_state(intent))
        offers = self._can_plan_again and words.other_verb is not None
        action = self.tr("Plan it again") if offers else ""
        explained = Explained(words.sentence, words.next_step, _technical(intent))
        self._notice.show_error(explained, words.tone, action=action)
        self._their_words.setText(self._said(intent))
        self._their_words.setVisible(bool(self._their_words.text()))
        self._rests_on.setText(settled_line(intent))
        self._show_asked(intent)
        can_look = self._desk.resolver.can_look(intent)
        self.look.setVisible(can_look)
        self.look.setEnabled(can_look)
        self.papers.show_intent(intent)

    def _show_asked(self, intent: Intent) -> None:
        """Say which order it is about, who asked and why."""
        draft = intent.draft
        self._reference.set_value(draft.order.reference)
        where = f"{gateway(draft.order.gateway)} · {environment(draft.order.environment)}"
        self._asked.setText(
            self.tr("{verb} at {where}, merchant {merchant}. {operator}: {reason}").format(
                verb=verb(draft.verb),
                where=where,
                merchant=plain(draft.order.merchant, limit=40),
                operator=plain(draft.operator, limit=40),
                reason=plain(draft.reason, limit=200),
            )
        )

    def _said(self, intent: Intent) -> str:
        """Quote the gateway: code and text, as plain text, apart from our own words."""
        settled = intent.settled
        if settled is None or intent.state is IntentState.DONE or settled.code is None:
            return ""
        if settled.text:
            return self.tr("The gateway's words: {text} (code {code})").format(
                text=plain(settled.text, limit=300), code=plain(settled.code, limit=40)
            )
        return self.tr("The gateway's code: {code}").format(code=plain(settled.code, limit=40))

    @Slot()
    def _on_look(self) -> None:
        self.look.setEnabled(False)
        self._news.show_info(self.tr("Asking the gateway…"), Tone.NEUTRAL)
        self._tasks.read(
            partial(self._desk.resolver.look, self._intent.id),
            owner=self,
            on_result=self._on_looked,
            on_error=self._on_failed,
        )

    def _on_looked(self, intent: Intent) -> None:
        if intent == self._intent:
            now = instant_exact(self._desk.clock.now())
            self._news.show_info(self.tr("Looked at {when}: nothing new.").format(when=now), Tone.NEUTRAL)
        else:
            self._news.hide()
        self.show_intent(intent)
        self.looked.emit(intent)

    def _on_agreed(self, name: str) -> None:
        self._agreed.setText(self.tr("Approved by {name}").format(name=plain(name, limit=40)))
        self._agreed.show()

    def _on_failed(self, error: ServiceError) -> None:
        self._news.show_error(explain_look(error, self._intent), Tone.WAITING)
        self.look.setEnabled(True)

    def _on_no_name(self, error: ServiceError) -> None:
        self._agreed.setText(explain(error).sentence)
        self._agreed.show()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(self._title)
        head.addWidget(self._pill)
        head.addStretch()
        head.addWidget(self.look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, M)
        layout.setSpacing(S)
        self._whose.setTextFormat(Qt.TextFormat.PlainText)
        self._whose.setVisible(bool(self._whose.text()))
        layout.addWidget(self._whose)
        layout.addLayout(head)
        layout.addWidget(self._reference)
        layout.addWidget(self._asked)
        layout.addWidget(self._agreed)
        layout.addWidget(self._notice)
        layout.addWidget(self._their_words)
        layout.addWidget(self._news)
        layout.addWidget(self._rests_on)
        layout.addWidget(self.papers)


def _technical(intent: Intent) -> str:
    """For whoever helps: the redacted evidence as it was kept."""
    lines = [f"intent {intent.id}: {intent.state.value}", f"armed {intent.armed_at.isoformat()}"]
    if intent.sent_at is not None:
        lines.append(f"sent {intent.sent_at.isoformat()}")
    if intent.settled is not None:
        settled = intent.settled
        lines.append(f"settled {settled.at.isoformat()} by {settled.by.value}, code {settled.code}")
        lines.append(plain(settled.evidence, limit=4000))
    return "\n".join(lines)


def _quiet() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("kind", "muted")
    return label
