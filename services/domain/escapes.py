"""Text as it is meant: escapes of JSON, XML, HTML and addresses undone, once or several times over.

One pass with a pattern that has no choice to take back, so time is linear in the text, whatever the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from html.entities import html5

MOST_ESCAPES = 4
"""How many times over a text may be escaped and still be read."""

ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
    r"|\\u[0-9a-fA-F]{4}"
    r"|\\[\"'\\/bfnrt]"
    r"|&\#0{0,16}[1-9][0-9]{0,6};"
    r"|&\#[xX]0{0,16}[1-9a-fA-F][0-9a-fA-F]{0,5};"
    r"|&[0-9A-Za-z]{2,31};"
    r"|%[0-7][0-9a-fA-F]"
    r"|%[cCdD][0-9a-fA-F]%[89abAB][0-9a-fA-F]"
    r"|%[eE][0-9a-fA-F](?:%[89abAB][0-9a-fA-F]){2}"
    r"|%[fF][0-7](?:%[89abAB][0-9a-fA-F]){3}"
)
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_LAST_SIGN = 0x10FFFF


class Reading:
    """A text with some escapes undone, that knows where each sign of it stood in the text it came from.

    Attributes:
        text: What is read.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._inner: Reading | None = None
        self._at, self._from = [0], [0]

    def source(self, at: int) -> int:
        """Return where a place is in the original text: of an escape, where it begins."""
        place = bisect_right(self._at, at) - 1
        inner = self._from[place] + at - self._at[place]
        return inner if self._inner is None else self._inner.source(inner)

    def unescaped(self) -> Reading | None:
        """Return the text with one layer of escapes undone; None where there is none."""
        parts: list[str] = []
        at, source = [0], [0]
        end = length = 0
        for found in ESCAPE.finditer(self.text):
            sign = _meant(found[0])
            if sign is None:
                continue
            begin, stop = found.span()
            length += begin - end
            parts += self.text[end:begin], sign
            at += length, length + 1
            source += begin, stop
            length += 1
            end = stop
        if not parts:
            return None
        reading = Reading("".join([*parts, self.text[end:]]))
        reading._inner, reading._at, reading._from = self, at, source
        return reading


def readings(text: str) -> Iterator[Reading]:
    """Give a text as it stands, then with its escapes undone once, twice and so on, while there are any."""
    reading: Reading | None = Reading(text)
    for _ in range(MOST_ESCAPES + 1):
        if reading is None:
            return
        yield reading
        reading = reading.unescaped()


def _meant(escape: str) -> str | None:
    """The one sign that an escape stands for; None where it stands for none."""
    match escape[0], escape[1]:
        case "\\", "u":
            units = bytes.fromhex(escape.replace("\\u", ""))
            return units.decode("utf-16-be", "surrogatepass")
        case "\\", sign:
            return _SHORT.get(sign, sign)
        case "&", "#":
            number = escape[2:-1]
            code = int(number[1:], 16) if number[0] in "xX" else int(number)
            return chr(code) if code <= _LAST_SIGN else None
        case "&", _:
            named = html5.get(escape[1:])
            return named if named is not None and len(named) == 1 else None
        case _:
            try:
                return bytes.fromhex(escape.replace("%", "")).decode()
            except UnicodeDecodeError:  # bytes of another encoding: they stay as they are written
                return None
