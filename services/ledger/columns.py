"""How the domain's values lie in columns: kuruş as integers, instants as sortable text, words as text.

The tables are STRICT: SQLite itself refuses a fraction of a kuruş.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from enum import Enum
from typing import Any, TypeVar

from services.domain.errors import InputProblem, InvalidInput
from services.domain.money import LARGEST, Money

T = TypeVar("T")

Value = Money | datetime | Enum | bool | int | str | bytes | None
"""What may be put into a column. No float ever is."""

Stored = int | str | bytes | None
"""The same as SQLite has it."""


def stored(value: Value, name: str = "text") -> Stored:
    """Write a value as it lies in a column.

    Args:
        value: What is written, or searched for.
        name: What it is called where it can't be.

    Raises:
        InvalidInput: NOT_PRINTABLE: a text with half a character (a lone surrogate), which no file can hold.
            What a gateway answers never has one here, so it was typed.
        ValueError: An amount that no sale has, or an instant without its zone.
        TypeError: No column takes such a thing.
    """
    if isinstance(value, str):
        utf8(value, name)
        return value
    if value is None or isinstance(value, bytes):
        return value
    if isinstance(value, Money):
        if abs(value) > LARGEST:
            raise ValueError(f"no such amount of money: {value}")
        return value.kurus
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, datetime):
        return utc_text(value)
    if isinstance(value, int):
        return int(value)  # yes and no as 1 and 0
    raise TypeError(f"no column takes a {type(value).__name__}")


def utf8(text: str, name: str) -> bytes:
    """Write a text as bytes; InvalidInput for one with half a character."""
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise InvalidInput(name, InputProblem.NOT_PRINTABLE) from None


def utc_text(value: datetime) -> str:
    """Write an instant as ``2020-04-19T15:34:35.000000+00:00``: its order as text is its order in time.

    ValueError for one without a zone.
    """
    if value.tzinfo is None:
        raise ValueError("an instant must be aware of its zone")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


def read(kind: Callable[[Any], T], value: Any) -> T | None:
    """Read a column that may be empty: `Money`, an enum, `bool`, `instant`."""
    return None if value is None else kind(value)


def instant(text: str) -> datetime:
    """Read an instant back, in UTC."""
    return datetime.fromisoformat(text)


def listed(words: Iterable[Enum]) -> str:
    """Name words of ours in a statement: ``'armed', 'sent'``."""
    return ", ".join(f"'{word.value}'" for word in words)
