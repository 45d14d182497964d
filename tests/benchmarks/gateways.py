"""What our two gateways cost, beside the plainest calls that bring the same answer."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import httpx
import zeep

from services.domain.account import Account, Environment, EsnekPosSecrets, GatewayName, ParamSecrets
from services.domain.clock import SystemClock
from services.domain.money import Money
from services.domain.reversal import ReturnRequest, Verb
from services.gateways.base import Verdict
from services.gateways.esnekpos import EsnekPos
from services.gateways.http import Http
from services.gateways.param import Param
from services.simulator.merchants import Merchants
from tests.benchmarks.canned import REFERENCE, canned
from tests.benchmarks.measure import BLOCK, Comparison, in_blocks, timed

ROUNDS = 25


def compare(*, rounds: int = ROUNDS, size: int = BLOCK) -> list[Comparison]:
    with canned() as address:
        return [
            esnekpos_query(address, rounds=rounds, size=size),
            *param_calls(address, rounds=rounds, size=size),
        ]


def esnekpos_query(address: str, *, rounds: int, size: int) -> Comparison:
    """A query through writer, border, redaction and reader; without the ledger."""
    http = Http(SystemClock())
    account, secrets = esnekpos_account(address)
    gateway = EsnekPos(http)

    def query() -> None:
        assert gateway.query(account, secrets, REFERENCE).payment is not None

    plain = httpx.Client()
    url = f"{address}/api/services/ProcessQuery"
    question = {
        "MERCHANT": account.merchant,
        "MERCHANT_KEY": secrets.merchant_key,
        "ORDER_REF_NUMBER": REFERENCE,
    }

    def post() -> None:
        assert json.loads(plain.post(url, json=question).content)["STATUS"] == "SUCCESS"

    ours, theirs = in_blocks(timed(query), timed(post), rounds=rounds, size=size)
    plain.close()
    http.close()
    return Comparison(
        what="EsnekPOS query",
        yardstick="a kept httpx.Client's post and json.loads",
        unit="ms",
        ours=ours,
        theirs=theirs,
        limit=1.25,
    )


def param_calls(address: str, *, rounds: int, size: int) -> list[Comparison]:
    """A part of an order given back; ours on a fresh connection each time, as money is sent."""
    http = Http(SystemClock())
    merchant = Merchants().param
    account = Account(
        gateway=GatewayName.PARAM,
        environment=Environment.DEMO,
        merchant=merchant.client_code,
        name="Pazaryeri",
        address=f"{address}/turkpos.asmx",
    )
    secrets = ParamSecrets(username=merchant.username, password=merchant.password, guid=merchant.guid)
    gateway = Param(http)
    amount, payable = Money(30_00), Money(10_00)
    request = ReturnRequest(
        siparis_id="siparis54",
        line="A4683F02-3259-4C94-8BF8-47D33A5626D8",
        verb=Verb.REFUND,
        amount=amount,
        payable=payable,
    )

    def send() -> None:
        assert gateway.send(account, secrets, request).verdict is Verdict.DONE

    with resources.as_file(resources.files("resources").joinpath("wsdl", "pazaryeri.wsdl")) as wsdl:
        make: Any = zeep.Client  # zeep has no types
        client = make(str(wsdl))
    service = client.create_service("{https://turkpos.com.tr/}PazaryeriSoap", account.address)
    fields = {
        "G": {
            "CLIENT_CODE": merchant.client_code,
            "CLIENT_USERNAME": merchant.username,
            "CLIENT_PASSWORD": merchant.password,
        },
        "PYSiparis_GUID": request.line,
        "GUID": merchant.guid,
        "Durum": "IADE",
        "Siparis_ID": request.siparis_id,
        "SiparisTutar": str(amount.decimal),
        "OdenecekTutar": str(payable.decimal),
    }

    def call() -> None:
        assert int(service.Pazaryeri_TP_Iptal_Iade(**fields).Sonuc) > 0

    def call_afresh() -> None:
        client.transport.session.close()
        call()

    ours, kept, fresh = in_blocks(timed(send), timed(call), timed(call_afresh), rounds=rounds, size=size)
    client.transport.session.close()
    http.close()
    return [
        Comparison(
            what="Param call, its connection fresh",
            yardstick="plain zeep as it comes, its connection kept",
            unit="ms",
            ours=ours,
            theirs=kept,
            limit=0.8,
        ),
        Comparison(
            what="the same",
            yardstick="plain zeep, its connection fresh too",
            unit="ms",
            ours=ours,
            theirs=fresh,
            limit=None,
        ),
    ]


def esnekpos_account(address: str, *, merchant: str = "TEST1234") -> tuple[Account, EsnekPosSecrets]:
    """An account of the documents' test merchant, or of another."""
    account = Account(
        gateway=GatewayName.ESNEKPOS,
        environment=Environment.DEMO,
        merchant=merchant,
        name="Merkez",
        address=address,
    )
    return account, EsnekPosSecrets(merchant_key=Merchants().esnekpos.key)
