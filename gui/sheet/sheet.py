"""One thing opened at length: its head, what can be done with it now, its life, and what is under it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.errors import explain
from gui.sheet.head import Head
from gui.sheet.history import History
from gui.sheet.life import Moment
from gui.sheet.timeline import Timeline
from gui.sheet.traces import Traces
from gui.tasks import TaskRunner
from gui.theme import M, S, Tone
from gui.widgets.countdown import Countdown
from gui.widgets.notice import Notice
from gui.wording import intent_state
from services.domain.errors import InProgress, ServiceError

if TYPE_CHECKING:
    from gui.slips.papers import Papers
    from services.desk import Desk
    from services.domain.audit import Entry
    from services.domain.reversal import Intent
    from services.lookup import OrderView, PaymentView

_LEAST = QSize(460, 520)
"""What it is never squeezed below, in device-independent pixels."""

_LEAST_TABS = 250

ACT_KEY = "F8"
"""Presses what can be done now: a dialog that asks, never the money itself."""


class Sheet(QScrollArea):
    """What it offers is decided anew whenever the day of the sale ends.

    Attributes:
        act: Opens the dialog that gives money back; hidden where nothing can be, with the reason in its
            place.
        countdown: How long it stays as it is.
        notice: Why not.
        timeline: Its life, drawn to time.
        history: What was done to it here.
        papers: What of the one under the cursor there can be taken along.
        traces: What else people here did about it.
    """

    refresh_wanted = Signal(object)
    """Carries the view to be looked at afresh."""

    intent_wanted = Signal(object)
    """Carries an `Intent` to be looked at."""

    def __init__(self, tasks: TaskRunner, head: Head, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._desk: Desk | None = None
        self._intent: Intent | None = None
        self._until: datetime | None = None
        self._head = head
        self.act = QPushButton()
        self.act.setProperty("kind", "danger")
        self._key = QLabel(ACT_KEY)
        self._key.setProperty("kind", "muted")
        self.countdown = Countdown()
        self.countdown.setObjectName("countdown")
        self.countdown.setWordWrap(True)
        self.notice = Notice()
        self.timeline = Timeline()
        self.history = History()
        self.papers: Papers | None = None
        self._below = QVBoxLayout()
        self.traces = Traces()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        # What the pages would like to have is more than a small screen has; they take what is left.
        self.tabs.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.tabs.setMinimumHeight(_LEAST_TABS)
        self.act.clicked.connect(self._on_act)
        self.countdown.ended.connect(self._on_day_ended)
        self.notice.action_wanted.connect(self._on_action)
        self.history.intent_wanted.connect(self.intent_wanted)
        self.history.currentItemChanged.connect(self._on_chosen)
        head.copy_all.clicked.connect(self._on_copy_all)

    @property
    @abstractmethod
    def view(self) -> PaymentView | OrderView | None:
        """What is shown."""

    @property
    def told(self) -> str:
        """Everything it tells, as text to be passed on."""
        return "\n".join([*self._head.told, "", *(moment.told for moment in self.timeline.moments)])

    def set_desk(self, desk: Desk) -> None:
        """Take the desk, once it is open."""
        self._desk = desk

    def put_papers(self, papers: Papers) -> None:
        """Take what hands out the papers of whatever is under the cursor among what was done here."""
        self.papers = papers
        self._below.insertWidget(1, papers)
        self._on_chosen()

    def changeEvent(self, event: QEvent) -> None:
        """Show it again in the colours of the other theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.view is not None:
            self._show_again()

    @abstractmethod
    def _show_again(self) -> None:
        """Show what is shown once more."""

    @abstractmethod
    def _offer(self, desk: Desk, now: datetime) -> None:
        """Offer what can be done now.

        Raises:
            ServiceError: Why nothing can.
        """

    @abstractmethod
    def _on_act(self) -> None:
        """The button was pressed."""

    @abstractmethod
    def _life(self, until: datetime | None) -> tuple[Moment, ...]:
        """Return its life; `until` is when its day of voiding ends, while it can be voided."""

    def _show_done(
        self, reference: str, intents: Sequence[Intent], sellers: Mapping[str, str] | None
    ) -> None:
        """Show what was done to it here, and by whom."""
        self.history.show_intents(intents, sellers)
        self.history.setVisible(bool(intents))
        self.tabs.setTabText(1, self.tr("Done here ({count})").format(count=len(intents)))
        self.traces.show_entries([])
        if self._desk is not None:
            self._tasks.read(
                partial(_traces, self._desk, reference),
                owner=self,
                on_result=self._on_traces,
                on_error=self._on_no_traces,
            )

    @Slot()
    def _show_chance(self) -> None:
        """Show what can be done now, or the sentence why nothing can."""
        desk, view = self._desk, self.view
        if desk is None or view is None:
            return
        self._intent = None
        self._until = None
        now = desk.clock.now()
        if desk.read_only:
            self._show_why_not(None)
        else:
            try:
                self._offer(desk, now)
            except ServiceError as error:
                self._show_why_not(error)
        self.timeline.show_moments(self._life(self._until), now)

    def _show_act(self, text: str, until: datetime | None) -> None:
        """Show the button; `until` is when its day ends, if it does."""
        self.notice.hide()
        self._until = until
        self.act.setText(text)
        self.act.setShortcut(ACT_KEY)  # a new text takes the shortcut away
        self.act.setToolTip(self.tr("Asks first; nothing is sent yet ({key})").format(key=ACT_KEY))
        for part in (self.act, self._key, self.countdown):
            part.show()

    def _show_why_not(self, error: ServiceError | None) -> None:
        self.countdown.say("")
        for part in (self.act, self._key, self.countdown):
            part.hide()
        if error is None:
            self.notice.show_info(
                self.tr("Another program holds the ledger, so this one can only look."), Tone.NEUTRAL
            )
        elif isinstance(error, InProgress):
            self._intent = error.intent
            state, tone = intent_state(error.intent)
            self.notice.show_info(
                self.tr("Giving this back is under way: {state}").format(state=state),
                tone,
                next_step=self.tr("It stays locked until it is clear how that ended."),
                action=self.tr("Show the open one"),
            )
        else:
            words = explain(error)
            self.notice.show_info(words.sentence, Tone.NEUTRAL, next_step=words.next_step)

    @Slot()
    def _on_chosen(self) -> None:
        chosen = self.history.chosen
        if self.papers is not None:
            self.papers.setVisible(chosen is not None)
            if chosen is not None:
                self.papers.show_intent(chosen)

    @Slot()
    def _on_day_ended(self) -> None:
        self._show_chance()

    @Slot()
    def _on_action(self) -> None:
        if self._intent is not None:
            self.intent_wanted.emit(self._intent)

    @Slot()
    def _on_copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.told)

    def _on_traces(self, found: tuple[str, list[Entry]]) -> None:
        reference, entries = found
        if self._reference() == reference:
            self.traces.show_entries(entries)

    def _on_no_traces(self, error: ServiceError) -> None:
        self.traces.say(explain(error).sentence)

    @abstractmethod
    def _reference(self) -> str:
        """Return the reference of what is shown."""

    def _lay_out(self, body: QWidget, name: str, *more: tuple[QWidget, str]) -> None:
        """Put everything in its place: `body` in the first tab, `more` in tabs of their own."""
        chance = QHBoxLayout()
        chance.setSpacing(M)
        chance.addWidget(self.act)
        chance.addWidget(self._key)
        chance.addWidget(self.countdown, 1)
        done, below = QWidget(), self._below
        done.setLayout(below)
        below.setContentsMargins(0, S, 0, 0)
        below.setSpacing(S)
        below.addWidget(self.history, 1)
        below.addWidget(self.traces, 1)
        self.tabs.addTab(body, name)
        self.tabs.addTab(done, "")
        for page, title in more:
            self.tabs.addTab(page, title)
        # A small screen, or large letters, scroll the whole rather than squeeze what is at the bottom.
        inside = QWidget()
        inside.setMinimumSize(_LEAST)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keyboard to what is inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(M, M, M, M)
        layout.setSpacing(S)
        layout.addWidget(self._head)
        layout.addLayout(chance)
        layout.addWidget(self.notice)
        layout.addWidget(self.timeline)
        layout.addWidget(self.tabs, 1)


def _traces(desk: Desk, reference: str) -> tuple[str, list[Entry]]:
    """On a worker: what the log says about a reference."""
    return reference, desk.office().traces.of(reference)
