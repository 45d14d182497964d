"""Some hundred steps, the same every time; `python -m tests.campaigns.machine` takes ten thousand."""

from __future__ import annotations

from tests.campaigns.machine import play


def test_whatever_happens_in_whatever_order_the_journal_never_lies_and_nobody_is_paid_twice() -> None:
    report = play(300)

    assert report.broken == []
    assert report.figures["pressed: done"] > 0
