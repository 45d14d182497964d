"""The form of one order: account, number, when it was sold, and a line for each seller."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.format import money
from gui.icons import icon
from gui.orders.line_edit import LineEdit
from gui.orders.moment import MomentEdit
from gui.sentences import input_problem
from gui.widgets.choice import Choice
from gui.widgets.row import Row
from gui.wording import called
from services.domain.account import Account
from services.domain.errors import InvalidInput
from services.domain.money import total
from services.domain.order import Order, OrderLine


class OrderForm(QWidget):
    """Enters an order, or edits one. The day is today's until another is typed; the time is typed."""

    changed = Signal()
    """Something was typed or chosen."""

    def __init__(self, order: Order | None, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self.account = Choice()
        self.account.setObjectName("account")
        self.siparis_id = QLineEdit()
        self.siparis_id.setObjectName("siparis_id")
        self.sold_at = MomentEdit(name=self.tr("Sold at"))
        self.sold_at.edit.setObjectName("sold_at")
        self.rows = {
            "account": Row(self.tr("Account"), self.account),
            "siparis_id": Row(
                "Siparis_ID",
                self.siparis_id,
                hint=self.tr("As Param's Pos_Odeme answered it when it was paid."),
            ),
            "sold_at": Row(
                self.tr("Sold at (day and time in Istanbul)"),
                self.sold_at,
                hint=self.tr("By this it is decided whether money goes back as IPTAL or as IADE."),
            ),
        }
        self.lines: list[LineEdit] = []
        self.add_line = QPushButton(icon("add"), self.tr("Add a seller"))
        self.add_line.setObjectName("add_line")
        self.add_line.setIconSize(QSize(16, 16))
        self.add_line.setAutoDefault(False)
        self.sum = QLabel()
        self.sum.setProperty("kind", "muted")
        self._lay_out()
        if order is None:
            self.sold_at.begin_on(today)
            self._add(None)
        else:
            self.siparis_id.setText(order.siparis_id)
            self.sold_at.set_moment(order.sold_at)
            for line in order.lines:
                self._add(line)
        self._start = self._raw()
        self.siparis_id.textChanged.connect(self.changed)
        self.sold_at.changed.connect(self.changed)
        self.account.currentIndexChanged.connect(self.changed)
        self.add_line.clicked.connect(self._on_add)
        self._add_up()

    @property
    def chosen_account(self) -> Account | None:
        """The account it is entered for."""
        account: Account | None = self.account.currentData()
        return account

    def has_unsaved(self) -> bool:
        """Whether something differs from what the form began with."""
        return self._raw() != self._start

    def offer_accounts(self, accounts: Sequence[Account], chosen: Account) -> None:
        """Offer these accounts; what is chosen first is no typing."""
        self.account.clear()
        for account in accounts:
            self.account.addItem(called(account), account)
        ids = [account.id for account in accounts]
        self.account.setCurrentIndex(ids.index(chosen.id) if chosen.id in ids else 0)
        self.account.setEnabled(len(accounts) > 1)
        self._start = (self.account.currentIndex(), *self._start[1:])

    def read(self) -> Order | None:
        """Return what stands in the form; None where it can't be read, which is said beside the field.

        Whether it can be so is the use case's to judge.
        """
        for row in self.rows.values():
            row.set_problem("")
        try:
            sold_at = self.sold_at.moment()
        except ValueError:
            self.rows["sold_at"].set_problem(self.tr("Type day and time, like 21.11.2026 18:34"))
            sold_at = None
        lines = [line.read() for line in self.lines]
        whole = tuple(line for line in lines if line is not None)
        account = self.chosen_account
        if sold_at is None or account is None or len(whole) < len(lines):
            self._go_to_first_wrong()
            return None
        return Order(
            id=self._order.id if self._order is not None else 0,
            account_id=account.id,
            siparis_id=self.siparis_id.text(),
            sold_at=sold_at,
            lines=whole,
        )

    def show_problem(self, error: InvalidInput) -> bool:
        """Say what is wrong beside its field and go there; False when it is none of ours."""
        name, _, number = error.field.partition(":")
        if number and number.isdigit() and int(number) < len(self.lines):
            self.lines[int(number)].show_problem(name, error)
            return True
        if name not in self.rows:
            return False
        self.rows[name].set_problem(input_problem(error.problem, error.limit, other=error.other))
        self.rows[name].field.setFocus()
        return True

    def lock(self) -> None:
        """Let nothing be typed any more; everything can still be read and copied."""
        self.account.setEnabled(False)
        self.add_line.hide()
        self.sold_at.button.hide()
        edits = [self.siparis_id, self.sold_at.edit]
        for line in self.lines:
            line.remove.hide()
            edits += [line.seller, line.guid, line.amount.edit, line.payable.edit]
        for edit in edits:
            edit.setReadOnly(True)

    def _go_to_first_wrong(self) -> None:
        if self.rows["sold_at"].problem:
            self.sold_at.setFocus()
            return
        wrong = (line.first_wrong() for line in self.lines)
        field = next((field for field in wrong if field is not None), None)
        if field is not None:
            field.setFocus()

    def _raw(self) -> tuple[object, ...]:
        return (
            self.account.currentIndex(),
            self.siparis_id.text(),
            self.sold_at.edit.text(),
            *(line.raw for line in self.lines),
        )

    @Slot()
    def _on_add(self) -> None:
        self._add(None).seller.setFocus()
        self.changed.emit()

    def _add(self, line: OrderLine | None) -> LineEdit:
        edit = LineEdit(line)
        edit.changed.connect(self._add_up)
        edit.changed.connect(self.changed)
        edit.remove_wanted.connect(self._on_remove)
        self.lines.append(edit)
        self._stack.addWidget(edit)
        self._number()
        return edit

    @Slot()
    def _on_remove(self) -> None:
        edit = self.sender()
        if isinstance(edit, LineEdit):
            self.lines.remove(edit)
            self._stack.removeWidget(edit)
            edit.hide()
            edit.deleteLater()
            self._number()
            self.add_line.setFocus()
            self.changed.emit()

    def _number(self) -> None:
        """Name the lines anew; the last one can't be removed."""
        for number, line in enumerate(self.lines):
            line.set_number(number)
            line.remove.setEnabled(len(self.lines) > 1)
        self._add_up()

    @Slot()
    def _add_up(self) -> None:
        amounts = [line.amount.value() for line in self.lines]
        known = [amount for amount in amounts if amount is not None]
        text = self.tr("Order total: {amount}") if len(known) == len(amounts) else self.tr("So far: {amount}")
        self.sum.setText(text.format(amount=money(total(known))))

    def _lay_out(self) -> None:
        form = QVBoxLayout(self)
        form.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        form.setSpacing(theme.M)
        for row in self.rows.values():
            form.addWidget(row)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(theme.S)
        form.addLayout(self._stack)
        form.addWidget(self.add_line)
        form.addWidget(self.sum)
        form.addStretch()
