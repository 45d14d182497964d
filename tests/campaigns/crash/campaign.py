"""Runs children to their deaths, one after another over one ledger, and holds each to the book."""

from __future__ import annotations

import signal
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext
from pathlib import Path
from threading import Lock

from services.domain.reversal import CERTAIN_AFTER, Intent, IntentState
from services.simulator.bank import VoidBooking
from services.simulator.faults import Operation
from services.simulator.server import Simulator
from tests.campaigns.crash.life import Found, Task, live
from tests.campaigns.crash.points import FIRST_DEATH, POINTS, Point, Stage
from tests.campaigns.processes import forked
from tests.campaigns.report import Report, drawn
from tests.campaigns.till import Flow, Sold, sell, set_up, wait_until_all_is_read
from tests.campaigns.witness import Witness
from tests.shop import NOON, MovedClock

DEATHS = {-signal.SIGKILL, -signal.SIGXFSZ}
PATIENCE = 60.0
"""Seconds that a child may take; one that takes longer has hung."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Death:
    """One child that dies."""

    flow: Flow
    point: Point
    seed: int

    @property
    def name(self) -> str:
        return f"{self.flow.value}, {self.point.name}, seed {self.seed}"


def deaths(seeds: Iterable[int], points: Sequence[Point] = POINTS) -> dict[Flow, list[Death]]:
    """Return every death to be died, by flow."""
    chosen = list(seeds)
    return {
        flow: [
            Death(flow=flow, point=point, seed=seed)
            for seed in chosen
            for point in points
            if point.is_on(flow)
        ]
        for flow in Flow
    }


def run(planned: dict[Flow, list[Death]], *, side_by_side: int = 2) -> Report:
    """Run every flow's deaths over a ledger of its own."""
    report = Report("crash")
    processes = forked()
    # multiprocessing looks after every child whenever one is started: two threads that ask at once how
    # one ended would get its exit status between them, and one of them 255.
    one_at_a_time = Lock()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(side_by_side) as pool:
        chains = {
            flow: _Chain(processes, one_at_a_time, Path(folder) / flow.name, report) for flow in planned
        }
        under_way = [pool.submit(chains[flow].run, listed) for flow, listed in planned.items()]
        for chain in under_way:
            chain.result()
    return report


class _Chain:
    """One ledger, one simulator, and children that die over it; each finds out about the one before."""

    def __init__(
        self, processes: ForkServerContext, one_at_a_time: Lock, folder: Path, report: Report
    ) -> None:
        self._processes = processes
        self._one_at_a_time = one_at_a_time
        self._folder = folder
        self._report = report
        self._clock = MovedClock(NOON)
        self._book = Witness()
        self._simulator = Simulator(self._clock, book=self._book)
        set_up(folder, self._simulator.start(), self._clock)

    def run(self, planned: list[Death]) -> None:
        with self._simulator:
            before: tuple[Death, Sold] | None = None
            for number, death in enumerate(planned):
                sold = self._sell(death, number)
                first = FIRST_DEATH if death.point.in_recovery else death.point
                if death.point.answer is not None:
                    if before is not None:  # else its recovery might be what is answered so
                        self._live(before, None, dies=None, presses=None)
                        before = None
                    self._simulator.faults.next(death.point.answer, operation=Operation.MOVE)
                self._live(before, death, dies=first, presses=sold)
                before = death, sold
                if death.point.in_recovery:
                    self._live(before, death, dies=death.point, presses=None)
            if before is not None:
                self._live(before, None, dies=None, presses=None)
        for wrong in self._book.wrong:
            self._report.violation(wrong)

    def _sell(self, death: Death, number: int) -> Sold:
        chance = drawn("sale", death.name)
        bookings = [VoidBooking.NEW_MOVEMENT, VoidBooking.TURNED]
        self._book.habits.void_booking = chance.choice(bookings)
        return sell(self._book, death.flow, f"S-{number}", self._clock.now(), chance.randrange(2, 500_000))

    def _live(
        self,
        before: tuple[Death, Sold] | None,
        death: Death | None,
        *,
        dies: Point | None,
        presses: Sold | None,
    ) -> None:
        """Let one child live, and see that it ended as it was to end."""
        if before is not None and before[0].point.answer is not None:
            self._clock.advance(CERTAIN_AFTER)
        ours, theirs = self._processes.Pipe(duplex=False)
        task = Task(
            folder=self._folder,
            now=self._clock.now(),
            recovers=before[1] if before else None,
            presses=presses,
            dies=dies.name if dies else None,
            seed=death.name if death else "",
        )
        ended = self._ended(task, theirs)
        wait_until_all_is_read(self._simulator)
        if dies is None:
            self._report.hold(ended == 0, f"the last child ended with {ended}")
        else:
            self._report.count("deaths")
            self._report.hold(ended in DEATHS, f"{task.seed}: ended with {ended}")
        if before is not None and not (dies is not None and dies.in_recovery):
            try:
                self._hold(*before, ours.recv())
            except EOFError:
                self._report.violation(f"{before[0].name}: the next start could not say how it stands")
        ours.close()

    def _ended(self, task: Task, told: Connection) -> int | None:
        """Run one child to its end; return what it ended with."""
        child = self._processes.Process(target=live, args=(task, told))
        with self._one_at_a_time:
            child.start()
        told.close()
        if not wait([child.sentinel], PATIENCE):
            self._report.violation(f"{task.seed}: the child hung")
            child.kill()
        with self._one_at_a_time:
            child.join()
        ended = child.exitcode
        child.close()
        return ended

    def _hold(self, death: Death, sold: Sold, found: Found) -> None:
        """Hold what the next start found to the book."""
        requests = self._book.requests_for(sold.reference)
        moved = self._book.moved(sold.reference)
        self._report.count("reversals held to the book")
        self._report.count("requests that arrived", requests)
        self._report.count("second requests", max(requests - 1, 0))
        lost = requests > 0 and not found.pressed
        self._report.count("lost intents", int(lost))
        for complaint in _complaints(death, sold, found):
            self._report.violation(f"{death.name}: {complaint}")
        if requests > 1 or lost or moved > sold.gives_back:
            self._report.violation(f"{death.name}: {requests} requests, {len(found.pressed)} intents")
        for intent in found.pressed:
            self._report.count(f"ended {intent.state.value}")
            if not _is_true(intent, moved == sold.gives_back, paid_by_another=found.again == "done"):
                self._report.violation(f"{death.name}: {intent.state.value}, and the book has {moved}")


def _is_true(intent: Intent, paid: bool, *, paid_by_another: bool) -> bool:  # noqa: FBT001  read beside its state
    """Whether an intent's state is what the book says; unknown is never wrong, an open end always."""
    if intent.state is IntentState.DONE:
        return paid
    if intent.state in (IntentState.REFUSED, IntentState.NOT_SENT):
        return paid_by_another or not paid
    return intent.state is IntentState.OUTCOME_UNKNOWN


def _complaints(death: Death, sold: Sold, found: Found) -> list[str]:
    """What is not as the point says it must be."""
    swept = [one.state for one in found.swept]
    looked = [one.state for one in found.looked]
    proven = sold.flow is Flow.VOID and death.point.arrived
    wanted: dict[Stage, tuple[list[IntentState], list[IntentState], set[str]]] = {
        Stage.NOTHING: ([], [], {"done"}),
        Stage.NOT_SENT: ([IntentState.NOT_SENT], [IntentState.NOT_SENT], {"done"}),
        Stage.UNKNOWN: (
            [IntentState.OUTCOME_UNKNOWN],
            [IntentState.DONE if proven else IntentState.OUTCOME_UNKNOWN],
            {"NotReversible"} if proven else {"InProgress"},
        ),
        Stage.SETTLED: ([IntentState.DONE], [IntentState.DONE], {"NotReversible", "InvalidInput", ""}),
    }
    expected_swept, expected_looked, again = wanted[death.point.stage]
    if death.point.in_recovery and looked == expected_looked:
        expected_swept = swept  # how far the one that died in its recovery came is its own affair
    complaints = []
    if swept != expected_swept:
        complaints.append(f"the sweep left {_words(found.swept)}")
    if looked != expected_looked:
        complaints.append(f"the look left {_words(found.looked)}")
    if found.again not in again:
        complaints.append(f"pressing again was answered {found.again}")
    return complaints


def _words(intents: tuple[Intent, ...]) -> str:
    return ", ".join(intent.state.value for intent in intents) or "nothing"
