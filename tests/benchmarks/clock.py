"""The instant, by a clock that the processes of one computer share."""

from __future__ import annotations

import sys
import time


def now() -> float:
    """Return it in seconds since nobody knows when."""
    if sys.platform == "win32":
        return time.perf_counter()  # counted for the whole computer there
    return time.clock_gettime(time.CLOCK_MONOTONIC)
