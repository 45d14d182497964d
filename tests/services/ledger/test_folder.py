from __future__ import annotations

import os
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from services.domain.errors import LedgerFault, LedgerUnavailable
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.folder import DataFolder
from tests.services.ledger.making import an_esnekpos_account

NOBODY = 65534
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def without_privileges(*paths: Path) -> Iterator[None]:
    """Be a user for whom modes count: root may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    for path in paths:
        os.chown(path, NOBODY, NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def reachable(tmp_path: Path) -> Iterator[Path]:
    """A folder that another user can come to: pytest's own are for its user only."""
    opened = [path for path in (tmp_path, *tmp_path.parents) if mode_of(path) & 0o011 != 0o011]
    before = [mode_of(path) for path in opened]
    for path, mode in zip(opened, before, strict=True):
        path.chmod(mode | 0o011)
    yield tmp_path
    for path, mode in zip(opened, before, strict=True):
        path.chmod(mode)


def fault_of(folder: Path, *, demo: bool = False) -> LedgerUnavailable:
    with pytest.raises(LedgerUnavailable) as refused:
        Database.open(folder, demo=demo)
    return refused.value


@posix
def test_the_folder_and_its_files_are_for_this_user_only(folder: Path) -> None:
    before = os.umask(0)
    try:
        with Database.open(folder) as database:
            Accounts(database).add(an_esnekpos_account())
            assert mode_of(folder) == 0o700
            files = {path.name: mode_of(path) for path in folder.iterdir()}
    finally:
        os.umask(before)

    assert set(files.values()) == {0o600}
    assert {"ledger.sqlite3", "ledger.sqlite3-wal", "ledger.lock", "ledger.json"} <= set(files)


@posix
def test_a_ledger_that_others_could_read_is_closed_to_them(folder: Path) -> None:
    Database.open(folder).close()
    (folder / "ledger.sqlite3").chmod(0o644)

    Database.open(folder).close()

    assert mode_of(folder / "ledger.sqlite3") == 0o600


@posix
def test_a_folder_that_was_there_keeps_its_mode(folder: Path) -> None:
    folder.mkdir(mode=0o755)
    folder.chmod(0o755)

    Database.open(folder).close()

    assert mode_of(folder) == 0o755


@posix
def test_a_folder_that_can_not_be_made_is_said_to_be_read_only(reachable: Path) -> None:
    shut = reachable / "shut"
    shut.mkdir()
    shut.chmod(0o555)

    with without_privileges(shut):
        refused = fault_of(shut / "data")

    assert (refused.fault, refused.path) == (LedgerFault.READ_ONLY, shut / "data")


@posix
def test_a_folder_that_can_not_be_written_to_is_said_to_be_read_only(reachable: Path) -> None:
    shut = reachable / "shut"
    shut.mkdir()
    shut.chmod(0o555)

    with without_privileges(shut):
        assert fault_of(shut).fault is LedgerFault.READ_ONLY
    assert list(shut.iterdir()) == []


@posix
def test_a_ledger_of_another_user_is_said_to_be_read_only(reachable: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a file away")
    folder = reachable / "data"
    with Database.open(folder) as database:
        Accounts(database).add(an_esnekpos_account())
    (folder / "ledger.sqlite3").chmod(0o444)

    with without_privileges(folder, folder / "ledger.lock", folder / "ledger.json"):
        refused = fault_of(folder)

    assert refused.fault is LedgerFault.READ_ONLY


def test_a_file_in_the_place_of_the_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a letter", encoding="utf-8")

    assert fault_of(tmp_path / "data").fault is LedgerFault.OTHER
    assert (tmp_path / "data").read_text(encoding="utf-8") == "a letter"


def test_a_second_holder_is_told_that_it_is_locked(folder: Path) -> None:
    with Database.open(folder):
        refused = fault_of(folder)
    Database.open(folder).close()

    assert (refused.fault, refused.path) == (LedgerFault.LOCKED, folder)


def test_a_folder_is_let_go_of_when_opening_fails(folder: Path) -> None:
    Database.open(folder).close()
    assert fault_of(folder, demo=True).fault is LedgerFault.NOT_OURS

    Database.open(folder).close()


def test_the_demo_leaves_a_shops_folder_alone(folder: Path) -> None:
    with Database.open(folder) as database:
        kept = Accounts(database).add(an_esnekpos_account())

    for fresh in (False, True):
        with pytest.raises(LedgerUnavailable) as refused:
            Database.open(folder, demo=True, fresh=fresh)
        assert refused.value.fault is LedgerFault.NOT_OURS

    with Database.open(folder) as database:
        assert Accounts(database).all() == [kept]


def test_the_demo_leaves_a_shops_folder_alone_when_its_mark_is_gone(folder: Path) -> None:
    Database.open(folder).close()
    (folder / "ledger.json").unlink()

    assert fault_of(folder, demo=True).fault is LedgerFault.NOT_OURS
    Database.open(folder).close()


def test_a_shop_leaves_the_demos_folder_alone(folder: Path) -> None:
    Database.open(folder, demo=True).close()

    assert fault_of(folder).fault is LedgerFault.NOT_OURS
    with pytest.raises(LedgerUnavailable):
        Database.look(folder)
    Database.look(folder, demo=True).close()


def test_whose_a_folder_is_is_not_guessed(folder: Path) -> None:
    Database.open(folder).close()
    for torn in ("", "{", '{"demo": true, "more": 1, "earlier": []}', "[]"):
        (folder / "ledger.json").write_text(torn, encoding="utf-8")
        for demo in (False, True):
            refused = fault_of(folder, demo=demo)
            assert (refused.fault, refused.path) == (LedgerFault.OTHER, folder / "ledger.json")


def test_the_demos_old_ledger_can_be_thrown_away(folder: Path) -> None:
    with Database.open(folder, demo=True) as database:
        Accounts(database).add(an_esnekpos_account())
    with Database.open(folder, demo=True) as database:
        assert len(Accounts(database).all()) == 1

    with Database.open(folder, demo=True, fresh=True) as database:
        assert Accounts(database).all() == []
        assert database.earlier == ()


def test_a_shops_ledger_is_never_thrown_away(folder: Path) -> None:
    with pytest.raises(ValueError, match="demo"):
        Database.open(folder, fresh=True)


# A lost ledger


def test_a_ledger_that_is_gone_is_not_replaced_by_itself(folder: Path) -> None:
    Database.open(folder).close()
    (folder / "ledger.sqlite3").unlink()

    for _ in range(2):
        refused = fault_of(folder)
        assert (refused.fault, refused.kept_aside) == (LedgerFault.CORRUPT, None)
        assert not (folder / "ledger.sqlite3").exists()

    with Database.open(folder, start_over=True) as database:
        assert Accounts(database).all() == []
    Database.open(folder).close()


def test_a_ledger_that_came_without_its_mark_is_missed_too_once_it_was_opened(folder: Path) -> None:
    Database.open(folder).close()
    (folder / "ledger.json").unlink()  # somebody carried the one file over
    Database.open(folder).close()

    (folder / "ledger.sqlite3").unlink()

    assert fault_of(folder).fault is LedgerFault.CORRUPT


@pytest.mark.parametrize("nothing", [b"", "an empty database"])
def test_a_ledger_that_lost_everything_in_it_is_not_used(folder: Path, nothing: bytes | str) -> None:
    Database.open(folder).close()
    if isinstance(nothing, bytes):
        (folder / "ledger.sqlite3").write_bytes(nothing)
    else:
        (folder / "ledger.sqlite3").unlink()
        connection = sqlite3.connect(folder / "ledger.sqlite3")
        connection.execute("PRAGMA user_version = 1")
        connection.close()

    assert fault_of(folder).fault is LedgerFault.CORRUPT


def test_a_ledger_that_was_never_finished_is_made_anew(folder: Path) -> None:
    data = DataFolder(folder)
    data.make()
    data.prepare(data.require(demo=False), empty=True, start_over=False)

    with Database.open(folder) as database:
        assert Accounts(database).all() == []


def test_an_old_log_is_not_played_into_a_new_ledger(folder: Path) -> None:
    Database.open(folder).close()
    (folder / "ledger.sqlite3").unlink()
    (folder / "ledger.sqlite3-wal").write_bytes(b"the log of the ledger that is gone")

    with Database.open(folder, start_over=True) as database:
        (earlier,) = database.earlier

    assert Path(f"{earlier}-wal").read_bytes() == b"the log of the ledger that is gone"
