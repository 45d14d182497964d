"""`uv run python -m tests.campaigns.crash [--seeds N] [--only WORDS]`."""

from __future__ import annotations

import argparse
import sys

from tests.campaigns.crash.campaign import deaths, run
from tests.campaigns.crash.points import POINTS


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.crash", description=__doc__)
    parser.add_argument("--seeds", type=int, default=100, help="deaths at every point of every flow")
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--only", default="", help="points whose name holds these words")
    chosen = parser.parse_args()
    points = [point for point in POINTS if chosen.only in point.name]
    report = run(deaths(range(chosen.first, chosen.first + chosen.seeds), points))
    report.figures["named points"] = len(points)
    return report.close()


if __name__ == "__main__":
    sys.exit(main())
