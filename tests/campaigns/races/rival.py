"""Those who press: threads of one process, all let go at the same instant."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from services.desk import Desk
from services.domain.errors import ServiceError
from services.ledger.database import Database
from services.ledger.folder import DataFolder
from tests.campaigns.till import Sold, behind_the_lock, open_desk, plan, press
from tests.shop import NOON, MovedClock

MOST = 8
"""Threads of one process."""


@dataclass(frozen=True, slots=True)
class Start:
    """One race: what is pressed by how many threads; or, with `looks_at`, an intent they look at."""

    sold: Sold
    threads: int
    looks_at: int | None = None


class Rivals:
    """The threads of one process at one desk; they last, as a program's do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._pool = ThreadPoolExecutor(MOST)

    def line_up(self, start: Start) -> tuple[Callable[[], None], list[Future[str]]]:
        """Plan, and have every thread wait; return what lets them go, and what each will have been told."""
        act = self._act(start)
        gate = threading.Barrier(start.threads + 1)

        def run() -> str:
            gate.wait()
            return _told(act)

        told = [self._pool.submit(run) for _ in range(start.threads)]

        def go() -> None:
            gate.wait()

        return go, told

    def close(self) -> None:
        self._pool.shutdown()

    def _act(self, start: Start) -> Callable[[], str]:
        desk, looks_at = self._desk, start.looks_at
        if looks_at is not None:
            return lambda: f"saw {desk.resolver.look(looks_at).state.value}"
        try:
            planned = plan(desk, start.sold)
        except ServiceError as error:
            refused = error

            def never() -> str:
                raise refused

            return never
        return lambda: ", ".join(intent.state.value for intent in press(desk, planned).intents)


def _told(act: Callable[[], str]) -> str:
    """What a presser was told: how its request ended, or an error's name."""
    try:
        return act()
    except Exception as error:  # noqa: BLE001  a bug is what the campaign looks for
        return type(error).__name__


def compete(folder: Path, *, honest: bool, line: Connection) -> None:
    """Press from another process, race after race, until told to stop.

    Args:
        folder: The ledger's.
        honest: It opens the ledger as the program does, and may only look. Otherwise it goes in behind
            the folder's lock, as if that were none: the database itself must still let one through.
        line: Takes a `Start`, answers when it is lined up, goes on a word, and tells what each was told.
    """
    clock = MovedClock(NOON)
    if honest:
        desk = open_desk(folder, clock)
    else:
        desk = behind_the_lock(Database(DataFolder(folder), read_only=False), clock)
    rivals = Rivals(desk)
    line.send(desk.read_only)
    while (start := line.recv()) is not None:
        go, told = rivals.line_up(start)
        line.send(None)
        line.recv()
        go()
        line.send([future.result() for future in told])
    rivals.close()
    desk.close()
