"""Counts what was left for approval and is the turn of whoever is at the desk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.tasks import TaskRunner

if TYPE_CHECKING:
    from services.desk import Desk


class Turns(QObject):
    """Reads the queue on a worker, for the count beside its place."""

    counted = Signal(object)
    """Carries how many there are."""

    failed = Signal(object)
    """The ledger can't be read, or nobody is at the desk: carries the `ServiceError`."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks

    @Slot()
    def count(self) -> None:
        """Count them again."""
        self._tasks.read(
            partial(_turns, self._desk),
            owner=self,
            on_result=self.counted.emit,
            on_error=self.failed.emit,
        )


def _turns(desk: Desk) -> int:
    """On a worker."""
    from services.petitions import NextStep  # noqa: PLC0415  loaded with the desk

    return sum(waiting.step is not NextStep.WAIT for waiting in desk.petitions.waiting())
