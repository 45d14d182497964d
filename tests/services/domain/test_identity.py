"""What names one and the same thing, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.account import GatewayName
from services.domain.identity import line_identity, merchant_identity, visible
from tests.builders import GUIDS

UNSEEN = [
    "\u200b",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\u200e",
    "\u202e",
    "\u2066",
    "\ufe0f",
    "\u3164",
    "\u2800",
    "\u2028",
    "\U000e0041",
    "\U000e01ef",
    "\0",
]


@pytest.mark.parametrize("sign", UNSEEN)
def test_what_cannot_be_seen_is_dropped_wherever_it_stands(sign: str) -> None:
    assert visible(f"{sign}SP{sign}-1{sign}") == "SP-1"


@given(st.text())
def test_what_is_visible_stays_and_is_visible_once_more(text: str) -> None:
    assert visible(visible(text)) == visible(text)
    assert [sign for sign in visible(text) if sign.isalnum()] == [
        sign for sign in text if sign.isalnum() and sign not in UNSEEN and visible(sign)
    ]


@pytest.mark.parametrize("written", ["TEST1234", "test1234", "ＴＥＳＴ１２３４", "TE\u200bST1234"])
def test_a_merchant_is_one_in_any_width_and_case(written: str) -> None:
    assert merchant_identity(GatewayName.ESNEKPOS, written) == "test1234"


def test_the_panels_domain_with_its_slash_is_another_merchant_than_without() -> None:
    with_slash = merchant_identity(GatewayName.ESNEKPOS, "shop.example/")
    assert with_slash != merchant_identity(GatewayName.ESNEKPOS, "shop.example")


@pytest.mark.parametrize("written", ["738", "0738", "000000738", "７３８"])
def test_a_client_code_is_compared_as_a_number(written: str) -> None:
    assert merchant_identity(GatewayName.PARAM, written) == "738"


@pytest.mark.parametrize("written", [GUIDS[0], GUIDS[0].lower(), f"{{{GUIDS[0]}}}", f" {GUIDS[0]}\u200b\n"])
def test_a_line_is_one_with_and_without_braces(written: str) -> None:
    assert line_identity(written) == GUIDS[0]
