from __future__ import annotations

import threading
from datetime import timedelta

import httpx
import pytest
from lxml import etree

from services.domain.money import Money
from services.simulator.entries import Seller
from services.simulator.faults import Fault
from tests.builders import SetClock, istanbul
from tests.services.simulator.conftest import ACTION, GUID, SAMPLES, Wire

SOLD_AT = istanbul("17.11.2026 12:00")
SECOND = "11111111-3259-4C94-8BF8-47D33A5626D8"
_T = "{https://turkpos.com.tr/}"


@pytest.fixture
def order(wire: Wire) -> Wire:
    """Two sellers under one Siparis_ID, sold three days ago."""
    wire.book.an_order(
        "siparis54",
        [
            Seller("Ege", Money(4_000), guid=GUID),
            Seller("Anadolu", Money(12_550), payable=Money(11_000), guid=SECOND),
        ],
        SOLD_AT,
    )
    return wire


def said(answer: httpx.Response) -> dict[str, str | None]:
    """Return the fields of the only result there is."""
    assert answer.status_code == 200
    (result,) = etree.fromstring(answer.content).iter(f"{_T}Pazaryeri_TP_Iptal_IadeResult")
    return {field.tag.removeprefix(_T): field.text for field in result}


def code(answer: httpx.Response) -> str | None:
    return said(answer)["Sonuc"]


def test_the_documents_request_gets_the_documents_answer(order: Wire) -> None:
    answer = order.soap((SAMPLES / "003_request.xml").read_bytes())

    assert answer.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert answer.content == (SAMPLES / "003_answer.xml").read_bytes()
    booked = order.book.order("siparis54")
    assert booked is not None
    assert [(line.returned, line.payable, line.left) for line in booked.lines] == [
        (Money(3_000), Money(1_000), Money(1_000)),
        (Money(0), Money(11_000), Money(12_550)),
    ]
    assert order.book.requests_for("siparis54") == 1


def test_soap_1_2_is_answered_in_kind(order: Wire) -> None:
    body = (SAMPLES / "003_request.xml").read_bytes()
    body = body.replace(
        b"http://schemas.xmlsoap.org/soap/envelope/", b"http://www.w3.org/2003/05/soap-envelope"
    )
    kind = f"application/soap+xml; charset=utf-8; action={ACTION}"

    answer = order.post(order.addresses.param, body, {"Content-Type": kind})

    assert answer.headers["Content-Type"] == "application/soap+xml; charset=utf-8"
    assert etree.fromstring(answer.content).tag == "{http://www.w3.org/2003/05/soap-envelope}Envelope"
    assert code(answer) == "1"


def test_zero_gives_back_what_is_left_of_every_seller(order: Wire) -> None:
    order.give_back()
    answer = order.give_back(SiparisTutar="0.00", OdenecekTutar="0.00")

    assert said(answer) == {"Durum": "13", "Durum_Str": "İade Edildi", "Sonuc": "1", "Sonuc_Str": "Başarılı"}
    booked = order.book.order("siparis54")
    assert booked is not None
    assert [(line.left, line.payable) for line in booked.lines] == [(Money(0), Money(0))] * 2
    assert order.book.returned("siparis54") == Money(16_550)
    assert code(order.give_back(SiparisTutar="0.00")) == "-212"


def test_today_it_is_cancelled(order: Wire, clock: SetClock) -> None:
    clock.stands_at("17.11.2026 23:59")

    refused = order.give_back(Durum="IADE", SiparisTutar="0.00")
    done = order.give_back(Durum="IPTAL", SiparisTutar="0.00")

    assert said(refused) == {"Sonuc": "-214", "Sonuc_Str": "İptal olabilecek işlem İade edilmek isteniyor"}
    assert said(done)["Durum"] == "12"
    assert code(order.give_back(Durum="IPTAL", SiparisTutar="0.00")) == "-211"


def test_another_day_it_is_refunded(order: Wire) -> None:
    answer = order.give_back(Durum="IPTAL")

    assert said(answer) == {"Sonuc": "-213", "Sonuc_Str": "İade olabilecek işlem İptal edilmek isteniyor"}
    assert order.book.returned("siparis54") == Money(0)


@pytest.mark.parametrize(
    ("changed", "sonuc"),
    [
        ({"CLIENT_CODE": "10739"}, "-100"),
        ({"CLIENT_USERNAME": "Tost"}, "-101"),
        ({"CLIENT_PASSWORD": "test"}, "-101"),
        ({"GUID": "0c13d406-873b-403b-9c09-a5766840d98d"}, "-216"),
        ({"PYSiparis_GUID": "00000000-3259-4C94-8BF8-47D33A5626D8"}, "-210"),
        ({"Siparis_ID": "siparis55"}, "-210"),
        ({"Durum": "IPTALIADE"}, "-1"),
        ({"SiparisTutar": "40.01"}, "-221"),
        ({"SiparisTutar": "-1.00"}, "-217"),
        ({"SiparisTutar": "0.30000000000000004"}, "-217"),
        ({"SiparisTutar": "NaN"}, "-217"),
        ({"OdenecekTutar": "1.005"}, "-217"),
        ({"OdenecekTutar": "40.01"}, "-218"),
    ],
)
def test_refusals_have_their_codes_and_move_nothing(order: Wire, changed: dict[str, str], sonuc: str) -> None:
    assert code(order.give_back(**changed)) == sonuc
    assert order.book.returned("siparis54") == Money(0)


def test_a_payable_above_the_product_amount_is_refused_in_the_documents_words(order: Wire) -> None:
    assert said(order.give_back(OdenecekTutar="40.01"))["Sonuc_Str"] == (
        "Odenecek tutar ürün tutarından büyük olamaz"
    )
    assert code(order.give_back(SiparisTutar="1.00", OdenecekTutar="39.00")) == "1"


def test_a_literal_param_refuses_a_payable_above_what_is_given_back(order: Wire) -> None:
    order.book.habits.payable_within_return = True

    assert code(order.give_back(SiparisTutar="1.00", OdenecekTutar="39.00")) == "-218"


def test_guids_are_compared_without_their_case(order: Wire) -> None:
    answer = order.give_back(PYSiparis_GUID=GUID.lower(), GUID="0C13D406-873B-403B-9C09-A5766840D98C")

    assert code(answer) == "1"


def test_what_is_left_of_a_line_is_the_limit(order: Wire) -> None:
    assert code(order.give_back()) == "1"
    assert code(order.give_back(SiparisTutar="10.01")) == "-221"
    assert code(order.give_back(SiparisTutar="10.00", OdenecekTutar="0.00")) == "1"
    assert code(order.give_back(SiparisTutar="10.00", OdenecekTutar="0.00")) == "-212"
    assert order.book.returned("siparis54") == Money(4_000)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<SiparisTutar>30.00", b"<SiparisTutar>30,00"),
        (b"<SiparisTutar>30.00", b"<SiparisTutar>"),
        (b"10738", b"ABC"),
        (b"<Durum>IADE</Durum >", b""),
        (b"<Siparis_ID>siparis54</Siparis_ID>", b'<Siparis_ID xmlns="">siparis54</Siparis_ID>'),
        (b'xmlns="https://turkpos.com.tr/"', b'xmlns="https://turkpos.com.tr"'),
        (b"</soap:Envelope>", b""),
        (b"<soap:Envelope", b'<!DOCTYPE Envelope [<!ENTITY a "b">]><soap:Envelope'),
    ],
)
def test_what_is_no_request_is_a_soap_fault(order: Wire, before: bytes, after: bytes) -> None:
    body = (SAMPLES / "003_request.xml").read_bytes()
    assert before in body

    answer = order.soap(body.replace(before, after))

    assert answer.status_code == 500
    assert etree.fromstring(answer.content).findtext(".//faultcode") == "soap:Client"
    assert order.book.requests_for("siparis54") == 0


def test_elements_in_another_order_are_no_request(order: Wire) -> None:
    body = (SAMPLES / "003_request.xml").read_text("utf-8")
    siparis = "<Siparis_ID>siparis54</Siparis_ID>\n"
    body = body.replace(siparis, "").replace("<PYSiparis_GUID>", f"{siparis}<PYSiparis_GUID>")

    assert order.soap(body.encode()).status_code == 500


@pytest.mark.parametrize("action", ["", '""', '"https://turkpos.com.tr/TP_Islem_Sorgulama4"'])
def test_another_soap_action_is_a_soap_fault(order: Wire, action: str) -> None:
    assert order.soap((SAMPLES / "003_request.xml").read_bytes(), action=action).status_code == 500


def test_the_same_amount_while_one_is_under_way_meets_the_guard(order: Wire) -> None:
    order.simulator.faults.next(Fault.SLOW)
    under_way = threading.Thread(target=order.give_back)
    under_way.start()
    order.book.wait_until(lambda: bool(order.book.returned("siparis54")))

    guarded = order.give_back()
    other = order.give_back(PYSiparis_GUID=SECOND)
    order.simulator.faults.clear()
    under_way.join()

    assert said(guarded)["Sonuc_Str"] == (
        "Aynı tutarda devam eden Iptal/Iade mevcut. Daha sonra tekrar deneyiniz."
    )
    assert code(other) == "1"
    assert order.book.returned("siparis54") == Money(6_000)
    assert code(order.give_back()) == "-221"


def test_a_get_is_a_page_and_moves_nothing(order: Wire) -> None:
    answer = httpx.get(order.addresses.param)

    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert order.book.requests_for("siparis54") == 0


def test_the_wsdl_keeps_whoever_believes_it_on_this_computer(wire: Wire) -> None:
    answer = httpx.get(f"{wire.addresses.param}?wsdl")

    described = etree.fromstring(answer.content)
    (address,) = described.iter("{http://schemas.xmlsoap.org/wsdl/soap/}address")
    assert address.get("location") == wire.addresses.param
    (operation,) = described.iter("{http://schemas.xmlsoap.org/wsdl/soap/}operation")
    assert operation.get("soapAction") == "https://turkpos.com.tr/Pazaryeri_TP_Iptal_Iade"


def test_made_up_guids_are_the_same_every_time(wire: Wire) -> None:
    first = wire.book.an_order("s1", [Seller("Ege", Money(1)), Seller("Moda", Money(2))], SOLD_AT)
    again = wire.book.an_order(
        "s1", [Seller("Ege", Money(1)), Seller("Moda", Money(2))], SOLD_AT + timedelta(1)
    )

    guids = [line.guid for line in first.lines]
    assert guids == [line.guid for line in again.lines]
    assert all(len(guid) == 36 and guid == guid.upper() for guid in guids)
    assert len(set(guids)) == 2


def test_whoever_has_the_answer_may_give_the_same_amount_back_at_once(order: Wire) -> None:
    answers = [order.give_back(SiparisTutar="1.00", OdenecekTutar="0.00") for _ in range(40)]

    assert [code(answer) for answer in answers] == ["1"] * 40
