"""A day's sheet put on paper, on whatever thread: laid out, as PDF, as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gui.day_end.sheet import sheet_blocks, sheet_foot, sheet_title
from gui.paper.blocks import Paper
from gui.paper.layout import Laid, lay_out
from gui.paper.pdf import pdf_of
from gui.paper.tongue import Tongue
from services.day_ends import DayOfMonth
from services.domain.day_sheet import DaySheet

if TYPE_CHECKING:
    from services.desk import Desk

_SHOWN = 60
"""How many rows of a list are shown in the window: more are read on paper."""


def look(desk: Desk, day: date | None) -> tuple[date, tuple[DayOfMonth, ...], DaySheet]:
    """On a worker: read a month and a day of it, and import Qt's printing for whoever shows it."""
    import PySide6.QtPrintSupport  # noqa: F401, PLC0415  only loaded here; used on the GUI thread

    day_ends = desk.office().day_ends
    today = day_ends.today()
    shown = min(day or today, today)
    return today, day_ends.month(shown), day_ends.sheet(shown)


def close_day(desk: Desk, day: date) -> DaySheet:
    """On a worker: close a day; see `DayEnds.close`."""
    return desk.office().day_ends.close(day)


def laid_sheet(sheet: DaySheet, paper: Paper, tongue: Tongue) -> Laid:
    """Lay a sheet out, on whatever thread."""
    return lay_out(sheet_blocks(sheet, paper, tongue), paper, foot=sheet_foot(sheet, tongue))


def previewed(sheet: DaySheet, paper: Paper, tongue: Tongue) -> Laid:
    """Lay out what the window shows: of a long day the beginning of each list, and how much follows.

    The time that a list takes grows with the square of its length. A whole one is for a worker.
    """
    return lay_out(sheet_blocks(sheet, paper, tongue, most=_SHOWN), paper, foot=sheet_foot(sheet, tongue))


def sheet_paper(desk: Desk, sheet: DaySheet, paper: Paper, language: str) -> bytes:
    """Return a sheet as PDF; of a closed day, what was made first. On a worker.

    Raises:
        NotAllowed, LedgerUnavailable: See `DayEnds.paper`.
    """

    def make() -> bytes:
        tongue = Tongue(language)
        at = sheet.closing.at if sheet.closing else sheet.made_at
        return pdf_of(laid_sheet(sheet, paper, tongue), title=sheet_title(sheet, tongue), at=at)

    return desk.office().day_ends.paper(sheet, f"{paper.value}-{language}", make)


def save_sheet(desk: Desk, sheet: DaySheet, file: Path, paper: Paper, language: str) -> Path:
    """Write a sheet as PDF: whole or not at all. On a worker.

    Raises:
        NotAllowed, LedgerUnavailable: See `DayEnds.paper`.
        FileTrouble: It can't be written.
    """
    from services.tables.aside import write_whole  # noqa: PLC0415  on the worker

    write_whole(file, sheet_paper(desk, sheet, paper, language))
    return file
