"""A ledger with a Param account, and a use case over it, with the shop's clock at 21.11.2026 19:00."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from services.domain.account import Account
from services.domain.audit import AuditKey, Entry
from services.domain.order import Order
from services.intake.columns import Columns
from services.intake.imports import Imports
from services.intake.preview import Imported, Looked, Preview
from services.ledger.accounts import Accounts
from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.intake import OrderIntake
from services.ledger.operators import Register
from services.ledger.orders import Orders
from services.ledger.settings import SettingsBook
from services.seat import Seat
from services.tables.progress import Progress
from tests.builders import SetClock, a_param_account

TITLES = "Siparis_ID;Satış Zamanı;PYSiparis_GUID;Mağaza;Ürün Tutarı;Ödenecek Tutar"
GUID = "0C13D406-873B-403B-9C09-A5766840D98"


@dataclass
class Bench:
    """Imports over a real ledger, and what came of it."""

    folder: Path
    database: Database
    account: Account
    imports: Imports
    trail: Trail

    def file(self, *lines: str, titles: str = TITLES, name: str = "siparisler.csv") -> Path:
        """Write a CSV file as a shop's system would."""
        file = self.folder / name
        file.write_text("\r\n".join((titles, *lines, "")), encoding="utf-8-sig", newline="")
        return file

    def check(self, file: Path, columns: Columns | None = None) -> Preview:
        looked: Looked = self.imports.look(file)
        return self.imports.check(self.account, looked, columns or looked.columns, Progress())

    def store(self, file: Path, *, leave_out: bool = False) -> Imported:
        return self.imports.store(self.check(file), Progress(), leave_out=leave_out)

    def orders(self) -> list[Order]:
        return list(reversed(Orders(self.database).search("", limit=10**6)))

    def log(self) -> list[Entry]:
        return [entry for _, entry in reversed(self.trail.newest(limit=100))]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    database = Database.open(tmp_path / "ledger")
    clock = SetClock("21.11.2026 19:00")
    trail = Trail(database)
    trail.begin(AuditKey.make(), who="ayşe", at=clock.now())
    settings = SettingsBook(database, trail)
    seat = Seat(register=Register(database, trail), settings=settings, trail=trail, clock=clock, alone="ayşe")
    imports = Imports(intake=OrderIntake(database, trail), settings=settings, seat=seat, clock=clock)
    account = Accounts(database).add(a_param_account(id=0))
    yield Bench(tmp_path, database, account, imports, trail)
    database.close()
