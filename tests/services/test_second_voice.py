"""The last word inside the transaction, whatever was asked before it: who speaks, who agreed, who presses."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from services.authority import Permission, SecondVoice
from services.domain.errors import Denied, NotAllowed
from services.domain.operator import NOBODY_SIGNS_IN, Approval, Operator, Right, Role
from services.domain.order import Order
from services.domain.reversal import (
    Draft,
    Everything,
    Intent,
    IntentState,
    ReturnRequest,
    SettledBy,
    Settlement,
)
from services.domain.reversal import Testimony as Statement  # a class named Test... is taken for one
from services.ledger.journal import Journal
from services.plans import LineReturn, ReturnPlan, plan_return
from services.simulator.faults import Fault, Operation
from tests.services.staff import CASHIER, MANAGER, OWNER, PINS, sit, staffed
from tests.shop import Shop, lira

ALONE = Operator(id=NOBODY_SIGNS_IN, name=OWNER, role=Role.OWNER)


def journal(shop: Shop) -> Journal:
    return shop.desk.settling._journal


@pytest.fixture
def unknown(shop: Shop) -> Intent:
    order = shop.an_order("100,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    (intent,) = shop.give_back(order, (0, "100,00", "0,00")).intents
    return intent


def words(person: str, approver: str | None) -> Statement:
    return Statement(person=person, reason="Panelde görünüyor.", reference="PNL-1", approver=approver)


def called_done(shop: Shop, said: Statement | None) -> Settlement:
    return Settlement(
        state=IntentState.DONE, by=SettledBy.PERSON, at=shop.clock.now(), evidence="", testimony=said
    )


def speak(
    shop: Shop, intent: Intent, said: Statement | None, who: Operator, approval: Approval | None = None
) -> None:
    """Ask as the transaction that settles asks; nothing is settled."""
    voice = SecondVoice(
        called_done(shop, said), operator=who, approval=None if approval is None else approval.id
    )
    with journal(shop)._database.writing() as connection:
        voice(connection, intent)


def denied(
    shop: Shop, intent: Intent, said: Statement, who: Operator, approval: Approval | None = None
) -> Denied:
    with pytest.raises(NotAllowed) as no:
        speak(shop, intent, said, who, approval)
    return no.value.why


# Who speaks


def test_a_statement_is_made_by_who_states_it(shop: Shop, unknown: Intent) -> None:
    for said in (None, words("somebody else", None)):
        with pytest.raises(ValueError, match="made by who states it"):
            speak(shop, unknown, said, ALONE)


def test_the_person_alone_speaks_as_the_owner_and_nobody_agrees(shop: Shop, unknown: Intent) -> None:
    speak(shop, unknown, words(OWNER, None), ALONE)

    with pytest.raises(ValueError, match="nobody can have agreed"):
        speak(shop, unknown, words(OWNER, MANAGER), ALONE)
    assert denied(shop, unknown, words(OWNER, None), replace(ALONE, role=Role.MANAGER)) is Denied.RIGHT


def test_whoever_is_not_in_the_ledger_is_nobody(shop: Shop, unknown: Intent) -> None:
    assert denied(shop, unknown, words("Deniz", None), replace(ALONE, id=99, name="Deniz")) is Denied.NOBODY


def test_where_people_sign_in_nobody_speaks_alone(shop: Shop, unknown: Intent) -> None:
    staffed(shop, sits=OWNER)

    assert denied(shop, unknown, words(OWNER, None), ALONE) is Denied.NOBODY
    assert denied(shop, unknown, words(OWNER, None), shop.desk.operator) is Denied.OTHER_APPROVAL


def test_a_cashier_lacks_the_right_whether_somebody_agreed_or_not(shop: Shop, unknown: Intent) -> None:
    staffed(shop)
    cashier = sit(shop, CASHIER)
    said = words(CASHIER, MANAGER)

    assert denied(shop, unknown, said, cashier) is Denied.RIGHT
    assert denied(shop, unknown, said, cashier, agreed(shop, unknown, said)) is Denied.RIGHT


# Who agreed


def agreed(shop: Shop, intent: Intent, said: Statement) -> Approval:
    assert said.approver is not None
    return shop.desk.operators.approve_statement(intent, IntentState.DONE, said, PINS[said.approver])


def test_a_yes_to_a_statement_is_used_up_by_it(shop: Shop, unknown: Intent) -> None:
    staffed(shop)
    owner, said = sit(shop, OWNER), words(OWNER, MANAGER)
    yes = agreed(shop, unknown, said)

    speak(shop, unknown, said, owner, yes)

    assert denied(shop, unknown, said, owner, yes) is Denied.USED_APPROVAL


def test_a_yes_is_of_whom_the_statement_names(shop: Shop, unknown: Intent) -> None:
    staffed(shop)
    owner = sit(shop, OWNER)
    yes = agreed(shop, unknown, words(OWNER, MANAGER))

    assert denied(shop, unknown, words(OWNER, CASHIER), owner, yes) is Denied.OTHER_APPROVAL


def test_who_agreed_must_still_be_somebody_who_may(shop: Shop, unknown: Intent) -> None:
    staffed(shop)
    owner, said = sit(shop, OWNER), words(OWNER, MANAGER)
    yes = agreed(shop, unknown, said)
    (manager,) = [one for one in shop.desk.operators.all() if one.name == MANAGER]
    shop.desk.operators.change(replace(manager, role=Role.CASHIER))

    assert denied(shop, unknown, said, owner, yes) is Denied.FALLEN_APPROVAL


def test_a_yes_to_a_statement_lasts_ten_minutes(shop: Shop, unknown: Intent) -> None:
    staffed(shop)
    owner, said = sit(shop, OWNER), words(OWNER, MANAGER)
    yes = agreed(shop, unknown, said)
    shop.clock.advance(timedelta(minutes=10, microseconds=1))

    assert denied(shop, unknown, said, owner, yes) is Denied.OLD_APPROVAL
    shop.clock.advance(-timedelta(microseconds=1))
    speak(shop, unknown, said, owner, yes)


# Who presses


def a_part(shop: Shop, order: Order) -> ReturnPlan:
    part = LineReturn(line=order.lines[0].guid, amount=lira("10,00"), payable=lira("10,00"))
    return plan_return(shop.view(order), (part,), shop.clock.now(), reason="iade")


@pytest.fixture
def armed(shop: Shop) -> tuple[ReturnPlan, Draft]:
    """A part of an order of today, and the draft that was armed for it by the person alone."""
    order = shop.an_order("100,00")
    plan = a_part(shop, order)
    (intent,) = shop.desk.reversals.execute(plan, operator=OWNER).intents
    return plan, replace(intent.draft, batch="b")


def pressed(shop: Shop, plan: ReturnPlan, draft: Draft, *, alone: Operator) -> None:
    """Ask as the transaction that arms asks; nothing is armed."""
    permission = Permission(plan, alone=alone, batch="b")
    with journal(shop)._database.writing() as connection:
        permission(connection, shop.view(plan.order).standing, draft, shop.clock.now())


@pytest.mark.parametrize(
    ("number", "alone"),
    [(99, ALONE), (NOBODY_SIGNS_IN, replace(ALONE, id=5))],
    ids=["unheard of", "signed in"],
)
def test_without_pins_only_the_one_who_is_alone_presses(
    shop: Shop, armed: tuple[ReturnPlan, Draft], number: int, alone: Operator
) -> None:
    plan, draft = armed
    pressed(shop, plan, draft, alone=ALONE)

    with pytest.raises(NotAllowed) as no:
        pressed(shop, plan, replace(draft, operator_id=number), alone=alone)

    assert no.value.why is Denied.NOBODY


def test_once_people_sign_in_nobody_presses_alone(shop: Shop, armed: tuple[ReturnPlan, Draft]) -> None:
    plan, draft = armed
    staffed(shop, sits=OWNER)

    with pytest.raises(NotAllowed) as no:
        pressed(shop, plan, draft, alone=ALONE)

    assert no.value.why is Denied.NOBODY


def test_the_right_is_asked_for_what_is_armed_and_not_for_what_was_planned(
    shop: Shop, armed: tuple[ReturnPlan, Draft]
) -> None:
    plan, draft = armed
    staffed(shop)
    cashier = sit(shop, CASHIER)
    draft = replace(draft, operator_id=cashier.id)
    pressed(shop, plan, draft, alone=ALONE)
    assert isinstance(draft.request, ReturnRequest)
    everything = replace(draft.request, amount=Everything.ALL_SELLERS, payable=lira("0"))

    with pytest.raises(NotAllowed) as no:
        pressed(shop, plan, replace(draft, request=everything), alone=ALONE)

    assert (no.value.why, no.value.right) == (Denied.RIGHT, Right.ALL_SELLERS.value)
