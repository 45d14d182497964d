"""`uv run python -m tests.campaigns.mutation [room ...] [--sample N] [--seed N]`: see `campaign`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.campaigns.mutation.campaign import run
from tests.campaigns.mutation.rooms import ROOMS


def main() -> int:
    names = [room.name for room in ROOMS]
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.mutation", description=__doc__)
    parser.add_argument("room", nargs="*", help=f"of {', '.join(names)}; all, if none is named")
    parser.add_argument("--sample", type=int, help="so many of each file, instead of all")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    chosen = parser.parse_args()
    unknown = set(chosen.room) - set(names)
    if unknown:
        parser.error(f"no such room: {', '.join(sorted(unknown))}")
    rooms = [room for room in ROOMS if not chosen.room or room.name in chosen.room]
    with tempfile.TemporaryDirectory(prefix="refund-desk-wrongs-") as scratch:
        return run(rooms, Path(scratch), sample=chosen.sample, seed=chosen.seed).close()


if __name__ == "__main__":
    sys.exit(main())
