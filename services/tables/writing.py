"""A list as a file of either kind, row by row."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from services.tables.cells import Cell, Form, Sheet
from services.tables.csv_file import CsvFile
from services.tables.faults import file_border
from services.tables.progress import Progress


class _Writer(Protocol):
    def write(self, cells: tuple[Cell, ...]) -> None: ...
    def close(self) -> None: ...
    def drop(self) -> None: ...


def write_rows(sheet: Sheet, part: Path, form: Form, progress: Progress) -> int:
    """Write a list into a file that is there already, and return how many rows it has.

    Raises:
        FileTrouble: It can't be written.
        Stopped: A person ended it.
    """
    progress.begin(sheet.count)
    with file_border(part):
        writer = _writer(sheet, part, form)
        try:
            for row in sheet.rows():
                writer.write(tuple(row))
                progress.advance()
        except BaseException:
            writer.drop()
            raise
        writer.close()
    return progress.done


def _writer(sheet: Sheet, part: Path, form: Form) -> _Writer:
    if form is Form.CSV:
        return CsvFile(part, sheet.columns)
    from services.tables.xlsx_file import XlsxFile  # noqa: PLC0415  slow to load, and not for the first search

    return XlsxFile(part, sheet.name, sheet.columns)
