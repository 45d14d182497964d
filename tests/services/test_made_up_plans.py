"""A plan is a value that anybody could make up: rights and limits go by what is so, not by what it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta
from typing import Any

import pytest

from services.domain.errors import (
    Changed,
    Denied,
    InputProblem,
    InvalidInput,
    NotAllowed,
    ServiceError,
    VerbChanged,
    VerbNow,
)
from services.domain.evidence import What
from services.domain.operator import Right
from services.domain.order import Order
from services.domain.reversal import Everything, IntentState, Verb
from services.ledger.journal import Journal
from services.petitions import NextStep
from services.plans import LineReturn, Plan, ReturnPlan, VoidPlan, plan_return, plan_void
from services.simulator.entries import Sale
from tests.builders import istanbul
from tests.services.staff import CASHIER, MANAGER, limit, sit, staffed
from tests.shop import Shop, lira


@pytest.fixture
def sale_of_yesterday(shop: Shop) -> Sale:
    return shop.a_sale("250,00", ago=timedelta(days=1))


def refused(shop: Shop, plan: Plan) -> ServiceError:
    """Press a plan as whoever sits there; nothing may come of it."""
    with pytest.raises(ServiceError) as no:
        shop.desk.reversals.execute(plan, operator=shop.desk.operator)
    assert shop.book.requests_for(plan.reference) == 0
    return no.value


def test_a_sale_of_yesterday_called_todays_is_no_cashiers_to_void(
    shop: Shop, sale_of_yesterday: Sale
) -> None:
    staffed(shop, sits=CASHIER)
    honest = plan_void(shop.look(sale_of_yesterday), shop.clock.now())
    today = shop.esnekpos.days.day_of(shop.clock.now())
    made_up = replace(honest, sale_day=today, now=VerbNow(Verb.VOID, late=False))

    no = refused(shop, made_up)

    assert isinstance(no, Changed)
    assert no.differences[0].what is What.SALE_INSTANT
    assert shop.desk.lookup.reversals() == []


def test_a_sale_called_in_time_though_its_day_has_passed_is_not_in_time(
    shop: Shop, sale_of_yesterday: Sale
) -> None:
    staffed(shop, sits=CASHIER)
    honest = plan_void(shop.look(sale_of_yesterday), shop.clock.now())

    no = refused(shop, replace(honest, now=VerbNow(Verb.VOID, late=False)))

    assert isinstance(no, VerbChanged)


@pytest.mark.parametrize("said", ["1,00", "249,99", "250,01"])
def test_another_amount_than_the_sales_slips_under_no_limit(shop: Shop, said: str) -> None:
    sale = shop.a_sale("250,00")
    staffed(shop, sits=CASHIER)
    limit(shop, CASHIER, once="200,00")
    made_up = replace(plan_void(shop.look(sale), shop.clock.now()), amount=lira(said), reason="x")

    no = refused(shop, made_up)

    assert isinstance(no, Changed | NotAllowed)
    assert shop.desk.lookup.reversals() == []


def test_under_the_limit_by_word_alone_it_is_the_amount_that_stops_it(shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    made_up = replace(plan_void(shop.look(sale), shop.clock.now()), amount=lira("1,00"), reason="x")

    no = refused(shop, made_up)

    assert isinstance(no, Changed)
    assert no.differences[0].what is What.AMOUNT


def test_a_void_by_params_own_word_of_a_day_that_has_passed_here_is_no_cashiers(shop: Shop) -> None:
    """-214: this computer says refund, Param's day goes on. The day of the sale has passed all the same."""
    shop.param = replace(shop.param, cutoff=time(11, 30))
    shop.desk.accounts.change(shop.param, None)
    order = shop.an_order("100,00")
    staffed(shop, sits=MANAGER)
    (intent,) = shop.desk.reversals.execute(a_return(shop, order), operator=shop.desk.operator).intents
    assert intent.settled is not None
    assert intent.settled.code == "-214"

    sit(shop, CASHIER)
    plan = a_return(shop, order)
    assert plan.now == VerbNow(Verb.VOID, late=True)
    with pytest.raises(NotAllowed) as no:
        shop.desk.reversals.execute(plan, operator=shop.desk.operator)

    assert (no.value.why, no.value.right) == (Denied.RIGHT, Right.VOID_LATE.value)
    assert shop.book.requests_for(order.siparis_id) == 1
    sit(shop, MANAGER)
    (again,) = shop.desk.reversals.execute(plan, operator=shop.desk.operator).intents
    assert (again.draft.verb, again.state) == (Verb.VOID, IntentState.DONE)


@pytest.mark.parametrize("gateway", ["esnekpos", "param"])
def test_a_day_that_turns_while_the_lock_is_waited_for_stops_it_in_the_lock(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, gateway: str
) -> None:
    midnight = istanbul("21.11.2026 00:00")
    shop.clock.move_to(midnight - timedelta(milliseconds=1))
    plan: Plan
    if gateway == "param":
        plan = a_return(shop, shop.an_order("100,00"))
    else:
        plan = replace(plan_void(shop.look(shop.a_sale("250,00")), shop.clock.now()), reason="x")
    arm = Journal.arm

    def waits(journal: Journal, *args: Any, **values: Any) -> object:
        shop.clock.move_to(midnight)
        return arm(journal, *args, **values)

    monkeypatch.setattr(Journal, "arm", waits)

    with pytest.raises(VerbChanged) as stop:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert stop.value.now.late
    assert shop.book.requests_for(plan.reference) == 0
    assert shop.desk.lookup.reversals() == []


def test_a_line_that_no_plan_could_have_is_stopped_at_the_last_look(shop: Shop) -> None:
    honest = a_return(shop, shop.an_order("100,00"))
    assert not isinstance(honest.what, Everything)
    too_much = replace(honest.what[0], payable=lira("100,01"))

    no = refused(shop, replace(honest, what=(too_much,), accepts_literal_rule=True))

    assert isinstance(no, InvalidInput)
    assert no.problem is InputProblem.PAYABLE_OVER_PRODUCT
    assert shop.desk.lookup.reversals() == []


def a_return(shop: Shop, order: Order) -> ReturnPlan:
    part = LineReturn(line=order.lines[0].guid, amount=lira("10,00"), payable=lira("10,00"))
    return plan_return(shop.view(order), (part,), shop.clock.now(), reason="iade")


# A day that the answer leaves open


@pytest.fixture
def sale_of_two_days(shop: Shop) -> Sale:
    """Its movement is of today, its PAYMENT_DATE of yesterday."""
    sale = shop.a_sale("250,00")
    assert sale.paid_at is not None
    return shop.book.add(replace(sale, reference="iki-gün", paid_at=sale.paid_at - timedelta(days=1)))


def said_to_be_of_today(shop: Shop, sale: Sale) -> VoidPlan:
    plan = plan_void(shop.look(sale), shop.clock.now())
    assert plan.sale_day is None
    today = shop.esnekpos.days.day_of(shop.clock.now())
    return replace(plan, sale_day=today, now=VerbNow(Verb.VOID, late=False), reason="x")


def test_a_day_that_only_a_person_says_makes_it_no_cashiers_sale_of_today(
    shop: Shop, sale_of_two_days: Sale
) -> None:
    staffed(shop, sits=CASHIER)

    no = refused(shop, said_to_be_of_today(shop, sale_of_two_days))

    assert isinstance(no, NotAllowed)
    assert no.right == Right.VOID_LATE.value
    assert shop.desk.lookup.reversals() == []


def test_who_may_void_late_says_which_day_it_was(shop: Shop, sale_of_two_days: Sale) -> None:
    staffed(shop, sits=MANAGER)
    plan = said_to_be_of_today(shop, sale_of_two_days)

    (intent,) = shop.desk.reversals.execute(plan, operator=shop.desk.operator).intents

    assert intent.state is IntentState.DONE


def test_a_day_that_nobody_said_is_asked_for_before_anything_is_written_down(
    shop: Shop, sale_of_two_days: Sale
) -> None:
    unsaid = replace(said_to_be_of_today(shop, sale_of_two_days), sale_day=None)

    for plan in (unsaid, replace(unsaid, now=None)):
        no = refused(shop, plan)
        assert isinstance(no, InvalidInput)
        assert (no.field, no.problem) == ("sale_day", InputProblem.EMPTY)
    assert shop.desk.lookup.reversals() == []


def test_an_open_day_hidden_from_the_plan_is_found_at_the_last_look(
    shop: Shop, sale_of_two_days: Sale
) -> None:
    staffed(shop, sits=CASHIER)
    plan = said_to_be_of_today(shop, sale_of_two_days)
    tidied = replace(plan, payment=replace(plan.payment, paid_at=None))

    no = refused(shop, tidied)

    assert isinstance(no, Changed)
    assert no.differences[0].what is What.SALE_INSTANT


def test_a_cashiers_wish_with_an_open_day_is_a_managers_to_send(shop: Shop, sale_of_two_days: Sale) -> None:
    staffed(shop, sits=CASHIER)
    shop.desk.petitions.leave(said_to_be_of_today(shop, sale_of_two_days))

    sit(shop, MANAGER)
    (waiting,) = shop.desk.petitions.waiting()

    assert waiting.step is NextStep.SEND_ALONE
