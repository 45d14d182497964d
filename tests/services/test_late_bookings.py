"""A refusal that rests on a query is watched on for a day, and opened again by money that went back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from services.domain.evidence import Finding
from services.domain.reversal import WATCHED_FOR, Confirmation, Intent, IntentState, SettledBy
from services.domain.reversal import Testimony as Words  # a class named Test... is taken for one
from services.plans import plan_void
from services.simulator.bank import VoidBooking
from services.simulator.entries import Movement, Sale, Status
from services.simulator.faults import Fault, Operation
from tests.shop import Shop, lira

UNKNOWN, REFUSED, DONE = IntentState.OUTCOME_UNKNOWN, IntentState.REFUSED, IntentState.DONE


def refused(shop: Shop, sale: Sale) -> Intent:
    """Void a sale so that it ends as refused, because two looks showed nothing new."""
    shop.simulator.faults.next(Fault.CANCEL_ERROR, operation=Operation.MOVE)
    (intent,) = shop.void(sale).intents
    ended = shop.look_a_minute_later(intent)
    assert ended.state is REFUSED
    return ended


def lost(shop: Shop, sale: Sale) -> Intent:
    """Void a sale so that nobody knows how it ended; nothing is booked."""
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    (intent,) = shop.void(sale).intents
    assert intent.state is UNKNOWN
    return intent


def book_a_void(shop: Shop, sale: Sale, amount: str | None = None) -> None:
    """Let the gateway book one, of the whole unless told otherwise."""
    booked = shop.book.sale(sale.reference) or sale
    back = sale.amount if amount is None else lira(amount)
    number = 9 + len(booked.movements)
    one = Movement(id=number, status=Status.VOIDED, amount=back, at=shop.clock.now())
    shop.book.add(replace(booked, movements=(*booked.movements, one)))


def as_it_stands(shop: Shop, intent: Intent) -> Intent:
    return shop.desk.settling.evidence(intent.id).intent


def say(shop: Shop, intent: Intent, *, paid: bool) -> Intent:
    me = shop.desk.operator
    said = Words(person=me.name, reason="panelde baktım", reference="PNL-1", approver=None)
    return shop.desk.settling.by_person(intent.id, paid=paid, said=said, operator=me)


def look_due(shop: Shop) -> list[Intent]:
    return shop.desk.watcher.look_due(shop.clock.now())


def next_due(shop: Shop) -> datetime:
    due = shop.desk.watcher.next_due(shop.clock.now())
    assert due is not None
    return due


@pytest.mark.parametrize(
    "later", [timedelta(seconds=5), timedelta(hours=3), WATCHED_FOR - timedelta(seconds=1)]
)
@pytest.mark.parametrize("restarted", [False, True])
def test_money_that_goes_back_within_a_day_opens_it_again(
    shop: Shop,
    later: timedelta,
    restarted: bool,  # noqa: FBT001  drawn
) -> None:
    sale = shop.a_sale()
    intent = refused(shop, sale)
    shop.clock.advance(later)
    book_a_void(shop, sale)
    if restarted:
        shop.restart()

    (opened,) = look_due(shop)

    assert (opened.id, opened.state) == (intent.id, UNKNOWN)
    assert opened.settled is not None
    assert opened.settled.by is SettledBy.QUERY
    assert shop.desk.resolver.open_ends() == [opened]
    assert shop.book.requests_for(sale.reference) == 1


def test_opened_again_it_ends_by_the_movement_that_the_next_look_shows(shop: Shop) -> None:
    sale = shop.a_sale()
    intent = refused(shop, sale)
    book_a_void(shop, sale)
    shop.desk.resolver.look(intent.id)

    done = shop.desk.resolver.look(intent.id)

    assert done.state is DONE
    assert done.settled is not None
    assert done.settled.confirmation is Confirmation.SEEN


@pytest.mark.parametrize("amount", ["100,00", "300,00"])
def test_another_amount_opens_it_again_too_and_stays_for_a_person(shop: Shop, amount: str) -> None:
    sale = shop.a_sale("250,00")
    intent = refused(shop, sale)
    book_a_void(shop, sale, amount)

    looks = [shop.desk.resolver.look(intent.id).state for _ in range(3)]

    assert looks == [UNKNOWN] * 3


def test_an_order_that_turns_cancelled_opens_it_again(shop: Shop) -> None:
    sale = shop.a_sale()
    intent = refused(shop, sale)
    shop.book.add(replace(sale, silent=True))

    assert shop.desk.resolver.look(intent.id).state is UNKNOWN


def test_it_is_looked_at_on_the_hour_for_a_day_and_then_no_more(shop: Shop) -> None:
    sale = shop.a_sale()
    intent = refused(shop, sale)
    ended = shop.clock.now()
    before = shop.book.queries_for(sale.reference)
    while (due := shop.desk.watcher.next_due(shop.clock.now())) is not None:
        shop.clock.move_to(due)
        assert look_due(shop) == []

    assert shop.book.queries_for(sale.reference) - before < 40
    assert WATCHED_FOR - timedelta(hours=1) <= shop.clock.now() - ended <= WATCHED_FOR + timedelta(hours=1)
    book_a_void(shop, sale)
    shop.restart()
    assert look_due(shop) == []
    assert shop.desk.resolver.look(intent.id) == intent


def test_it_is_watched_and_waits_for_nobody(shop: Shop) -> None:
    intent = refused(shop, shop.a_sale())

    assert shop.desk.resolver.can_look(intent)
    assert shop.desk.resolver.open_ends() == []
    assert next_due(shop) > shop.clock.now()


def test_what_another_one_gave_back_is_no_reason_to_doubt_the_first(shop: Shop) -> None:
    sale = shop.a_sale()
    first = refused(shop, sale)
    (second,) = shop.void(sale).intents
    assert second.state is DONE

    assert shop.desk.resolver.look(first.id) == first


def test_a_second_movement_beside_the_one_that_was_done_is_the_first_ones(shop: Shop) -> None:
    sale = shop.a_sale()
    first = refused(shop, sale)
    shop.void(sale)
    book_a_void(shop, sale)

    assert shop.desk.resolver.look(first.id).state is UNKNOWN


# Two candidates


def test_while_another_one_is_open_the_movement_has_two_candidates_and_is_for_a_person(shop: Shop) -> None:
    sale = shop.a_sale()
    first = refused(shop, sale)
    second = lost(shop, sale)
    book_a_void(shop, sale)

    assert shop.desk.resolver.look(first.id) == first
    assert shop.desk.resolver.look(second.id).state is UNKNOWN
    assert shop.desk.settling.evidence(second.id).finding is Finding.FOR_A_PERSON


def test_a_person_who_says_that_it_was_the_second_leaves_the_first_refused(shop: Shop) -> None:
    sale = shop.a_sale()
    first, second = refused(shop, sale), lost(shop, sale)
    book_a_void(shop, sale)
    shop.desk.resolver.look(second.id)

    done = say(shop, second, paid=True)

    assert done.state is DONE
    assert shop.desk.resolver.look(first.id) == first
    assert shop.desk.resolver.look(second.id) == done  # nothing is left to look for


def test_a_person_who_says_that_it_was_not_the_second_opens_the_first(shop: Shop) -> None:
    sale = shop.a_sale()
    first, second = refused(shop, sale), lost(shop, sale)
    book_a_void(shop, sale)
    shop.desk.resolver.look(second.id)
    say(shop, second, paid=False)

    assert shop.desk.resolver.look(first.id).state is UNKNOWN
    assert shop.desk.resolver.look(first.id).state is DONE
    assert as_it_stands(shop, second).state is REFUSED


def test_one_that_was_pressed_after_the_day_is_the_only_candidate(shop: Shop) -> None:
    sale = shop.a_sale()
    refused(shop, sale)
    shop.clock.advance(WATCHED_FOR)
    second = lost(shop, sale)
    book_a_void(shop, sale)

    assert shop.desk.resolver.look(second.id).state is DONE


# What was answered done, and shows otherwise


def done_unseen(shop: Shop, sale: Sale) -> Intent:
    """Void a sale; the gateway says done, books nothing, and shows nothing."""
    plan = plan_void(shop.look(sale), shop.clock.now())
    shop.simulator.faults.always(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    (intent,) = shop.desk.reversals.execute(plan, operator="ayşe").intents
    assert intent.settled is not None
    assert intent.settled.confirmation is Confirmation.PENDING
    shop.simulator.faults.clear()
    shop.book.add(sale)
    return intent


@pytest.mark.parametrize("amount", ["100,00", "250,01"])
def test_a_done_one_that_shows_another_amount_is_unknown_and_for_a_person(shop: Shop, amount: str) -> None:
    sale = shop.a_sale("250,00")
    intent = done_unseen(shop, sale)
    book_a_void(shop, sale, amount)

    doubted = shop.desk.resolver.look(intent.id)

    assert doubted.state is UNKNOWN
    assert doubted.settled is not None
    assert (doubted.settled.by, doubted.settled.code) == (SettledBy.QUERY, "0")
    assert shop.desk.settling.evidence(intent.id).finding is Finding.FOR_A_PERSON


def test_what_a_person_says_of_it_is_not_doubted_by_the_same_answer_again(shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    intent = done_unseen(shop, sale)
    book_a_void(shop, sale, "100,00")
    shop.desk.resolver.look(intent.id)

    done = say(shop, intent, paid=True)

    assert done.settled is not None
    assert done.settled.confirmation is Confirmation.NOT_OFFERED
    shop.restart()
    look_due(shop)
    assert as_it_stands(shop, intent) == done
    assert shop.desk.resolver.open_ends() == []


def test_a_silent_booking_after_a_yes_is_for_a_person_who_can_end_it(shop: Shop) -> None:
    shop.book.habits.void_booking = VoidBooking.SILENT
    (intent,) = shop.void(shop.a_sale()).intents
    assert intent.state is UNKNOWN

    assert say(shop, intent, paid=True).state is DONE
    assert shop.desk.watcher.next_due(shop.clock.now()) is None


# Whose answer


def test_the_refno_of_another_sale_makes_a_yes_unknown(shop: Shop) -> None:
    sale = shop.a_sale()
    plan = plan_void(shop.look(sale), shop.clock.now())
    shop.simulator.faults.next(Fault.ANOTHER_REFNO, operation=Operation.MOVE, booked=False)
    (intent,) = shop.desk.reversals.execute(plan, operator="ayşe").intents

    assert intent.state is UNKNOWN
    assert shop.desk.resolver.look(intent.id).state is UNKNOWN
