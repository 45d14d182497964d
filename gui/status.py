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
    """The person wants to see what has no certain end."""

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

    def say_open_ends(self, unknown: int, awaiting: int, next_look: str) -> None:
        """Say how many reversals have no certain end, and when the program looks again.

        Args:
            unknown: How many nobody knows the end of.
            awaiting: How many are done and not confirmed yet.
            next_look: The time of the next look; empty where no look could say anything.
        """
        said = []
        if unknown and next_look:
            said.append(self.tr("%n unknown, being looked up", "", unknown))
        elif unknown:
            said.append(self.tr("%n unknown, waiting for a person", "", unknown))
        if awaiting:
            said.append(self.tr("%n awaiting confirmation", "", awaiting))
        if said and next_look:
            said.append(self.tr("next look {time}").format(time=next_look))
        tone = Tone.UNKNOWN if unknown else Tone.WAITING
        self._unknown.setIcon(icon("unknown" if unknown else "waiting", tone))
        self._unknown.setText(" · ".join(said))
        self._unknown.setVisible(bool(said))

    def say_as_of(self, time: str) -> None:
        """Say when what is shown was true; an empty text says nothing."""
        self._as_of.setText(self.tr("as of {time}").format(time=time) if time else "")
