"""A language that is English, accented and 40 % longer: what does not fit it will not fit some language."""

from __future__ import annotations

import re

from PySide6.QtCore import QObject, QTranslator

_LONGER = 0.4
_ACCENTED = str.maketrans("aeiouAEIOU", "áéíőűÁÉÍŐŰ")
_AS_IT_IS = re.compile(r"(\{[^{}]*\}|%n|%L?\d|<[^<>]+>|&\w+;|https?://\S+)")
_LETTER = re.compile(r"[aeiouAEIOU]")


class Pseudo(QTranslator):
    """Answers for every text of the program's. What it does not see was never given to be translated."""

    def __init__(self, parent: QObject, english: QTranslator) -> None:
        super().__init__(parent)
        self._english = english

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Return the English text, longer."""
        plural = self._english.translate(context, source, disambiguation, n)
        return longer(plural or source)

    def isEmpty(self) -> bool:
        """Whether it has nothing to say."""
        return False


def longer(text: str) -> str:
    """Return a text accented and 40 % longer, its placeholders and its mark-up as they are."""
    made, owed = [], 0.0
    for part in _AS_IT_IS.split(text):
        if _AS_IT_IS.fullmatch(part):
            made.append(part)
            continue
        for letter in part:
            owed += _LONGER
            made.append(letter.translate(_ACCENTED))
            if _LETTER.fullmatch(letter):
                made.append(made[-1].lower() * int(owed))
                owed -= int(owed)
    return "".join(made)
