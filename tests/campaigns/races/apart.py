"""Different orders reversed at once: nobody stands in another's way, and no ledger is called an older one."""

from __future__ import annotations

import random
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from services.desk import Desk
from services.domain.reversal import IntentState
from services.plans import Plan
from services.simulator.server import Simulator
from tests.campaigns.report import Report, drawn
from tests.campaigns.till import Flow, enter, intents_of, open_desk, plan, press, sell, set_up
from tests.campaigns.witness import Witness
from tests.shop import NOON, MovedClock

WIDTHS = (8, 24)
"""How many orders at once, in turns."""


def run(rounds: int, *, seed: int = 0) -> Report:
    """Run some rounds, each of its own seed."""
    report = Report("races of different orders")
    clock, book = MovedClock(NOON), Witness()
    with tempfile.TemporaryDirectory() as folder, Simulator(clock, book=book) as simulator:
        ledger = Path(folder) / "ledger"
        set_up(ledger, simulator.start(), clock)
        with closing(open_desk(ledger, clock)) as desk, ThreadPoolExecutor(max(WIDTHS)) as pool:
            for number in range(seed, seed + rounds):
                _round(number, desk, pool, book, report)
    for wrong in book.wrong:
        report.violation(wrong)
    return report


def _round(number: int, desk: Desk, pool: ThreadPoolExecutor, book: Witness, report: Report) -> None:
    chance: random.Random = drawn("apart", number)
    wide = WIDTHS[number % len(WIDTHS)]
    orders = [
        sell(book, chance.choice(list(Flow)), f"apart {number}.{one}", NOON, chance.randrange(6, 500_000))
        for one in range(wide)
    ]
    for sold in orders:
        enter(desk, sold)
    planned = [plan(desk, sold) for sold in orders]
    gate = threading.Barrier(wide)

    def go(one: Plan) -> str:
        gate.wait()
        try:
            return ", ".join(intent.state.value for intent in press(desk, one).intents)
        except Exception as error:  # noqa: BLE001  a bug is what the campaign looks for
            return type(error).__name__

    told = list(pool.map(go, planned))
    report.count("rounds")
    report.count("orders", wide)
    for sold, said in zip(orders, told, strict=True):
        requests, intents = book.requests_for(sold.reference), intents_of(desk, sold)
        report.count("requests", requests)
        if said != IntentState.DONE.value or requests != 1 or len(intents) != 1:
            words = f"{sold.flow.value}: {requests} requests, {len(intents)} intents, told {said}"
            report.violation(f"round {number}, {sold.reference}, {words}")
    if not desk.audit.trust().money_may_move:
        report.violation(f"round {number}: money is kept back")
