"""Writes blocks into a text document: what a heading, a pair or a table looks like on paper.

Texts go in as plain text, never as markup. For the thread that lays out; see `layout`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCellFormat,
    QTextTableFormat,
)

from gui.paper.blocks import Block, Gap, Grid, Heading, Line, Pairs, Paper, Rule, Signatures, Size, Stamp
from gui.theme import FAMILY

_QUIET = QColor("#4a4a4a")
_HAIR = 0.6
_FRAME = 1.4
_SIGNING = 30.0
"""Room to sign in, above the line."""

_BETWEEN = 6.0
"""What keeps two columns apart."""

_LABELS = {Paper.A4: 24, Paper.ROLL_80: 30}
"""Percent of the width that the names of pairs take."""

_LEFT, _CENTRE, _RIGHT = (
    Qt.AlignmentFlag.AlignLeft,
    Qt.AlignmentFlag.AlignHCenter,
    Qt.AlignmentFlag.AlignRight,
)
_SOLID = QTextFrameFormat.BorderStyle.BorderStyle_Solid


def paper_font(size: Size, *, bold: bool = False) -> QFont:
    """Return the program's font for paper, its figures all of one width.

    Without contextual forms: their glyphs belong to no letter, and text that is set with them can be
    seen in a PDF but not found.
    """
    font = QFont(FAMILY)
    font.setPixelSize(size.value)  # a pixel is a point on paper, whatever the screen thinks
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setFeature(QFont.Tag("calt"), 0)
    font.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


class Writer:
    """Appends one block after another to a document."""

    def __init__(self, document: QTextDocument, paper: Paper) -> None:
        self._cursor = QTextCursor(document)
        self._paper = paper
        self._used = False
        self._above = 0.0
        self._table_above: QTextTable | None = None

    def write(self, block: Block) -> None:
        """Append a block."""
        match block:
            case Heading():
                middle = self._paper is Paper.ROLL_80
                self._paragraph(block.text, block.size, bold=True, at=_CENTRE if middle else _LEFT)
            case Line():
                self._paragraph(block.text, block.size, bold=block.bold)
            case Stamp():
                self._stamp(block)
            case Pairs():
                self._pairs(block)
            case Grid():
                self._grid(block)
            case Rule():
                self._rule()
            case Gap():
                self._above += block.points
            case Signatures():
                self._signatures(block)

    def _paragraph(self, text: str, size: Size, *, bold: bool = False, at: Qt.AlignmentFlag = _LEFT) -> None:
        form = QTextBlockFormat()
        form.setAlignment(at)
        form.setBottomMargin(2)
        self._begin(form)
        self._cursor.insertText(text, _letters(size, bold=bold))

    def _rule(self) -> None:
        self._above += 3
        table = self._table(1, 1, (1,))
        table.cellAt(0, 0).setFormat(_cell(top=_HAIR))
        form = QTextBlockFormat()
        form.setLineHeight(3, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        table.cellAt(0, 0).firstCursorPosition().setBlockFormat(form)

    def _stamp(self, block: Stamp) -> None:
        self._above += 4
        table = self._table(1, 1, (1,))
        form = _cell(top=_FRAME, bottom=_FRAME, sides=_FRAME, padding=5)
        table.cellAt(0, 0).setFormat(form)
        _fill(table, 0, 0, block.text, block.size, bold=True, at=_CENTRE)
        self._above += 6

    def _pairs(self, block: Pairs) -> None:
        rows = [(name, value) for name, value in block.rows if value]
        if not rows:
            return
        share = _LABELS[self._paper]
        table = self._table(len(rows), 2, (share, 100 - share))
        for number, (name, value) in enumerate(rows):
            for column in (0, 1):
                table.cellAt(number, column).setFormat(_cell(padding=1, last=column == 1))
            _fill(table, number, 0, name, Size.TEXT, ink=_QUIET)
            _fill(table, number, 1, value, Size.TEXT)

    def _grid(self, block: Grid) -> None:
        table = self._table(1 + len(block.rows), len(block.head), block.widths, heads=1)
        first_sum, last = len(block.rows) - block.totals, len(block.head) - 1
        for column, name in enumerate(block.head):
            at = _RIGHT if column in block.numbers else _LEFT
            table.cellAt(0, column).setFormat(_cell(bottom=_HAIR, padding=2, last=column == last))
            _fill(table, 0, column, name, Size.SMALL, bold=True, at=at)
        for number, row in enumerate(block.rows):
            is_sum = number >= first_sum
            for column, text in enumerate(row):
                at = _RIGHT if column in block.numbers else _LEFT
                line = _HAIR if is_sum and number == first_sum else 0
                table.cellAt(1 + number, column).setFormat(_cell(top=line, padding=2, last=column == last))
                _fill(table, 1 + number, column, text, Size.SMALL, bold=is_sum, at=at)

    def _signatures(self, block: Signatures) -> None:
        if self._paper is Paper.ROLL_80:
            for label in block.labels:
                self._to_sign((label,))
        else:
            self._to_sign(block.labels)

    def _to_sign(self, labels: Sequence[str]) -> None:
        """A line for each, side by side, with room between them."""
        self._above += _SIGNING
        columns = 2 * len(labels) - 1
        widths = tuple(5 if column % 2 else 40 for column in range(columns))
        table = self._table(1, columns, widths)
        for number, label in enumerate(labels):
            table.cellAt(0, 2 * number).setFormat(_cell(top=_HAIR, padding=2))
            _fill(table, 0, 2 * number, label, Size.SMALL, ink=_QUIET)

    def _table(self, rows: int, columns: int, widths: Sequence[int], *, heads: int = 0) -> QTextTable:
        form = QTextTableFormat()
        form.setTopMargin(self._above)
        self._above = 0.0
        form.setCellSpacing(0)
        form.setCellPadding(0)
        form.setBorder(0)
        form.setBorderCollapse(True)
        form.setHeaderRowCount(heads)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        whole = sum(widths)
        form.setColumnWidthConstraints(
            [QTextLength(QTextLength.Type.PercentageLength, 100 * width / whole) for width in widths]
        )
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        table = self._cursor.insertTable(rows, columns, form)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        # Qt keeps an empty line below every table: it takes no room, and the next block uses it.
        self._cursor.setBlockFormat(_no_height())
        self._used = False
        self._table_above = table
        return table

    def _begin(self, form: QTextBlockFormat) -> None:
        """Begin a paragraph, in the line that is there already if it is empty."""
        if self._table_above is not None and not self._used:
            # Qt has no room between a table and what follows it but the table's own.
            below = self._table_above.format()
            below.setBottomMargin(self._above)
            self._table_above.setFormat(below)
        else:
            form.setTopMargin(self._above)
        self._above = 0.0
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._used:
            self._cursor.insertBlock(form)
        else:
            self._cursor.setBlockFormat(form)
        self._used = True


def _fill(
    table: QTextTable,
    row: int,
    column: int,
    text: str,
    size: Size,
    *,
    bold: bool = False,
    at: Qt.AlignmentFlag = _LEFT,
    ink: QColor | None = None,
) -> None:
    cursor = table.cellAt(row, column).firstCursorPosition()
    form = QTextBlockFormat()
    form.setAlignment(at)
    cursor.setBlockFormat(form)
    letters = _letters(size, bold=bold)
    if ink is not None:
        letters.setForeground(ink)
    cursor.insertText(text, letters)


def _no_height() -> QTextBlockFormat:
    form = QTextBlockFormat()
    form.setLineHeight(0.1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    return form


def _letters(size: Size, *, bold: bool = False) -> QTextCharFormat:
    letters = QTextCharFormat()
    letters.setFont(paper_font(size, bold=bold))
    return letters


def _cell(
    *, top: float = 0, bottom: float = 0, sides: float = 0, padding: float = 0, last: bool = False
) -> QTextTableCellFormat:
    form = QTextTableCellFormat()
    form.setTopPadding(padding)
    form.setBottomPadding(padding)
    form.setLeftPadding(padding if sides else 0)
    form.setRightPadding(padding if sides else 0 if last else _BETWEEN)
    if top:
        form.setTopBorder(top)
        form.setTopBorderStyle(_SOLID)
    if bottom:
        form.setBottomBorder(bottom)
        form.setBottomBorderStyle(_SOLID)
    if sides:
        form.setLeftBorder(sides)
        form.setRightBorder(sides)
        form.setLeftBorderStyle(_SOLID)
        form.setRightBorderStyle(_SOLID)
    return form
