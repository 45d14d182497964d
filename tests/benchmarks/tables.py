"""A hundred thousand rows out and in, as CSV and XLSX; beside a plain script that does the same."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from tests.benchmarks.journal import FOLDER
from tests.benchmarks.measure import Comparison, in_turn
from tests.benchmarks.programs import said_by

ROUNDS = 3
ROWS = 100_000
MOST_GROWN = 100.0
"""MiB that taking in or writing out may cost at its peak."""

_YARDSTICKS = {
    "csv out": "csv.writer",
    "xlsx out": "XlsxWriter, all texts",
    "csv in": "csv.reader into one table of sqlite3",
    "xlsx in": "calamine into one table of sqlite3",
}
_LIMITS = {"csv out": 4.0, "xlsx out": 3.0, "csv in": 40.0, "xlsx in": 40.0}
"""Taking in judges every cell, compares with the ledger and keeps what the search needs."""

Told = dict[str, float]


def compare(*, rounds: int = ROUNDS, rows: int = ROWS) -> list[Comparison]:
    FOLDER.mkdir(exist_ok=True)
    found = []
    with tempfile.TemporaryDirectory(dir=FOLDER) as name:
        for what in _YARDSTICKS:
            run = partial(_run, Path(name), rows)
            ours, plain = in_turn(partial(run, what), partial(run, f"plain {what}"), rounds=rounds, warm_up=0)
            found += _compared(what, rows, ours, plain)
    return found


def _compared(what: str, rows: int, ours: list[Told], plain: list[Told]) -> list[Comparison]:
    name = f"{rows:,} rows, {what}"
    took = Comparison(
        what=name,
        yardstick=_YARDSTICKS[what],
        unit="s",
        ours=[told["seconds"] for told in ours],
        theirs=[told["seconds"] for told in plain],
        limit=_LIMITS[what],
    )
    if not all("grown" in told for told in ours):
        return [took]
    grown = Comparison(
        what=f"{name}: memory grown at its peak",
        yardstick="what is allowed",
        unit="MiB",
        ours=[told["grown"] for told in ours],
        theirs=[MOST_GROWN for _ in ours],
        limit=1,
    )
    return [took, grown]


def _run(folder: Path, rows: int, what: str) -> Told:
    told: Told = said_by("table_program", what, str(rows), str(folder), compiled=folder / "compiled")
    return told
