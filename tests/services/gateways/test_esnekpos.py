"""EsnekPOS over a socket: one question, one answer; one void, one request."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from services.domain.account import Account, Environment
from services.domain.errors import (
    BadReply,
    CredentialsRefused,
    InvalidInput,
    NotConfigured,
    NotReversible,
    OutcomeUnknown,
    Unreachable,
)
from services.domain.money import Money
from services.domain.reversal import VoidRequest
from services.gateways.addresses import address_of
from services.gateways.base import CanMove, CanQuery, Verdict
from services.gateways.esnekpos import _HOSTS, EsnekPos
from tests.services.gateways.conftest import KEY, LOGIN, MakeHttp, a_return
from tests.services.gateways.test_esnekpos_wire import REFERENCE, sample
from tests.services.gateways.toy import ToyGateway, answer


def test_can_query_and_move(esnekpos: EsnekPos) -> None:
    queries: CanQuery = esnekpos
    moves: CanMove = esnekpos
    assert {id(queries), id(moves)} == {id(esnekpos)}


def test_asks_about_a_reference_and_keeps_the_exchange(
    esnekpos: EsnekPos, toy: ToyGateway, shop: Account
) -> None:
    toy.says(answer(sample("001_answer.json").encode(), "200 OK", "Date: Sat, 22 Nov 2025 10:00:00 GMT"))
    queried = esnekpos.query(shop, KEY, REFERENCE)
    assert queried.payment is not None
    assert queried.payment.amount == Money(125000)
    assert queried.exchange.status == 200
    assert queried.exchange.server_date is not None
    assert esnekpos.read(queried.exchange.body, REFERENCE) == queried.payment
    [received] = toy.received
    assert received.line == "POST /api/services/ProcessQuery HTTP/1.1"
    assert received.headers["content-type"] == "application/json; charset=utf-8"
    assert json.loads(received.body)["ORDER_REF_NUMBER"] == REFERENCE


def test_an_unknown_reference_is_no_payment(esnekpos: EsnekPos, toy: ToyGateway, shop: Account) -> None:
    toy.says(answer(b'{"STATUS": "PROCESS_QUERY", "RETURN_CODE": "400", "TRANSACTIONS": null}'))
    assert esnekpos.query(shop, KEY, REFERENCE).payment is None


@pytest.mark.parametrize("status", ["201 Created", "302 Found", "403 Forbidden", "500 Internal Server Error"])
def test_a_question_answered_by_another_status_is_unreadable(
    esnekpos: EsnekPos, toy: ToyGateway, shop: Account, status: str
) -> None:
    toy.says(answer(sample("001_answer.json").encode(), status))
    with pytest.raises(BadReply) as unreadable:
        esnekpos.query(shop, KEY, REFERENCE)
    assert unreadable.value.account is shop


def test_a_question_answered_in_another_encoding_is_unreadable(
    esnekpos: EsnekPos, toy: ToyGateway, shop: Account
) -> None:
    toy.says(answer(sample("001_answer.json").encode("iso-8859-9")))
    with pytest.raises(BadReply):
        esnekpos.query(shop, KEY, REFERENCE)


def test_a_wrong_key_names_the_account(esnekpos: EsnekPos, toy: ToyGateway, shop: Account) -> None:
    toy.says(answer(b'{"STATUS": "AUTHENTICATION_ERROR", "RETURN_CODE": "102"}'))
    with pytest.raises(CredentialsRefused) as refused:
        esnekpos.query(shop, KEY, REFERENCE)
    assert refused.value.account is shop


def test_voids_by_the_documents_request_in_the_very_bytes_of_its_preview(
    esnekpos: EsnekPos, toy: ToyGateway, shop: Account
) -> None:
    toy.says(answer(sample("000_answer.json").encode()))
    told = esnekpos.send(shop, KEY, VoidRequest("ORDER_REF_NUMBER"))
    assert (told.verdict, told.code, told.text) == (Verdict.DONE, "0", None)
    [received] = toy.received
    assert received.line == "POST /api/services/OrderReturnPhysical HTTP/1.1"
    assert received.body.decode().replace(KEY.merchant_key, "***") == esnekpos.preview(
        shop, VoidRequest("ORDER_REF_NUMBER")
    )
    assert json.loads(received.body) == json.loads(sample("000_request.json"))


def test_what_cannot_be_sent_is_not(esnekpos: EsnekPos, toy: ToyGateway, shop: Account) -> None:
    void = VoidRequest("1")
    with pytest.raises(NotReversible):
        esnekpos.send(shop, KEY, VoidRequest("x" * 25))
    with pytest.raises(NotReversible):
        esnekpos.send(shop, KEY, a_return())
    with pytest.raises(NotConfigured):
        esnekpos.send(replace(shop, back_url=""), KEY, void)
    with pytest.raises(NotConfigured):
        esnekpos.send(shop, LOGIN, void)
    with pytest.raises(NotConfigured):
        esnekpos.query(shop, LOGIN, "1")
    with pytest.raises(InvalidInput):
        esnekpos.query(shop, KEY, "")
    with pytest.raises(InvalidInput):
        esnekpos.send(replace(shop, address="http://example.com"), KEY, void)
    assert toy.connections == 0


def test_a_lost_answer_is_one_request_and_unknown(
    make_http: MakeHttp, toy: ToyGateway, shop: Account
) -> None:
    esnekpos = EsnekPos(make_http(0.3))
    toy.stays_silent()
    with pytest.raises(OutcomeUnknown) as unknown:
        esnekpos.send(shop, KEY, VoidRequest("1"))
    assert unknown.value.account is shop
    assert (toy.connections, len(toy.received)) == (1, 1)


def test_once_closed_nothing_is_sent(esnekpos: EsnekPos, toy: ToyGateway, shop: Account) -> None:
    esnekpos.close()
    with pytest.raises(Unreachable):
        esnekpos.send(shop, KEY, VoidRequest("1"))
    assert toy.connections == 0


def test_test_and_live_have_addresses_that_no_account_can_change(shop: Account) -> None:
    for environment, host in [
        (Environment.LIVE, "posservice.esnekpos.com"),
        (Environment.TEST, "posservicetest.esnekpos.com"),
    ]:
        url = address_of(replace(shop, environment=environment), _HOSTS, "/api/services/ProcessQuery")
        assert str(url) == f"https://{host}/api/services/ProcessQuery"


@pytest.mark.parametrize(
    "address",
    ["", "127.0.0.1:80", "https://127.0.0.1", "http://localhost:80", "http://127.0.0.1:80@example.com",
     "http://user:pass@127.0.0.1:80", "http://127.0.0.1.example.com", "http://10.0.0.1", "http://[::2]",
     "http://127.0.0.1:99999999"],
)  # fmt: skip
def test_a_demo_lives_on_this_computer(shop: Account, address: str) -> None:
    with pytest.raises(InvalidInput):
        address_of(replace(shop, address=address), _HOSTS)
