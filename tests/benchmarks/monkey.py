"""How long the window is deaf at the most while a monkey is at it, beside the same window left alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.measure import Comparison

ROUNDS = 3
MINUTES = 0.33
_ROOT = Path(__file__).parents[2]
_STALL = re.compile(r"longest stall \(ms\)\s+([0-9,]+)")
_LIMIT = 100.0


def compare(*, rounds: int = ROUNDS, minutes: float = MINUTES) -> list[Comparison]:
    return [
        Comparison(
            what="a monkey at the demo: longest stall",
            yardstick="the same window, left alone",
            unit="ms",
            ours=[_stall(minutes, seed) for seed in range(rounds)],
            theirs=[_stall(minutes, seed, "--still") for seed in range(rounds)],
            limit=_LIMIT,
        )
    ]


def _stall(minutes: float, seed: int, *more: str) -> float:
    ran = subprocess.run(
        [sys.executable, "-m", "tests.campaigns.monkey", f"--minutes={minutes}", f"--seed={seed}", *more],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found = _STALL.search(ran.stdout)
    if found is None:
        raise RuntimeError(f"the monkey said nothing of a stall: {ran.stdout}")
    return max(float(found[1].replace(",", "")), 1.0)
