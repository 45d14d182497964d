"""How a petition is answered: agreed to with one's own PIN, or declined with a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui.errors import explain
from gui.format import money
from gui.seat.pin_edit import PinEdit
from gui.tasks import TaskRunner
from gui.theme import S
from gui.widgets.notice import Notice
from gui.widgets.row import Row
from services.domain.errors import ServiceError
from services.petitions import LONGEST_REASON, NextStep, Waiting

if TYPE_CHECKING:
    from services.desk import Desk


class Answer(QWidget):
    """A PIN and two buttons. Declining asks why before it does anything.

    Attributes:
        pin: Of whoever is at the desk; hidden where it is not theirs to approve.
        approve: Agrees.
        decline: Asks why; then declines.
        why: The reason, for the asker to read.
        notice: What was wrong.
    """

    answered = Signal()
    """The petition stands otherwise now."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._waiting: Waiting | None = None
        self._declining = False
        self.pin = PinEdit("petition_pin")
        self._pin_row = Row(self.tr("Your PIN"), self.pin)
        self.why = QLineEdit()
        self.why.setObjectName("petition_why")
        self.why.setMaxLength(LONGEST_REASON)
        self._why_row = Row(self.tr("Why not? The one who asked reads this."), self.why)
        self.approve = QPushButton()
        self.approve.setObjectName("petition_approve")
        self.approve.setProperty("kind", "primary")
        self.decline = QPushButton(self.tr("Decline…"))
        self.decline.setObjectName("petition_decline")
        self.keep = QPushButton(self.tr("Leave it waiting"))
        self.keep.setObjectName("petition_keep")
        self.keep.setProperty("kind", "link")
        self.notice = Notice()
        self._lay_out()
        self.approve.clicked.connect(self._on_approve)
        self.decline.clicked.connect(self._on_decline)
        self.keep.clicked.connect(self._stop_declining)
        self.pin.textChanged.connect(self._judge)
        self.pin.returnPressed.connect(self.approve.click)
        self.why.textChanged.connect(self._judge)

    def show_waiting(self, waiting: Waiting) -> None:
        """Offer what whoever is at the desk may answer."""
        self._waiting = waiting
        self.approve.setText(self.tr("Approve {amount}").format(amount=money(waiting.petition.amount)))
        self.setVisible(waiting.step in {NextStep.APPROVE, NextStep.SEND_ALONE})
        self._show_parts()

    def _show_parts(self) -> None:
        approves = self._waiting is not None and self._waiting.step is NextStep.APPROVE
        asks = self._declining
        self._pin_row.setVisible(approves and not asks)
        self.approve.setVisible(approves and not asks)
        self._why_row.setVisible(asks)
        self.keep.setVisible(asks)
        self.decline.setText(self.tr("Decline it") if asks else self.tr("Decline…"))
        self._judge()

    @Slot()
    def _judge(self) -> None:
        self.approve.setEnabled(bool(self.pin.text()))
        self.decline.setEnabled(not self._declining or bool(self.why.text().strip()))

    @Slot()
    def _on_approve(self) -> None:
        if self._waiting is not None and self.pin.text():
            self._run(partial(self._desk.petitions.approve, self._waiting.petition.id, self.pin.take()))

    @Slot()
    def _on_decline(self) -> None:
        if self._waiting is None:
            return
        if not self._declining:
            self._declining = True
            self._show_parts()
            self.why.setFocus()
            return
        self._run(partial(self._desk.petitions.decline, self._waiting.petition.id, self.why.text()))

    @Slot()
    def _stop_declining(self) -> None:
        self._declining = False
        self.why.clear()
        self._show_parts()
        self.decline.setFocus()

    def _run(self, call: Callable[[], object]) -> None:
        self.notice.hide()
        self.setEnabled(False)
        self._tasks.read(call, owner=self, on_result=self._on_answered, on_error=self._on_failed)

    def _on_answered(self, _petition: object) -> None:
        self.setEnabled(True)
        self._declining = False
        self.answered.emit()

    def _on_failed(self, error: ServiceError) -> None:
        self.setEnabled(True)
        self.notice.show_error(explain(error))
        (self.why if self._declining else self.pin).setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self._pin_row)
        row.addWidget(self._why_row, 1)
        for button in (self.approve, self.decline, self.keep):
            button.setAutoDefault(False)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(row)
        column.addWidget(self.notice)
