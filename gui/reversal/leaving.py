"""Leaving for somebody else's approval what one may not send alone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from gui.tasks import TaskRunner
from services.domain.errors import ServiceError

if TYPE_CHECKING:
    from services.desk import Desk
    from services.domain.petition import Petition
    from services.plans import Plan


class LeaveForApproval(QPushButton):
    """The way out for who is not allowed: nothing is sent or locked, somebody else sees it waiting."""

    left = Signal(object)
    """It waits now: carries the `Petition`."""

    failed = Signal(object)
    """It could not be left: carries the `ServiceError`."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leave_for_approval")
        self.setText(self.tr("Leave for approval"))
        self.setToolTip(self.tr("Nothing is sent now. Somebody who may approve finds it under Approvals."))
        self._desk = desk
        self._tasks = tasks
        self._plan: Plan | None = None
        self.clicked.connect(self._on_clicked)
        self.hide()

    def offer(self, plan: Plan) -> None:
        """Offer to leave exactly this plan."""
        self._plan = plan
        self.setEnabled(True)
        self.show()

    @Slot()
    def _on_clicked(self) -> None:
        if self._plan is None:
            return
        self.setEnabled(False)
        self._tasks.read(
            partial(self._desk.petitions.leave, self._plan),
            owner=self,
            on_result=self._on_left,
            on_error=self._on_failed,
        )

    def _on_left(self, petition: Petition) -> None:
        self.hide()
        self.left.emit(petition)

    def _on_failed(self, error: ServiceError) -> None:
        self.setEnabled(True)
        self.failed.emit(error)
