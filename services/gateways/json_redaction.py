"""Takes secrets out of JSON so that it stays JSON of the same shape, and can be read again.

Each text in it is redacted by itself, names included; spaces, numbers and every text that held nothing
stay byte for byte. A value under a secret's name is hidden whole, whatever it is.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from json import decoder

_DECODER = json.JSONDecoder(parse_int=str, parse_float=str)
_SCAN: Callable[[str, int], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]  # typeshed knows it not
NUMBER = re.compile(r"[0-9][-+.0-9eE]*")


def rewritten(
    text: str,
    redact: Callable[[str], str],
    *,
    is_secret: Callable[[str], bool],
    own: Callable[[str, str], bool] | None,
    hidden: str,
) -> str | None:
    """Return a JSON text without its secrets; None where it is no JSON.

    Args:
        text: What came.
        redact: Takes secrets out of a text.
        is_secret: Whether a field of this name holds a secret.
        own: Whether a field of this name may say this: then it stays as it is. An empty name asks about
            a name itself.
        hidden: What stands where a secret stood.
    """
    try:
        _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None
    return _Writer(text, redact, is_secret=is_secret, own=own, hidden=hidden).write()


class _Writer:
    def __init__(
        self,
        text: str,
        redact: Callable[[str], str],
        *,
        is_secret: Callable[[str], bool],
        own: Callable[[str, str], bool] | None,
        hidden: str,
    ) -> None:
        self._text = text
        self._redact = redact
        self._is_secret = is_secret
        self._own = own
        self._hidden = hidden
        self._parts: list[str] = []
        self._name = ""
        self._hidden_names = 0

    def write(self) -> str:
        text, at = self._text, 0
        while (quote := text.find('"', at)) >= 0:
            self._between(text[at:quote])
            said, at = _SCAN(text, quote + 1)
            colon = _after_space(text, at)
            if text[colon : colon + 1] != ":":
                self._parts.append(self._value(text[quote:at], said))
                continue
            self._name = said
            self._parts += self._named(text[quote:at], said), text[at : colon + 1]
            at = colon + 1
            if self._is_secret(said):
                value = _after_space(text, at)
                self._parts += text[at:value], _written(self._hidden)
                at = _DECODER.raw_decode(text, value)[1]
        self._between(text[at:])
        return "".join(self._parts)

    def _value(self, raw: str, said: str) -> str:
        if self._own is not None and self._own(self._name, said):
            return raw
        redacted = self._redact(said)
        return raw if redacted == said else _written(redacted)

    def _named(self, raw: str, said: str) -> str:
        """Write a name; two that were hidden must still be two."""
        redacted = raw if self._own is not None and self._own("", said) else self._redact(said)
        if redacted in (raw, said):
            return raw
        self._hidden_names += 1
        return _written(redacted if self._hidden_names == 1 else f"{redacted} {self._hidden_names}")

    def _between(self, gap: str) -> None:
        """Write what stands between two texts; a number that holds a secret becomes a text."""
        self._parts.append(NUMBER.sub(lambda found: self._number(found[0]), gap))

    def _number(self, token: str) -> str:
        if self._own is not None and self._own(self._name, token):
            return token
        redacted = self._redact(token)
        return token if redacted == token else _written(redacted)


def _written(text: str) -> str:
    """Write a text as JSON; half a character, which no encoding knows, stays escaped."""
    written = json.dumps(text, ensure_ascii=False)
    try:
        written.encode()
    except UnicodeEncodeError:
        return json.dumps(text)
    return written


def _after_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at
