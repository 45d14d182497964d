"""The ledger finds what was looked at here by every word of it, in any order, page after page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from services.asking import understand
from services.domain.money import Money
from services.domain.payment import PaymentState
from services.domain.question import Amounts, Asked, AtAccount, By, DayWord, InState, Sorting
from services.domain.reversal import Verb
from services.ledger.database import Database
from services.ledger.finding import Find, Finds
from tests.shop import NOON, Shop

TODAY = date(2026, 11, 20)


@pytest.fixture
def shop_of_a_week(shop: Shop) -> Shop:
    """Five sales and an order, two days in a row, everything looked at."""
    for amount, ago, reference in (
        ("1250,00", 1, "0.54251300 1595848596|93"),
        ("89,90", 2, "K1-1250"),
        ("19,04", 3, "SIP-7"),
        ("450,00", 25, "ŞB2|IŞIK|1"),
        ("12,50", 26, "son"),
    ):
        sale = shop.book.a_sale(
            Money(int(amount.replace(",", ""))), paid_at=NOON - timedelta(hours=ago), reference=reference
        )
        shop.look(sale)
    shop.an_order("300,00", "100,00", name="siparis-1250", ago=timedelta(hours=30))
    return shop


@pytest.fixture
def finds(shop_of_a_week: Shop) -> Iterator[Finds]:
    with _database(shop_of_a_week) as database:
        yield Finds(database)


def _database(shop: Shop) -> Database:
    return Database.look(shop.folder)


def found(finds: Finds, text: str = "", *added: Any, sorting: Sorting = Sorting()) -> list[str]:  # noqa: B008  it does not change
    question = understand(Asked(text, added=added), TODAY)
    page = finds.page(question, sorting, limit=50)
    assert finds.count(question) == len(page.finds)
    return [find.reference for find in page.finds]


NEWEST_FIRST = ["0.54251300 1595848596|93", "K1-1250", "SIP-7", "ŞB2|IŞIK|1", "son", "siparis-1250"]


def test_no_words_find_everything_newest_first(finds: Finds) -> None:
    assert found(finds) == NEWEST_FIRST


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("0.54251300 1595848596|93", ["0.54251300 1595848596|93"]),
        ("1595848596|93", ["0.54251300 1595848596|93"]),
        ("k1-", ["K1-1250"]),
        ("ışık", ["ŞB2|IŞIK|1"]),
        ("işik", ["ŞB2|IŞIK|1"]),
        ("1250", ["0.54251300 1595848596|93", "K1-1250", "siparis-1250"]),
        ("1250 TL", ["0.54251300 1595848596|93"]),
        ("1.250,00", ["0.54251300 1595848596|93"]),
        ("1,250.00", ["0.54251300 1595848596|93"]),
        ("19.04", ["SIP-7"]),
        ("12,5", ["son"]),
        ("400,00", ["siparis-1250"]),
        ("100", ["siparis-1250"]),
        ("Mağaza", ["siparis-1250"]),
        ("MAĞAZA 1", ["siparis-1250"]),
        ("bugün", ["0.54251300 1595848596|93", "K1-1250", "SIP-7"]),
        ("dün", ["ŞB2|IŞIK|1", "son", "siparis-1250"]),
        ("bu hafta", NEWEST_FIRST),
        ("geçen hafta", []),
        ("19.11.2026", ["ŞB2|IŞIK|1", "son", "siparis-1250"]),
        ("dün 450", ["ŞB2|IŞIK|1"]),
        ("bugün 450", []),
        ("kasa", []),
        ("%", []),
        ("_", []),
    ],
)
def test_every_word_has_to_fit_by_one_of_its_readings(finds: Finds, text: str, references: list[str]) -> None:
    assert found(finds, text) == references


def test_what_was_added_narrows_it_down(finds: Finds, shop_of_a_week: Shop) -> None:
    shop = shop_of_a_week
    assert found(finds, "", AtAccount(shop.param.id)) == ["siparis-1250"]
    assert found(finds, "", Amounts(Money(1000), Money(9000))) == ["K1-1250", "SIP-7", "son"]
    assert found(finds, "1250", DayWord.YESTERDAY) == ["siparis-1250"]
    assert found(finds, "", InState(PaymentState.DECLINED)) == []


def test_what_was_done_here_is_found_by_who_did_it_and_why(finds: Finds, shop_of_a_week: Shop) -> None:
    shop = shop_of_a_week
    sale = next(sale for sale in shop.book.sales() if sale.reference == "SIP-7")
    shop.void(sale)
    assert found(finds, "vazgeçti") == ["SIP-7"]
    assert found(finds, "AYŞE") == ["SIP-7"]
    assert found(finds, "", InState(PaymentState.VOIDED)) == ["SIP-7"]
    assert found(finds, "", InState(PaymentState.PAID)) == [
        "0.54251300 1595848596|93",
        "K1-1250",
        "ŞB2|IŞIK|1",
        "son",
    ]


def test_an_order_is_found_by_what_was_given_back_of_it(finds: Finds, shop_of_a_week: Shop) -> None:
    shop = shop_of_a_week
    order = shop.desk.lookup.in_ledger("siparis-1250")[0].order_id
    assert order is not None
    shop.give_back(shop.desk.lookup.order(order).order, (0, "50,00", "200,00"))
    assert found(finds, "", InState(PaymentState.PARTLY_REFUNDED)) == ["siparis-1250"]
    assert found(finds, "", AtAccount(shop.param.id), InState(PaymentState.PAID)) == []


def test_everything_of_an_order_is_void_or_refund_by_its_verb(finds: Finds, shop_of_a_week: Shop) -> None:
    shop = shop_of_a_week
    order = shop.an_order("70,00", name="siparis-2")
    (intent,) = shop.give_everything_back(order).intents
    assert intent.draft.verb is Verb.VOID
    assert found(finds, "", InState(PaymentState.VOIDED)) == ["siparis-2"]
    assert found(finds, "", InState(PaymentState.REFUNDED)) == []


def test_an_extract_number_finds_the_payment_whose_money_was_sent_on(shop: Shop) -> None:
    sale = shop.book.a_sale(
        Money(10000),
        paid_at=NOON - timedelta(days=9),
        sellers=[("100234", Money(9000))],
        transferred_at=NOON - timedelta(days=8),
    )
    payment = shop.look(sale).payment
    share = payment.movements[0].shares[0]
    assert share.transfer is not None
    extract = share.transfer.extract_id
    assert extract is not None
    with _database(shop) as database:
        assert found(Finds(database), extract) == [sale.reference]
        assert found(Finds(database), "100234") == [sale.reference]


def test_only_the_last_answer_about_a_payment_is_found(shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    shop.look(sale)
    shop.void(sale)
    with _database(shop) as database:
        (find,) = Finds(database).page(understand(Asked(), TODAY), Sorting(), limit=9).finds
    assert (find.state, find.given_back) == (PaymentState.VOIDED, Money(25000))
    assert find.intent is not None


@pytest.mark.parametrize("by", list(By))
@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("size", [1, 2, 4])
def test_pages_one_after_another_are_the_whole_list(
    finds: Finds, by: By, size: int, *, descending: bool
) -> None:
    sorting, everything = Sorting(by, descending), understand(Asked(), TODAY)
    whole = finds.page(everything, sorting, limit=100)
    assert whole.after is None
    pages: list[Find] = []
    after = None
    while True:
        page = finds.page(everything, sorting, limit=size, after=after)
        assert len(page.finds) <= size
        pages += page.finds
        after = page.after
        if after is None:
            break
    assert pages == list(whole.finds)
    assert sorted(find.reference for find in pages) == sorted(NEWEST_FIRST)


def test_amounts_sort_as_money_and_references_as_text(finds: Finds) -> None:
    cheap_first = found(finds, sorting=Sorting(By.AMOUNT, descending=False))
    assert cheap_first == [
        "son",
        "SIP-7",
        "K1-1250",
        "siparis-1250",
        "ŞB2|IŞIK|1",
        "0.54251300 1595848596|93",
    ]
    assert found(finds, sorting=Sorting(By.REFERENCE, descending=False)) == sorted(NEWEST_FIRST)


def test_what_has_no_value_comes_last_either_way(finds: Finds) -> None:
    for descending in (True, False):
        assert found(finds, sorting=Sorting(By.TAKEN_AT, descending))[-1] == "siparis-1250"
        assert found(finds, sorting=Sorting(By.GIVEN_BACK, descending))[-1] == "siparis-1250"


def test_two_accounts_with_one_reference_are_two(finds: Finds, shop_of_a_week: Shop) -> None:
    shop_of_a_week.an_order("1,00", name="SIP-7", ago=timedelta(hours=40))
    assert found(finds, "SIP-7") == ["SIP-7", "SIP-7"]


def test_a_removed_accounts_payments_are_found_no_more(finds: Finds, shop_of_a_week: Shop) -> None:
    assert shop_of_a_week.desk.accounts.remove(shop_of_a_week.esnekpos.id)
    assert found(finds) == ["siparis-1250"]
