"""All the pairs; the same as `python -m tests.campaigns.evidence`."""

from __future__ import annotations

from tests.campaigns.evidence import PAIRS, run


def test_each_pair_of_trees_proves_what_it_proves_and_a_second_look_no_more() -> None:
    report = run()

    assert report.broken == []
    assert report.figures["pairs of trees"] == len(PAIRS) >= 40
