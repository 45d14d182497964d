"""Who is asked about a reference, and how their answers come together.

The ledger answers in milliseconds, a gateway when it likes; one may fail without the other. Answers
are gathered and handed on in batches, so that many at once never hold up the window.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from gui.search.row import Row, of_hit, of_view
from gui.tasks import TaskRunner
from services.domain.account import Account
from services.domain.errors import ServiceError

if TYPE_CHECKING:
    from services.desk import Desk
    from services.lookup import Hit, PaymentView

_FRAME_MS = 16
_EVERYTHING = 200


@dataclass(frozen=True, slots=True)
class Failure:
    """Who could not be asked, and why. No account: the ledger."""

    account: Account | None
    error: ServiceError


@dataclass(slots=True)
class Search:
    """One question and what came of it so far.

    Attributes:
        text: As typed, byte for byte.
        asked: The accounts whose gateways were asked.
        found: How many rows the ledger gave.
        views: What gateways answered.
        unknown_to: The accounts whose gateway does not know the reference.
        failures: Who did not answer.
        waiting: How many answers are still to come.
    """

    text: str
    asked: list[Account] = field(default_factory=list)
    found: int = 0
    views: list[PaymentView] = field(default_factory=list)
    unknown_to: list[Account] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    waiting: int = 0

    @property
    def nothing_found(self) -> bool:
        """Whether it has ended and neither the ledger nor a gateway knew anything."""
        return self.waiting == 0 and not self.found and not self.views


class Finder(QObject):
    """Asks the ledger and gateways side by side. One search at a time; a new one drops the old."""

    began = Signal(object)
    """A `Search` begins: what was found before is of the past."""

    asking = Signal(object)
    """More gateways are being asked for a `Search`."""

    found = Signal(object)
    """A batch: a list of `Row`."""

    ended = Signal(object)
    """The last answer of a `Search` is in, and its rows were handed on."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._search: Search | None = None
        self._drops: list[Callable[[], None]] = []
        self._batch: deque[Row] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._hand_on)

    @property
    def search(self) -> Search | None:
        """The search under way, or the last one."""
        return self._search

    def begin(self, text: str, accounts: Sequence[Account]) -> None:
        """Ask the ledger for what contains `text`, and the gateways of `accounts` for exactly that."""
        self.drop()
        self._search = Search(text, waiting=1)
        self.began.emit(self._search)
        read = partial(self._desk.lookup.in_ledger, text, limit=_EVERYTHING)
        drop = self._tasks.read(
            read, owner=self, on_result=self._on_ledger, on_error=partial(self._on_failure, None)
        )
        self._drops.append(drop)
        self.ask(accounts)

    def ask(self, accounts: Sequence[Account]) -> None:
        """Ask more gateways about the present search; those that failed before are asked again."""
        if self._search is None:
            return
        search = self._search
        search.failures = [failure for failure in search.failures if failure.account not in accounts]
        for account in accounts:
            if account not in search.asked:
                search.asked.append(account)
            search.waiting += 1
            drop = self._tasks.read(
                partial(self._desk.lookup.ask, account, search.text),
                owner=self,
                on_result=partial(self._on_answer, account),
                on_error=partial(self._on_failure, account),
            )
            self._drops.append(drop)
        if accounts:
            self.asking.emit(search)

    def read_again(self) -> None:
        """Hand on what the ledger holds now of the present search; nobody else is asked."""
        if self._search is not None:
            read = partial(self._desk.lookup.in_ledger, self._search.text, limit=_EVERYTHING)
            self._tasks.read(read, owner=self, on_result=self._on_reread, on_error=self._on_reread_failed)

    def drop(self) -> None:
        """Forget the search under way; its answers are thrown away when they come."""
        for drop in self._drops:
            drop()
        self._drops.clear()
        self._batch.clear()
        self._timer.stop()
        self._search = None

    def _on_ledger(self, hits: list[Hit]) -> None:
        if self._search is not None:
            self._search.found = len(hits)
            self._one_less([of_hit(hit) for hit in hits])

    def _on_reread(self, hits: list[Hit]) -> None:
        self.found.emit([of_hit(hit) for hit in hits])

    def _on_reread_failed(self, error: ServiceError) -> None:
        if self._search is not None:
            self._search.failures.append(Failure(None, error))
            self.ended.emit(self._search)

    def _on_answer(self, account: Account, view: PaymentView | None) -> None:
        if self._search is None:
            return
        if view is None:
            self._search.unknown_to.append(account)
            self._one_less([])
        else:
            self._search.views.append(view)
            self._one_less([of_view(view)])

    def _on_failure(self, account: Account | None, error: ServiceError) -> None:
        if self._search is not None:
            self._search.failures.append(Failure(account, error))
            self._one_less([])

    def _one_less(self, rows: list[Row]) -> None:
        if self._search is not None:
            self._search.waiting -= 1
        self._batch.extend(rows)
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _hand_on(self) -> None:
        rows = list(self._batch)
        self._batch.clear()
        self.found.emit(rows)
        if self._search is not None and self._search.waiting == 0:
            self._drops.clear()
            self.ended.emit(self._search)
