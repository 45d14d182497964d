"""Amounts and dates as EsnekPOS writes them: exactly, or not at all."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.money import Money
from services.gateways.esnekpos_fields import Fields, amount_of
from services.gateways.json_text import Number, Unreadable

NONE = frozenset[str]()


def _written(kurus: int, *, grouped: bool) -> str:
    lira, rest = divmod(abs(kurus), 100)
    whole = f"{lira:,}".replace(",", ".") if grouped else str(lira)
    return f"{'-' if kurus < 0 else ''}{whole},{rest:02d}"


@given(kurus=st.integers(-(10**14), 10**14), grouped=st.booleans())
def test_every_amount_is_read_to_the_kurus(kurus: int, *, grouped: bool) -> None:
    assert amount_of(_written(kurus, grouped=grouped)) == Money(kurus)


@given(st.text(alphabet="0123456789.,- +"))
def test_what_is_read_as_an_amount_was_written_as_one(text: str) -> None:
    try:
        money = amount_of(text)
    except Unreadable:
        return
    plain = text.replace(".", "").lstrip("-0").rjust(4, "0")
    assert plain.lstrip("0") == _written(abs(money.kurus), grouped=False).lstrip("0")
    assert money.kurus <= 0 or not text.startswith("-")


@pytest.mark.parametrize(
    "value",
    ["1250", "1250.00", "1,250.00", "12,5", "12,500", ",50", "1.25,00", "1250,00 TL", " 1250,00", "1250,00\n",
     "+1,00", "--1,00", "١٢,٠٠", "1e3,00", "null", "NaN", "9" * 14 + ",00", Number("1250"), Number("1250.00"),
     True, False, [], {}, ["1,00"]],
)  # fmt: skip
def test_an_amount_is_never_guessed(value: object) -> None:
    with pytest.raises(Unreadable):
        amount_of(value)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("19.04.2020 18:34:35", datetime(2020, 4, 19, 15, 34, 35, tzinfo=UTC)),
        ("4.05.2020 11:58:11", datetime(2020, 5, 4, 8, 58, 11, tzinfo=UTC)),
        ("4.5.2020 1:58:11", datetime(2020, 5, 3, 22, 58, 11, tzinfo=UTC)),
        ("29.02.2024 00:00:00", datetime(2024, 2, 28, 21, 0, tzinfo=UTC)),
    ],
)
def test_a_date_is_istanbuls_and_keeps_its_text(text: str, instant: datetime) -> None:
    found = Fields({"DATE": text}, NONE).instant("DATE")
    assert found is not None
    assert (found.at, found.text) == (instant, text)


@pytest.mark.parametrize(
    "value", ["", "2020-04-19 18:34:35", "31.02.2020 10:00:00", "19.04.2020", "01.01.0001 00:00:00",
              "19.04.2020 24:00:00", "19.04.2020 18:34:35 ", Number("20200419"), [], {}, True],
)  # fmt: skip
def test_a_date_that_cannot_be_read_is_kept_to_be_shown(value: object) -> None:
    fields = Fields({"DATE": value}, NONE)
    assert fields.instant("DATE") is None
    assert "DATE" in fields.extra


def test_missing_null_and_empty_are_three_things() -> None:
    documented = frozenset({"A", "B", "C"})
    fields = Fields({"A": None, "B": ""}, documented)
    assert (fields.text("A"), fields.text("B"), fields.text("C")) == (None, "", None)
    assert fields.missing == {"C"}
    amounts = Fields({"A": None, "B": ""}, documented)
    assert (amounts.amount("A"), amounts.amount("B"), amounts.amount("C")) == (None, None, None)
    assert dict(amounts.extra) == {"B": '""'}


def test_an_amount_that_is_only_shown_may_be_odd() -> None:
    fields = Fields({"SENDED_AMOUNT": Number("148.88")}, NONE)
    assert fields.shown_amount("SENDED_AMOUNT") is None
    assert dict(fields.extra) == {"SENDED_AMOUNT": "148.88"}
