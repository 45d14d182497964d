"""Each fault at each gateway: what the client meets, and whether the book was touched."""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from lxml import etree

from services.domain.money import Money
from services.simulator.entries import Seller
from services.simulator.faults import Fault, Gateway, Operation
from tests.builders import istanbul
from tests.services.simulator.conftest import GUID, Wire

TODAY = istanbul("20.11.2026 14:30")
BOTH = ("esnekpos", "param")
RESET = (httpx.ReadError, httpx.RemoteProtocolError) if sys.platform == "win32" else (httpx.ReadError,)
"""A reset that comes before anybody waits for it is nothing but the end of the line under wine."""


@pytest.fixture
def sold(wire: Wire) -> Wire:
    """One sale that can be voided and one order that can be refunded."""
    wire.book.a_sale(Money(1_000), paid_at=TODAY, reference="v1")
    wire.book.an_order("siparis54", [Seller("Ege", Money(4_000), guid=GUID)], istanbul("1.11.2026 12:00"))
    return wire


def move(wire: Wire, gateway: str) -> httpx.Response:
    if gateway == "param":
        return wire.give_back()
    return wire.post_json(
        "/api/services/OrderReturnPhysical",
        MERCHANT_KEY="4oK26hK8MOXrIV1bzTRVPA==",
        BACK_URL="https://shop.example/back",
        ORDER_REF_NUMBER="v1",
    )


def ask(wire: Wire, gateway: str) -> httpx.Response:
    if gateway == "param":
        return httpx.get(wire.addresses.param)
    return wire.post_json(
        "/api/services/ProcessQuery", MERCHANT_KEY="4oK26hK8MOXrIV1bzTRVPA==", ORDER_REF_NUMBER="v1"
    )


def moved(wire: Wire, gateway: str) -> bool:
    return bool(wire.book.returned("v1" if gateway == "esnekpos" else "siparis54"))


def requests(wire: Wire, gateway: str) -> int:
    return wire.book.requests_for("v1" if gateway == "esnekpos" else "siparis54")


@pytest.mark.parametrize("gateway", BOTH)
@pytest.mark.parametrize(
    ("fault", "error", "was_moved"),
    [
        ("answer-lost-before-booking", httpx.RemoteProtocolError, False),
        ("answer-lost-after-booking", httpx.RemoteProtocolError, True),
        ("connection-reset", RESET, True),
        ("truncated", httpx.RemoteProtocolError, True),
        ("corrupt-gzip", httpx.DecodingError, True),
    ],
)
def test_no_answer_arrives_and_the_book_says_what_happened(
    sold: Wire,
    gateway: str,
    fault: str,
    error: type[Exception] | tuple[type[Exception], ...],
    *,
    was_moved: bool,
) -> None:
    sold.simulator.faults.next(fault, operation="move")

    assert ask(sold, gateway).status_code == 200
    with pytest.raises(error):
        move(sold, gateway)

    assert moved(sold, gateway) is was_moved
    assert requests(sold, gateway) == 1
    assert ask(sold, gateway).status_code == 200


@pytest.mark.parametrize("gateway", BOTH)
@pytest.mark.parametrize(("fault", "status"), [("http-500", 500), ("http-403", 403), ("html", 200)])
def test_a_page_arrives_instead_of_an_answer(sold: Wire, gateway: str, fault: str, status: int) -> None:
    sold.simulator.faults.always(fault)

    for answer in (ask(sold, gateway), move(sold, gateway)):
        assert (answer.status_code, answer.headers["Content-Type"]) == (status, "text/html; charset=utf-8")
        assert answer.text.startswith("<!DOCTYPE html>")
    assert not moved(sold, gateway)


def test_money_may_move_behind_a_page(sold: Wire) -> None:
    sold.simulator.faults.next("http-500", booked=True)

    assert move(sold, "esnekpos").status_code == 500
    assert moved(sold, "esnekpos")


@pytest.mark.parametrize("gateway", BOTH)
def test_whoever_follows_a_redirect_asks_twice(sold: Wire, gateway: str) -> None:
    sold.simulator.faults.next(Fault.REDIRECT, operation=Operation.MOVE)

    answer = move(sold, gateway)

    assert answer.status_code == 307
    assert answer.headers["Location"] == str(answer.request.url)
    assert (requests(sold, gateway), moved(sold, gateway)) == (1, False)
    request = answer.request
    httpx.post(answer.headers["Location"], content=request.content, headers=request.headers)
    assert (requests(sold, gateway), moved(sold, gateway)) == (2, True)


@pytest.mark.parametrize("gateway", BOTH)
def test_an_empty_answer(sold: Wire, gateway: str) -> None:
    sold.simulator.faults.next("empty")

    assert move(sold, gateway).content == b""
    assert moved(sold, gateway)


@pytest.mark.parametrize("gateway", BOTH)
def test_half_a_document_in_a_whole_answer(sold: Wire, gateway: str) -> None:
    sold.simulator.faults.next("cut-short")
    read: Callable[[bytes], Any] = json.loads if gateway == "esnekpos" else etree.fromstring

    answer = move(sold, gateway)

    with pytest.raises((json.JSONDecodeError, etree.XMLSyntaxError)):
        read(answer.content)
    assert moved(sold, gateway)


@pytest.mark.parametrize("gateway", BOTH)
@pytest.mark.parametrize("fault", ["huge", "huge-gzip"])
def test_ten_megabytes_that_are_a_proper_answer_all_the_same(sold: Wire, gateway: str, fault: str) -> None:
    sold.simulator.faults.next(fault)

    answer = move(sold, gateway)

    assert len(answer.content) > 10_000_000
    packed = answer.headers.get("Content-Encoding") == "gzip"
    assert packed is (fault == "huge-gzip")
    assert len(gzip.compress(answer.content)) < 100_000
    assert answer.content.rstrip().endswith((b"}", b"</soap:Envelope>"))
    assert moved(sold, gateway)


@pytest.mark.parametrize(
    ("fault", "code", "status", "was_moved"),
    [
        ("mixed-0-error", "0", "ERROR", False),
        ("mixed-100-success", "100", "SUCCESS", False),
        ("unlisted-code", "777", "BANK_HOLIDAY", False),
        ("insert-error", "105", "INSERT_ERROR", False),
        ("unknown-error", "999", "UNKNOWN_ERROR", False),
        ("cancel-error", "300", "ORDER_CANCEL", False),
        ("wrong-types", ["0"], {"SUCCESS": True}, True),
    ],
)
def test_a_void_is_answered_with_another_pair(
    sold: Wire, fault: str, code: object, status: object, *, was_moved: bool
) -> None:
    sold.simulator.faults.next(fault)

    said = move(sold, "esnekpos").json()

    assert (said["RETURN_CODE"], said["STATUS"]) == (code, status)
    assert said["ORDER_REF_NUMBER"] == "v1"
    assert moved(sold, "esnekpos") is was_moved


def test_a_doubtful_pair_may_hide_a_void(sold: Wire) -> None:
    sold.simulator.faults.next("cancel-error", booked=True)

    assert move(sold, "esnekpos").json()["STATUS"] == "ORDER_CANCEL"
    assert moved(sold, "esnekpos")


def test_null_is_no_answer(sold: Wire) -> None:
    sold.simulator.faults.always("null")

    assert ask(sold, "esnekpos").content == b"null"
    assert move(sold, "esnekpos").content == b"null"
    assert moved(sold, "esnekpos")


def test_another_references_answer(sold: Wire) -> None:
    sold.simulator.faults.always("another-reference")

    assert ask(sold, "esnekpos").json()["ORDER_REF_NO"] == "v10"
    assert move(sold, "esnekpos").json()["ORDER_REF_NUMBER"] == "v10"


def test_what_a_query_may_get_wrong(sold: Wire) -> None:
    faults = sold.simulator.faults

    faults.next("bad-decimals")
    said = ask(sold, "esnekpos").json()
    assert (said["AMOUNT"], said["TRANSACTIONS"][0]["AMOUNT"]) == ("10,005", "10,005")

    faults.next("duplicate-movement")
    first, second = ask(sold, "esnekpos").json()["TRANSACTIONS"]
    assert first == second

    faults.next("wrong-types")
    said = ask(sold, "esnekpos").json()
    assert (said["AMOUNT"], said["TRANSACTIONS"]) == (True, {"0": "Ödeme - Başarılı"})


def test_a_void_may_not_be_visible_yet(sold: Wire) -> None:
    move(sold, "esnekpos")
    sold.simulator.faults.next("not-yet-visible")

    assert [one["STATUS_ID"] for one in ask(sold, "esnekpos").json()["TRANSACTIONS"]] == [3]
    assert [one["STATUS_ID"] for one in ask(sold, "esnekpos").json()["TRANSACTIONS"]] == [3, 5]


RESULT = "{https://turkpos.com.tr/}Pazaryeri_TP_Iptal_IadeResult"
SONUC = "{https://turkpos.com.tr/}Sonuc"


@pytest.mark.parametrize(
    ("fault", "sonuc", "words", "was_moved"),
    [
        ("system-error", "-207", "Sistem hatası", False),
        ("unlisted-code", "-999", "Tanımsız sonuç", False),
        ("under-way", "-1", "Aynı tutarda devam eden Iptal/Iade mevcut. Daha sonra tekrar deneyiniz.", False),
        ("wrong-types", "evet", "1", True),
        ("no-code", None, "Başarılı", True),
        ("unexpected-element", "1", "Başarılı", True),
    ],
)
def test_param_answers_another_result(
    sold: Wire, fault: str, sonuc: str | None, words: str, *, was_moved: bool
) -> None:
    sold.simulator.faults.next(fault)

    (result,) = etree.fromstring(move(sold, "param").content).iter(RESULT)

    assert result.findtext(SONUC) == sonuc
    assert result.findtext(f"{SONUC}_Str") == words
    assert moved(sold, "param") is was_moved


def test_an_unexpected_element_comes_first_and_the_others_turned_round(sold: Wire) -> None:
    sold.simulator.faults.next("unexpected-element")

    (result,) = etree.fromstring(move(sold, "param").content).iter(RESULT)

    names = [etree.QName(field).localname for field in result]
    assert names == ["Banka_Sonuc_Kod", "Sonuc_Str", "Sonuc", "Durum_Str", "Durum"]


def test_param_answers_with_an_entity(sold: Wire) -> None:
    sold.simulator.faults.next("entities")

    body = move(sold, "param").content

    assert b'<!DOCTYPE Envelope [<!ENTITY sonuc "1">]>' in body
    assert b"<Sonuc>&sonuc;</Sonuc>" in body
    assert etree.fromstring(body).findtext(f".//{SONUC}") == "1"


def test_param_answers_twice_at_once(sold: Wire) -> None:
    sold.simulator.faults.next("two-results")

    results = etree.fromstring(move(sold, "param").content).iter(RESULT)

    assert [result.findtext(SONUC) for result in results] == ["1", "-1"]
    assert moved(sold, "param")


def test_param_answers_for_another_operation(sold: Wire) -> None:
    sold.simulator.faults.next("another-operation")

    envelope = etree.fromstring(move(sold, "param").content)

    assert list(envelope.iter(RESULT)) == []
    assert envelope.findtext(f".//{SONUC}") == "1"
    assert moved(sold, "param")


def test_param_answers_with_a_soap_fault(sold: Wire) -> None:
    sold.simulator.faults.next("soap-fault")

    answer = move(sold, "param")

    assert answer.status_code == 500
    assert "Object reference not set to an instance of an object." in answer.text
    assert not moved(sold, "param")
    assert "<Sonuc>1</Sonuc>" in move(sold, "param").text


def test_a_fault_for_the_next_call_hits_one_call(sold: Wire) -> None:
    sold.simulator.faults.next("http-500")

    assert [ask(sold, "esnekpos").status_code for _ in range(2)] == [500, 200]


def test_faults_wait_their_turn(sold: Wire) -> None:
    sold.simulator.faults.always("http-500")
    sold.simulator.faults.next("http-403")
    sold.simulator.faults.next("empty")

    assert [ask(sold, "param").status_code for _ in range(4)] == [403, 200, 500, 500]
    sold.simulator.faults.clear()
    assert ask(sold, "param").status_code == 200


def test_a_fault_waits_for_a_call_that_it_fits(sold: Wire) -> None:
    sold.simulator.faults.next("http-500", gateway="param")
    sold.simulator.faults.next("http-403", gateway=Gateway.ESNEKPOS, operation="move")

    assert ask(sold, "esnekpos").status_code == 200
    assert move(sold, "esnekpos").status_code == 403
    assert ask(sold, "param").status_code == 500
    assert move(sold, "param").status_code == 200


def test_a_fault_that_cannot_be_is_said_at_once(wire: Wire) -> None:
    faults = wire.simulator.faults

    with pytest.raises(ValueError, match="no-such-fault"):
        faults.next("no-such-fault")
    with pytest.raises(ValueError, match="fits no such call"):
        faults.next("soap-fault", gateway="esnekpos")
    with pytest.raises(ValueError, match="would say done"):
        faults.next("slow", booked=False)
    with pytest.raises(ValueError, match="one door"):
        faults.next("refused-connection", gateway="param")


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_says_what_it_is(fault: Fault) -> None:
    assert fault.says
    assert "\n" not in fault.says
