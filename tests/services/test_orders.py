"""Orders typed by hand are checked line by line, and stay as they were once money was asked back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from services.domain.account import Account
from services.domain.errors import InputProblem, InvalidInput
from services.domain.money import ZERO, Money
from services.domain.order import Order
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.orders import Orders
from services.orders import OrderDesk
from tests.builders import (
    GUIDS,
    AnOwnerSits,
    SetClock,
    a_line,
    a_param_account,
    an_esnekpos_account,
    an_order,
    istanbul,
    lira,
)
from tests.shop import Shop


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database.open(tmp_path / "ledger")
    yield database
    database.close()


@pytest.fixture
def account(database: Database) -> Account:
    return Accounts(database).add(a_param_account(id=0))


@pytest.fixture
def orders(database: Database) -> OrderDesk:
    return OrderDesk(orders=Orders(database), clock=SetClock("21.11.2026 19:00"), guard=AnOwnerSits())


def problem_of(orders: OrderDesk, account: Account, order: Order) -> tuple[str, InputProblem]:
    with pytest.raises(InvalidInput) as raised:
        orders.save(account, order)
    return raised.value.field, raised.value.problem


def test_an_order_is_kept_as_it_was_typed(orders: OrderDesk, account: Account) -> None:
    saved = orders.save(account, an_order())
    assert saved.id
    assert saved.account_id == account.id
    assert orders.get(saved.id) == saved
    assert saved == replace(an_order(), id=saved.id, account_id=account.id)


def test_what_is_written_another_way_is_kept_one_way(orders: OrderDesk, account: Account) -> None:
    line = replace(a_line(), guid=f" {GUIDS[0].lower()} ", seller=" Mağaza İğde ")
    saved = orders.save(account, an_order(line, siparis_id=" SP-1 "))
    assert saved.siparis_id == "SP-1"
    assert saved.lines == (replace(line, guid=GUIDS[0], seller="Mağaza İğde"),)


@pytest.mark.parametrize(
    ("order", "field", "problem"),
    [
        (an_order(siparis_id=" "), "siparis_id", InputProblem.EMPTY),
        (an_order(siparis_id="sipariş\x0154"), "siparis_id", InputProblem.NOT_PRINTABLE),
        (an_order(siparis_id="siparis\t54"), "siparis_id", InputProblem.NOT_PRINTABLE),
        (an_order(sold_at="21.11.2026 19:01"), "sold_at", InputProblem.IN_THE_FUTURE),
        (replace(an_order(), lines=()), "lines", InputProblem.NO_LINES),
        (an_order(replace(a_line(), guid=" ")), "guid:0", InputProblem.EMPTY),
        (an_order(replace(a_line(), guid=GUIDS[0][:-1])), "guid:0", InputProblem.NOT_A_GUID),
        (an_order(replace(a_line(), guid=GUIDS[0][:-1] + "G")), "guid:0", InputProblem.NOT_A_GUID),
        (an_order(replace(a_line(), guid=GUIDS[0].replace("-", ""))), "guid:0", InputProblem.NOT_A_GUID),
        (an_order(replace(a_line(), guid=GUIDS[0][:-1] + "١")), "guid:0", InputProblem.NOT_A_GUID),
        (
            an_order(a_line(0), replace(a_line(1), guid=GUIDS[0].lower())),
            "guid:1",
            InputProblem.ALREADY_THERE,
        ),
        (an_order(a_line(0), replace(a_line(1), seller=" ")), "seller:1", InputProblem.EMPTY),
        (an_order(a_line(0), replace(a_line(1), amount=ZERO)), "amount:1", InputProblem.NOT_POSITIVE),
        (an_order(replace(a_line(), amount=Money(-1))), "amount:0", InputProblem.NOT_POSITIVE),
        (an_order(replace(a_line(), payable=Money(-1))), "payable:0", InputProblem.NOT_POSITIVE),
        (an_order(a_line(0, "100,00", "100,01")), "payable:0", InputProblem.PAYABLE_OVER_PRODUCT),
    ],
)
def test_what_cannot_be_so_is_refused_by_its_field(
    orders: OrderDesk, account: Account, order: Order, field: str, problem: InputProblem
) -> None:
    assert problem_of(orders, account, order) == (field, problem)


def test_a_payable_over_the_product_names_the_product(orders: OrderDesk, account: Account) -> None:
    with pytest.raises(InvalidInput) as raised:
        orders.save(account, an_order(a_line(0, "100,00", "100,01")))
    assert raised.value.limit == lira("100,00")


@pytest.mark.parametrize("payable", ["0,00", "100,00"])
def test_a_seller_may_be_due_nothing_or_all(orders: OrderDesk, account: Account, payable: str) -> None:
    assert orders.save(account, an_order(a_line(0, "100,00", payable))).lines[0].payable == lira(payable)


def test_it_may_have_been_sold_this_very_minute(orders: OrderDesk, account: Account) -> None:
    saved = orders.save(account, an_order(sold_at="21.11.2026 19:00"))
    assert saved.sold_at == istanbul("21.11.2026 19:00")


def test_an_order_is_there_once(orders: OrderDesk, account: Account) -> None:
    orders.save(account, an_order())
    assert problem_of(orders, account, an_order(a_line(5))) == ("siparis_id", InputProblem.ALREADY_THERE)


def test_only_param_takes_orders_by_hand(orders: OrderDesk) -> None:
    assert problem_of(orders, an_esnekpos_account(), an_order())[0] == "account"


def test_an_order_can_be_edited_and_removed(orders: OrderDesk, account: Account) -> None:
    saved = orders.save(account, an_order())
    edited = orders.save(account, replace(saved, lines=(a_line(3, "1,00", "1,00"),)))
    assert orders.get(saved.id) == edited
    orders.remove(saved.id)
    with pytest.raises(KeyError):
        orders.get(saved.id)


def test_an_order_stays_once_money_was_asked_back(shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "50,00/45,00", ago=timedelta(days=2))
    shop.give_back(order, (0, "10,00", "80,00"))
    for attempt in (
        lambda: shop.desk.orders.save(shop.param, replace(order, lines=order.lines[:1])),
        lambda: shop.desk.orders.remove(order.id),
    ):
        with pytest.raises(InvalidInput) as raised:
            attempt()
        assert raised.value.problem is InputProblem.LOCKED_BY_INTENT
    assert shop.desk.orders.get(order.id) == order


@pytest.mark.parametrize("sign", ["\ufe0f", "\u3164", "\u200b"])
def test_an_order_number_holds_nothing_that_cannot_be_seen(
    orders: OrderDesk, account: Account, sign: str
) -> None:
    order = replace(an_order(), siparis_id=f"SP-1{sign}")
    assert problem_of(orders, account, order) == ("siparis_id", InputProblem.NOT_PRINTABLE)
