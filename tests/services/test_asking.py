"""The box reads what a person typed: every word for all it may mean, and never for what it can't."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from services.asking import understand
from services.domain.money import Money
from services.domain.payment import PaymentState
from services.domain.question import (
    Amounts,
    Asked,
    AtAccount,
    Days,
    DayWord,
    Holds,
    InState,
    Question,
    Reading,
    kind_of,
)

TODAY = date(2026, 11, 20)
"""A Friday."""


def read(text: str) -> Question:
    return understand(Asked(text), TODAY)


def readings(text: str) -> list[tuple[str, tuple[Reading, ...]]]:
    return [(term.text, term.readings) for term in read(text).terms]


def kurus(amount: int) -> Amounts:
    return Amounts(Money(amount), Money(amount))


def on(day: int, month: int, year: int) -> Days:
    return Days(date(year, month, day), date(year, month, day))


def named(word: DayWord, first: date, last: date | None = None) -> Days:
    return Days(first, last or first, word)


@pytest.mark.parametrize("nothing", ["", "   ", "\t\n"])
def test_nothing_typed_looks_for_nothing_in_particular(nothing: str) -> None:
    assert read(nothing).terms == ()
    assert not read(nothing).may_be_reference


@pytest.mark.parametrize(
    "reference",
    [
        "0.54251300 1595848596|93",
        "A||B",
        "ORDER_REF_NUMBER",
        "Kasa 1 / 000123",
        "WEB-0c13d406-873b-403b-9c09-a5766840d98c",
        "ŞB2|17|19.11",
        "261120-K1-00312",
        "2000000037",
        "siparis54",
        "x" * 60,
        "ALI.VELI",
        "100234",
        "5715",
    ],
)
def test_a_whole_reference_may_be_asked_at_a_gateway_and_each_part_is_looked_for(reference: str) -> None:
    question = read(reference)
    assert question.may_be_reference
    assert question.text == reference
    assert [term.text for term in question.terms] == reference.split()
    assert all(any(isinstance(one, Holds) for one in term.readings) for term in question.terms)


@pytest.mark.parametrize(
    ("word", "amounts"),
    [
        ("1250", [125000]),
        ("1250,5", [125050]),
        ("1250,50", [125050]),
        ("1.250,00", [125000]),
        ("1,250.00", [125000]),
        ("1.250", [125000]),
        ("1,250", [125000]),
        ("12.50", [1250]),
        ("12,5", [1250]),
        ("0,01", [1]),
        ("1.234.567,89", [123456789]),
        ("9999999", [999999900]),
    ],
)
def test_a_number_is_an_amount_in_either_notation_and_a_part_of_a_reference_too(
    word: str, amounts: list[int]
) -> None:
    ((text, found),) = readings(word)
    assert text == word
    assert [one for one in found if isinstance(one, Amounts)] == [kurus(amount) for amount in amounts]
    assert Holds(word) in found


@pytest.mark.parametrize(
    "word",
    [
        "10000000",
        "1595848596",
        "54251311.1595",
        "12,345",
        "0.54251300",
        "1.25.0",
        "١٢٥٠",
        "12a",
        "-5",
        "1,2,3",
    ],
)
def test_a_number_of_something_else_is_no_amount_or_only_an_amount_it_can_be(word: str) -> None:
    ((_, found),) = readings(word)
    assert [one for one in found if isinstance(one, Amounts) and one.least != Money(1234500)] == []
    assert Holds(word) in found


@pytest.mark.parametrize("text", ["1250 TL", "1250TL", "1250,00 tl", "1.250,00 ₺", "1250₺", "1,250.00 TRY"])
def test_with_a_currency_it_is_an_amount_and_nothing_else(text: str) -> None:
    assert readings(text) == [(text, (kurus(125000),))]
    assert not read(text).may_be_reference


def test_a_long_amount_is_one_when_it_says_so() -> None:
    assert readings("12000000 TL") == [("12000000 TL", (kurus(1_200_000_000),))]
    assert readings("1234567890123 TL")[0][1] == (Holds("1234567890123"),)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("bugün", named(DayWord.TODAY, TODAY)),
        ("BUGÜN", named(DayWord.TODAY, TODAY)),
        ("bugun", named(DayWord.TODAY, TODAY)),
        ("today", named(DayWord.TODAY, TODAY)),
        ("Today", named(DayWord.TODAY, TODAY)),
        ("dün", named(DayWord.YESTERDAY, date(2026, 11, 19))),
        ("DÜN", named(DayWord.YESTERDAY, date(2026, 11, 19))),
        ("du\u0308n", named(DayWord.YESTERDAY, date(2026, 11, 19))),
        ("yesterday", named(DayWord.YESTERDAY, date(2026, 11, 19))),
        ("bu hafta", named(DayWord.THIS_WEEK, date(2026, 11, 16), date(2026, 11, 22))),
        ("Bu  Hafta", named(DayWord.THIS_WEEK, date(2026, 11, 16), date(2026, 11, 22))),
        ("this week", named(DayWord.THIS_WEEK, date(2026, 11, 16), date(2026, 11, 22))),
        ("THIS WEEK", named(DayWord.THIS_WEEK, date(2026, 11, 16), date(2026, 11, 22))),
        ("geçen hafta", named(DayWord.LAST_WEEK, date(2026, 11, 9), date(2026, 11, 15))),
        ("bu ay", named(DayWord.THIS_MONTH, date(2026, 11, 1), date(2026, 11, 30))),
        ("last month", named(DayWord.LAST_MONTH, date(2026, 10, 1), date(2026, 10, 31))),
    ],
)
def test_day_words_are_days_and_never_asked_at_a_gateway(text: str, days: Days) -> None:
    assert [found for _, found in readings(text)] == [(days,)]
    assert not read(text).may_be_reference


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("19.04.2026", on(19, 4, 2026)),
        ("19.4.2026", on(19, 4, 2026)),
        ("19.04.26", on(19, 4, 2026)),
        ("19/04/2026", on(19, 4, 2026)),
        ("2026-04-19", on(19, 4, 2026)),
        ("19.04", on(19, 4, 2026)),
        ("19/04", on(19, 4, 2026)),
        ("19.04.", on(19, 4, 2026)),
        ("20.11", on(20, 11, 2026)),
        ("21.11", on(21, 11, 2025)),
        ("31.12", on(31, 12, 2025)),
        ("29.02", on(29, 2, 2024)),
    ],
)
def test_a_date_is_a_day_that_has_come_and_a_part_of_a_reference_too(text: str, day: Days) -> None:
    ((_, found),) = readings(text)
    assert [one for one in found if isinstance(one, Days)] == [day]
    assert Holds(text) in found


@pytest.mark.parametrize("text", ["32.01", "30.02.2026", "19.13", "0.5", "2026-13-01", "1.2.3.4"])
def test_what_is_in_no_calendar_is_no_day(text: str) -> None:
    ((_, found),) = readings(text)
    assert not [one for one in found if isinstance(one, Days)]


def test_a_day_that_may_be_an_amount_is_looked_for_as_all_it_may_be() -> None:
    assert readings("19.04") == [("19.04", (kurus(1904), on(19, 4, 2026), Holds("19.04")))]


def test_words_are_read_one_by_one_and_all_have_to_fit() -> None:
    assert readings("dün kasa 250") == [
        ("dün", (named(DayWord.YESTERDAY, TODAY - timedelta(days=1)),)),
        ("kasa", (Holds("kasa"),)),
        ("250", (kurus(25000), Holds("250"))),
    ]
    assert not read("dün kasa 250").may_be_reference


def test_letters_are_folded_as_turkish_is() -> None:
    assert readings("IŞIK İstanbul") == [("IŞIK", (Holds("işik"),)), ("İstanbul", (Holds("istanbul"),))]


def test_a_reading_that_was_taken_away_is_not_looked_for() -> None:
    asked = Asked("1250", dropped=frozenset({("1250", "amounts")}))
    (term,) = understand(asked, TODAY).terms
    assert term.readings == (Holds("1250"),)


def test_without_its_text_a_word_is_no_reference_to_ask_for() -> None:
    question = understand(Asked("1250", dropped=frozenset({("1250", "holds")})), TODAY)
    assert [term.readings for term in question.terms] == [(kurus(125000),)]
    assert not question.may_be_reference


def test_a_word_with_no_reading_left_is_not_looked_for() -> None:
    question = understand(Asked("dün kasa", dropped=frozenset({("dün", "days")})), TODAY)
    assert [term.text for term in question.terms] == ["kasa"]


def test_what_is_added_narrows_down_and_a_scanned_reference_is_still_asked_for() -> None:
    added = (InState(PaymentState.PAID), AtAccount(7), Amounts(Money(100), Money(900)), DayWord.YESTERDAY)
    question = understand(Asked("A1", added=added), TODAY)
    yesterday = named(DayWord.YESTERDAY, date(2026, 11, 19))
    assert [term.readings[0] for term in question.terms] == [Holds("a1"), *added[:3], yesterday]
    assert [term.added for term in question.terms] == [None, *added]
    assert question.may_be_reference


def test_a_saved_yesterday_is_another_day_tomorrow() -> None:
    asked = Asked(added=(DayWord.YESTERDAY,))
    (term,) = understand(asked, TODAY + timedelta(days=1)).terms
    assert term.readings == (named(DayWord.YESTERDAY, TODAY),)


@pytest.mark.parametrize(
    ("today", "word", "first", "last"),
    [
        (date(2026, 11, 16), DayWord.THIS_WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (date(2026, 11, 22), DayWord.THIS_WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (date(2027, 1, 1), DayWord.YESTERDAY, date(2026, 12, 31), date(2026, 12, 31)),
        (date(2027, 1, 15), DayWord.LAST_MONTH, date(2026, 12, 1), date(2026, 12, 31)),
        (date(2028, 2, 3), DayWord.THIS_MONTH, date(2028, 2, 1), date(2028, 2, 29)),
    ],
)
def test_weeks_begin_on_monday_and_months_on_the_first(
    today: date, word: DayWord, first: date, last: date
) -> None:
    (term,) = understand(Asked(added=(word,)), today).terms
    assert term.readings == (Days(first, last, word),)


def test_bounds_that_leave_nothing_between_them_are_refused() -> None:
    with pytest.raises(ValueError, match="at least"):
        Amounts(Money(2), Money(1))
    with pytest.raises(ValueError, match="last day"):
        Days(TODAY, TODAY - timedelta(days=1))


def test_every_kind_of_reading_has_a_name_of_its_own() -> None:
    every: list[Reading] = [Holds("a"), kurus(1), on(1, 1, 2026), InState(None), AtAccount(1)]
    assert len({kind_of(one) for one in every}) == len(every)
