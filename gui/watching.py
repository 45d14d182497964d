"""Wakes the watcher when a look is due, and tells the window of what has no certain end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from gui.tasks import TaskRunner
from services.domain.errors import NotAllowed, ServiceError
from services.domain.reversal import Intent

if TYPE_CHECKING:
    from gui.doubts.ends import OpenEnds
    from services.desk import Desk

T = TypeVar("T")

_MILLISECOND = timedelta(milliseconds=1)
_REST = 1000
"""Milliseconds between two rounds at least: another window may be at it, and is not pressed."""

_LONGEST = 60_000
"""Milliseconds until it is read anew at the latest: the timer stands still while the computer sleeps, and
another program may have written something down."""


class Watching(QObject):
    """One timer for all looks. Everything that blocks runs on a reading worker, one call at a time."""

    read = Signal(object)
    """Carries the `OpenEnds` as they stand."""

    found = Signal(object)
    """What is on the screen may be old: carries the `Intent`s that a look found to stand otherwise."""

    failed = Signal(object)
    """The ledger could not be read, or what was found not be written: carries the `ServiceError`."""

    _hinted = Signal()

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._busy = False
        self._again = False
        self._stopped = False
        self._shortest = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_time)
        self._due: datetime | None = None
        tasks.closed.connect(self.stop)
        # A hint comes on the listener's thread, and is brought over to this one.
        self._hinted.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        desk.watcher.call_when_hinted(partial(_relay, self, self._hinted.emit))

    @property
    def next_wake(self) -> datetime | None:
        """When the next look is due; None while nothing is watched."""
        return self._due

    @Slot()
    def stop(self) -> None:
        """Look no more: the window is closing, or another one does."""
        self._stopped = True
        self._timer.stop()

    @Slot()
    def refresh(self) -> None:
        """Read what has no certain end, now; then wait until a look is due."""
        if self._busy:
            self._again = True
        elif not self._stopped:
            self._run(partial(_read, self._desk), self._on_read)

    @Slot()
    def _on_time(self) -> None:
        if self._busy:
            return
        if self._due is None or self._due > self._desk.clock.now():
            self.refresh()
            return
        self._run(partial(_look_due, self._desk), self._on_looked)

    def _run(self, call: Callable[[], T], on_result: Callable[[T], None]) -> None:
        self._busy = True
        self._timer.stop()
        self._tasks.read(call, owner=self, on_result=on_result, on_error=self._on_failed)

    def _on_read(self, found: tuple[OpenEnds | None, datetime | None]) -> None:
        ends, self._due = found
        self._busy = False
        if ends is not None:
            self.read.emit(ends)
        self._wait()

    def _on_looked(self, changed: Sequence[Intent]) -> None:
        self._busy = False
        self._shortest = _REST
        if changed:
            self.found.emit(changed)
        self.refresh()

    def _on_failed(self, error: ServiceError) -> None:
        self._busy = False
        self._due = None
        self.failed.emit(error)
        self._wait()

    def _wait(self) -> None:
        if self._stopped:
            return
        if self._again:
            self._again = False
            self.refresh()
            return
        wait = _LONGEST
        if self._due is not None:
            left = (self._due - self._desk.clock.now()) // _MILLISECOND
            wait = min(max(left, self._shortest), _LONGEST)
        self._shortest = 0
        self._timer.start(wait)


def _read(desk: Desk) -> tuple[OpenEnds | None, datetime | None]:
    """On a worker: what there is, and when the next look is due.

    While nobody is signed in it is looked at all the same, and shown to nobody.
    """
    from gui.doubts.ends import read_ends  # noqa: PLC0415  on the worker

    due = desk.watcher.next_due(desk.clock.now())
    try:
        return read_ends(desk), due
    except NotAllowed:
        return None, due


def _look_due(desk: Desk) -> list[Intent]:
    """On a worker: look at what is due."""
    return desk.watcher.look_due(desk.clock.now())


def _relay(watching: QObject, say: Callable[[], None]) -> None:
    """On the thread of whoever hinted."""
    if isValid(watching):
        say()
