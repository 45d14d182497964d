"""The main screens as they are meant to look: `python -m tests.gui.walks.golden` renews the pictures.

Clock, sales and name stand still, so that the same code paints the same picture on every day.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from gui import theme
from gui.app import Application
from gui.day_end.page import DayEndPage
from gui.places import Place
from gui.preferences.section import Section
from gui.settings import Appearance
from gui.tour import doubting, giving, looking, seeking
from gui.tour.clock import TourClock
from gui.tour.guide import Guide
from gui.tour.hands import go, open_section
from gui.tour.walk import SIZE, open_simulated
from services.simulator.book import Book
from services.simulator.sales import fill
from services.simulator.server import Simulator

FOLDER = Path(__file__).parent / "golden"

_AT = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
"""A Friday, 17:00 in Istanbul."""

_WHO = "Ayşe"
_BEST = 0
"""How hard a picture is pressed together: 0 is the hardest."""


class StillClock(TourClock):
    """It is always the same moment."""

    def now(self) -> datetime:
        """Return it."""
        return _AT


def _settings(guide: Guide) -> None:
    guide.tidy()
    open_section(guide, Section.LOOK)
    guide.find(QWidget, "choose_dark")


def _dark_sale(guide: Guide) -> None:
    guide.window.places.appearance_chosen.emit(Appearance.DARK)
    looking.a_sale_in_full(guide)


def _day_end(guide: Guide) -> None:
    guide.tidy()
    go(guide, Place.DAY_END)
    page = guide.find(DayEndPage, "day_end")
    guide.wait("the day's sheet", lambda: page.sheet and page.sheet.lines)


SCREENS: dict[str, tuple[Callable[[Guide], object], ...]] = {
    "day": (seeking.the_day,),
    "sale": (looking.find_a_sale,),
    "void": (giving.void_it,),
    "outcome": (giving.it_is_voided,),
    "order": (giving.an_order_of_several_sellers, giving.part_of_one_seller),
    "unknown": (doubting.nobody_to_ask,),
    "day-end": (_day_end,),
    "settings": (_settings,),
    "sale-dark": (_dark_sale,),
    "day-dark": (seeking.the_day_is_done,),
}
"""The steps that lead to each, from the one before."""


def paint(folder: Path) -> None:
    """Walk to each of the screens and leave its picture."""
    clock, book = StillClock(), Book()
    fill(book, _AT)
    simulator = Simulator(clock, book=book)
    with tempfile.TemporaryDirectory(prefix="refund-desk-golden-") as name:
        opening = partial(open_simulated, Path(name), simulator, clock)
        application = Application(opening, demo=True, lang="tr", data_dir=Path(name))
        application.start()
        application.window.resize(*SIZE)
        application.window.places.appearance_chosen.emit(Appearance.LIGHT)
        guide = Guide(application, simulator, clock, folder)
        looking.start(guide)
        for screen, steps in SCREENS.items():
            for step in steps:
                step(guide)
            guide.rest()
            file = guide.picture(screen)
            QImage(str(file)).save(str(file), quality=_BEST)
        guide.tidy()
        application.window.close()
        application.finish()


def main() -> int:
    """Paint them, over those that are kept if nothing else is said."""
    parser = argparse.ArgumentParser(prog="python -m tests.gui.walks.golden", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", LOGNAME=_WHO, USER=_WHO)
    qt = theme.new_application()
    qt.setCursorFlashTime(0)
    paint(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
