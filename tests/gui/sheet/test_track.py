"""The picture of a life: drawn to time, with labels that never touch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.sheet.life import Lane, Moment, life_of_payment
from gui.sheet.track import DOT, MARGIN, Label, Track, lay_out
from gui.theme import Tone
from services.domain.money import Money
from services.domain.payment import TransactionStatus, Transfer
from tests.builders import a_movement, a_payment, at, lira

SOLD = datetime(2026, 11, 1, 9, tzinfo=UTC)
WIDTH = 600


def wide(text: str) -> int:
    return 7 * len(text)


def a_moment(after: timedelta, lane: Lane = Lane.THERE, what: str = "Transfer", weight: int = 1) -> Moment:
    return Moment(at=SOLD + after, what=what, amount=Money(12_500), tone=Tone.DONE, lane=lane, weight=weight)


def require_apart(labels: Sequence[Label]) -> None:
    """No two labels of one side and row meet, and no leader crosses a label."""
    for number, one in enumerate(labels):
        for other in labels[number + 1 :]:
            if (one.lane is Lane.HERE) is not (other.lane is Lane.HERE):
                continue
            if one.row == other.row:
                assert one.right <= other.left or other.right <= one.left
            else:
                low, high = (one, other) if one.row < other.row else (other, one)
                assert not low.left <= high.x < low.right


def require_inside(track: Track, width: int) -> None:
    assert all(label.left >= 0 and label.right <= width for label in track.labels)
    assert all(MARGIN <= dot.x <= width - MARGIN for dot in track.dots)


def test_distances_are_those_of_time() -> None:
    track = lay_out([a_moment(timedelta(days=days)) for days in (0, 10, 30)], WIDTH, wide)

    first, second, third = (dot.x for dot in track.dots)
    assert third - first == WIDTH - 2 * MARGIN
    assert (second - first) * 3 == pytest.approx(third - first, abs=3)


def test_what_happened_at_nearly_the_same_time_is_one_dot_that_counts() -> None:
    moments = [a_moment(timedelta()), a_moment(timedelta(minutes=1)), a_moment(timedelta(days=30))]

    track = lay_out(moments, WIDTH, wide)

    assert [len(dot.moments) for dot in track.dots] == [2, 1]
    assert any(label.text.endswith("+1") for label in track.labels)


def test_forty_transfers_over_a_month_are_readable() -> None:
    moments = [a_moment(timedelta(), what="Payment, done", weight=3)]
    moments += [a_moment(timedelta(hours=18 * number)) for number in range(1, 41)]

    track = lay_out(moments, WIDTH, wide)

    require_apart(track.labels)
    assert any("Payment, done" in label.text for label in track.labels), "what counts most is labelled"
    assert sum(len(dot.moments) for dot in track.dots) == 41, "and nothing is left out"


def test_a_single_moment_stands_in_the_middle_with_its_date() -> None:
    track = lay_out([a_moment(timedelta())], WIDTH, wide)

    assert [dot.x for dot in track.dots] == [WIDTH // 2]
    assert [tick.text for tick in track.ticks] == ["01.11.2026 12:00"]


def test_what_has_no_date_is_told_and_not_drawn() -> None:
    payment = a_payment(a_movement(), a_movement(TransactionStatus.VOID_FAILED, id="2", moved_at=None))
    moments = life_of_payment(payment, ())

    assert moments[-1].told.startswith("without a date")
    assert len(lay_out(moments, WIDTH, wide).dots) == 1


def test_now_is_marked_only_within_the_life() -> None:
    moments = [a_moment(timedelta()), a_moment(timedelta(hours=10), Lane.AHEAD)]

    assert lay_out(moments, WIDTH, wide, SOLD + timedelta(hours=5)).now is not None
    assert lay_out(moments, WIDTH, wide, SOLD + timedelta(days=5)).now is None


def test_a_sellers_transfer_says_whose_it_is() -> None:
    sent = Transfer(extract_id="5715", amount=lira("148,88"), sent_at=at("04.05.2020 11:58"))
    told = [moment.told for moment in life_of_payment(a_payment(a_movement(transfer=sent)), ())]

    assert told[-1].startswith("04.05.2020 11:58 · Transfer 148,88")
    assert told[-1].endswith("to the shop")


@given(
    st.lists(
        st.tuples(
            st.integers(0, 60 * 24 * 400),
            st.sampled_from(Lane),
            st.sampled_from(["T", "Transfer", "Void: Done, awaiting confirmation"]),
            st.integers(1, 5),
        ),
        max_size=60,
    ),
    st.integers(240, 1200),
)
def test_labels_never_touch_whatever_happened(drawn: list[tuple[int, Lane, str, int]], width: int) -> None:
    moments = [
        a_moment(timedelta(minutes=minutes), lane, what, weight)
        for minutes, lane, what, weight in sorted(drawn, key=lambda one: one[0])
    ]

    track = lay_out(moments, width, wide)

    require_apart(track.labels)
    require_inside(track, width)
    ends = [(tick.x - wide(tick.text) // 2, tick.x + wide(tick.text) // 2) for tick in track.ticks]
    if len(ends) > 1:
        assert all(left >= right for (_, right), (left, _) in pairwise(ends))
    for lane in Lane:
        places = [dot.x for dot in track.dots if dot.lane is lane]
        assert all(after - before >= DOT for before, after in pairwise(places))
