"""The tour's clock: the computer's until it is put forward; then it stands, and goes on from there."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from gui.tour.clock import TourClock


def test_it_goes_with_the_computers_until_it_is_put_forward() -> None:
    before = datetime.now(UTC)
    assert before <= TourClock().now() <= datetime.now(UTC)


def test_put_forward_it_stands_still_and_goes_on_from_there() -> None:
    clock = TourClock()
    at = clock.now() + timedelta(hours=9)
    clock.stand_at(at)
    assert clock.now() == clock.now() == at

    clock.go_on()

    assert at <= clock.now() < at + timedelta(hours=1)
    assert clock.now() <= clock.now()


def test_it_does_not_go_back() -> None:
    clock = TourClock()
    at = clock.now() + timedelta(hours=9)
    clock.stand_at(at)
    clock.go_on()
    with pytest.raises(ValueError, match="does not go back"):
        clock.stand_at(at - timedelta(seconds=1))
