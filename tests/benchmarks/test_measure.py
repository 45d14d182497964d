from __future__ import annotations

from functools import partial
from itertools import count

import pytest

from tests.benchmarks.measure import Comparison, in_blocks, in_turn, table


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
def test_the_median_is_judged_and_one_slow_pair_is_not(ours: float, holds: bool) -> None:  # noqa: FBT001  a table
    assert compared(ours).holds is holds


def test_each_of_ours_is_compared_with_what_was_measured_beside_it() -> None:
    assert compared(9.0).ratios == [9.0, 9.0, 50.0]


def test_what_has_no_limit_is_shown_and_not_judged() -> None:
    assert compared(9.0, limit=None).holds


def test_turns_are_taken_in_any_order_and_the_first_rounds_do_not_count() -> None:
    clock = count()

    ours, theirs = in_turn(partial(next, clock), partial(next, clock), rounds=20, warm_up=1)

    assert sorted(ours + theirs) == list(range(2, 42))
    assert {mine // 2 for mine in ours} == set(range(1, 21))  # one of each in every round
    assert 0 < sum(mine < other for mine, other in zip(ours, theirs, strict=True)) < 20


def test_a_block_is_judged_by_its_median_after_a_warm_up() -> None:
    ours, theirs = iter([50.0, 1.0, 2.0, 90.0] * 2), iter([7.0] * 8)

    found = in_blocks(lambda: next(ours), lambda: next(theirs), rounds=1, size=3)

    assert found == [[2.0], [7.0]]


def test_the_table_says_what_is_over() -> None:
    head, _, kept, broken = table([compared(1.0), compared(2.0)]).splitlines()

    assert "ratio" in head
    assert "| ok" in kept
    assert "| OVER" in broken
