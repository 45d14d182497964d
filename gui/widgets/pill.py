"""A status: a word, an icon and a colour, never the colour alone."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import icon
from gui.theme import Tone, color, font, tint

HEIGHT = 22
_ICON = 14
_PADDING = 8
_GAP = 5
_TEXT_SIZE = 12

_ICONS = {
    Tone.NEUTRAL: "neutral",
    Tone.ACCENT: "info",
    Tone.DONE: "done",
    Tone.REFUSED: "refused",
    Tone.WAITING: "waiting",
    Tone.UNKNOWN: "unknown",
}


def icon_of(tone: Tone) -> str:
    """Return the name of the icon that stands beside a word in this tone."""
    return _ICONS[tone]


def pill_size(text: str) -> QSize:
    """Return how much room a status with this word takes."""
    metrics = QFontMetrics(font(_TEXT_SIZE, bold=True))
    return QSize(_PADDING * 2 + _ICON + _GAP + metrics.horizontalAdvance(text), HEIGHT)


def paint_pill(painter: QPainter, area: QRect, text: str, tone: Tone, palette: QPalette) -> None:
    """Paint a status at the left of `area`, in its middle; the word is cut short where room ends."""
    size = pill_size(text)
    frame = QRect(area.left(), 0, min(size.width(), area.width()), HEIGHT)
    frame.moveTop(area.center().y() - HEIGHT // 2 + 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint(tone, palette))
    painter.drawRoundedRect(frame, HEIGHT / 2, HEIGHT / 2)
    spot = QRect(QPoint(frame.left() + _PADDING, frame.top() + (HEIGHT - _ICON) // 2), QSize(_ICON, _ICON))
    icon(_ICONS[tone], tone).paint(painter, spot)
    painter.setPen(color(tone, palette))
    painter.setFont(font(_TEXT_SIZE, bold=True))
    words = frame.adjusted(_PADDING + _ICON + _GAP, 0, -_PADDING + 1, 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


class Pill(QWidget):
    """Shows one status."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._text = text
        self._tone = tone
        self.show_status(text, tone)

    @property
    def text(self) -> str:
        """The word it shows."""
        return self._text

    @property
    def tone(self) -> Tone:
        """The tone it is shown in."""
        return self._tone

    def show_status(self, text: str, tone: Tone) -> None:
        """Show another status."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the word needs."""
        return pill_size(self._text)

    def minimumSizeHint(self) -> QSize:
        """Return the room for the icon alone: a narrow window cuts the word, not the layout."""
        return QSize(HEIGHT * 2, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the status."""
        with QPainter(self) as painter:
            paint_pill(painter, self.rect(), self._text, self._tone, self.palette())
