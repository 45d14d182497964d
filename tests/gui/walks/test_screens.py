"""Every screen of the tour, in every dress: nothing cut, everything legible, all of it by hand and by ear."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from gui.tour.steps import STEPS
from tests.gui.walks.contrast import contrast
from tests.gui.walks.pseudo import longer
from tests.gui.walks.visit import PSEUDO

_PATIENCE_S = 500
_ROOT = Path(__file__).parents[3]


@pytest.mark.timeout(_PATIENCE_S)
@pytest.mark.parametrize(
    "dress", [(), pytest.param(("--dark",), marks=pytest.mark.long)], ids=["light", "dark"]
)
def test_every_screen_can_be_read_named_and_walked_with_the_tab_key(dress: tuple[str, ...]) -> None:
    assert _found("tr", "--thorough", *dress) == {}


@pytest.mark.timeout(_PATIENCE_S)
@pytest.mark.parametrize(
    ("language", "scale"),
    [
        ("tr", 2),
        (PSEUDO, 1),
        pytest.param("en", 1, marks=pytest.mark.long),
        pytest.param("en", 2, marks=pytest.mark.long),
        pytest.param(PSEUDO, 2, marks=pytest.mark.long),
    ],
)
def test_nothing_is_cut_in_turkish_in_english_and_in_a_language_40_percent_longer(
    language: str, scale: int
) -> None:
    assert _found(language, scale=scale) == {}


def test_the_longer_language_keeps_what_is_not_to_be_translated() -> None:
    made = longer("Void {amount} of %n <b>sale</b>")
    assert all(part in made for part in ("{amount}", "%n", "<b>", "</b>"))
    assert len(longer("nothing was given back")) >= len("nothing was given back") * 1.3


def test_the_tour_is_long_enough_to_have_been_everywhere() -> None:
    """What a screen is called is in its step's name: the list must not shrink unnoticed."""
    assert len(STEPS) >= 60


def test_contrast_is_measured_as_wcag_says() -> None:
    assert contrast(QColor("black"), QColor("white")) == pytest.approx(21)
    assert contrast(QColor("#767676"), QColor("white")) == pytest.approx(4.54, abs=0.01)


def _found(*words: str, scale: int = 1) -> dict[str, list[str]]:
    """Walk in a process of its own: the scale is read once, and colours are the whole program's."""
    walked = subprocess.run(  # noqa: S603  this very program
        [sys.executable, "-m", "tests.gui.walks.visit", *words],
        env={**os.environ, "QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"},
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    assert walked.returncode == 0, walked.stderr[-2000:]
    found: dict[str, list[str]] = json.loads(walked.stdout.splitlines()[-1])
    return found
