"""Shows laid-out paper on the screen, as it will come out: the pages below each other, to be scrolled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from gui import theme
from gui.paper.layout import Laid
from gui.theme import L, M

_LARGEST = 1.75
"""Screen pixels for a point of paper, at most: a narrow roll is not blown up."""


class PaperView(QScrollArea):
    """A preview. GUI thread; what it shows was laid out there.

    Attributes:
        laid: What is shown; None for nothing yet.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAccessibleName(self.tr("Preview"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.laid: Laid | None = None
        self._sheets = _Sheets()
        self.setWidget(self._sheets)
        self.viewport().setAutoFillBackground(False)

    @property
    def text(self) -> str:
        """Everything that stands on the paper."""
        return self.laid.text if self.laid is not None else ""

    def show_laid(self, laid: Laid | None) -> None:
        """Show another paper, or none."""
        self.laid = laid
        self.setAccessibleDescription(self.text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the paper as wide as there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._sheets.show_laid(self.laid, self.viewport().width())


class _Sheets(QWidget):
    """The pages, one below the other, on a quiet ground."""

    def __init__(self) -> None:
        super().__init__()
        self._laid: Laid | None = None
        self._scale = 1.0

    def show_laid(self, laid: Laid | None, width: int) -> None:
        self._laid = laid
        if laid is None:
            self.resize(width, 0)
            return
        room = width - 2 * M
        self._scale = max(0.2, min(_LARGEST, room / laid.size.width()))
        step = laid.size.height() * self._scale + L
        self.resize(QSize(width, round(step * laid.pages + L)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that can be seen."""
        laid = self._laid
        if laid is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = laid.size.width() * self._scale, laid.size.height() * self._scale
        left = (self.width() - wide) / 2
        for page in range(laid.pages):
            sheet = QRectF(left, L + page * (high + L), wide, high)
            if not sheet.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(sheet, QColor("#ffffff"))
            painter.setPen(theme.border(self.palette()))
            painter.drawRect(sheet)
            painter.save()
            painter.setClipRect(sheet)
            painter.translate(QPointF(sheet.topLeft()))
            painter.scale(self._scale, self._scale)
            laid.paint(painter, page)
            painter.restore()
        painter.end()
