"""What a dialog that moves money looks like: pages that scroll, and a foot with what is pressed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.reversal.pages import Pages
from gui.theme import L, M, S


class MoneyFrame(QDialog):
    """The frame alone; Enter presses nothing in it.

    Attributes:
        confirm: The button that moves money.
        leave: The way out.
        pages: What is asked, and how it went.
        head: What stands above every page.
        foot: The buttons, and a hint beside them.
        steps: Buttons that lead from page to page, if there are any.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pages = Pages()
        self._scroll = QScrollArea()
        self.confirm = QPushButton()
        self.confirm.setObjectName("confirm")
        self.confirm.setProperty("kind", "danger")
        self.leave = QPushButton()
        self.leave.setObjectName("leave")
        self._hint = QLabel()
        self._hint.setProperty("kind", "muted")
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(4)
        self._progress.hide()
        self.head = QVBoxLayout()
        self.foot = QHBoxLayout()
        self.steps: tuple[QPushButton, ...] = ()
        self.pages.turned.connect(self.scroll_to_top)

    @property
    def hint(self) -> str:
        """What is said beside the buttons."""
        return self._hint.text()

    def say_hint(self, text: str) -> None:
        """Say, beside the buttons, what is still missing."""
        self._hint.setText(text)

    def showEvent(self, event: QShowEvent) -> None:
        """Take Enter from every button: Qt makes the first one the default otherwise."""
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
            button.setDefault(False)
        super().showEvent(event)

    @Slot()
    def scroll_to_top(self) -> None:
        """Bring what is said above the pages into sight."""
        self._scroll.verticalScrollBar().setValue(0)

    def lay_out_frame(self, *above: QWidget) -> None:
        """Put everything in its place; `above` stands between the head and the pages."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(L, L, L, M)
        column.setSpacing(M)
        self.head.setSpacing(S)
        column.addLayout(self.head)
        for part in above:
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        self._scroll.setWidget(body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = QFrame()
        bar.setProperty("kind", "foot")
        self.foot.setContentsMargins(L, M, L, M)
        self.foot.setSpacing(S)
        self.foot.addWidget(self._hint, 1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.confirm)
        bar.setLayout(self.foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._progress)
        layout.addWidget(bar)
