"""Every screen of the tour, in every dress: nothing cut, everything legible, all of it by hand and by ear."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui.tour.steps import STEPS
from tests.gui.walks.contrast import contrast
from tests.gui.walks.pseudo import longer
from tests.gui.walks.visit import PSEUDO, told, visit

_PATIENCE_S = 500
_ROOT = Path(__file__).parents[3]

pytestmark = [pytest.mark.timeout(_PATIENCE_S), pytest.mark.usefixtures("qapp")]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_screen_can_be_read_named_and_walked_with_the_tab_key(dark: bool) -> None:  # noqa: FBT001
    assert told(visit("tr", thorough=True, dark=dark)) == {}


@pytest.mark.parametrize("language", ["en", PSEUDO])
def test_nothing_is_cut_in_english_and_in_a_language_40_percent_longer(language: str) -> None:
    assert told(visit(language, thorough=False)) == {}


@pytest.mark.parametrize("language", ["tr", PSEUDO])
def test_nothing_is_cut_at_twice_the_size(language: str) -> None:
    walked = subprocess.run(  # noqa: S603  this very program; the scale is read once a process
        [sys.executable, "-m", "tests.gui.walks.visit", language],
        env={**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen"},
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    assert walked.returncode == 0, walked.stderr[-2000:]
    assert json.loads(walked.stdout.splitlines()[-1]) == {}


def test_the_longer_language_keeps_what_is_not_to_be_translated() -> None:
    made = longer("Void {amount} of %n <b>sale</b>")
    assert {"{amount}", "%n", "<b>", "</b>"} <= {part for part in made.replace("<", " <").replace(">", "> ").split()}
    assert len(longer("nothing was given back")) >= len("nothing was given back") * 1.3


def test_the_tour_is_long_enough_to_have_been_everywhere() -> None:
    """What a screen is called is in its step's name: the list must not shrink unnoticed."""
    assert len(STEPS) >= 60


def test_contrast_is_measured_as_wcag_says() -> None:
    from PySide6.QtGui import QColor  # noqa: PLC0415  beside its only use

    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)
