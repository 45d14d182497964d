"""The road of one reversal, through the real ledger and the simulator."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

import pytest

from services.domain.account import Account
from services.domain.clock import BusinessDays
from services.domain.errors import (
    BadReply,
    Changed,
    InProgress,
    InputProblem,
    InvalidInput,
    LedgerFault,
    LedgerUnavailable,
    Missing,
    NotConfigured,
    NotReversible,
    Unreachable,
    VerbChanged,
    WhyNot,
)
from services.domain.evidence import What
from services.domain.money import ZERO
from services.domain.order import Order
from services.domain.reversal import (
    Confirmation,
    Everything,
    Intent,
    IntentState,
    SettledBy,
    Settlement,
    Verb,
)
from services.gateways.base import Exchange
from services.gateways.param import Param
from services.ledger.journal import Journal
from services.plans import LineReturn, ReturnPlan, plan_return, plan_void
from services.simulator.bank import VoidBooking
from services.simulator.faults import Fault, Gateway, Operation
from tests.canary import PARAM
from tests.shop import NOON, Shop, lira

TO_MIDNIGHT = timedelta(hours=11, minutes=59, seconds=50)


def settled(intent: Intent) -> Settlement:
    assert intent.settled is not None
    return intent.settled


def a_part(shop: Shop, order: Order, amount: str, payable: str) -> ReturnPlan:
    """Plan to give a part of an order's first line back."""
    part = LineReturn(line=order.lines[0].guid, amount=lira(amount), payable=lira(payable))
    return plan_return(shop.view(order), (part,), shop.clock.now())


@pytest.mark.parametrize("booking", [VoidBooking.NEW_MOVEMENT, VoidBooking.TURNED])
def test_a_sale_is_voided_once_and_the_gateway_shows_it(shop: Shop, booking: VoidBooking) -> None:
    shop.book.habits.void_booking = booking
    sale = shop.a_sale("250,00")

    (intent,) = shop.void(sale).intents

    assert intent.state is IntentState.DONE
    assert settled(intent).confirmation is Confirmation.SEEN
    assert shop.book.returned(sale.reference) == lira("250,00")
    assert shop.book.requests_for(sale.reference) == 1


def test_a_void_the_gateway_does_not_show_yet_is_done_and_awaits_confirmation(shop: Shop) -> None:
    sale = shop.a_sale()
    plan = plan_void(shop.look(sale), shop.clock.now())
    shop.simulator.faults.always(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)

    (intent,) = shop.desk.reversals.execute(plan, operator="ayşe").intents

    assert intent.state is IntentState.DONE
    assert settled(intent).confirmation is Confirmation.PENDING
    with pytest.raises(NotReversible):
        shop.void(sale)
    assert shop.book.requests_for(sale.reference) == 1


def test_a_void_that_shows_in_an_odd_way_is_for_a_person_though_it_was_answered_done(shop: Shop) -> None:
    shop.book.habits.void_booking = VoidBooking.SILENT
    sale = shop.a_sale()

    (intent,) = shop.void(sale).intents

    assert intent.state is IntentState.OUTCOME_UNKNOWN
    assert settled(intent).by is SettledBy.QUERY
    with pytest.raises(NotReversible):
        shop.void(sale)
    assert shop.book.requests_for(sale.reference) == 1


def test_a_lost_answer_is_never_sent_again(shop: Shop) -> None:
    sale = shop.a_sale()
    view = shop.look(sale)
    plan = replace(plan_void(view, shop.clock.now()), reason="yanlış tutar")
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)

    (intent,) = shop.desk.reversals.execute(plan, operator="ayşe").intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    shop.restart()
    with pytest.raises(InProgress) as stopped:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert stopped.value.intent.id == intent.id
    assert shop.book.requests_for(sale.reference) == 1


def test_a_lost_answer_is_settled_by_the_movement_that_the_query_shows(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)

    (intent,) = shop.void(sale).intents

    assert intent.state is IntentState.DONE
    assert settled(intent).by is SettledBy.QUERY


def test_a_lost_answer_with_nothing_to_show_for_it_stays_unknown(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)

    (intent,) = shop.void(sale).intents

    assert intent.state is IntentState.OUTCOME_UNKNOWN


def test_a_refusal_is_only_believed_once_the_query_shows_nothing_new(shop: Shop) -> None:
    sale = shop.a_sale(ago=timedelta(days=2))

    (intent,) = shop.void(sale).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    refused = shop.look_a_minute_later(intent)

    assert refused.state is IntentState.REFUSED
    assert settled(refused).by is SettledBy.QUERY
    assert settled(refused).code == "100"


def test_a_refusal_stays_unknown_while_the_query_is_down(shop: Shop) -> None:
    sale = shop.a_sale(ago=timedelta(days=2))
    plan = replace(plan_void(shop.look(sale), shop.clock.now()), reason="geç")
    void = shop.desk.reversals.execute
    shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    shop.simulator.faults.next(Fault.HTTP_500, operation=Operation.ASK)

    (intent,) = void(plan, operator="ayşe").intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    first = shop.look_a_minute_later(intent)
    assert first.state is IntentState.OUTCOME_UNKNOWN  # the first that was answered, however late

    assert shop.desk.resolver.look(intent.id).state is IntentState.REFUSED


def test_a_refused_order_is_free_for_another_try(shop: Shop) -> None:
    sale = shop.a_sale(ago=timedelta(days=2))
    shop.look_a_minute_later(*shop.void(sale).intents)
    shop.book.habits.voids_on_the_day_only = False

    (intent,) = shop.void(sale).intents

    assert intent.state is IntentState.DONE
    assert shop.book.requests_for(sale.reference) == 2


def test_never_calls_it_unsent_because_the_question_was(shop: Shop) -> None:
    sale = shop.a_sale()
    plan = replace(plan_void(shop.look(sale), shop.clock.now()), reason="x")
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    shop.simulator.faults.next(Fault.HTTP_500, operation=Operation.ASK)

    (intent,) = shop.desk.reversals.execute(plan, operator="ayşe").intents

    assert intent.state is IntentState.OUTCOME_UNKNOWN


def test_the_last_look_stops_a_void_of_a_sale_that_moved(shop: Shop) -> None:
    sale = shop.a_sale()
    plan = plan_void(shop.look(sale), shop.clock.now())
    shop.book.void(sale.reference, shop.clock.now())

    with pytest.raises(Changed) as stopped:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert [difference.what for difference in stopped.value.differences] == [What.NEW_MOVEMENT]
    assert shop.book.requests_for(sale.reference) == 0


def test_a_last_look_that_fails_sends_nothing(shop: Shop) -> None:
    sale = shop.a_sale()
    plan = plan_void(shop.look(sale), shop.clock.now())

    shop.simulator.faults.next(Fault.TRUNCATED, operation=Operation.ASK)
    with pytest.raises((Unreachable, BadReply)):
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert shop.book.requests_for(sale.reference) == 0
    assert shop.desk.lookup.reversals() == []


def test_midnight_between_the_look_and_the_press_stops_it(shop: Shop) -> None:
    shop.clock.move_to(NOON + TO_MIDNIGHT)
    sale = shop.a_sale()
    plan = plan_void(shop.look(sale), shop.clock.now())
    shop.clock.advance(timedelta(seconds=15))

    with pytest.raises(VerbChanged) as stopped:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert stopped.value.now.late
    assert shop.book.requests_for(sale.reference) == 0


def test_credentials_that_are_gone_are_said_before_anything_is_written(shop: Shop) -> None:
    sale = shop.a_sale()
    plan = plan_void(shop.look(sale), shop.clock.now())
    shop.credentials.forget(shop.esnekpos)

    with pytest.raises(NotConfigured) as stopped:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert stopped.value.missing is Missing.CREDENTIALS
    assert stopped.value.account == shop.esnekpos
    assert shop.desk.lookup.reversals() == []


def test_a_plan_for_an_account_that_was_changed_meanwhile_is_stopped(shop: Shop) -> None:
    sale = shop.a_sale()
    plan = plan_void(shop.look(sale), shop.clock.now())
    shop.desk.accounts.change(replace(shop.esnekpos, back_url="https://elsewhere.example/"), None)

    with pytest.raises(Changed) as stopped:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert stopped.value.differences[0].what is What.ACCOUNT


def test_a_gateway_that_cannot_be_reached_leaves_nothing_behind(shop: Shop) -> None:
    order = shop.an_order("100,00")
    shop.simulator.faults.always(Fault.REFUSED_CONNECTION)
    with pytest.raises(Unreachable):
        shop.give_back(order, (0, "10,00", "90,00"))
    assert shop.desk.lookup.reversals() == []
    shop.simulator.faults.clear()

    (done,) = shop.give_back(order, (0, "10,00", "90,00")).intents
    assert done.state is IntentState.DONE


def test_a_request_that_never_left_was_not_sent_and_frees_the_order(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = shop.an_order("100,00")
    plan = a_part(shop, order, "10,00", "10,00")
    reach = Param.reach

    def reach_and_lose_the_line(param: Param, account: Account) -> Exchange:
        exchange = reach(param, account)
        shop.simulator.faults.always(Fault.REFUSED_CONNECTION)
        return exchange

    with monkeypatch.context() as line:
        line.setattr(Param, "reach", reach_and_lose_the_line)
        (intent,) = shop.desk.reversals.execute(plan, operator="ayşe").intents
    shop.simulator.faults.clear()

    assert (intent.state, settled(intent).by) == (IntentState.NOT_SENT, SettledBy.TRANSPORT)
    (again,) = shop.desk.reversals.execute(plan, operator="ayşe").intents
    assert again.state is IntentState.DONE
    assert shop.book.requests_for(order.siparis_id) == 1


def test_a_reset_connection_may_have_arrived(shop: Shop) -> None:
    order = shop.an_order("100,00")
    shop.simulator.faults.next(Fault.CONNECTION_RESET, operation=Operation.MOVE)

    (intent,) = shop.give_back(order, (0, "10,00", "90,00")).intents

    assert intent.state is IntentState.OUTCOME_UNKNOWN
    with pytest.raises(InProgress):
        shop.give_back(order, (0, "10,00", "90,00"))


def test_one_line_is_given_back_in_part_and_the_seller_is_due_the_rest(shop: Shop) -> None:
    order = shop.an_order("100,00", "50,00")

    (intent,) = shop.give_back(order, (0, "30,00", "70,00")).intents

    assert intent.state is IntentState.DONE
    assert settled(intent).confirmation is Confirmation.NOT_OFFERED
    assert intent.draft.verb is Verb.VOID
    assert shop.book.returned(order.siparis_id) == lira("30,00")
    standing = shop.view(order).standing
    assert standing.left(order.lines[0].guid, order.lines[0].amount) == lira("70,00")
    assert standing.payable_of(order.lines[0]) == lira("70,00")


def test_a_later_day_is_a_refund(shop: Shop) -> None:
    order = shop.an_order("100,00", ago=timedelta(days=3))

    (intent,) = shop.give_back(order, (0, "100,00", "0,00")).intents

    assert (intent.draft.verb, intent.state) == (Verb.REFUND, IntentState.DONE)


def test_several_lines_go_one_after_another_and_the_first_not_done_stops_the_rest(shop: Shop) -> None:
    order = shop.an_order("100,00", "50,00", "20,00")
    faults = shop.simulator.faults
    faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)

    executed = shop.give_back(order, (0, "100,00", "0,00"), (1, "50,00", "0,00"), (2, "20,00", "0,00"))

    assert [intent.state for intent in executed.intents] == [IntentState.OUTCOME_UNKNOWN]
    assert shop.book.requests_for(order.siparis_id) == 1


def test_all_lines_that_are_done_are_told_line_by_line(shop: Shop) -> None:
    order = shop.an_order("100,00", "50,00")

    executed = shop.give_back(order, (0, "100,00", "0,00"), (1, "50,00", "0,00"))

    assert [intent.state for intent in executed.intents] == [IntentState.DONE] * 2
    assert len({intent.draft.batch for intent in executed.intents}) == 1
    with pytest.raises(NotReversible):
        shop.give_back(order, (0, "1,00", "0,00"))


def test_everything_of_every_seller_goes_back_in_one_request_and_shuts_the_order(shop: Shop) -> None:
    order = shop.an_order("100,00", "50,00")

    (intent,) = shop.give_everything_back(order).intents

    assert intent.state is IntentState.DONE
    assert intent.draft.amount == lira("150,00")
    assert shop.book.returned(order.siparis_id) == lira("150,00")
    assert shop.book.requests_for(order.siparis_id) == 1
    with pytest.raises(NotReversible) as stopped:
        shop.give_everything_back(order)
    assert stopped.value.why is WhyNot.NOTHING_LEFT


def test_an_order_that_moved_since_it_was_seen_is_stopped_with_the_difference(shop: Shop) -> None:
    order = shop.an_order("100,00")
    plan = a_part(shop, order, "10,00", "10,00")
    shop.give_back(order, (0, "30,00", "30,00"))

    with pytest.raises(Changed) as stopped:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert {difference.what for difference in stopped.value.differences} == {What.LEFT, What.PAYABLE}
    assert shop.book.requests_for(order.siparis_id) == 1


def test_a_plan_pressed_twice_at_once_is_sent_once_though_both_looks_were_fine(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = shop.an_order("100,00")
    plan = a_part(shop, order, "30,00", "30,00")
    reach = Param.reach
    with monkeypatch.context() as between:

        def press_elsewhere(*asked: object) -> object:
            between.undo()
            shop.desk.reversals.execute(plan, operator="fatma")
            return reach(*asked)  # type: ignore[arg-type]  # as it was called

        between.setattr(Param, "reach", press_elsewhere)
        with pytest.raises(Changed) as stopped:
            shop.desk.reversals.execute(plan, operator="ayşe")

    assert [difference.what for difference in stopped.value.differences] == [What.REVERSAL]
    assert shop.book.requests_for(order.siparis_id) == 1
    assert shop.book.returned(order.siparis_id) == lira("30,00")


def test_a_refused_plan_is_good_for_no_second_press(shop: Shop) -> None:
    sale = shop.a_sale(ago=timedelta(days=2))
    plan = plan_void(shop.look(sale), shop.clock.now())
    shop.look_a_minute_later(*shop.desk.reversals.execute(plan, operator="ayşe").intents)

    with pytest.raises(Changed) as stopped:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert [difference.what for difference in stopped.value.differences] == [What.REVERSAL]
    assert shop.book.requests_for(sale.reference) == 1


def test_whoever_presses_while_another_press_is_out_is_told_where_it_is(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = shop.an_order("100,00")
    plan = a_part(shop, order, "30,00", "30,00")
    reach = Param.reach
    with monkeypatch.context() as between:

        def press_elsewhere(*asked: object) -> object:
            between.undo()
            shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
            shop.desk.reversals.execute(plan, operator="fatma")
            return reach(*asked)  # type: ignore[arg-type]  # as it was called

        between.setattr(Param, "reach", press_elsewhere)
        with pytest.raises(InProgress) as stopped:
            shop.desk.reversals.execute(plan, operator="ayşe")

    assert stopped.value.intent.draft.operator == "fatma"
    assert shop.book.requests_for(order.siparis_id) == 1


def test_an_order_with_an_open_intent_is_not_planned_again_but_pointed_to(shop: Shop) -> None:
    order = shop.an_order("100,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    (intent,) = shop.give_everything_back(order).intents

    with pytest.raises(InProgress) as stopped:
        shop.give_everything_back(order)

    assert stopped.value.intent.id == intent.id


def test_the_literal_payable_rule_asks_before_anything_is_sent(shop: Shop) -> None:
    order = shop.an_order("100,00")

    with pytest.raises(InvalidInput) as asked:
        shop.give_back(order, (0, "10,00", "90,00"), literal_rule_accepted=False)

    assert asked.value.problem is InputProblem.NOT_CONFIRMED
    assert shop.book.requests_for(order.siparis_id) == 0


def test_an_address_param_does_not_know_is_told_before_anything_is_written(shop: Shop) -> None:
    order = shop.an_order("100,00")
    shop.simulator.faults.next(Fault.HTTP_403, gateway=Gateway.PARAM, operation=Operation.ASK)

    with pytest.raises(Unreachable):
        shop.give_back(order, (0, "10,00", "10,00"))

    assert shop.desk.lookup.reversals() == []


def test_an_outcome_that_cannot_be_written_down_locks_everything_until_it_is(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale, other = shop.a_sale(), shop.a_sale("10,00")
    full = LedgerUnavailable(shop.folder, LedgerFault.DISK_FULL)
    with monkeypatch.context() as disk:

        def refuse(*_: object) -> Intent:
            raise full

        disk.setattr(Journal, "settle", refuse)
        executed = shop.void(sale)
        assert executed.not_recorded is not None
        assert [intent.state for intent in executed.intents] == [IntentState.DONE]
        assert [owed.settlement.state for owed in shop.desk.reversals.owed()] == [IntentState.DONE]
        with pytest.raises(LedgerUnavailable):
            shop.void(other)
        assert shop.book.requests_for(other.reference) == 0

    (done,) = shop.void(other).intents
    assert done.state is IntentState.DONE
    assert [i.state for i in shop.desk.lookup.reversals()] == [IntentState.DONE] * 2
    assert shop.book.requests_for(sale.reference) == 1


def test_a_crash_after_the_first_byte_is_unknown_at_the_next_start(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = shop.a_sale()
    with monkeypatch.context() as crash:

        def die(*_: object) -> Intent:
            raise SystemExit

        crash.setattr(Journal, "settle", die)
        with pytest.raises(SystemExit):
            shop.void(sale)
    shop.restart()

    (intent,) = shop.desk.lookup.reversals()
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    assert settled(intent).by is SettledBy.RESTART
    assert shop.desk.resolver.look(intent.id).state is IntentState.DONE


def test_the_preview_is_what_is_sent_and_holds_no_secret(shop: Shop) -> None:
    order = shop.an_order("100,00", "50,00")
    plan = plan_return(shop.view(order), Everything.ALL_SELLERS, shop.clock.now())

    (shown,) = shop.desk.reversals.preview(plan)

    assert "<" in shown
    assert "0.00" in shown
    assert order.lines[0].guid in shown
    assert PARAM.guid not in shown
    assert plan.steps[0].request.payable == ZERO  # type: ignore[union-attr]  # a return's, not a void's


@pytest.mark.parametrize(
    ("bank", "first", "code", "then"),
    [(time(9), Verb.VOID, "-213", Verb.REFUND), (time(15), Verb.REFUND, "-214", Verb.VOID)],
)
def test_what_param_says_of_its_own_day_is_offered_as_a_new_confirmation(
    shop: Shop, bank: time, first: Verb, code: str, then: Verb
) -> None:
    """The bank closes its day at another hour than the account has been told."""
    sold_yesterday = first is Verb.REFUND
    shop.book.habits.days = BusinessDays(bank)
    order = shop.an_order("100,00", ago=timedelta(hours=20) if sold_yesterday else timedelta(hours=4))
    (refused,) = shop.give_back(order, (0, "10,00", "10,00")).intents
    assert (refused.draft.verb, settled(refused).code) == (first, code)

    plan = a_part(shop, order, "10,00", "10,00")
    (done,) = shop.desk.reversals.execute(plan, operator="ayşe").intents

    assert plan.now.verb is then
    assert (done.draft.verb, done.state) == (then, IntentState.DONE)
    assert shop.book.requests_for(order.siparis_id) == 2


def test_what_param_said_yesterday_no_longer_counts_today(shop: Shop) -> None:
    shop.book.habits.days = BusinessDays(time(9))
    order = shop.an_order("100,00", ago=timedelta(hours=4))
    shop.give_back(order, (0, "10,00", "10,00"))
    asked_for = a_part(shop, order, "10,00", "10,00").now
    shop.clock.advance(timedelta(days=1))

    plan = a_part(shop, order, "10,00", "10,00")

    assert (asked_for.verb, asked_for.late) == (Verb.REFUND, False)
    assert (plan.now.verb, plan.now.late) == (Verb.REFUND, True)
