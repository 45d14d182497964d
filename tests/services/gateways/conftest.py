"""A toy gateway, the program's HTTP, and an account of the toy's at each gateway."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest

from services.domain.account import Account, Environment, EsnekPosSecrets, GatewayName, ParamSecrets
from services.domain.clock import SystemClock
from services.domain.money import Money
from services.domain.reversal import Everything, ReturnRequest, Verb, VoidRequest
from services.gateways.base import Answer
from services.gateways.esnekpos import EsnekPos
from services.gateways.http import Http
from services.gateways.param import Param
from tests.services.gateways.toy import ToyGateway

Send = Callable[[], Answer]
MakeHttp = Callable[[float], Http]

KEY = EsnekPosSecrets(merchant_key="4oK26hK8MOXrIV1bzTRVPA==")
LOGIN = ParamSecrets(username="Test", password="Test", guid="0c13d406-873b-403b-9c09-a5766840d98c")
REFERENCE = "siparis 1|93"
LINE = "A4683F02-3259-4C94-8BF8-47D33A5626D8"


THIRTY_LIRA = Money(3000)


def a_return(amount: Money | Everything = THIRTY_LIRA, payable: int = 1000) -> ReturnRequest:
    """Give back what the document's sample gives back (S 003), or another amount."""
    return ReturnRequest(
        siparis_id="siparis54", line=LINE, verb=Verb.REFUND, amount=amount, payable=Money(payable)
    )


@pytest.fixture
def toy() -> Iterator[ToyGateway]:
    gateway = ToyGateway()
    yield gateway
    gateway.close()


@pytest.fixture
def make_http() -> Iterator[MakeHttp]:
    made: list[Http] = []

    def make(deadline: float) -> Http:
        made.append(Http(SystemClock(), deadline=deadline, connect=min(deadline, 10)))
        return made[-1]

    yield make
    for http in made:
        http.close()


@pytest.fixture
def http(make_http: MakeHttp) -> Http:
    return make_http(30)


@pytest.fixture
def shop(toy: ToyGateway) -> Account:
    return Account(
        gateway=GatewayName.ESNEKPOS,
        environment=Environment.DEMO,
        merchant="TEST1234",
        name="Merkez",
        address=toy.address,
        back_url="https://posservicetest.esnekpos.com/api/home/PhysicalPaymentLog",
    )


@pytest.fixture
def market(toy: ToyGateway) -> Account:
    return Account(
        gateway=GatewayName.PARAM,
        environment=Environment.DEMO,
        merchant="10738",
        name="Pazar",
        address=f"{toy.address}/turkpos.ws/service_pazaryeri.asmx",
    )


@pytest.fixture
def esnekpos(http: Http) -> EsnekPos:
    return EsnekPos(http)


@pytest.fixture
def param(http: Http) -> Param:
    return Param(http)


@pytest.fixture
def void(esnekpos: EsnekPos, shop: Account) -> Send:
    """Void one sale at the toy."""
    return partial(esnekpos.send, shop, KEY, VoidRequest(REFERENCE))


@pytest.fixture
def give_back(param: Param, market: Account) -> Send:
    """Give 30,00 lira of one seller's line back at the toy."""
    return partial(param.send, market, LOGIN, a_return())
