"""Two thousand instants; `python -m tests.campaigns.verbs` asks about a hundred thousand."""

from __future__ import annotations

from tests.campaigns.verbs import run


def test_the_verb_is_right_around_every_midnight_wherever_the_machine_stands() -> None:
    report = run(2_000)

    assert report.broken == []
    assert 0 < report.figures["of a later day"] < report.figures["verbs"]
