from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from services.domain.account import Account
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.ledger import database as database_module
from services.ledger import inspection
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.inspection import SCHEMA
from services.ledger.journal import Journal
from services.ledger.orders import Orders
from services.ledger.payments import Payments
from tests.services.ledger.making import (
    NOON,
    a_payment,
    a_void,
    after,
    an_esnekpos_account,
    an_order,
    done,
)

PAGE = 4096


def fault_of(act: Callable[[], object]) -> LedgerUnavailable:
    with pytest.raises(LedgerUnavailable) as refused:
        act()
    return refused.value


def filled(folder: Path) -> Account:
    """Make a ledger with some hundred answers and an armed intent, and close it."""
    with Database.open(folder) as database:
        account = Accounts(database).add(an_esnekpos_account())
        payments = Payments(database)
        for number in range(60):
            payments.keep(account.id, a_payment(f"r{number}"), body="x" * 2000, taken_at=NOON)
        Journal(database).arm(a_void(account), at=NOON)
    return account


# Opened


def test_every_promise_of_sqlite_is_kept(database: Database) -> None:
    with database.writing() as connection:
        found = {
            name: connection.value(f"PRAGMA {name}")
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "recursive_triggers")
        }

    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "recursive_triggers": 1,
    }


def test_a_promise_that_sqlite_does_not_keep_is_noticed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(database_module._PRAGMAS, "synchronous", 7)

    refused = fault_of(lambda: Database.open(folder))

    assert refused.fault is LedgerFault.OTHER
    assert "synchronous" in refused.detail


def test_on_macos_the_drive_is_flushed_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "_PRAGMAS", database_module._PRAGMAS | database_module._ON_MACOS)

    with Database.open(folder) as database, database.reading() as connection:
        assert connection.value("PRAGMA fullfsync") == 1
        assert connection.value("PRAGMA checkpoint_fullfsync") == 1


def test_what_was_kept_is_there_at_the_next_start(folder: Path) -> None:
    account = filled(folder)

    with Database.open(folder) as database:
        assert Accounts(database).all() == [account]
        assert Journal(database).count() == 1
        assert database.path == folder / "ledger.sqlite3"
        assert not database.read_only
        assert database.earlier == ()


def test_a_first_start_that_breaks_leaves_no_half_of_a_ledger(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = folder.with_name("broken.sql")
    broken.write_text(SCHEMA.read_text("utf-8") + "CREATE TABLE intents (id);", "utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(database_module, "SCHEMA", broken)
        assert "already exists" in fault_of(lambda: Database.open(folder)).detail

    with Database.open(folder) as database:
        assert Journal(database).count() == 0


# Not usable


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: b"Dear diary, " + data[12:], id="another header"),
        pytest.param(lambda data: data[: len(data) // 2 // PAGE * PAGE], id="cut short"),
        pytest.param(lambda data: data[:PAGE] + b"\xff" * (len(data) - PAGE), id="overwritten"),
        pytest.param(lambda _data: b"SQLite format 3\x00", id="a header and nothing else"),
        pytest.param(lambda _data: b"?", id="one byte"),
    ],
)
def test_a_damaged_ledger_is_kept_aside_and_not_replaced_by_itself(
    folder: Path, spoil: Callable[[bytes], bytes]
) -> None:
    filled(folder)
    path = folder / "ledger.sqlite3"
    spoilt = spoil(path.read_bytes())
    path.write_bytes(spoilt)

    refused = fault_of(lambda: Database.open(folder))
    again = fault_of(lambda: Database.open(folder))

    assert refused.fault is again.fault is LedgerFault.CORRUPT
    aside = refused.kept_aside
    assert aside is not None
    assert again.kept_aside == aside
    assert aside.name.startswith("ledger.damaged-2")
    assert aside.read_bytes() == spoilt
    assert not path.exists()

    with Database.open(folder, start_over=True) as database:
        assert database.earlier == (aside,)
        assert Journal(database).count() == 0
    with Database.open(folder) as database:
        assert database.earlier == (aside,)
    assert aside.read_bytes() == spoilt


def test_the_log_of_a_damaged_ledger_is_kept_with_it(folder: Path) -> None:
    filled(folder)
    path = folder / "ledger.sqlite3"
    log = Path(f"{path}-wal")
    with Database.open(folder) as database:
        Accounts(database).add(an_esnekpos_account(merchant="OTHER"))
        written = log.read_bytes()
    log.write_bytes(written)
    path.write_bytes(b"Dear diary, " + path.read_bytes()[12:])

    aside = fault_of(lambda: Database.open(folder)).kept_aside

    assert aside is not None
    assert Path(f"{aside}-wal").read_bytes() == written
    assert not log.exists()


def test_two_damaged_ledgers_are_both_kept(folder: Path) -> None:
    kept = []
    for _ in range(2):
        Database.open(folder, start_over=True).close()
        (folder / "ledger.sqlite3").write_bytes(b"?")
        kept.append(fault_of(lambda: Database.open(folder)).kept_aside)

    assert len(set(kept)) == 2
    with Database.open(folder, start_over=True) as database:
        assert list(database.earlier) == kept


def test_a_damaged_ledger_that_can_not_be_moved_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(folder)
    path = folder / "ledger.sqlite3"
    path.write_bytes(b"?")

    def held(_self: Path, _target: Path) -> Path:
        raise PermissionError("held by another program")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", held)
        refused = fault_of(lambda: Database.open(folder))

    assert (refused.fault, refused.kept_aside) == (LedgerFault.CORRUPT, None)
    assert path.read_bytes() == b"?"
    assert fault_of(lambda: Database.open(folder)).kept_aside is not None


def test_a_ledger_that_can_be_opened_is_never_started_over(folder: Path) -> None:
    filled(folder)

    with Database.open(folder, start_over=True) as database:
        assert Journal(database).count() == 1


def test_a_ledger_of_a_newer_version_is_left_as_it_is(folder: Path) -> None:
    filled(folder)
    path = folder / "ledger.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE schema_version SET version = 9999")
        connection.commit()
    before = path.read_bytes()

    for way_in in (Database.open, Database.look):
        refused = fault_of(partial(way_in, folder))
        assert (refused.fault, refused.path) == (LedgerFault.NEWER, path)
    assert path.read_bytes() == before


def test_a_test_versions_ledger_is_refused_by_name_and_left_as_it_is(folder: Path) -> None:
    filled(folder)
    path = folder / "ledger.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
        connection.commit()
    before = path.read_bytes()

    for way_in in (Database.open, Database.look):
        refused = fault_of(partial(way_in, folder))
        assert (refused.fault, refused.path) == (LedgerFault.BEFORE_RELEASE, path)
    assert path.read_bytes() == before


def test_another_programs_file_is_left_as_it_is(folder: Path) -> None:
    folder.mkdir()
    path = folder / "ledger.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
        connection.commit()
    before = path.read_bytes()

    assert fault_of(lambda: Database.open(folder)).fault is LedgerFault.OTHER
    assert path.read_bytes() == before


def test_a_full_disk_is_said_and_nothing_is_half_written(
    database: Database, journal: Journal, esnekpos: Account
) -> None:
    with database.writing() as connection:
        pages = connection.value("PRAGMA page_count")
        connection.run(f"PRAGMA max_page_count = {pages}")

    refused: LedgerUnavailable | None = None
    armed = 0
    while refused is None:
        try:
            journal.arm(a_void(esnekpos, f"{armed}" * 200), at=NOON)
            armed += 1
        except LedgerUnavailable as full:
            refused = full

    assert (refused.fault, refused.path) == (LedgerFault.DISK_FULL, database.path)
    assert journal.count() == armed
    assert sum(len(journal.events(intent.id)) for intent in journal.newest()) == armed


def test_a_ledger_that_another_program_writes_to_is_locked(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(database_module._PRAGMAS, "busy_timeout", 1)
    with Database.open(folder) as database, closing(sqlite3.connect(database.path)) as other:
        other.execute("BEGIN IMMEDIATE")

        refused = fault_of(lambda: Accounts(database).add(an_esnekpos_account()))

        assert refused.fault is LedgerFault.LOCKED
        assert Accounts(database).all() == []


def test_a_write_waits_for_its_turn_longer_than_sqlite_would(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is being settled comes after an import, however long that takes; it does not fail for it."""
    monkeypatch.setitem(database_module._PRAGMAS, "busy_timeout", 1)
    with Database.open(folder) as database, ThreadPoolExecutor(1) as settling:
        with database.writing():
            waits = settling.submit(Accounts(database).add, an_esnekpos_account())
            given_up, _ = wait([waits], timeout=0.3)
        assert not given_up
        assert waits.result() in Accounts(database).all()


def test_a_ledger_that_became_read_only_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    account = filled(folder)
    opened = inspection.connect
    with Database.open(folder) as database:
        database._let_go()
        monkeypatch.setattr(
            database_module, "connect", lambda path, *, read_only: opened(path, read_only=not read_only)
        )

        refused = fault_of(lambda: Journal(database).arm(a_void(account, "new"), at=NOON))

        assert refused.fault is LedgerFault.READ_ONLY
        assert Journal(database).count() == 1


def test_damage_that_shows_later_is_said(folder: Path) -> None:
    filled(folder)
    with Database.open(folder) as database:
        with database.reading() as connection:
            root = connection.value("SELECT rootpage FROM sqlite_master WHERE name = 'intents'")
        database._let_go()
        with database.path.open("r+b") as file:
            file.seek((root - 1) * PAGE)
            file.write(b"\xff" * PAGE)

        assert fault_of(lambda: Journal(database).newest()).fault is LedgerFault.CORRUPT


# Looking only


def test_others_may_look_while_one_holds_it(folder: Path) -> None:
    with Database.open(folder) as holder:
        account = Accounts(holder).add(an_esnekpos_account())
        with Database.look(folder) as looking:
            assert looking.read_only
            Journal(holder).arm(a_void(account), at=NOON)
            assert Journal(looking).count() == 1


def test_one_who_looks_writes_nothing(folder: Path) -> None:
    account = filled(folder)

    with Database.look(folder) as looking:
        acts: list[Callable[[], object]] = [
            lambda: Accounts(looking).add(an_esnekpos_account(merchant="OTHER")),
            lambda: Accounts(looking).change(account),
            lambda: Accounts(looking).remove(account.id),
            lambda: Orders(looking).save(an_order(account)),
            lambda: Orders(looking).remove(1),
            lambda: Payments(looking).keep(account.id, a_payment(), body="", taken_at=NOON),
            lambda: Journal(looking).arm(a_void(account, "new"), at=NOON),
            lambda: Journal(looking).sent(1, at=after(1)),
            lambda: Journal(looking).settle(1, done()),
            lambda: Journal(looking).sweep(at=after(1)),
        ]
        for act in acts:
            assert fault_of(act).fault is LedgerFault.LOCKED
        assert len(Payments(looking).search("")) == 60


def test_looking_makes_nothing(folder: Path) -> None:
    assert fault_of(lambda: Database.look(folder)).fault is LedgerFault.OTHER
    assert not folder.exists()


def test_one_who_looks_leaves_a_damaged_ledger_where_it_is(folder: Path) -> None:
    filled(folder)
    (folder / "ledger.sqlite3").write_bytes(b"?")

    refused = fault_of(lambda: Database.look(folder))

    assert (refused.fault, refused.kept_aside) == (LedgerFault.CORRUPT, None)
    assert (folder / "ledger.sqlite3").read_bytes() == b"?"


# The border


def test_a_closed_ledger_says_so(folder: Path) -> None:
    database = Database.open(folder)
    database.close()
    database.close()

    assert fault_of(lambda: Accounts(database).all()).detail.endswith("closed")


def test_an_error_carries_no_value_of_ours(database: Database) -> None:
    refused = fault_of(lambda: _insert(database, "4111111111111111"))

    seen: BaseException | None = refused
    while seen is not None:
        assert "4111111111111111" not in str(seen)
        seen = seen.__cause__


def _insert(database: Database, secret: str) -> None:
    with database.writing() as connection:
        connection.run("INSERT INTO accounts (name) VALUES (:name)", {"name": secret})


def test_what_fails_in_a_transaction_undoes_all_of_it(database: Database, accounts: Accounts) -> None:
    def add_and_fail() -> None:
        with database.writing() as connection:
            connection.run(
                "INSERT INTO accounts (gateway, environment, merchant, identity, name, address, back_url,"
                " strict, retired) VALUES ('param', 'test', '1', '1', '', '', '', 0, 0)"
            )
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        add_and_fail()

    assert accounts.all() == []
