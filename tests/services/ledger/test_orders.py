from __future__ import annotations

from dataclasses import replace

import pytest

from services.domain.account import Account
from services.domain.errors import InputProblem, InvalidInput, LedgerUnavailable
from services.domain.money import Money
from services.domain.reversal import IntentState
from services.ledger.journal import Journal
from services.ledger.orders import Orders
from tests.services.ledger.making import HAT, NOON, SHOE, a_return, after, an_order, ended


def test_an_order_comes_back_as_it_was_entered(orders: Orders, param: Account) -> None:
    kept = orders.save(an_order(param))

    assert kept.id
    assert orders.get(kept.id) == kept
    assert orders.of(param.id, "S-1") == kept
    assert orders.of(param.id, "S-2") is None


def test_a_guid_is_kept_in_upper_case(orders: Orders, param: Account) -> None:
    entered = an_order(param)
    lower = replace(entered, lines=tuple(replace(line, guid=line.guid.lower()) for line in entered.lines))

    assert [line.guid for line in orders.save(lower).lines] == [SHOE, HAT]


def test_a_guid_is_there_once_in_an_order_however_it_is_written(orders: Orders, param: Account) -> None:
    shoe, hat = an_order(param).lines

    with pytest.raises(InvalidInput) as refused:
        orders.save(replace(an_order(param), lines=(shoe, replace(hat, guid=SHOE.lower()))))

    assert (refused.value.field, refused.value.problem) == ("lines", InputProblem.ALREADY_THERE)


def test_an_order_has_lines(orders: Orders, param: Account) -> None:
    with pytest.raises(InvalidInput) as refused:
        orders.save(replace(an_order(param), lines=()))

    assert refused.value.problem is InputProblem.NO_LINES


def test_a_number_is_there_once_in_an_account(orders: Orders, param: Account) -> None:
    orders.save(an_order(param))
    other = orders.save(an_order(param, siparis_id="S-2"))

    for twice in (an_order(param), replace(other, siparis_id="S-1")):
        with pytest.raises(InvalidInput) as refused:
            orders.save(twice)
        assert (refused.value.field, refused.value.problem) == ("siparis_id", InputProblem.ALREADY_THERE)
    assert orders.get(other.id) == other


def test_an_order_of_no_account_is_not_called_a_double_one(orders: Orders, param: Account) -> None:
    with pytest.raises(LedgerUnavailable):
        orders.save(replace(an_order(param), account_id=77))


def test_an_edit_replaces_the_lines(orders: Orders, param: Account) -> None:
    kept = orders.save(an_order(param))
    edited = replace(kept, sold_at=after(5), lines=(replace(kept.lines[1], amount=Money(700)),))

    assert orders.save(edited) == edited
    assert orders.get(kept.id) == edited
    assert orders.search("ayakkabı") == []


def test_an_order_is_locked_by_its_first_intent_even_by_one_that_was_never_sent(
    orders: Orders, journal: Journal, param: Account
) -> None:
    kept = orders.save(an_order(param))
    free = orders.save(an_order(param, siparis_id="S-2"))
    armed = journal.arm(a_return(param, Money(100)), at=NOON)
    journal.settle(armed.id, ended(IntentState.NOT_SENT))

    def edit() -> None:
        orders.save(replace(kept, sold_at=after(1)))

    def rename() -> None:
        orders.save(replace(kept, siparis_id="S-3"))

    def take_its_name() -> None:
        orders.save(replace(free, siparis_id="S-1"))

    def remove() -> None:
        orders.remove(kept.id)

    for act in (edit, rename, take_its_name, remove):
        with pytest.raises(InvalidInput) as refused:
            act()
        assert refused.value.problem is InputProblem.LOCKED_BY_INTENT
    assert orders.get(kept.id) == kept


def test_a_removed_order_is_gone(orders: Orders, param: Account) -> None:
    kept = orders.save(an_order(param))

    orders.remove(kept.id)

    assert orders.search("") == []
    with pytest.raises(KeyError):
        orders.get(kept.id)
    with pytest.raises(KeyError):
        orders.save(kept)


@pytest.mark.parametrize("text", ["s-1", "IŞIK", "işik", "ışık a", SHOE[:8].lower(), " S-1 "])
def test_an_order_is_found_by_number_guid_and_seller(orders: Orders, param: Account, text: str) -> None:
    kept = orders.save(an_order(param))

    assert orders.search(text) == [kept]


@pytest.mark.parametrize("text", ["%", "_", "S-10"])
def test_a_text_is_searched_for_as_it_is(orders: Orders, param: Account, text: str) -> None:
    orders.save(an_order(param))

    assert orders.search(text) == []


def test_the_newest_orders_come_first(orders: Orders, param: Account) -> None:
    kept = [orders.save(an_order(param, siparis_id=f"S-{n}")) for n in range(4)]

    assert orders.search("", limit=3) == kept[:0:-1]


@pytest.mark.parametrize("spelling", [SHOE, SHOE.lower(), f"{{{SHOE}}}", f"\u200b{SHOE}"])
def test_a_line_stands_in_one_order_which_is_named(orders: Orders, param: Account, spelling: str) -> None:
    orders.save(an_order(param))
    other = an_order(param, siparis_id="S-2")
    other = replace(other, lines=(other.lines[0], replace(other.lines[1], guid=spelling)))

    with pytest.raises(InvalidInput) as refused:
        orders.save(other)

    problem = refused.value
    assert (problem.field, problem.problem, problem.other) == ("guid:1", InputProblem.IN_ANOTHER_ORDER, "S-1")
    assert orders.of(param.id, "S-2") is None


def test_a_number_with_what_cannot_be_seen_in_it_is_the_same_number(orders: Orders, param: Account) -> None:
    orders.save(an_order(param))

    with pytest.raises(InvalidInput) as refused:
        orders.save(an_order(param, siparis_id="S\u00ad-1"))
    assert (refused.value.field, refused.value.problem) == ("siparis_id", InputProblem.ALREADY_THERE)
