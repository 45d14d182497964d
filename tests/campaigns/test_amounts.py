"""Ten thousand texts and mistakes; `python -m tests.campaigns.amounts` takes a million."""

from __future__ import annotations

import pytest

from tests.campaigns.amounts import by_hand, run


def test_what_param_reads_is_what_was_typed_and_zero_is_only_ever_everything() -> None:
    report = run(10_000)

    assert report.broken == []
    assert report.figures["requests written"] > 1_000
    assert report.figures["everything given back"] > 0


@pytest.mark.parametrize(
    ("typed", "kurus"),
    [
        ("1250", 125_000),
        ("1250,5 TL", 125_050),
        ("1.250,00", 125_000),
        ("0", 0),
        ("1.250", None),
        ("12.50", None),
        ("1250,", None),
        ("1.25,00", None),
        ("٣", None),
        ("", None),
    ],
)
def test_the_reader_made_by_hand_reads_what_the_screen_promises(typed: str, kurus: int | None) -> None:
    assert by_hand(typed) == kurus
