from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from services.domain.account import GatewayName
from services.domain.money import LARGEST, ZERO, Money
from services.domain.reversal import IntentState
from services.ledger.columns import Value, instant, listed, read, stored
from tests.services.ledger.making import NOON


@pytest.mark.parametrize(
    ("value", "lies_there_as"),
    [
        (None, None),
        ("şu", "şu"),
        (b"pdf", b"pdf"),
        (7, 7),
        (Money(125000), 125000),
        (Money(-1), -1),
        (LARGEST, 999_999_999_999_999),
        (ZERO - LARGEST, -999_999_999_999_999),
        (GatewayName.ESNEKPOS, "esnekpos"),
        (NOON, "2026-03-02T09:00:00.123456+00:00"),
        (NOON.astimezone(timezone(timedelta(hours=3))), "2026-03-02T09:00:00.123456+00:00"),
    ],
)
def test_a_value_lies_in_a_column_as_sqlite_compares_it(value: Value, lies_there_as: object) -> None:
    assert stored(value) == lies_there_as


@pytest.mark.parametrize(("value", "number"), [(True, 1), (False, 0)])
def test_yes_and_no_are_numbers(value: bool, number: int) -> None:  # noqa: FBT001  a parameter of the test
    found = stored(value)

    assert (type(found), found) == (int, number)


@pytest.mark.parametrize("value", [12.5, 12.0, [1], NOON.date()])
def test_nothing_else_fits_a_fraction_least_of_all(value: Any) -> None:
    with pytest.raises(TypeError, match=type(value).__name__):
        stored(value)


@pytest.mark.parametrize(
    ("value", "match"),
    [
        (LARGEST + Money(1), "no such amount"),
        (ZERO - LARGEST - Money(1), "no such amount"),
        (NOON.replace(tzinfo=None), "aware"),
    ],
)
def test_what_no_sale_has_does_not_fit_either(value: Value, match: str) -> None:
    with pytest.raises(ValueError, match=match):
        stored(value)


def test_what_was_put_in_is_read_back() -> None:
    assert read(Money, stored(Money(5))) == Money(5)
    assert read(GatewayName, stored(GatewayName.PARAM)) is GatewayName.PARAM
    assert read(instant, stored(NOON)) == NOON
    assert instant("2026-03-02T12:00:00.000000+00:00").utcoffset() == timedelta()
    assert read(datetime.fromisoformat, None) is None


def test_words_are_listed_for_a_statement() -> None:
    assert listed([IntentState.ARMED, IntentState.OUTCOME_UNKNOWN]) == "'armed', 'unknown'"
