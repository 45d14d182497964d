"""What is typed at a Turkish desk is one amount, or a question; what is shown reads back as itself."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.format import (
    AmbiguousAmount,
    amount,
    clock_time,
    clock_time_exact,
    counted,
    day,
    instant,
    instant_exact,
    money,
    parse_amount,
    plain,
)
from services.domain.money import Money

EVENING = datetime(2026, 11, 1, 15, 4, 9, tzinfo=UTC)
"""18:04:09 in Istanbul."""


@pytest.mark.parametrize(
    ("typed", "kurus"),
    [
        ("1250", 125_000),
        ("1250,5", 125_050),
        ("1250,05", 125_005),
        ("1.250,00", 125_000),
        ("1.234.567,89", 123_456_789),
        ("0", 0),
        ("0,00", 0),
        ("  12,50  ", 1_250),
        ("12,50 TL", 1_250),
        ("12,50tl", 1_250),
        ("12,50 ₺", 1_250),
        ("999999999999,99", 99_999_999_999_999),
    ],
)
def test_an_amount_with_one_reading_is_read_to_the_kurus(typed: str, kurus: int) -> None:
    assert parse_amount(typed) == Money(kurus)


@pytest.mark.parametrize(
    ("typed", "as_thousands", "as_kurus"),
    [
        ("1.250", 125_000, 125),
        ("12.50", 125_000, 1_250),
        ("12.505", 1_250_500, 1_250),
        ("999999999999.99", 9_999_999_999_999_900, 99_999_999_999_999),
    ],
)
def test_an_amount_with_two_readings_is_asked_about_with_both(
    typed: str, as_thousands: int, as_kurus: int
) -> None:
    with pytest.raises(AmbiguousAmount, match=typed) as asked:
        parse_amount(typed)

    assert asked.value.readings == (Money(as_thousands), Money(as_kurus))


@pytest.mark.parametrize(
    "typed",
    [
        "", "TL", "x", ",5", "12,", "12,505", "1.25,00", "12.5", "12.5050", "1.250.000", "-5", "12,5x",
        "12,50 TL TL", "1250.", "TL12", "1234567890123", "1234567890123,00", "1234567890123.50", "x12,5",
        "1 250", "٣",
    ],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_the_text_that_was_typed(typed: str) -> None:
    with pytest.raises(ValueError, match="not an amount: ") as refused:
        parse_amount(typed)

    assert not isinstance(refused.value, AmbiguousAmount)


@given(st.integers(min_value=0, max_value=10**14 - 1))
def test_what_is_shown_reads_back_as_the_same_amount(kurus: int) -> None:
    assert parse_amount(amount(Money(kurus))) == Money(kurus)
    assert parse_amount(money(Money(kurus))) == Money(kurus)


@pytest.mark.parametrize(
    ("kurus", "shown"),
    [
        (125_000, "1.250,00"),
        (123_456_789, "1.234.567,89"),
        (5, "0,05"),
        (0, "0,00"),
        (-14_990, "\u2212149,90"),
    ],
)
def test_an_amount_is_written_with_dots_between_thousands_and_a_real_minus(kurus: int, shown: str) -> None:
    assert amount(Money(kurus)) == shown
    assert money(Money(kurus)) == f"{shown}\u00a0TL"


def test_an_instant_is_written_in_the_time_of_istanbul() -> None:
    assert instant(EVENING) == "01.11.2026 18:04"
    assert instant_exact(EVENING) == "01.11.2026 18:04:09"
    assert clock_time(EVENING) == "18:04"
    assert clock_time_exact(EVENING) == "18:04:09"
    assert day(date(2026, 11, 1)) == "01.11.2026"


def test_a_gateways_text_is_cut_where_it_gets_too_long_and_not_before() -> None:
    assert plain("x" * 400) == "x" * 400
    assert plain("x" * 401) == "x" * 399 + "…"
    assert plain("ab", limit=2) == "ab"
    assert plain("abc", limit=2) == "a…"
    assert plain("  a b  ") == "a b"


def test_a_text_of_which_most_is_dropped_is_still_shown_to_its_limit() -> None:
    assert plain("\u200b" * 9 + "abc", limit=3) == "abc"


@pytest.mark.parametrize(("number", "said"), [(0, "0"), (999, "999"), (1000, "1.000"), (100_000, "100.000")])
def test_a_count_is_grouped_as_amounts_are(number: int, said: str) -> None:
    assert counted(number) == said


def test_an_amount_that_was_pasted_with_a_page_of_spaces_keeps_nobody_waiting() -> None:
    with pytest.raises(ValueError, match="not an amount: "):
        parse_amount("1" + " " * 300_000 + "x")
