"""`uv run python -m tests.benchmarks [TOPIC ...]`: measure, print a table, exit 1 if a limit is broken."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable

from tests.benchmarks import audit, event_loop, gateways, journal, monkey, startup, tables
from tests.benchmarks.measure import Comparison, table

TOPICS: dict[str, Callable[[], list[Comparison]]] = {
    "gateways": gateways.compare,
    "journal": journal.compare,
    "audit": audit.compare,
    "startup": startup.compare,
    "event_loop": event_loop.compare,
    "tables": tables.compare,
    "monkey": monkey.compare,
}


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks", description="How fast, and against what."
    )
    parser.add_argument("topics", nargs="*", metavar="TOPIC", help=f"{', '.join(TOPICS)}; all if not said")
    chosen = parser.parse_args().topics or list(TOPICS)
    if unknown := set(chosen) - set(TOPICS):
        parser.error(f"no such topic: {', '.join(sorted(unknown))}")
    found = []
    for topic in chosen:
        print(f"measuring: {topic}", file=sys.stderr, flush=True)
        found += TOPICS[topic]()
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}\n")
    print(table(found))
    return 0 if all(one.holds for one in found) else 1


if __name__ == "__main__":
    sys.exit(main())
