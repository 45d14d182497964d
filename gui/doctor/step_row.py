"""One step of the doctor: a sign, its name, what was found, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.doctor.words import TONES, health_name, step_name
from gui.icons import icon
from gui.sentences import Words
from gui.theme import Tone
from gui.widgets.pill import icon_of
from services.domain.diagnosis import Check, Health

_ICON = 18
_NAME = 160


class StepRow(QWidget):
    """Waits, is looked at, and then says what was found."""

    def __init__(self, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"step_{check.value}")
        self._check = check
        self._sign = QLabel()
        self._sign.setFixedSize(_ICON, _ICON)
        self._name = QLabel(step_name(check))
        self._name.setFont(theme.font(bold=True))
        self._name.setFixedWidth(_NAME)
        self._name.setWordWrap(True)
        self._sentence, self._next = _text(), _text()
        self._next.setProperty("kind", "muted")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._sentence)
        words.addWidget(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        row.setSpacing(theme.S)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._sign, 0, top)
        row.addWidget(self._name, 0, top)
        row.addLayout(words, 1)
        self.wait()

    @property
    def text(self) -> str:
        """What it says."""
        return "\n".join(part for part in (self._sentence.text(), self._next.text()) if part)

    def wait(self) -> None:
        """Say nothing yet."""
        self._show("clock", Tone.NEUTRAL, self.tr("Waiting"), ("", ""))

    def look(self) -> None:
        """Say that it is being looked at."""
        self._show("refresh", Tone.ACCENT, self.tr("Looking"), (self.tr("Looking…"), ""))

    def stop(self) -> None:
        """Say that nobody looked."""
        self._show("neutral", Tone.NEUTRAL, health_name(Health.SKIPPED), (self.tr("Stopped."), ""))

    def show_found(self, health: Health, words: Words) -> None:
        """Say what was found."""
        tone = TONES[health]
        self._show(icon_of(tone), tone, health_name(health), words)

    def _show(self, drawing: str, tone: Tone, state: str, words: Words) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icon(drawing, tone).pixmap(QSize(_ICON, _ICON), ratio))
        self._sentence.setText(words[0])
        self._next.setText(words[1])
        self._next.setVisible(bool(words[1]))
        name = f"{step_name(self._check)}: {state}"
        self.setAccessibleName(name)
        self._sign.setAccessibleName(name)
        self.setAccessibleDescription(self.text)


def _text() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
