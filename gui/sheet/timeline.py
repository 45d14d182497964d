"""A picture of a payment's life, drawn to time; told in words as well, and walked by the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import theme
from gui.sheet.life import Lane, Moment
from gui.sheet.track import ROW, Dot, Label, Track, lay_out
from gui.theme import RADIUS, Tone, border, color, muted, tint
from gui.widgets.saying import announce

_TEXT = 12
_TICKS = 24
_RADIUS = 6
_CAPTION = 22


class Timeline(QWidget):
    """Dots on a line: above it what the gateway shows, below it what was done here.

    Left and Right step from moment to moment, Home and End go to the first and the last; the one under the
    cursor is told in the line at the bottom, which Ctrl+C copies. Without a cursor that line tells the last.

    Attributes:
        track: What is drawn now.
    """

    stepped = Signal(object)
    """The cursor is at another `Moment`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("What happened, drawn to time"))
        self._moments: tuple[Moment, ...] = ()
        self._now: datetime | None = None
        self._current: int | None = None
        self.track = Track()

    @property
    def moments(self) -> tuple[Moment, ...]:
        """What is told, oldest first; what has no date last."""
        return self._moments

    @property
    def caption(self) -> str:
        """What the line at the bottom tells."""
        if not self._moments:
            return ""
        return self._moments[self._at].told

    @property
    def _at(self) -> int:
        """Where the cursor is; without one, at the last thing that has happened."""
        if self._current is not None:
            return self._current
        past = [number for number, one in enumerate(self._moments) if one.at and one.lane is not Lane.AHEAD]
        return past[-1] if past else len(self._moments) - 1

    def show_moments(self, moments: Sequence[Moment], now: datetime | None = None) -> None:
        """Show a life; `now`, aware, is marked where it lies within it."""
        self._moments, self._now, self._current = tuple(moments), now, None
        self.setAccessibleDescription("\n".join(moment.told for moment in self._moments))
        self.setVisible(bool(self._moments))
        self._lay_out()
        self.updateGeometry()

    def step_to(self, number: int) -> None:
        """Put the cursor at a moment."""
        if not self._moments:
            return
        self._current = min(max(number, 0), len(self._moments) - 1)
        self.update()
        announce(self, self.caption)
        self.stepped.emit(self._moments[self._current])

    def sizeHint(self) -> QSize:
        """Return the room for two rows above the line, and below it where something was done here."""
        return QSize(420, self.line + _TICKS + self._below + _CAPTION)

    def minimumSizeHint(self) -> QSize:
        """Return the narrowest at which dots can still be told apart."""
        return QSize(240, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step, or copy what is told."""
        last = len(self._moments) - 1
        at = self._at
        steps = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.caption)
        elif Qt.Key(event.key()) in steps:
            self.step_to(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the moment under the mouse; pressed again, to the next of its dot."""
        dot = self._dot_at(event.position().toPoint())
        if dot is None:
            super().mousePressEvent(event)
            return
        inside = dot.moments
        at = inside.index(self._current) + 1 if self._current in inside else 0
        self.step_to(inside[at % len(inside)])

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        if self._current is None and self._moments:
            self._current = self._at
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop showing it."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell everything a dot stands for under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            dot = self._dot_at(event.pos())
            words = "" if dot is None else "\n".join(self._moments[one].told for one in sorted(dot.moments))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw it to the new width."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the line, its ticks, the dots, the labels that fit, and the line of words."""
        palette = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(theme.font(_TEXT))
            painter.setPen(QPen(border(palette), 2))
            painter.drawLine(4, self.line, self.width() - 4, self.line)
            self._paint_ticks(painter)
            for label in self.track.labels:
                self._paint_label(painter, label)
            for dot in self.track.dots:
                self._paint_dot(painter, dot)
            painter.setPen(palette.text().color())
            words = QRect(0, self.height() - _CAPTION, self.width(), _CAPTION)
            shown = painter.fontMetrics().elidedText(self.caption, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    @property
    def line(self) -> int:
        """How far down the line of time is."""
        return self._rows(here=False) * ROW + 6 + _RADIUS + 2

    @property
    def _below(self) -> int:
        here = any(one.lane is Lane.HERE and one.at is not None for one in self._moments)
        return max(self._rows(here=True), 1) * ROW + 8 if here else 0

    def _rows(self, *, here: bool) -> int:
        """Return how many rows of labels there are on one side of the line."""
        rows = [label.row + 1 for label in self.track.labels if (label.lane is Lane.HERE) is here]
        return max(rows, default=0)

    def _lay_out(self) -> None:
        metrics = QFontMetrics(theme.font(_TEXT))
        before = self.sizeHint()
        self.track = lay_out(self._moments, self.width(), metrics.horizontalAdvance, self._now)
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def _spot(self, dot: Dot) -> QPoint:
        """Return the middle of a dot; what was done here hangs under the line."""
        return QPoint(dot.x, self.line + (_RADIUS + 3 if dot.lane is Lane.HERE else 0))

    def _dot_at(self, where: QPoint) -> Dot | None:
        near = [dot for dot in self.track.dots if (self._spot(dot) - where).manhattanLength() <= 2 * _RADIUS]
        return min(near, key=lambda dot: (self._spot(dot) - where).manhattanLength(), default=None)

    def _paint_ticks(self, painter: QPainter) -> None:
        metrics, palette = painter.fontMetrics(), self.palette()
        top = self.height() - _CAPTION - _TICKS
        painter.setPen(muted(palette))
        for tick in self.track.ticks:
            half = metrics.horizontalAdvance(tick.text) // 2
            painter.drawLine(tick.x, self.line + 3, tick.x, self.line + 6)
            area = QRect(tick.x - half - 2, top, 2 * half + 4, _TICKS)
            painter.drawText(area, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, tick.text)
        if self.track.now is not None:
            painter.setPen(QPen(color(Tone.ACCENT, palette), 1, Qt.PenStyle.DashLine))
            painter.drawLine(self.track.now, self.line - 10, self.track.now, self.line + 10)

    def _paint_label(self, painter: QPainter, label: Label) -> None:
        palette = self.palette()
        here = label.lane is Lane.HERE
        top = (
            self.line + 2 * _RADIUS + 4 + label.row * ROW
            if here
            else self.line - _RADIUS - 4 - (label.row + 1) * ROW
        )
        area = QRect(label.left, top, label.width, ROW)
        painter.setPen(QPen(border(palette), 1))
        painter.drawLine(label.x, area.top() if here else area.bottom(), label.x, self.line)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint(label.tone, palette))
        painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), RADIUS, RADIUS)
        painter.setPen(color(label.tone, palette))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, label.text)

    def _paint_dot(self, painter: QPainter, dot: Dot) -> None:
        palette, spot = self.palette(), self._spot(dot)
        ink = color(dot.tone, palette)
        painter.setPen(QPen(ink, 2))
        painter.setBrush(palette.base() if dot.lane is Lane.AHEAD else ink)
        painter.drawEllipse(spot, _RADIUS - 1, _RADIUS - 1)
        if len(dot.moments) > 1:
            painter.drawEllipse(spot, _RADIUS - 4, _RADIUS - 4)
            painter.setPen(QPen(palette.base().color(), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot, _RADIUS - 3, _RADIUS - 3)
        if self.hasFocus() and self._current in dot.moments:
            painter.setPen(QPen(color(Tone.ACCENT, palette), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(spot, _RADIUS + 2, _RADIUS + 2)
