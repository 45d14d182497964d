"""What could not be joined lets go of everything: the next try, or a backup, finds the folder free."""

from __future__ import annotations

from pathlib import Path

import pytest

from services.compose import open_desk
from services.credentials import MemoryStore
from services.demo import open_demo
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.journal import Journal
from tests.shop import MovedClock


def full(*_: object, **__: object) -> None:
    raise LedgerUnavailable(Path("ledger.sqlite3"), LedgerFault.DISK_FULL, "no room")


def test_a_desk_that_can_not_be_joined_leaves_the_folder_to_the_next_try(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(Journal, "sweep", full)
        with pytest.raises(LedgerUnavailable, match="no room"):
            open_desk(tmp_path / "data", credentials=MemoryStore())

    desk = open_desk(tmp_path / "data", credentials=MemoryStore())
    assert not desk.read_only
    desk.close()


@pytest.mark.parametrize("breaks", [(Journal, "sweep"), (Accounts, "add")], ids=["before", "after"])
def test_a_demo_that_can_not_be_opened_leaves_nothing_running(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, breaks: tuple[type, str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise LedgerUnavailable(tmp_path, LedgerFault.DISK_FULL)

    with monkeypatch.context() as patched:
        patched.setattr(*breaks, broken)
        with pytest.raises(LedgerUnavailable):
            open_demo(tmp_path / "demo", clock=MovedClock())

    Database.open(tmp_path / "demo", demo=True).close()  # and no thread is left, which every test is held to


def test_a_ledger_without_its_name_is_not_opened(tmp_path: Path) -> None:
    with Database.open(tmp_path / "data") as database, database.writing() as connection:
        connection.run("DELETE FROM settings WHERE name = 'ledger'")

    with pytest.raises(LedgerUnavailable, match="lost its name"):
        open_desk(tmp_path / "data", credentials=MemoryStore())
