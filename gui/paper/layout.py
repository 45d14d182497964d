"""Blocks laid out on paper, once: the preview, the printer and the PDF show the very same lines.

Everything is measured in points (1/72 inch). A layout may be made on any thread and stays on it; the
program's font must have been loaded before (`theme.apply`). A page takes some milliseconds. Qt's time
grows with the square of a table's length: twenty pages of one table take two seconds, on a worker.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextDocument,
    QTextOption,
)

from gui.paper.blocks import Block, Paper, Size
from gui.paper.writing import Writer, paper_font

MM = 72 / 25.4
"""Points in a millimetre."""

_QUIET = QColor("#4a4a4a")
_FOOT_ROOM = 16.0


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of paper: how large, and what is left free around. No height: as much of a roll as it takes."""

    width: float
    height: float | None
    margins: QMarginsF


SHAPES = MappingProxyType(
    {
        Paper.A4: Shape(210 * MM, 297 * MM, QMarginsF(18 * MM, 16 * MM, 18 * MM, 14 * MM)),
        # A roll's printer reaches 72 of its 80 mm.
        Paper.ROLL_80: Shape(80 * MM, None, QMarginsF(4 * MM, 4 * MM, 4 * MM, 8 * MM)),
    }
)


class Laid:
    """Blocks on paper. Painted page by page, in points, from the page's upper left corner.

    Attributes:
        paper: Which.
        pages: How many.
        size: Of a page, in points; all of them are the same.
    """

    def __init__(self, document: QTextDocument, paper: Paper, foot: str) -> None:
        shape = SHAPES[paper]
        self.paper = paper
        self._document = document
        self._foot = foot
        self._margins = shape.margins
        inside = shape.width - shape.margins.left() - shape.margins.right()
        if shape.height is None:
            document.setTextWidth(inside)
            self._step = document.size().height()
            height = self._step + shape.margins.top() + shape.margins.bottom()
            self.size, self.pages = QSizeF(shape.width, math.ceil(height)), 1
        else:
            self._step = shape.height - shape.margins.top() - shape.margins.bottom() - _FOOT_ROOM
            document.setPageSize(QSizeF(inside, self._step))
            self.size, self.pages = QSizeF(shape.width, shape.height), document.pageCount()

    @property
    def text(self) -> str:
        """Everything that stands on it."""
        return self._document.toPlainText()

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page, counted from 0, with a painter whose unit is a point."""
        painter.save()
        painter.translate(self._margins.left(), self._margins.top())
        clip = QRectF(0, page * self._step, self._document.textWidth() + 1, self._step)
        painter.save()
        painter.translate(0, -clip.top())
        painter.setClipRect(clip)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = clip
        context.palette = _on_paper()
        self._document.documentLayout().draw(painter, context)
        painter.restore()
        if SHAPES[self.paper].height is not None:
            self._paint_foot(painter, page)
        painter.restore()

    def _paint_foot(self, painter: QPainter, page: int) -> None:
        """Say below every page what it belongs to, and which one it is."""
        font = paper_font(Size.SMALL)
        metrics = QFontMetricsF(font)
        number = f"{page + 1} / {self.pages}"
        room = self._document.textWidth() - metrics.horizontalAdvance(number) - 12
        baseline = self._step + _FOOT_ROOM
        painter.setFont(font)
        painter.setPen(_QUIET)
        painter.drawText(
            QPointF(0, baseline), metrics.elidedText(self._foot, Qt.TextElideMode.ElideRight, room)
        )
        across = self._document.textWidth() - metrics.horizontalAdvance(number)
        painter.drawText(QPointF(across, baseline), number)


def lay_out(blocks: Sequence[Block], paper: Paper, *, foot: str = "") -> Laid:
    """Lay blocks out on a kind of paper.

    Args:
        blocks: From top to bottom. Their texts are plain: nothing in them is markup.
        paper: Which.
        foot: What stands at the bottom of every page of a sheet, beside its number.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(paper_font(Size.TEXT))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    writer = Writer(document, paper)
    for block in blocks:
        writer.write(block)
    return Laid(document, paper, foot)


def _on_paper() -> QPalette:
    """Black on white, whatever the window looks like."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Text, QColor("#000000"))
    return palette
