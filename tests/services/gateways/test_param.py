"""Param over a socket: the document's request, sent once, to where it is meant to go."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from importlib import resources

import pytest
from lxml import etree

from services.domain.account import Account, Environment
from services.domain.errors import (
    InputProblem,
    InvalidInput,
    NotConfigured,
    NotReversible,
    OutcomeUnknown,
    Reach,
    Unreachable,
)
from services.domain.money import Money
from services.domain.reversal import Everything, ReturnRequest, Verb, VoidRequest
from services.gateways.addresses import address_of
from services.gateways.base import CanMove, CanReach, Verdict
from services.gateways.param import _HOSTS, Param
from tests.services.gateways.conftest import KEY, LINE, LOGIN, MakeHttp, a_return
from tests.services.gateways.toy import ToyGateway, answer

Element = tuple[str, str]


def sample(name: str) -> bytes:
    return resources.files("resources").joinpath("samples", name).read_bytes()


def elements(document: bytes) -> list[Element]:
    """Every element in its order, by qualified name, with its text."""
    root = etree.fromstring(document, etree.XMLParser(remove_comments=True))
    return [(str(element.tag), (element.text or "").strip()) for element in root.iter()]


def test_can_reach_and_move(param: Param) -> None:
    reaches: CanReach = param
    moves: CanMove = param
    assert {id(reaches), id(moves)} == {id(param)}


def test_sends_the_documents_request_element_by_element(
    param: Param, toy: ToyGateway, market: Account
) -> None:
    toy.says(answer(sample("003_answer.xml")))
    told = param.send(market, LOGIN, a_return())
    assert (told.verdict, told.code, told.text) == (Verdict.DONE, "1", "Başarılı")
    [received] = toy.received
    assert received.line == "POST /turkpos.ws/service_pazaryeri.asmx HTTP/1.1"
    assert received.headers["soapaction"] == '"https://turkpos.com.tr/Pazaryeri_TP_Iptal_Iade"'
    assert received.headers["content-type"] == "text/xml; charset=utf-8"
    assert elements(received.body) == elements(sample("003_request.xml"))


def test_a_preview_is_the_very_bytes_but_for_the_secrets(
    param: Param, toy: ToyGateway, market: Account
) -> None:
    toy.says(answer(sample("003_answer.xml")))
    param.send(market, LOGIN, a_return())
    sent = toy.received[0].body.decode()
    for name, secret in [("USERNAME", "Test"), ("PASSWORD", "Test")]:
        sent = sent.replace(f"CLIENT_{name}>{secret}<", f"CLIENT_{name}>***<")
    assert sent.replace(LOGIN.guid, "***") == param.preview(market, a_return())


@pytest.mark.parametrize(
    ("request_", "written"),
    [
        (a_return(Everything.ALL_SELLERS, 0), ("0.00", "0.00")),
        (a_return(Money(30), 0), ("0.30", "0.00")),
        (a_return(Money(1), 99_999_999_999), ("0.01", "999999999.99")),
        (a_return(Money(10**15 + 10), 10), ("10000000000000.10", "0.10")),
    ],
)
def test_amounts_arrive_exactly(
    param: Param, toy: ToyGateway, market: Account, request_: ReturnRequest, written: tuple[str, str]
) -> None:
    toy.says(answer(sample("003_answer.xml")))
    param.send(market, LOGIN, request_)
    sent = dict(elements(toy.received[0].body))
    space = "{https://turkpos.com.tr/}"
    assert (sent[f"{space}SiparisTutar"], sent[f"{space}OdenecekTutar"]) == written


def test_odd_signs_arrive_as_they_are(param: Param, toy: ToyGateway, market: Account) -> None:
    toy.says(answer(sample("003_answer.xml")))
    request = ReturnRequest(
        siparis_id='<a> & ]]> "İğne" 😀', line=LINE, verb=Verb.VOID, amount=Money(1), payable=Money(0)
    )
    param.send(market, LOGIN, request)
    assert dict(elements(toy.received[0].body))["{https://turkpos.com.tr/}Siparis_ID"] == request.siparis_id


def test_a_sign_that_xml_has_no_way_to_write_is_not_sent(
    param: Param, toy: ToyGateway, market: Account
) -> None:
    request = ReturnRequest(
        siparis_id="a\u0000b", line=LINE, verb=Verb.VOID, amount=Money(1), payable=Money(0)
    )
    with pytest.raises(InvalidInput) as refused:
        param.send(market, LOGIN, request)
    assert (refused.value.field, refused.value.problem) == ("siparis_id", InputProblem.NOT_PRINTABLE)
    with pytest.raises(InvalidInput):
        param.preview(market, request)
    assert toy.connections == 0


def test_every_return_has_a_connection_of_its_own(param: Param, toy: ToyGateway, market: Account) -> None:
    toy.says(answer(sample("003_answer.xml")))
    for _ in range(3):
        param.send(market, LOGIN, a_return())
    assert (toy.connections, len(toy.received)) == (3, 3)


def test_many_threads_write_and_send_without_mixing(param: Param, toy: ToyGateway, market: Account) -> None:
    toy.says(answer(sample("003_answer.xml")))
    together = threading.Barrier(8)

    def work(number: int) -> tuple[str, bool]:
        together.wait(10)
        request = replace(a_return(Money(number)), siparis_id=f"siparis{number}")
        for _ in range(5):
            param.send(market, LOGIN, request)
        return f"siparis{number}", f"siparis{number}<" in param.preview(market, request)

    with ThreadPoolExecutor(8) as threads:
        done = [each.result() for each in [threads.submit(work, number) for number in range(1, 9)]]
    assert all(own for _, own in done)
    sent = [dict(elements(received.body)) for received in toy.received]
    pairs = [(each["{https://turkpos.com.tr/}Siparis_ID"], each["{https://turkpos.com.tr/}SiparisTutar"])
             for each in sent]  # fmt: skip
    assert sorted(pairs) == sorted([(f"siparis{n}", f"0.0{n}") for n in range(1, 9)] * 5)


@pytest.mark.parametrize("status", ["200 OK", "302 Found", "404 Not Found", "500 Internal Server Error"])
def test_any_status_but_403_is_reached(param: Param, toy: ToyGateway, market: Account, status: str) -> None:
    toy.says(answer(b"<html>GUID</html>", status))
    exchange = param.reach(market)
    assert (exchange.status, exchange.body) == (int(status[:3]), "")
    [received] = toy.received
    assert received.line == "GET /turkpos.ws/service_pazaryeri.asmx HTTP/1.1"
    assert received.body == b""


def test_an_unregistered_address_is_told_apart(param: Param, toy: ToyGateway, market: Account) -> None:
    toy.says(answer(b"<html>403</html>", "403 Forbidden"))
    with pytest.raises(Unreachable) as forbidden:
        param.reach(market)
    assert forbidden.value.reach is Reach.FORBIDDEN
    assert forbidden.value.account is market


def test_nobody_there_is_told_apart(param: Param, toy: ToyGateway, market: Account) -> None:
    toy.close()
    with pytest.raises(Unreachable) as nobody:
        param.reach(market)
    assert nobody.value.reach is Reach.CONNECT


def test_a_lost_answer_is_one_request_and_unknown(
    make_http: MakeHttp, toy: ToyGateway, market: Account
) -> None:
    toy.drips(b"HTTP/1.1 200 OK\r\n\r\n")
    with pytest.raises(OutcomeUnknown) as unknown:
        Param(make_http(0.3)).send(market, LOGIN, a_return())
    assert unknown.value.account is market
    assert (toy.connections, len(toy.received)) == (1, 1)


def test_what_cannot_be_sent_is_not(param: Param, toy: ToyGateway, market: Account) -> None:
    with pytest.raises(NotReversible):
        param.send(market, LOGIN, VoidRequest("1"))
    with pytest.raises(NotConfigured):
        param.send(market, KEY, a_return())
    assert toy.connections == 0


def test_once_closed_nothing_is_sent(param: Param, toy: ToyGateway, market: Account) -> None:
    param.close()
    with pytest.raises(Unreachable) as closed:
        param.send(market, LOGIN, a_return())
    assert closed.value.reach is Reach.CLOSED
    assert toy.connections == 0


def test_test_and_live_have_addresses_that_neither_an_account_nor_the_wsdl_can_change(
    market: Account,
) -> None:
    for environment, host in [
        (Environment.LIVE, "posws.param.com.tr"),
        (Environment.TEST, "testposws.param.com.tr"),
    ]:
        url = address_of(replace(market, environment=environment), _HOSTS)
        assert str(url) == f"https://{host}/turkpos.ws/service_pazaryeri.asmx"
