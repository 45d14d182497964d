"""How a line of the results looks: two lines of text, money in figures of one width, status as a pill."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView

from gui import theme
from gui.format import clock_time, day, instant, plain
from gui.search.columns import MONEY, Column, place, text_of
from gui.search.results import ROW
from gui.search.row import Row, status
from gui.theme import Tone, color
from gui.widgets.pill import paint_pill
from services.domain.clock import ISTANBUL

HEIGHT = 48
_SMALL = 12
_DASH = "\N{EM DASH}"


class RowDelegate(QStyledItemDelegate):
    """Paints every cell of the results. Where the time has no column, it stands under the reference."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table

    @property
    def _first(self) -> int:
        """The column that is seen first, wherever it was moved to."""
        return self._table.horizontalHeader().logicalIndexAt(0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002  Qt's signature
        """Return the height of a line; the columns' widths are the view's."""
        return QSize(60, HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell."""
        row: Row = index.data(ROW)
        area, palette = option.rect, option.palette
        column = index.column()
        painter.save()
        # Not by the option's state: for its name PySide builds all those of QStyle, hundreds of them.
        if self._table.selectionModel().isSelected(index):
            _fill(painter, area, palette.color(QPalette.ColorRole.Highlight))
            if column == self._first:
                bar = QRect(area.left(), area.top(), 3, area.height())
                _fill(painter, bar, color(Tone.ACCENT, palette))
        painter.setPen(theme.border(palette))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        inner = area.adjusted(theme.M, 0, -theme.S, 0)
        if column == Column.WHEN:
            _two_lines(painter, inner, palette, *_moment(row))
        elif column in MONEY:
            bold = theme.font(bold=column == Column.AMOUNT)
            _one_line(painter, inner, palette, text_of(Column(column), row), font=bold, right=True)
        elif column == Column.STATE:
            paint_pill(painter, inner, *status(row), palette)
        elif column != Column.REFERENCE:
            _one_line(painter, inner, palette, text_of(Column(column), row), font=theme.font())
        else:
            timed = self._table.isColumnHidden(Column.WHEN)
            below = f"{_day_and_time(row)} · {place(row)}" if timed else place(row)
            _two_lines(painter, inner, palette, plain(row.reference, limit=80), below)
        painter.restore()


def _fill(painter: QPainter, area: QRect, ground: QColor) -> None:
    """Fill a rectangle: for `fillRect` PySide would build the names of all of Qt's ready-made gradients."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRect(area)


def _day_and_time(row: Row) -> str:
    return instant(row.moment) if row.moment is not None else _DASH


def _moment(row: Row) -> tuple[str, str]:
    if row.moment is None:
        return _DASH, ""
    return clock_time(row.moment), day(row.moment.astimezone(ISTANBUL).date())


def _one_line(
    painter: QPainter, area: QRect, palette: QPalette, text: str, *, font: QFont, right: bool = False
) -> None:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(area, side | Qt.AlignmentFlag.AlignVCenter, _cut(painter, text, area.width()))


def _two_lines(painter: QPainter, area: QRect, palette: QPalette, upper: str, lower: str) -> None:
    middle = area.top() + area.height() // 2
    top = QRect(area.left(), area.top() + 5, area.width(), middle - area.top() - 4)
    bottom = QRect(area.left(), middle + 1, area.width(), area.bottom() - middle - 6)
    left = Qt.AlignmentFlag.AlignLeft
    painter.setFont(theme.font())
    painter.setPen(palette.color(QPalette.ColorRole.Text))
    painter.drawText(top, left | Qt.AlignmentFlag.AlignVCenter, _cut(painter, upper, area.width()))
    painter.setFont(theme.font(_SMALL))
    painter.setPen(theme.muted(palette))
    painter.drawText(bottom, left | Qt.AlignmentFlag.AlignVCenter, _cut(painter, lower, area.width()))


def _cut(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)
