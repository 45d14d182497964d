"""Where a reference is typed or scanned, and where it is said when that came to nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.icons import icon

_PROBLEM = "problem"
_LONGEST = 200
"""More than any reference has; a scanner gone wild sends no megabyte."""


class SearchBox(QWidget):
    """One line, asked with Enter, exactly as it stands: spaces and pipes belong to a reference.

    Attributes:
        line: Where it is typed; a scanner types and presses Enter.
        go: The same as Enter.
        message: Beside the box: what came of it.
        offer: Asks for the reference without the white space around it.
    """

    asked = Signal(str)
    """A reference, as typed, not empty."""

    left_downwards = Signal()
    """The person pressed the down key: on to the results."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setObjectName("search")
        self.line.setMaxLength(_LONGEST)
        self.line.setClearButtonEnabled(True)
        self.line.setPlaceholderText(self.tr("Reference, amount, seller, “yesterday”… (Ctrl+F)"))
        self.line.setAccessibleName(self.tr("What to look for"))
        self.line.setMinimumWidth(160)
        self.line.addAction(QAction(icon("search"), "", self.line), QLineEdit.ActionPosition.LeadingPosition)
        down = QAction(self.line)
        down.setShortcut("Down")
        down.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        down.triggered.connect(self.left_downwards)
        self.line.addAction(down)
        self.go = QPushButton(self.tr("Search"))
        self.go.setObjectName("go")
        self.go.setProperty("kind", "primary")
        self.message = QLabel()
        self.message.setObjectName("search_message")
        self.message.setProperty("kind", "muted")
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.offer = QPushButton()
        self.offer.setObjectName("search_trimmed")
        self.offer.setProperty("kind", "link")
        self._lay_out()
        self.say("")
        self.line.returnPressed.connect(self._ask)
        self.go.clicked.connect(self._ask)
        self.offer.clicked.connect(self._take_offer)
        self.line.textEdited.connect(self._hush)

    def focus(self) -> None:
        """Take the keyboard, everything marked, so that the next scan replaces it."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def put_beside(self, button: QWidget) -> None:
        """Put a button right of the line."""
        button.setFixedHeight(self.go.sizeHint().height())
        self._upper.addWidget(button)

    def say(self, text: str, *, kind: str = _PROBLEM, trimmed: str = "") -> None:
        """Say something beside the box; `trimmed` is offered as another try, as typed by the person."""
        if text:
            theme.mark(self.message, "kind", kind)
        self.message.setText(text)
        self.message.setVisible(bool(text))
        self.offer.setVisible(bool(trimmed))
        self.offer.setProperty("trimmed", trimmed)
        self.offer.setText(self.tr("Without the spaces around it: {text}").format(text=trimmed))
        self.line.setAccessibleDescription(text)

    @Slot()
    def _ask(self) -> None:
        text = self.line.text()
        if not text.strip():
            self.say(self.tr("Type or scan a reference first."))
            self.line.setFocus()
            return
        self.say("")
        self.line.selectAll()
        self.asked.emit(text)

    @Slot()
    def _take_offer(self) -> None:
        self.line.setText(str(self.offer.property("trimmed")))
        self._ask()

    @Slot()
    def _hush(self) -> None:
        self.say("")

    def _lay_out(self) -> None:
        upper = self._upper = QHBoxLayout()
        upper.setSpacing(theme.S)
        upper.addWidget(self.line, 1)
        upper.addWidget(self.go)
        lower = QHBoxLayout()
        lower.setSpacing(theme.M)
        lower.addWidget(self.message)
        lower.addWidget(self.offer)
        lower.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        column.addLayout(upper)
        column.addLayout(lower)
