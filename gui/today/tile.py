"""One figure of the day: what it counts, how much together, how many."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.format import money
from gui.icons import icon
from gui.theme import Tone
from gui.widgets.pill import icon_of
from services.today import Sum

_ICON = 16


class Tile(QFrame):
    """A word with its icon, an amount, and a count. Nothing at all is said quietly."""

    def __init__(self, word: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._word = word
        sign = QLabel()
        sign.setPixmap(icon(icon_of(tone), tone).pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        name = QLabel(word)
        name.setProperty("kind", "muted")
        self._amount = QLabel()
        self._amount.setTextFormat(Qt.TextFormat.PlainText)
        self._count = QLabel()
        self._count.setProperty("kind", "muted")
        head = QHBoxLayout()
        head.setSpacing(theme.XS)
        head.addWidget(sign)
        head.addWidget(name, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        column.setSpacing(theme.XS)
        column.addLayout(head)
        column.addWidget(self._amount)

    @property
    def text(self) -> str:
        """What it says."""
        return self.accessibleName()

    def show_sum(self, found: Sum) -> None:
        """Show a count and an amount."""
        self._amount.setText(money(found.amount))
        self._amount.setFont(theme.font(16, bold=bool(found.count)))
        self._count.setText(str(found.count))
        self.setAccessibleName(f"{self._word}: {found.count}, {money(found.amount)}")
