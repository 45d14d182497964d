"""The day of one computer: what can still be voided, what was given back, what has no certain end."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from services.domain.account import Environment
from services.domain.errors import Denied, NotAllowed
from services.domain.money import Money
from services.domain.operator import Role
from services.domain.settings import Settings
from services.simulator.faults import Fault, Operation
from services.today import Ended, Sum
from tests.shop import NOON, Shop, lira

MIDNIGHT = datetime(2026, 11, 20, 21, 0, tzinfo=UTC)
"""The next one in Istanbul, three hours ahead of UTC."""


def voidable(shop: Shop) -> list[str]:
    return [one.reference for one in shop.desk.today.read().voidable]


def test_a_sale_of_today_that_was_looked_at_can_be_voided_until_midnight(shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    assert voidable(shop) == []
    shop.look(sale)
    (one,) = shop.desk.today.read().voidable
    assert (one.reference, one.left, one.account) == (sale.reference, lira("250,00"), shop.esnekpos)
    assert (one.sold_at, one.until, one.order_id) == (NOON - timedelta(hours=1), MIDNIGHT, None)


def test_a_sale_of_yesterday_is_not_among_them(shop: Shop) -> None:
    shop.look(shop.a_sale(ago=timedelta(hours=13)))
    assert voidable(shop) == []


def test_at_midnight_nothing_of_the_day_is_left(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.look(sale)
    assert shop.desk.today.read().changes_at == MIDNIGHT
    shop.clock.move_to(MIDNIGHT - timedelta(seconds=1))
    assert voidable(shop) == [sale.reference]
    shop.clock.move_to(MIDNIGHT)
    assert voidable(shop) == []


def test_an_accounts_own_cutoff_ends_its_day(shop: Shop) -> None:
    shop.desk.accounts.change(replace(shop.esnekpos, cutoff=time(14, 0)), None)
    sale = shop.a_sale()
    shop.look(sale)
    work = shop.desk.today.read()
    assert work.changes_at == NOON + timedelta(hours=2)
    assert [one.until for one in work.voidable] == [NOON + timedelta(hours=2)]
    shop.clock.advance(timedelta(hours=2))
    assert voidable(shop) == []


def test_what_runs_out_first_stands_first_and_then_the_newest(shop: Shop) -> None:
    shop.desk.accounts.change(replace(shop.esnekpos, cutoff=time(14, 0)), None)
    early, late = shop.a_sale(ago=timedelta(hours=2)), shop.a_sale(ago=timedelta(hours=1))
    shop.look(early)
    shop.look(late)
    order = shop.an_order("100,00", ago=timedelta(minutes=5))
    assert voidable(shop) == [late.reference, early.reference, order.siparis_id]


def test_what_was_voided_is_no_more_to_be_voided_and_counts_as_done(shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    shop.void(sale)
    work = shop.desk.today.read()
    assert work.voidable == ()
    assert work.sum(Ended.DONE) == Sum(1, lira("250,00"))
    assert work.sum(Ended.UNKNOWN) == Sum(0, Money(0))
    assert [(intent.draft.order.reference, account) for intent, account in work.reversals] == [
        (sale.reference, shop.esnekpos)
    ]


def test_a_lost_answer_is_unknown_and_its_sale_stays_shut(shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    shop.look(sale)
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    shop.void(sale)
    work = shop.desk.today.read()
    assert work.voidable == ()
    assert (work.unknown, work.sum(Ended.UNKNOWN)) == (1, Sum(1, lira("250,00")))


def test_of_an_order_of_today_the_rest_can_still_be_voided(shop: Shop) -> None:
    order = shop.an_order("100,00", "50,00")
    shop.give_back(order, (0, "30,00", "60,00"))
    (one,) = shop.desk.today.read().voidable
    assert (one.order_id, one.left) == (order.id, lira("120,00"))


def test_an_order_given_back_whole_is_gone(shop: Shop) -> None:
    shop.give_everything_back(shop.an_order("100,00", "50,00"))
    work = shop.desk.today.read()
    assert work.voidable == ()
    assert work.sum(Ended.DONE) == Sum(1, lira("150,00"))


def test_what_could_not_be_sent_is_not_said_to_be_voidable(shop: Shop) -> None:
    shop.look(shop.book.a_sale(lira("10,00"), paid_at=NOON, reference="x" * 25))
    assert voidable(shop) == []
    shop.look(shop.a_sale())
    assert len(voidable(shop)) == 1
    shop.desk.accounts.change(replace(shop.esnekpos, back_url=""), None)
    assert voidable(shop) == []


def test_what_was_given_back_yesterday_is_yesterdays(shop: Shop) -> None:
    shop.void(shop.a_sale())
    shop.clock.advance(timedelta(days=1))
    assert shop.desk.today.read().reversals == ()


def test_a_retired_account_voids_nothing(shop: Shop) -> None:
    shop.look(shop.a_sale())
    shop.desk.accounts.change(replace(shop.esnekpos, retired=True), None)
    assert voidable(shop) == []


def test_without_an_account_it_is_the_first_use(shop: Shop) -> None:
    assert not shop.desk.today.read().first_use
    for account in (shop.esnekpos, shop.param):
        shop.desk.accounts.remove(account.id)
    work = shop.desk.today.read()
    assert work.first_use
    assert work.changes_at == MIDNIGHT


def test_what_is_only_a_test_is_never_added_to_real_money(shop: Shop) -> None:
    shop.void(shop.a_sale("250,00"))
    shop.look(shop.a_sale("100,00"))
    live = replace(shop.esnekpos, id=0, environment=Environment.LIVE, address="", name="Canlı")
    shop.desk.accounts.add(live, shop.credentials.load(shop.esnekpos))

    work = shop.desk.today.read()

    assert work.world is Environment.LIVE
    assert (len(work.reversals), work.sum(Ended.DONE)) == (1, Sum(0, Money(0)))
    assert (len(work.voidable), work.could_be_voided) == (1, Sum(0, Money(0)))


def test_nobody_at_the_desk_sees_nothing_of_the_day(shop: Shop) -> None:
    shop.desk.operators.add("Ayşe", Role.OWNER, pin="482913")
    shop.desk.operators.change_settings(Settings(pins=True))
    shop.restart()
    with pytest.raises(NotAllowed) as refused:
        shop.desk.today.read()
    assert refused.value.why is Denied.NOBODY
