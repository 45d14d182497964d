"""Every drawing that is asked for is there, and takes the palette's colour."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

import gui
import resources
from gui.icons import icon
from gui.theme import Tone, color
from gui.widgets.pill import icon_of

ICONS = Path(resources.__file__).parent / "icons"


def test_every_icon_named_in_the_sources_is_there() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in Path(gui.__file__).parent.rglob("*.py"))
    named = set(re.findall(r'icon\(\s*"([a-z_]+)"', sources)) | {icon_of(tone) for tone in Tone}
    assert named
    assert not [name for name in named if not (ICONS / f"{name}.svg").exists()]


@pytest.mark.parametrize("tone", Tone)
def test_is_painted_in_its_tone(qapp: QApplication, tone: Tone) -> None:
    picture = icon("neutral", tone).pixmap(QSize(48, 48)).toImage()
    middle = picture.pixelColor(picture.width() // 2, picture.height() // 2)
    assert middle.name() == color(tone, qapp.palette()).name()


def test_every_icon_but_the_programs_own_is_of_one_family_in_one_line_whose_licence_is_beside_them() -> None:
    heads = {}
    for path in ICONS.glob("*.svg"):
        if path.stem not in {"app", "tick", "arrow_dark", "arrow_light"}:  # a picture; the style sheet's
            heads[path.stem] = path.read_text(encoding="utf-8").partition("><")[0]
    assert len(set(heads.values())) == 1
    assert "Tabler Icons" in (ICONS / "LICENSE.txt").read_text(encoding="utf-8")
