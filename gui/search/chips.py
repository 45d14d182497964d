"""What each word was taken for, under the box: chips, each of which can be taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from gui import theme
from gui.icons import icon
from gui.search.said import said
from gui.widgets.flow import Flow
from services.domain.question import Added, Question, Reading, kind_of

_HEIGHT = 26


@dataclass(frozen=True, slots=True)
class Chip:
    """One reading of one word, or one thing that was added.

    Attributes:
        word: As typed; empty for what was added.
        kind: Which reading, as `Asked.dropped` names it.
        last: Whether the word has no other reading left: without it the word itself goes.
        added: What was added; None for a word.
    """

    word: str
    kind: str
    last: bool
    added: Added | None


class ChipRow(QWidget):
    """The chips of a question, after whatever stands at the left of them.

    Attributes:
        chips: The buttons, in order.
    """

    taken_away = Signal(object)
    """Carries the `Chip` a person does not want."""

    def __init__(self, *before: QWidget) -> None:
        super().__init__()
        self.setObjectName("chips")
        self.chips: list[QPushButton] = []
        self._or: list[QLabel] = []
        self._flow = Flow(self, spacing=theme.XS)
        for widget in before:
            widget.setFixedHeight(_HEIGHT)
            self._flow.addWidget(widget)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_question(self, question: Question, accounts: Mapping[int, str]) -> None:
        """Show what is looked for; a chip that had the keyboard hands it to the one in its place."""
        focused = next((place for place, one in enumerate(self.chips) if one.hasFocus()), None)
        for widget in (*self.chips, *self._or):
            self._flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.chips, self._or = [], []
        for term in question.terms:
            for place, reading in enumerate(term.readings):
                if place:
                    self._say_or()
                last = len(term.readings) == 1
                chip = Chip(term.text, kind_of(reading), last, term.added)
                self._add(chip, reading, accounts)
        if focused is not None and self.chips:
            self.chips[min(focused, len(self.chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, chip: Chip, reading: Reading, accounts: Mapping[int, str]) -> None:
        words = said(reading, accounts, chip.word)
        button = _ChipButton(words)
        button.setAccessibleName(self.tr("Looked for: {words}. Press to take it away.").format(words=words))
        button.setToolTip(self.tr("Take away: {words}").format(words=words))
        button.clicked.connect(partial(self._take_away, chip))
        self.chips.append(button)
        self._flow.addWidget(button)
        button.show()

    def _take_away(self, chip: Chip, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's signature
        self.taken_away.emit(chip)

    def _say_or(self) -> None:
        label = QLabel(self.tr("or"))
        label.setProperty("kind", "muted")
        label.setFixedHeight(_HEIGHT)
        self._or.append(label)
        self._flow.addWidget(label)
        label.show()


class _ChipButton(QPushButton):
    """Pressed with the mouse, Space, Enter, Delete or Backspace."""

    def __init__(self, words: str) -> None:
        super().__init__(words.replace("&", "&&"))
        self.setObjectName("chip")
        self.setProperty("kind", "chip")
        self.setIcon(icon("close"))
        self.setIconSize(QSize(12, 12))
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands after the words
        self.setAutoDefault(False)
        self.setFixedHeight(_HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keys that delete elsewhere take it away."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in keys:
            self.click()
        else:
            super().keyPressEvent(event)
