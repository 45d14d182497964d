"""A gateway that hands our secrets back in every way it can finds nobody to keep them."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from functools import partial

import pytest

from services.domain.account import Account, ParamSecrets, Secrets
from services.domain.errors import ServiceError
from services.domain.reversal import VoidRequest
from services.gateways.esnekpos import EsnekPos
from services.gateways.param import Param
from tests.services.gateways.conftest import KEY, MakeHttp, a_return
from tests.services.gateways.test_money_answers import param_says, void_says
from tests.services.gateways.toy import ToyGateway, answer

LOGIN = ParamSecrets(
    username="kasiyer-merkez", password="pa&ss<w>ord1", guid="0c13d406-873b-403b-9c09-a5766840d98c"
)
FINGERPRINTS = ["4oK26hK8MOXrIV1bzTRVPA", "kasiyer-merkez", "ord1", "873b-403b"]


def outcome_of(call: Callable[[], object]) -> object:
    """Return what a call answers, or the error it ends in."""
    try:
        return call()
    except ServiceError as error:
        return error


def told(answered: object) -> str:
    """All that could be shown, kept or logged of a result or an error."""
    if isinstance(answered, ServiceError):
        return (
            repr(answered)
            + answered.detail
            + "".join(traceback.format_exception(answered))
            + str(vars(answered))
        )
    return repr(answered)


@pytest.mark.parametrize(
    "raw",
    [
        answer(void_says('"0"', '"SUCCESS"', more=f', "MERCHANT_KEY": "{KEY.merchant_key}"').encode()),
        answer(void_says('"0"', '"SUCCESS"', more=f', "ECHO": {{"k": "{KEY.merchant_key}"}}').encode()),
        answer(f"<html>{KEY.merchant_key}</html>".encode(), "500 Internal Server Error"),
        answer(b'{"RETURN_CODE": "102", "STATUS": null, "RETURN_MESSAGE": "4oK26hK8MOXrIV1bzTRVPA=="}'),
        f"HTTP/1.1 200 {KEY.merchant_key}\r\n{KEY.merchant_key}\r\n\r\n".encode(),
        f"{KEY.merchant_key}\r\n\r\n".encode(),
    ],
)
def test_esnekpos_keeps_none(
    esnekpos: EsnekPos, toy: ToyGateway, shop: Account, caplog: pytest.LogCaptureFixture, raw: bytes
) -> None:
    caplog.set_level(logging.DEBUG)
    toy.says_and_hangs_up(raw)
    for call in (
        partial(esnekpos.query, shop, KEY, "siparis 1|93"),
        partial(esnekpos.send, shop, KEY, VoidRequest("siparis 1|93")),
    ):
        _nowhere(told(outcome_of(call)))
    _nowhere(caplog.text)


@pytest.mark.parametrize(
    "raw",
    [
        answer(param_says("1", "kasiyer-merkez / pa&amp;ss&lt;w&gt;ord1").encode()),
        answer(param_says("-100", after=f"<GUID>{LOGIN.guid.upper()}</GUID>").encode()),
        answer(b"<CLIENT_PASSWORD>pa&amp;ss&lt;w&gt;ord1</CLIENT_PASSWORD>", "500 Internal Server Error"),
        answer(b"<pre>&lt;CLIENT_USERNAME&gt;kasiyer-merkez&lt;/", "403 Forbidden"),
        f"HTTP/1.1 200 OK\r\n{LOGIN.guid}\r\n\r\n".encode(),
    ],
)
def test_param_keeps_none(
    param: Param, toy: ToyGateway, market: Account, caplog: pytest.LogCaptureFixture, raw: bytes
) -> None:
    caplog.set_level(logging.DEBUG)
    toy.says_and_hangs_up(raw)
    answered = outcome_of(partial(param.send, market, LOGIN, a_return()))
    _nowhere(told(answered) + caplog.text)
    _nowhere(param.preview(market, a_return()))


@pytest.mark.parametrize("secrets", [KEY, LOGIN])
def test_secrets_do_not_show_themselves(secrets: Secrets) -> None:
    _nowhere(repr(secrets) + str(secrets))


def test_a_lost_answer_tells_nothing_of_what_was_sent(
    make_http: MakeHttp, toy: ToyGateway, market: Account, shop: Account
) -> None:
    http = make_http(0.3)
    toy.stays_silent()
    with pytest.raises(ServiceError) as lost:
        Param(http).send(market, LOGIN, a_return())
    _nowhere(told(lost.value))
    with pytest.raises(ServiceError) as lost:
        EsnekPos(http).send(shop, KEY, VoidRequest("1"))
    _nowhere(told(lost.value))


def _nowhere(text: str) -> None:
    assert [secret for secret in FINGERPRINTS if secret.lower() in text.lower()] == []
