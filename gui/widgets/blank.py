"""What stands where nothing is to be seen yet: a picture, a sentence, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.icons import icon
from gui.theme import Tone

_ICON = 44
_WIDTH = 340


class Blank(QWidget):
    """An empty page that says why it is empty.

    Attributes:
        action: The button for what to do; hidden where there is nothing.
    """

    action_wanted = Signal()
    """The button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = _centred("title")
        self._text = _centred("muted")
        self.action = QPushButton()
        self.action.setObjectName("blank_action")
        self.action.clicked.connect(self.action_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        column.setSpacing(theme.S)
        column.addStretch(2)
        for part in (self._icon, self._title, self._text):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(theme.S)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._title.text()}\n{self._text.text()}"

    def say(
        self, drawing: str, title: str, text: str = "", *, tone: Tone = Tone.NEUTRAL, action: str = ""
    ) -> None:
        """Say something else; `drawing` names an icon."""
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(icon(drawing, tone).pixmap(QSize(_ICON, _ICON), ratio))
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        for label in (self._title, self._text):
            # In a column, a wrapped text is given the height of an unwrapped one.
            label.setMinimumHeight(max(0, label.heightForWidth(_WIDTH)))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)


def _centred(kind: str) -> QLabel:
    label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    label.setFixedWidth(_WIDTH)
    return label
