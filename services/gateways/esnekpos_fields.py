"""One JSON object of an EsnekPOS answer, read field by field.

What a field holds decides what an unreadable one does to the rest:

- Money (`AMOUNT` of a payment, a movement, a seller's part) is never guessed and never dropped: an
  amount that is there and can't be read makes the whole answer unreadable.
- So do identity and structure: the reference, `TRANSACTIONS` and its ids, `SUB_MERCHANT_DETAILS`.
- Everything else (dates, texts, transfers) is decoration or has a designed way to be absent: it becomes
  None, and its value is kept in `extra` as it came, to be shown.

An empty text where an amount, a date or an object should be is kept in `extra` likewise, which is what
tells it from null.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from services.domain.clock import ISTANBUL, Instant
from services.domain.money import LARGEST, Money
from services.gateways.json_text import JsonObject, Number, Unreadable, as_text

_AMOUNT = re.compile(
    r"(?P<sign>-?)(?P<lira>[0-9]{1,3}(?:\.[0-9]{3}){1,4}|[0-9]{1,13}),(?P<kurus>[0-9]{2})", re.ASCII
)
_INSTANT = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}) (\d{1,2}):(\d{2}):(\d{2})", re.ASCII)
_NO_EXTRA: Mapping[str, str] = MappingProxyType({})


class Fields:
    """Takes fields out of one object; what nobody took is `extra`.

    Args:
        source: The object.
        documented: Every name the documents give for it; those not in it are `missing`.
    """

    def __init__(self, source: JsonObject, documented: frozenset[str]) -> None:
        self._left = dict(source)
        self._kept: JsonObject = {}
        self.missing = documented.difference(source)

    @property
    def extra(self) -> Mapping[str, str]:
        """What was not read, as JSON text, by its name."""
        rest = {**self._left, **self._kept}
        return MappingProxyType({name: as_text(item) for name, item in rest.items()}) if rest else _NO_EXTRA

    def text(self, name: str) -> str | None:
        """Take a text; a number is one too, as written. Anything else stays in `extra`."""
        value = self._left.pop(name, None)
        if value is None or type(value) is str:
            return value
        if isinstance(value, Number):
            return str(value)
        self._kept[name] = value
        return None

    def identity(self, name: str) -> str | None:
        """Take what identifies something; None when it is null or missing.

        Raises:
            Unreadable: Neither text nor number.
        """
        value = self._left.pop(name, None)
        if value is not None and not isinstance(value, str):
            raise Unreadable(f"{name} is neither text nor number")
        return None if value is None else str(value)

    def known(self, name: str) -> None:
        """Let go of a field whose whole meaning was read: it is not `extra`."""
        self._left.pop(name, None)

    def amount(self, name: str) -> Money | None:
        """Take an amount, which decides; None when it is null, empty or missing.

        Raises:
            Unreadable: It is there and is no amount.
        """
        value = self._left.pop(name, None)
        if value is None:
            return None
        if value == "" and type(value) is str:
            self._kept[name] = value
            return None
        return amount_of(value)

    def shown_amount(self, name: str) -> Money | None:
        """Take an amount that is only shown; None, and kept in `extra`, when it can't be read."""
        value = self._left.pop(name, None)
        try:
            return None if value is None else amount_of(value)
        except Unreadable:
            self._kept[name] = value
            return None

    def instant(self, name: str) -> Instant | None:
        """Take a date with time; None, and kept in `extra`, when it can't be read."""
        value = self._left.pop(name, None)
        found = _instant(value) if type(value) is str else None
        if found is None and value is not None:
            self._kept[name] = value
        return found

    def decoration(self, name: str) -> JsonObject | None:
        """Take an object that is only shown; ``"null"`` is null (S 001); anything else stays in `extra`."""
        value = self._left.pop(name, None)
        if isinstance(value, dict):
            return value
        if value not in (None, "null"):
            self._kept[name] = value
        return None

    def objects(self, name: str) -> list[JsonObject] | None:
        """Take a list of objects; None when it is null, ``"null"`` (S 001) or missing.

        Raises:
            Unreadable: Anything else.
        """
        value = self._left.pop(name, None)
        if value is None or value == "null":
            return None
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise Unreadable(f"{name} is no list of objects")
        return value


def amount_of(value: Any) -> Money:
    """Read ``"1250,00"``, ``"1.250,00"`` or ``"-151,25"``.

    Raises:
        Unreadable: Anything else, a JSON number and an amount without its kuruş included: a guess here
            would be a guess about money. Also more than `LARGEST`, which no sale has.
    """
    found = _AMOUNT.fullmatch(value) if type(value) is str else None
    if found is None:
        raise Unreadable("not an amount")
    amount = Money(int(found["lira"].replace(".", "")) * 100 + int(found["kurus"]))
    if amount > LARGEST:
        raise Unreadable("more than any sale has")
    return Money(-amount.kurus) if found["sign"] else amount


def _instant(text: str) -> Instant | None:
    """Read ``19.04.2020 18:34:35`` or ``4.05.2020 11:58:11``: Istanbul's time, no zone on the wire."""
    found = _INSTANT.fullmatch(text)
    if found is None:
        return None
    day, month, year, hour, minute, second = map(int, found.groups())
    try:
        local = datetime(year, month, day, hour, minute, second, tzinfo=ISTANBUL)
        return Instant(local.astimezone(UTC), text)
    except (ValueError, OverflowError):  # 31.02., or .NET's empty date 01.01.0001, which is before UTC begins
        return None
