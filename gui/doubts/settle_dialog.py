"""A person settles what nobody can look up: all the evidence, one choice, and a second person's yes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QLabel, QLineEdit, QPushButton, QRadioButton, QVBoxLayout, QWidget

from gui.doubts.evidence_view import EvidenceView
from gui.errors import explain
from gui.format import money, plain
from gui.seat.second_person import SecondPerson
from gui.tasks import TaskRunner
from gui.theme import L, M, S, Tone
from gui.widgets.draft_dialog import DraftDialog
from gui.widgets.row import Row
from gui.wording import verb
from services.desk import Desk
from services.domain.errors import Denied, InvalidInput, NotAllowed, ServiceError
from services.domain.operator import Operator, Right
from services.domain.reversal import Intent, IntentState, Testimony
from services.settling import LONGEST, Evidence


@dataclass(frozen=True, slots=True)
class _Material:
    evidence: Evidence
    pins: bool
    approvers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Statement:
    paid: bool
    said: Testimony
    operator: Operator


class SettleDialog(DraftDialog):
    """Shows the evidence and takes a statement. Neither answer is chosen beforehand.

    Enter presses nothing here: what is said of money is said on purpose.

    Attributes:
        evidence: All that is known; None until it is read.
        paid, not_paid: The two answers.
        reason: Why the person is certain.
        panel_reference: What the gateway's own panel shows for it.
        second: Who agrees; None until it is known whether somebody has to.
    """

    settled = Signal(object)
    """It is written down: carries the `Intent` as it stands now."""

    changed_meanwhile = Signal()
    """It was not unknown any more, or can't be settled so: what is shown elsewhere is old."""

    def __init__(self, desk: Desk, tasks: TaskRunner, intent: Intent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settle_dialog")
        self.setWindowTitle(self.tr("Settle with evidence"))
        self._desk = desk
        self._tasks = tasks
        self._intent = intent
        self._me = desk.operator
        self.evidence: EvidenceView | None = None
        self.second: SecondPerson | None = None
        self._body = QWidget()
        self._wait = QLabel(self.tr("Reading the evidence…"), self._body)
        self._answers = QWidget(self._body)
        self.paid = QRadioButton(self.tr("The money went to the customer"), self._answers)
        self.paid.setObjectName("paid")
        self.not_paid = QRadioButton(self.tr("The money did not go"), self._answers)
        self.not_paid.setObjectName("not_paid")
        self._group = QButtonGroup(self)
        self._follows = QLabel(self._answers)
        self._follows.setObjectName("follows")
        self._follows.setWordWrap(True)
        self.reason = QLineEdit(self._answers)
        self.reason.setObjectName("settle_reason")
        self.panel_reference = QLineEdit(self._answers)
        self.panel_reference.setObjectName("panel_reference")
        self._reason_row = Row(self.tr("Why are you certain? (required)"), self.reason)
        self._panel_row = Row(
            self.tr("What the gateway's own panel shows for it: its number, or its words (required)"),
            self.panel_reference,
        )
        self._missing = QLabel(self._answers)
        self._missing.setObjectName("missing")
        self._missing.setProperty("kind", "muted")
        self._missing.setWordWrap(True)
        self._lay_out()
        for button in (self.paid, self.not_paid):
            self._group.addButton(button)
            button.toggled.connect(self._judge)
        for line in (self.reason, self.panel_reference):
            line.setMaxLength(LONGEST)
            line.textChanged.connect(self._judge)
        self.confirm.setEnabled(False)
        self.confirm.setText(self.tr("Write it down"))
        tasks.read(
            partial(_read, desk, intent.id), owner=self, on_result=self._on_read, on_error=self._on_unread
        )

    def has_unsaved(self) -> bool:
        """Whether something was chosen or typed."""
        return self._group.checkedButton() is not None or bool(
            self.reason.text() or self.panel_reference.text()
        )

    def save(self) -> None:
        """Write it down, with the second person's yes where one is needed."""
        if self.second is None or not self.confirm.isEnabled():
            return
        said = Testimony(
            person=self._me.name,
            reason=self.reason.text().strip(),
            reference=self.panel_reference.text().strip(),
            approver=self.second.approver,
        )
        statement = _Statement(self.paid.isChecked(), said, self._me)
        self.hold()
        self._tasks.read(
            partial(_settle, self._desk, self._intent, statement, self.second.take_pin()),
            owner=self,
            on_result=self._on_settled,
            on_error=self._on_failed,
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Take Enter from every button: Qt makes the first one the default otherwise."""
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)
        super().showEvent(event)

    def _on_read(self, material: _Material) -> None:
        self._wait.hide()
        self.evidence = EvidenceView(material.evidence, self._body)
        self._column.insertWidget(2, self.evidence)
        self.band.show_environment(self._intent.draft.order.environment)
        self.second = self._ask_second(material)
        self._answers_column.addWidget(self.second)
        self._answers_column.addWidget(self._missing)
        self.second.changed.connect(self._judge)
        if material.evidence.intent.state is not IntentState.OUTCOME_UNKNOWN:
            self.notice.show_info(self.tr("This one is not unknown any more."), Tone.DONE)
            self.changed_meanwhile.emit()
        elif not self._me.may(Right.SETTLE_UNKNOWN):
            self.notice.show_error(explain(NotAllowed(Denied.RIGHT, right=Right.SETTLE_UNKNOWN.value)))
        else:
            self._answers.show()
            self._judge()

    def _ask_second(self, material: _Material) -> SecondPerson:
        """Ask somebody else to agree; or say that nobody has to, or that nobody else can."""
        second = SecondPerson(
            self.tr("A second person reads the evidence and agrees with their PIN."),
            self.tr("Who agrees"),
            self._answers,
        )
        second.show_names(material.approvers)
        if not material.pins:
            alone = self.tr(
                "PINs are off, so {name} says it alone; the journal marks it as said by one person."
            )
            second.show_words(alone.format(name=plain(self._me.name, limit=60)), alone=True)
        elif not material.approvers:
            nobody = self.tr(
                "A second person has to agree, and nobody else here may. The owner can add somebody."
            )
            second.show_words(nobody, alone=False)
        return second

    def _on_unread(self, error: ServiceError) -> None:
        self._wait.hide()
        self.notice.show_error(explain(error))

    def _on_settled(self, intent: Intent) -> None:
        self.settled.emit(intent)
        self.accept()

    def _on_failed(self, error: ServiceError) -> None:
        self.stay()
        explained = explain(error)
        rows = {"reason": self._reason_row, "panel_reference": self._panel_row}
        if isinstance(error, InvalidInput) and error.field in rows:
            rows[error.field].set_problem(explained.sentence)
            rows[error.field].field.setFocus()
        elif isinstance(error, NotAllowed) and error.why is Denied.WRONG_PIN and self.second is not None:
            self.second.set_problem(explained.sentence)
        else:
            self.notice.show_error(explained)
            self.changed_meanwhile.emit()
        self._judge()
        self.scroll_to_focus()

    @Slot()
    def _judge(self) -> None:
        """Let it be pressed once nothing is missing; say what is, and what follows."""
        missing = self._first_missing()
        self._missing.setText(missing)
        self._missing.setVisible(bool(missing))
        self.confirm.setEnabled(not missing and not self.saving)
        self._follows.setText(self._what_follows())
        self._follows.setVisible(bool(self._follows.text()))
        chosen = self._group.checkedButton()
        if chosen is self.paid:
            self.confirm.setText(self.tr("Write down: the money went"))
        elif chosen is self.not_paid:
            self.confirm.setText(self.tr("Write down: the money did not go"))

    def _first_missing(self) -> str:
        if self._group.checkedButton() is None:
            return self.tr("Choose what happened to the money.")
        if not self.reason.text().strip():
            return self.tr("Write why you are certain.")
        if not self.panel_reference.text().strip():
            return self.tr("Write what the panel shows.")
        if self.second is None or not self.second.is_complete:
            return self.tr("A second person has to agree.")
        return ""

    def _what_follows(self) -> str:
        draft = self._intent.draft
        if self.paid.isChecked() and draft.whole:
            return self.tr(
                "{amount} counts as given back, and the order is shut: nothing more goes back from it."
            ).format(amount=money(draft.amount))
        if self.paid.isChecked():
            return self.tr(
                "{amount} counts as given back; what is left of the order can be given back again."
            ).format(amount=money(draft.amount))
        if self.not_paid.isChecked():
            return self.tr(
                "The order is free again, and {amount} can be given back anew. If the money did go, the "
                "customer would get it twice."
            ).format(amount=money(draft.amount))
        return ""

    def _lay_out(self) -> None:
        draft = self._intent.draft
        title = QLabel(self.tr("Did {amount} go back?").format(amount=money(draft.amount)))
        title.setProperty("kind", "title")
        what = QLabel(f"{verb(draft.verb)} \N{MIDDLE DOT} {plain(draft.order.reference, limit=80)}")
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setProperty("kind", "muted")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(L, L, L, M)
        self._column.setSpacing(M)
        self._column.addWidget(title)
        self._column.addWidget(what)
        self._column.addWidget(self._wait)
        self._column.addWidget(self._answers)
        self._column.addStretch(1)
        self._answers_column = QVBoxLayout(self._answers)
        self._answers_column.setContentsMargins(0, 0, 0, 0)
        self._answers_column.setSpacing(S)
        for part in (self.paid, self.not_paid, self._follows, self._reason_row, self._panel_row):
            self._answers_column.addWidget(part)
        self._answers.hide()
        self.set_body(self._body, QSize(1080, 700))


def _read(desk: Desk, intent_id: int) -> _Material:
    """On a worker: the evidence, and who could agree."""
    evidence = desk.settling.evidence(intent_id)
    pins = desk.operators.settings().pins
    return _Material(evidence, pins, tuple(desk.operators.approvers()) if pins else ())


def _settle(desk: Desk, intent: Intent, statement: _Statement, pin: str) -> Intent:
    """On a worker: have it approved, and write it down."""
    said, approval = statement.said, None
    if said.approver is not None:
        outcome = IntentState.DONE if statement.paid else IntentState.REFUSED
        approval = desk.operators.approve_statement(intent, outcome, said, pin).id
    return desk.settling.by_person(
        intent.id, paid=statement.paid, said=said, operator=statement.operator, approval=approval
    )
