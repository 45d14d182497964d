"""The detail of one EsnekPOS payment: what it is, what can be done now, and everything that was answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui.errors import explain
from gui.format import money
from gui.payment.fields import FieldTable
from gui.payment.head import PaymentHead
from gui.payment.history import History
from gui.payment.outline import outline
from gui.payment.raw import RawView
from gui.payment.tree import PaymentTree
from gui.tasks import TaskRunner
from gui.theme import M, S, Tone
from gui.widgets.countdown import Countdown
from gui.widgets.notice import Notice
from gui.wording import intent_state
from services.domain.errors import InProgress, ServiceError
from services.domain.reversal import Confirmation, IntentState

if TYPE_CHECKING:
    from services.desk import Desk
    from services.domain.reversal import Intent
    from services.lookup import PaymentView
    from services.plans import VoidPlan

_LEAST = QSize(440, 540)
"""What it is never squeezed below."""


class PaymentPanel(QScrollArea):
    """Shows one payment. What it offers is decided anew whenever the day of the sale ends.

    Attributes:
        void: Opens the void dialog; hidden where nothing can be voided, with the reason in its place.
    """

    void_wanted = Signal(object)
    """Carries the `PaymentView` to be voided."""

    refresh_wanted = Signal(object)
    """Carries the `PaymentView` to be asked about again."""

    intent_wanted = Signal(object)
    """Carries an `Intent` to be looked at."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("payment")
        self._tasks = tasks
        self._desk: Desk | None = None
        self._view: PaymentView | None = None
        self._intent: Intent | None = None
        self.head = PaymentHead()
        self.void = QPushButton()
        self.void.setObjectName("void")
        self.void.setProperty("kind", "danger")
        self.countdown = Countdown()
        self.countdown.setObjectName("countdown")
        self.countdown.setWordWrap(True)
        self.notice = Notice()
        self.tree = PaymentTree()
        self.fields = FieldTable()
        self.history = History()
        self.raw = RawView()
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._lay_out()

        self.void.clicked.connect(self._on_void)
        self.head.refresh.clicked.connect(self._on_refresh)
        self.countdown.ended.connect(self._show_chance)
        self.notice.action_wanted.connect(self._on_action)
        self.tree.row_chosen.connect(self.fields.show_row)
        self._tabs.currentChanged.connect(self._show_raw)
        self.history.intent_wanted.connect(self.intent_wanted)

    @property
    def view(self) -> PaymentView | None:
        """The payment that is shown."""
        return self._view

    def set_desk(self, desk: Desk) -> None:
        """Take the desk, once it is open."""
        self._desk = desk

    def show_view(self, view: PaymentView) -> None:
        """Show one payment as it was last answered."""
        self._view = view
        self.head.show_view(view)
        self.tree.show_row(outline(view.payment))
        self.history.show_intents(view.intents)
        self._show_raw()
        count = len(view.intents)
        self._tabs.setTabText(1, self.tr("Done here ({count})").format(count=count))
        self._tabs.setTabEnabled(1, count > 0)
        self._show_chance()

    def changeEvent(self, event: QEvent) -> None:
        """Show it again in the colours of the other theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._view is not None:
            self.show_view(self._view)

    @Slot()
    def _show_raw(self) -> None:
        """Fetch the raw answer when somebody looks at it, and not before: every look is written down."""
        self.raw.show_body("")
        desk, view = self._desk, self._view
        if desk is None or view is None or self._tabs.currentWidget() is not self.raw:
            return
        snapshot = view.snapshot
        self._tasks.read(
            partial(desk.lookup.raw, snapshot),
            owner=self,
            on_result=partial(self._on_raw, snapshot.id),
            on_error=self._on_raw_refused,
        )

    def _on_raw(self, snapshot_id: int, body: str) -> None:
        if self._view is not None and self._view.snapshot.id == snapshot_id:
            self.raw.show_body(body)

    def _on_raw_refused(self, error: ServiceError) -> None:
        words = explain(error)
        self.raw.show_body(f"{words.sentence}\n{words.next_step}")

    @Slot()
    def _show_chance(self) -> None:
        """Show what can be done now, or the sentence why nothing can."""
        desk, view = self._desk, self._view
        if desk is None or view is None:
            return
        # Imports the ledger's libraries; whoever opened the desk has loaded them long ago.
        from gui.payment.chance import void_now  # noqa: PLC0415  it loads the ledger

        self._intent = None
        if desk.read_only:
            self._show_why_not(None)
            return
        try:
            plan = void_now(view, desk.clock.now())
        except ServiceError as error:
            self._show_why_not(error)
        else:
            self._show_void(desk, plan)

    def _show_void(self, desk: Desk, plan: VoidPlan) -> None:
        self.notice.hide()
        self.void.setText(self.tr("Void: {amount}…").format(amount=money(plan.amount)))
        self.void.show()
        self.countdown.show()
        if plan.until is not None:
            self.countdown.count(self.tr("{left} left to void it today"), plan.until, desk.clock)
        elif plan.now is None:
            self.countdown.say(self.tr("The answer leaves open which day it was sold on; you will be asked."))
        else:
            self.countdown.say(self.tr("The day of the sale has passed; the bank may refuse."))

    def _show_why_not(self, error: ServiceError | None) -> None:
        self.void.hide()
        self.countdown.say("")
        self.countdown.hide()
        if error is None:
            self.notice.show_info(
                self.tr("Another program holds the ledger, so this one can only look."), Tone.NEUTRAL
            )
        elif isinstance(error, InProgress):
            self._intent = error.intent
            state, tone = intent_state(error.intent)
            self.notice.show_info(
                self.tr("Giving this payment back is under way: {state}").format(state=state),
                tone,
                next_step=self.tr("It stays locked until it is clear how that ended."),
                action=self.tr("Show the open one"),
            )
        elif (done := self._awaited()) is not None:
            self._intent = done
            self.notice.show_info(
                self.tr("It was voided here; the gateway does not show it yet."),
                Tone.WAITING,
                next_step=self.tr("Awaiting confirmation. The order stays shut."),
                action=self.tr("Show it"),
            )
        else:
            words = explain(error)
            self.notice.show_info(words.sentence, Tone.NEUTRAL, next_step=words.next_step)

    def _awaited(self) -> Intent | None:
        """Return the done intent that the gateway's own record does not show yet."""
        intents = self._view.intents if self._view is not None else ()
        return next((intent for intent in intents if _is_awaited(intent)), None)

    @Slot()
    def _on_void(self) -> None:
        self.void_wanted.emit(self._view)

    @Slot()
    def _on_refresh(self) -> None:
        self.refresh_wanted.emit(self._view)

    @Slot()
    def _on_action(self) -> None:
        if self._intent is not None:
            self.intent_wanted.emit(self._intent)

    def _lay_out(self) -> None:
        chance = QHBoxLayout()
        chance.setSpacing(M)
        chance.addWidget(self.void)
        chance.addWidget(self.countdown, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tree)
        split.addWidget(self.fields)
        split.setSizes([230, 150])
        self._tabs.addTab(split, self.tr("Movements"))
        self._tabs.addTab(self.history, "")
        self._tabs.addTab(self.raw, self.tr("Raw answer"))
        # A small screen, or large letters, scroll the whole rather than squeeze the tree.
        inside = QWidget()
        inside.setMinimumSize(_LEAST)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(M, M, M, M)
        layout.setSpacing(S)
        layout.addWidget(self.head)
        layout.addLayout(chance)
        layout.addWidget(self.notice)
        layout.addWidget(self._tabs, 1)


def _is_awaited(intent: Intent) -> bool:
    if intent.state is not IntentState.DONE or intent.settled is None:
        return False
    return intent.settled.confirmation is Confirmation.PENDING
