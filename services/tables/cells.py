"""A list that can leave the program: its columns and its rows, of cells that still know what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from services.domain.money import Money

Cell = str | Money | datetime | date | int | None
"""What can stand in a table. A `datetime` is an aware instant; what is given back is negative."""


class Form(Enum):
    """What kind of file; the value is how its name ends."""

    XLSX = "xlsx"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list as it stands on the screen, to be written down whole.

    Attributes:
        name: What the list is called there.
        columns: The titles, in the order of the screen.
        rows: Gives every row, also those that were never loaded, in the order of the screen. Called on a
            worker thread, once for each file; may raise a `ServiceError`.
        count: How many there are, where that is known beforehand.
    """

    name: str
    columns: tuple[str, ...]
    rows: Callable[[], Iterable[Sequence[Cell]]]
    count: int | None = None


_FORMULA_SIGNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_LINE_ENDS_AND_TABS = ("\t", "\r", "\n")


def looks_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet might calculate a text instead of showing it; some pass blanks before it by."""
    return text.startswith(_LINE_ENDS_AND_TABS) or text.lstrip().startswith(_FORMULA_SIGNS)
