"""How far a long piece of work is, and the wish to end it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Event
from typing import TypeVar

from services.tables.faults import Stopped

T = TypeVar("T")


class Progress:
    """Written by the worker that does it, looked at by whoever waits. Usable from any thread.

    Attributes:
        done: Rows so far.
        total: Of how many; None while that is not known.
    """

    def __init__(self) -> None:
        self.done = 0
        self.total: int | None = None
        self._stop = Event()

    @property
    def stopping(self) -> bool:
        """Whether somebody wants it to end."""
        return self._stop.is_set()

    def begin(self, total: int | None = None) -> None:
        """Count from the beginning: another part of the work begins."""
        self.done, self.total = 0, total
        self.check()

    def advance(self, rows: int = 1) -> None:
        """Count rows that are done.

        Raises:
            Stopped: Somebody wants it to end.
        """
        self.done += rows
        self.check()

    def counted(self, rows: Iterable[T]) -> Iterator[T]:
        """Give rows on, and count each; raises Stopped as `advance` does."""
        for row in rows:
            yield row
            self.advance()

    def check(self) -> None:
        """Go on only if nobody wants it to end: raises Stopped."""
        if self._stop.is_set():
            raise Stopped

    def stop(self) -> None:
        """Ask for its end; the work ends at its next row, or was done before."""
        self._stop.set()
