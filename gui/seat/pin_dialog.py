"""Another PIN: one's own, or, by an owner, somebody's."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.errors import explain
from gui.format import plain
from gui.seat.pin_edit import PinEdit
from gui.sentences import input_problem
from gui.tasks import TaskRunner
from gui.widgets.draft_dialog import DraftDialog
from gui.widgets.row import Row
from services.desk import Desk
from services.domain.errors import Denied, InvalidInput, NotAllowed, ServiceError
from services.domain.operator import Operator

_SIZE = QSize(400, 400)


class NewPin(QWidget):
    """A new PIN, typed twice.

    Attributes:
        first, again: The lines.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.again = PinEdit("new_pin"), PinEdit("new_pin_again")
        self._first = Row(self.tr("New PIN"), self.first, hint=self.tr("4 to 12 digits."))
        self._again = Row(self.tr("New PIN, again"), self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self._first)
        column.addWidget(self._again)

    def typed(self) -> str | None:
        """Return it; None, and say so, where the two differ."""
        if self.first.text() != self.again.text():
            self._again.set_problem(self.tr("The two are not the same."))
            self.again.setFocus()
            return None
        return self.first.text()

    def show_problem(self, error: InvalidInput) -> None:
        """Say what is wrong with it."""
        self._first.set_problem(input_problem(error.problem, error.limit))
        self.first.setFocus()

    def forget(self) -> None:
        """Empty both lines."""
        self.first.clear()
        self.again.clear()


class PinDialog(DraftDialog):
    """Sets a PIN; one's own takes the old one first.

    Args:
        operator: Whose it is; None for one's own.
    """

    def __init__(
        self, desk: Desk, tasks: TaskRunner, operator: Operator | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("pin_dialog")
        self._desk = desk
        self._tasks = tasks
        self._operator = operator
        self.old = PinEdit("old_pin")
        self.new = NewPin()
        self._old = Row(self.tr("PIN until now"), self.old)
        self._old.setVisible(operator is None)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        if operator is None:
            self.setWindowTitle(self.tr("Change my PIN"))
        else:
            self.setWindowTitle(self.tr("Set a PIN"))
            column.addWidget(QLabel(plain(operator.name, limit=60)))
        column.addWidget(self._old)
        column.addWidget(self.new)
        column.addStretch()
        self.confirm.setText(self.tr("Set the PIN"))
        self.set_body(body, _SIZE)
        (self.old if operator is None else self.new.first).setFocus()

    def has_unsaved(self) -> bool:
        """Digits are typed again soon enough."""
        return False

    def save(self) -> None:
        """Set it."""
        new = self.new.typed()
        if new is None:
            return
        self.hold()
        operators, operator = self._desk.operators, self._operator
        call: Callable[[], None]
        if operator is None:
            call = partial(operators.change_own_pin, self.old.text(), new)
        else:
            call = partial(operators.set_pin, operator.id, new)
        self._tasks.read(call, owner=self, on_result=self._on_saved, on_error=self._on_failed)

    def _on_saved(self, _: None) -> None:
        self.old.clear()
        self.new.forget()
        self.accept()

    def _on_failed(self, error: ServiceError) -> None:
        self.stay()
        if isinstance(error, InvalidInput):
            self.new.show_problem(error)
            return
        if isinstance(error, NotAllowed) and error.why is Denied.WRONG_PIN:
            self.old.clear()
            self.old.setFocus()
        self.notice.show_error(explain(error))
