"""A gateway that said no may book it a moment later: nothing new is a refusal only at two looks."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from services.domain.evidence import Finding, Look
from services.domain.reversal import CERTAIN_AFTER, Intent, IntentState, SettledBy
from services.simulator.entries import Sale
from services.simulator.faults import Fault, Operation
from services.watcher import PAUSES
from tests.shop import Shop

UNKNOWN, REFUSED, DONE = IntentState.OUTCOME_UNKNOWN, IntentState.REFUSED, IntentState.DONE
SAYS_NO = (Fault.CANCEL_ERROR, Fault.LATE_BOOKING, Fault.LATE_BOOKING_300)
BOOKED_LATE = (Fault.LATE_BOOKING, Fault.LATE_BOOKING_300)
A_MOMENT = timedelta(microseconds=1)


def said_no(shop: Shop, fault: Fault = Fault.CANCEL_ERROR, sale: Sale | None = None) -> Intent:
    """Void a sale; the gateway answers no, and the look right after it shows nothing new."""
    shop.simulator.faults.next(fault, operation=Operation.MOVE)
    (intent,) = shop.void(sale or shop.a_sale()).intents
    return intent


def kept(shop: Shop, intent: Intent) -> tuple[Look, ...]:
    return shop.desk.settling.evidence(intent.id).looks


def state(shop: Shop, intent: Intent) -> IntentState:
    return shop.desk.settling.evidence(intent.id).intent.state


def next_due(shop: Shop) -> datetime | None:
    return shop.desk.watcher.next_due(shop.clock.now())


def look_due(shop: Shop) -> list[Intent]:
    return shop.desk.watcher.look_due(shop.clock.now())


@pytest.mark.parametrize("fault", SAYS_NO)
def test_a_no_and_nothing_new_is_unknown_at_first(shop: Shop, fault: Fault) -> None:
    assert said_no(shop, fault).state is UNKNOWN


@pytest.mark.parametrize("fault", BOOKED_LATE)
def test_what_is_booked_a_moment_after_the_no_is_never_called_refused(shop: Shop, fault: Fault) -> None:
    intent = said_no(shop, fault)
    seen = {intent.state}
    while (due := next_due(shop)) is not None:
        shop.clock.move_to(due)
        seen.update(one.state for one in look_due(shop))

    assert seen == {UNKNOWN, DONE}
    assert shop.book.requests_for(intent.draft.order.reference) == 1


def test_looks_before_the_minute_is_over_are_not_the_second_one(shop: Shop) -> None:
    intent = said_no(shop)
    for seconds in (5, 10, 30, 14):
        shop.clock.advance(timedelta(seconds=seconds))
        assert shop.desk.resolver.look(intent.id).state is UNKNOWN

    shop.clock.advance(timedelta(seconds=1) - A_MOMENT)
    assert shop.desk.resolver.look(intent.id).state is UNKNOWN
    shop.clock.advance(A_MOMENT)
    assert shop.desk.resolver.look(intent.id).state is REFUSED


def test_both_looks_stand_in_the_ledger_with_their_instants(shop: Shop) -> None:
    answered = shop.clock.now()
    intent = said_no(shop)
    shop.look_a_minute_later(intent)

    first, second = kept(shop, intent)

    assert [look.finding for look in (first, second)] == [Finding.NOTHING_NEW] * 2
    assert (first.begun_at, second.begun_at) == (answered, answered + CERTAIN_AFTER)
    assert first.snapshot < second.snapshot
    shop.restart()
    assert kept(shop, intent) == (first, second)


def test_one_late_look_is_one_look(shop: Shop) -> None:
    shop.a_sale()
    sale = shop.a_sale()
    shop.look(sale)
    for seen in (Fault.NOT_YET_VISIBLE, Fault.NOT_YET_VISIBLE, Fault.HTTP_500):
        shop.simulator.faults.next(seen, operation=Operation.ASK)
    intent = said_no(shop, sale=sale)
    assert kept(shop, intent) == ()

    assert shop.look_a_minute_later(intent).state is UNKNOWN
    assert shop.desk.resolver.look(intent.id).state is REFUSED


def test_a_query_that_is_down_leaves_it_unknown_however_long(shop: Shop) -> None:
    intent = said_no(shop)
    shop.simulator.faults.always(Fault.HTTP_500, operation=Operation.ASK)
    for _ in range(12):
        due = next_due(shop)
        assert due is not None
        shop.clock.move_to(due)
        look_due(shop)
    assert state(shop, intent) is UNKNOWN
    shop.simulator.faults.clear()

    assert shop.desk.resolver.look(intent.id).state is REFUSED


def test_a_look_that_was_for_a_person_is_not_taken_back_by_silence(shop: Shop) -> None:
    intent = said_no(shop)
    sale = shop.book.sale(intent.draft.order.reference)
    assert sale is not None
    shop.simulator.faults.next(Fault.DUPLICATE_MOVEMENT, operation=Operation.ASK)
    shop.book.add(shop.book.a_sale(sale.amount, paid_at=shop.clock.now(), reference=sale.reference))
    assert shop.desk.resolver.look(intent.id).state is UNKNOWN
    shop.book.add(sale)

    assert shop.look_a_minute_later(intent).state is UNKNOWN
    assert shop.desk.resolver.look(intent.id).state is UNKNOWN


# Clocks and restarts


@pytest.mark.parametrize("ahead", [timedelta(minutes=1), timedelta(hours=2), timedelta(days=400)])
def test_a_wall_clock_set_forward_shortens_no_wait(shop: Shop, ahead: timedelta) -> None:
    intent = said_no(shop)
    shop.clock.set_to(shop.clock.now() + ahead)
    assert shop.desk.resolver.look(intent.id).state is UNKNOWN

    shop.clock.advance(CERTAIN_AFTER - A_MOMENT)
    assert shop.desk.resolver.look(intent.id).state is UNKNOWN
    shop.clock.advance(A_MOMENT)
    assert shop.desk.resolver.look(intent.id).state is REFUSED


def test_a_wall_clock_set_back_shortens_none_either(shop: Shop) -> None:
    intent = said_no(shop)
    answered = shop.clock.now()
    shop.clock.advance(timedelta(seconds=30))
    shop.clock.set_to(answered)

    assert shop.look_a_minute_later(intent).state is REFUSED
    assert kept(shop, intent)[-1].begun_at >= answered + CERTAIN_AFTER


def test_a_look_is_due_just_when_the_minute_is_over(shop: Shop) -> None:
    answered = shop.clock.now()
    intent = said_no(shop)
    due = [answered]
    while state(shop, intent) is UNKNOWN:
        at = next_due(shop)
        assert at is not None
        due.append(at)
        shop.clock.move_to(at)
        look_due(shop)

    assert [(at - answered).total_seconds() for at in due] == [0, 5, 20, 60]
    assert state(shop, intent) is REFUSED


def test_it_is_due_just_then_by_the_clock_that_nobody_sets(shop: Shop) -> None:
    intent = said_no(shop)
    for pause in PAUSES[:2]:
        shop.clock.advance(pause)
        look_due(shop)
    shop.clock.set_to(shop.clock.now() + timedelta(hours=3))
    assert look_due(shop) == []  # the schedule believes the wall; the minute does not

    due = next_due(shop)

    assert due == shop.clock.now() + timedelta(seconds=40)
    shop.clock.move_to(due)
    (refused,) = look_due(shop)
    assert (refused.id, refused.state) == (intent.id, REFUSED)


def test_it_is_due_just_then_after_a_restart_too(shop: Shop) -> None:
    answered = shop.clock.now()
    intent = said_no(shop)
    shop.clock.advance(timedelta(seconds=57))
    shop.restart()
    look_due(shop)  # at once, after a restart
    assert state(shop, intent) is UNKNOWN

    assert next_due(shop) == answered + CERTAIN_AFTER
    shop.clock.move_to(answered + CERTAIN_AFTER)
    (refused,) = look_due(shop)

    assert refused.state is REFUSED


def test_a_restart_after_the_minute_settles_it_at_once(shop: Shop) -> None:
    said_no(shop)
    shop.clock.advance(timedelta(minutes=10))
    shop.restart()

    (refused,) = look_due(shop)

    assert refused.state is REFUSED
    assert refused.settled is not None
    assert refused.settled.by is SettledBy.QUERY


def test_a_new_failed_movement_needs_no_second_look(shop: Shop) -> None:
    shop.book.habits.refused_void_leaves_a_6 = True
    (intent,) = shop.void(shop.a_sale(ago=timedelta(days=2))).intents

    assert intent.state is REFUSED
    assert [look.finding for look in kept(shop, intent)] == [Finding.FAILED]
