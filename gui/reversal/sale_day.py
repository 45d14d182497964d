"""Which day was it sold on? Asked where the answer leaves it open; nothing is proposed."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QDateEdit, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from gui.format import day
from gui.theme import XS, S
from services.domain.account import Account
from services.domain.payment import Payment


class SaleDay(QWidget):
    """Offers today, the days that the answer names, and any earlier one; none is chosen at first."""

    changed = Signal()
    """Another day was chosen."""

    def __init__(
        self, account: Account, payment: Payment, today: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sale_day")
        self._days: dict[QRadioButton, date] = {}
        self._group = QButtonGroup(self)
        question = QLabel(
            self.tr(
                "Which day was it sold on? The answer leaves it open; whichever you choose, sending it takes"
                " the right to void a day that has passed."
            )
        )
        question.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(XS)
        layout.addWidget(question)
        for which in sorted({today, *named_days(account, payment)}, reverse=True):
            text = self.tr("Today, {day}") if which == today else self.tr("On {day}, as the answer has it")
            button = QRadioButton(text.format(day=day(which)))
            self._days[button] = which
            self._group.addButton(button)
            layout.addWidget(button)
        self.other = QRadioButton(self.tr("On another day:"))
        self._group.addButton(self.other)
        yesterday = today - timedelta(days=1)
        self.date = QDateEdit(QDate(yesterday.year, yesterday.month, yesterday.day))
        self.date.setMaximumDate(self.date.date())
        self.date.setDisplayFormat("dd.MM.yyyy")
        self.date.setCalendarPopup(True)
        self.date.setAccessibleName(self.tr("The day it was sold on"))
        self.date.setEnabled(False)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.other)
        row.addWidget(self.date)
        row.addStretch()
        layout.addLayout(row)
        self._group.buttonToggled.connect(self._on_changed)
        self.date.dateChanged.connect(self.changed)

    @property
    def value(self) -> date | None:
        """The day that was chosen; None until one is."""
        if self.other.isChecked():
            chosen = self.date.date()
            return date(chosen.year(), chosen.month(), chosen.day())
        return next((which for button, which in self._days.items() if button.isChecked()), None)

    @property
    def buttons(self) -> tuple[QRadioButton, ...]:
        """The days offered, newest first."""
        return tuple(self._days)

    def choose(self, which: date) -> None:
        """Choose a day that somebody has said already."""
        named = next((button for button, offered in self._days.items() if offered == which), None)
        if named is not None:
            named.setChecked(True)
            return
        self.date.setDate(QDate(which.year, which.month, which.day))
        self.other.setChecked(True)

    @Slot()
    def _on_changed(self) -> None:
        self.date.setEnabled(self.other.isChecked())
        self.changed.emit()


def named_days(account: Account, payment: Payment) -> set[date]:
    """Return the business days that an answer names as the sale's."""
    instants = [payment.sale.at if payment.sale else None, payment.paid_at]
    return {account.days.day_of(instant.at) for instant in instants if instant is not None}
