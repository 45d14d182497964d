"""`uv run python -m tests.campaigns.races [--races N] [--first N]`."""

from __future__ import annotations

import argparse
import sys

from tests.campaigns.races import apart
from tests.campaigns.races.campaign import run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.races", description=__doc__)
    parser.add_argument("--races", "--seeds", type=int, default=1_000, dest="races")
    parser.add_argument("--first", type=int, default=0, help="the first race's number")
    chosen = parser.parse_args()
    same = run(chosen.races, seed=chosen.first).close()
    return same or apart.run(chosen.races // 10, seed=chosen.first).close()


if __name__ == "__main__":
    sys.exit(main())
