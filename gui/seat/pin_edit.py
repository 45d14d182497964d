"""Where a PIN is typed: never shown, never remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from services.pins import LONGEST_PIN

_HINTS = (
    Qt.InputMethodHint.ImhDigitsOnly
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoPredictiveText
)


class PinEdit(QLineEdit):
    """A masked line for a PIN."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST_PIN)
        self.setInputMethodHints(_HINTS)

    def take(self) -> str:
        """Return what was typed, and empty the line."""
        typed = self.text()
        self.clear()
        return typed
