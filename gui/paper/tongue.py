"""The language of a paper, which need not be the window's: a customer may want it in the other one."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

from gui.i18n import FOLDER


class Tongue:
    """Says words in one language, whatever language the program speaks. Stays on the thread that made it.

    Raises:
        FileNotFoundError: The translation is missing: the program is not installed whole.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = QTranslator()
        file = FOLDER / f"refund_desk_{language}.qm"
        if not self._words.load(str(file)):
            raise FileNotFoundError(file)

    @property
    def is_turkish(self) -> bool:
        """Whether it is Turkish."""
        return self.language == "tr"

    def translate(self, context: str, source: str) -> str:
        """Return a text in this language; the source is English."""
        return self._words.translate(context, source) or source
