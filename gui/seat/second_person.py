"""A second person agrees in place: who they are, and their PIN. The one form for it, wherever it is asked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.format import plain
from gui.seat.pin_edit import PinEdit
from gui.widgets.choice import Choice
from gui.widgets.row import Row

_LONGEST = 60


class SecondPerson(QWidget):
    """Asks for a name and a PIN. Nobody is chosen beforehand.

    Args:
        words: What they agree to.
        who: What their name is called: who approves, who agrees.

    Attributes:
        name: Who agrees.
        pin: Their PIN; it leaves the line as it is tried.
    """

    changed = Signal()
    """Somebody was chosen, or a PIN typed."""

    def __init__(self, words: str, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("second_person")
        self._asks = True
        self._said = QLabel(words)
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self.name = Choice()
        self.name.setObjectName("approver")
        self.name.setPlaceholderText(self.tr("Choose…"))
        self.pin = PinEdit("approver_pin")
        self._pin = Row(self.tr("Their PIN"), self.pin)
        self._fields = QWidget()
        row = QHBoxLayout(self._fields)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        for part in (Row(who, self.name), self._pin):
            row.addWidget(part, 1)
            row.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(self._said)
        column.addWidget(self._fields)
        self.name.activated.connect(self.pin.setFocus)
        self.name.currentIndexChanged.connect(self.changed)
        self.pin.textChanged.connect(self.changed)

    def show_names(self, names: Sequence[str]) -> None:
        """Offer these; with none there is nothing to fill in."""
        self.name.clear()
        for name in names:
            self.name.addItem(plain(name, limit=_LONGEST), name)
        self.name.setCurrentIndex(-1)
        for field in (self.name, self.pin):
            field.setEnabled(bool(names))

    def show_words(self, words: str, *, alone: bool) -> None:
        """Say instead that nobody has to agree (`alone`), or that nobody else can."""
        self._asks = not alone
        self._said.setText(words)
        self._fields.hide()

    @property
    def approver(self) -> str | None:
        """Who agrees; None while nobody is chosen, and where nobody has to."""
        name: str | None = self.name.currentData()
        return name

    @property
    def is_complete(self) -> bool:
        """Whether somebody agrees, where somebody has to."""
        return not self._asks or (self.approver is not None and bool(self.pin.text()))

    def take_pin(self) -> str:
        """Return the PIN, and forget it."""
        return self.pin.take()

    def set_problem(self, text: str) -> None:
        """Say what is wrong with the PIN, and ask for it again."""
        self._pin.set_problem(text)
        self.pin.setFocus()
