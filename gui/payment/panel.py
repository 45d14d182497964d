"""The detail of one EsnekPOS payment: what it is, what can be done now, and everything that was answered."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from gui.errors import explain
from gui.format import money
from gui.payment.fields import FieldTable
from gui.payment.head import PaymentHead
from gui.payment.outline import outline
from gui.payment.raw import RawView
from gui.payment.tree import PaymentTree
from gui.sheet.life import Moment, life_of_payment
from gui.sheet.sheet import Sheet
from gui.tasks import TaskRunner
from gui.theme import Tone
from services.domain.errors import InProgress, ServiceError
from services.domain.reversal import Confirmation, IntentState
from services.domain.rivals import has_unaccounted

if TYPE_CHECKING:
    from services.desk import Desk
    from services.domain.reversal import Intent
    from services.lookup import PaymentView


class PaymentPanel(Sheet):
    """Shows one payment.

    Attributes:
        void: Opens the void dialog; hidden where nothing can be voided, with the reason in its place.
    """

    void_wanted = Signal(object)
    """Carries the `PaymentView` to be voided."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        head = PaymentHead()
        super().__init__(tasks, head, parent)
        self.head = head
        self.setObjectName("payment")
        self._view: PaymentView | None = None
        self.void = self.act
        self.void.setObjectName("void")
        self.tree = PaymentTree()
        self.fields = FieldTable()
        self.raw = RawView()
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.tree)
        split.addWidget(self.fields)
        split.setSizes([230, 150])
        self._lay_out(split, self.tr("Movements"), (self.raw, self.tr("Raw answer")))
        self.head.refresh.clicked.connect(self._on_refresh)
        self.tree.row_chosen.connect(self.fields.show_row)
        self.tabs.currentChanged.connect(self._show_raw)

    @property
    def view(self) -> PaymentView | None:
        """The payment that is shown."""
        return self._view

    def show_view(self, view: PaymentView) -> None:
        """Show one payment as it was last answered.

        A raw answer is looked at on purpose, and each look is written down: no other comes up by itself.
        """
        before, self._view = self._view, view
        other = before is None or before.snapshot.id != view.snapshot.id
        if other:
            self.raw.show_body("")
            if self.tabs.currentWidget() is self.raw:
                self.tabs.setCurrentIndex(0)
        self.head.show_view(view)
        self.tree.show_row(outline(view.payment))
        self._show_done(view.payment.reference, view.intents, None)
        self._show_chance()

    def _show_again(self) -> None:
        if self._view is not None:
            self.show_view(self._view)

    def _reference(self) -> str:
        return "" if self._view is None else self._view.payment.reference

    def _life(self, until: datetime | None) -> tuple[Moment, ...]:
        return () if self._view is None else life_of_payment(self._view.payment, self._view.intents, until)

    @Slot()
    def _show_raw(self) -> None:
        """Fetch the raw answer when somebody looks at it, and not before: every look is written down."""
        self.raw.show_body("")
        desk, view = self._desk, self._view
        if desk is None or view is None or self.tabs.currentWidget() is not self.raw:
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

    def _offer(self, desk: Desk, now: datetime) -> None:
        # Imports the ledger's libraries; whoever opened the desk has loaded them long ago.
        from gui.payment.chance import void_now  # noqa: PLC0415  it loads the ledger

        if self._view is None:
            return
        plan = void_now(self._view, now)
        self._show_act(self.tr("Void: {amount}…").format(amount=money(plan.amount)), plan.until)
        if plan.until is not None:
            self.countdown.count(self.tr("{left} left to void it today"), plan.until, desk.clock)
        elif plan.now is None:
            self.countdown.say(self.tr("The answer leaves open which day it was sold on; you will be asked."))
        else:
            self.countdown.say(self.tr("The day of the sale has passed; the bank may refuse."))

    def _show_why_not(self, error: ServiceError | None) -> None:
        super()._show_why_not(error)
        if error is None or isinstance(error, InProgress):
            return
        done, late = self._awaited(), self._booked_late()
        if done is None and late is None:
            return
        if done is None:
            self._intent = late
            self.notice.show_info(
                self.tr("It was refused here; by now the gateway shows that money went back."),
                Tone.WAITING,
                next_step=self.tr(
                    "If the customer was paid in another way meanwhile, take that up with them."
                ),
                action=self.tr("Show it"),
            )
            return
        self._intent = done
        self.notice.show_info(
            self.tr("It was voided here; the gateway does not show it yet."),
            Tone.WAITING,
            next_step=self.tr("Awaiting confirmation. The order stays shut."),
            action=self.tr("Show it"),
        )

    def _booked_late(self) -> Intent | None:
        """Return the newest refusal that the gateway's own record contradicts, and no other one explains."""
        if self._view is None or not has_unaccounted(self._view.intents, self._view.payment):
            return None
        refused = [one for one in self._view.intents if one.watched_until is not None]
        return refused[-1] if refused else None

    def _awaited(self) -> Intent | None:
        """Return the done intent that the gateway's own record does not show yet."""
        intents = self._view.intents if self._view is not None else ()
        return next((intent for intent in intents if _is_awaited(intent)), None)

    @Slot()
    def _on_act(self) -> None:
        self.void_wanted.emit(self._view)

    @Slot()
    def _on_refresh(self) -> None:
        self.refresh_wanted.emit(self._view)


def _is_awaited(intent: Intent) -> bool:
    if intent.state is not IntentState.DONE or intent.settled is None:
        return False
    return intent.settled.confirmation is Confirmation.PENDING
