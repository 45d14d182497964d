from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.domain.account import Account
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.journal import Journal
from services.ledger.orders import Orders
from services.ledger.payments import Payments
from tests.services.ledger.making import a_param_account, an_esnekpos_account


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def database(folder: Path) -> Iterator[Database]:
    with Database.open(folder) as opened:
        yield opened


@pytest.fixture
def accounts(database: Database) -> Accounts:
    return Accounts(database)


@pytest.fixture
def orders(database: Database) -> Orders:
    return Orders(database)


@pytest.fixture
def payments(database: Database) -> Payments:
    return Payments(database)


@pytest.fixture
def journal(database: Database) -> Journal:
    return Journal(database)


@pytest.fixture
def esnekpos(accounts: Accounts) -> Account:
    return accounts.add(an_esnekpos_account())


@pytest.fixture
def param(accounts: Accounts) -> Account:
    return accounts.add(a_param_account())
