"""Void or refund is decided by the clock twice: when it is shown, and at the instant of sending."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta

import pytest

from services.domain.account import Account, Secrets
from services.domain.clock import BusinessDays
from services.domain.errors import VerbChanged, VerbNow
from services.domain.order import Order
from services.domain.reversal import Intent, IntentState, MoneyRequest, Verb
from services.gateways.base import Answer
from services.gateways.param import Param
from services.plans import LineReturn, Plan, plan_return, plan_void
from services.policy import verb_at
from tests.builders import a_param_account, an_esnekpos_account, istanbul
from tests.shop import Shop, lira

CUTOFF = time(21, 30)


@dataclass(frozen=True)
class Turn:
    """The turn of a business day: ten seconds before it, and five after."""

    cutoff: time | None
    opened: datetime
    confirmed: datetime


def turn_at(text: str, cutoff: time | None) -> Turn:
    turns = istanbul(text)
    return Turn(cutoff, turns - timedelta(seconds=10), turns + timedelta(seconds=5))


MIDNIGHT = turn_at("21.11.2026 00:00", None)
TURNS = [
    pytest.param(MIDNIGHT, id="midnight"),
    pytest.param(turn_at("01.01.2027 00:00", None), id="new year"),
    pytest.param(turn_at("20.11.2026 21:30", CUTOFF), id="the bank's own hour"),
]


@pytest.fixture
def turning(shop: Shop, request: pytest.FixtureRequest) -> tuple[Shop, Turn]:
    turn: Turn = request.param
    shop.esnekpos = replace(shop.esnekpos, cutoff=turn.cutoff)
    shop.param = replace(shop.param, cutoff=turn.cutoff)
    for account in (shop.esnekpos, shop.param):
        shop.desk.accounts.change(account, None)
    shop.book.habits.days = BusinessDays(turn.cutoff)
    shop.clock.move_to(turn.opened)
    return shop, turn


def a_return(shop: Shop, order: Order, *lines: int) -> Plan:
    parts = tuple(
        LineReturn(line=order.lines[line].guid, amount=lira("10,00"), payable=lira("10,00")) for line in lines
    )
    return plan_return(shop.view(order), parts, shop.clock.now(), reason="iade")


def stopped(shop: Shop, plan: Plan) -> VerbNow:
    """Press a plan that midnight has overtaken; return the verb that is offered instead."""
    with pytest.raises(VerbChanged) as stop:
        shop.desk.reversals.execute(plan, operator="ayşe")
    assert shop.book.requests_for(plan.reference) == 0
    assert shop.desk.lookup.reversals() == []
    return stop.value.now


@pytest.mark.parametrize("turning", TURNS, indirect=True)
def test_a_void_opened_before_the_day_turned_is_late_when_it_is_confirmed(
    turning: tuple[Shop, Turn],
) -> None:
    shop, turn = turning
    plan = plan_void(shop.look(shop.a_sale()), shop.clock.now())
    assert plan.now == VerbNow(Verb.VOID, late=False)
    assert plan.until == turn.confirmed - timedelta(seconds=5)

    shop.clock.move_to(turn.confirmed)

    assert stopped(shop, plan) == VerbNow(Verb.VOID, late=True)


@pytest.mark.parametrize("turning", TURNS, indirect=True)
def test_a_cancellation_at_param_is_a_refund_once_the_day_has_turned(turning: tuple[Shop, Turn]) -> None:
    shop, turn = turning
    order = shop.an_order("100,00")
    plan = a_return(shop, order, 0)
    assert plan.now == VerbNow(Verb.VOID, late=False)

    shop.clock.move_to(turn.confirmed)

    assert stopped(shop, plan) == VerbNow(Verb.REFUND, late=True)


@pytest.mark.parametrize("turning", TURNS, indirect=True)
def test_the_new_verb_confirmed_anew_goes_through(turning: tuple[Shop, Turn]) -> None:
    shop, turn = turning
    order = shop.an_order("100,00")
    stale = a_return(shop, order, 0)
    shop.clock.move_to(turn.confirmed)
    stopped(shop, stale)

    (intent,) = shop.desk.reversals.execute(a_return(shop, order, 0), operator="ayşe").intents

    assert (intent.draft.verb, intent.state) == (Verb.REFUND, IntentState.DONE)


@pytest.mark.parametrize("turning", TURNS, indirect=True)
def test_the_last_moment_of_the_day_is_of_the_day(turning: tuple[Shop, Turn]) -> None:
    shop, turn = turning
    order = shop.an_order("100,00")
    plan = a_return(shop, order, 0)
    shop.clock.move_to(turn.confirmed - timedelta(seconds=5, microseconds=1))

    (intent,) = shop.desk.reversals.execute(plan, operator="ayşe").intents

    assert (intent.draft.verb, intent.state) == (Verb.VOID, IntentState.DONE)


def test_the_clock_is_read_after_the_last_look_and_not_before(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.clock.move_to(MIDNIGHT.opened)
    plan = a_return(shop, shop.an_order("100,00"), 0)
    reach = Param.reach

    def slow(param: Param, account: Account) -> object:
        shop.clock.move_to(MIDNIGHT.confirmed)
        return reach(param, account)

    monkeypatch.setattr(Param, "reach", slow)

    assert stopped(shop, plan).late


def test_a_day_that_turns_between_two_lines_stops_the_second(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.clock.move_to(MIDNIGHT.opened)
    order = shop.an_order("100,00", "50,00")
    plan = a_return(shop, order, 0, 1)
    send = Param.send

    def slow(param: Param, account: Account, secrets: Secrets, request: MoneyRequest) -> Answer:
        answer = send(param, account, secrets, request)
        shop.clock.move_to(MIDNIGHT.confirmed)
        return answer

    monkeypatch.setattr(Param, "send", slow)
    executed = shop.desk.reversals.execute(plan, operator="ayşe")

    assert [intent.state for intent in executed.intents] == [IntentState.DONE]
    assert isinstance(executed.stopped_by, VerbChanged)
    assert shop.book.requests_for(order.siparis_id) == 1


def test_a_bank_whose_day_ended_before_ours_offers_the_other_verb_by_its_code(shop: Shop) -> None:
    """-213: this computer says cancellation, Param's day is over."""
    shop.book.habits.days = BusinessDays(time(11, 30))
    order = shop.an_order("100,00")

    (intent,) = shop.desk.reversals.execute(a_return(shop, order, 0), operator="ayşe").intents

    assert ended(intent) == (IntentState.REFUSED, "-213")
    assert shop.view(order).standing.open is None


def test_a_bank_whose_day_is_not_over_offers_the_other_verb_by_its_code(shop: Shop) -> None:
    """-214: this computer says refund, Param's day goes on."""
    shop.param = replace(shop.param, cutoff=time(11, 30))
    shop.desk.accounts.change(shop.param, None)
    order = shop.an_order("100,00")

    (intent,) = shop.desk.reversals.execute(a_return(shop, order, 0), operator="ayşe").intents

    assert ended(intent) == (IntentState.REFUSED, "-214")
    assert shop.view(order).standing.open is None


def ended(intent: Intent) -> tuple[IntentState, str | None]:
    return intent.state, intent.settled.code if intent.settled else None


def seconds_around(text: str) -> list[datetime]:
    return [istanbul(text) + timedelta(seconds=seconds) for seconds in range(-90, 91)]


# Turkey changed to winter time in 2015, two weeks late; and stayed with summer time in 2016, for good.
@pytest.mark.parametrize(
    "turns",
    ["28.03.2016 00:00", "08.11.2015 00:00", "09.11.2015 00:00", "30.10.2016 00:00", "01.01.2027 00:00"],
)
@pytest.mark.parametrize("account", [an_esnekpos_account(), a_param_account()])
def test_second_by_second_the_verb_turns_with_istanbuls_day(turns: str, account: Account) -> None:
    midnight = istanbul(turns)
    sold = account.days.day_of(midnight - timedelta(hours=2))
    for now in seconds_around(turns):
        assert verb_at(account, sold, now).late is (now >= midnight)
