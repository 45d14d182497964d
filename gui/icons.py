"""The program's own icons: one-colour drawings that take their tone from the palette of the moment."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)

import resources
from gui.theme import Tone, color

_FOLDER = Path(resources.__file__).parent / "icons"
_DRAWN_IN = b"currentColor"


def icon(name: str, tone: Tone = Tone.NEUTRAL) -> QIcon:
    """Return ``resources/icons/<name>.svg`` in a tone.

    Nothing is read before it is painted, and it is painted in the colours of that moment.
    """
    return QIcon(_Drawing(name, tone))


class _Drawing(QIconEngine):
    """Paints one SVG with its colour replaced."""

    def __init__(self, name: str, tone: Tone) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Paint it into `rect`, in the application's palette; faded when disabled."""
        palette = QGuiApplication.palette()
        disabled = mode is QIcon.Mode.Disabled
        ink = palette.color(QPalette.ColorRole.Dark) if disabled else color(self._tone, palette)
        painter.drawPixmap(rect, self._drawn(ink.name(), rect.size(), painter.device().devicePixelRatioF()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it as a pixmap of `size` device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def _drawn(self, ink: str, size: QSize, scale: float) -> QPixmap:
        """Return it in a colour and size; drawn once, for a list paints the same few again and again."""
        key = f"{self._name} {ink} {size.width()} {size.height()} {scale}"
        drawn = QPixmap()
        if QPixmapCache.find(key, drawn):
            return drawn
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  not before the first icon is painted

        source = (_FOLDER / f"{self._name}.svg").read_bytes().replace(_DRAWN_IN, ink.encode())
        drawn = QPixmap(size * scale)
        drawn.fill(Qt.GlobalColor.transparent)
        with QPainter(drawn) as painter:
            QSvgRenderer(QByteArray(source)).render(painter)
        drawn.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, drawn)
        return drawn

    def clone(self) -> QIconEngine:
        """Return another of the same; Qt copies icons."""
        return _Drawing(self._name, self._tone)
