"""What every child is born with: imported, warmed up by one reversal of each gateway, and frozen.

Imported by the fork server only, which forks the children from it.
"""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path

from services.simulator.server import Simulator
from tests.campaigns.crash import life
from tests.campaigns.races import rival
from tests.campaigns.till import Flow, enter, open_desk, plan, press, sell, set_up
from tests.campaigns.witness import Witness
from tests.shop import NOON, MovedClock

__all__ = ["life", "rival"]


def _warm_up() -> None:
    clock, book = MovedClock(NOON), Witness()
    with tempfile.TemporaryDirectory() as folder, Simulator(clock, book=book) as simulator:
        ledger = Path(folder) / "ledger"
        set_up(ledger, simulator.start(), clock)
        desk = open_desk(ledger, clock)
        for flow in (Flow.VOID, Flow.PART):
            sold = sell(book, flow, flow.name, NOON, 1_000)
            enter(desk, sold)
            press(desk, plan(desk, sold))
        desk.close()
    gc.collect()
    gc.freeze()


_warm_up()
