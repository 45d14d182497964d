"""The sellers of an order as a table to be filled in, with totals that meet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.format import money
from gui.reversal.line_row import LineRow
from gui.theme import TEXT_SIZE, L, M, S, font
from gui.widgets.fields import AmountEdit
from services.domain.money import total
from services.lookup import OrderView

_SELLER, _SOLD, _RETURNED, _LEFT, _NOW, _DUE, _AFTER = range(7)
_TOP = Qt.AlignmentFlag.AlignTop
_RIGHT = Qt.AlignmentFlag.AlignRight
_LINE = 32
"""The height of a row with nothing to say below its cells, in device-independent pixels."""


class LineTable(QWidget):
    """One row a seller; a wrong amount says why in its own cell.

    Attributes:
        rows: One for each seller's line.
        meets: How the totals meet, in one line.
    """

    changed = Signal()
    """What would go back has changed."""

    def __init__(self, view: OrderView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("line_table")
        self.setAccessibleName(self.tr("What goes back, seller by seller"))
        self.rows = [LineRow(view, line, number, self) for number, line in enumerate(view.order.lines)]
        self._now, self._after = _total(), _total()
        self.meets = QLabel()
        self.meets.setObjectName("line_totals_meet")
        self.meets.setProperty("kind", "muted")
        self.meets.setWordWrap(True)
        self._grid = QGridLayout()
        self._lay_out()
        for row in self.rows:
            row.changed.connect(self._on_changed)
        self._add_up()

    @Slot()
    def _on_changed(self) -> None:
        self._add_up()
        self.changed.emit()

    def _add_up(self) -> None:
        """Show what goes back and what the sellers are due, over all rows that can be so."""
        parts = [(row, row.part) for row in self.rows]
        now = total([part.amount for _, part in parts if part is not None])
        after = total([row.payable_now if part is None else part.payable for row, part in parts])
        sold, returned = (
            total([row.line.amount for row in self.rows]),
            total([row.returned for row in self.rows]),
        )
        self._now.setText(money(now))
        self._after.setText(money(after))
        self.meets.setText(
            self.tr("{sold} sold = {returned} returned already + {now} now + {left} left").format(
                sold=money(sold), returned=money(returned), now=money(now), left=money(sold - returned - now)
            )
        )

    def _lay_out(self) -> None:
        heads = (
            self.tr("Seller"),
            self.tr("Sold"),
            self.tr("Already returned"),
            self.tr("Left"),
            self.tr("Return now"),
            self.tr("Due now"),
            self.tr("Due afterwards"),
        )
        grid = self._grid
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(S)
        for column, name in enumerate(heads):
            label = QLabel(name)
            label.setProperty("kind", "label")
            label.setWordWrap(column != _SELLER)
            label.setAlignment(Qt.AlignmentFlag.AlignLeft if column == _SELLER else _RIGHT)
            grid.addWidget(label, 0, column, Qt.AlignmentFlag.AlignBottom)
        for number, row in enumerate(self.rows, start=1):
            for column, cell in enumerate(row.cells):
                if isinstance(cell, AmountEdit):
                    grid.addWidget(cell, number, column, _TOP)
                else:
                    grid.addWidget(_in_line(cell, _side(column)), number, column, _TOP)
            grid.setRowMinimumHeight(number, _LINE)
        if len(self.rows) > 1:
            self._add_totals(len(self.rows) + 1)
        for column, share in ((_SELLER, 2), (_NOW, 3), (_AFTER, 3)):
            grid.setColumnStretch(column, share)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(L, M, L, M)
        inside.setSpacing(S)
        inside.addLayout(grid)
        inside.addWidget(self.meets)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.addWidget(card)
        column_of_all.addStretch(1)

    def _add_totals(self, number: int) -> None:
        sums = {
            _SOLD: _total(money(total([row.line.amount for row in self.rows]))),
            _RETURNED: _total(money(total([row.returned for row in self.rows]))),
            _LEFT: _total(money(total([row.left for row in self.rows]))),
            _NOW: self._now,
            _DUE: _total(money(total([row.payable_now for row in self.rows]))),
            _AFTER: self._after,
        }
        self._grid.addWidget(_total(self.tr("Together")), number, _SELLER)
        for column, label in sums.items():
            self._grid.addWidget(label, number, column, _RIGHT)


def _in_line(cell: QWidget, side: Qt.AlignmentFlag) -> QWidget:
    """Keep a cell beside the first line of those that grow."""
    if isinstance(cell, QPushButton):
        cell.setAutoDefault(False)
    box = QWidget()
    box.setFixedHeight(_LINE)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(cell, 0, side | Qt.AlignmentFlag.AlignVCenter)
    return box


def _side(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if column == _SELLER else _RIGHT


def _total(text: str = "") -> QLabel:
    label = QLabel(text)
    label.setFont(font(TEXT_SIZE, bold=True))
    return label
