"""How the domain's values lie in columns: kuruş as integers, instants as sortable text, words as text.

The tables are STRICT: SQLite itself refuses a fraction of a kuruş.
"""

from __future__ import annotations

from datetime import UTC, datetime
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy import Dialect, Integer, Text
from sqlalchemy.types import TypeDecorator

from services.domain.money import Money

E = TypeVar("E", bound=Enum)

LARGEST = Money(2**53 - 1)
"""90 trillion lira; more is a mistake. An integer up to here survives every tool that reads the file."""


class Kurus(TypeDecorator[Money]):
    """`Money` as a whole number of kuruş."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:  # noqa: ARG002  SQLAlchemy's signature
        """Raise ValueError for an amount that no sale has."""
        if value is None:
            return None
        if abs(value) > LARGEST:
            raise ValueError(f"no such amount of money: {value}")
        return value.kurus

    def process_result_value(self, value: int | None, dialect: Dialect) -> Money | None:  # noqa: ARG002  SQLAlchemy's signature
        """Read it back."""
        return None if value is None else Money(value)


class Utc(TypeDecorator[datetime]):
    """An aware instant as ``2020-04-19T15:34:35.000000+00:00``: its order as text is its order in time."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's signature
        """Raise ValueError for an instant without a zone."""
        return None if value is None else utc_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002  SQLAlchemy's signature
        """Read it back, in UTC."""
        return None if value is None else datetime.fromisoformat(value)


def utc_text(value: datetime) -> str:
    """Write an instant as it lies in a column. ValueError for one without a zone."""
    if value.tzinfo is None:
        raise ValueError("an instant must be aware of its zone")
    return value.astimezone(UTC).isoformat(timespec="microseconds")


class Word(TypeDecorator[E]):
    """A member of an enum as the text of its value."""

    impl = Text
    cache_ok = True

    def __init__(self, words: type[E]) -> None:
        super().__init__()
        self.words = words

    def process_bind_param(self, value: E | None, dialect: Dialect) -> str | None:  # noqa: ARG002  SQLAlchemy's signature
        """Write its value."""
        return None if value is None else str(value.value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> E | None:  # noqa: ARG002  SQLAlchemy's signature
        """Read it back; a value that is no member of the enum can't be in the column (CHECK)."""
        return None if value is None else self.words(value)


class Flag(TypeDecorator[bool]):
    """Yes or no as 1 or 0; STRICT tables know no BOOLEAN."""

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: ARG002, FBT001  SQLAlchemy's signature
        """Write it."""
        return None if value is None else int(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:  # noqa: ARG002  SQLAlchemy's signature
        """Read it back."""
        return None if value is None else bool(value)
