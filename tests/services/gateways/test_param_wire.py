"""What Param is told: exact amounts, in the order of the document."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.account import Account, Environment, GatewayName
from services.domain.errors import NotReversible, WhyNot
from services.domain.money import Money
from services.domain.reversal import Everything, ReturnRequest, Verb, VoidRequest
from services.gateways.param_wire import amount_text, fields_of
from tests.services.gateways.conftest import LINE, LOGIN, a_return

ACCOUNT = Account(gateway=GatewayName.PARAM, environment=Environment.TEST, merchant="10738", name="Pazar")


@given(st.integers(0, 10**30))
def test_an_amount_is_written_to_the_kurus(kurus: int) -> None:
    text = amount_text(Money(kurus))
    assert re.fullmatch(r"(0|[1-9]\d*)\.\d\d", text)
    assert int(text.replace(".", "")) == kurus


@pytest.mark.parametrize(
    ("kurus", "text"), [(0, "0.00"), (1, "0.01"), (30, "0.30"), (3000, "30.00"), (10**9 + 5, "10000000.05")]
)
def test_writes_dot_and_two_decimals(kurus: int, text: str) -> None:
    assert amount_text(Money(kurus)) == text
    assert Decimal(text) == Money(kurus).decimal


def test_a_negative_amount_is_never_written() -> None:
    with pytest.raises(ValueError, match="negative"):
        amount_text(Money(-1))


def test_everything_alone_is_written_as_nothing() -> None:
    fields = fields_of(ACCOUNT, LOGIN, a_return(Everything.ALL_SELLERS, 1000))
    assert (fields["SiparisTutar"], fields["OdenecekTutar"]) == ("0.00", "0.00")


@given(st.integers(1, 10**12), st.integers(0, 10**12))
def test_an_amount_of_a_line_is_never_written_as_nothing(amount: int, payable: int) -> None:
    fields = fields_of(ACCOUNT, LOGIN, a_return(Money(amount), payable))
    assert fields["SiparisTutar"] != "0.00"
    assert fields["OdenecekTutar"] == amount_text(Money(payable))


@pytest.mark.parametrize(("verb", "word"), [(Verb.VOID, "IPTAL"), (Verb.REFUND, "IADE")])
def test_each_verb_has_its_word(verb: Verb, word: str) -> None:
    request = ReturnRequest(siparis_id="1", line=LINE, verb=verb, amount=Money(1), payable=Money(0))
    assert fields_of(ACCOUNT, LOGIN, request)["Durum"] == word


def test_a_void_of_another_gateway_is_not_for_param() -> None:
    with pytest.raises(NotReversible) as refused:
        fields_of(ACCOUNT, LOGIN, VoidRequest("1"))
    assert refused.value.why is WhyNot.NOT_OFFERED
