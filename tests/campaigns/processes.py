"""Processes that cost little: forked from one server that has done its imports."""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import ForkServerContext


def forked() -> ForkServerContext:
    """Return how campaigns make processes. All share one server, so all ask for the same."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.campaigns.nursery"])
    return context
