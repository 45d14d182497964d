"""The line at the bottom: whether gateways answer, what waits, and as of when."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from gui import theme
from gui.icons import icon
from gui.theme import Tone

_ICON = 14


class StatusLine(QFrame):
    """Says quietly how things stand."""

    unknown_wanted = Signal()
    """The person wants to see what is unknown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "foot")
        self._icon = QLabel()
        self._connection = QLabel()
        self._as_of = QLabel()
        for label in (self._connection, self._as_of):
            label.setProperty("kind", "muted")
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._unknown = QToolButton()
        self._unknown.setObjectName("status_unknown")
        self._unknown.setIcon(icon("unknown", Tone.UNKNOWN))
        self._unknown.setIconSize(QSize(_ICON, _ICON))
        self._unknown.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._unknown.clicked.connect(self.unknown_wanted)
        self._unknown.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, 2, theme.L, 2)
        row.setSpacing(theme.S)
        row.addWidget(self._icon)
        row.addWidget(self._connection)
        row.addSpacing(theme.L)
        row.addWidget(self._unknown)
        row.addStretch()
        row.addWidget(self._as_of)
        self.setFixedHeight(30)

    @property
    def text(self) -> str:
        """What it says."""
        said = (self._connection.text(), self._unknown.text(), self._as_of.text())
        return " · ".join(part for part in said if part)

    def say(self, text: str, drawing: str = "info", tone: Tone = Tone.NEUTRAL) -> None:
        """Say how the connection, or the ledger, is."""
        self._connection.setText(text)
        self._icon.setPixmap(icon(drawing, tone).pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))

    def say_unknown(self, count: int) -> None:
        """Say how many reversals have an end that nobody knows."""
        self._unknown.setText(self.tr("%n unknown, being looked up", "", count))
        self._unknown.setVisible(count > 0)

    def say_as_of(self, time: str) -> None:
        """Say when what is shown was true; an empty text says nothing."""
        self._as_of.setText(self.tr("as of {time}").format(time=time) if time else "")
