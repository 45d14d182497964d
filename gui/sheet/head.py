"""The head of a sheet: how much, how it stands, and the facts a person needs to recognise it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.icons import icon
from gui.theme import L, M, S, Tone, color
from gui.widgets.fields import CopyableLabel
from gui.widgets.pill import icon_of
from gui.wording import Status

Fact = tuple[str, str | None]
"""What is copied, and what is shown; None for the same."""

_ICON = 20


class Head(QFrame):
    """Amount and state large, then the facts; all of it can be copied.

    Attributes:
        copy_all: Copies everything that the sheet tells.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._amount = CopyableLabel(name=self.tr("Amount"), kind="amount")
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON, _ICON)
        self._state = QLabel()
        self._state.setProperty("kind", "title")
        self._tone = Tone.NEUTRAL
        self._facts: dict[str, CopyableLabel] = {}
        self.copy_all = QToolButton()
        self.copy_all.setObjectName("copy_all")
        self.copy_all.setIcon(icon("copy"))
        self.copy_all.setIconSize(QSize(16, 16))
        self.copy_all.setAccessibleName(self.tr("Copy all of it"))
        self.copy_all.setToolTip(self.tr("Copy all of it, as text (Ctrl+Shift+C)"))
        self.copy_all.setShortcut("Ctrl+Shift+C")

    @property
    def state(self) -> str:
        """The word for how it stands."""
        return self._state.text()

    @property
    def told(self) -> list[str]:
        """Everything it says, line by line."""
        lines = [f"{self._amount.value} \N{MIDDLE DOT} {self.state}"]
        return lines + [f"{name}: {label.shown}" for name, label in self._facts.items()]

    def show_facts(self, amount: str, status: Status, facts: Sequence[Fact]) -> None:
        """Show another amount, state and facts, in the order of their names."""
        words, tone = status
        self._amount.set_value(amount)
        self._state.setText(words)
        self._tone = tone
        self._tint()
        for label, (value, shown) in zip(self._facts.values(), facts, strict=True):
            label.set_value(value, shown=shown)
        self.setAccessibleName(f"{amount}, {words}")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the person from light to dark."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._tint()

    def _tint(self) -> None:
        tone, palette = self._tone, self._state.palette()
        palette.setColor(QPalette.ColorRole.WindowText, color(tone, self.palette()))
        self._state.setPalette(palette)
        size = QSize(_ICON, _ICON)
        self._icon.setPixmap(icon(icon_of(tone), tone).pixmap(size, self.devicePixelRatioF()))

    def _lay_out(self, facts: Sequence[str], *, long: int, button: QPushButton) -> None:
        """Put everything in its place; so many of the first facts as `long` take a row of their own."""
        self._facts = {name: CopyableLabel(name=name) for name in facts}
        top = QHBoxLayout()
        top.setSpacing(S)
        top.addWidget(self._amount)
        top.addSpacing(S)
        top.addWidget(self._icon)
        top.addWidget(self._state)
        top.addStretch()
        top.addWidget(self.copy_all)
        top.addWidget(button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(L)
        grid.setVerticalSpacing(0)
        for number, (name, value) in enumerate(self._facts.items()):
            label = QLabel(name)
            label.setProperty("kind", "label")
            after = number - long
            row, column, span = (number, 0, 3) if after < 0 else (long + after // 2, after % 2 * 2, 1)
            grid.addWidget(label, row, column)
            grid.addWidget(value, row, column + 1, 1, span)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(L, M, L, M)
        layout.setSpacing(S)
        layout.addLayout(top)
        layout.addLayout(grid)
