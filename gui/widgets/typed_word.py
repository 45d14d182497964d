"""A word typed on purpose, before something that nobody does by the way."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from services.domain.text import normalized

_DOTS = str.maketrans({"İ": "i", "I": "i", "ı": "i"})


class TypedWord(QLineEdit):
    """Takes one word and no other; a keyboard's language does not matter.

    Args:
        word: As it is shown beside the line.
    """

    matched = Signal(bool)
    """Whether the word stands there, after every key."""

    def __init__(self, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("typed_word")
        self.word = word
        self.setAccessibleName(self.tr("Type {word}").format(word=self.word))
        self.setMaximumWidth(160)
        self.textChanged.connect(self._on_changed)

    @property
    def is_matched(self) -> bool:
        """Whether the word stands there."""
        return same_word(self.text(), self.word)

    def _on_changed(self) -> None:
        self.matched.emit(self.is_matched)


def same_word(typed: str, word: str) -> bool:
    """Whether two spellings are one word: ``hepsi``, ``HEPSI`` and ``HEPSİ`` are."""
    return _folded(typed) == _folded(word)


def _folded(text: str) -> str:
    return normalized("NFC", text).strip().translate(_DOTS).lower()
