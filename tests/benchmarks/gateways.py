"""What our two gateways cost, beside the plainest calls that bring the same answer."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from itertools import cycle
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
from tests.benchmarks.both_gateways import REFERENCE
from tests.benchmarks.measure import Comparison, in_turn, timed

ROUNDS = 200
AMOUNTS = [Money(kurus) for kurus in range(1, 51)]
"""In turn: Param takes no two requests of the same amount at once, and is not always quick to forget one."""


def compare() -> list[Comparison]:
    with simulated() as found:
        return [esnekpos_query(found["esnekpos"]), *param_calls(found)]


@contextmanager
def simulated(*, slow: float = 0) -> Iterator[dict[str, str]]:
    """Run both gateways in a process of their own; every answer takes `slow` seconds."""
    command = [sys.executable, "-m", "tests.benchmarks.both_gateways", *([str(slow)] if slow else [])]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield json.loads(process.stdout.readline())
        process.stdin.close()


def esnekpos_query(address: str) -> Comparison:
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

    ours, theirs = in_turn(timed(query), timed(post), rounds=ROUNDS, warm_up=20)
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


def param_calls(found: dict[str, str]) -> list[Comparison]:
    """Some kuruş of a dear order given back; ours on a fresh connection each time, as money is sent."""
    http = Http(SystemClock())
    merchant = Merchants().param
    account = Account(
        gateway=GatewayName.PARAM,
        environment=Environment.DEMO,
        merchant=merchant.client_code,
        name="Pazaryeri",
        address=found["param"],
    )
    secrets = ParamSecrets(username=merchant.username, password=merchant.password, guid=merchant.guid)
    gateway = Param(http)
    amounts = cycle(AMOUNTS)

    def send() -> None:
        amount = next(amounts)
        request = ReturnRequest(
            siparis_id=found["siparis_id"],
            line=found["guid"],
            verb=Verb.REFUND,
            amount=amount,
            payable=amount,
        )
        assert gateway.send(account, secrets, request).verdict is Verdict.DONE

    with resources.as_file(resources.files("resources").joinpath("wsdl", "pazaryeri.wsdl")) as wsdl:
        make: Any = zeep.Client  # zeep has no types
        client = make(str(wsdl))
    service = client.create_service("{https://turkpos.com.tr/}PazaryeriSoap", found["param"])
    fields = {
        "G": {
            "CLIENT_CODE": merchant.client_code,
            "CLIENT_USERNAME": merchant.username,
            "CLIENT_PASSWORD": merchant.password,
        },
        "PYSiparis_GUID": found["guid"],
        "GUID": merchant.guid,
        "Durum": "IADE",
        "Siparis_ID": found["siparis_id"],
    }

    def call() -> None:
        amount = str(next(amounts).decimal)
        result = service.Pazaryeri_TP_Iptal_Iade(**fields, SiparisTutar=amount, OdenecekTutar=amount)
        assert int(result.Sonuc) > 0

    def call_afresh() -> None:
        client.transport.session.close()
        call()

    ours, fresh, kept = in_turn(timed(send), timed(call_afresh), timed(call), rounds=ROUNDS, warm_up=20)
    client.transport.session.close()
    http.close()
    return [
        Comparison(
            what="Param call",
            yardstick="plain zeep, on a fresh connection as ours is",
            unit="ms",
            ours=ours,
            theirs=fresh,
            limit=0.8,
        ),
        Comparison(
            what="the same",
            yardstick="plain zeep, on a kept connection",
            unit="ms",
            ours=ours,
            theirs=kept,
            limit=None,
        ),
    ]


def esnekpos_account(address: str) -> tuple[Account, EsnekPosSecrets]:
    """The simulator's merchant at EsnekPOS."""
    merchant = Merchants().esnekpos
    account = Account(
        gateway=GatewayName.ESNEKPOS,
        environment=Environment.DEMO,
        merchant=merchant.merchant,
        name="Merkez",
        address=address,
    )
    return account, EsnekPosSecrets(merchant_key=merchant.key)
