"""Bounds of an XLSX file, checked before a library reads it.

The library allocates every cell between the first and the last filled one: a file of 1,450 bytes with one
cell at XFD1048576 asked for 550 GB and ended the process. So each part is unpacked and read here as a
stream first, in time and memory that are linear in the part, and nothing of it is kept.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from services.tables.faults import FileFault, FileTrouble

MOST_BYTES = 200 * 2**20
"""Of a file, and of everything it unpacks to."""

MOST_ROWS = 1_000_000
MOST_COLUMNS = 500
MOST_CELLS = 10_000_000
"""Between the first filled cell of a sheet and the last one, empty ones included; some 320 MiB."""

_BLOCK = 2**18
_SHEETS = "xl/worksheets/"
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})", re.ASCII)
_FIRST_LETTER = ord("A") - 1


def require_bounds(path: Path) -> None:
    """Let pass a package whose parts are small enough to be read.

    Raises:
        FileTrouble: NOT_A_TABLE: broken, another kind of package, or XML with a document type or with cells
            that can't be placed. TOO_LARGE, TOO_MANY_COLUMNS, TOO_LONG, TOO_MANY_CELLS: beyond a bound;
            `detail` is the cell that is.
    """
    try:
        with zipfile.ZipFile(path) as package:
            parts = package.infolist()
            if not any(part.filename == "xl/workbook.xml" for part in parts):
                raise FileTrouble(path, FileFault.NOT_A_TABLE, "another kind of package")
            if sum(part.file_size for part in parts) > MOST_BYTES:
                raise FileTrouble(path, FileFault.TOO_LARGE)
            for part in parts:
                if part.filename.lower().endswith((".xml", ".rels")):
                    _read(path, package, part)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, expat.ExpatError) as error:
        # A wrong checksum, an unknown compression, a password, an end too soon, XML that is none.
        raise FileTrouble(path, FileFault.NOT_A_TABLE, f"a broken package: {type(error).__name__}") from error


def _read(path: Path, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Read one part to its end: what unpacks to more than it says is a wrong checksum there."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype(path)
    if part.filename.lower().startswith(_SHEETS):
        sheet = _Sheet(path)
        parser.StartElementHandler = sheet.begin
        parser.EndElementHandler = sheet.end
    with package.open(part) as stream:
        while block := stream.read(_BLOCK):
            parser.Parse(block, False)
    parser.Parse(b"", True)


def _refuse_doctype(path: Path) -> Callable[[str, str | None, str | None, bool], object]:
    def refuse(*_: object) -> NoReturn:
        raise FileTrouble(path, FileFault.NOT_A_TABLE, "XML with a document type")

    return refuse


class _Sheet:
    """The filled part of one sheet, as far as it has been read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._row = self._column = 0
        self._in_cell = False
        self._top: int | None = None
        self._left = self._right = self._bottom = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "row":
            self._begin_row(attributes.get("r"))
        elif kind == "c":
            self._begin_cell(attributes.get("r"))
        elif self._in_cell:
            self._in_cell = False  # one that holds something; a format alone fills nothing
            self._fill()

    def end(self, name: str) -> None:
        if name.rpartition(":")[2] == "c":
            self._in_cell = False

    def _begin_row(self, number: str | None) -> None:
        if number is not None and _REFERENCE.fullmatch(f"A{number}") is None:
            self._refuse(FileFault.NOT_A_TABLE, "a row without a readable number")
        self._row = self._row + 1 if number is None else int(number)
        self._column = 0

    def _begin_cell(self, reference: str | None) -> None:
        self._in_cell = True
        if reference is None:
            self._column += 1
            return
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            self._refuse(FileFault.NOT_A_TABLE, "a cell without a readable place")
        letters, digits = found.groups()
        self._column = 0
        for letter in letters:
            self._column = self._column * 26 + ord(letter) - _FIRST_LETTER
        self._row = int(digits)

    def _fill(self) -> None:
        row, column = self._row, self._column
        if self._top is None:
            self._top, self._bottom, self._left, self._right = row, row, column, column
        self._top, self._bottom = min(self._top, row), max(self._bottom, row)
        self._left, self._right = min(self._left, column), max(self._right, column)
        if column > MOST_COLUMNS:
            self._refuse(FileFault.TOO_MANY_COLUMNS)
        if row > MOST_ROWS:
            self._refuse(FileFault.TOO_LONG)
        if (self._bottom - self._top + 1) * (self._right - self._left + 1) > MOST_CELLS:
            self._refuse(FileFault.TOO_MANY_CELLS)

    def _refuse(self, fault: FileFault, detail: str = "") -> NoReturn:
        raise FileTrouble(self._path, fault, detail or f"{_letters(self._column)}{self._row}")


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(_FIRST_LETTER + 1 + letter) + letters
    return letters
