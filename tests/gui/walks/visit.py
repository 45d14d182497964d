"""Walks the tour in a dress and examines each of its screens.

`python -m tests.gui.walks.visit LANGUAGE` does so. QT_SCALE_FACTOR makes everything larger.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui import i18n, theme
from gui.app import Application
from gui.settings import Appearance
from gui.tour.clock import TourClock
from gui.tour.guide import Guide
from gui.tour.hands import Step
from gui.tour.steps import STEPS
from gui.tour.walk import SIZE, open_simulated
from services.simulator.book import Book
from services.simulator.sales import fill
from services.simulator.server import Simulator
from tests.gui.walks.by_hand import out_of_reach, unnamed
from tests.gui.walks.contrast import unreadable
from tests.gui.walks.findings import Finding, shown
from tests.gui.walks.fitting import ill_fitting
from tests.gui.walks.pseudo import Pseudo

PSEUDO = "pseudo"

_SETTLES_MS = 250

Found = dict[str, list[Finding]]
"""What was found, by the step whose screen it is on."""


@dataclass
class _Seen:
    """What the Tab key was pressed through already."""

    screens: set[frozenset[str]] = field(default_factory=set)
    widgets: set[str] = field(default_factory=set)


def visit(language: str, *, thorough: bool, dark: bool = False, steps: Sequence[Step] = STEPS) -> Found:
    """Walk the steps and return what is not as it should be.

    Args:
        language: One of the program's, or `PSEUDO`.
        thorough: Look at the names, the Tab key and the colours too, not only whether everything fits.
        dark: In dark colours.
        steps: The tour's, if not said.

    Raises:
        Lost: A step did not find what it needs.
    """
    found: Found = {}
    seen = _Seen() if thorough else None
    with tempfile.TemporaryDirectory(prefix="refund-desk-walk-") as temporary:
        folder = Path(temporary)
        with the_demo(folder, language, dark=dark) as guide:
            for step in steps:
                step(guide)
                guide.rest()
                facts = list(dict.fromkeys(_examined(_in_front(guide), seen)))
                if facts:
                    found[step.__name__] = facts
    return found


@contextmanager
def the_demo(folder: Path, language: str, *, dark: bool) -> Iterator[Guide]:
    clock, book = TourClock(), Book()
    fill(book, clock.now())
    simulator = Simulator(clock, book=book)
    english = "en" if language == PSEUDO else language
    application = Application(
        partial(open_simulated, folder, simulator, clock), demo=True, lang=english, data_dir=folder
    )
    if language == PSEUDO:
        _speak_pseudo(application)
    application.start()
    application.window.resize(*SIZE)
    application.window.places.appearance_chosen.emit(Appearance.DARK if dark else Appearance.LIGHT)
    guide = Guide(application, simulator, clock, folder)
    try:
        yield guide
    finally:
        guide.tidy()
        application.window.close()
        application.finish()


def _speak_pseudo(application: Application) -> None:
    """Have the window speak it: made anew, for what it says from its first moment on."""
    qt = QCoreApplication.instance()
    assert qt is not None
    english = QTranslator(qt)
    english.load(str(i18n.FOLDER / "refund_desk_en.qm"))
    qt.installTranslator(Pseudo(qt, english))
    application._change_window()  # as after a change of language


def _in_front(guide: Guide) -> QWidget:
    front = QApplication.activeModalWidget()
    return guide.window if front is None else front


def _examined(screen: QWidget, seen: _Seen | None) -> Iterator[Finding]:
    if any(ill_fitting(screen, QSize(*SIZE))):  # something may just have been said; is it still so?
        QTest.qWait(_SETTLES_MS)
        yield from ill_fitting(screen, QSize(*SIZE))
    if seen is None:
        return
    yield from unnamed(screen)
    yield from unreadable(screen)
    parts = frozenset(widget.objectName() for widget in shown(screen) if widget.objectName())
    if parts not in seen.screens:  # the same again, with another sale in it
        yield from out_of_reach(screen, seen.widgets)
        seen.screens.add(parts)


def told(found: Found) -> dict[str, list[str]]:
    """Return what was found in words."""
    return {step: [str(one) for one in facts] for step, facts in found.items()}


def main() -> int:
    """Print what was found, as JSON."""
    parser = argparse.ArgumentParser(prog="python -m tests.gui.walks.visit", description=__doc__)
    parser.add_argument("language", choices=(*i18n.LANGUAGES, PSEUDO))
    parser.add_argument("--thorough", action="store_true")
    parser.add_argument("--dark", action="store_true")
    asked = parser.parse_args()
    theme.new_application()
    found = visit(asked.language, thorough=asked.thorough, dark=asked.dark)
    sys.stdout.write(json.dumps(told(found)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
