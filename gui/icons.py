"""The program's own icons: one-colour drawings that take their tone from the palette of the moment."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache

import resources
from gui.theme import Tone, color

_FOLDER = Path(resources.__file__).parent / "icons"
_DRAWN_IN = b"currentColor"
_DRAWN_AT = re.compile(rb'width="\d+" height="\d+"')


def icon(name: str, tone: Tone = Tone.NEUTRAL) -> QIcon:
    """Return ``resources/icons/<name>.svg`` in a tone.

    Nothing is read before it is painted, and it is painted in the colours of that moment.
    """
    return QIcon(_Drawing(name, tone))


class _Drawing(QIconEngine):
    """Paints one SVG with its colour replaced, at the size that is asked for.

    Qt's image plugin reads it: the QtSvg module itself would cost the first paint another 5 ms.
    """

    def __init__(self, name: str, tone: Tone) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def pixmap(self, size: QSize, mode: QIcon.Mode, _state: QIcon.State) -> QPixmap:
        """Return it at `size` device pixels, in the application's palette; faded when disabled.

        Drawn once for all: a list makes and paints the same few again and again.
        """
        palette = QGuiApplication.palette()
        disabled = mode is QIcon.Mode.Disabled
        ink = palette.color(QPalette.ColorRole.Dark) if disabled else color(self._tone, palette)
        key = f"{self._name} {size.width()} {size.height()} {ink.name()}"
        picture = QPixmap()
        if not QPixmapCache.find(key, picture):
            picture = self._draw(size, ink.name().encode())
            QPixmapCache.insert(key, picture)
        return picture

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint it into `rect`, as sharp as the screen is."""
        ratio = painter.deviceTransform().m11()
        picture = QPixmap(self.pixmap(rect.size() * ratio, mode, state))
        picture.setDevicePixelRatio(ratio)
        painter.drawPixmap(rect.topLeft(), picture)

    def clone(self) -> QIconEngine:
        """Return another of the same; Qt copies icons."""
        return _Drawing(self._name, self._tone)

    def _draw(self, size: QSize, ink: bytes) -> QPixmap:
        source = (_FOLDER / f"{self._name}.svg").read_bytes()
        sized = b'width="%d" height="%d"' % (size.width(), size.height())
        picture = QPixmap()
        picture.loadFromData(_DRAWN_AT.sub(sized, source, count=1).replace(_DRAWN_IN, ink), "svg")
        return picture
