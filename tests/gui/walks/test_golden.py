"""The main screens look as they did, but for a few pixels."""

from __future__ import annotations

import re
import subprocess
import sys
from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage

from tests.gui.walks.golden import FOLDER, SCREENS

_ROOT = Path(__file__).parents[3]
_PATIENCE_S = 300
_MAY_DIFFER = 0.002
"""The share of the pixels that may: the foot of a letter, not a letter more."""

_SEEN = 24
"""How far a colour's part, of 255, must be off to be seen."""


def _locked_qt() -> str:
    lock = (_ROOT / "requirements.lock").read_text(encoding="utf-8")
    found = re.search(r"(?m)^pyside6-essentials==([0-9.]+)", lock)
    assert found is not None
    return found[1]


@pytest.mark.skipif(
    sys.platform != "linux" or qVersion() != _locked_qt(),
    reason="the pictures are those of Linux without a screen, painted by the Qt of the lock",
)
@pytest.mark.timeout(_PATIENCE_S)
def test_the_main_screens_look_as_they_did(tmp_path: Path) -> None:
    """Meant otherwise: `python -m tests.gui.walks.golden`, and look at what it leaves before it is kept."""
    painted = subprocess.run(  # noqa: S603  this very program
        [sys.executable, "-m", "tests.gui.walks.golden", str(tmp_path)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    assert painted.returncode == 0, painted.stderr[-2000:]
    off = {screen: _share(FOLDER / f"{screen}.png", tmp_path / f"{screen}.png") for screen in SCREENS}
    assert {screen: share for screen, share in off.items() if share > _MAY_DIFFER} == {}


def _share(kept: Path, painted: Path) -> float:
    """Return the share of the pixels that are seen to differ."""
    one, other = (_pixels(file) for file in (kept, painted))
    if len(one) != len(other):
        return 1.0
    return sum(_differ(a, b) for a, b in zip(one, other, strict=True) if a != b) / len(one)


def _pixels(file: Path) -> array[int]:
    picture = QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)
    return array("I", bytes(picture.constBits()))  # the bits are gone with their picture


def _differ(one: int, other: int) -> bool:
    return any(abs((one >> by & 255) - (other >> by & 255)) > _SEEN for by in (0, 8, 16))
