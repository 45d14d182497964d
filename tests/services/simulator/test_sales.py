from __future__ import annotations

import hashlib
import json
from datetime import datetime, timedelta

import pytest

from services.domain.clock import ISTANBUL
from services.domain.money import Money
from services.simulator.book import Book
from services.simulator.entries import Sale, Status
from services.simulator.sales import fill
from services.simulator.samples import put_samples_into, sample
from tests.builders import SetClock, istanbul
from tests.services.simulator.conftest import Wire


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("000_answer.json", "709498d5805c2aa67fcffdf2d6c5f071e8349201dfd664cfc690d19b3f71962e"),
        ("000_request.json", "221828e100096ec51d4569fd67a788805d54133bbbb3835c022dd0ae4ffbf127"),
        ("001_answer.json", "323953b6e6076b72018ebe2f1d8373c68bf18b8296e554332b943c0175f42711"),
        ("001_request.json", "3fe3d035e42b70259370c0f2b5b1d8a0ad63a0e01ae952e6ade2c3d0579089a1"),
        ("003_answer.xml", "b8538782c417ca9259645b31d286d5905adebcd8e33e7e1acbc09865c41e0f6d"),
        ("003_request.xml", "49a8f8981277bc00c23a2fef6ce78e722bbc712ea0222686240c456794d0edef"),
    ],
)
def test_the_documents_samples_are_kept_byte_for_byte(name: str, digest: str) -> None:
    assert hashlib.sha256(sample(name)).hexdigest() == digest


def test_every_sample_request_gets_its_sample_answer(wire: Wire, clock: SetClock) -> None:
    put_samples_into(wire.book, istanbul("20.11.2026 14:30"))
    base, as_json = wire.addresses.esnekpos, {"Content-Type": "application/json"}

    void = wire.post(f"{base}/api/services/OrderReturnPhysical", sample("000_request.json"), as_json)
    assert void.json() == json.loads(sample("000_answer.json"))
    assert list(void.json()) == list(json.loads(sample("000_answer.json")))

    assert wire.soap(sample("003_request.xml")).content == sample("003_answer.xml")

    asked = wire.post(f"{base}/api/services/ProcessQuery", sample("001_request.json"), as_json).json()
    assert (asked["ORDER_REF_NO"], asked["RETURN_CODE"]) == ("0.54251300 1595848596|93", "0")
    clock.stands_at("24.09.2020 17:08")
    answered = wire.query("9.54251311 1595848596|999")
    expected = json.loads(sample("001_answer.json")) | {"DATE": "24.09.2020 17:08:00"}
    assert answered == expected
    assert list(answered) == list(expected)


NOON = istanbul("20.11.2026 12:00")


@pytest.fixture(scope="module")
def book() -> Book:
    book = Book()
    fill(book, NOON)
    return book


def _paid_at(sale: Sale) -> datetime | None:
    return sale.paid_at or sale.movements[0].at


def test_there_is_a_month_of_plausible_sales(book: Book) -> None:
    statuses = [movement.status for sale in book.sales() for movement in sale.movements]

    assert 280 <= len(book.sales()) <= 320
    assert len({sale.reference for sale in book.sales()}) == len(book.sales())
    assert all(statuses.count(status) >= 3 for status in (Status.DECLINED, Status.VOIDED, Status.REFUNDED))
    assert {Status.WAITING, Status.WAITING_3D} <= set(statuses)
    assert any(len(sale.reference) > 24 for sale in book.sales())
    assert any("|" in sale.reference and " " in sale.reference for sale in book.sales())
    assert any(sale.instalments > 1 for sale in book.sales())
    assert any(sale.till and sale.till.title == "Kasa 1" for sale in book.sales())
    assert any(sale.returned and sale.returned < sale.amount for sale in book.sales())


def test_sellers_get_less_than_the_sale_and_the_merchant_what_is_left(book: Book) -> None:
    shared = [one for sale in book.sales() for one in sale.movements if one.shares and one.planned_at]

    assert any(one.transfer for one in shared)
    assert any(one.transfer is None for one in shared)
    for movement in shared:
        due = sum(share.amount.kurus for share in movement.shares)
        assert 0 < due < movement.amount.kurus
        if movement.transfer is not None:
            assert Money(0) < movement.transfer.amount
            assert due + movement.transfer.amount.kurus < movement.amount.kurus


@pytest.mark.parametrize(
    "now", [NOON, istanbul("20.11.2026 00:00"), istanbul("20.11.2026 00:04"), istanbul("20.11.2026 23:59")]
)
def test_some_of_it_is_of_today_and_nothing_is_of_later(now: datetime) -> None:
    book = Book()
    fill(book, now)
    today = now.astimezone(ISTANBUL).date()

    moments = [at for sale in book.sales() if (at := _paid_at(sale)) is not None]
    assert all(at <= now for at in moments)
    assert all(one.at <= now for sale in book.sales() for one in sale.movements if one.at is not None)
    voidable = [
        sale
        for sale in book.sales()
        if sale.payment
        and not sale.returned
        and sale.paid_at
        and sale.paid_at.astimezone(ISTANBUL).date() == today
    ]
    assert len(voidable) >= 5
    assert sum(at < now - timedelta(days=20) for at in moments) > 50
    assert all(order.sold_at <= now for order in book.orders())


def test_the_same_shop_comes_back_every_time(book: Book) -> None:
    again = Book()
    fill(again, NOON)

    assert again.sales() == book.sales()
    assert again.orders() == book.orders()


def test_there_are_orders_of_today_and_older_with_several_sellers(book: Book) -> None:
    orders = book.orders()
    today = [order for order in orders if order.sold_at.astimezone(ISTANBUL).date() == NOON.date()]

    assert len(orders) == 12
    assert 3 <= len(today) < 12
    assert any(len(order.lines) > 1 for order in today)
    assert sum(len(order.lines) > 1 for order in orders) >= 6
    guids = [line.guid for order in orders for line in order.lines]
    assert len(set(guids)) == len(guids)
    assert all(line.payable <= line.amount for order in orders for line in order.lines)
