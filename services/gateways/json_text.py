"""JSON read strictly, its numbers kept as they were written: no float, no rounding, nothing lost."""

from __future__ import annotations

import json
from typing import Any, NoReturn

JsonObject = dict[str, Any]
"""An object of an answer: its values are None, bool, str, `Number`, list and dict."""


class Unreadable(ValueError):
    """A text is not what it should be. The message says what, in our words, never in the text's own."""


class Number(str):
    """A number as the answer wrote it: ``1490``, ``2.250``. Not a text, though it can be shown as one."""

    __slots__ = ()


def read_object(text: str) -> JsonObject:
    """Read a text that is one JSON object.

    Raises:
        Unreadable: It is not; or a name stands twice in one object (which of the two is meant?), NaN or
            Infinity (no JSON), half a character (a lone surrogate: it can be neither stored nor shown).
    """
    try:
        value = _DECODER.decode(text)
        if "\\ud" in text.lower():
            as_text(value).encode()
    except Unreadable:
        raise
    except UnicodeEncodeError:
        raise Unreadable("half a character") from None
    except ValueError:
        raise Unreadable("not JSON") from None
    except RecursionError:
        raise Unreadable("nested too deep") from None
    if not isinstance(value, dict):
        raise Unreadable("not a JSON object")
    return value


def as_text(value: Any) -> str:
    """Write a value that was read here as JSON again; numbers as they came."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{as_text(name)}: {as_text(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_text, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Unreadable("a name stands twice")
    return found


def _constant(_: str) -> NoReturn:
    raise Unreadable("not a number")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_float=Number, parse_int=Number, parse_constant=_constant
)
