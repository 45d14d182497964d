from __future__ import annotations

from datetime import timedelta

import pytest

from services.domain.money import Money
from services.simulator.bank import VoidBooking
from services.simulator.book import State
from services.simulator.entries import Till
from tests.builders import SetClock, istanbul
from tests.services.simulator.conftest import Wire

TODAY = istanbul("20.11.2026 14:30")
YESTERDAY = istanbul("19.11.2026 14:30")


def test_a_paid_sale_is_told_with_its_movement(wire: Wire) -> None:
    till = Till(4101, "Kasa 1")
    sale = wire.book.a_sale(
        Money(15_125), paid_at=TODAY, reference="Kasa 1 / 000042", till=till, instalments=3
    )
    number = sale.movements[0].id

    assert wire.query("Kasa 1 / 000042") == {
        "STATUS": "SUCCESS",
        "RETURN_CODE": "0",
        "RETURN_MESSAGE": "SUCCESS",
        "DATE": "20.11.2026 15:00:00",
        "PAYMENT_DATE": "20.11.2026 14:30:00",
        "REFNO": sale.refno,
        "AMOUNT": "151,25",
        "ORDER_REF_NO": "Kasa 1 / 000042",
        "INSTALLMENT": "3",
        "COMMISSION": 2.25,
        "COMMISSION_RATE": "1,490",
        "SUCCESS_TRANSACTION_ID": number,
        "PHYSICAL_POS_ID": 4101,
        "PHYSICAL_POS_TITLE": "Kasa 1",
        "PAYMENT_WAY": "Fiziksel POS",
        "TRANSACTIONS": [
            {
                "TRANSACTION_ID": number,
                "STATUS_NAME": "Ödeme - Başarılı",
                "STATUS_ID": 3,
                "AMOUNT": "151,25",
                "DATE": "20.11.2026 14:30:00",
                "PLANNED_TRANSFER_DATE": "5.12.2026 14:30:00",
                "MERCHANT_AMOUNT_TRANSFER_DETAIL": None,
                "SUB_MERCHANT_DETAILS": None,
            }
        ],
    }


def test_sellers_and_transfers_stand_under_their_movement(wire: Wire) -> None:
    wire.book.a_sale(
        Money(100_000),
        paid_at=istanbul("1.11.2026 10:00"),
        reference="m1",
        sellers=[("999999", Money(90_000))],
        transferred_at=istanbul("16.11.2026 11:57"),
    )

    (movement,) = wire.query("m1")["TRANSACTIONS"]

    assert movement["MERCHANT_AMOUNT_TRANSFER_DETAIL"] == {
        "EXTRACT_ID": 5802,
        "SENDED_AMOUNT": "85,10",
        "SENDED_DATE": "16.11.2026 11:57:00",
    }
    assert movement["SUB_MERCHANT_DETAILS"] == [
        {
            "EXTERNAL_ID": "999999",
            "AMOUNT": "900,00",
            "DATE": "1.11.2026 10:00:00",
            "SUB_MERCHANT_AMOUNT_TRANSFER_DETAIL": {
                "EXTRACT_ID": 5801,
                "SENDED_AMOUNT": "900,00",
                "SENDED_DATE": "16.11.2026 11:57:00",
            },
        }
    ]


def test_a_declined_sale_is_an_error_in_the_banks_words_with_a_dateless_negative_movement(wire: Wire) -> None:
    wire.book.a_sale(Money(1_250), paid_at=TODAY, reference="d1", state=State.DECLINED)

    said = wire.query("d1")

    assert (said["STATUS"], said["RETURN_CODE"], said["RETURN_MESSAGE"]) == (
        "ERROR",
        "100",
        "51-Limit Yetersiz",
    )
    assert said["SUCCESS_TRANSACTION_ID"] == 0
    (movement,) = said["TRANSACTIONS"]
    assert (movement["STATUS_ID"], movement["STATUS_NAME"]) == (4, "Ödeme - Başarısız")
    assert movement["AMOUNT"] == "-12,50"
    assert "DATE" not in movement


@pytest.mark.parametrize(
    ("state", "status", "name"),
    [
        (State.WAITING, 1, "Ödeme - Bekliyor"),
        (State.WAITING_3D, 2, "Ödeme - 3D Doğrulama Bekleniyor"),
    ],
)
def test_a_waiting_sale_says_so(wire: Wire, state: State, status: int, name: str) -> None:
    wire.book.a_sale(Money(1_250), paid_at=TODAY, reference="w1", state=state)

    said = wire.query("w1")

    assert (said["STATUS"], said["RETURN_CODE"], said["PAYMENT_DATE"]) == ("PAYMENT_WAITING", "106", None)
    (movement,) = said["TRANSACTIONS"]
    assert (movement["STATUS_ID"], movement["STATUS_NAME"], movement["AMOUNT"]) == (status, name, "-12,50")


def test_a_partly_refunded_sale_keeps_its_payment(wire: Wire) -> None:
    wire.book.a_sale(Money(5_000), paid_at=YESTERDAY, reference="r1", refunded=[Money(1_000), Money(500)])

    movements = wire.query("r1")["TRANSACTIONS"]

    assert [(one["STATUS_ID"], one["STATUS_NAME"], one["AMOUNT"]) for one in movements] == [
        (3, "Ödeme - Başarılı", "50,00"),
        (7, "İade - Başarılı", "10,00"),
        (7, "İade - Başarılı", "5,00"),
    ]
    assert wire.book.returned("r1") == Money(1_500)


@pytest.mark.parametrize("asked", ["no such", "R1", "r1 ", " r1"])
def test_a_reference_is_found_byte_for_byte_or_not_at_all(wire: Wire, asked: str) -> None:
    wire.book.a_sale(Money(5_000), paid_at=TODAY, reference="r1")

    said = wire.query(asked)

    assert (said["STATUS"], said["RETURN_CODE"], said["TRANSACTIONS"]) == ("PROCESS_QUERY", "400", None)
    assert said["RETURN_MESSAGE"] == "Referans numarası bulunamadı"


def test_a_wrong_key_is_an_authentication_error_at_both_services(wire: Wire) -> None:
    wire.book.a_sale(Money(5_000), paid_at=TODAY, reference="r1")

    query, void = wire.query("r1", key="wrong"), wire.void("r1", key="wrong")

    assert (query["STATUS"], query["RETURN_CODE"]) == ("AUTHENTICATION_ERROR", "102")
    assert (void["STATUS"], void["RETURN_CODE"]) == ("AUTHENTICATION_ERROR", "102")
    assert wire.book.returned("r1") == Money(0)


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[]", b'{"ORDER_REF_NUMBER": "r1",}', b'{"ORDER_REF_NUMBER": 7}']
)
def test_what_is_no_request_is_an_unknown_error(wire: Wire, body: bytes) -> None:
    for service in ("ProcessQuery", "OrderReturnPhysical"):
        url = f"{wire.addresses.esnekpos}/api/services/{service}"
        said = wire.post(url, body, {"Content-Type": "application/json"}).json()
        assert (said["STATUS"], said["RETURN_CODE"]) == ("UNKNOWN_ERROR", "999")


def test_only_post_is_answered(wire: Wire) -> None:
    url = f"{wire.addresses.esnekpos}/api/services/ProcessQuery"

    assert wire.post(url.replace("Query", "Query2"), b"{}", {}).status_code == 404
    assert wire.simulator.arrived[-1].path == "/api/services/ProcessQuery2"


def test_a_void_gives_the_whole_sale_back_once(wire: Wire) -> None:
    sale = wire.book.a_sale(Money(125_000), paid_at=TODAY, reference="0.54251300 1595848596|93")

    assert wire.void(sale.reference) == {
        "RETURN_CODE": "0",
        "RETURN_MESSAGE": None,
        "STATUS": "SUCCESS",
        "ORDER_REF_NUMBER": "0.54251300 1595848596|93",
        "REFNO": sale.refno,
    }
    again = wire.void(sale.reference)

    assert (again["RETURN_CODE"], again["STATUS"]) == ("100", "ERROR")
    assert again["RETURN_MESSAGE"] == "12-İşlem Daha Önce İptal Edilmiş"
    assert wire.book.returned(sale.reference) == Money(125_000)
    assert wire.book.requests_for(sale.reference) == 2


def test_a_void_is_booked_as_a_new_movement(wire: Wire) -> None:
    wire.book.a_sale(Money(125_000), paid_at=TODAY, reference="v1")
    wire.void("v1")

    said = wire.query("v1")

    assert (said["STATUS"], said["RETURN_CODE"]) == ("SUCCESS", "0")
    assert [(one["STATUS_ID"], one["AMOUNT"], one["DATE"]) for one in said["TRANSACTIONS"]] == [
        (3, "1250,00", "20.11.2026 14:30:00"),
        (5, "1250,00", "20.11.2026 15:00:00"),
    ]


def test_a_void_may_turn_the_old_movement(wire: Wire) -> None:
    wire.book.habits.void_booking = VoidBooking.TURNED
    sale = wire.book.a_sale(Money(125_000), paid_at=TODAY, reference="v1")
    wire.void("v1")

    said = wire.query("v1")

    assert (said["STATUS"], said["RETURN_CODE"]) == ("ORDER_CANCEL", "300")
    (movement,) = said["TRANSACTIONS"]
    assert movement["TRANSACTION_ID"] == sale.movements[0].id
    assert (movement["STATUS_ID"], movement["STATUS_NAME"]) == (5, "İptal - Başarılı")
    assert wire.void("v1")["RETURN_CODE"] == "100"


def test_a_void_may_leave_no_movements_at_all(wire: Wire) -> None:
    wire.book.habits.void_booking = VoidBooking.SILENT
    wire.book.a_sale(Money(125_000), paid_at=TODAY, reference="v1")
    wire.void("v1")

    said = wire.query("v1")

    assert (said["STATUS"], said["RETURN_CODE"], said["TRANSACTIONS"]) == ("ORDER_CANCEL", "300", None)
    assert wire.book.returned("v1") == Money(125_000)


def test_yesterdays_sale_is_not_voided(wire: Wire) -> None:
    wire.book.a_sale(Money(125_000), paid_at=YESTERDAY, reference="v1")

    said = wire.void("v1")

    assert (said["RETURN_CODE"], said["STATUS"]) == ("100", "ERROR")
    assert said["RETURN_MESSAGE"] == "12-Gün Sonu Alınmış İşlem İptal Edilemez"
    assert wire.book.returned("v1") == Money(0)


def test_the_day_is_istanbuls(wire: Wire, clock: SetClock) -> None:
    wire.book.a_sale(Money(1_000), paid_at=istanbul("20.11.2026 00:01"), reference="v1")
    wire.book.a_sale(Money(1_000), paid_at=istanbul("19.11.2026 23:59"), reference="v2")
    clock.stands_at("20.11.2026 00:02")

    assert wire.void("v1")["RETURN_CODE"] == "0"
    assert wire.void("v2")["RETURN_CODE"] == "100"


def test_a_lenient_bank_voids_on_later_days(wire: Wire) -> None:
    wire.book.habits.voids_on_the_day_only = False
    wire.book.a_sale(Money(125_000), paid_at=YESTERDAY, reference="v1")

    assert wire.void("v1")["RETURN_CODE"] == "0"


def test_a_refused_void_may_leave_a_failed_movement(wire: Wire) -> None:
    wire.book.habits.refused_void_leaves_a_6 = True
    wire.book.a_sale(Money(125_000), paid_at=YESTERDAY, reference="v1")
    wire.void("v1")

    assert [one["STATUS_ID"] for one in wire.query("v1")["TRANSACTIONS"]] == [3, 6]
    assert wire.book.returned("v1") == Money(0)


@pytest.mark.parametrize(
    ("state", "refunded"),
    [(State.DECLINED, []), (State.WAITING, []), (State.VOIDED, []), (State.PAID, [Money(1)])],
)
def test_what_is_not_simply_paid_is_not_voided(wire: Wire, state: State, refunded: list[Money]) -> None:
    sale = wire.book.a_sale(
        Money(1_000),
        paid_at=TODAY,
        reference="v1",
        state=state,
        refunded=refunded,
        reversed_at=TODAY + timedelta(minutes=1),
    )

    assert (wire.void("v1")["RETURN_CODE"], wire.void("nobody's")["RETURN_CODE"]) == ("100", "100")
    assert wire.book.sale("v1") == sale


def test_a_reference_too_long_to_void_is_refused(wire: Wire) -> None:
    reference = "9.54251311 1595848596|999"
    wire.book.a_sale(Money(1_000), paid_at=TODAY, reference=reference)

    assert wire.void(reference)["STATUS"] == "ERROR"
    assert wire.query(reference)["STATUS"] == "SUCCESS"
    assert wire.book.returned(reference) == Money(0)


def test_a_void_without_a_back_url_is_refused(wire: Wire) -> None:
    wire.book.a_sale(Money(1_000), paid_at=TODAY, reference="v1")

    assert wire.void("v1", back_url="")["STATUS"] == "ERROR"
    assert wire.book.returned("v1") == Money(0)
