"""Finding words in what a gateway says, however they are written down.

Letters may be capital, Turkish, marked or full width, escaped once or several times, with markup and
spaces in between, or lost on the way: ``?`` and U+FFFD stand for any letter, or for none. Linear in the
text, whatever the text.
"""

from __future__ import annotations

from collections.abc import Iterable

from services.domain.escapes import readings
from services.domain.text import normalized

_LOST = frozenset("?\ufffd")
_NO_DOTS = str.maketrans("ıİ", "ii")


def folded(text: str) -> str:
    """Return letters and digits only, small, without their marks; lost ones as ``?``."""
    plain = normalized("NFKD", text.translate(_NO_DOTS).casefold())
    return "".join("?" if sign in _LOST else sign for sign in plain if sign.isalnum() or sign in _LOST)


def says(texts: Iterable[str], words: str) -> bool:
    """Whether one of some texts holds some words: with its markup dropped, or left as it is."""
    wanted = folded(words)
    return any(
        _holds(folded(plain), wanted)
        for text in texts
        for reading in readings(text)
        for plain in (reading.text, _without_markup(reading.text))
    )


def _without_markup(text: str) -> str:
    first, *rest = text.split("<")
    return first + "".join(part.partition(">")[2] if ">" in part else part for part in rest)


def _holds(text: str, wanted: str) -> bool:
    """Whether a folded text holds folded words. A lost sign stands for any letter, or for none.

    One pass: bit n of `reached` says that the first n + 1 letters were read, up to here.
    """
    if "?" not in text:
        return wanted in text
    at: dict[str, int] = {}
    for place, sign in enumerate(wanted):
        at[sign] = at.get(sign, 0) | 1 << place
    whole, reached = 1 << len(wanted) - 1, 0
    for sign in text:
        further = reached << 1 | 1
        reached = reached | further if sign == "?" else further & at.get(sign, 0)
        if reached & whole:
            return True
    return False
