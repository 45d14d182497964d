"""Settling what is unknown: by evidence, and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from services.domain.errors import NotReversible, ServiceError
from services.domain.reversal import Confirmation, Intent, IntentState, SettledBy
from services.simulator.bank import VoidBooking
from services.simulator.entries import Movement, Sale, Status
from services.simulator.faults import Fault, Operation
from tests.shop import Shop


def lost(shop: Shop, sale: Sale, fault: Fault) -> Intent:
    """Void a sale so that its outcome is unknown, whatever the gateway has booked."""
    shop.look(sale)
    shop.simulator.faults.next(fault, operation=Operation.MOVE)
    for seen in (Fault.NOT_YET_VISIBLE, Fault.NOT_YET_VISIBLE, Fault.HTTP_500):
        shop.simulator.faults.next(seen, operation=Operation.ASK)
    (intent,) = shop.void(sale).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    shop.simulator.faults.clear()
    return intent


@pytest.mark.parametrize("booking", [VoidBooking.NEW_MOVEMENT, VoidBooking.TURNED])
def test_a_movement_that_shows_later_settles_it_as_done(shop: Shop, booking: VoidBooking) -> None:
    shop.book.habits.void_booking = booking
    intent = lost(shop, shop.a_sale(), Fault.ANSWER_LOST_AFTER_BOOKING)

    done = shop.desk.resolver.look(intent.id)

    assert done.state is IntentState.DONE
    assert done.settled is not None
    assert (done.settled.by, done.settled.confirmation) == (SettledBy.QUERY, Confirmation.SEEN)


def test_silence_settles_nothing_however_long_it_lasts(shop: Shop) -> None:
    intent = lost(shop, shop.a_sale(), Fault.ANSWER_LOST_BEFORE_BOOKING)

    for _ in range(5):
        shop.clock.advance(timedelta(days=1))
        assert shop.desk.resolver.look(intent.id).state is IntentState.OUTCOME_UNKNOWN


def test_a_cancelled_order_without_movements_is_for_a_person(shop: Shop) -> None:
    shop.book.habits.void_booking = VoidBooking.SILENT
    intent = lost(shop, shop.a_sale(), Fault.ANSWER_LOST_AFTER_BOOKING)

    assert shop.desk.resolver.look(intent.id).state is IntentState.OUTCOME_UNKNOWN


def test_a_failed_movement_settles_it_as_refused(shop: Shop) -> None:
    sale = shop.a_sale(ago=timedelta(days=2))
    shop.book.habits.refused_void_leaves_a_6 = True
    intent = lost(shop, sale, Fault.CUT_SHORT)

    assert shop.desk.resolver.look(intent.id).state is IntentState.REFUSED


@pytest.mark.parametrize("fault", [Fault.HTTP_500, Fault.EMPTY, Fault.ANOTHER_REFERENCE, Fault.TRUNCATED])
def test_a_look_that_fails_leaves_it_as_it_is(shop: Shop, fault: Fault) -> None:
    shop.a_sale("1,00")
    intent = lost(shop, shop.a_sale(), Fault.ANSWER_LOST_AFTER_BOOKING)
    shop.simulator.faults.next(fault, operation=Operation.ASK)

    with pytest.raises(ServiceError):
        shop.desk.resolver.look(intent.id)

    (still,) = shop.desk.lookup.reversals()
    assert still.state is IntentState.OUTCOME_UNKNOWN


def test_looking_never_moves_money(shop: Shop) -> None:
    sale = shop.a_sale()
    intent = lost(shop, sale, Fault.ANSWER_LOST_BEFORE_BOOKING)

    shop.desk.resolver.look(intent.id)

    assert shop.book.requests_for(sale.reference) == 1


def test_param_has_no_query_to_settle_by(shop: Shop) -> None:
    order = shop.an_order("10,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    (intent,) = shop.give_back(order, (0, "10,00", "0,00")).intents

    assert not shop.desk.resolver.can_look(intent)
    with pytest.raises(NotReversible):
        shop.desk.resolver.look(intent.id)


def test_a_done_one_awaits_confirmation_until_the_gateway_shows_it(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.look(sale)
    for _ in range(3):
        shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    (intent,) = shop.void(sale).intents
    assert intent.settled is not None
    assert intent.settled.confirmation is Confirmation.PENDING
    shop.simulator.faults.clear()

    seen = shop.desk.resolver.look(intent.id)

    assert seen.state is IntentState.DONE
    assert seen.settled is not None
    assert seen.settled.confirmation is Confirmation.SEEN


def test_a_success_that_the_gateway_contradicts_is_never_quietly_called_refused(shop: Shop) -> None:
    sale = shop.a_sale()
    for _ in range(3):
        shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    (intent,) = shop.void(sale).intents
    assert intent.state is IntentState.DONE
    failed = Movement(id=9, status=Status.VOID_FAILED, amount=sale.amount, at=shop.clock.now())
    shop.book.add(replace(sale, movements=(*sale.movements, failed)))

    looks = [shop.desk.resolver.look(intent.id) for _ in range(3)]

    assert [look.state for look in looks] == [IntentState.OUTCOME_UNKNOWN] * 3
    shop.book.void(sale.reference, shop.clock.now())
    assert shop.desk.resolver.look(intent.id).state is IntentState.OUTCOME_UNKNOWN  # a 6 and a 5: a person
