"""``refund-desk simulator``: both gateways on this computer until stopped."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Sequence
from dataclasses import asdict
from types import FrameType

from services.domain.clock import SystemClock
from services.simulator.faults import Fault
from services.simulator.merchants import Merchants
from services.simulator.sales import fill
from services.simulator.server import Simulator

_LOOKS_UP = 0.5
"""Seconds between two looks at whether to stop: Windows wakes nobody for Ctrl+C."""


def main(argv: Sequence[str]) -> int:
    """Run the simulator until SIGINT or SIGTERM; the main thread only.

    Prints one line of JSON: where the gateways are, and by what identifiers they know their merchant.

    Returns:
        0 when stopped, 1 if the port is taken.

    Raises:
        SystemExit: After ``--help``, or on arguments that make no sense.
    """
    chosen = _parser().parse_args(argv)
    stop = threading.Event()

    def ask_to_stop(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, ask_to_stop)
    clock, merchants = SystemClock(), Merchants()
    with Simulator(clock, port=chosen.port, merchants=merchants) as simulator:
        fill(simulator.book, clock.now())
        if chosen.fault is not None:
            simulator.faults.always(chosen.fault)
        try:
            addresses = simulator.start()
        except (OSError, OverflowError) as taken:
            sys.stderr.write(f"refund-desk simulator: port {chosen.port}: {taken}\n")
            return 1
        accounts = {
            "esnekpos": {"MERCHANT": merchants.esnekpos.merchant},
            "param": {"CLIENT_CODE": merchants.param.client_code},
        }
        line = {**asdict(addresses), "accounts": accounts, "fault": chosen.fault}
        sys.stdout.write(json.dumps(line) + "\n")
        sys.stdout.flush()
        while not stop.wait(_LOOKS_UP):
            pass
    return 0


def _parser() -> argparse.ArgumentParser:
    width = max(len(fault) for fault in Fault)
    faults = "\n".join(f"  {fault:{width}}  {fault.says}" for fault in Fault)
    parser = argparse.ArgumentParser(
        prog="refund-desk simulator",
        description="EsnekPOS and Param on 127.0.0.1, over one book of made-up sales, until stopped.",
        epilog=f"faults:\n{faults}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=int, default=0, metavar="N", help="listen there; 0 takes a free port")
    parser.add_argument(
        "--fault",
        choices=[fault.value for fault in Fault],
        metavar="NAME",
        help="what goes wrong on every call it fits",
    )
    return parser
