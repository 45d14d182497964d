"""Settling what is unknown: by evidence, and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from services.domain.account import Account, Secrets
from services.domain.errors import NotAllowed, NotReversible, ServiceError
from services.domain.money import Money
from services.domain.payment import Payment
from services.domain.reversal import Confirmation, Intent, IntentState, SettledBy
from services.domain.reversal import Testimony as Words  # a class named Test... is taken for one
from services.gateways.base import Queried
from services.gateways.esnekpos import EsnekPos
from services.lookup import Lookup
from services.plans import plan_void
from services.simulator.bank import VoidBooking
from services.simulator.entries import Movement, Sale, Status
from services.simulator.faults import Fault, Operation
from tests.services.staff import OWNER, staffed
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

    assert shop.desk.resolver.can_look(intent) is False
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
    assert shop.desk.resolver.look(intent.id).state is IntentState.DONE  # one failed, the next one worked


def test_what_was_sent_without_a_look_before_it_has_nothing_to_be_compared_with(shop: Shop) -> None:
    intent = lost(shop, shop.a_sale(), Fault.ANSWER_LOST_BEFORE_BOOKING)
    unseen = replace(intent, draft=replace(intent.draft, seen_snapshot=None))

    assert shop.desk.resolver.can_look(intent) is True
    assert shop.desk.resolver.can_look(unseen) is False


def test_an_end_that_is_certain_is_not_asked_about(shop: Shop) -> None:
    sale = shop.a_sale()
    (done,) = shop.void(sale).intents
    before = shop.book.queries_for(sale.reference)

    assert shop.desk.resolver.look(done.id) == done
    assert shop.book.queries_for(sale.reference) == before


def test_nobody_is_told_how_it_stands_who_does_not_sit_at_the_desk(shop: Shop) -> None:
    staffed(shop, sits=OWNER)
    (done,) = shop.void(shop.a_sale()).intents
    shop.desk.operators.sign_out()

    with pytest.raises(NotAllowed):
        shop.desk.resolver.look(done.id)
    with pytest.raises(NotAllowed):
        shop.desk.resolver.open_ends()


def test_a_payment_that_is_gone_proves_nothing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    intent = lost(shop, shop.a_sale(), Fault.ANSWER_LOST_AFTER_BOOKING)
    query = EsnekPos.query

    def gone(
        gateway: EsnekPos, account: Account, secrets: Secrets, reference: str, *, fresh: bool
    ) -> Queried:
        return replace(query(gateway, account, secrets, reference, fresh=fresh), payment=None)

    monkeypatch.setattr(EsnekPos, "query", gone)

    assert shop.desk.resolver.look(intent.id) == intent


def test_a_refusal_is_not_believed_where_some_of_the_money_went_back(shop: Shop) -> None:
    sale = shop.a_sale(ago=timedelta(days=2))
    plan = replace(plan_void(shop.look(sale), shop.clock.now()), reason="geç")
    for seen in (Fault.NOT_YET_VISIBLE, Fault.HTTP_500):
        shop.simulator.faults.next(seen, operation=Operation.ASK)
    (intent,) = shop.desk.reversals.execute(plan, operator="ayşe").intents
    assert intent.settled is not None
    assert intent.settled.absence_settles
    part = Movement(id=9, status=Status.VOIDED, amount=Money(-100), at=shop.clock.now())
    shop.book.add(replace(sale, movements=(*sale.movements, part)))

    assert shop.desk.resolver.look(intent.id).state is IntentState.OUTCOME_UNKNOWN


def test_what_the_gateway_answered_stays_with_what_a_look_found(shop: Shop) -> None:
    plan = replace(plan_void(shop.look(shop.a_sale(ago=timedelta(days=2))), shop.clock.now()), reason="geç")
    for seen in (Fault.NOT_YET_VISIBLE, Fault.HTTP_500):
        shop.simulator.faults.next(seen, operation=Operation.ASK)
    (unknown,) = shop.desk.reversals.execute(plan, operator="ayşe").intents

    shop.desk.resolver.look(unknown.id)
    refused = shop.look_a_minute_later(unknown)

    assert (unknown.state, refused.state) == (IntentState.OUTCOME_UNKNOWN, IntentState.REFUSED)
    assert unknown.settled is not None
    assert refused.settled is not None
    assert unknown.settled.text
    assert (refused.settled.code, refused.settled.text) == ("100", unknown.settled.text)


def called_not_paid(shop: Shop, intent: Intent) -> None:
    me = shop.desk.operator
    said = Words(person=me.name, reason="panelde yok", reference="PNL-1", approver=None)
    shop.desk.settling.by_person(intent.id, paid=False, said=said, operator=me)


def test_what_a_person_settled_while_the_gateway_answered_stays_as_they_settled_it(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    intent = lost(shop, shop.a_sale(), Fault.ANSWER_LOST_AFTER_BOOKING)
    query = EsnekPos.query

    def slow(
        gateway: EsnekPos, account: Account, secrets: Secrets, reference: str, *, fresh: bool
    ) -> Queried:
        answered = query(gateway, account, secrets, reference, fresh=fresh)
        called_not_paid(shop, intent)
        return answered

    monkeypatch.setattr(EsnekPos, "query", slow)

    found = shop.desk.resolver.look(intent.id)

    assert found.state is IntentState.REFUSED
    assert found.settled is not None
    assert found.settled.by is SettledBy.PERSON


def test_what_a_person_settled_while_two_looks_were_compared_stays_as_they_settled_it(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    intent = lost(shop, shop.a_sale(), Fault.ANSWER_LOST_AFTER_BOOKING)
    kept = Lookup.kept

    def slow(lookup: Lookup, account: Account, snapshot_id: int) -> Payment:
        called_not_paid(shop, intent)
        return kept(lookup, account, snapshot_id)

    monkeypatch.setattr(Lookup, "kept", slow)

    found = shop.desk.resolver.look(intent.id)

    assert found.state is IntentState.REFUSED
    assert found.settled is not None
    assert found.settled.by is SettledBy.PERSON
