"""A second person's yes, in place: their name, their PIN, for exactly what is about to be sent."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.errors import Explained, explain
from gui.format import money, plain
from gui.roles import who_may
from gui.seat.second_person import SecondPerson
from gui.tasks import TaskRunner
from gui.widgets.notice import Notice
from services.domain.errors import Denied, NotAllowed, ServiceError
from services.domain.operator import Approval, Right
from services.plans import Plan

if TYPE_CHECKING:
    from services.desk import Desk


class Approver(QFrame):
    """Asks for somebody else. Hidden until it has to; nobody is chosen beforehand.

    Attributes:
        name: Who may approve, without whoever is at the desk.
        pin: Their PIN; it leaves the line as it is tried.
        confirm: Approves, and sends.
        notice: Why not.
    """

    approved = Signal(object)
    """Carries the `Approval`: it is for the plan that was asked about, and for ten minutes."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("approver_form")
        self.setProperty("kind", "card")
        self._desk = desk
        self._tasks = tasks
        self._plan: Plan | None = None
        self._second = SecondPerson(
            self.tr("A second person looks at what is sent here and approves it with their own PIN."),
            self.tr("Approved by"),
        )
        self.name, self.pin = self._second.name, self._second.pin
        self.confirm = QPushButton()
        self.confirm.setObjectName("approve")
        self.confirm.setProperty("kind", "danger")
        self.notice = Notice()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        column.setSpacing(theme.M)
        column.addWidget(self._second)
        column.addWidget(self.notice)
        column.addLayout(foot)
        self._second.changed.connect(self._offer)
        self.confirm.clicked.connect(self._approve)
        self.hide()

    def ask(self, plan: Plan) -> None:
        """Ask for a yes to exactly this plan."""
        self._plan = plan
        self.confirm.setText(self.tr("Approve and send: {amount}").format(amount=money(plan.amount)))
        self.pin.clear()
        self.notice.hide()
        self._offer()
        self.show()
        self._tasks.read(
            self._desk.operators.approvers, owner=self, on_result=self._on_names, on_error=self._on_failed
        )

    def _on_names(self, names: list[str]) -> None:
        self._second.show_names(names)
        if names:
            self.name.setFocus()
            return
        self.notice.show_info(
            self.tr("Nobody else here may approve."),
            theme.Tone.WAITING,
            next_step=self.tr("An owner can add somebody, or change the limit, in People and rules."),
        )

    @Slot()
    def _approve(self) -> None:
        name = self._second.approver
        if self._plan is None or name is None:
            return
        self.notice.hide()
        self.setEnabled(False)
        self._tasks.read(
            partial(self._desk.operators.approve, self._plan, name, self._second.take_pin()),
            owner=self,
            on_result=self._on_approved,
            on_error=partial(self._on_denied, name),
        )

    def _on_approved(self, approval: Approval) -> None:
        self.setEnabled(True)
        self.hide()
        self.approved.emit(approval)

    def _on_denied(self, name: str, error: ServiceError) -> None:
        self._on_failed(error)
        if isinstance(error, NotAllowed):
            self.notice.show_error(self._about(plain(name, limit=60), error))

    def _on_failed(self, error: ServiceError) -> None:
        self.setEnabled(True)
        self.notice.show_error(explain(error))
        self.pin.setFocus()

    def _about(self, name: str, error: NotAllowed) -> Explained:
        """Say it of the one who was to approve; elsewhere it is said to whoever is at the desk."""
        said = explain(error)
        if error.why is Denied.RIGHT:
            sentence = self.tr("{name} may not approve this.").format(name=name)
            roles = self.tr("It takes: {roles}").format(roles=who_may(Right(error.right)))
            return replace(said, sentence=sentence, next_step=roles)
        if error.why is Denied.EVERYTHING_OVER_LIMIT:
            sentence = self.tr("{name} has a limit, and everything takes a person without any.").format(
                name=name
            )
            step = self.tr("Ask somebody without a limit, or give it back line by line.")
            return replace(said, sentence=sentence, next_step=step)
        if error.why is Denied.OVER_DAY_LIMIT and error.limit is not None:
            sentence = self.tr(
                "With what {name} gave back or approved today, it is more than their limit of a day: {limit}"
            ).format(name=name, limit=money(error.limit))
            return replace(said, sentence=sentence, next_step=self.tr("Ask somebody with a higher limit."))
        if error.why is Denied.OVER_REVERSAL_LIMIT and error.limit is not None:
            sentence = self.tr("It is more than {name} may give back themselves: {limit}").format(
                name=name, limit=money(error.limit)
            )
            return replace(said, sentence=sentence, next_step=self.tr("Ask somebody with a higher limit."))
        return said

    @Slot()
    def _offer(self) -> None:
        self.confirm.setEnabled(self._second.is_complete)
