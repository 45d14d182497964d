"""How the program looks on this computer, and which language it speaks."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget

from gui import theme
from gui.settings import Appearance


class LookSection(QWidget):
    """Light or dark, Turkish or English; either holds at once.

    Attributes:
        appearances, languages: What can be chosen.
    """

    language_chosen = Signal(str)
    """``"tr"`` or ``"en"``."""

    appearance_chosen = Signal(object)
    """Carries an `Appearance`."""

    def __init__(self, language: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearances, self.languages = QButtonGroup(self), QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(_head(self.tr("Appearance")))
        for kind, name in (
            (Appearance.SYSTEM, self.tr("As the system")),
            (Appearance.LIGHT, self.tr("Light")),
            (Appearance.DARK, self.tr("Dark")),
        ):
            button = self._choice(self.appearances, name, kind.value, chosen=kind is appearance)
            column.addWidget(button)
        column.addSpacing(theme.M)
        column.addWidget(_head(self.tr("Language")))
        # Each language is named in itself, so that a lost person finds home.
        for code, name in (("tr", "Türkçe"), ("en", "English")):
            column.addWidget(self._choice(self.languages, name, code, chosen=code == language))
        hint = QLabel(self.tr("Another language opens the window anew; what is under way goes on."))
        hint.setProperty("kind", "muted")
        hint.setWordWrap(True)
        column.addWidget(hint)
        column.addStretch()
        self.appearances.buttonClicked.connect(self._on_appearance)
        self.languages.buttonClicked.connect(self._on_language)

    def _choice(self, group: QButtonGroup, name: str, value: str, *, chosen: bool) -> QRadioButton:
        button = QRadioButton(name)
        button.setObjectName(f"choose_{value}")
        button.setProperty("value", value)
        button.setChecked(chosen)
        group.addButton(button)
        return button

    @Slot(QAbstractButton)
    def _on_appearance(self, button: QAbstractButton) -> None:
        self.appearance_chosen.emit(Appearance(button.property("value")))

    @Slot(QAbstractButton)
    def _on_language(self, button: QAbstractButton) -> None:
        self.language_chosen.emit(button.property("value"))


def _head(words: str) -> QLabel:
    label = QLabel(words)
    label.setFont(theme.font(bold=True))
    return label
