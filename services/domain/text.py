"""Text from outside, handled so that nothing in it can stop the program."""

from __future__ import annotations

import unicodedata
from typing import Literal

_MOST_MARKS = 30
"""How many marks on one letter are put in order together: Unicode's own bound for streams (UAX 15)."""


def normalized(form: Literal["NFC", "NFKC", "NFKD"], text: str) -> str:
    """Return a text in one of Unicode's normal forms, in time linear in its length.

    `unicodedata` sorts all the marks on one letter, in quadratic time and holding every thread: a letter
    with 40,000 of them takes seconds, one of a megabyte an hour. So longer runs are put in order by parts.
    """
    if text.isascii():
        return text
    parts, begin, marks = [], 0, 0
    for at, sign in enumerate(text):
        marks = marks + 1 if unicodedata.combining(sign) else 0
        if marks > _MOST_MARKS:
            parts.append(unicodedata.normalize(form, text[begin:at]))
            begin, marks = at, 1
    parts.append(unicodedata.normalize(form, text[begin:]))
    return "".join(parts)
