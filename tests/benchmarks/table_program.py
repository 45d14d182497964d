"""One list written or one file taken in, in a process of its own; prints how long, and what memory it took.

`python -m tests.benchmarks.table_program WHAT ROWS FOLDER`
"""

from __future__ import annotations

import csv
import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook
from xlsxwriter import Workbook

from services.domain.account import Account, Environment, GatewayName
from services.domain.audit import AuditKey
from services.domain.clock import ISTANBUL, SystemClock
from services.domain.money import Money
from services.exports import Exports
from services.intake.columns import TITLES
from services.intake.faults import Field
from services.intake.imports import Imports
from services.ledger.accounts import Accounts
from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.intake import OrderIntake
from services.ledger.operators import Register
from services.ledger.settings import SettingsBook
from services.seat import Seat
from services.tables.cells import Cell, Form, Sheet
from services.tables.progress import Progress
from tests.builders import AnOwnerSits

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
HEAD = tuple(TITLES[field][0] for field in Field)


def cells(rows: int) -> Iterator[tuple[Cell, ...]]:
    """Return seller lines, two of each order."""
    for number in range(rows):
        order = number // 2
        yield (
            f"SP-{order}",
            BEGUN + timedelta(seconds=order),
            f"0C13D406-873B-403B-9C09-{number:012X}",
            f"Mağaza {number % 200}",
            Money(1_000 + number),
            Money(900 + number),
        )


def texts(rows: int) -> Iterator[tuple[str, ...]]:
    """Return the same, as somebody in a hurry writes them."""
    for id_, at, guid, seller, amount, payable in cells(rows):
        assert isinstance(at, datetime)
        assert isinstance(amount, Money)
        assert isinstance(payable, Money)
        wall = at.astimezone(ISTANBUL).strftime("%d.%m.%Y %H:%M:%S")
        yield str(id_), wall, str(guid), str(seller), str(amount.decimal), str(payable.decimal)


def export(rows: int, folder: Path, form: Form) -> None:
    sheet = Sheet("Siparişler", HEAD, lambda: cells(rows), rows)
    file = folder / f"ours.{form.value}"
    Exports(AnOwnerSits()).write(sheet, file, form=form, progress=Progress(), replace=True)


def plain_csv(rows: int, folder: Path) -> None:
    with (folder / "plain.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEAD)
        writer.writerows(texts(rows))


def plain_xlsx(rows: int, folder: Path) -> None:
    with Workbook(folder / "plain.xlsx", {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(texts(rows)):
            sheet.write_row(number, 0, row)


def take_in(file: Path, folder: Path) -> None:
    clock = SystemClock()
    with Database.open(folder / f"ledger-{time.monotonic_ns()}") as database:
        trail = Trail(database)
        trail.begin(AuditKey.make(), who="ayse", at=clock.now())
        settings = SettingsBook(database, trail)
        register = Register(database, trail)
        seat = Seat(register=register, settings=settings, trail=trail, clock=clock, alone="ayse")
        account = Accounts(database).add(
            Account(
                gateway=GatewayName.PARAM, environment=Environment.TEST, merchant="10738", name="Pazaryeri"
            )
        )
        imports = Imports(intake=OrderIntake(database, trail), settings=settings, seat=seat, clock=clock)
        looked = imports.look(file)
        preview = imports.check(account, looked, looked.columns, Progress())
        assert not preview.faults
        imports.store(preview, Progress())


def plain_into_sqlite(rows: Iterable[Iterable[Any]], folder: Path) -> None:
    connection = sqlite3.connect(folder / f"plain-{time.monotonic_ns()}.sqlite3")
    connection.execute("CREATE TABLE lines (id TEXT, at TEXT, guid TEXT, seller TEXT, amount TEXT, due TEXT)")
    with connection:
        connection.executemany(
            "INSERT INTO lines VALUES (?, ?, ?, ?, ?, ?)", ([str(cell) for cell in row] for row in rows)
        )
    connection.close()


def plain_csv_in(folder: Path) -> None:
    with (folder / "ours.csv").open(encoding="utf-8-sig", newline="") as file:
        plain_into_sqlite(csv.reader(file, delimiter=";"), folder)


def plain_xlsx_in(folder: Path) -> None:
    sheet = CalamineWorkbook.from_path(folder / "ours.xlsx").get_sheet_by_index(0)
    plain_into_sqlite(sheet.iter_rows(), folder)


def most_resident() -> float | None:
    """Return the most memory this process ever had, in MiB; None where the system does not say."""
    try:
        import resource  # noqa: PLC0415  Windows has none
    except ImportError:
        return None
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def main() -> None:
    what, rows, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    work: dict[str, Callable[[], None]] = {
        "csv out": lambda: export(rows, folder, Form.CSV),
        "xlsx out": lambda: export(rows, folder, Form.XLSX),
        "plain csv out": lambda: plain_csv(rows, folder),
        "plain xlsx out": lambda: plain_xlsx(rows, folder),
        "csv in": lambda: take_in(folder / "ours.csv", folder),
        "xlsx in": lambda: take_in(folder / "ours.xlsx", folder),
        "plain csv in": lambda: plain_csv_in(folder),
        "plain xlsx in": lambda: plain_xlsx_in(folder),
    }
    before, begun = most_resident(), time.perf_counter()
    work[what]()
    told: dict[str, float] = {"seconds": time.perf_counter() - begun}
    after = most_resident()
    if before is not None and after is not None:
        told["grown"] = max(after - before, 0.01)
    print(json.dumps(told))


if __name__ == "__main__":
    main()
