"""Races: the same reversal pressed by many at once, over and over."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from services.desk import Desk
from services.domain.errors import Changed, InProgress, LedgerUnavailable, NotReversible
from services.domain.reversal import Intent, IntentState
from services.simulator.faults import Fault, Operation
from services.simulator.server import Simulator
from tests.campaigns.processes import forked
from tests.campaigns.races.rival import MOST, Rivals, Start, compete
from tests.campaigns.report import Report, drawn
from tests.campaigns.till import Flow, Sold, enter, intents_of, open_desk, sell, set_up
from tests.campaigns.witness import Witness
from tests.shop import NOON, MovedClock

TOLD_WHERE_IT_IS = {error.__name__ for error in (InProgress, Changed, NotReversible)}
ONLY_LOOKS = LedgerUnavailable.__name__
"""What the second process is told besides: the ledger is another program's."""

FAULTS: dict[Flow, tuple[Fault | None, ...]] = {
    Flow.VOID: (None, None, Fault.ANSWER_LOST_AFTER_BOOKING, Fault.CANCEL_ERROR, Fault.UNLISTED_CODE),
    **dict.fromkeys(
        (Flow.IPTAL, Flow.PART, Flow.EVERYTHING),
        (None, None, Fault.ANSWER_LOST_AFTER_BOOKING, Fault.UNLISTED_CODE, Fault.SYSTEM_ERROR),
    ),
}
"""How the one request may end besides well: unknown, or refused at once, which frees the order."""


def run(races: int, *, seed: int = 0) -> Report:
    """Run some races, each of its own seed."""
    report = Report("races")
    clock, book = MovedClock(NOON), Witness()
    with tempfile.TemporaryDirectory() as folder, Simulator(clock, book=book) as simulator:
        ledger = Path(folder) / "ledger"
        set_up(ledger, simulator.start(), clock)
        with ExitStack() as stack:
            desk = open_desk(ledger, clock)
            stack.callback(desk.close)
            rivals = Rivals(desk)
            stack.callback(rivals.close)
            second = [stack.enter_context(_second(ledger, honest=honest)) for honest in (True, False)]
            for number in range(seed, seed + races):
                _Race(number, desk, rivals, second, simulator, book, report).run()
    for wrong in book.wrong:
        report.violation(wrong)
    return report


@contextmanager
def _second(folder: Path, *, honest: bool) -> Iterator[Connection]:
    """Start a second process on the same ledger."""
    processes = forked()
    ours, theirs = processes.Pipe()
    process = processes.Process(target=compete, args=(folder,), kwargs={"honest": honest, "line": theirs})
    process.start()
    theirs.close()
    if ours.recv() is not honest:
        raise AssertionError("the second process must look only, unless it goes in behind the lock")
    try:
        yield ours
    finally:
        ours.send(None)
        process.join()
        ours.close()


class _Race:
    """One race."""

    def __init__(
        self,
        number: int,
        desk: Desk,
        rivals: Rivals,
        second: list[Connection],
        simulator: Simulator,
        book: Witness,
        report: Report,
    ) -> None:
        self._name = f"race {number}"
        self._desk = desk
        self._rivals = rivals
        self._simulator = simulator
        self._book = book
        self._report = report
        self._chance: random.Random = drawn("race", number)
        self._honest = self._chance.random() < 0.3
        self._second = second[0 if self._honest else 1]

    def run(self) -> None:
        flow = self._chance.choice(list(Flow))
        sold = sell(self._book, flow, self._name, NOON, self._chance.randrange(6, 500_000))
        enter(self._desk, sold)
        fault = self._chance.choice(FAULTS[flow])
        if fault is not None:
            self._simulator.faults.next(fault, operation=Operation.MOVE)
        told = self._race(sold)
        self._simulator.faults.clear()
        self._report.count("races")
        self._report.count("pressers", len(told))
        intents = intents_of(self._desk, sold)
        self._hold(sold, told, len(intents))
        for intent in intents:
            if self._desk.resolver.can_look(intent):
                self._look(sold, intent)

    def _race(self, sold: Sold, looks_at: int | None = None) -> list[str]:
        """Let everybody go at once; return what each was told."""
        everybody = self._chance.randrange(2, MOST + 1)
        here = self._chance.randrange(1, everybody + 1)
        there = everybody - here
        go, told = self._rivals.line_up(Start(sold, here, looks_at))
        if not there:
            go()
            return [future.result() for future in told]
        self._second.send(Start(sold, there, looks_at))
        self._second.recv()
        self._second.send(None)
        go()
        theirs: list[str] = self._second.recv()
        return [future.result() for future in told] + theirs

    def _hold(self, sold: Sold, told: list[str], intents: int) -> None:
        requests = self._book.requests_for(sold.reference)
        self._report.count("requests", requests)
        where = TOLD_WHERE_IT_IS | ({ONLY_LOOKS} if self._honest else set())
        pressed = [one for one in told if one not in where]
        for one in told:
            self._report.count(f"told {one}")
        states = {state.value for state in IntentState}
        if requests != 1 or intents != 1 or len(pressed) != 1 or pressed[0] not in states:
            words = f"{sold.flow.value}: {requests} requests, {intents} intents, told {told}"
            self._report.violation(f"{self._name}, {words}")

    def _look(self, sold: Sold, intent: Intent) -> None:
        """Let everybody look at what is unknown or not confirmed, at once."""
        self._report.count("races of looks")
        told = self._race(sold, looks_at=intent.id)
        ends = {f"saw {state.value}" for state in IntentState} | {NotReversible.__name__}
        if self._honest:
            ends.add(ONLY_LOOKS)
        strange = [one for one in told if one not in ends]
        if strange:
            self._report.violation(f"{self._name}: a look was told {strange}")
        if self._book.requests_for(sold.reference) != 1:
            self._report.violation(f"{self._name}: a look sent a request")
