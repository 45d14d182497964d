"""What the cells of a row mean. Nothing is guessed: what has two readings is a fault, said as one.

A spreadsheet keeps a number as a binary fraction of fifteen certain digits. Read by those, an amount is
the one that was typed; a third decimal is a fault, not rounded away.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from services.domain.clock import ISTANBUL
from services.domain.identity import line_identity
from services.domain.money import Money
from services.intake.columns import DecimalMark
from services.intake.faults import Bad, Fault
from services.tables.cells import looks_like_a_formula
from services.tables.reading import RawCell

GUID = re.compile(r"[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}", re.ASCII)

_CERTAIN_DIGITS = 15
_MOST_LIRA_DIGITS = 12
_DECIMALS = 2
_OLDEST = datetime(2000, 1, 1, tzinfo=UTC)
_CURRENCY = re.compile(r"^(?:TL|TRY|₺)\s*|\s{0,40}(?:TL|TRY|₺)$", re.IGNORECASE)
_OTHER_CURRENCY = re.compile(r"[$€£¥]|\b(?:USD|EUR|GBP|CHF)\b", re.IGNORECASE)
_MINUS = re.compile(r"[-\N{MINUS SIGN}\N{EN DASH}](?=.)|\(.*\)$")
_GROUPS = {DecimalMark.COMMA: ".", DecimalMark.POINT: ","}
_AMOUNTS = {
    mark: (
        re.compile(
            rf"\d+|(?:\d+|\d{{1,3}}(?:[{group}]\d{{3}})+)[{mark.value}]\d+|\d{{1,3}}(?:[{group}]\d{{3}}){{2,}}",
            re.ASCII,
        ),
        re.compile(rf"\d+[{group}]\d{{1,3}}", re.ASCII),
    )
    for mark, group in _GROUPS.items()
}
"""What has one reading, and what has two: ``1.250`` may be a thousand or a little more than one."""

_SCIENTIFIC = re.compile(r"[0-9](?:[.,][0-9]+)?E\+?[0-9]+", re.IGNORECASE)
_ERRORS = re.compile(
    r"#(?:N/A|NAME\?|NULL!|NUM!|REF!|VALUE!|DIV/0!|YOK|AD\?|BOŞ!|SAYI!|BAŞV!|DEĞER!|SAYI/0!|#+)"
)
_TURKISH_MOMENT = re.compile(
    r"(?P<d>\d{1,2})(?P<mark>[./-])(?P<m>\d{1,2})(?P=mark)(?P<y>\d{4})"
    r"(?:[ T]+(?P<H>\d{1,2})[:.](?P<M>\d{2})(?:[:.](?P<S>\d{2}))?)?",
    re.ASCII,
)
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_ISO_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,6})?(Z|[+-]\d{2}:?\d{2})?", re.ASCII
)


def text_in(cell: RawCell, *, longest: int) -> str:
    """Return a text, trimmed; a whole number of a spreadsheet is one too.

    Raises:
        Bad: It can't be one.
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise Bad(Fault.WRONG_KIND)
    if not isinstance(cell, str):
        number = _certain(cell)
        if number != number.to_integral_value():
            raise Bad(Fault.WRONG_KIND)
        if abs(number) >= 10**_CERTAIN_DIGITS:
            raise Bad(Fault.DIGITS_LOST)
        return str(int(number))
    if looks_like_a_formula(cell):
        raise Bad(Fault.FORMULA)
    text = _seen(cell)
    if _SCIENTIFIC.fullmatch(text):
        raise Bad(Fault.DIGITS_LOST)
    if looks_like_a_formula(text):
        raise Bad(Fault.FORMULA)
    if len(text) > longest:
        raise Bad(Fault.TOO_LONG)
    return text


def guid_in(cell: RawCell) -> str:
    """Return a `PYSiparis_GUID`, in upper case.

    Raises:
        Bad: It is none.
    """
    if not isinstance(cell, str):
        raise Bad(Fault.NOT_A_GUID)
    guid = line_identity(_seen(cell))
    if GUID.fullmatch(guid) is None:
        raise Bad(Fault.NOT_A_GUID)
    return guid


def amount_in(cell: RawCell, mark: DecimalMark) -> Money:
    """Return an amount of lira, zero or more.

    Raises:
        Bad: It is none, or has two readings.
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise Bad(Fault.NOT_AN_AMOUNT)
    amount = _typed_amount(_seen(cell), mark) if isinstance(cell, str) else _certain(cell)
    if amount < 0:
        raise Bad(Fault.NEGATIVE)
    if amount >= 10**_MOST_LIRA_DIGITS:
        raise Bad(Fault.TOO_MUCH)
    kurus = amount.scaleb(2)
    if kurus != kurus.to_integral_value():
        raise Bad(Fault.TOO_MANY_DECIMALS)
    return Money(int(kurus))


def moment_in(cell: RawCell, *, now: datetime) -> datetime:
    """Return when something was sold, as it was on the wall in Istanbul; aware, UTC.

    Raises:
        Bad: It is no moment that a sale can have.
    """
    if isinstance(cell, datetime):
        at = cell.replace(tzinfo=ISTANBUL)
    elif isinstance(cell, date):
        raise Bad(Fault.NO_TIME)
    elif isinstance(cell, str):
        try:
            at = _typed_moment(_seen(cell))
        except ValueError:
            raise Bad(Fault.NOT_A_MOMENT) from None
    else:
        raise Bad(Fault.NOT_A_MOMENT)
    try:
        at = at.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        raise Bad(Fault.TOO_OLD) from None
    if at > now:
        raise Bad(Fault.IN_THE_FUTURE)
    if at < _OLDEST:
        raise Bad(Fault.TOO_OLD)
    return at


def shown(cell: RawCell) -> str:
    """Return what stands in a cell, cut short, for the list of bad rows."""
    if isinstance(cell, datetime):
        return cell.strftime("%d.%m.%Y %H:%M:%S")
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    if isinstance(cell, time | timedelta | bool):
        return str(cell)
    if isinstance(cell, str):
        return cell[:80]
    return format(_certain(cell), "f")[:80]


def _seen(cell: str) -> str:
    """Return a text that is there and can be read, trimmed."""
    text = cell.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ").strip(" ")
    if not text:
        raise Bad(Fault.MISSING)
    if "\N{REPLACEMENT CHARACTER}" in text:
        raise Bad(Fault.BAD_LETTERS)
    if _ERRORS.fullmatch(text):
        raise Bad(Fault.ERROR_VALUE)
    if not text.isprintable():
        raise Bad(Fault.CONTROL_CHARACTERS)
    return text


def _certain(number: float) -> Decimal:
    return Decimal(format(number, f".{_CERTAIN_DIGITS}g")) if isinstance(number, float) else Decimal(number)


def _typed_amount(text: str, mark: DecimalMark) -> Decimal:
    if _OTHER_CURRENCY.search(text):
        raise Bad(Fault.OTHER_CURRENCY)
    text = _CURRENCY.sub("", text)
    if _MINUS.match(text):
        raise Bad(Fault.NEGATIVE)
    clear, doubtful = _AMOUNTS[mark]
    if clear.fullmatch(text):
        if len(text.partition(mark.value)[2]) > _DECIMALS:  # 12,500 may be twelve thousand, written elsewhere
            raise Bad(Fault.TOO_MANY_DECIMALS)
        return Decimal(text.replace(_GROUPS[mark], "").replace(mark.value, "."))
    if doubtful.fullmatch(text):
        raise Bad(Fault.AMBIGUOUS_AMOUNT)
    raise Bad(Fault.DIGITS_LOST if _SCIENTIFIC.fullmatch(text) else Fault.NOT_AN_AMOUNT)


def _typed_moment(text: str) -> datetime:
    """Read a day and a time; ValueError for what looks like one and is on no calendar."""
    if iso := _ISO_MOMENT.fullmatch(text):
        at = datetime.fromisoformat(f"{iso[1]}T{iso[2]}{iso[3] or ''}")
        return at if at.tzinfo else at.replace(tzinfo=ISTANBUL)
    if _ISO_DAY.fullmatch(text):
        raise Bad(Fault.NO_TIME)
    found = _TURKISH_MOMENT.fullmatch(text)
    if found is None:
        raise Bad(Fault.NOT_A_MOMENT)
    day = date(int(found["y"]), int(found["m"]), int(found["d"]))
    if found["mark"] != "." and day.day != day.month and day.day <= 12:  # noqa: PLR2004  it may be the month
        raise Bad(Fault.AMBIGUOUS_DAY)
    if found["H"] is None:
        raise Bad(Fault.NO_TIME)
    clock = time(int(found["H"]), int(found["M"]), int(found["S"] or 0))
    return datetime.combine(day, clock, ISTANBUL)
