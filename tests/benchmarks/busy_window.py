"""The real window over a gateway that takes its time: idle, and while everyone is asked.

One reference is asked at many accounts, through the window's own widgets. Prints the gaps between the
ticks of a timer as one line of JSON: a list of milliseconds for each idle round and each busy one.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from gui import theme
from gui.app import Application
from services.desk import Desk
from tests.benchmarks.canned import REFERENCE

TICK_MS = 5
_IDLE_S = 2.0


class Rounds(QObject):
    """Lets the window be idle, then asks everyone, as often as wanted, and counts the gaps."""

    def __init__(self, application: Application, *, lookups: int, rounds: int, idle: float) -> None:
        super().__init__(application)
        self._application = application
        self._lookups = lookups
        self._left = rounds
        self._idle = idle
        self._gaps: list[float] = []
        self._last = 0.0
        self.found: dict[str, list[list[float]]] = {"idle": [], "busy": []}
        self._ticks = QTimer(self)
        self._ticks.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._on_tick)
        self._opened = QTimer(self)
        self._opened.timeout.connect(self._begin)
        self._opened.start(TICK_MS)

    def _begin(self) -> None:
        """Wait for the accounts and the first list, then ask once without counting."""
        rooms = self._application.window.rooms
        if rooms is None or rooms.searching.search is None:
            return
        self._opened.stop()
        rooms.searching.searched.connect(self._on_searched)
        self._left += 1
        self._ask()

    def _rest(self) -> None:
        self._count()
        QTimer.singleShot(int(self._idle * 1_000), self, self._ask)

    def _ask(self) -> None:
        self._take("idle")
        bar = self._application.window.bar
        bar.box.line.setText(REFERENCE)
        self._count()
        bar.box.go.click()
        bar.everyone.click()

    def _on_searched(self) -> None:
        rooms = self._application.window.rooms
        assert rooms is not None
        search = rooms.searching.search
        if search is None or search.waiting or len(search.asked) < self._lookups:
            return
        assert len(search.views) == self._lookups, search.failures
        assert len(self._application.window.search.model) == self._lookups
        self._take("busy")
        self._left -= 1
        if self._left:
            QTimer.singleShot(0, self, self._rest)
        else:
            self._application.window.close()

    def _count(self) -> None:
        self._gaps = []
        self._last = time.perf_counter()
        self._ticks.start()

    def _take(self, kind: str) -> None:
        if self._ticks.isActive():
            self._on_tick()
            self._ticks.stop()
            self.found[kind].append(self._gaps)

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append((now - self._last) * 1_000)
        self._last = now


def open_desk(folder: Path, address: str, lookups: int, *, start_over: bool = False) -> Desk:
    """Open a demo's desk with as many accounts as are to be asked, all at the same gateway."""
    from services import compose  # noqa: PLC0415  on the worker, as the program does
    from services.credentials import MemoryStore  # noqa: PLC0415  on the worker, as the program does
    from services.domain.clock import SystemClock  # noqa: PLC0415  on the worker, as the program does
    from services.ledger.accounts import Accounts  # noqa: PLC0415  on the worker, as the program does
    from services.ledger.database import Database  # noqa: PLC0415  on the worker, as the program does
    from tests.benchmarks.gateways import esnekpos_account  # noqa: PLC0415  on the worker, as the program does

    database = Database.open(folder, demo=True, start_over=start_over)
    credentials = MemoryStore()
    for number in range(lookups):
        account, secrets = esnekpos_account(address, merchant=f"SHOP{number:03}")
        credentials.save(Accounts(database).add(account), secrets)
    return compose.join(database, clock=SystemClock(), credentials=credentials, demo=True)


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--lookups", type=int, required=True)
    parser.add_argument("--rounds", type=int, required=True)
    parser.add_argument("--idle", type=float, default=_IDLE_S, help="seconds")
    asked = parser.parse_args()
    qt = theme.new_application()
    opening = partial(open_desk, asked.folder, asked.address, asked.lookups)
    application = Application(opening, demo=True, lang="tr", data_dir=asked.folder)
    rounds = Rounds(application, lookups=asked.lookups, rounds=asked.rounds, idle=asked.idle)
    application.start()
    status = qt.exec()
    found = rounds.found
    application.finish()
    # The first of each warms up: libraries are loaded, the list is empty.
    print(json.dumps({kind: gaps[-asked.rounds :] for kind, gaps in found.items()}), flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main())
