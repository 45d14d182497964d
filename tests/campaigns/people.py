"""What people do in the machine that a till alone does not: sign in, agree, settle, and be mistaken."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, multiple, rule

from services.domain.money import Money
from services.domain.operator import Limits
from services.plans import Plan
from services.simulator.faults import Fault, Operation
from tests.campaigns.crew import MANAGER, NAMES, OWNER
from tests.campaigns.report import Report
from tests.campaigns.shopfloor import ShopFloor
from tests.campaigns.till import Flow, Sold

# Of `Sold`, `Plan`, `Sold`, and what was agreed to with the number of the yes.
DOUBTFUL: Bundle[object] = Bundle("doubtful")
PLANS: Bundle[object] = Bundle("plans")
SOLD: Bundle[object] = Bundle("sold")
_AGREED: Bundle[object] = Bundle("agreed")

names = st.sampled_from(NAMES)
amounts = st.sampled_from([None, Money(0), Money(400), Money(1_001), Money(3_003)])


class People(RuleBasedStateMachine):
    """The part of the machine that people play."""

    floor: ShopFloor
    report: Report

    @initialize(pins=st.booleans(), name=names)
    def somebody_opens_the_shop(self, pins: bool, name: str) -> None:  # noqa: FBT001  drawn
        self.floor.crew.switch_pins(on=pins)
        self.floor.crew.sit(name)

    @rule(name=names, slips=st.sampled_from([0, 0, 0, 1, 5]))
    def signs_in(self, name: str, slips: int) -> None:
        for _ in range(slips):
            self.floor.crew.sit(name, mistypes=True)
        self.report.count("signed in", int(self.floor.crew.sit(name)))

    @rule(idle=st.booleans())
    def leaves_the_desk(self, idle: bool) -> None:  # noqa: FBT001  drawn
        self.floor.crew.leave(idle=idle)

    @rule(on=st.sampled_from([True, True, True, False]))
    def pins_are_switched(self, on: bool) -> None:  # noqa: FBT001  drawn
        self.floor.crew.switch_pins(on=on)

    @rule(name=names, once=amounts, day=amounts)
    def the_owner_sets_limits(self, name: str, once: Money | None, day: Money | None) -> None:
        self.floor.crew.limit(name, Limits(per_reversal=once, per_day=day))

    @rule(target=_AGREED, plan=PLANS, name=names)
    def a_second_person_agrees(self, plan: Plan, name: str) -> object:
        approval = self.floor.crew.agree(plan, name)
        return multiple() if approval is None else (plan, approval)

    @rule(target=_AGREED, sold=SOLD, sits=names, name=names, must=st.booleans(), dead=st.booleans())
    def a_second_person_agrees_and_it_is_pressed(
        self,
        sold: Sold,
        sits: str,
        name: str,
        must: bool,  # noqa: FBT001  drawn
        dead: bool,  # noqa: FBT001  drawn
    ) -> object:
        """Have it agreed to in place, be it that it must, because it is above a limit, or not.

        Where the line is dead nothing is sent, and the yes is used up all the same: tried again, it is none.
        """
        crew, plan = self.floor.crew, self.floor.plan(sold)
        crew.switch_pins(on=True)
        if must:
            crew.limit(sits, Limits(per_reversal=Money(1)))
        if not crew.sit(sits):
            return multiple()
        if plan is None:
            plan = self.floor.plan(self.floor.sell(sold.flow, sold.amount.kurus))
        approval = None if plan is None else crew.agree(plan, name)
        if plan is None or approval is None:
            return multiple()
        self.report.count("agreed to")
        if dead:
            self.floor.faults.clear()
            self.floor.faults.always(Fault.REFUSED_CONNECTION, operation=Operation.MOVE)
            self.pressed(plan, approval)
            self.floor.faults.clear()
        self.pressed(plan, approval)
        return plan, approval  # and perhaps it is tried again

    @rule(agreed=_AGREED, plan=PLANS, another=st.booleans())
    def presses_with_their_yes(self, agreed: tuple[Plan, int], plan: Plan, another: bool) -> None:  # noqa: FBT001  drawn
        to, approval = agreed
        self.pressed(plan if another else to, approval)

    @rule(sold=DOUBTFUL, second=names)
    def a_person_says_how_it_ended(self, sold: Sold, second: str) -> None:
        self._said(self.floor.say(sold, second=second))

    @rule(target=DOUBTFUL, sold=SOLD, flow=st.sampled_from([Flow.IPTAL, Flow.EVERYTHING]))
    def a_person_is_mistaken_and_param_knows_better(self, sold: Sold, flow: Flow) -> object:
        """Have what went back at Param called not paid, and be asked for again."""
        self.floor.faults.clear()
        crew = self.floor.crew
        if crew.pins and not crew.sit(MANAGER):
            return multiple()
        if sold.flow is not flow or self.floor.plan(sold) is None:
            sold = self.floor.sell(flow, 1_000)
        plan = self.floor.plan(sold)
        if plan is None:
            return multiple()
        self.floor.faults.next(Fault.NO_CODE, operation=Operation.MOVE)
        self.pressed(plan)
        self._said(self.floor.say(sold, second=OWNER, lies=True))
        again = self.floor.plan(sold)
        if again is not None:
            self.pressed(again)
        self.report.count("reopened", int(self.floor.is_doubted(sold)))
        return sold if self.floor.is_open(sold) else multiple()

    def pressed(
        self, plan: Plan, approval: int | None = None, *, cut: tuple[str, bool] | None = None
    ) -> None:
        """Press, and count what was told."""
        told = self.floor.press(plan, approval=approval, cut=cut)
        self.report.count("presses")
        self.report.count(f"pressed: {told}")
        if approval is not None and "done" in told:
            self.report.count("done with a second person's yes")

    def _said(self, told: str) -> None:
        if told:
            self.report.count(f"a person says: {told}")
