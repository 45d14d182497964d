"""Both gateways as a process of their own, so that what they cost is not counted to their callers.

Prints where they are and what to ask for as one line of JSON; ends when its input does.
"""

from __future__ import annotations

import json
import sys
from datetime import timedelta

from services.domain.clock import SystemClock
from services.domain.money import Money
from services.simulator.book import Book
from services.simulator.entries import Seller
from services.simulator.faults import Fault
from services.simulator.samples import put_samples_into
from services.simulator.server import Simulator

REFERENCE = "9.54251311 1595848596|999"
"""The payment of EsnekPOS's own sample answer (S 001): two movements' worth of transfers and sellers."""

DEAR = Money(1_000_000_000_00)
"""An order dear enough to give a kuruş of it back as often as a benchmark likes."""


def main() -> None:
    clock, book = SystemClock(), Book()
    put_samples_into(book, clock.now())
    order = book.an_order("dear", [Seller("Ege Zeytincilik", DEAR)], clock.now() - timedelta(days=3))
    with Simulator(clock, book=book) as simulator:
        if len(sys.argv) > 1:
            simulator.faults.slow_for = float(sys.argv[1])
            simulator.faults.always(Fault.SLOW)
        addresses = simulator.start()
        found = {
            "esnekpos": addresses.esnekpos,
            "param": addresses.param,
            "siparis_id": order.siparis_id,
            "guid": order.lines[0].guid,
        }
        print(json.dumps(found), flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
