"""A wish left for approval: it moves nothing, and is sent only by who may, with somebody else's yes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from services.domain.audit import Act
from services.domain.errors import Denied, InProgress, InputProblem, InvalidInput, NotAllowed, VerbChanged
from services.domain.operator import APPROVAL_LASTS
from services.domain.petition import Petition, PetitionState
from services.domain.reversal import Everything, IntentState
from services.petitions import NextStep, Waiting
from services.plans import LineReturn, VoidPlan, plan_return, plan_void
from services.simulator.entries import Sale
from services.simulator.faults import Fault, Operation
from tests.services.staff import CASHIER, MANAGER, OWNER, PINS, limit, sit, staffed
from tests.shop import Shop, lira


@pytest.fixture
def sale(shop: Shop) -> Sale:
    """A sale of 250,00 and a cashier at the desk who may void up to 100,00."""
    staffed(shop, sits=OWNER)
    limit(shop, CASHIER, once="100,00")
    sale = shop.a_sale()
    sit(shop, CASHIER)
    return sale


def a_void(shop: Shop, sale: Sale) -> VoidPlan:
    return replace(plan_void(shop.look(sale), shop.clock.now()), reason="müşteri vazgeçti")


def leave(shop: Shop, sale: Sale) -> Petition:
    return shop.desk.petitions.leave(a_void(shop, sale))


def the_one(shop: Shop) -> Waiting:
    (waiting,) = shop.desk.petitions.waiting()
    return waiting


def why_not(excinfo: pytest.ExceptionInfo[NotAllowed]) -> Denied:
    return excinfo.value.why


def test_leaving_it_moves_nothing_and_locks_nothing(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)

    assert shop.book.requests_for(sale.reference) == 0
    assert shop.desk.lookup.reversals() == []
    assert the_one(shop).petition == left
    assert (left.amount, left.reason, left.asker_name) == (sale.amount, "müşteri vazgeçti", CASHIER)
    sit(shop, MANAGER)
    assert shop.void(sale).intents[0].state is IntentState.DONE


def test_an_approved_one_is_sent_by_who_asked(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    assert the_one(shop).step is NextStep.WAIT
    sit(shop, MANAGER)
    assert the_one(shop).step is NextStep.APPROVE
    shop.desk.petitions.approve(left.id, PINS[MANAGER])
    assert the_one(shop).step is NextStep.WAIT, "who approved does not send it"
    sit(shop, CASHIER)
    waiting = the_one(shop)
    assert waiting.step is NextStep.SEND
    assert waiting.plan is not None
    assert waiting.petition.approval is not None

    done = shop.desk.reversals.execute(
        waiting.plan, operator=shop.desk.operator, approval=waiting.petition.approval.id
    )

    assert done.intents[0].state is IntentState.DONE
    assert shop.book.requests_for(sale.reference) == 1
    assert shop.desk.petitions.waiting() == [], "its approval is used up: it was sent"


def test_the_yes_is_for_nothing_else(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    sit(shop, MANAGER)
    shop.desk.petitions.approve(left.id, PINS[MANAGER])
    sit(shop, CASHIER)
    approval = the_one(shop).petition.approval
    another = a_void(shop, shop.a_sale("300,00"))
    assert approval is not None

    with pytest.raises(NotAllowed) as refused:
        shop.desk.reversals.execute(another, operator=shop.desk.operator, approval=approval.id)

    assert why_not(refused) is Denied.OTHER_APPROVAL


def test_a_yes_runs_out_and_can_be_given_again(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    sit(shop, MANAGER)
    shop.desk.petitions.approve(left.id, PINS[MANAGER])
    shop.clock.advance(APPROVAL_LASTS + timedelta(seconds=1))
    assert the_one(shop).step is NextStep.APPROVE

    shop.desk.petitions.approve(left.id, PINS[MANAGER])

    sit(shop, CASHIER)
    assert the_one(shop).step is NextStep.SEND


def test_nobody_agrees_to_their_own(shop: Shop, sale: Sale) -> None:
    limit(shop, MANAGER, once="100,00")
    sit(shop, MANAGER)
    left = leave(shop, sale)
    assert the_one(shop).step is NextStep.WAIT

    with pytest.raises(NotAllowed) as approving:
        shop.desk.petitions.approve(left.id, PINS[MANAGER])
    with pytest.raises(NotAllowed) as declining:
        shop.desk.petitions.decline(left.id, "olmaz")

    assert why_not(approving) is why_not(declining) is Denied.OWN_APPROVAL


def test_a_cashier_agrees_to_nothing(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    shop.desk.operators.sign_out()
    sit(shop, CASHIER)

    with pytest.raises(NotAllowed) as refused:
        shop.desk.petitions.approve(left.id, PINS[CASHIER])

    assert why_not(refused) is Denied.RIGHT


def test_a_wrong_pin_agrees_to_nothing(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    sit(shop, MANAGER)

    with pytest.raises(NotAllowed) as refused:
        shop.desk.petitions.approve(left.id, PINS[OWNER])

    assert why_not(refused) is Denied.WRONG_PIN
    assert the_one(shop).petition.state is PetitionState.WAITING


def test_more_than_the_approver_may_is_not_theirs_to_approve(shop: Shop, sale: Sale) -> None:
    limit(shop, MANAGER, once="200,00")
    sit(shop, CASHIER)
    left = leave(shop, sale)
    sit(shop, MANAGER)

    with pytest.raises(NotAllowed) as refused:
        shop.desk.petitions.approve(left.id, PINS[MANAGER])

    assert why_not(refused) is Denied.OVER_REVERSAL_LIMIT


@pytest.mark.usefixtures("sale")
def test_what_the_role_does_not_allow_is_sent_by_somebody_who_may(shop: Shop) -> None:
    """An approval lifts a limit and never a right, so the manager sends it in their own name."""
    order = shop.an_order("100,00", ago=timedelta(days=3))
    part = LineReturn(line=order.lines[0].guid, amount=lira("40,00"), payable=lira("0,00"))
    plan = plan_return(shop.view(order), (part,), shop.clock.now(), reason="iade")
    with pytest.raises(NotAllowed):
        shop.desk.reversals.execute(plan, operator=shop.desk.operator)
    left = shop.desk.petitions.leave(plan)

    sit(shop, MANAGER)
    waiting = the_one(shop)
    assert waiting.step is NextStep.SEND_ALONE
    assert waiting.plan == plan
    done = shop.desk.reversals.execute(waiting.plan, operator=shop.desk.operator)
    shop.desk.petitions.close(left.id)

    assert done.intents[0].draft.operator == MANAGER
    assert shop.desk.petitions.waiting() == []


def test_a_declined_one_comes_back_to_its_asker_with_the_reason(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    sit(shop, MANAGER)
    shop.desk.petitions.decline(left.id, "fiş yok")
    assert shop.desk.petitions.waiting() == []

    sit(shop, CASHIER)
    waiting = the_one(shop)
    assert (waiting.petition.said, waiting.petition.decided_by) == ("fiş yok", MANAGER)
    assert waiting.step is NextStep.DROP
    shop.desk.petitions.drop(left.id)

    assert shop.desk.petitions.waiting() == []


def test_a_world_that_moved_makes_it_stale(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    sit(shop, MANAGER)
    shop.void(sale)

    waiting = the_one(shop)

    assert waiting.plan is None
    assert waiting.obstacle is not None
    assert waiting.step is NextStep.DROP
    shop.desk.petitions.drop(left.id)
    assert shop.desk.petitions.waiting() == []


def test_a_day_that_ended_makes_it_stale(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    shop.clock.advance(timedelta(days=1))
    sit(shop, MANAGER)

    assert isinstance(the_one(shop).obstacle, VerbChanged)
    with pytest.raises(VerbChanged):
        shop.desk.petitions.approve(left.id, PINS[MANAGER])


@pytest.mark.usefixtures("sale")
def test_an_order_that_was_edited_makes_it_stale(shop: Shop) -> None:
    order = shop.an_order("300,00", "50,00")
    plan = plan_return(shop.view(order), Everything.ALL_SELLERS, shop.clock.now(), reason="iade")
    shop.desk.petitions.leave(plan)
    assert the_one(shop).plan == plan

    changed = replace(order.lines[0], payable=lira("1,00"))
    shop.desk.orders.save(shop.param, replace(order, lines=(changed, order.lines[1])))

    assert the_one(shop).plan is None


@pytest.mark.usefixtures("sale")
def test_what_is_under_way_is_said(shop: Shop) -> None:
    order = shop.an_order("50,00", ago=timedelta(days=2))
    part = LineReturn(line=order.lines[0].guid, amount=lira("10,00"), payable=lira("0,00"))
    plan = plan_return(shop.view(order), (part,), shop.clock.now(), reason="iade")
    shop.desk.petitions.leave(plan)
    sit(shop, MANAGER)
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    shop.desk.reversals.execute(plan, operator=shop.desk.operator)

    assert isinstance(the_one(shop).obstacle, InProgress)


def test_one_order_waits_once(shop: Shop, sale: Sale) -> None:
    leave(shop, sale)

    with pytest.raises(InvalidInput) as again:
        leave(shop, sale)

    assert again.value.problem is InputProblem.ALREADY_THERE


def test_after_it_was_sent_another_can_be_left(shop: Shop, sale: Sale) -> None:
    """Also where the program ended before it could say that it was sent."""
    left = leave(shop, sale)
    sit(shop, MANAGER)
    shop.desk.petitions.approve(left.id, PINS[MANAGER])
    sit(shop, CASHIER)
    approval = the_one(shop).petition.approval
    assert approval is not None
    shop.simulator.faults.next(Fault.CANCEL_ERROR, operation=Operation.MOVE)
    (intent,) = shop.desk.reversals.execute(
        a_void(shop, sale), operator=shop.desk.operator, approval=approval.id
    ).intents
    assert shop.look_a_minute_later(intent).state is IntentState.REFUSED

    again = leave(shop, sale)

    assert [one.petition.id for one in shop.desk.petitions.waiting()] == [again.id]


def test_who_asked_and_who_answered_is_written_down(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    sit(shop, MANAGER)
    shop.desk.petitions.approve(left.id, PINS[MANAGER])
    shop.desk.petitions.decline(left.id, "fiş yok")
    sit(shop, OWNER)

    told = [
        (entry.who, entry.act)
        for _, entry in shop.desk.audit.entries()
        if sale.reference in entry.subject and entry.act in {Act.PETITION, Act.APPROVAL}
    ]

    assert told[0] == (MANAGER, Act.PETITION)
    assert told[-1] == (CASHIER, Act.PETITION)
    assert (MANAGER, Act.APPROVAL) in told


def test_an_answer_is_given_once(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    shop.desk.petitions.drop(left.id)
    sit(shop, MANAGER)

    with pytest.raises(InvalidInput):
        shop.desk.petitions.decline(left.id, "geç")
    with pytest.raises(InvalidInput):
        shop.desk.petitions.approve(left.id, PINS[MANAGER])


def test_what_was_never_sent_is_called_sent_by_nobody(shop: Shop, sale: Sale) -> None:
    sit(shop, MANAGER)
    left = leave(shop, sale)
    sit(shop, CASHIER)

    with pytest.raises(NotAllowed):
        shop.desk.petitions.close(left.id)

    sit(shop, MANAGER)
    assert [one.petition.id for one in shop.desk.petitions.waiting()] == [left.id]
    assert shop.desk.petitions.close(left.id).state is PetitionState.DROPPED


def test_where_nobody_signs_in_there_is_nobody_to_ask(shop: Shop) -> None:
    with pytest.raises(NotAllowed) as refused:
        leave(shop, shop.a_sale())

    assert why_not(refused) is Denied.NOBODY


def test_one_that_was_tampered_with_is_stale(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)

    assert left.is_genuine
    assert not replace(left, digest="0" * 64).is_genuine


def test_everything_is_no_wish_that_a_person_with_a_limit_can_agree_to(shop: Shop) -> None:
    staffed(shop, sits=OWNER)
    limit(shop, MANAGER, once="1000,00")
    order = shop.an_order("1,00")
    plan = plan_return(shop.view(order), Everything.ALL_SELLERS, shop.clock.now(), reason="iade")
    sit(shop, CASHIER)
    left = shop.desk.petitions.leave(plan)
    sit(shop, MANAGER)

    assert the_one(shop).step is NextStep.WAIT
    with pytest.raises(NotAllowed) as no:
        shop.desk.petitions.approve(left.id, PINS[MANAGER])
    assert why_not(no) is Denied.EVERYTHING_OVER_LIMIT
    sit(shop, OWNER)
    assert the_one(shop).step is NextStep.SEND_ALONE


def test_a_wish_whose_approval_no_longer_holds_says_so_and_is_approved_again(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    sit(shop, MANAGER)
    shop.desk.petitions.approve(left.id, PINS[MANAGER])
    limit(shop, MANAGER, once="300,00")
    sit(shop, CASHIER)
    waiting = the_one(shop)
    assert (waiting.fell, waiting.step) == (True, NextStep.WAIT)
    sit(shop, MANAGER)
    assert the_one(shop).step is NextStep.APPROVE

    shop.desk.petitions.approve(left.id, PINS[MANAGER])

    sit(shop, CASHIER)
    assert (the_one(shop).fell, the_one(shop).step) == (False, NextStep.SEND)


def test_a_wish_of_somebody_who_left_is_sent_in_nobodys_name_but_ones_own(shop: Shop, sale: Sale) -> None:
    left = leave(shop, sale)
    sit(shop, MANAGER)
    shop.desk.petitions.approve(left.id, PINS[MANAGER])
    assert not the_one(shop).asker_left
    sit(shop, OWNER)
    (cashier,) = [one for one in shop.desk.operators.all() if one.name == CASHIER]
    shop.desk.operators.change(replace(cashier, active=False))
    waiting = the_one(shop)

    assert (waiting.asker_left, waiting.step) == (True, NextStep.SEND_ALONE)
