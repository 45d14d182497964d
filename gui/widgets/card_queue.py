"""A queue to be worked off: how many there are, what is said of all of them, and a card for each."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from gui.theme import S
from gui.widgets.blank import Blank
from gui.widgets.scroll import scrolled


class CardQueue(QStackedWidget):
    """The cards below each other, or what stands there while there is none.

    Attributes:
        blank: What stands there while there is none.
        corner: Room beside the count, for what belongs to the whole queue.
        inside: What new cards are children of.
    """

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blank = Blank()
        self.corner = QHBoxLayout()
        self.inside = QWidget()
        self._count = QLabel()
        self._count.setProperty("kind", "title")
        said = QLabel(hint)
        said.setProperty("kind", "muted")
        said.setWordWrap(True)
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(0, 0, S, 0)
        self._column.setSpacing(S)
        self._column.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._count)
        head.addStretch()
        head.addLayout(self.corner)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addLayout(head)
        column.addWidget(said)
        column.addWidget(scrolled(self.inside), 1)
        self.addWidget(self.blank)
        self.addWidget(page)

    @property
    def text(self) -> str:
        """How many there are, in words; or that there is none."""
        return self.blank.text if self.currentWidget() is self.blank else self._count.text()

    def insert(self, place: int, card: QWidget) -> None:
        """Put a new card in, counted from 0."""
        self._column.insertWidget(place, card)

    def drop(self, card: QWidget) -> None:
        """Take a card out for good."""
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()

    def say_count(self, words: str) -> None:
        """Say how many there are; nothing for none."""
        self._count.setText(words)
        self.setCurrentIndex(1 if words else 0)
