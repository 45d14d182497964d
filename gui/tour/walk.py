"""Opens the demo, walks every step, and writes down how each went."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TypedDict

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from gui import theme
from gui.app import Application
from gui.settings import Appearance
from gui.tour.clock import TourClock
from gui.tour.guide import Guide, Lost
from gui.tour.hands import Step
from gui.tour.steps import STEPS
from services.desk import Desk
from services.simulator.book import Book
from services.simulator.sales import fill
from services.simulator.server import Simulator

SIZE = (1366, 768)
"""The screen of the counter this is made for."""


class Told(TypedDict):
    """One step in `tour.json`."""

    name: str
    ok: bool
    saw: str
    picture: str


def walk(folder: Path, *, lang: str, data_dir: Path | None = None, dark: bool = False) -> int:
    """Walk the demo and return the exit status: 1 if a step failed.

    Args:
        folder: Where the pictures and `tour.json` go; made if it is not there.
        lang: The window's language.
        data_dir: The demo's data; a temporary folder if not said.
        dark: In dark colours from the first step on; else in light ones but for the last step.
    """
    folder.mkdir(parents=True, exist_ok=True)
    clock = TourClock()
    book = Book()
    fill(book, clock.now())
    simulator = Simulator(clock, book=book)
    qInstallMessageHandler(_say)
    theme.new_application()
    with tempfile.TemporaryDirectory(prefix="refund-desk-tour-") as temporary:
        demo = data_dir or Path(temporary)
        application = Application(
            partial(open_simulated, demo, simulator, clock), demo=True, lang=lang, data_dir=demo
        )
        try:
            application.start()
            application.window.resize(*SIZE)
            application.window.places.appearance_chosen.emit(Appearance.DARK if dark else Appearance.LIGHT)
            told = _walk(Guide(application, simulator, clock, folder), STEPS)
            application.window.close()
        finally:
            application.finish()  # so that whatever ended the walk is told, and the folder can be removed
    (folder / "tour.json").write_text(
        json.dumps({"steps": told}, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    print(f"{len(told)} steps, {len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0 if all(step["ok"] for step in told) else 1


def _walk(guide: Guide, steps: Sequence[Step]) -> list[Told]:
    told: list[Told] = []
    for number, step in enumerate(steps, 1):
        name = step.__name__
        picture = f"{number:02}-{name.replace('_', '-')}"
        try:
            saw, ok = step(guide), True
        except (Lost, AssertionError) as stopped:
            saw, ok = str(stopped), False
        guide.picture(picture)
        told.append(Told(name=name, ok=ok, saw=saw, picture=f"{picture}.png"))
        print(f"{'ok ' if ok else 'NOT'} {name}: {saw}", flush=True)
    return told


def _say(_kind: QtMsgType, _where: QMessageLogContext, text: str) -> None:
    """Let Qt speak, but for what the screenless platform says of every dialog."""
    if "propagateSizeHints" not in text:
        print(text, file=sys.stderr)


def open_simulated(folder: Path, simulator: Simulator, clock: TourClock, *, start_over: bool = False) -> Desk:
    """Open the demo on a simulator and a clock that somebody else holds too. On a worker."""
    from services.demo import open_demo  # noqa: PLC0415  on the worker, with all it imports

    del start_over  # a demo starts over by itself
    return open_demo(folder, clock=clock, simulator=simulator)
