"""Reads a CSV or XLSX file row by row, whatever program wrote it. Nothing in it is believed or calculated.

XLSX is read by calamine, which expands no XML entities; how large the file unpacks to is looked at first.
"""

from __future__ import annotations

import codecs
import csv
import zipfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from services.tables.cells import Form
from services.tables.faults import FileFault, FileTrouble, file_border

RawCell = str | int | float | bool | date | time | timedelta
"""A cell as the file has it; empty ones are empty texts. A number of a spreadsheet is a float in the file."""

_LARGEST = 512 * 2**20
"""Bytes, unpacked."""

_MOST_ROWS = 1_048_576
_MOST_COLUMNS = 200
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
        FileTrouble: NOT_A_TABLE, EMPTY, TOO_LARGE, or it can't be read.
    """
    with file_border(path):
        if path.stat().st_size > _LARGEST:
            raise FileTrouble(path, FileFault.TOO_LARGE)
        with path.open("rb") as file:
            start = file.read(4)
        if start == _ZIP:
            _require_fit(path)
            return TableFile(path, Form.XLSX)
        if start == _OLD_EXCEL:
            raise FileTrouble(path, FileFault.NOT_A_TABLE, "an XLS of before 2007, or one with a password")
        encoding = _encoding(path, start)
        return TableFile(path, Form.CSV, encoding, _delimiter(path, encoding))


def rows(table: TableFile) -> Iterator[RawRow]:
    """Read every row that is not empty, the titles among them, one at a time.

    Raises:
        FileTrouble: It can't be read; TOO_LARGE: more rows or columns than a spreadsheet has.
    """
    with file_border(table.path):
        for row in _xlsx_rows(table.path) if table.form is Form.XLSX else _csv_rows(table):
            if row.number > _MOST_ROWS or (row.cells is not None and len(row.cells) > _MOST_COLUMNS):
                raise FileTrouble(table.path, FileFault.TOO_LARGE)
            if row.cells is None or any(cell not in ("", None) for cell in row.cells):
                yield row


def _csv_rows(table: TableFile) -> Iterator[RawRow]:
    with table.path.open(encoding=table.encoding, errors="replace", newline="") as file:
        reader, number = csv.reader(file, delimiter=table.delimiter, strict=True), 0
        while True:
            number += 1
            try:
                yield RawRow(number, tuple(next(reader)))
            except StopIteration:
                return
            except csv.Error:
                yield RawRow(number, None)


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


def _require_fit(path: Path) -> None:
    """Look at what a package says it unpacks to, before anything unpacks it."""
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
    except zipfile.BadZipFile as error:
        raise FileTrouble(path, FileFault.NOT_A_TABLE, "a broken package") from error
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise FileTrouble(path, FileFault.NOT_A_TABLE, "another kind of package")
    if sum(part.file_size for part in parts) > _LARGEST:
        raise FileTrouble(path, FileFault.TOO_LARGE)


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
        for line in file:
            if line.strip():
                return max(_DELIMITERS, key=line.count)
    raise FileTrouble(path, FileFault.EMPTY)
