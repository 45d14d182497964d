"""XLSX by XlsxWriter, a row at a time: numbers are numbers, days are days, nothing is a formula.

An amount goes in as the decimal text of its kuruş, never as a float. What reads it back makes a float
of it: up to fifteen digits that float names the same kuruş again, and an amount with more is a text.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from services.domain.clock import ISTANBUL
from services.domain.money import Money
from services.tables.cells import Cell, looks_like_a_formula
from services.tables.csv_file import text_of
from services.tables.faults import FileFault, FileTrouble

MOST_ROWS = 1_048_575
"""Below the titles."""

_EXACT = 10**15
"""Whole numbers of fewer digits go through a float and back unharmed."""

_LONGEST_TEXT = 32_767
_MEASURED = 200
"""Rows by whose texts the columns are made as wide as they are."""

_WIDTHS = (8, 48)
_FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


class XlsxFile:
    """Writes rows into a file that is there already, one row in memory. Raises OSError, FileTrouble."""

    def __init__(self, path: Path, name: str, columns: Sequence[str]) -> None:
        self._path = path
        self._open = contextlib.ExitStack()
        scratch = self._open.enter_context(tempfile.TemporaryDirectory(prefix="refund-desk-"))
        options = {"constant_memory": True, "tmpdir": scratch, "default_date_format": "dd.mm.yyyy"}
        self._book = Workbook(str(path), options)
        self._sheet = self._book.add_worksheet(_sheet_name(name))
        self._widths = [_WIDTHS[0]] * len(columns)
        self._row = 0
        make = self._book.add_format
        self._money = make({"num_format": "#,##0.00;[Red]-#,##0.00"})  # 1.250,00 in Turkey
        self._instant = make({"num_format": "dd.mm.yyyy hh:mm:ss", "align": "left"})
        self._day = make({"num_format": "dd.mm.yyyy", "align": "left"})
        self._whole = make({"num_format": "0"})
        self._harmless = make({"quote_prefix": True})
        head = make({"bold": True, "bottom": 1})
        for column, title in enumerate(columns):
            self._sheet.write_string(0, column, title, head)
            self._measure(column, title)
        self._sheet.freeze_panes(1, 0)

    def write(self, cells: Sequence[Cell]) -> None:
        """Write one row."""
        self._row += 1
        if self._row > MOST_ROWS:
            raise FileTrouble(self._path, FileFault.TOO_MANY_ROWS)
        for column, cell in enumerate(cells):
            if cell is not None:
                self._put(column, cell)
            if self._row <= _MEASURED:
                self._measure(column, text_of(cell))

    def close(self) -> None:
        """Put the file together."""
        for column, width in enumerate(self._widths):
            self._sheet.set_column(column, column, width)
        if self._row:
            self._sheet.autofilter(0, 0, self._row, len(self._widths) - 1)
        try:
            self._book.close()
        except FileCreateError as error:
            cause = error.args[0] if error.args else None
            raise cause if isinstance(cause, OSError) else OSError(str(error)) from error
        finally:
            self._let_go()

    def drop(self) -> None:
        """Let go of it without putting it together; it is thrown away."""
        self._book.fileclosed = True  # else its end would complain that it was not closed
        self._let_go()

    def _let_go(self) -> None:
        # XlsxWriter closes the rows it keeps aside only when all goes well, and Windows removes no open file.
        self._sheet._opt_close()  # noqa: SLF001  there is no other way to it
        self._open.close()

    def _put(self, column: int, cell: Cell) -> None:
        row, sheet = self._row, self._sheet
        match cell:
            case Money() if abs(cell.kurus) < _EXACT:
                sheet.write_number(row, column, cell.decimal, self._money)
            case datetime():
                wall = cell.astimezone(ISTANBUL).replace(tzinfo=None, microsecond=0)
                sheet.write_datetime(row, column, wall, self._instant)
            case date():
                sheet.write_datetime(row, column, cell, self._day)
            case int() if abs(cell) < _EXACT:
                sheet.write_number(row, column, cell, self._whole)
            case str():
                text = cell if len(cell) <= _LONGEST_TEXT else f"{cell[: _LONGEST_TEXT - 1]}…"
                harmless = self._harmless if looks_like_a_formula(cell) else None
                sheet.write_string(row, column, text, harmless)
            case _:
                sheet.write_string(row, column, text_of(cell))

    def _measure(self, column: int, text: str) -> None:
        least, most = _WIDTHS
        self._widths[column] = max(self._widths[column], min(max(least, len(text) + 2), most))


def _sheet_name(name: str) -> str:
    return " ".join(name.translate(_FORBIDDEN_IN_NAMES).split())[:31] or "1"
