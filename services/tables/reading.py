"""Reads a CSV or XLSX file row by row, whatever program wrote it. Nothing in it is believed or calculated.

XLSX is read by calamine, after `xlsx_bounds` has seen that it will not ask for more memory than there is.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path
from typing import TextIO

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from services.tables.cells import Form
from services.tables.faults import FileFault, FileTrouble, file_border
from services.tables.xlsx_bounds import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, require_bounds

RawCell = str | int | float | bool | date | time | timedelta
"""A cell as the file has it; empty ones are empty texts. A number of a spreadsheet is a float in the file."""

_LONGEST_LINE = 1_000_000
"""Of a CSV file, in characters."""

_BLOCK = 2**20
_ZIP, _OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DELIMITERS = ";\t,"


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file that turned out to be a table.

    Attributes:
        encoding: Of a CSV file; Windows-1254 is what is left when it is no Unicode.
        delimiter: Of a CSV file.
    """

    path: Path
    form: Form
    encoding: str = ""
    delimiter: str = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row.

    Attributes:
        number: As a spreadsheet counts it, from 1.
        cells: None where its quotation marks make it unreadable.
    """

    number: int
    cells: tuple[RawCell, ...] | None


def recognise(path: Path) -> TableFile:
    """Say what a file is: by what is in it, not by its name.

    Raises:
        FileTrouble: NOT_A_TABLE, EMPTY, LONG_LINE, a bound of `xlsx_bounds`, or it can't be read.
    """
    with file_border(path):
        if path.stat().st_size > MOST_BYTES:
            raise FileTrouble(path, FileFault.TOO_LARGE)
        with path.open("rb") as file:
            start = file.read(4)
        if start == _ZIP:
            require_bounds(path)
            return TableFile(path, Form.XLSX)
        if start == _OLD_EXCEL:
            raise FileTrouble(path, FileFault.NOT_A_TABLE, "an XLS of before 2007, or one with a password")
        encoding = _encoding(path, start)
        return TableFile(path, Form.CSV, encoding, _delimiter(path, encoding))


def rows(table: TableFile) -> Iterator[RawRow]:
    """Read every row that is not empty, the titles among them, one at a time.

    Raises:
        FileTrouble: It can't be read; TOO_LONG, TOO_MANY_COLUMNS, LONG_LINE: beyond a bound.
    """
    with file_border(table.path):
        for row in _xlsx_rows(table.path) if table.form is Form.XLSX else _csv_rows(table):
            if row.number > MOST_ROWS:
                raise FileTrouble(table.path, FileFault.TOO_LONG)
            if row.cells is not None and len(row.cells) > MOST_COLUMNS:
                raise FileTrouble(table.path, FileFault.TOO_MANY_COLUMNS)
            if row.cells is None or any(cell not in ("", None) for cell in row.cells):
                yield row


def _csv_rows(table: TableFile) -> Iterator[RawRow]:
    with table.path.open(encoding=table.encoding, errors="replace", newline="") as file:
        reader, number = csv.reader(_lines(table.path, file), delimiter=table.delimiter, strict=True), 0
        while True:
            number += 1
            try:
                yield RawRow(number, tuple(next(reader)))
            except StopIteration:
                return
            except csv.Error:
                yield RawRow(number, None)


def _lines(path: Path, file: TextIO) -> Iterator[str]:
    """Give a text's lines, each with its end; one without an end in sight is never read whole."""
    while line := file.readline(_LONGEST_LINE + 1):
        if len(line) > _LONGEST_LINE:
            raise FileTrouble(path, FileFault.LONG_LINE)
        yield line


def _xlsx_rows(path: Path) -> Iterator[RawRow]:
    try:
        with closing(CalamineWorkbook.from_path(path)) as book:
            names = [
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
            ]
            if not names:
                raise FileTrouble(path, FileFault.EMPTY)
            sheet = book.get_sheet_by_name(names[0])
            if sheet.start is None:
                return
            for number, cells in enumerate(sheet.iter_rows(), start=1):
                yield RawRow(number, tuple(cells))
    except CalamineError as error:
        raise FileTrouble(path, FileFault.NOT_A_TABLE, type(error).__name__) from error


def _encoding(path: Path, start: bytes) -> str:
    if start.startswith(_UTF16):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    unicode = True
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            if b"\0" in block:
                raise FileTrouble(path, FileFault.NOT_A_TABLE, "no text")
            try:
                decoder.decode(block)
            except UnicodeDecodeError:
                unicode = False
                break
        else:
            try:
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                unicode = False
    return "utf-8-sig" if unicode else "cp1254"


def _delimiter(path: Path, encoding: str) -> str:
    """Return what stands most often in the titles; a semicolon where there is but one column."""
    with path.open(encoding=encoding, errors="replace", newline="") as file:
        for line in _lines(path, file):
            if line.strip():
                return max(_DELIMITERS, key=line.count)
    raise FileTrouble(path, FileFault.EMPTY)
