"""The life of one child: find out how its predecessor's reversal stands, begin one of its own, die in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path

from services.desk import Desk
from services.domain.errors import ServiceError
from services.domain.reversal import Intent, IntentState
from tests.campaigns.crash.points import POINTS
from tests.campaigns.report import drawn
from tests.campaigns.till import Flow, Sold, enter, intents_of, open_desk, plan, press
from tests.shop import MovedClock

NEVER_CAME_THERE = 3
"""What a child exits with that lived through its reversal: the point is not on its road."""

_BY_NAME = {point.name: point for point in POINTS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What one child is to do.

    Attributes:
        recovers: What the one before it was at.
        presses: What it begins; None: it dies in the recovery, or lives.
        dies: The name of the point where it dies; None: it lives.
        seed: What the point draws from.
    """

    folder: Path
    now: datetime
    recovers: Sold | None
    presses: Sold | None
    dies: str | None
    seed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How the predecessor's reversal stands.

    Attributes:
        swept: After the sweep of the start.
        looked: After a look at what was unknown.
        again: What pressing it again was answered: an error's name, or how it ended.
        pressed: After that.
    """

    swept: tuple[Intent, ...]
    looked: tuple[Intent, ...]
    again: str
    pressed: tuple[Intent, ...]


def live(task: Task, told: Connection) -> None:
    """Run in a process of its own; what it found is told before it begins anything."""
    point = _BY_NAME[task.dies] if task.dies else None
    chance = drawn("point", task.seed)
    if point is not None and point.in_recovery:
        point.arm(chance)
    desk = open_desk(task.folder, MovedClock(task.now))
    if task.recovers is not None:
        told.send(_recover(desk, task.recovers))
    if task.presses is not None:
        with closing(sqlite3.connect(desk.lookup._payments._database.path)) as connection:
            # So that a commit's own bytes are at the log's end, where the point can find them.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        enter(desk, task.presses)
        planned = plan(desk, task.presses)
        if point is not None and not point.in_recovery:
            point.arm(chance)
        press(desk, planned)
    desk.close()
    if point is not None:
        raise SystemExit(NEVER_CAME_THERE)


def _recover(desk: Desk, sold: Sold) -> Found:
    swept = intents_of(desk, sold)
    for intent in swept:
        if desk.resolver.can_look(intent):
            with suppress(ServiceError):
                desk.resolver.look(intent.id)
    looked = intents_of(desk, sold)
    if sold.flow is Flow.PART and any(one.state is IntentState.DONE for one in looked):
        # Another part may go back, by another plan.
        return Found(swept=swept, looked=looked, again="", pressed=looked)
    try:
        again = ", ".join(one.state.value for one in press(desk, plan(desk, sold)).intents)
    except ServiceError as error:
        again = type(error).__name__
    return Found(swept=swept, looked=looked, again=again, pressed=intents_of(desk, sold))
