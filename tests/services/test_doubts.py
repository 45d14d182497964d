"""What a person called not paid is doubted: by which answers, of what, and once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from services.domain.account import GatewayName
from services.domain.errors import InProgress, LedgerFault, LedgerUnavailable
from services.domain.order import Order
from services.domain.reversal import Intent, IntentState, SettledBy, Settlement
from services.domain.reversal import Testimony as Statement  # a class named Test... is taken for one
from services.ledger.journal import Journal
from services.settling import _contradicts
from services.simulator.faults import Fault, Operation
from tests.shop import Shop, lira

PAID, NOT_PAID = True, False


def press(shop: Shop, order: Order) -> Intent:
    """Ask for all of an order's one line."""
    (intent,) = shop.give_back(order, (0, "100,00", "0,00")).intents
    return intent


def a_mistake(shop: Shop) -> tuple[Order, Intent]:
    """Money that went back at Param, and that a person called not paid."""
    order = shop.an_order("100,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE, booked=True)
    unknown = press(shop, order)
    assert unknown.state is IntentState.OUTCOME_UNKNOWN
    return order, alone(shop, unknown, paid=NOT_PAID)


def alone(shop: Shop, intent: Intent, *, paid: bool) -> Intent:
    """Settle it as the one person of a shop without PINs."""
    me = shop.desk.operator
    said = Statement(person=me.name, reason="Panelde baktım.", reference="PNL-1", approver=None)
    return shop.desk.settling.by_person(intent.id, paid=paid, said=said, operator=me)


def settled(intent: Intent) -> Settlement:
    assert intent.settled is not None
    return intent.settled


def refused_with(intent: Intent, code: str) -> bool:
    return intent.state is IntentState.REFUSED and settled(intent).code == code


Keeps = Callable[[Intent], AbstractContextManager[None]]


@pytest.fixture
def closed(shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> Keeps:
    """Have the ledger take nothing more of one intent, as a full disk does; that is told in the log."""
    settle = Journal.settle

    @contextmanager
    def keep(intent: Intent) -> Iterator[None]:
        def refuse(journal: Journal, number: int, settlement: Settlement, **consent: object) -> Intent:
            if number == intent.id:
                raise LedgerUnavailable(shop.folder, LedgerFault.DISK_FULL)
            return settle(journal, number, settlement, **consent)  # type: ignore[arg-type]  # passed on

        with monkeypatch.context() as disk:
            disk.setattr(Journal, "settle", refuse)
            yield
        assert "stays closed" in caplog.text

    return keep


def test_what_a_person_called_not_paid_is_doubted_when_param_says_it_was(shop: Shop) -> None:
    order, mistaken = a_mistake(shop)

    executed = shop.give_back(order, (0, "100,00", "0,00"))

    (refused,) = executed.intents
    (doubted,) = executed.reopened
    assert (refused.state, settled(refused).code) == (IntentState.REFUSED, "-211")
    assert (doubted.id, doubted.state) == (mistaken.id, IntentState.OUTCOME_UNKNOWN)
    assert shop.desk.settling.evidence(doubted.id).contradicted_by == refused
    with pytest.raises(InProgress) as locked:
        shop.give_back(order, (0, "100,00", "0,00"))
    assert locked.value.intent == doubted
    assert shop.book.returned(order.siparis_id) == lira("100,00")


def test_nothing_but_a_later_answer_of_param_contradicts_a_persons_word(shop: Shop) -> None:
    order, mistaken = a_mistake(shop)
    (refused,) = shop.give_back(order, (0, "100,00", "0,00")).intents
    said = settled(refused)
    assert _contradicts(refused, mistaken)

    no_answer_yet = replace(refused, state=IntentState.OUTCOME_UNKNOWN)
    a_persons_own_word = replace(refused, settled=replace(said, by=SettledBy.PERSON))
    another_code = replace(refused, settled=replace(said, code="-100"))
    for other in (no_answer_yet, a_persons_own_word, another_code):
        assert not _contradicts(other, mistaken)

    by_the_gateway = replace(mistaken, settled=replace(settled(mistaken), by=SettledBy.ANSWER))
    called_paid = replace(mistaken, state=IntentState.DONE)
    said_afterwards = replace(mistaken, id=refused.id + 1)
    for earlier in (by_the_gateway, called_paid, said_afterwards):
        assert not _contradicts(refused, earlier)


@pytest.mark.parametrize("paid", [PAID, NOT_PAID])
def test_what_a_person_says_again_in_full_knowledge_stands(shop: Shop, paid: bool) -> None:  # noqa: FBT001  a table's column
    order, _ = a_mistake(shop)
    (doubted,) = shop.give_back(order, (0, "100,00", "0,00")).reopened

    settled_again = alone(shop, doubted, paid=paid)
    shop.restart()

    assert shop.desk.resolver.open_ends() == []
    assert settled_again in shop.desk.lookup.reversals()
    assert [event.state for event in shop.desk.settling.evidence(doubted.id).events] == [
        IntentState.ARMED,
        IntentState.SENT,
        IntentState.OUTCOME_UNKNOWN,
        IntentState.REFUSED,
        IntentState.OUTCOME_UNKNOWN,
        settled_again.state,
    ]


def test_what_is_doubted_again_is_what_the_person_said_and_not_what_param_answered(shop: Shop) -> None:
    order, mistaken = a_mistake(shop)
    (doubted,) = shop.give_back(order, (0, "100,00", "0,00")).reopened
    alone(shop, doubted, paid=NOT_PAID)

    (again,) = shop.give_back(order, (0, "100,00", "0,00")).reopened

    assert again.id == mistaken.id


def test_what_the_gateway_answered_stays_with_what_a_person_says_of_it(shop: Shop) -> None:
    order, _ = a_mistake(shop)
    (doubted,) = shop.give_back(order, (0, "100,00", "0,00")).reopened

    done = alone(shop, doubted, paid=PAID)

    assert settled(done).code == settled(doubted).code == "-211"
    assert settled(done).text == settled(doubted).text
    assert settled(done).evidence == settled(doubted).evidence == f"the answer to #{doubted.id + 1}"


def test_another_refusal_doubts_nobody(shop: Shop) -> None:
    order, mistaken = a_mistake(shop)
    shop.clock.advance(timedelta(days=1))
    shop.book.an_order(order.siparis_id, [], order.sold_at)  # Param has no such line: -210

    executed = shop.give_back(order, (0, "100,00", "0,00"))

    assert executed.reopened == ()
    assert mistaken in shop.desk.lookup.reversals()


def test_the_codes_are_params_and_say_nothing_at_another_gateway(shop: Shop) -> None:
    order, mistaken = a_mistake(shop)
    refused = press(shop, order)
    assert _contradicts(refused, mistaken)

    elsewhere = replace(refused.draft.order, gateway=GatewayName.ESNEKPOS)

    assert not _contradicts(replace(refused, draft=replace(refused.draft, order=elsewhere)), mistaken)


def test_a_start_tells_what_it_doubts_that_an_earlier_run_could_not(shop: Shop, closed: Keeps) -> None:
    order, mistaken = a_mistake(shop)
    with closed(mistaken):
        press(shop, order)

    (doubted,) = shop.desk.settling.doubt_all()

    assert (doubted.id, doubted.state) == (mistaken.id, IntentState.OUTCOME_UNKNOWN)
    assert shop.desk.resolver.open_ends() == [doubted]
    assert shop.desk.settling.doubt_all() == []


def test_two_answers_that_say_the_same_doubt_it_once(shop: Shop, closed: Keeps) -> None:
    order, mistaken = a_mistake(shop)
    with closed(mistaken):
        assert refused_with(press(shop, order), "-211")
        assert refused_with(press(shop, order), "-211")

    shop.restart()

    (doubted,) = shop.desk.resolver.open_ends()
    assert doubted.id == mistaken.id


def test_a_start_opens_no_second_one_of_an_order_that_is_open_already(shop: Shop, closed: Keeps) -> None:
    order, mistaken = a_mistake(shop)
    with closed(mistaken):
        press(shop, order)
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    unknown = press(shop, order)

    shop.restart()

    assert shop.desk.resolver.open_ends() == [unknown]
    assert mistaken in shop.desk.lookup.reversals()


def test_an_answer_contradicts_what_was_said_before_it_and_not_itself(shop: Shop) -> None:
    order, mistaken = a_mistake(shop)
    refused = press(shop, order)

    assert shop.desk.settling.evidence(mistaken.id).contradicted_by == refused
    assert shop.desk.settling.evidence(refused.id).contradicted_by is None


def test_what_came_of_the_order_afterwards_contradicts_nobody_who_said_not_paid(shop: Shop) -> None:
    order = shop.an_order("100,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE, booked=False)
    right = alone(shop, press(shop, order), paid=NOT_PAID)

    done = press(shop, order)

    assert done.state is IntentState.DONE
    evidence = shop.desk.settling.evidence(right.id)
    assert (evidence.others, evidence.contradicted_by) == ((done,), None)


def test_a_doubt_that_could_not_be_written_down_is_at_the_next_start(shop: Shop, closed: Keeps) -> None:
    order, mistaken = a_mistake(shop)
    with closed(mistaken):
        executed = shop.give_back(order, (0, "100,00", "0,00"))
    assert executed.reopened == ()

    shop.restart()

    (doubted,) = shop.desk.resolver.open_ends()
    assert doubted.id == mistaken.id
    shop.restart()
    assert shop.desk.resolver.open_ends() == [doubted]
