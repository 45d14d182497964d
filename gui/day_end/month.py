"""A month as bars: how much was given back on each day, and which days are closed. A day can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui import theme
from gui.format import day as day_text
from gui.format import money
from gui.theme import Tone, color
from services.day_ends import DayOfMonth
from services.domain.account import Environment
from services.domain.money import Money

_DAY = timedelta(days=1)
_HEIGHT = 168
_NUMBERS = 22
_CLOSED = 8
_LEAST = 3
"""Pixels of a day on which anything at all went back."""

_NARROWEST = 18
"""Pixels of a bar below which only every other day is named."""

_WORLDS = (Environment.LIVE, Environment.TEST, Environment.DEMO)


class MonthBars(QWidget):
    """One bar a day, as high as what was given back; a dot below it where the day is closed.

    Arrow keys go from day to day, over the ends of the month as well; Home and End to its first and its last.

    Attributes:
        days: What is shown.
        chosen: The chosen day; None before there are any.
        world: Whose money it is: real money, where the month has any.
    """

    day_chosen = Signal(object)
    """Carries the `date` a person chose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("month")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Given back on each day of the month"))
        self.days: tuple[DayOfMonth, ...] = ()
        self.chosen: date | None = None
        self.world = Environment.LIVE
        self._today: date | None = None

    def show_month(self, days: Sequence[DayOfMonth], *, chosen: date, today: date) -> None:
        """Show a month; days after `today` are empty and can't be chosen."""
        self.days = tuple(days)
        self.chosen, self._today = chosen, today
        there = {world for one in self.days for world in one.sums}
        self.world = next((world for world in _WORLDS if world in there), Environment.LIVE)
        self._describe()
        self.update()

    def amount(self, one: DayOfMonth) -> Money:
        """Return what was given back on a day."""
        sums = one.sums.get(self.world)
        return Money(0) if sums is None else sums.net

    def bar(self, of: date) -> QRectF:
        """Return where a day's bar stands; empty where there is none."""
        most = max((abs(self.amount(one)).kurus for one in self.days), default=0)
        for column, one in enumerate(self.days):
            if one.day == of and most and self.amount(one):
                room = self._column(column)
                share = abs(self.amount(one)).kurus * (room.height() - _LEAST) // most + _LEAST
                return QRectF(room.left(), room.bottom() - share, room.width(), share)
        return QRectF()

    def sizeHint(self) -> QSize:
        """As wide as there is room; always as high."""
        return QSize(31 * 14, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Bars may be narrow."""
        return QSize(31 * 8, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day under the pointer."""
        found = self._at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self._choose(found.day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from day to day."""
        days = [one.day for one in self.days if self._can_be_chosen(one.day)]
        if self.chosen is None or self.chosen not in days:
            super().keyPressEvent(event)
            return
        places: dict[int, date] = {
            Qt.Key.Key_Left: self.chosen - _DAY,
            Qt.Key.Key_Right: self.chosen + _DAY,
            Qt.Key.Key_Home: days[0],
            Qt.Key.Key_End: days[-1],
        }
        there = places.get(event.key())
        if there is None:
            super().keyPressEvent(event)
        else:
            self._choose(there)

    def event(self, event: QEvent) -> bool:
        """Say what a bar is, where the pointer rests."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            found = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(found) if found else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint the bars, the days below, and the ring around the chosen one."""
        palette = self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for column, one in enumerate(self.days):
                room, is_chosen = self._column(column), one.day == self.chosen
                if is_chosen:
                    ground = room.adjusted(-3, -4, 3, _NUMBERS + _CLOSED)
                    painter.setPen(color(Tone.ACCENT, palette) if self.hasFocus() else Qt.PenStyle.NoPen)
                    painter.setBrush(palette.highlight())
                    painter.drawRoundedRect(ground, 4, 4)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color(Tone.ACCENT if is_chosen else Tone.DONE, palette))
                bar = self.bar(one.day)
                if not bar.isEmpty():
                    painter.drawRoundedRect(bar, 2, 2)
                painter.setBrush(theme.border(palette))
                painter.drawRect(QRectF(room.left(), room.bottom(), room.width(), 1))
                self._paint_day(painter, one, room, is_chosen=is_chosen)

    def _paint_day(self, painter: QPainter, one: DayOfMonth, room: QRectF, *, is_chosen: bool) -> None:
        palette = self.palette()
        words = is_chosen or self._can_be_chosen(one.day)
        painter.setPen(palette.text().color() if words else theme.border(palette))
        painter.setFont(theme.font(11, bold=is_chosen))
        below = QRectF(room.left() - 4, room.bottom() + 3, room.width() + 8, _NUMBERS - 6)
        if is_chosen or self._is_named(one.day, room):
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(one.day.day))
        if one.number is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.muted(palette))
            painter.drawEllipse(QPointF(room.center().x(), room.bottom() + _NUMBERS), 2, 2)

    def _is_named(self, of: date, room: QRectF) -> bool:
        """Whether there is room for a day's number: for every other one's, where bars are narrow."""
        if room.width() >= _NARROWEST:
            return True
        beside_chosen = self.chosen is not None and abs((of - self.chosen).days) == 1
        return of.day % 2 == 1 and not beside_chosen

    def _column(self, column: int) -> QRectF:
        step = (self.width() - theme.S) / max(1, len(self.days))
        left = theme.XS + column * step
        return QRectF(left + 2, theme.S, step - 4, self.height() - theme.S - _NUMBERS - _CLOSED)

    def _at(self, where: QPointF) -> DayOfMonth | None:
        for column, one in enumerate(self.days):
            room = self._column(column)
            if room.left() - 2 <= where.x() < room.right() + 2:
                return one
        return None

    def _can_be_chosen(self, of: date) -> bool:
        return self._today is not None and of <= self._today

    def _choose(self, of: date) -> None:
        if self._can_be_chosen(of) and of != self.chosen:
            self.chosen = of
            self._describe()
            self.update()
            self.day_chosen.emit(of)

    def _words(self, one: DayOfMonth) -> str:
        said = f"{day_text(one.day)}: {money(self.amount(one))}"
        if one.number is None:
            return said
        return self.tr("{said}, closed as No. {n}").format(said=said, n=one.number)

    def _describe(self) -> None:
        """Say the chosen day to whoever hears the picture."""
        said = [self._words(one) for one in self.days if one.day == self.chosen]
        self.setAccessibleDescription(" ".join(said))
