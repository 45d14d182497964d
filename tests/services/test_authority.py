"""Which rights a plan takes, as it was confirmed; `test_rights` holds the use cases to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from services.authority import Permission, rights_for
from services.domain.errors import VerbNow
from services.domain.money import ZERO
from services.domain.operator import Operator, Right, Role
from services.domain.order import Order
from services.domain.reversal import Everything, Verb
from services.plans import LineReturn, ReturnPlan, plan_return, plan_void
from tests.shop import Shop, lira

EARLIER = timedelta(days=3)
ALONE = Operator(id=0, name="Ayşe", role=Role.OWNER)


def a_return(shop: Shop, order: Order, *amounts: str) -> ReturnPlan:
    lines = zip(order.lines, amounts, strict=False)
    parts = tuple(LineReturn(line=line.guid, amount=lira(amount), payable=ZERO) for line, amount in lines)
    return plan_return(shop.view(order), parts, shop.clock.now())


def test_a_void_of_another_day_takes_more_than_one_of_today(shop: Shop) -> None:
    today = plan_void(shop.look(shop.a_sale()), shop.clock.now())
    earlier = plan_void(shop.look(shop.a_sale("70,00", ago=EARLIER)), shop.clock.now())

    assert rights_for(today) == {Right.VOID_TODAY}
    assert rights_for(earlier) == {Right.VOID_LATE}


def test_a_void_of_a_day_that_nobody_can_tell_is_one_of_another_day(shop: Shop) -> None:
    today = plan_void(shop.look(shop.a_sale()), shop.clock.now())

    assert rights_for(replace(today, now=None)) == {Right.VOID_LATE}


def test_a_void_of_a_day_that_only_a_person_says_is_one_of_another_day(shop: Shop) -> None:
    """Its movement is of today, its PAYMENT_DATE of yesterday."""
    sale = shop.a_sale()
    assert sale.paid_at is not None
    sale = shop.book.add(replace(sale, reference="iki-gün", paid_at=sale.paid_at - timedelta(days=1)))
    plan = plan_void(shop.look(sale), shop.clock.now())
    today = shop.esnekpos.days.day_of(shop.clock.now())

    said = replace(plan, sale_day=today, now=VerbNow(Verb.VOID, late=False))

    assert plan.sale_day is None
    assert rights_for(said) == {Right.VOID_LATE}


def test_a_return_takes_what_each_of_its_lines_takes(shop: Shop) -> None:
    old = shop.an_order("100,00", "50,00", name="old", ago=EARLIER)
    today = shop.an_order("100,00", name="today")

    assert rights_for(a_return(shop, old, "10,00")) == {Right.REFUND_PART}
    assert rights_for(a_return(shop, old, "100,00")) == {Right.REFUND_WHOLE}
    assert rights_for(a_return(shop, old, "99,99", "50,00")) == {Right.REFUND_PART, Right.REFUND_WHOLE}
    assert rights_for(a_return(shop, today, "10,00")) == {Right.VOID_TODAY}
    everything = plan_return(shop.view(old), Everything.ALL_SELLERS, shop.clock.now())
    assert rights_for(everything) == {Right.ALL_SELLERS}


def test_the_rest_of_a_line_is_the_whole_of_what_is_left(shop: Shop) -> None:
    order = shop.an_order("100,00", ago=EARLIER)
    shop.give_back(order, (0, "40,00", "0,00"))

    assert rights_for(a_return(shop, order, "60,00")) == {Right.REFUND_WHOLE}
    assert rights_for(a_return(shop, order, "59,99")) == {Right.REFUND_PART}


def test_what_a_permission_takes_is_told_in_one_order(shop: Shop) -> None:
    order = shop.an_order("100,00", "50,00", ago=EARLIER)
    plan = a_return(shop, order, "100,00", "10,00")
    permission = Permission(plan, alone=ALONE, batch="b")

    assert permission.rights == [Right.REFUND_PART, Right.REFUND_WHOLE]
    assert permission.wish.amount == lira("110,00")
    assert permission.wish.batch == "b"
