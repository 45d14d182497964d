"""Takes secrets out of text before it is kept or shown.

By field name, whatever the value; and by value wherever it stands, for secrets of 8 characters or
more (shorter ones, as Param's published ``Test``, are words that stand in any text). Both are found
plain, and as XML, URLs and JSON spell them, in any mixture of these, several times over.

JSON stays JSON of the same shape, so that an answer can be read again: see `json_redaction`. Time is
linear in the text, whatever the text: `re` holds every thread of the program while it searches, so each
pattern here has a bounded width and nothing to take back, and everything else is one pass.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from services.domain.account import EsnekPosSecrets, ParamSecrets, Secrets
from services.domain.escapes import Reading, readings
from services.gateways.json_redaction import rewritten

HIDDEN = "***"
"""What stands where a secret stood."""

SHORTEST = 8
"""The length from which a secret is looked for by value."""

_FIELDS = ("merchant_key", "client_username", "client_password", "guid")
"""What the gateways call their secrets, in lower case. `CLIENT_CODE` and `MERCHANT` are identifiers."""

NAME = re.compile("|".join(_FIELDS))
BRACKET = re.compile("[<>]")
CLOSING = re.compile(rf"</(?:[\w.-]{{1,64}}:)?(?:{'|'.join(_FIELDS)})\s{{0,64}}>")

_LONGEST_PREFIX = 64
_IN_PREFIXES = str.maketrans("_.-", "aaa")
_QUOTES = frozenset("\"'")
_ENDS = {":": frozenset('"\\,}]'), "=": frozenset("&<>\"'")}
"""What ends a value without quotes, besides a space: as JSON writes it, and as forms do."""

_BRACKETS = {"{": "}", "[": "]"}

Span = tuple[int, int]
Own = Callable[[str, str], bool]
"""Whether a field of this name may say this, or may be called so where the name is empty: it is the
gateway's own word, and no secret."""


class Redactor:
    """Takes one account's secrets out of texts. Holds them; lives as long as one call.

    Args:
        secrets: Whose; None looks by field name alone.
        own: What stays as it is in JSON.
    """

    def __init__(self, secrets: Secrets | None = None, *, own: Own | None = None) -> None:
        self._values = sorted({form for value in _values(secrets) for form in _forms(value)})
        self._own = own

    def __repr__(self) -> str:
        return "Redactor()"

    def __call__(self, text: str) -> str:
        """Return the text with `HIDDEN` in the place of every secret."""
        if not self._may_hold_one(text):
            return text
        if text.lstrip()[:1] in _BRACKETS:
            written = rewritten(text, self, is_secret=_is_secret, own=self._own, hidden=HIDDEN)
            if written is not None:
                return written
        return self._plain(text)

    def _may_hold_one(self, text: str) -> bool:
        """Whether it is worth a closer look: most texts are not."""
        folds = [_folded(reading.text) for reading in readings(text)]
        return any(word in fold for fold in folds for word in (*_FIELDS, *self._values))

    def _plain(self, text: str) -> str:
        """Hide what is found in any reading of a text that is no JSON."""
        spans: list[Span] = []
        for reading in readings(text):
            fold = _folded(reading.text)
            found = [*_by_name(text, reading, fold), *self._by_value(fold)]
            spans += [(reading.source(begin), reading.source(end)) for begin, end in found]
        return _without(text, spans)

    def _by_value(self, fold: str) -> list[Span]:
        spans = []
        for value in self._values:
            at = fold.find(value)
            while at >= 0:
                spans.append((at, at + len(value)))
                at = fold.find(value, at + len(value))
        return spans


def _is_secret(name: str) -> bool:
    return _folded(name) in _FIELDS


def _by_name(text: str, reading: Reading, fold: str) -> list[Span]:
    """Find the values of secret fields; what was hidden is not searched again."""
    spans: list[Span] = []
    at = 0
    while found := NAME.search(fold, at):
        begin, at = found.span()
        if _is_part_of_a_word(fold, begin, at):
            continue
        span = _element(fold, begin, at) or _assigned(text, reading, fold, begin, at)
        if span is not None:
            spans.append(span)
            at = max(at, span[1])
    return spans


def _element(fold: str, begin: int, end: int) -> Span | None:
    """The inside of ``<p:NAME a="b">value</p:NAME>``, to the end of the text where that is cut short."""
    if fold[begin - 1 : begin] == ":":
        first = fold.rfind("<", max(0, begin - _LONGEST_PREFIX), begin) + 1
        prefix = fold[first : begin - 1].translate(_IN_PREFIXES)
        begin = first if prefix.isalnum() else begin
    if fold[begin - 1 : begin] != "<":
        return None
    bracket = BRACKET.search(fold, end)
    if bracket is None or bracket[0] == "<" or fold[bracket.start() - 1] == "/":
        return None
    closing = CLOSING.search(fold, bracket.end())
    return bracket.end(), closing.start() if closing else len(fold)


def _assigned(text: str, reading: Reading, fold: str, begin: int, end: int) -> Span | None:
    """The value of ``"NAME": "value"``, ``"NAME": value``, ``NAME="value"`` or ``NAME=value``."""
    quoted = fold[begin - 1 : begin] in _QUOTES and fold[end : end + 1] in _QUOTES
    at = _after_space(fold, end + quoted)
    sign = fold[at : at + 1]
    if sign != "=" and not (sign == ":" and quoted):
        return None
    at = _after_space(fold, at + 1)
    first = fold[at : at + 1]
    if first in _QUOTES:
        return at + 1, _closing_quote(text, reading, fold, at)
    if first in _BRACKETS:
        close = fold.find(_BRACKETS[first], at)
        return at, len(fold) if close < 0 else close + 1
    stop = at
    while stop < len(fold) and not fold[stop].isspace() and fold[stop] not in _ENDS[sign]:
        stop += 1
    return at, stop


def _closing_quote(text: str, reading: Reading, fold: str, at: int) -> int:
    """Where the quote ends that begins there: at the next that is spelled alike, or with the text."""
    spelled = text[reading.source(at) : reading.source(at + 1)]
    close = fold.find(fold[at], at + 1)
    while close >= 0 and text[reading.source(close) : reading.source(close + 1)] != spelled:
        close = fold.find(fold[at], close + 1)
    return len(fold) if close < 0 else close


def _after_space(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


def _is_part_of_a_word(text: str, begin: int, end: int) -> bool:
    around = text[begin - 1 : begin] if begin else "", text[end : end + 1]
    return any(sign.isalnum() or sign == "_" for sign in around)


def _without(text: str, spans: list[Span]) -> str:
    parts: list[str] = []
    end = 0
    for begin, stop in sorted(spans):
        if stop <= end or begin == stop:
            continue
        if begin > end or not parts:
            parts += text[end:begin], HIDDEN
        end = stop
    return "".join([*parts, text[end:]])


def _folded(text: str) -> str:
    """Small letters, sign for sign; a plus is a space, as forms write it."""
    return text.replace("İ", "i").lower().replace("ς", "σ").replace("+", " ")


def _values(secrets: Secrets | None) -> tuple[str, ...]:
    match secrets:
        case EsnekPosSecrets():
            return (secrets.merchant_key,)
        case ParamSecrets():
            return (secrets.username, secrets.password, secrets.guid)
        case None:
            return ()


def _forms(value: str) -> list[str]:
    """What a value is found as: itself, without the padding of base64, and as its own escapes read."""
    forms = [value, value.rstrip("="), *(reading.text for reading in readings(value))]
    return [_folded(form) for form in forms if len(form) >= SHORTEST]
