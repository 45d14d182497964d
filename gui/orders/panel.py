"""The detail of one Param order: its sellers, what is left of each, and what can be done now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSplitter, QVBoxLayout, QWidget

from gui.errors import explain
from gui.format import money
from gui.orders.head import OrderHead
from gui.orders.rows import seller_rows, totals
from gui.orders.sellers import SellerTable
from gui.payment.history import History
from gui.tasks import TaskRunner
from gui.theme import M, S, Tone
from gui.widgets.countdown import Countdown
from gui.widgets.notice import Notice
from gui.wording import intent_state
from services.domain.errors import InProgress, ServiceError
from services.domain.reversal import Verb

if TYPE_CHECKING:
    from services.desk import Desk
    from services.domain.reversal import Intent
    from services.lookup import OrderView
    from services.plans import ReturnPlan

_LEAST = QSize(470, 430)
"""The smallest the inside gets, in device-independent pixels."""


class OrderPanel(QScrollArea):
    """Shows one order. What it offers is decided anew whenever the day of the sale ends.

    Attributes:
        give_back: Opens the return dialog; hidden where nothing can go back, with the reason in its
            place.
    """

    return_wanted = Signal(object)
    """Carries the `OrderView` of which something is to be given back."""

    edit_wanted = Signal(object)
    """Carries the `OrderView` to be edited."""

    refresh_wanted = Signal(object)
    """Carries the `OrderView` to be read again: its business day has ended."""

    intent_wanted = Signal(object)
    """Carries an `Intent` to be looked at."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("order")
        self._tasks = tasks
        self._desk: Desk | None = None
        self._view: OrderView | None = None
        self._intent: Intent | None = None
        self.head = OrderHead()
        self.give_back = QPushButton()
        self.give_back.setObjectName("give_back")
        self.give_back.setProperty("kind", "danger")
        self.countdown = Countdown()
        self.countdown.setObjectName("countdown")
        self.countdown.setWordWrap(True)
        self.notice = Notice()
        self.sellers = SellerTable()
        self.history = History()
        self._history_title = QLabel(self.tr("Done here"))
        self._history_title.setProperty("kind", "label")
        self._lay_out()

        self.give_back.clicked.connect(self._on_give_back)
        self.head.edit.clicked.connect(self._on_edit)
        self.countdown.ended.connect(self._on_day_ended)
        self.notice.action_wanted.connect(self._on_action)
        self.history.intent_wanted.connect(self.intent_wanted)

    @property
    def view(self) -> OrderView | None:
        """The order that is shown."""
        return self._view

    def set_desk(self, desk: Desk) -> None:
        """Take the desk, once it is open."""
        self._desk = desk

    def show_view(self, view: OrderView) -> None:
        """Show one order as the ledger has it."""
        self._view = view
        rows = seller_rows(view)
        sums = totals(rows)
        self.head.show_view(view, sums)
        self.sellers.show_rows(rows, sums)
        names = {line.guid: line.seller for line in view.order.lines}
        self.history.show_intents(view.intents, names)
        self._below.setVisible(bool(view.intents))
        self._show_whether_editable(view)
        self._show_chance()

    def changeEvent(self, event: QEvent) -> None:
        """Show it again in the colours of the other theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._view is not None:
            self.show_view(self._view)

    def _show_whether_editable(self, view: OrderView) -> None:
        read_only = self._desk is not None and self._desk.read_only
        self.head.edit.setEnabled(not view.intents and not read_only)
        reason = self.tr("Money was asked back on this order: it can't be edited any more.")
        self.head.edit.setToolTip(reason if view.intents else "")
        self.head.edit.setAccessibleDescription(reason if view.intents else "")

    @Slot()
    def _show_chance(self) -> None:
        """Show what can be done now, or the sentence why nothing can."""
        desk, view = self._desk, self._view
        if desk is None or view is None:
            return
        # Imports the ledger's libraries; whoever opened the desk has loaded them long ago.
        from gui.orders.chance import return_now  # noqa: PLC0415  it loads the ledger

        self._intent = None
        if desk.read_only:
            self._show_why_not(None)
            return
        try:
            plan = return_now(view, desk.clock.now())
        except ServiceError as error:
            self._show_why_not(error)
        else:
            self._show_return(desk, plan)

    def _show_return(self, desk: Desk, plan: ReturnPlan) -> None:
        self.notice.hide()
        left = money(plan.amount)
        if plan.now.verb is Verb.VOID:
            text = self.tr("Void, in whole or in part: up to {amount}…")
        else:
            text = self.tr("Refund, in whole or in part: up to {amount}…")
        self.give_back.setText(text.format(amount=left))
        self.give_back.show()
        self.countdown.show()
        if plan.until is not None:
            self.countdown.count(
                self.tr("Sent as IPTAL (void) for another {left}; as IADE (refund) after that"),
                plan.until,
                desk.clock,
            )
        else:
            self.countdown.say(self.tr("The day of the sale has passed: it is sent as IADE (refund)."))

    def _show_why_not(self, error: ServiceError | None) -> None:
        self.give_back.hide()
        self.countdown.say("")
        self.countdown.hide()
        if error is None:
            self.notice.show_info(
                self.tr("Another program holds the ledger, so this one can only look."), Tone.NEUTRAL
            )
        elif isinstance(error, InProgress):
            self._intent = error.intent
            tone = intent_state(error.intent)[1]
            self.notice.show_error(explain(error), tone, action=self.tr("Show the open one"))
        else:
            self.notice.show_error(explain(error), Tone.NEUTRAL)

    @Slot()
    def _on_day_ended(self) -> None:
        self._show_chance()
        self.refresh_wanted.emit(self._view)

    @Slot()
    def _on_give_back(self) -> None:
        self.return_wanted.emit(self._view)

    @Slot()
    def _on_edit(self) -> None:
        self.edit_wanted.emit(self._view)

    @Slot()
    def _on_action(self) -> None:
        if self._intent is not None:
            self.intent_wanted.emit(self._intent)

    def _lay_out(self) -> None:
        button = QHBoxLayout()
        button.addWidget(self.give_back)
        button.addStretch()
        self._below = QWidget()
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, S, 0, 0)
        below.setSpacing(S)
        below.addWidget(self._history_title)
        below.addWidget(self.history)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.sellers)
        split.addWidget(self._below)
        split.setSizes([240, 160])
        # A small screen, or large letters, scroll the whole rather than squeeze the sellers.
        inside = QWidget()
        inside.setMinimumSize(_LEAST)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(M, M, M, M)
        layout.setSpacing(S)
        layout.addWidget(self.head)
        layout.addLayout(button)
        layout.addWidget(self.countdown)
        layout.addWidget(self.notice)
        layout.addWidget(split, 1)
