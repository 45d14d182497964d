"""Text as it is searched: İ, I, ı and i find each other, however they are typed."""

from __future__ import annotations

from services.domain.identity import person_name, visible
from services.domain.text import normalized

_DOT_ABOVE = "\u0307"
_ONE_I = str.maketrans("İIı", "iii")


def fold(text: str) -> str:
    """Return the form of a text that is stored beside it and compared with what is searched for.

    `casefold` alone makes İ an i with a dot of its own and leaves ı alone: neither finds "i". What cannot
    be seen is dropped, for it can't be typed either; only line feeds stay, which part what is stored.
    """
    seen = "\n".join(visible(part) for part in text.split("\n"))
    composed = normalized("NFC", seen).translate(_ONE_I)
    return normalized("NFC", composed.casefold().replace(_DOT_ABOVE, ""))


def fold_name(name: str) -> str:
    """Return the form in which two names of people are one: in any width and case, however blanks stand."""
    return fold(person_name(normalized("NFKC", name)))
