"""What nobody can look up a person settles, from the evidence; and is doubted when Param says otherwise."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.domain.audit import Act
from services.domain.errors import (
    Changed,
    Denied,
    InProgress,
    InputProblem,
    InvalidInput,
    NotAllowed,
)
from services.domain.evidence import What
from services.domain.operator import Right, Role
from services.domain.order import Order
from services.domain.reversal import Confirmation, Intent, IntentState, SettledBy, Settlement
from services.domain.reversal import Testimony as Statement  # a class named Test... is taken for one
from services.domain.settings import Settings
from services.settling import LONGEST
from services.simulator.faults import Fault, Operation
from tests import canary
from tests.shop import Shop, lira

PINS = dict(zip(("Fatma", "Ayşe", "Can"), canary.PINS, strict=False))
PAID, NOT_PAID = True, False


def unknown(shop: Shop, order: Order, *, booked: bool) -> Intent:
    """Ask for all of an order's one line at Param; what it answers says nothing."""
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE, booked=booked)
    (intent,) = shop.give_back(order, (0, "100,00", "0,00")).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    return intent


def words(person: str, approver: str | None = None, *, reason: str = "Panelde görünüyor.") -> Statement:
    return Statement(person=person, reason=reason, reference="PNL-2026-77", approver=approver)


def alone(shop: Shop, intent: Intent, *, paid: bool) -> Intent:
    """Settle it as the one person of a shop without PINs."""
    me = shop.desk.operator
    return shop.desk.settling.by_person(intent.id, paid=paid, said=words(me.name), operator=me)


def staffed(shop: Shop, sits: str) -> None:
    """Let an owner, a manager and a cashier work here, and one of them sit down."""
    operators = shop.desk.operators
    for name, role in (("Fatma", Role.OWNER), ("Ayşe", Role.MANAGER), ("Can", Role.CASHIER)):
        operators.add(name, role, PINS[name])
    operators.change_settings(Settings(pins=True))
    operators.sign_in(sits, PINS[sits])


def settled(intent: Intent) -> Settlement:
    assert intent.settled is not None
    return intent.settled


def denials(shop: Shop) -> list[tuple[str, str]]:
    """Return who was denied what, as the owner reads it."""
    shop.desk.operators.sign_in("Fatma", PINS["Fatma"])
    return [(entry.who, entry.subject) for _, entry in shop.desk.audit.entries() if entry.act is Act.DENIED]


def test_the_owner_of_a_shop_without_pins_settles_it_alone(shop: Shop) -> None:
    order = shop.an_order("100,00")
    intent = unknown(shop, order, booked=True)

    done = alone(shop, intent, paid=PAID)

    assert (done.state, settled(done).by) == (IntentState.DONE, SettledBy.PERSON)
    assert settled(done).confirmation is Confirmation.NOT_OFFERED
    said = settled(done).testimony
    assert said is not None
    assert said.alone
    assert (said.reason, said.reference) == ("Panelde görünüyor.", "PNL-2026-77")
    shop.restart()
    assert shop.desk.lookup.reversals() == [done]
    assert shop.view(order).standing.given_back() == lira("100,00")
    assert shop.book.requests_for(order.siparis_id) == 1


def test_what_was_not_paid_frees_the_order(shop: Shop) -> None:
    order = shop.an_order("100,00")
    intent = unknown(shop, order, booked=False)
    with pytest.raises(InProgress):
        shop.give_back(order, (0, "100,00", "0,00"))

    refused = alone(shop, intent, paid=NOT_PAID)
    (again,) = shop.give_back(order, (0, "100,00", "0,00")).intents

    assert (refused.state, again.state) == (IntentState.REFUSED, IntentState.DONE)
    assert shop.book.returned(order.siparis_id) == lira("100,00")


@pytest.mark.parametrize(
    ("said", "field", "problem"),
    [
        (Statement(person="", reason=" ", reference="1", approver=None), "reason", InputProblem.EMPTY),
        (
            Statement(person="", reason="x", reference="\t", approver=None),
            "panel_reference",
            InputProblem.EMPTY,
        ),
        (
            Statement(person="", reason="x" * (LONGEST + 1), reference="1", approver=None),
            "reason",
            InputProblem.TOO_LONG,
        ),
    ],
)
def test_a_person_says_why_and_what_the_panel_calls_it(
    shop: Shop, said: Statement, field: str, problem: InputProblem
) -> None:
    intent = unknown(shop, shop.an_order("100,00"), booked=True)

    with pytest.raises(InvalidInput) as refused:
        shop.desk.settling.by_person(intent.id, paid=PAID, said=said, operator=shop.desk.operator)

    assert (refused.value.field, refused.value.problem) == (field, problem)
    assert shop.desk.resolver.open_ends() == [intent]


def test_a_reason_may_be_as_long_as_500_characters(shop: Shop) -> None:
    intent = unknown(shop, shop.an_order("100,00"), booked=True)
    me = shop.desk.operator

    with pytest.raises(InvalidInput) as refused:
        shop.desk.settling.by_person(intent.id, paid=PAID, said=words(me.name, reason="x" * 501), operator=me)
    done = shop.desk.settling.by_person(
        intent.id, paid=PAID, said=words(me.name, reason="x" * 500), operator=me
    )

    assert refused.value.limit == LONGEST == 500
    assert done.state is IntentState.DONE


def test_only_what_is_unknown_is_settled(shop: Shop) -> None:
    order = shop.an_order("100,00")
    (done,) = shop.give_back(order, (0, "100,00", "0,00")).intents

    with pytest.raises(Changed):
        alone(shop, done, paid=NOT_PAID)

    assert shop.desk.lookup.reversals() == [done]


def test_of_two_who_settle_it_at_once_the_second_is_told(shop: Shop) -> None:
    intent = unknown(shop, shop.an_order("100,00"), booked=True)
    alone(shop, intent, paid=PAID)

    with pytest.raises(Changed):
        alone(shop, intent, paid=NOT_PAID)


def test_with_pins_a_second_person_agrees_to_exactly_this(shop: Shop) -> None:
    intent = unknown(shop, shop.an_order("100,00"), booked=True)
    staffed(shop, "Ayşe")
    said = words("Ayşe", "Fatma")
    yes = shop.desk.operators.approve_statement(intent, IntentState.DONE, said, PINS["Fatma"])

    done = shop.desk.settling.by_person(
        intent.id, paid=PAID, said=said, operator=shop.desk.operator, approval=yes.id
    )

    assert settled(done).testimony == said


@pytest.mark.parametrize(
    ("paid", "said"),
    [
        (NOT_PAID, words("Ayşe", "Fatma")),
        (PAID, words("Ayşe", "Fatma", reason="Telefonda söylediler.")),
    ],
)
def test_an_agreement_to_something_else_is_none(shop: Shop, paid: bool, said: Statement) -> None:  # noqa: FBT001  a table's column
    intent = unknown(shop, shop.an_order("100,00"), booked=True)
    staffed(shop, "Ayşe")
    yes = shop.desk.operators.approve_statement(
        intent, IntentState.DONE, words("Ayşe", "Fatma"), PINS["Fatma"]
    )

    with pytest.raises(NotAllowed) as denied:
        shop.desk.settling.by_person(
            intent.id, paid=paid, said=said, operator=shop.desk.operator, approval=yes.id
        )

    assert denied.value.why is Denied.OTHER_APPROVAL
    assert shop.desk.resolver.open_ends() == [intent]


def test_with_pins_nobody_settles_it_alone_not_even_the_owner(shop: Shop) -> None:
    intent = unknown(shop, shop.an_order("100,00"), booked=True)
    staffed(shop, "Fatma")

    with pytest.raises(NotAllowed):
        shop.desk.settling.by_person(intent.id, paid=PAID, said=words("Fatma"), operator=shop.desk.operator)

    assert shop.desk.resolver.open_ends() == [intent]


def test_a_cashier_settles_nothing(shop: Shop) -> None:
    intent = unknown(shop, shop.an_order("100,00"), booked=True)
    staffed(shop, "Can")

    with pytest.raises(NotAllowed) as denied:
        shop.desk.settling.by_person(
            intent.id, paid=PAID, said=words("Can", "Fatma"), operator=shop.desk.operator
        )

    assert denied.value.why is Denied.RIGHT
    assert shop.desk.settling.evidence(intent.id).intent == intent  # though they may look at it
    assert denials(shop) == [("Can", Right.SETTLE_UNKNOWN.value)]


def test_what_nobody_agreed_to_is_written_down_as_denied_with_what_was_tried(shop: Shop) -> None:
    intent = unknown(shop, shop.an_order("100,00"), booked=True)
    staffed(shop, "Ayşe")

    with pytest.raises(NotAllowed):
        shop.desk.settling.by_person(
            intent.id, paid=PAID, said=words("Ayşe", "Fatma"), operator=shop.desk.operator
        )

    assert denials(shop) == [("Ayşe", f"#{intent.id} is done")]


def test_the_evidence_at_param_is_what_was_asked_and_every_answer(shop: Shop) -> None:
    order = shop.an_order("100,00", "50,00")
    (other,) = shop.give_back(order, (1, "20,00", "30,00")).intents
    intent = unknown(shop, order, booked=True)

    evidence = shop.desk.settling.evidence(intent.id)

    assert evidence.account == shop.param
    assert evidence.intent.draft.request == intent.draft.request
    assert [event.state for event in evidence.events] == [
        IntentState.ARMED,
        IntentState.SENT,
        IntentState.OUTCOME_UNKNOWN,
    ]
    assert "-207" in evidence.events[-1].evidence
    assert (evidence.order, evidence.others) == (order, (other,))
    assert (evidence.before, evidence.now, evidence.contradicted_by) == (None, None, None)


def test_the_evidence_at_esnekpos_has_both_trees_and_what_differs(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.look(sale)
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    for fault in (Fault.NOT_YET_VISIBLE, Fault.NOT_YET_VISIBLE, Fault.HTTP_500):
        shop.simulator.faults.next(fault, operation=Operation.ASK)
    (intent,) = shop.void(sale).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    shop.look(sale)

    evidence = shop.desk.settling.evidence(intent.id)

    assert evidence.before is not None
    assert evidence.now is not None
    assert len(evidence.now.payment.movements) == len(evidence.before.movements) + 1
    assert [difference.what for difference in evidence.differences] == [What.NEW_MOVEMENT]
    assert evidence.order is None


def test_at_esnekpos_a_persons_word_is_watched_on(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    (intent,) = shop.void(sale).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN

    done = alone(shop, intent, paid=PAID)

    assert (done.state, settled(done).confirmation) == (IntentState.DONE, Confirmation.PENDING)
    assert shop.desk.watcher.next_due(shop.clock.now()) is not None


@pytest.mark.parametrize(("ago", "code"), [(timedelta(hours=1), "-211"), (timedelta(days=3), "-212")])
def test_already_cancelled_doubts_what_was_called_not_paid_and_so_does_already_refunded(
    shop: Shop, ago: timedelta, code: str
) -> None:
    order = shop.an_order("100,00", ago=ago)
    mistaken = alone(shop, unknown(shop, order, booked=True), paid=NOT_PAID)

    executed = shop.give_back(order, (0, "100,00", "0,00"))

    assert [settled(intent).code for intent in executed.intents] == [code]
    assert [doubted.id for doubted in executed.reopened] == [mistaken.id]
