"""Who is asked about a reference, and how their answers come together.

The ledger answers in milliseconds, a gateway when it likes; one may fail without the other. Answers
are handed on as they come, but many at once in batches, so that they never hold up the window.
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
from services.domain.question import Question, Sorting

if TYPE_CHECKING:
    from services.desk import Desk
    from services.ledger.finding import Cursor
    from services.lookup import Found, PaymentView

_FRAME_MS = 16
_PAGE = 200
"""Rows that are read at once; the next ones come when the list is scrolled to its end."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Who could not be asked, and why. No account: the ledger."""

    account: Account | None
    error: ServiceError


@dataclass(slots=True)
class Search:
    """One question and what came of it so far.

    Attributes:
        question: What is looked for; its `text` is what gateways are asked, byte for byte.
        sorting: In which order the ledger hands its rows out.
        asked: The accounts whose gateways were asked.
        found: How many rows the ledger gave.
        total: How many it holds in all.
        after: Where its next page begins; None after the last.
        views: What gateways answered.
        unknown_to: The accounts whose gateway does not know the reference.
        failures: Who did not answer.
        waiting: How many answers are still to come.
        pages: How many of the ledger's pages were asked for.
    """

    question: Question
    sorting: Sorting
    asked: list[Account] = field(default_factory=list)
    found: int = 0
    total: int = 0
    after: Cursor | None = None
    views: list[PaymentView] = field(default_factory=list)
    unknown_to: list[Account] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    waiting: int = 0
    pages: int = 1

    @property
    def text(self) -> str:
        """What was typed."""
        return self.question.text

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
        self._frame = QTimer(self)
        self._frame.setInterval(_FRAME_MS)
        self._frame.setSingleShot(True)
        self._frame.timeout.connect(self._on_frame)

    @property
    def search(self) -> Search | None:
        """The search under way, or the last one."""
        return self._search

    def begin(self, question: Question, sorting: Sorting, accounts: Sequence[Account]) -> None:
        """Ask the ledger what it holds of a question, and the gateways of `accounts` for its very text."""
        self.drop()
        self._search = Search(question, sorting, waiting=1)
        self.began.emit(self._search)
        read = partial(self._desk.lookup.find, question, sorting, limit=_PAGE)
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

    def more(self) -> None:
        """Read the ledger's next page, if there is one."""
        search = self._search
        if search is None or search.after is None:
            return
        search.waiting += 1
        search.pages += 1
        find = self._desk.lookup.find
        read = partial(find, search.question, search.sorting, limit=_PAGE, after=search.after)
        search.after = None
        drop = self._tasks.read(
            read, owner=self, on_result=self._on_ledger, on_error=partial(self._on_failure, None)
        )
        self._drops.append(drop)

    def read_again(self) -> None:
        """Hand on what the ledger holds now of what is listed; nobody else is asked."""
        search = self._search
        if search is not None:
            limit = max(search.found, _PAGE)
            read = partial(self._desk.lookup.find, search.question, search.sorting, limit=limit)
            self._tasks.read(read, owner=self, on_result=self._on_reread, on_error=self._on_reread_failed)

    def drop(self) -> None:
        """Forget the search under way; its answers are thrown away when they come."""
        for drop in self._drops:
            drop()
        self._drops.clear()
        self._batch.clear()
        self._frame.stop()
        self._search = None

    def _on_ledger(self, page: Found) -> None:
        if self._search is not None:
            self._search.found += len(page.hits)
            self._search.after = page.after
            if page.total is not None:
                self._search.total = page.total
            self._one_less([of_hit(hit) for hit in page.hits])

    def _on_reread(self, page: Found) -> None:
        self.found.emit([of_hit(hit) for hit in page.hits])

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
        if not self._frame.isActive():
            self._hand_on()

    def _hand_on(self) -> None:
        """Hand on what has come. What comes next waits until that can have been painted."""
        self._frame.start()
        rows = list(self._batch)
        self._batch.clear()
        self.found.emit(rows)

    @Slot()
    def _on_frame(self) -> None:
        if self._batch:
            self._hand_on()
        elif self._search is not None and self._search.waiting == 0:
            self._drops.clear()
            self.ended.emit(self._search)
