"""Money is exact, or it is nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.money import ZERO, Money, total

kurus = st.integers(min_value=-(10**15), max_value=10**15)


@pytest.mark.parametrize("lossy", [12.5, 12.0, Decimal(12), "12", None, True])
def test_takes_nothing_but_a_whole_number_of_kurus(lossy: object) -> None:
    with pytest.raises(TypeError):
        Money(lossy)  # type: ignore[arg-type]  # that is what is tested


@given(kurus, kurus)
def test_adds_and_takes_away_to_the_kurus(one: int, other: int) -> None:
    assert (Money(one) + Money(other)).kurus == one + other
    assert Money(one) + Money(other) - Money(other) == Money(one)


@given(st.lists(kurus))
def test_a_total_is_the_sum_in_any_order(amounts: list[int]) -> None:
    there = [Money(amount) for amount in amounts]
    assert total(there) == total(there[::-1]) == Money(sum(amounts))


@given(kurus)
def test_lira_have_exactly_two_places(amount: int) -> None:
    written = str(Money(amount).decimal)
    assert len(written.rpartition(".")[2]) == 2
    assert Decimal(written) * 100 == amount


def test_ten_payments_of_ten_kurus_are_one_lira() -> None:
    assert total([Money(10)] * 10) == Money(100)


@given(kurus, kurus)
def test_is_ordered_by_amount(one: int, other: int) -> None:
    assert (Money(one) < Money(other)) == (one < other)


def test_a_magnitude_has_no_sign() -> None:
    assert abs(Money(-151_25)) == Money(151_25) == abs(Money(151_25))


def test_only_nothing_is_false() -> None:
    assert not ZERO
    assert Money(1)
    assert Money(-1)


def test_nothing_at_all_totals_zero() -> None:
    assert total([]) == ZERO


def test_the_log_reads_lira_and_currency() -> None:
    assert str(Money(1250_00)) == "1250.00 TRY"
    assert str(Money(-5)) == "-0.05 TRY"
