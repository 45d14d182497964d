"""How long the window is deaf while everyone is asked, beside the same window when it is idle."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks.canned import canned
from tests.benchmarks.measure import Comparison
from tests.benchmarks.programs import said_by

ROUNDS = 7
LOOKUPS = 50
"""So many are asked; eight of them are under way at a time, as many as the window has readers."""

ANSWER_TAKES = 0.3
"""Seconds."""

IDLE = 2.0
"""Seconds, about as long as asking everyone takes."""


def compare(
    *, rounds: int = ROUNDS, lookups: int = LOOKUPS, answer_takes: float = ANSWER_TAKES, idle: float = IDLE
) -> list[Comparison]:
    with tempfile.TemporaryDirectory() as name, canned(delay=answer_takes) as address:
        folder = Path(name)
        gaps = said_by(
            "busy_window",
            address,
            str(folder / "data"),
            f"--lookups={lookups}",
            f"--rounds={rounds}",
            f"--idle={idle}",
            compiled=folder / "compiled",
        )
    asked = f"event loop, {lookups} lookups of {answer_takes * 1_000:.0f} ms"
    return [
        _compared(f"{asked}: longest gap", gaps, max, limit=4),
        _compared(f"{asked}: 99th percentile", gaps, _percentile_99, limit=2),
    ]


def _compared(
    what: str, gaps: dict[str, list[list[float]]], of: Callable[[Sequence[float]], float], *, limit: float
) -> Comparison:
    return Comparison(
        what=what,
        yardstick="the same window, idle",
        unit="ms",
        ours=[of(one) for one in gaps["busy"]],
        theirs=[of(one) for one in gaps["idle"]],
        limit=limit,
    )


def _percentile_99(gaps: Sequence[float]) -> float:
    return statistics.quantiles(gaps, n=100, method="inclusive")[-1]
