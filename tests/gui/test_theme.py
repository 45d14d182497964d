"""Colours that can be read, figures that line up, letters that are there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.theme import Tone

READABLE = 4.5
"""WCAG's least contrast of text of this size."""


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def palette(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[QPalette]:
    before, sheet, font = qapp.palette(), qapp.styleSheet(), qapp.font()
    theme.apply(qapp, dark=request.param)
    yield qapp.palette()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(before)
    qapp.setFont(font)


@pytest.mark.parametrize("tone", Tone)
def test_every_tone_can_be_read_on_every_ground(palette: QPalette, tone: Tone) -> None:
    role = QPalette.ColorRole
    grounds = [palette.color(which) for which in (role.Window, role.Base, role.AlternateBase, role.Highlight)]
    for ground in [*grounds, theme.tint(tone, palette)]:
        assert _contrast(theme.color(tone, palette), ground) >= READABLE


def test_text_can_be_read_on_every_ground_and_on_every_tint(palette: QPalette) -> None:
    role = QPalette.ColorRole
    grounds = [palette.color(which) for which in (role.Window, role.Base, role.Button, role.Highlight)]
    for ground in [*grounds, *(theme.tint(tone, palette) for tone in Tone)]:
        assert _contrast(palette.color(role.Text), ground) >= READABLE


def test_what_is_said_quietly_can_be_read_too(palette: QPalette) -> None:
    for which in (QPalette.ColorRole.Window, QPalette.ColorRole.Base):
        assert _contrast(theme.muted(palette), palette.color(which)) >= READABLE


def test_the_tones_are_told_apart(palette: QPalette) -> None:
    assert len({theme.color(tone, palette).name() for tone in Tone}) == len(Tone)


def test_the_bundled_font_is_used_and_has_every_turkish_letter_and_the_lira(palette: QPalette) -> None:
    assert palette is not None
    assert QFontInfo(theme.font()).family().startswith(theme.FAMILY)
    metrics = QFontMetrics(theme.font())
    missing = [letter for letter in "ğüşıöçĞÜŞİÖÇ₺−–—…·“”" if not metrics.inFontUcs4(ord(letter))]
    assert not missing


def test_amounts_line_up_because_every_figure_is_as_wide(palette: QPalette) -> None:
    assert palette is not None
    for font in (theme.font(), theme.font(24, bold=True)):
        metrics = QFontMetrics(font)
        widths = [metrics.horizontalAdvance(figure * 20) for figure in "0123456789"]
        assert max(widths) - min(widths) <= 1  # hinting rounds, over twenty figures


def _contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
