"""Text as it is searched: İ, I, ı and i find each other, however they are typed."""

from __future__ import annotations

from services.domain.text import normalized

_DOT_ABOVE = "\u0307"
_ONE_I = str.maketrans("İIı", "iii")


def fold(text: str) -> str:
    """Return the form of a text that is stored beside it and compared with what is searched for.

    `casefold` alone makes İ an i with a dot of its own and leaves ı alone: neither finds "i".
    """
    composed = normalized("NFC", text).translate(_ONE_I)
    return normalized("NFC", composed.casefold().replace(_DOT_ABOVE, ""))
