"""One seller's line of an order, as it is typed."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.icons import icon
from gui.sentences import input_problem
from gui.widgets.fields import AmountEdit
from gui.widgets.row import Row
from services.domain.errors import InputProblem, InvalidInput
from services.domain.identity import line_identity
from services.domain.money import Money
from services.domain.order import OrderLine

_GUID_LENGTH = 36
_GUID_WIDTH = 300
_BEGUN = re.compile(
    r"[0-9A-F]{0,8}|[0-9A-F]{8}-(?:[0-9A-F]{4}-){0,2}[0-9A-F]{0,4}"
    r"|[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{0,12}",
    re.ASCII,
)


class LineEdit(QFrame):
    """Seller, `PYSiparis_GUID`, product amount and present payable of one line, each judged as typed.

    Attributes:
        remove: Takes the line away.
    """

    changed = Signal()
    """Something was typed."""

    remove_wanted = Signal()
    """The line is to go."""

    def __init__(self, line: OrderLine | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = QLabel()
        self._title.setProperty("kind", "label")
        self.seller, self.guid = QLineEdit(), QLineEdit()
        self.amount = AmountEdit(name=self.tr("Product amount"))
        self.payable = AmountEdit(name=self.tr("Due to the seller now"), may_be_zero=True)
        self.remove = QToolButton()
        self.remove.setIcon(icon("remove"))
        self.remove.setIconSize(QSize(16, 16))
        self.rows = {
            "seller": Row(self.tr("Seller"), self.seller),
            "guid": Row("PYSiparis_GUID", self.guid),
            "amount": Row(self.tr("Product amount"), self.amount),
            "payable": Row(self.tr("Due to the seller now (OdenecekTutar)"), self.payable),
        }
        self.guid.setPlaceholderText("0C13D406-873B-403B-9C09-A5766840D98C")
        self._lay_out()
        if line is not None:
            self.seller.setText(line.seller)
            self.guid.setText(line.guid)
            self.amount.set_value(line.amount)
            self.payable.set_value(line.payable)
        self.payable.set_check(self._check_payable)
        self.guid.textEdited.connect(self._on_guid)
        self.guid.editingFinished.connect(self._on_guid_left)
        self.seller.textChanged.connect(self.changed)
        self.guid.textChanged.connect(self.changed)
        self.amount.changed.connect(self._on_amount)
        self.payable.changed.connect(self.changed)
        self.remove.clicked.connect(self.remove_wanted)

    @property
    def raw(self) -> tuple[str, str, str, str]:
        """What stands in the fields, to tell whether something was typed."""
        return self.seller.text(), self.guid.text(), self.amount.edit.text(), self.payable.edit.text()

    def set_number(self, number: int) -> None:
        """Name the line and its fields by its place, from 0."""
        title = self.tr("Seller {number}").format(number=number + 1)
        self._title.setText(title)
        for name, widget in (("seller", self.seller), ("guid", self.guid)):
            widget.setObjectName(f"{name}_{number}")
        self.amount.setObjectName(f"amount_{number}")
        self.payable.setObjectName(f"payable_{number}")
        self.remove.setObjectName(f"remove_{number}")
        for row in self.rows.values():
            row.set_spoken(title)
        what = self.tr("Remove {title}").format(title=title)
        self.remove.setAccessibleName(what)
        self.remove.setToolTip(what)

    def read(self) -> OrderLine | None:
        """Return the line; None where an amount can't be read, which is said beside it.

        Whether it can be so is the use case's to judge.
        """
        amount, payable = self.amount.value(), self.payable.value()
        for edit, value in ((self.amount, amount), (self.payable, payable)):
            if value is None and not edit.problem:
                edit.set_problem(input_problem(InputProblem.EMPTY))
        if amount is None or payable is None:
            return None
        return OrderLine(
            guid=line_identity(self.guid.text()), seller=self.seller.text(), amount=amount, payable=payable
        )

    def first_wrong(self) -> QWidget | None:
        """Return the first field beside which something is said to be wrong."""
        for name, edit in (("seller", self.seller), ("guid", self.guid)):
            if self.rows[name].problem:
                return edit
        return next((edit.edit for edit in (self.amount, self.payable) if edit.problem), None)

    def show_problem(self, name: str, error: InvalidInput) -> None:
        """Say what is wrong with one of the fields, and go there."""
        text = input_problem(error.problem, error.limit, other=error.other)
        if name in ("amount", "payable"):
            edit = self.amount if name == "amount" else self.payable
            edit.set_problem(text)
        else:
            self.rows[name].set_problem(text)
        self.rows[name].field.setFocus()

    def _check_payable(self, payable: Money) -> str:
        amount = self.amount.value()
        if amount is not None and payable > amount:
            return input_problem(InputProblem.PAYABLE_OVER_PRODUCT, amount)
        return ""

    @Slot()
    def _on_amount(self) -> None:
        self.payable.set_check(self._check_payable)  # it is judged by the amount: judge it again
        self.changed.emit()

    @Slot(str)
    def _on_guid(self, text: str) -> None:
        """Write it in capitals as it is typed, and say at once what can't become a GUID."""
        at = self.guid.cursorPosition()
        capitals = line_identity(text) if len(text) >= _GUID_LENGTH else text.upper()
        if capitals != text:
            self.guid.setText(capitals)
            self.guid.setCursorPosition(at)
        wrong = _BEGUN.fullmatch(capitals.strip().removeprefix("{")) is None
        self.rows["guid"].set_problem(input_problem(InputProblem.NOT_A_GUID) if wrong else "")

    @Slot()
    def _on_guid_left(self) -> None:
        typed = self.guid.text().strip()
        if typed and not self.rows["guid"].problem and len(typed) != _GUID_LENGTH:
            self.rows["guid"].set_problem(
                self.tr("A GUID has {whole} characters; these are {count}.").format(
                    whole=_GUID_LENGTH, count=len(typed)
                )
            )

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch()
        top.addWidget(self.remove)
        self.guid.setMinimumWidth(_GUID_WIDTH)
        words, amounts = QHBoxLayout(), QHBoxLayout()
        for line, shares in ((words, {"seller": 2, "guid": 3}), (amounts, {"amount": 1, "payable": 1})):
            line.setSpacing(theme.L)
            for name, share in shares.items():
                line.addWidget(self.rows[name], share, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.S, theme.M, theme.M)
        layout.setSpacing(theme.S)
        layout.addLayout(top)
        layout.addLayout(words)
        layout.addLayout(amounts)
