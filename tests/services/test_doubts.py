"""What a person called not paid is doubted: by which answers, of what, and once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest

from services.domain.account import GatewayName
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.domain.order import Order
from services.domain.reversal import Intent, IntentState, Settlement
from services.domain.reversal import Testimony as Statement  # a class named Test... is taken for one
from services.ledger.journal import Journal
from services.settling import _contradicts
from services.simulator.faults import Fault, Operation
from tests.shop import Shop


def press(shop: Shop, order: Order) -> Intent:
    """Ask for all of an order's one line."""
    (intent,) = shop.give_back(order, (0, "100,00", "0,00")).intents
    return intent


def a_mistake(shop: Shop, *, ago: timedelta = timedelta(hours=1)) -> tuple[Order, Intent]:
    """Money that went back at Param, and that a person called not paid."""
    order = shop.an_order("100,00", ago=ago)
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE, booked=True)
    unknown = press(shop, order)
    assert unknown.state is IntentState.OUTCOME_UNKNOWN
    return order, called_not_paid(shop, unknown)


def called_not_paid(shop: Shop, intent: Intent) -> Intent:
    me = shop.desk.operator
    said = Statement(person=me.name, reason="Panelde yok.", reference="PNL-1", approver=None)
    return shop.desk.settling.by_person(intent.id, paid=False, said=said, operator=me)


def refused_with(intent: Intent, code: str) -> bool:
    return intent.state is IntentState.REFUSED and intent.settled is not None and intent.settled.code == code


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


@pytest.mark.parametrize(("ago", "code"), [(timedelta(hours=1), "-211"), (timedelta(days=3), "-212")])
def test_already_cancelled_doubts_it_and_so_does_already_refunded(
    shop: Shop, ago: timedelta, code: str
) -> None:
    order, mistaken = a_mistake(shop, ago=ago)

    executed = shop.give_back(order, (0, "100,00", "0,00"))

    assert refused_with(executed.intents[0], code)
    assert [doubted.id for doubted in executed.reopened] == [mistaken.id]


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
    right = called_not_paid(shop, press(shop, order))

    done = press(shop, order)

    assert done.state is IntentState.DONE
    evidence = shop.desk.settling.evidence(right.id)
    assert (evidence.others, evidence.contradicted_by) == ((done,), None)
