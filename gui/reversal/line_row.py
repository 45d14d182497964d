"""One seller's line in the table of what goes back: how it stands, and the two amounts to type."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gui.errors import explain
from gui.format import amount, money, plain
from gui.widgets.fields import AmountEdit, CopyableLabel
from services.domain.errors import InvalidInput
from services.domain.money import ZERO, Money
from services.domain.order import OrderLine
from services.lookup import OrderView
from services.plans import LineReturn, check_line, left_of_line, proposed_payable


class LineRow(QObject):
    """A line with two amounts to type, each checked against WIRE's rules at every key, in its own cell.

    An empty amount means that this line is left alone; it never means everything.

    Attributes:
        amount: What goes back now.
        payable: What the seller is due afterwards: proposed, until a person writes over it.
        rest: What is left; pressed, it is what goes back.
    """

    changed = Signal()
    """What would go back of it has changed."""

    def __init__(self, view: OrderView, line: OrderLine, number: int, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._line = line
        self.left = left_of_line(line, view.standing)
        self.payable_now = view.standing.payable_of(line)
        self._own_payable = False
        seller = plain(line.seller, limit=60)
        self._seller = CopyableLabel(name="PYSiparis_GUID")
        self._seller.set_value(line.guid, shown=seller)
        self._seller.setToolTip(line.guid)
        self.amount = AmountEdit(name=self.tr("Give back now, {seller}").format(seller=seller), narrow=True)
        self.amount.setObjectName(f"amount_{number}")
        self.payable = AmountEdit(
            name=self.tr("Due afterwards, {seller}").format(seller=seller), may_be_zero=True, narrow=True
        )
        self.payable.setObjectName(f"payable_{number}")
        self.payable.edit.setPlaceholderText(amount(self.payable_now))  # a line left alone stays as it is
        self.rest = QPushButton(money(self.left))
        self.rest.setObjectName(f"rest_{number}")
        self.rest.setProperty("kind", "link")
        self.rest.setAccessibleName(self.tr("All that is left of {seller}").format(seller=seller))
        self.rest.setToolTip(self.tr("Give back all that is left"))
        self.amount.set_check(self._check_amount)
        self.payable.set_check(self._check_payable)
        self.amount.setEnabled(self.left > ZERO)
        self.rest.setEnabled(self.left > ZERO)
        self.payable.setEnabled(False)
        self.amount.changed.connect(self._on_amount)
        self.payable.changed.connect(self.changed)
        self.payable.edit.textEdited.connect(self._on_own_payable)
        self.rest.clicked.connect(self._on_rest)

    @property
    def line(self) -> OrderLine:
        """The line."""
        return self._line

    @property
    def returned(self) -> Money:
        """What went back, or may have, whichever way: what was sold less what is left."""
        return self._line.amount - self.left

    @property
    def cells(self) -> tuple[QWidget, ...]:
        """Seller, sold, already returned, left, return now, payable now, payable after."""
        returned = money(self.returned) if self.returned else "\N{EM DASH}"
        return (
            self._seller,
            _figure(money(self._line.amount)),
            _figure(returned),
            self.rest,
            self.amount,
            _figure(money(self.payable_now)),
            self.payable,
        )

    @property
    def is_empty(self) -> bool:
        """Whether the line is left alone."""
        return not self.amount.edit.text().strip()

    @property
    def part(self) -> LineReturn | None:
        """What goes back; None while the line is left alone, or something in it can't be."""
        now, payable = self.amount.value(), self.payable.value()
        if now is None or payable is None:
            return None
        return LineReturn(line=self._line.guid, amount=now, payable=payable)

    def _check_amount(self, now: Money) -> str:
        return self._problem(LineReturn(line=self._line.guid, amount=now, payable=ZERO))

    def _check_payable(self, payable: Money) -> str:
        now = self.amount.value()
        if now is None:
            return ""
        return self._problem(LineReturn(line=self._line.guid, amount=now, payable=payable))

    def _problem(self, part: LineReturn) -> str:
        try:
            check_line(self._view.order, self._view.standing, part, strict=self._view.account.strict)
        except InvalidInput as problem:
            return explain(problem).sentence
        return ""

    @Slot(object)
    def _on_amount(self, now: Money | None) -> None:
        """Propose what is due afterwards: never lower just to fit a rule."""
        self.payable.setEnabled(now is not None)
        if not self._own_payable or self.is_empty:
            self._own_payable = False
            proposed = None if now is None else proposed_payable(self._line, self._view.standing, now)
            self.payable.set_value(proposed)
        self.payable.set_check(self._check_payable)  # reads it again: the amount beside it is another
        self.changed.emit()

    @Slot()
    def _on_own_payable(self) -> None:
        self._own_payable = True

    @Slot()
    def _on_rest(self) -> None:
        self.amount.set_value(self.left)
        self.amount.edit.setFocus()


def _figure(text: str) -> QLabel:
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
