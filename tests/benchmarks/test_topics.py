"""Each topic runs, in a tiny form. How long anything takes is no test's business."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from tests.benchmarks import audit, event_loop, gateways, journal, monkey, startup, tables
from tests.benchmarks.__main__ import TOPICS
from tests.benchmarks.measure import Comparison, table

TINY: dict[str, Callable[[], list[Comparison]]] = {
    "audit": partial(audit.compare, rows=50, rounds=1),
    "event_loop": partial(event_loop.compare, rounds=1, lookups=3, answer_takes=0.02, idle=0.05),
    "gateways": partial(gateways.compare, rounds=1, size=1),
    "journal": partial(journal.compare, rounds=1, size=1),
    "monkey": partial(monkey.compare, rounds=1, minutes=0.02),
    "tables": partial(tables.compare, rounds=1, rows=20),
    "startup": partial(startup.compare, rounds=1, warm_up=0),
}


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_compares_us_with_something_plain(topic: str) -> None:
    found = TINY[topic]()
    assert found
    assert all(value > 0 for one in found for value in (*one.ours, *one.theirs))
    assert any(one.limit is not None for one in found)
    assert len(table(found).splitlines()) == 2 + len(found)
