"""`uv run python -m tests.campaigns.machine [--steps N] [--seed N]`: anything in any order, and the truth.

A cashier, a manager and an owner, limits and approvals, a bank with its habits, a line with its faults,
midnights, power cuts, a full disk, restarts, a person's word on what is unknown, and a hand at the gateway's
own web panel. After every step: no order gives back more than it was sold for, the journal never says done,
refused or not sent against the book, an open order stays locked, and nobody has done what they may not.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.stateful import (
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from services.plans import Plan
from services.simulator.bank import VoidBooking
from services.simulator.entries import Status
from services.simulator.faults import Fault, Operation
from tests.campaigns.mishaps import CUTS
from tests.campaigns.people import DOUBTFUL, PLANS, SOLD, People
from tests.campaigns.report import Report
from tests.campaigns.shopfloor import ShopFloor, World, tomorrow_at
from tests.campaigns.till import Flow, Sold

STEPS = 40
"""Of one example."""

FAULTS = [fault for fault in Fault if fault is not Fault.REFUSED_CONNECTION]

LOSES_THE_ANSWER = [
    Fault.ANSWER_LOST_BEFORE_BOOKING, Fault.ANSWER_LOST_AFTER_BOOKING, Fault.CONNECTION_RESET,
    Fault.CUT_SHORT, Fault.CANCEL_ERROR, Fault.LATE_BOOKING, Fault.LATE_BOOKING_300, Fault.SYSTEM_ERROR,
    Fault.UNEXPECTED_ELEMENT,
]  # fmt: skip
BLINDS = [Fault.NOT_YET_VISIBLE, Fault.NOT_YET_VISIBLE, Fault.NOT_YET_VISIBLE, Fault.HTTP_500]
BY_HAND = [Status.REFUNDED, Status.REFUNDED, Status.VOID_FAILED, Status.REFUND_FAILED]

cutoffs = st.sampled_from([None, None, time(22, 0), time(23, 30), time(0, 30)])


class Machine(People):
    """One example. `world` and `report` are handed in by `play`."""

    world: World

    def __init__(self) -> None:
        super().__init__()
        self.floor = ShopFloor(self.world)
        self.report.count("examples")

    def teardown(self) -> None:
        self.floor.close()

    # What people at the desk do

    @initialize(target=SOLD, flows=st.lists(st.sampled_from(Flow), min_size=2, max_size=3))
    def opens_in_the_morning(self, flows: list[Flow]) -> object:
        return multiple(*(self.floor.sell(flow, 1_000 + number) for number, flow in enumerate(flows)))

    @rule(target=PLANS, sold=SOLD, two_lines=st.booleans())
    def opens_the_dialog(self, sold: Sold, two_lines: bool) -> object:  # noqa: FBT001  drawn
        planned = self.floor.plan(sold, two_lines=two_lines)
        return multiple() if planned is None else planned

    @rule(plan=PLANS)
    def presses_what_was_opened(self, plan: Plan) -> None:
        self.pressed(plan)

    @rule(target=DOUBTFUL, sold=SOLD, two_lines=st.booleans())
    def presses(self, sold: Sold, two_lines: bool) -> object:  # noqa: FBT001  drawn
        return self._presses(sold, two_lines=two_lines)

    @rule(target=DOUBTFUL, sold=SOLD, at=st.sampled_from(CUTS), after=st.booleans())
    def presses_and_the_power_goes(self, sold: Sold, at: str, after: bool) -> object:  # noqa: FBT001  drawn
        return self._presses(sold, cut=(at, after))

    @rule(target=DOUBTFUL, sold=SOLD, two_lines=st.booleans(), fault=st.sampled_from(FAULTS))
    def presses_and_the_answer_is_no_good(self, sold: Sold, two_lines: bool, fault: Fault) -> object:  # noqa: FBT001  drawn
        return self._presses(sold, (fault, Operation.MOVE), two_lines=two_lines)

    @rule(
        target=DOUBTFUL,
        sold=SOLD,
        fault=st.sampled_from(LOSES_THE_ANSWER),
        looks=st.lists(st.sampled_from(BLINDS), min_size=2, max_size=3),
    )
    def presses_and_nobody_sees(self, sold: Sold, fault: Fault, looks: list[Fault]) -> object:
        return self._presses(sold, (fault, Operation.MOVE), *((look, Operation.ASK) for look in looks))

    @rule(target=DOUBTFUL, sold=SOLD)
    def presses_while_the_panel_does(self, sold: Sold) -> object:
        """Have a hand at the panel void between the last look and our own request."""
        with self.floor.between_look_and_request(lambda: self.floor.panel_gives_back(sold)):
            return self._presses(sold)

    @rule(sold=DOUBTFUL | SOLD)
    def looks_at_what_is_unknown(self, sold: Sold) -> None:
        self.floor.look(sold)

    # What the world does

    @rule(sold=DOUBTFUL | SOLD)
    def the_panel_gives_back(self, sold: Sold) -> None:
        self.report.count("hands at the panel")
        self.floor.panel_gives_back(sold)

    @rule(
        sold=DOUBTFUL,
        status=st.sampled_from(BY_HAND),
        share=st.sampled_from([1, 2, 5]),
        looks=st.booleans(),
    )
    def the_panel_refunds_or_fails_to(self, sold: Sold, status: Status, share: int, looks: bool) -> None:  # noqa: FBT001  drawn
        self.report.count("hands at the panel")
        self.floor.panel_refunds(sold, status, share)
        if looks:
            self.floor.faults.clear()
            self.floor.look(sold)

    @rule(sold=DOUBTFUL)
    def a_lost_request_arrives_late(self, sold: Sold) -> None:
        self.floor.a_lost_request_arrives_late(sold)

    @rule(hours=st.sampled_from([-10 / 3600, 0.0, 1 / 3600, 1 / 12, 9.0]), jumps=st.booleans())
    def time_passes(self, hours: float, jumps: bool) -> None:  # noqa: FBT001  drawn
        clock = self.floor.clock
        clock.advance(tomorrow_at(clock, hours) if jumps else timedelta(hours=abs(hours)))

    @rule(fault=st.sampled_from(FAULTS) | st.sampled_from(BLINDS), always=st.booleans())
    def questions_will_go_wrong(self, fault: Fault, always: bool) -> None:  # noqa: FBT001  drawn
        self._fault(fault, Operation.ASK, always=always)

    @rule(operation=st.none() | st.just(Operation.MOVE))
    def the_line_goes_dead(self, operation: Operation | None) -> None:
        self.floor.faults.always(Fault.REFUSED_CONNECTION, operation=operation)

    @rule(restarts=st.booleans(), full=st.booleans())
    def all_is_well_again(self, restarts: bool, full: bool) -> None:  # noqa: FBT001  drawn
        """The line is; the program may be restarted, and its disk fill up."""
        self.floor.faults.clear()
        if restarts:
            self.report.count("restarts")
            self.floor.restart()
        self.floor.disk(full=full)

    @rule(
        booking=st.sampled_from(VoidBooking),
        strict=st.booleans(),
        leaves_a_6=st.booleans(),
        bank=cutoffs,
        ours=cutoffs,
        whose=st.sampled_from([Flow.VOID, Flow.PART]),
    )
    def habits_change(
        self,
        booking: VoidBooking,
        strict: bool,  # noqa: FBT001  drawn
        leaves_a_6: bool,  # noqa: FBT001  drawn
        bank: time | None,
        ours: time | None,
        whose: Flow,
    ) -> None:
        """The bank's, and what the shop believes of them."""
        habits = self.floor.book.habits
        habits.void_booking, habits.voids_on_the_day_only = booking, strict
        habits.refused_void_leaves_a_6 = leaves_a_6
        self.floor.bank_moves_its_cutoff(bank)
        self.floor.moves_the_cutoff(whose, ours)

    @invariant()
    def the_journal_tells_the_truth(self) -> None:
        self.report.count("steps")
        self.floor.hold()

    def _presses(
        self,
        sold: Sold,
        *faults: tuple[Fault, Operation],
        two_lines: bool = False,
        cut: tuple[str, bool] | None = None,
    ) -> object:
        """Look, plan and press; return what was sold if how it ended is not known."""
        if faults or cut:
            self.floor.faults.clear()  # these, and no others
        planned = self.floor.plan(sold, two_lines=two_lines)
        if planned is None:  # nothing more can be done with it: the next customer
            sold = self.floor.sell(sold.flow, sold.amount.kurus)
            planned = self.floor.plan(sold, two_lines=two_lines)
        if planned is None:  # nothing can be asked: the line is dead
            return multiple()
        for fault, operation in faults:
            self._fault(fault, operation)
        self.pressed(planned, cut=cut)
        return sold if self.floor.is_open(sold) else multiple()

    def _fault(self, fault: Fault, operation: Operation, *, always: bool = False) -> None:
        faults = self.floor.faults
        try:
            (faults.always if always else faults.next)(fault, operation=operation)
        except ValueError:
            return  # it fits no such call


def play(steps: int, *, seed: int | None = None, shrink: bool = False) -> Report:
    """Play at least so many steps; without a seed, the same ones every time.

    To shrink what it finds takes minutes.
    """
    report = Report("machine")
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        try:
            turn = 0
            while report.figures["steps"] < steps and not report.broken:
                kind = type("Played", (Machine,), {"world": world, "report": report})
                if seed is not None:
                    kind = seeded(seed + turn)(kind)
                left = steps - report.figures["steps"]
                examples = max(min(left // STEPS, 50), 3)
                _play(kind, report, examples=examples, same=seed is None, shrink=shrink)
                turn += 1
        finally:
            world.close()
    return report


def _play(kind: type[Machine], report: Report, *, examples: int, same: bool, shrink: bool) -> None:
    ways = settings(
        max_examples=examples,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        derandomize=same,
        print_blob=False,
        phases=[Phase.generate, Phase.shrink] if shrink else [Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(kind, settings=ways)
    except Exception as found:  # noqa: BLE001  whatever it found, with the steps that lead there
        notes = "\n      ".join(getattr(found, "__notes__", []))
        report.violation(f"{type(found).__name__}: {found}\n      {notes}")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.machine", description=__doc__)
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shrink", action="store_true", help="shorten what is found; takes minutes")
    chosen = parser.parse_args()
    return play(chosen.steps, seed=chosen.seed, shrink=chosen.shrink).close()


if __name__ == "__main__":
    sys.exit(main())
