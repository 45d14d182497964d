"""A second person agrees in place, with their PIN; or nobody else can, and that is said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.seat.pin_edit import PinEdit
from gui.theme import M, S
from gui.widgets.choice import Choice
from gui.widgets.row import Row


class SecondPerson(QWidget):
    """Asks for a name and a PIN. Nobody is chosen beforehand.

    Args:
        pins: Whoever works here signs in. Off, the owner speaks alone.
        names: Who may agree.
        me: Who states it.

    Attributes:
        name: Who agrees.
        pin: Their PIN; see `take_pin`.
    """

    changed = Signal()
    """Somebody was chosen, or a PIN typed."""

    def __init__(self, *, pins: bool, names: Sequence[str], me: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("second_person")
        self._pins = pins
        self.name = Choice(self)
        self.name.setObjectName("approver")
        self.name.addItems(list(names))
        self.name.setCurrentIndex(-1)
        self.name.setPlaceholderText(self.tr("Choose…"))
        self.pin = PinEdit("approver_pin", self)
        self._pin_row = Row(self.tr("Their PIN"), self.pin, parent=self)
        asks = pins and bool(names)
        self._pin_row.setVisible(asks)
        self.name.setVisible(asks)
        said = QLabel()
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(said)
        if not pins:
            said.setText(
                self.tr(
                    "PINs are off, so {name} says it alone; the journal marks it as said by one person."
                ).format(name=me)
            )
        elif names:
            said.setText(self.tr("A second person reads the evidence and agrees with their PIN."))
            row = QHBoxLayout()
            row.setSpacing(M)
            for part in (Row(self.tr("Who agrees"), self.name), self._pin_row):
                row.addWidget(part, 1)
                row.setAlignment(part, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
        else:
            said.setText(
                self.tr("A second person has to agree, and nobody else here may. The owner can add somebody.")
            )
        self.name.currentIndexChanged.connect(self.changed)
        self.pin.textChanged.connect(self.changed)

    @property
    def approver(self) -> str | None:
        """Who agrees; None where nobody else has to, or is not chosen yet."""
        return self.name.currentText() if self._pins and self.name.currentIndex() >= 0 else None

    @property
    def is_complete(self) -> bool:
        """Whether somebody agrees, where somebody has to."""
        return not self._pins or (self.approver is not None and bool(self.pin.text()))

    def take_pin(self) -> str:
        """Return the PIN, and forget it."""
        return self.pin.take()

    def set_problem(self, text: str) -> None:
        """Say what is wrong with the PIN, and ask for it again."""
        self._pin_row.set_problem(text)
        self.pin.setFocus()
