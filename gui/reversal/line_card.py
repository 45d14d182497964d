"""One seller's line of an order: how it stands, and how much of it goes back now."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.errors import explain
from gui.format import money, plain
from gui.theme import XS, L, M, S
from gui.widgets.fields import AmountEdit, CopyableLabel
from services.domain.errors import InvalidInput
from services.domain.money import ZERO, Money
from services.domain.order import OrderLine
from services.lookup import OrderView
from services.plans import LineReturn, check_line, left_of_line, proposed_payable


class LineCard(QFrame):
    """A line with two amounts to type, each checked against WIRE's rules at every key.

    An empty amount means that this line is left alone; it never means everything.

    Attributes:
        amount: What goes back now.
        payable: What the seller is due afterwards: proposed, until a person writes over it.
    """

    changed = Signal()
    """What would go back of it has changed."""

    def __init__(self, view: OrderView, line: OrderLine, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._view = view
        self._line = line
        self._left = left_of_line(line, view.standing)
        self._payable_now = view.standing.payable_of(line)
        self._own_payable = False
        seller = plain(line.seller, limit=60)
        self.amount = AmountEdit(name=self.tr("Give back now, {seller}").format(seller=seller))
        self.amount.setObjectName(f"amount_{number}")
        self.payable = AmountEdit(
            name=self.tr("Due afterwards, {seller}").format(seller=seller), may_be_zero=True
        )
        self.payable.setObjectName(f"payable_{number}")
        self.rest = QPushButton(self.tr("All that is left"))
        self.rest.setObjectName(f"rest_{number}")
        self.rest.setAccessibleName(self.tr("All that is left of {seller}").format(seller=seller))
        self._lay_out(seller)
        self.amount.set_check(self._check_amount)
        self.payable.set_check(self._check_payable)
        self.amount.setEnabled(self._left > ZERO)
        self.rest.setEnabled(self._left > ZERO)
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
    def is_empty(self) -> bool:
        """Whether the line is left alone."""
        return not self.amount.edit.text().strip()

    @property
    def part(self) -> LineReturn | None:
        """What goes back; None while the line is left alone, or something in it can't be."""
        amount, payable = self.amount.value(), self.payable.value()
        if amount is None or payable is None:
            return None
        return LineReturn(line=self._line.guid, amount=amount, payable=payable)

    def _check_amount(self, amount: Money) -> str:
        return self._problem(LineReturn(line=self._line.guid, amount=amount, payable=ZERO))

    def _check_payable(self, payable: Money) -> str:
        amount = self.amount.value()
        if amount is None:
            return ""
        return self._problem(LineReturn(line=self._line.guid, amount=amount, payable=payable))

    def _problem(self, part: LineReturn) -> str:
        try:
            check_line(self._view.order, self._view.standing, part, strict=self._view.account.strict)
        except InvalidInput as problem:
            return explain(problem).sentence
        return ""

    @Slot(object)
    def _on_amount(self, amount: Money | None) -> None:
        """Propose what is due afterwards: never lower just to fit a rule."""
        self.payable.setEnabled(amount is not None)
        if not self._own_payable or self.is_empty:
            self._own_payable = False
            proposed = None if amount is None else proposed_payable(self._line, self._view.standing, amount)
            self.payable.set_value(proposed)
        self.payable.set_check(self._check_payable)  # reads it again: the amount beside it is another
        self.changed.emit()

    @Slot()
    def _on_own_payable(self) -> None:
        self._own_payable = True

    @Slot()
    def _on_rest(self) -> None:
        self.amount.set_value(self._left)
        self.amount.edit.setFocus()

    def _lay_out(self, seller: str) -> None:
        name = QLabel(seller)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("kind", "title")
        head = QHBoxLayout()
        head.setSpacing(M)
        head.addWidget(name)
        head.addWidget(CopyableLabel(self._line.guid, name=self.tr("Seller's GUID")), 1)
        facts = QGridLayout()
        facts.setHorizontalSpacing(L)
        facts.setVerticalSpacing(0)
        # Sold less what is left: what went back, whichever way, everything at once included.
        for column, (label, value) in enumerate(
            [
                (self.tr("Sold"), self._line.amount),
                (self.tr("Given back"), self._line.amount - self._left),
                (self.tr("Left"), self._left),
                (self.tr("Seller is due"), self._payable_now),
            ]
        ):
            said = QLabel(label)
            said.setProperty("kind", "label")
            facts.addWidget(said, 0, column)
            facts.addWidget(QLabel(money(value)), 1, column)
            facts.setColumnStretch(column, 1)
        edits = QGridLayout()
        edits.setHorizontalSpacing(L)
        edits.setVerticalSpacing(XS)
        top = Qt.AlignmentFlag.AlignTop
        for column, (label, edit) in enumerate(
            [(self.tr("Give back now"), self.amount), (self.tr("Seller is due afterwards"), self.payable)]
        ):
            said = QLabel(label)
            said.setBuddy(edit)
            above = QHBoxLayout()
            above.setSpacing(M)
            above.addWidget(said)
            if edit is self.amount:
                above.addWidget(self.rest)
            above.addStretch()
            edits.addLayout(above, 0, column)
            edits.addWidget(edit, 1, column, top)
            edits.setColumnStretch(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, M)
        layout.setSpacing(S)
        layout.addLayout(head)
        layout.addLayout(facts)
        layout.addLayout(edits)
