"""The line at the bottom: whether gateways answer, what waits, and as of when."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from gui import theme
from gui.format import clock_time, plain
from gui.icons import icon
from gui.search.finder import Search
from gui.theme import Tone

if TYPE_CHECKING:
    from services.lookup import PaymentView

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

    @Slot(object)
    def say_search(self, search: Search) -> None:
        """Say who answered in a search, or who did not."""
        missed = [failure.account for failure in search.failures if failure.account is not None]
        if missed:
            names = ", ".join(plain(one.name, limit=40) for one in missed)
            self.say(self.tr("Not reached: {names}").format(names=names), "offline", Tone.WAITING)
        elif search.asked:
            names = ", ".join(plain(one.name, limit=40) for one in search.asked)
            self.say(self.tr("Connected: {names}").format(names=names), "check", Tone.DONE)

    def say_answer(self, view: PaymentView) -> None:
        """Say that a gateway answered about one payment."""
        name, time = plain(view.account.name, limit=40), clock_time(view.snapshot.taken_at)
        self.say(self.tr("{name} answered at {time}").format(name=name, time=time), "check", Tone.DONE)

    def say_unknown(self, count: int) -> None:
        """Say how many reversals have an end that nobody knows."""
        self._unknown.setText(self.tr("%n unknown, being looked up", "", count))
        self._unknown.setVisible(count > 0)

    def say_as_of(self, at: datetime | None) -> None:
        """Say when what is shown was true."""
        self._as_of.setText(self.tr("as of {time}").format(time=clock_time(at)) if at else "")
