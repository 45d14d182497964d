"""`uv run python -m tests.campaigns.monkey`: somebody at the demo who presses whatever there is.

Clicks, keys, places, dialogs, reads and writes, drawn from a seed; now and then a gateway misbehaves. Held:
no exception, no warning of Qt's, no money twice, and after the first minute no more memory than a tenth.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from gui import theme
from gui.app import Application
from gui.tour.clock import TourClock
from gui.tour.walk import SIZE, open_simulated
from services.simulator.book import Book
from services.simulator.sales import fill
from services.simulator.server import Simulator
from tests.campaigns.paws import Paws
from tests.campaigns.report import Report, drawn

SEED = 20_261_122
_BEAT_MS = 5
_WAKES_MS = 12
_MEMORY_AFTER_S = 60.0
_MORE_MEMORY = 1.10
_PATIENCE_S = 60.0
_STATM = Path("/proc/self/statm")


class Monkey(QObject):
    """Does one thing after another, also while a menu or a dialog runs a loop of its own.

    Attributes:
        stall: The longest the event loop did not turn, in seconds.
        done: What it did last, for whoever looks into a violation.
    """

    def __init__(
        self, application: Application, simulator: Simulator, report: Report, *, seed: int, still: bool
    ) -> None:
        super().__init__(application)
        self._application = application
        self._report = report
        self._still = still
        self._paws = Paws(application, simulator, drawn("monkey", seed))
        self._until = 0.0
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._on_beat)
        self._nap = QTimer(self)
        self._nap.setSingleShot(True)
        self._nap.setInterval(_WAKES_MS)
        self._nap.timeout.connect(self._wake)
        self._beaten = 0.0
        self._begun = 0.0
        self.stall = 0.0
        self.done = ""
        self.memory: list[tuple[float, int]] = []

    def begin(self, seconds: float) -> None:
        """Begin, once the desk is open, and end by itself."""
        self._begun = self._begun or time.monotonic()
        if self._application.window.rooms is None:
            if time.monotonic() - self._begun > _PATIENCE_S:
                self._report.violation("the desk did not open")
                QApplication.exit()
                return
            QTimer.singleShot(_WAKES_MS, self, partial(self.begin, seconds))
            return
        self._begun = self._beaten = time.monotonic()
        self._until = self._begun + seconds
        self._beat.start()
        self._wake()

    def _wake(self) -> None:
        if time.monotonic() >= self._until:
            self._beat.stop()
            self._paws.let_go()
            self._leave(time.monotonic() + _PATIENCE_S)
            return
        self._nap.start()  # before it acts: a menu's loop must not be its end
        if self._still:
            return
        self.done = self._paws.act()
        self._report.count("acts")
        self._report.count(self.done.partition(" ")[0])
        for widget in QApplication.topLevelWidgets():
            if widget.objectName() == "crash" and widget.isVisible():
                self._report.violation(f"the program broke after {self.done}: {_words(widget)}")
                widget.close()

    def _leave(self, deadline: float) -> None:
        """Close what is open; end when no money moves any more."""
        self._paws.let_go()
        if self._application.tasks.writing and time.monotonic() < deadline:
            QTimer.singleShot(_WAKES_MS, self, partial(self._leave, deadline))
            return
        self._report.hold(not self._application.tasks.writing, "money was still on the move a minute later")
        self._weigh()
        QApplication.exit()  # not `quit`: a dialog with an order half written would refuse it

    def _on_beat(self) -> None:
        now = time.monotonic()
        self.stall = max(self.stall, now - self._beaten - _BEAT_MS / 1000)
        self._beaten = now
        if not self.memory and now - self._begun >= _MEMORY_AFTER_S:
            self._weigh()
            self._beaten = time.monotonic()

    def _weigh(self) -> None:
        if _STATM.exists():
            gc.collect()
            pages = int(_STATM.read_text("ascii").split()[1])
            self.memory.append((time.monotonic() - self._begun, pages * os.sysconf("SC_PAGE_SIZE")))


def run(*, seconds: float, seed: int = SEED, still: bool = False) -> Report:
    """Let it loose for so long; a `still` one only looks on. Needs the process's QApplication."""
    report = Report(f"monkey, seed {seed}")
    before = qInstallMessageHandler(_listen(report))
    excepthook = sys.excepthook
    with tempfile.TemporaryDirectory(prefix="refund-desk-monkey-") as name:
        folder, clock, book = Path(name), TourClock(), Book()
        fill(book, clock.now())
        simulator = Simulator(clock, book=book)
        opening = partial(open_simulated, folder, simulator, clock)
        application = Application(opening, demo=True, lang="tr", data_dir=folder)
        application.start()
        application.window.resize(*SIZE)
        monkey = Monkey(application, simulator, report, seed=seed, still=still)
        monkey.begin(seconds)
        QApplication.exec()
        _audit(report, book)
        application.window.close()
        application.finish()
    sys.excepthook = excepthook
    qInstallMessageHandler(before)
    report.count("longest stall (ms)", round(monkey.stall * 1000))
    for at, size in monkey.memory:
        report.count(f"MiB after {at:.0f} s", size >> 20)
    if len(monkey.memory) > 1:
        (_, first), *_, (_, last) = monkey.memory
        report.hold(last <= first * _MORE_MEMORY, f"memory grew from {first >> 20} to {last >> 20} MiB")
    return report


def _audit(report: Report, book: Book) -> None:
    """Nobody was paid more than they had paid: by the gateways' own book."""
    for sale in book.sales():
        back = sum(one.amount.kurus for one in sale.movements if one.status.name in {"VOIDED", "REFUNDED"})
        report.hold(abs(back) <= sale.amount.kurus, f"{sale.reference} was given back more than once")
        report.count("requests to move money", book.requests_for(sale.reference))
    for order in book.orders():
        report.count("requests to move money", book.requests_for(order.siparis_id))


def _listen(report: Report) -> Callable[[QtMsgType, QMessageLogContext, str], None]:
    def hear(kind: QtMsgType, _: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and "This plugin does not support" not in text:
            report.violation(f"Qt: {text}")

    return hear


def _words(widget: QWidget) -> str:
    return " / ".join(
        str(one.property("plainText") or "")[-600:]
        for one in widget.findChildren(QWidget)
        if one.property("plainText")
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.monkey", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--still", action="store_true", help="press nothing: how the window is when idle")
    asked = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qt = theme.new_application()
    qt.setQuitOnLastWindowClosed(False)
    return run(seconds=asked.minutes * 60, seed=asked.seed, still=asked.still).close()


if __name__ == "__main__":
    sys.exit(main())
