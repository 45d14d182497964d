"""Comparing a plan with the world at the instant of sending: steps 1 to 3 of a reversal. Pure.

Only `reversals` comes here; whatever differs stops it before anything is written down.
"""

from __future__ import annotations

from datetime import datetime

from services.domain.clock import Clock
from services.domain.errors import Changed, InProgress, InputProblem, InvalidInput, VerbChanged
from services.domain.evidence import Difference, What
from services.domain.reversal import Draft, Intent, IntentState
from services.ledger.journal import Check
from services.ledger.standing import Standing
from services.lookup import OrderView
from services.plans import Plan, ReturnPlan, VoidPlan, left_of_line
from services.policy import sale_day, verb_at, verb_of_order


def require_none_open(intents: tuple[Intent, ...]) -> None:
    """Let an order pass that no open intent locks."""
    for intent in intents:
        if intent.state.is_open:
            raise InProgress(intent)


def require_the_same(plan: VoidPlan, planned: VoidPlan) -> None:
    """A plan says how much goes back, and of which day it is: limits and rights go by that.

    A person says the day only where the answer leaves it open, then and now.
    """
    if plan.amount != planned.amount:
        raise Changed((Difference(What.AMOUNT, plan.amount, planned.amount),), account=plan.account)
    by_answer = plan.sale_day if planned.sale_day is not None else sale_day(plan.account, plan.payment)
    if planned.sale_day != by_answer:
        raise Changed((Difference(What.SALE_INSTANT),), account=plan.account)


def unless_pressed_already(plan: Plan, draft: Draft, clock: Clock) -> Check:
    """Step 3, inside the transaction: a plan is good for one press, whoever was between look and lock.

    And for the day it was decided on: the lock may have been waited for.

    What the person did not see, our own earlier lines apart, may be this very plan pressed elsewhere.
    What was proven not sent has changed nothing.
    """
    seen = {(intent.id, intent.state) for intent in plan.intents}

    def check(standing: Standing) -> None:
        if standing.open is not None:
            return  # said by the standing itself, with where it is
        decide_again(plan, clock.now())
        news = tuple(
            Difference(What.REVERSAL, None, intent.draft.amount, line=intent.draft.line)
            for intent in standing.intents
            if (intent.id, intent.state) not in seen
            and intent.state is not IntentState.NOT_SENT
            and intent.draft.batch != draft.batch
        )
        if news:
            raise Changed(news, account=plan.account)

    return check


def decide_again(plan: Plan, now: datetime) -> None:
    """Step 2: void or refund at this instant."""
    if plan.sale_day is None:
        raise InvalidInput("sale_day", InputProblem.EMPTY)
    if isinstance(plan, VoidPlan):
        verb_now = verb_at(plan.account, plan.sale_day, now)
    else:
        verb_now = verb_of_order(plan.account, plan.sale_day, plan.intents, now)
    if verb_now != plan.now:
        raise VerbChanged(verb_now, account=plan.account)


def order_differences(plan: ReturnPlan, view: OrderView) -> tuple[Difference, ...]:
    """Compare a Param order with what the person saw of it."""
    if view.order != plan.order:
        return (Difference(What.ORDER),)
    found: list[Difference] = []
    for line in plan.order.lines:
        before, now = left_of_line(line, plan.standing), left_of_line(line, view.standing)
        if before != now:
            found.append(Difference(What.LEFT, before, now, line=line.guid))
        before, now = plan.standing.payable_of(line), view.standing.payable_of(line)
        if before != now:
            found.append(Difference(What.PAYABLE, before, now, line=line.guid))
    return tuple(found)
