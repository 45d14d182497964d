"""The editor of one person: role, limits, and whether they still work here."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from gui import theme
from gui.errors import explain
from gui.roles import role_name
from gui.seat.pin_dialog import NewPin
from gui.sentences import input_problem
from gui.tasks import TaskRunner
from gui.widgets.choice import Choice
from gui.widgets.draft_dialog import DraftDialog
from gui.widgets.fields import AmountEdit
from gui.widgets.row import Row
from services.desk import Desk
from services.domain.errors import InvalidInput, ServiceError
from services.domain.operator import Limits, Operator, Role

_SIZE = QSize(480, 640)


@dataclass(frozen=True, slots=True)
class _Typed:
    name: str
    role: Role
    limits: Limits
    active: bool


class OperatorEditor(DraftDialog):
    """Adds a person, or changes what one may. A name stays: what they did is under it.

    Attributes:
        name, role, once, daily, active: The fields.
        pin: The first PIN of somebody new.
    """

    saved = Signal(object)
    """The `Operator` as kept now."""

    def __init__(
        self, desk: Desk, tasks: TaskRunner, operator: Operator | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("operator_editor")
        self._desk = desk
        self._tasks = tasks
        self._operator = operator
        self.name = QLineEdit()
        self.name.setObjectName("operator_name")
        self.role = Choice()
        self.role.setObjectName("operator_role")
        for role in Role:
            self.role.addItem(role_name(role), role)
        self.once = AmountEdit(name=self.tr("Most in one go"), may_be_zero=True)
        self.once.setObjectName("limit_once")
        self.daily = AmountEdit(name=self.tr("Most on one business day"), may_be_zero=True)
        self.daily.setObjectName("limit_daily")
        self.active = QCheckBox(self.tr("Works here"))
        self.active.setObjectName("operator_active")
        self.active.setChecked(True)
        self.pin = NewPin()
        self._lay_out()
        if operator is not None:
            self._fill(operator)
        self._before = self._typed()

    def has_unsaved(self) -> bool:
        """Whether something differs from what is kept."""
        return self._typed() != self._before or bool(self.once.problem or self.daily.problem)

    def save(self) -> None:
        """Check and keep what was typed."""
        for amount in (self.once, self.daily):
            # An amount that can't be read must not be taken for no limit at all.
            if amount.edit.text().strip() and amount.value() is None:
                amount.setFocus()
                self.scroll_to_focus()
                return
        typed, operators = self._typed(), self._desk.operators
        if self._operator is None:
            pin = self.pin.typed()
            if pin is None:
                self.scroll_to_focus()
                return
            call = partial(operators.add, typed.name, typed.role, pin, limits=typed.limits)
        else:
            changed = Operator(
                id=self._operator.id,
                name=self._operator.name,
                role=typed.role,
                limits=typed.limits,
                active=typed.active,
            )
            call = partial(operators.change, changed)
        self.hold()
        self._tasks.read(call, owner=self, on_result=self._on_saved, on_error=self._on_failed)

    def _on_saved(self, operator: Operator) -> None:
        self.pin.forget()
        self.saved.emit(operator)
        self.accept()

    def _on_failed(self, error: ServiceError) -> None:
        self.stay()
        if isinstance(error, InvalidInput) and error.field == "name":
            self._name.set_problem(input_problem(error.problem, error.limit))
            self.name.setFocus()
        elif isinstance(error, InvalidInput) and error.field == "pin":
            self.pin.show_problem(error)
        else:
            self.notice.show_error(explain(error))
            return
        self.scroll_to_focus()

    def _typed(self) -> _Typed:
        limits = Limits(per_reversal=self.once.value(), per_day=self.daily.value())
        return _Typed(self.name.text().strip(), self.role.currentData(), limits, self.active.isChecked())

    def _fill(self, operator: Operator) -> None:
        self.name.setText(operator.name)
        self.name.setReadOnly(True)
        self.role.setCurrentIndex(self.role.findData(operator.role))
        self.once.set_value(operator.limits.per_reversal)
        self.daily.set_value(operator.limits.per_day)
        self.active.setChecked(operator.active)

    def _lay_out(self) -> None:
        new = self._operator is None
        self.setWindowTitle(self.tr("New person") if new else self.tr("Edit a person"))
        self.confirm.setText(self.tr("Add the person") if new else self.tr("Save the person"))
        self._name = Row(self.tr("Name"), self.name)
        self.active.setVisible(not new)
        self.pin.setVisible(new)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        unlimited = self.tr("Empty is no limit. Above it a second person approves.")
        for part in (
            self._name,
            Row(self.tr("Role"), self.role),
            Row(self.tr("Most in one go"), self.once, hint=unlimited),
            Row(self.tr("Most on one business day"), self.daily, hint=unlimited),
            self.active,
            self.pin,
        ):
            column.addWidget(part)
        column.addStretch()
        self.set_body(body, _SIZE)
        (self.name if new else self.role).setFocus()
