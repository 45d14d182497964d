"""The real program with a stopwatch at its window: `refund-desk`, as every morning, without an option.

`python -m tests.benchmarks.real_window DATA_FOLDER REFERENCE`; of an empty one, only the first paint is seen.
See `stopwatch`. It is begun here as it begins everywhere: by what itself imports of Qt, in its own order.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from gui import __main__ as program


def main() -> int:
    find, start_with_qt = program.default_folder, program._with_qt

    def folder(*, demo: bool) -> Path:
        find(demo=demo)  # what it costs is waited for; where it is, is nobody's own ledger
        return Path(sys.argv[1])

    def start_watched(start: Callable[[], int]) -> int:
        return start_with_qt(lambda: _watched(start))

    program.default_folder = folder
    program._with_qt = start_watched
    return program.main([])


def _watched(start: Callable[[], int]) -> int:
    from gui import app  # noqa: PLC0415  Qt is imported by the program, and not for it
    from tests.benchmarks.stopwatch import WatchedApplication  # noqa: PLC0415  likewise

    app.Application = WatchedApplication  # type: ignore[misc]  # all else is as it is
    return start()


if __name__ == "__main__":
    sys.exit(main())
