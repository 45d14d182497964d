"""What both dialogs that give money back share: send once, never close meanwhile, say how it went."""

from __future__ import annotations

from datetime import timedelta
from enum import Enum
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.format import money
from gui.reversal.approver import Approver
from gui.reversal.hindrance import Hindrance
from gui.reversal.hold import Hold
from gui.reversal.leaving import LeaveForApproval
from gui.reversal.money_frame import MoneyFrame
from gui.reversal.outcome_panel import OutcomePanel
from gui.reversal.ways_on import can_be_left, surely_never_left, takes_a_second_person
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.saying import announce
from services.breath import Breath
from services.domain.errors import OutcomeUnknown, ServiceError
from services.domain.order import Order
from services.domain.reversal import Intent, IntentState
from services.domain.settings import Settings
from services.petitions import NextStep, Waiting

if TYPE_CHECKING:
    from services.desk import Desk
    from services.domain.operator import Approval, Operator
    from services.domain.petition import Petition
    from services.lookup import OrderView, PaymentView
    from services.plans import Plan
    from services.reversals import Executed


class Stage(Enum):
    """How far it is."""

    ASKING = "the person decides"
    HOLDING = "it can still be taken back"
    SENDING = "money is on the move"
    APPROVING = "a second person decides"
    OVER = "nothing more can be sent from here"


class MoneyDialog(MoneyFrame):
    """Sends one plan, once. Stays open until it is clear how it went, and until a person closes it.

    Where the shop wants a breath before it goes, it counts down first: `leave`, or closing, takes it back.
    Enter presses nothing here: what moves money is pressed on purpose, by mouse, space or Ctrl+Enter.

    Attributes:
        confirm: Sends it; its text names the amount.
        leave: The way out, and the way back during a breath; closed while money is on the move.
        hindrance: Why it can't be sent, or was not.
        approver: Where a second person agrees, above a limit.
        leaving: Leaves it for one who is not here now, where the person may not send it alone.
        outcome: How it went.
    """

    settled = Signal(object)
    """It was sent, or tried: carries the `Executed`."""

    look_wanted = Signal(object)
    """The world moved: carries the view that is to be looked at afresh."""

    intent_wanted = Signal(object)
    """Carries the open `Intent` that stands in the way."""

    left = Signal()
    """It waits for somebody else's approval now."""

    def __init__(
        self, desk: Desk, tasks: TaskRunner, view: PaymentView | OrderView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._view = view
        self._plan: Plan | None = None
        self._carried: Waiting | None = None
        self._is_under_way = False
        self._hold = Hold(self)
        self.stage = Stage.ASKING
        self.hindrance = Hindrance()
        self.approver = Approver(desk, tasks)
        self.leaving = LeaveForApproval(desk, tasks)
        self.outcome = OutcomePanel(desk, tasks, can_plan_again=True)
        self.leave.setText(self.tr("Leave it"))  # L10N: tr "Vazgeç", never "İptal"
        self._outcome_page = QWidget()
        outcome = QVBoxLayout(self._outcome_page)
        outcome.setContentsMargins(0, 0, 0, 0)
        outcome.addWidget(self.outcome)
        self.pages.add(self._outcome_page)
        self.lay_out_frame(self.hindrance, self.approver)
        self.foot.insertWidget(1, self.leaving)
        self.setTabOrder(self.leaving, self.leave)
        self.setTabOrder(self.leave, self.confirm)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setAutoRepeat(False)  # a key held down must not go past what is to be read
            shortcut.activated.connect(self._on_keys)
        self.confirm.clicked.connect(self._on_confirm)
        self.leave.clicked.connect(self._on_leave)
        self._hold.ticked.connect(self._on_tick)
        self._hold.ended.connect(self._say_sending)
        self.approver.approved.connect(self._on_approved)
        self.leaving.left.connect(self._on_left)
        self.leaving.failed.connect(self.explain)
        self.hindrance.look_wanted.connect(self._look_afresh)
        self.hindrance.intent_wanted.connect(self._on_intent_wanted)
        self.outcome.again_wanted.connect(self._look_afresh)
        tasks.idle.connect(self._on_idle)

    def plan(self) -> Plan | None:
        """Return what would be sent now; None while something is missing."""
        raise NotImplementedError

    def carry(self, waiting: Waiting) -> None:
        """Fill in what somebody was left to send, with the yes it has; it is sent as everything is."""
        self._carried = waiting

    def order(self) -> Order | None:
        """Return the order whose sellers the outcome names."""
        return None

    def reject(self) -> None:
        """Close, unless money is on the move; what is held is taken back."""
        if self.stage is Stage.HOLDING and not self._hold.withdraw():
            self._say_sending()
        if self.stage is Stage.SENDING:
            self._hint.setText(self.tr("The answer is awaited; this closes when it is clear how it went."))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay open while money is on the move."""
        if self.stage is Stage.SENDING:
            event.ignore()
            self.reject()
            return
        super().closeEvent(event)

    def stop(self, error: ServiceError) -> None:
        """Say why nothing can be sent from here."""
        self._over()
        self.explain(error)

    @Slot()
    def _on_keys(self) -> None:
        if self.confirm.isVisible():
            self.confirm.click()

    @Slot()
    def _on_confirm(self) -> None:
        if self.stage is not Stage.ASKING:
            return
        plan = self.plan()
        if plan is None:
            return
        self._plan = plan
        carried = self._carried
        approval = (
            carried.petition.approval if carried is not None and carried.step is NextStep.SEND else None
        )
        self._send_off(plan, None if approval is None else approval.id)

    @Slot(object)
    def _on_approved(self, approval: Approval) -> None:
        """Send the very plan that was approved."""
        if self.stage is Stage.APPROVING and self._plan is not None:
            self._send_off(self._plan, approval.id)

    def _send_off(self, plan: Plan, approval: int | None) -> None:
        self.hindrance.clear()
        self.approver.hide()
        self.leaving.hide()
        self.pages.setEnabled(False)
        for button in (self.confirm, *self.steps):
            button.setEnabled(False)
        self._say_sending()
        self._tasks.read(
            self._desk.operators.settings,
            owner=self,
            on_result=partial(self._send, plan, self._desk.operator, approval),
            on_error=self._on_failed,
        )

    def _send(self, plan: Plan, operator: Operator, approval: int | None, settings: Settings) -> None:
        """Send it, after the breath that the shop has chosen, if any."""
        breath = Breath(timedelta(seconds=settings.hold_seconds)) if settings.hold_seconds else None
        self._is_under_way = True
        self._tasks.write(
            partial(self._desk.reversals.execute, plan, operator=operator, approval=approval, breath=breath),
            owner=self,
            on_result=self._on_executed,
            on_error=self._on_failed,
        )
        if breath is not None:
            self.stage = Stage.HOLDING
            self.leave.setEnabled(True)
            self.leave.setFocus()
            self._hold.begin(breath)

    @Slot()
    def _say_sending(self) -> None:
        self.stage = Stage.SENDING
        self.leave.setEnabled(False)
        self._progress.setRange(0, 0)
        self._progress.show()
        self._hint.setText(self.tr("Being sent; this can take up to a minute. It is sent once."))

    @Slot(int, int)
    def _on_tick(self, left: int, length: int) -> None:
        self._progress.setRange(0, length)
        self._progress.setValue(left)
        # A second that has begun counts.
        words = self.tr("Sending in {count}… Nothing was sent yet; {leave} takes it back.")
        self._hint.setText(words.format(count=-(-left // 1000), leave=self.leave.text()))

    @Slot()
    def _on_leave(self) -> None:
        """Close; or, during a breath, take back what was confirmed and stay."""
        if self.stage is not Stage.HOLDING:
            self.reject()
        elif self._hold.withdraw():
            self.leave.setEnabled(False)
            self._hint.setText(self.tr("Taking it back…"))
        else:
            self._say_sending()

    def _on_executed(self, executed: Executed) -> None:
        self._have_ended()
        if self._plan is None:
            raise RuntimeError("an outcome without a plan")
        self.outcome.show_executed(executed, self._plan, self.order())
        self.pages.turn_to(self._outcome_page)
        announce(self, self.outcome.text.partition("\n")[0], at_once=True)
        never_left = [intent.state for intent in executed.intents] == [IntentState.NOT_SENT]
        if never_left and executed.stopped_by is None:
            self._may_press_again()
        else:
            self._over()
        self.settled.emit(executed)

    def _on_failed(self, error: ServiceError) -> None:
        self._have_ended()
        if surely_never_left(error):
            self._may_press_again()
        elif self._plan is not None and takes_a_second_person(error):
            self._ask_a_second_person(self._plan)
        else:
            self._over()
        self.explain(error)
        if self._plan is not None and self._carried is None and can_be_left(error):
            self.leaving.offer(self._plan)

    @Slot(object)
    def _on_left(self, petition: Petition) -> None:
        self.approver.hide()
        self._over()
        self.hindrance.show_info(
            self.tr("Left for approval: {amount}").format(amount=money(petition.amount)),
            Tone.DONE,
            next_step=self.tr("It waits under Approvals. No money has moved, and the order is not locked."),
        )
        self.left.emit()

    @Slot()
    def _on_idle(self) -> None:
        """A write that ended without a word is a bug of ours, and the request may be at the bank."""
        if self._is_under_way:
            self._on_failed(OutcomeUnknown("it ended without an outcome"))

    def _have_ended(self) -> None:
        self._is_under_way = False
        self._hold.stop()
        self._progress.hide()

    def _may_press_again(self) -> None:
        """Only what surely never left may be pressed again; anything else needs a fresh look first."""
        self.stage = Stage.ASKING
        self.pages.setEnabled(True)
        for button in (self.confirm, self.leave, *self.steps):
            button.setEnabled(True)
        self._hint.setText(self.tr("Nothing was sent. You can try again."))

    def _ask_a_second_person(self, plan: Plan) -> None:
        """Nothing was sent. Just this may be, once somebody else agrees: it can't be changed now."""
        self.stage = Stage.APPROVING
        for button in (self.confirm, *self.steps):
            button.hide()
        self.leave.setEnabled(True)
        self._hint.clear()
        self.approver.ask(plan)

    def _over(self) -> None:
        self.stage = Stage.OVER
        self.pages.setEnabled(self.pages.current is self._outcome_page)
        for button in (self.confirm, *self.steps):
            button.setEnabled(False)
            button.hide()
        self.leave.setEnabled(True)
        self.leave.setText(self.tr("Close"))
        self.leave.setFocus()
        self._hint.clear()

    def explain(self, error: ServiceError) -> None:
        """Say an error, with what differs and the way to it, where it can't be overlooked."""
        self.hindrance.show_error(error, self._plan.now if self._plan is not None else None)
        announce(self, self.hindrance.notice.text, at_once=True)
        self.scroll_to_top()

    @Slot(object)
    def _on_intent_wanted(self, intent: Intent) -> None:
        self.intent_wanted.emit(intent)
        self.accept()

    @Slot()
    def _look_afresh(self) -> None:
        self.look_wanted.emit(self._view)
        self.accept()
