"""`uv run python -m tests.campaigns.machine [--steps N] [--seed N]`: anything in any order, and the truth.

A cashier, a bank with its habits, a line with its faults, midnights, power cuts, a full disk, restarts,
and a hand at the gateway's own web panel. After every step: no order gives back more than it was sold for,
the journal never says done, refused or not sent against the book, and an open order stays locked.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import time, timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from services.plans import Plan
from services.simulator.bank import VoidBooking
from services.simulator.entries import GiveBack, Status, Verb
from services.simulator.faults import Fault, Operation
from tests.campaigns.report import Report
from tests.campaigns.shopfloor import CUTS, ShopFloor, World, tomorrow_at
from tests.campaigns.till import Flow, Sold

STEPS = 40
"""Of one example."""

FAULTS = [fault for fault in Fault if fault is not Fault.REFUSED_CONNECTION]

cutoffs = st.sampled_from([None, None, time(22, 0), time(23, 30), time(0, 30)])
ahead = st.sampled_from([-10 / 3600, -1 / 3600, 0.0, 1 / 3600, 9.0])


class Machine(RuleBasedStateMachine):
    """One example. `world` and `report` are handed in by `play`."""

    world: World
    report: Report

    sold = Bundle("sold")
    plans = Bundle("plans")

    def __init__(self) -> None:
        super().__init__()
        self.floor = ShopFloor(self.world)
        self.report.count("examples")

    def teardown(self) -> None:
        self.floor.close()

    @initialize(target=sold, flows=st.lists(st.sampled_from(Flow), min_size=3, max_size=5))
    def opens_in_the_morning(self, flows: list[Flow]) -> object:
        return multiple(*(self.floor.sell(flow, 1_000 + number) for number, flow in enumerate(flows)))

    @rule(target=sold, flow=st.sampled_from(Flow), kurus=st.integers(6, 500_000))
    def sells(self, flow: Flow, kurus: int) -> Sold:
        return self.floor.sell(flow, kurus)

    @rule(target=plans, sold=sold, two_lines=st.booleans())
    def opens_the_dialog(self, sold: Sold, two_lines: bool) -> object:  # noqa: FBT001  drawn
        planned = self.floor.plan(sold, two_lines=two_lines)
        return multiple() if planned is None else planned

    @rule(plan=plans)
    def presses_what_was_opened(self, plan: Plan) -> None:
        self._told(self.floor.press(plan))

    @rule(sold=sold, two_lines=st.booleans())
    def presses(self, sold: Sold, two_lines: bool) -> None:  # noqa: FBT001  drawn
        self._presses(sold, two_lines=two_lines)

    @rule(sold=sold, at=st.sampled_from(CUTS), after=st.booleans())
    def presses_and_the_power_goes(self, sold: Sold, at: str, after: bool) -> None:  # noqa: FBT001  drawn
        self._presses(sold, cut=(at, after))

    @rule(sold=sold, two_lines=st.booleans(), fault=st.sampled_from(FAULTS))
    def presses_and_the_answer_is_no_good(self, sold: Sold, two_lines: bool, fault: Fault) -> None:  # noqa: FBT001  drawn
        self._presses(sold, (fault, Operation.MOVE), two_lines=two_lines)

    @rule(sold=sold, fault=st.sampled_from(FAULTS), looks=st.lists(st.sampled_from(FAULTS), max_size=3))
    def presses_and_nothing_is_any_good(self, sold: Sold, fault: Fault, looks: list[Fault]) -> None:
        self._presses(sold, (fault, Operation.MOVE), *((look, Operation.ASK) for look in looks))

    @rule(sold=sold)
    def presses_while_the_panel_does(self, sold: Sold) -> None:
        """Have a hand at the panel void between the last look and our own request."""
        planned = self.floor.plan(sold)
        if planned is not None:
            with self.floor.between_look_and_request(lambda: self.the_panel_voids(sold)):
                self._told(self.floor.press(planned))

    @rule(sold=sold)
    def looks_at_what_is_unknown(self, sold: Sold) -> None:
        self.floor.look(sold)

    @rule(fault=st.sampled_from(FAULTS), operation=st.sampled_from(Operation))
    def something_will_go_wrong(self, fault: Fault, operation: Operation) -> None:
        self._fault(fault, operation)

    @rule(fault=st.sampled_from([Fault.NOT_YET_VISIBLE, Fault.HTTP_500, Fault.DUPLICATE_MOVEMENT]))
    def every_answer_is_wrong(self, fault: Fault) -> None:
        self.floor.faults.always(fault, operation=Operation.ASK)

    @rule(operation=st.none() | st.just(Operation.MOVE))
    def the_line_goes_dead(self, operation: Operation | None) -> None:
        self.floor.faults.always(Fault.REFUSED_CONNECTION, operation=operation)

    @rule()
    def all_is_well_again(self) -> None:
        self.floor.faults.clear()

    @rule(hours=ahead)
    def midnight_comes(self, hours: float) -> None:
        self.floor.clock.advance(tomorrow_at(self.floor.clock, hours))

    @rule(minutes=st.integers(1, 600))
    def time_passes(self, minutes: int) -> None:
        self.floor.clock.advance(timedelta(minutes=minutes))

    @rule()
    def restarts(self) -> None:
        self.report.count("restarts")
        self.floor.restart()

    @rule(full=st.booleans())
    def the_disk_is_full_or_not(self, full: bool) -> None:  # noqa: FBT001  drawn
        self.floor.disk(full=full)

    @rule(
        booking=st.sampled_from(VoidBooking), strict=st.booleans(), leaves_a_6=st.booleans(), cutoff=cutoffs
    )
    def the_bank_changes_its_habits(
        self,
        booking: VoidBooking,
        strict: bool,  # noqa: FBT001  drawn
        leaves_a_6: bool,  # noqa: FBT001  drawn
        cutoff: time | None,
    ) -> None:
        habits = self.floor.book.habits
        habits.void_booking, habits.voids_on_the_day_only = booking, strict
        habits.refused_void_leaves_a_6 = leaves_a_6
        self.floor.bank_moves_its_cutoff(cutoff)

    @rule(flow=st.sampled_from([Flow.VOID, Flow.PART]), cutoff=cutoffs)
    def somebody_changes_the_account(self, flow: Flow, cutoff: time | None) -> None:
        self.floor.moves_the_cutoff(flow, cutoff)

    @rule(sold=sold)
    def the_panel_voids(self, sold: Sold) -> None:
        self.report.count("hands at the panel")
        if sold.flow is Flow.VOID:
            self.floor.book.panel_voids(sold.reference, self.floor.clock.now())
            return
        verb = Verb.IPTAL if sold.flow is Flow.IPTAL else Verb.IADE
        line = sold.lines[0]
        asked = GiveBack(sold.reference, line.guid, verb, sold.part, line.payable)
        self.floor.book.panel_gives_back(asked, self.floor.clock.now())

    @rule(
        sold=sold,
        status=st.sampled_from([Status.REFUNDED, Status.VOID_FAILED, Status.REFUND_FAILED]),
        share=st.sampled_from([1, 2, 5]),
    )
    def the_panel_refunds_or_fails_to(self, sold: Sold, status: Status, share: int) -> None:
        self.report.count("hands at the panel")
        self.floor.panel_refunds(sold, status, share)

    @rule(sold=sold)
    def a_lost_request_arrives_late(self, sold: Sold) -> None:
        self.floor.a_lost_request_arrives_late(sold)

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
    ) -> None:
        planned = self.floor.plan(sold, two_lines=two_lines)
        if planned is not None:
            for fault, operation in faults:
                self._fault(fault, operation)
            self._told(self.floor.press(planned, cut=cut))

    def _fault(self, fault: Fault, operation: Operation) -> None:
        try:
            self.floor.faults.next(fault, operation=operation)
        except ValueError:
            return  # it fits no such call

    def _told(self, told: str) -> None:
        self.report.count(f"pressed: {told}")


def play(steps: int, *, seed: int | None = None, report: Report | None = None) -> Report:
    """Play at least so many steps; without a seed, the same ones every time."""
    report = report or Report("machine")
    with tempfile.TemporaryDirectory() as folder:
        world = World(Path(folder))
        try:
            turn = 0
            while report.figures["steps"] < steps and not report.broken:
                kind = type("Played", (Machine,), {"world": world, "report": report})
                if seed is not None:
                    kind = seeded(seed + turn)(kind)
                left = steps - report.figures["steps"]
                _play(kind, report, examples=max(min(left // STEPS, 50), 3), same=seed is None)
                turn += 1
        finally:
            world.close()
    return report


def _play(kind: type[Machine], report: Report, *, examples: int, same: bool) -> None:
    ways = settings(
        max_examples=examples,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        derandomize=same,
        print_blob=False,
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
    chosen = parser.parse_args()
    return play(chosen.steps, seed=chosen.seed).close()


if __name__ == "__main__":
    sys.exit(main())
