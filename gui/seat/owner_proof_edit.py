"""Where an owner proves to be one: by a PIN, or by the recovery code. Never shown, never remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.widgets.row import Row
from services.domain.errors import Denied, NotAllowed, ServiceError
from services.owner_proof import Proof

_LONGEST = 80
_PROOFS = frozenset({Denied.OWNER_PROOF, Denied.WRONG_PIN, Denied.WRONG_CODE, Denied.LOCKED_OUT})


class OwnerProofEdit(QWidget):
    """A masked line for either, hidden until it is asked for.

    Attributes:
        line: Where it is typed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setObjectName("owner_proof")
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(_LONGEST)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            Row(
                self.tr("An owner's PIN, or the recovery code"),
                self.line,
                hint=self.tr("Only where people sign in with PINs."),
            )
        )

    def take(self) -> Proof:
        """Return what was typed, and empty the line."""
        typed = self.line.text()
        self.line.clear()
        return Proof.typed(typed)

    def ask_after(self, error: ServiceError) -> None:
        """Show the line where it is this that is wanted, or was not right."""
        if isinstance(error, NotAllowed) and error.why in _PROOFS:
            self.show()
            self.line.setFocus()
