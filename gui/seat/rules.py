"""What the shop has chosen for all who work in it: PINs, locking, and the breath before money goes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.errors import explain
from gui.seat.pin_dialog import NewPin
from gui.sentences import input_problem
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.choice import Choice
from gui.widgets.notice import Notice
from gui.widgets.row import Row
from services.desk import Desk
from services.domain.errors import InvalidInput, ServiceError
from services.domain.operator import Role
from services.domain.settings import HOLDS, Settings
from services.operators import Operators

_MINUTES = (1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120)


@dataclass(frozen=True, slots=True)
class _FirstOwner:
    """Holds a PIN; never logged."""

    name: str
    pin: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Standing:
    settings: Settings
    has_owner: bool


class Rules(QWidget):
    """The shop's settings. Where nobody could change anything after PINs are on, it makes the first owner.

    Attributes:
        pins, minutes, hold: The settings.
        name, pin: The first owner.
        confirm: Saves.
        notice: How that went.
    """

    saved = Signal()
    """Something else is chosen now."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._standing: _Standing | None = None
        self.pins = QCheckBox(self.tr("Everyone signs in with a PIN"))
        self.pins.setObjectName("rules_pins")
        self.minutes = Choice()
        self.minutes.setObjectName("rules_minutes")
        self.hold = Choice()
        self.hold.setObjectName("rules_hold")
        for seconds in HOLDS:
            words = self.tr("%n second(s)", "", seconds) if seconds else self.tr("Not at all")
            self.hold.addItem(words, seconds)
        self.name = QLineEdit()
        self.name.setObjectName("first_owner")
        self.pin = NewPin()
        self.confirm = QPushButton(self.tr("Save the rules"))
        self.confirm.setObjectName("rules_confirm")
        self.confirm.setProperty("kind", "primary")
        self.confirm.setAutoDefault(False)
        self.notice = Notice()
        self._lay_out()
        self.pins.toggled.connect(self._offer)
        self.confirm.clicked.connect(self._save)
        self._offer()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read what is chosen."""
        call = partial(_read, self._desk.operators)
        self._tasks.read(call, owner=self, on_result=self._on_read, on_error=self._on_failed)

    def _on_read(self, standing: _Standing) -> None:
        self._standing = standing
        chosen = standing.settings
        self.pins.setChecked(chosen.pins)
        self.minutes.clear()
        for minutes in sorted({*_MINUTES, chosen.idle_minutes}):
            self.minutes.addItem(self.tr("%n minute(s)", "", minutes), minutes)
        self.minutes.setCurrentIndex(self.minutes.findData(chosen.idle_minutes))
        self.hold.setCurrentIndex(self.hold.findData(chosen.hold_seconds))
        self._offer()

    @Slot()
    def _save(self) -> None:
        if self._standing is None:
            return
        chosen = replace(
            self._standing.settings,
            pins=self.pins.isChecked(),
            idle_minutes=self.minutes.currentData(),
            hold_seconds=self.hold.currentData(),
        )
        owner: _FirstOwner | None = None
        if self._needs_owner:
            pin = self.pin.typed()
            if pin is None:
                return
            owner = _FirstOwner(self.name.text(), pin)
        self.confirm.setEnabled(False)
        self.notice.hide()
        call = partial(_change, self._desk.operators, chosen, owner)
        self._tasks.read(call, owner=self, on_result=self._on_saved, on_error=self._on_failed)

    def _on_saved(self, _: Settings) -> None:
        self.pin.forget()
        self.notice.show_info(self.tr("Saved."), Tone.DONE)
        self.reload()
        self.saved.emit()

    def _on_failed(self, error: ServiceError) -> None:
        self._offer()
        if isinstance(error, InvalidInput) and error.field == "name":
            self._name.set_problem(input_problem(error.problem, error.limit))
            self.name.setFocus()
        elif isinstance(error, InvalidInput) and error.field == "pin":
            self.pin.show_problem(error)
        else:
            self.notice.show_error(explain(error))

    @property
    def _needs_owner(self) -> bool:
        return self._standing is not None and self.pins.isChecked() and not self._standing.has_owner

    @Slot()
    def _offer(self) -> None:
        self.confirm.setEnabled(self._standing is not None)
        self._owner.setVisible(self._needs_owner)
        self._minutes.setVisible(self.pins.isChecked())

    def _lay_out(self) -> None:
        said = QLabel(
            self.tr("Nobody is an owner yet. The first one is you: from now on you sign in by this name.")
        )
        said.setWordWrap(True)
        self._name = Row(self.tr("Your name"), self.name)
        self._owner = QWidget()
        owner = QVBoxLayout(self._owner)
        owner.setContentsMargins(theme.XL, 0, 0, 0)
        owner.setSpacing(theme.M)
        owner.addWidget(said)
        owner.addWidget(self._name)
        owner.addWidget(self.pin)
        self._minutes = Row(self.tr("Locks itself when nobody touches it for"), self.minutes)
        held = Row(
            self.tr("Holds a confirmed reversal for"),
            self.hold,
            hint=self.tr("In that time it can be taken back, and nothing is sent."),
        )
        without = QLabel(
            self.tr("Without PINs whoever sits at this computer is the owner and may do everything.")
        )
        without.setProperty("kind", "muted")
        without.setWordWrap(True)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        column.setSpacing(theme.M)
        parts: tuple[QWidget, ...] = (self.pins, without, self._owner, self._minutes, held, self.notice)
        for part in parts:
            column.addWidget(part)
        column.addStretch()
        column.addLayout(foot)


def _read(operators: Operators) -> _Standing:
    owner = any(one.role is Role.OWNER for one in operators.all())
    return _Standing(operators.settings(), owner)


def _change(operators: Operators, chosen: Settings, owner: _FirstOwner | None) -> Settings:
    """On a worker: the first owner, then the rules, for with PINs on there must be one."""
    if owner is not None:
        operators.add(owner.name, Role.OWNER, owner.pin)
    return operators.change_settings(chosen)
