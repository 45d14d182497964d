from __future__ import annotations

from itertools import count

import pytest

from tests.benchmarks.measure import Comparison, in_turn, table


def compared(ours: float, *, limit: float | None = 1.25) -> Comparison:
    return Comparison(
        what="a query",
        yardstick="a bare one",
        unit="ms",
        ours=[ours, ours, 100.0],
        theirs=[1.0, 1.0, 2.0],
        limit=limit,
    )


@pytest.mark.parametrize(("ours", "holds"), [(1.25, True), (1.26, False)])
def test_medians_are_judged_and_one_slow_sample_is_not(ours: float, holds: bool) -> None:  # noqa: FBT001  a table
    assert compared(ours).holds is holds


def test_what_has_no_limit_is_shown_and_not_judged() -> None:
    assert compared(9.0, limit=None).holds


def test_samples_are_taken_in_turn_and_the_first_rounds_do_not_count() -> None:
    clock = count()

    def tick() -> float:
        return float(next(clock))

    assert in_turn(tick, tick, rounds=2, warm_up=1) == [[2.0, 4.0], [3.0, 5.0]]


def test_the_table_says_what_is_over() -> None:
    head, _, kept, broken = table([compared(1.0), compared(2.0)]).splitlines()

    assert "ratio" in head
    assert "| ok" in kept
    assert "| OVER" in broken
