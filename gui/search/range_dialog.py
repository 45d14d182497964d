"""Two small dialogs: from which amount to which, from which day to which."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.search.said import MOST
from gui.widgets.fields import AmountEdit
from services.domain.money import ZERO
from services.domain.question import Amounts, Days


class RangeDialog(QDialog):
    """A first and a last one, and a button that narrows the search down to what lies between them.

    Attributes:
        confirm: Narrows down.
        leave: Closes without.
    """

    chosen = Signal(object)
    """Carries what lies between: `Amounts` or `Days`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("range")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.problem = QLabel()
        self.problem.setProperty("kind", "problem")
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.confirm = QPushButton(self.tr("Narrow down"))
        self.confirm.setObjectName("confirm")
        self.confirm.setProperty("kind", "primary")
        self.confirm.setDefault(True)
        self.leave = QPushButton(self.tr("Leave"))
        self.leave.setObjectName("leave")
        self.leave.setAutoDefault(False)
        self.form = QFormLayout()
        self.form.setSpacing(theme.S)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addLayout(self.form)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        self.leave.clicked.connect(self.reject)
        self.confirm.clicked.connect(self._on_confirm)

    def between(self) -> Amounts | Days | None:
        """Return what was chosen; None where nothing can lie between, which has been said."""
        raise NotImplementedError

    @Slot()
    def _on_confirm(self) -> None:
        found = self.between()
        if found is not None:
            self.chosen.emit(found)
            self.accept()


class AmountsDialog(RangeDialog):
    """From how much to how much; an empty field is no bound.

    Attributes:
        least, most: The fields.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Amount between"))
        self.least = AmountEdit(name=self.tr("At least"), may_be_zero=True)
        self.least.setObjectName("least")
        self.most = AmountEdit(name=self.tr("At most"), may_be_zero=True)
        self.most.setObjectName("most")
        self.form.addRow(self.tr("At least"), self.least)
        self.form.addRow(self.tr("At most"), self.most)
        self.least.setFocus()

    def between(self) -> Amounts | None:
        """Return the range."""
        if self.least.problem or self.most.problem:
            return None  # the field says it
        least, most = self.least.value(), self.most.value()
        if least is None and most is None:
            self.problem.setText(self.tr("Type at least one of the two."))
            return None
        least, most = least or ZERO, most or MOST
        if most < least:
            self.problem.setText(self.tr("Nothing is at least more than it is at most."))
            return None
        return Amounts(least, most)


class DaysDialog(RangeDialog):
    """From which day to which.

    Attributes:
        first, last: The fields.
    """

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Sold between two days"))
        self.first, self.last = _day_edit(self.tr("From"), today), _day_edit(self.tr("To"), today)
        self.first.setObjectName("first_day")
        self.last.setObjectName("last_day")
        self.form.addRow(self.tr("From"), self.first)
        self.form.addRow(self.tr("To"), self.last)
        self.first.setFocus()

    def between(self) -> Days | None:
        """Return the days."""
        first, last = (_date(edit.date()) for edit in (self.first, self.last))
        if last < first:
            self.problem.setText(self.tr("The last day comes before the first."))
            return None
        return Days(first, last)


def _day_edit(name: str, today: date) -> QDateEdit:
    edit = QDateEdit(QDate(today.year, today.month, today.day))
    edit.setDisplayFormat("dd.MM.yyyy")
    edit.setCalendarPopup(True)
    edit.setAccessibleName(name)
    return edit


def _date(chosen: QDate) -> date:
    return date(chosen.year(), chosen.month(), chosen.day())
