"""Measuring two things in turn, and what the samples say.

A time means little on a machine that others use. So ours and its yardstick are run one after the
other, again and again, and what is judged is how many times longer ours took.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

REST = 0.002
"""Seconds between two samples."""

Sample = Callable[[], float]
"""Runs once and returns what it measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Ours and its yardstick, measured in turn.

    Attributes:
        what: What was measured, in a few words.
        yardstick: What it is compared with.
        unit: Of both; what is judged has none.
        limit: How many times the yardstick ours may take; None where it is shown, and not judged.
    """

    what: str
    yardstick: str
    unit: str
    ours: Sequence[float]
    theirs: Sequence[float]
    limit: float | None

    @property
    def ratio(self) -> float:
        """How many times the yardstick's median ours is."""
        return statistics.median(self.ours) / statistics.median(self.theirs)

    @property
    def holds(self) -> bool:
        """Whether ours keeps to the limit."""
        return self.limit is None or self.ratio <= self.limit


def in_turn(*samples: Sample, rounds: int, warm_up: int = 1) -> list[list[float]]:
    """Take a sample of each, `rounds` times over, after `warm_up` rounds that do not count."""
    taken = [[_rested(sample) for sample in samples] for _ in range(warm_up + rounds)]
    return [list(column) for column in zip(*taken[warm_up:], strict=True)]


def _rested(sample: Sample) -> float:
    """Take a sample once the other side has cleared away what the last one left it."""
    time.sleep(REST)
    return sample()


def timed(call: Callable[[], object]) -> Sample:
    """Make a call a sample of its own time, in milliseconds."""

    def sample() -> float:
        begun = time.perf_counter()
        call()
        return (time.perf_counter() - begun) * 1_000

    return sample


def spread(samples: Sequence[float]) -> tuple[float, float]:
    """Return the first and the last quartile: half of the samples lie between them."""
    low, _, high = statistics.quantiles(samples, n=4, method="inclusive")
    return low, high


def table(comparisons: Sequence[Comparison]) -> str:
    """Return what was found as lines of text, ready for a note in Markdown."""
    head = ("", "ours: median (quartiles)", "yardstick: median (quartiles)", "ratio", "limit", "")
    rows = [
        (
            one.what,
            _cell(one.ours, one.unit),
            f"{_cell(one.theirs, one.unit)} {one.yardstick}",
            f"{one.ratio:.2f}",
            "" if one.limit is None else f"{one.limit:g}",
            "" if one.limit is None else "ok" if one.holds else "OVER",
        )
        for one in comparisons
    ]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = [head, tuple("-" * width for width in widths), *rows]
    return "\n".join(
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |"
        for line in lines
    )


def _cell(samples: Sequence[float], unit: str) -> str:
    low, high = spread(samples)
    return f"{statistics.median(samples):.3g} {unit} ({low:.3g} to {high:.3g})"
