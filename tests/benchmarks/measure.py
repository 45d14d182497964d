"""Measuring two things in turn, and what the samples say.

A time means little on a machine that others use. So ours and its yardstick take turns, again and
again, and what is judged is how many times longer ours took than the yardstick beside it.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tests.campaigns.report import drawn

T = TypeVar("T")

BLOCK = 30
"""How many samples of one side are taken before the other's turn."""

Sample = Callable[[], float]
"""Runs once and returns what it measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Ours and its yardstick, measured in turn.

    Attributes:
        what: What was measured, in a few words.
        yardstick: What it is compared with.
        unit: Of both; what is judged has none.
        ours, theirs: One beside the other: what stands at the same place was measured one after the other.
        limit: How many times the yardstick ours may take; None where it is shown, and not judged.
    """

    what: str
    yardstick: str
    unit: str
    ours: Sequence[float]
    theirs: Sequence[float]
    limit: float | None

    @property
    def ratios(self) -> list[float]:
        """How many times its yardstick each of ours is."""
        return [mine / plain for mine, plain in zip(self.ours, self.theirs, strict=True)]

    @property
    def ratio(self) -> float:
        """What is judged: the median of the ratios."""
        return statistics.median(self.ratios)

    @property
    def holds(self) -> bool:
        """Whether ours keeps to the limit."""
        return self.limit is None or self.ratio <= self.limit


def in_turn(*takes: Callable[[], T], rounds: int, warm_up: int = 1) -> list[list[T]]:
    """Take one of each, `rounds` times over, after `warm_up` rounds that do not count.

    Each round goes in an order that is drawn for it, the same in every run, so that nothing gains by what
    it comes after: a program that has just run starts sooner.
    """
    taken: list[list[T]] = [[] for _ in takes]
    chance = drawn("turns", len(takes))
    for number in range(warm_up + rounds):
        for place in chance.sample(range(len(takes)), len(takes)):
            found = takes[place]()
            if number >= warm_up:
                taken[place].append(found)
    return taken


def in_blocks(*samples: Sample, rounds: int, size: int = BLOCK) -> list[list[float]]:
    """Take blocks of `size` samples of each in turn; return the median of each block.

    In a block a side has the processor's caches to itself, as a program of its own would.
    """
    return in_turn(*(_block(sample, size) for sample in samples), rounds=rounds)


def _block(sample: Sample, size: int) -> Sample:
    def block() -> float:
        for _ in range(max(1, size // 10)):
            sample()  # the other side was here before
        return statistics.median(sample() for _ in range(size))

    return block


def timed(call: Callable[[], object]) -> Sample:
    """Make a call a sample of its own time, in milliseconds."""

    def sample() -> float:
        begun = time.perf_counter()
        call()
        return (time.perf_counter() - begun) * 1_000

    return sample


def spread(samples: Sequence[float]) -> tuple[float, float]:
    """Return the first and the last quartile: half of the samples lie between them."""
    if len(samples) == 1:
        return samples[0], samples[0]
    low, _, high = statistics.quantiles(samples, n=4, method="inclusive")
    return low, high


def table(comparisons: Sequence[Comparison]) -> str:
    """Return what was found as lines of text, ready for a note in Markdown.

    The first two numbers are medians, the spread is that of the ratios.
    """
    head = ("what", "ours", "plain", "ratio", "spread", "limit", "verdict")
    rows = [
        (
            one.what,
            f"{statistics.median(one.ours):.3g} {one.unit}",
            f"{statistics.median(one.theirs):.3g} {one.unit}, {one.yardstick}",
            f"{one.ratio:.2f}",
            "{:.2f} to {:.2f}".format(*spread(one.ratios)),
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
