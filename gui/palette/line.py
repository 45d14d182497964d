"""Paints one line of the palette: a drawing, what it is, and quietly at the right its key or more."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui import theme

LINE = Qt.ItemDataRole.UserRole
"""Where the `Doable` lies."""

_HEIGHT = 34
_ROOM = 260


class PaletteLines(QStyledItemDelegate):
    """The text as Qt paints it; what is said quietly over it, at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        more = index.data(LINE).more
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        room = min(option.fontMetrics.horizontalAdvance(more) + theme.L, _ROOM) if more else 0
        width = option.rect.width() - room - 2 * theme.XL
        shown.text = option.fontMetrics.elidedText(shown.text, Qt.TextElideMode.ElideRight, width)
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, widget)
        if more:
            painter.save()
            painter.setPen(theme.muted(option.palette))
            painter.drawText(
                option.rect.adjusted(0, 0, -theme.M, 0),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                more,
            )
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line."""
        return QSize(super().sizeHint(option, index).width(), _HEIGHT)
