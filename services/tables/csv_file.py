"""CSV as a Turkish spreadsheet opens it with a double click: UTF-8 with its mark, semicolons, CRLF."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from services.domain.clock import ISTANBUL
from services.domain.money import Money
from services.tables.cells import Cell, looks_like_a_formula

_CELL_BEGINS = re.compile(r"([,;|\t\r\n][,;|\s\"]*+)([=+\-@＝＋－＠]?)")
"""Where a spreadsheet with other separators begins a cell, up to its first sign. A run is passed once."""


class CsvFile:
    """Writes rows into a file that is there already. Raises OSError."""

    def __init__(self, path: Path, columns: Sequence[str]) -> None:
        # The mark at the beginning tells a spreadsheet that it is no Windows-1254.
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._rows = csv.writer(self._file, delimiter=";", lineterminator="\r\n")
        self.write(columns)

    def write(self, cells: Sequence[Cell]) -> None:
        """Write one row."""
        self._rows.writerow([text_of(cell) for cell in cells])

    def close(self) -> None:
        """Write what is held back."""
        self._file.close()

    def drop(self) -> None:
        """Let go of the file; it is thrown away."""
        self._file.close()


def text_of(cell: Cell) -> str:
    """Write a cell: ``-1250,00`` without groups, ``21.11.2026 18:34:09`` in Istanbul's time.

    A text that a spreadsheet might calculate gets an apostrophe before it, as if typed there; so does what
    stands after a comma, a tab or a line end within a text, quotation marks between or not: a spreadsheet
    set to another country's separators begins a cell there.
    """
    match cell:
        case None:
            return ""
        case Money():
            return str(cell.decimal).replace(".", ",")
        case datetime():
            return cell.astimezone(ISTANBUL).strftime("%d.%m.%Y %H:%M:%S")
        case date():
            return cell.strftime("%d.%m.%Y")
        case int():
            return str(cell)
        case _:
            harmless = _CELL_BEGINS.sub(_with_apostrophe, cell)
            return f"'{harmless}" if looks_like_a_formula(cell) else harmless


def _with_apostrophe(begins: re.Match[str]) -> str:
    return f"{begins[1]}'{begins[2]}" if begins[2] else begins[1]
