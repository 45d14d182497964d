"""Money and dates as they are read and typed at a Turkish desk. Pure; no Qt."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime

from services.domain.clock import ISTANBUL
from services.domain.money import Money

_CLEAR = re.compile(r"([0-9]{1,3}(?:\.[0-9]{3})+,|[0-9]+,?)([0-9]{0,2})", re.ASCII)
_TURKISH_OR_ENGLISH = re.compile(r"([0-9]+)\.([0-9]{2,3})", re.ASCII)
_CURRENCY = re.compile(r"\s{0,40}(?:TL|₺)$", re.IGNORECASE)
_LIMIT = 12
"""The most digits of lira that are read: more is a slip of the scanner, not an amount."""


class AmbiguousAmount(ValueError):
    """The text can be read as two amounts; `readings` holds both, for the person to choose."""

    def __init__(self, text: str, readings: tuple[Money, Money]) -> None:
        super().__init__(text)
        self.readings = readings


def parse_amount(text: str) -> Money:
    """Read an amount of lira as typed at a Turkish desk; a trailing ``TL`` is let pass.

    ``1250``, ``1250,5`` and ``1.250,00`` have one reading. ``1.250`` and ``12.50`` have two, a
    hundred or a thousand times apart: we ask.

    Raises:
        AmbiguousAmount: Both readings are amounts.
        ValueError: It is no amount at all.
    """
    text = _CURRENCY.sub("", text.strip())
    if clear := _CLEAR.fullmatch(text):
        lira, kurus = clear[1].rstrip(",").replace(".", ""), clear[2]
        if bool(kurus) == clear[1].endswith(",") and len(lira) <= _LIMIT:
            return Money(int(lira) * 100 + int(kurus.ljust(2, "0")))
    if (doubtful := _TURKISH_OR_ENGLISH.fullmatch(text)) and len(doubtful[1]) <= _LIMIT:
        whole, rest = doubtful[1], doubtful[2]
        as_group = Money(int(whole + rest) * 100)
        as_kurus = Money(int(whole) * 100 + int(rest[:2]))
        raise AmbiguousAmount(text, (as_group, as_kurus))
    raise ValueError(f"not an amount: {text!r}")


def amount(value: Money) -> str:
    """Write ``1.250,00``, without the currency; the minus sign is a real one."""
    lira, kurus = divmod(abs(value.kurus), 100)
    sign = "\N{MINUS SIGN}" if value.kurus < 0 else ""
    return f"{sign}{lira:,}".replace(",", ".") + f",{kurus:02}"


def money(value: Money) -> str:
    """Write ``1.250,00 TL``; it never breaks across lines."""
    return f"{amount(value)}\N{NO-BREAK SPACE}TL"


def counted(number: int) -> str:
    """Write how many there are: ``12.345``."""
    return f"{number:,}".replace(",", ".")


def instant(at: datetime) -> str:
    """Write an aware instant as ``21.11.2026 18:34``, in Istanbul's time."""
    return at.astimezone(ISTANBUL).strftime("%d.%m.%Y %H:%M")


def instant_exact(at: datetime) -> str:
    """Write an aware instant to the second: ``21.11.2026 18:34:09``."""
    return at.astimezone(ISTANBUL).strftime("%d.%m.%Y %H:%M:%S")


def clock_time(at: datetime) -> str:
    """Write an aware instant's time of day: ``18:34``."""
    return at.astimezone(ISTANBUL).strftime("%H:%M")


def clock_time_exact(at: datetime) -> str:
    """Write an aware instant's time of day to the second: ``18:34:09``."""
    return at.astimezone(ISTANBUL).strftime("%H:%M:%S")


def day(of: date) -> str:
    """Write a day as ``21.11.2026``."""
    return of.strftime("%d.%m.%Y")


def plain(text: str, *, limit: int = 400) -> str:
    """Make a gateway's text fit to be shown: one line, printable, no tricks with direction, not endless.

    Control and format characters (bidi marks, zero-width ones) are dropped, white space is a space.
    For showing only: what is compared, copied or sent is the text itself.
    """
    seen = "".join(" " if letter.isspace() else letter for letter in text[: limit * 4])
    clean = "".join(letter for letter in seen if unicodedata.category(letter)[0] != "C").strip()
    return clean if len(clean) <= limit else clean[: limit - 1] + "…"


def tip(text: str) -> str:
    """Make a text fit for a tooltip: there Qt takes for markup whatever looks like it, a gateway's too."""
    if "<" not in text and "&" not in text:
        return text
    spelt = text.replace("&", "&amp;").replace("<", "&lt;")
    return f"<span>{spelt}</span>"
