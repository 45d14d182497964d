"""Twenty days; `python -m tests.campaigns.days` works through a thousand."""

from __future__ import annotations

from tests.campaigns.days import run


def test_every_sheet_says_what_was_seen_and_all_of_them_what_the_gateways_booked() -> None:
    report = run(20)

    assert report.broken == []
    assert report.figures["days closed"] > 5
    assert report.figures["unknown at first"] > 0
    assert report.figures["kuruş given back"] > 0
