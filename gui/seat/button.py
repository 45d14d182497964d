"""In the bar: who is at the desk, and what they can do about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.format import plain
from gui.icons import icon
from gui.roles import role_name
from gui.theme import Tone
from services.domain.operator import Operator, Right

_LONGEST = 24


class SeatButton(QToolButton):
    """Name and role, with a menu."""

    other_wanted = Signal()
    """Somebody else wants to sign in."""

    lock_wanted = Signal()
    """Whoever is here leaves the desk."""

    own_pin_wanted = Signal()
    """They want another PIN."""

    safekeeping_wanted = Signal()
    """The ledger's safekeeping is to be opened."""

    people_wanted = Signal()
    """People and rules are to be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seat")
        self.setIcon(icon("person"))
        self.setIconSize(QSize(18, 18))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMenu(QMenu(self))
        self.hide()

    def show_operator(self, operator: Operator, *, pins: bool) -> None:
        """Show who is here; without PINs it is the person at the computer."""
        name, role = plain(operator.name, limit=_LONGEST), role_name(operator.role)
        self.setText(f"{name} · {role}")
        self.setAccessibleName(self.tr("At the desk: {name}, {role}").format(name=name, role=role))
        self.setToolTip(self.accessibleDescription() or self.accessibleName())
        menu = self.menu()
        menu.clear()
        if pins:
            self._put(self.tr("Somebody else signs in…"), "seat_other", self.other_wanted)
            self._put(self.tr("Lock (Ctrl+L)"), "seat_lock", self.lock_wanted)
            self._put(self.tr("Change my PIN…"), "seat_own_pin", self.own_pin_wanted)
        if operator.may(Right.OPERATORS):
            if pins:
                menu.addSeparator()
            self._put(self.tr("People and rules…"), "seat_people", self.people_wanted)
            self._put(self.tr("Safekeeping…"), "seat_safekeeping", self.safekeeping_wanted)
        self.show()

    def warn(self, concern: str) -> None:
        """Show that something in the menu should be seen to; an empty text takes it back."""
        self.setIcon(icon("warning", Tone.WAITING) if concern else icon("person"))
        self.setToolTip(concern or self.accessibleName())
        self.setAccessibleDescription(concern)

    def _put(self, text: str, name: str, wanted: SignalInstance) -> None:
        action = self.menu().addAction(text)
        action.setObjectName(name)
        action.triggered.connect(wanted)
