"""Days are the shop's: Istanbul's, with its history of clock changes, or those of the bank's cut-off."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.clock import BusinessDays, Instant, SystemClock
from tests.builders import istanbul

_LEAST = timedelta(microseconds=1)

since_2000 = st.datetimes(datetime(2000, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001  hypothesis adds the zone
cutoffs = st.none() | st.times()


@pytest.mark.parametrize(
    ("at", "day"),
    [
        # Three hours ahead for good since 2016, summer and winter.
        ("2026-01-31T20:59:59+00:00", date(2026, 1, 31)),
        ("2026-01-31T21:00:00+00:00", date(2026, 2, 1)),
        ("2026-07-31T20:59:59+00:00", date(2026, 7, 31)),
        ("2026-07-31T21:00:00+00:00", date(2026, 8, 1)),
        # Before that, two in winter...
        ("2016-01-31T21:59:59+00:00", date(2016, 1, 31)),
        ("2016-01-31T22:00:00+00:00", date(2016, 2, 1)),
        # ... and the summer of 2016 that never ended.
        ("2016-11-30T20:59:59+00:00", date(2016, 11, 30)),
        ("2016-11-30T21:00:00+00:00", date(2016, 12, 1)),
        # The winter of 2015 came two weeks late, after the election.
        ("2015-10-31T20:59:59+00:00", date(2015, 10, 31)),
        ("2015-10-31T21:00:00+00:00", date(2015, 11, 1)),
        ("2015-11-08T21:59:59+00:00", date(2015, 11, 8)),
        ("2015-11-08T22:00:00+00:00", date(2015, 11, 9)),
    ],
)
def test_a_day_turns_at_istanbuls_midnight(at: str, day: date) -> None:
    assert BusinessDays().day_of(datetime.fromisoformat(at)) == day


def test_a_day_is_as_long_as_it_was_on_the_wall() -> None:
    days = BusinessDays()
    spring, autumn = istanbul("27.03.2016 12:00"), istanbul("08.11.2015 12:00")
    assert days.end_of(spring) - istanbul("27.03.2016 00:00") == timedelta(hours=23)
    assert days.end_of(autumn) - istanbul("08.11.2015 00:00") == timedelta(hours=25)


@given(since_2000)
def test_the_end_of_a_day_is_the_first_instant_of_the_next(at: datetime) -> None:
    days = BusinessDays()
    _check_end(days, at)


@given(since_2000, cutoffs)
def test_the_end_of_a_banks_day_is_the_first_instant_of_its_next(at: datetime, cutoff: time | None) -> None:
    _check_end(BusinessDays(cutoff), at)


def _check_end(days: BusinessDays, at: datetime) -> None:
    end = days.end_of(at)
    assert end > at
    assert end.tzinfo is UTC
    assert days.day_of(end - _LEAST) == days.day_of(at)
    assert days.day_of(end) == days.day_of(at) + timedelta(days=1)


@given(since_2000, cutoffs)
def test_a_day_begins_with_the_end_of_the_one_before(at: datetime, cutoff: time | None) -> None:
    days = BusinessDays(cutoff)
    start = days.start_of(at)
    assert start <= at
    assert start.tzinfo is UTC
    assert days.day_of(start) == days.day_of(at)
    assert days.end_of(start - _LEAST) == start


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("21.11.2026 00:00", date(2026, 11, 21)),
        ("21.11.2026 21:29", date(2026, 11, 21)),
        ("21.11.2026 21:30", date(2026, 11, 22)),
        ("21.11.2026 23:59", date(2026, 11, 22)),
        ("22.11.2026 00:00", date(2026, 11, 22)),
        ("31.12.2026 21:30", date(2027, 1, 1)),
    ],
)
def test_after_the_cutoff_it_is_the_banks_tomorrow(text: str, day: date) -> None:
    assert BusinessDays(time(21, 30)).day_of(istanbul(text)) == day


def test_a_day_that_a_bank_closed_stays_closed_though_the_hour_comes_twice() -> None:
    days = BusinessDays(time(3, 30))
    closed = datetime(2015, 11, 8, 0, 30, tzinfo=UTC)  # 03:30 in summer time, half an hour before it ended
    for later in (timedelta(0), timedelta(minutes=29), timedelta(minutes=30), timedelta(minutes=59)):
        assert days.day_of(closed + later) == date(2015, 11, 9)
    assert days.day_of(closed - _LEAST) == date(2015, 11, 8)


def test_the_last_hours_belong_with_the_next_morning() -> None:
    evening, morning = istanbul("21.11.2026 22:00"), istanbul("22.11.2026 09:00")
    assert BusinessDays(time(21, 30)).same_day(evening, morning)
    assert not BusinessDays().same_day(evening, morning)


@given(since_2000, cutoffs, st.integers(-12 * 60, 14 * 60))
def test_the_zone_an_instant_is_written_in_makes_no_difference(
    at: datetime, cutoff: time | None, minutes: int
) -> None:
    elsewhere = at.astimezone(timezone(timedelta(minutes=minutes)))
    days = BusinessDays(cutoff)
    assert days.day_of(elsewhere) == days.day_of(at)
    assert days.end_of(elsewhere) == days.end_of(at)
    assert days.same_day(at, elsewhere)


def test_an_instant_without_a_zone_is_none() -> None:
    with pytest.raises(ValueError, match="aware"):
        Instant(datetime(2026, 11, 21, 18, 34), "21.11.2026 18:34:00")  # noqa: DTZ001  that is what is tested


def test_an_instant_keeps_the_text_it_was_read_from() -> None:
    assert Instant(istanbul("04.05.2020 11:58"), "4.05.2020 11:58:00").text == "4.05.2020 11:58:00"


def test_the_computers_clock_tells_utc() -> None:
    before = datetime.now(UTC)
    told = SystemClock().now()
    assert told.tzinfo is UTC
    assert before <= told <= datetime.now(UTC)
