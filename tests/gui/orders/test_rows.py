"""How each seller stands: what went back, what is under way and what is left is what was sold."""

from __future__ import annotations

from datetime import timedelta

from gui.orders.rows import seller_rows, totals
from services.domain.money import ZERO
from services.simulator.faults import Fault
from tests.shop import Shop, lira


def test_nothing_went_back_of_a_new_order(shop: Shop) -> None:
    rows = seller_rows(shop.view(shop.an_order("100,00/90,00", "50,00/45,00")))
    assert [(row.returned, row.under_way, row.left, row.payable) for row in rows] == [
        (ZERO, ZERO, lira("100,00"), lira("90,00")),
        (ZERO, ZERO, lira("50,00"), lira("45,00")),
    ]


def test_a_part_went_back_of_one_seller(shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "50,00/45,00")
    shop.give_back(order, (0, "10,00", "80,00"))
    first, second = seller_rows(shop.view(order))
    assert (first.returned, first.left, first.payable) == (lira("10,00"), lira("90,00"), lira("80,00"))
    assert (second.returned, second.left, second.payable) == (ZERO, lira("50,00"), lira("45,00"))


def test_everything_went_back_of_all(shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "50,00/45,00", ago=timedelta(days=2))
    shop.give_everything_back(order)
    sums = totals(seller_rows(shop.view(order)))
    assert (sums.returned, sums.under_way, sums.left) == (lira("150,00"), ZERO, ZERO)


def test_what_ended_in_doubt_is_under_way(shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "50,00/45,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR)
    shop.give_back(order, (1, "20,00", "25,00"))
    first, second = seller_rows(shop.view(order))
    assert (first.under_way, first.left) == (ZERO, lira("100,00"))
    assert (second.returned, second.under_way, second.left) == (ZERO, lira("20,00"), lira("30,00"))
    assert second.payable == lira("45,00")


def test_everything_in_doubt_is_what_had_not_gone_back_before(shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "50,00/45,00")
    shop.give_back(order, (0, "10,00", "80,00"))
    shop.simulator.faults.next(Fault.SYSTEM_ERROR)
    shop.give_everything_back(order)
    rows = seller_rows(shop.view(order))
    assert [(row.returned, row.under_way, row.left) for row in rows] == [
        (lira("10,00"), lira("90,00"), ZERO),
        (ZERO, lira("50,00"), ZERO),
    ]
    assert all(row.returned + row.under_way + row.left == row.line.amount for row in rows)
