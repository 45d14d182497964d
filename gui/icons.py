"""The program's own icons: one-colour drawings that take their tone from the palette of the moment."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap

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
        self._source: bytes | None = None

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Paint it into `rect`, in the application's palette; faded when disabled."""
        from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415  not before the first icon is painted

        if self._source is None:
            self._source = (_FOLDER / f"{self._name}.svg").read_bytes()
        palette = QGuiApplication.palette()
        disabled = mode is QIcon.Mode.Disabled
        ink = palette.color(QPalette.ColorRole.Dark) if disabled else color(self._tone, palette)
        drawing = self._source.replace(_DRAWN_IN, ink.name().encode())
        QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it as a pixmap of `size` device pixels."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return another of the same; Qt copies icons."""
        return _Drawing(self._name, self._tone)
