"""Whether every text can be read: the colours as they are painted, 4.5 to 1 at least."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from tests.gui.walks.findings import Finding, called, in_sight, shown

READABLE = 4.5
"""WCAG's least contrast of text of this size."""

_SHARP = 2
"""Pixels a point: the heart of a letter's stroke is in its own colour then."""

_FRAME = 4
"""What a border and a rounded corner take of a control."""

_LEAST = 6
"""Points: less of a widget in sight says nothing."""


@cache
def _of(pixel: int, ground: int) -> float:
    return contrast(QColor(pixel), QColor(ground))


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, as WCAG measures it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def unreadable(screen: QWidget) -> Iterator[Finding]:
    """Yield every text that is shown with too little contrast; what is disabled is not read."""
    picture = QImage(screen.size() * _SHARP, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(_SHARP)
    screen.render(picture, QPoint())
    for widget in shown(screen):
        if not isinstance(widget, (QAbstractButton, QComboBox, QLabel, QLineEdit)) or not widget.isEnabled():
            continue
        if not _text(widget):
            continue
        seen = in_sight(widget, screen)
        if not isinstance(widget, QLabel):
            seen = seen.adjusted(_FRAME, _FRAME, -_FRAME, -_FRAME)
        if seen.width() < _LEAST or seen.height() < _LEAST:
            continue
        measured = _measured(picture.copy(QRect(seen.topLeft() * _SHARP, seen.size() * _SHARP)))
        if measured < READABLE:
            yield Finding("contrast", called(widget), f"{measured:.2f}:1")


def _text(widget: QWidget) -> str:
    if isinstance(widget, QLineEdit):
        return widget.text() or widget.placeholderText()
    if isinstance(widget, QComboBox):
        return widget.currentText() or widget.placeholderText()
    if isinstance(widget, QLabel) and not widget.pixmap().isNull():
        return ""
    return str(widget.property("text") or "")


def _measured(picture: QImage) -> float:
    """Return the contrast of what is painted most to what differs most from it."""
    pixels = Counter(array("I", bytes(picture.constBits())))
    ground = pixels.most_common(1)[0][0]
    return max(_of(pixel, ground) for pixel in pixels)


def _luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF())
