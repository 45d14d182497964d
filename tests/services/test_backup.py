"""Copies of a real ledger: written while money moves, damaged on purpose, and gone on from."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from gui.__main__ import main
from services import upkeep
from services.command import main as command
from services.domain.audit import Act
from services.domain.errors import (
    InProgress,
    InputProblem,
    InvalidInput,
    LedgerFault,
    LedgerUnavailable,
    NotAllowed,
)
from services.domain.reversal import IntentState, SettledBy
from services.ledger import inspection
from services.ledger.checksum import beside
from services.ledger.copying import check_copy, write_copy
from services.ledger.database import Database
from services.ledger.folder import DataFolder, Mark
from services.ledger.journal import Journal
from services.plans import plan_void
from services.simulator.faults import Fault, Operation
from tests.services.staff import CASHIER, staffed
from tests.shop import Shop


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "desk.backup"


@pytest.fixture
def used(shop: Shop, file: Path) -> Shop:
    """A shop in which a sale was voided, and a stick to write copies to."""
    file.parent.mkdir()
    shop.void(shop.a_sale("10,00"))
    return shop


def closed(shop: Shop) -> Path:
    shop.desk.close()
    return shop.folder


def reopened(shop: Shop) -> Shop:
    shop.restart()
    return shop


def fault_of(call: Callable[[], object]) -> LedgerFault:
    with pytest.raises(LedgerUnavailable) as no:
        call()
    return no.value.fault


def test_a_copy_holds_what_the_ledger_holds(used: Shop, file: Path) -> None:
    written = used.desk.office().backups.write(file)

    assert (written.file, written.at) == (file, used.clock.now())
    assert written.contents == check_copy(file)
    assert written.contents.intents == 1
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name, f"{file.name}.sha256"]


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder's rights are the file's")
def test_a_copy_is_this_users_alone(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_copy_overwrites_nothing(used: Shop, file: Path) -> None:
    file.write_text("a photograph", "utf-8")

    with pytest.raises(InvalidInput) as no:
        used.desk.office().backups.write(file)

    assert (no.value.field, no.value.problem) == ("file", InputProblem.ALREADY_THERE)
    assert file.read_text("utf-8") == "a photograph"


def test_a_copy_that_cannot_be_written_leaves_nothing(used: Shop, file: Path) -> None:
    assert fault_of(lambda: used.desk.office().backups.write(file.parent / "none" / "x")) is LedgerFault.OTHER

    assert list(file.parent.iterdir()) == []
    assert used.desk.office().backups.newest() is None


def test_a_copy_with_fewer_rows_than_the_ledger_is_none(
    used: Shop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = Database.copy_into

    def cut(database: Database, path: Path) -> None:
        whole(database, path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DROP TRIGGER events_stay")
            connection.execute("DELETE FROM events WHERE id = 2")
            connection.commit()

    monkeypatch.setattr(Database, "copy_into", cut)

    assert fault_of(lambda: used.desk.office().backups.write(file)) is LedgerFault.CORRUPT
    assert list(file.parent.iterdir()) == []


def test_a_copy_can_be_written_while_money_moves(used: Shop, file: Path) -> None:
    sales = [used.a_sale(f"{number},00") for number in range(1, 9)]
    done = threading.Thread(target=lambda: [used.void(sale) for sale in sales])
    done.start()
    written = [used.desk.office().backups.write(file.with_suffix(f".{number}")) for number in range(4)]
    done.join()

    for copy in written:
        assert check_copy(copy.file) == copy.contents
    assert used.desk.office().backups.write(file).contents.intents == 9


def test_how_old_the_newest_copy_is_is_known(used: Shop, file: Path) -> None:
    assert used.desk.office().backups.newest() is None
    used.desk.office().backups.write(file)
    then = used.clock.now()
    used.clock.advance(timedelta(days=3))

    assert reopened(used).desk.office().backups.newest() == then


def test_who_may_not_export_copies_nothing(used: Shop, file: Path) -> None:
    staffed(used, sits=CASHIER)

    with pytest.raises(NotAllowed):
        used.desk.office().backups.write(file)
    assert not file.exists()


def test_that_a_copy_was_written_is_in_the_log(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)

    (_, newest), *_ = used.desk.audit.entries(limit=1)
    assert (newest.act, newest.subject, newest.result) == (Act.BACKUP, file.name, "1 intents")


# Going on from one


def test_a_restored_ledger_has_what_the_copy_had_and_the_one_before_is_kept(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)
    used.void(used.a_sale("20,00"))
    restored = upkeep.restore(closed(used), file)

    assert restored.kept_aside is not None
    assert check_copy(restored.kept_aside).intents == 2
    assert file.exists()
    assert len(reopened(used).desk.lookup.reversals()) == 1
    assert used.desk.earlier == (restored.kept_aside,)


def test_after_a_restore_money_waits_until_the_owner_knows(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)
    sale = used.a_sale("20,00")
    used.void(sale)
    upkeep.restore(closed(used), file)
    reopened(used)

    other = used.a_sale("30,00")
    assert fault_of(lambda: used.void(other)) is LedgerFault.OLDER
    used.desk.audit.accept_older()
    assert used.void(other).intents[0].state is IntentState.DONE
    # What it forgot the gateway still knows: the last look stops it.
    assert used.look(sale).payment.given_back == sale.amount


def test_that_it_was_restored_is_in_the_log_and_the_log_is_whole(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)
    upkeep.restore(closed(used), file)
    reopened(used).desk.audit.accept_older()

    told = [entry for _, entry in used.desk.audit.entries() if entry.act is Act.RESTORE]
    assert [entry.subject for entry in told] == [file.name]
    assert "(command line)" in told[0].who
    assert used.desk.audit.verify().whole


def test_what_was_armed_when_the_copy_was_written_may_have_been_sent_since(
    used: Shop, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At a restart armed is proven not sent; in a copy it is proof of nothing."""
    sale = used.a_sale("20,00")
    plan = replace(plan_void(used.look(sale), used.clock.now()), reason="x")
    journal = used.desk.reversals._sending._journal
    sent = type(journal).sent

    def copied_first(*args: object, **values: object) -> object:
        write_copy(used.desk.lookup._payments._database, file)
        return sent(*args, **values)  # type: ignore[arg-type]  # passed on as they came

    with monkeypatch.context() as between:
        between.setattr(type(journal), "sent", copied_first)
        used.desk.reversals.execute(plan, operator="ayşe")
    upkeep.restore(closed(used), file)
    reopened(used).desk.audit.accept_older()

    newest = used.desk.lookup.reversals()[0]
    assert newest.state is IntentState.OUTCOME_UNKNOWN
    assert newest.settled is not None
    assert newest.settled.by is SettledBy.RESTART
    with pytest.raises(InProgress):
        used.desk.reversals.execute(plan, operator="ayşe")
    assert used.book.requests_for(sale.reference) == 1


def test_a_ledger_that_locks_an_order_is_not_exchanged_unasked(
    used: Shop, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    used.desk.office().backups.write(file)
    used.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    used.give_back(used.an_order("100,00"), (0, "100,00", "0,00"))
    where = str(closed(used))

    assert main(["restore", str(file), "--data-dir", where]) == 1
    assert "without a certain end" in capsys.readouterr().err
    assert reopened(used).desk.lookup.reversals()[0].state is IntentState.OUTCOME_UNKNOWN
    used.desk.close()

    assert main(["restore", str(file), "--data-dir", where, "--forget-locks"]) == 0
    assert len(reopened(used).desk.lookup.reversals()) == 1


def test_on_a_new_computer_there_is_nothing_to_keep(used: Shop, file: Path, tmp_path: Path) -> None:
    used.desk.office().backups.write(file)

    restored = upkeep.restore(tmp_path / "new", file)

    assert restored.kept_aside is None
    with Database.open(tmp_path / "new") as database:
        assert database.earlier == ()


def test_a_damaged_ledger_is_kept_too(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)
    ledger = closed(used) / "ledger.sqlite3"
    damaged = b"SQLite format 3\x00" + b"\xff" * 5000
    ledger.write_bytes(damaged)

    restored = upkeep.restore(used.folder, file)

    assert restored.kept_aside is not None
    assert restored.kept_aside.read_bytes() == damaged
    assert len(reopened(used).desk.lookup.reversals()) == 1


def test_a_lost_ledger_comes_back(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)
    (closed(used) / "ledger.sqlite3").unlink()
    with pytest.raises(LedgerUnavailable):
        Database.open(used.folder)

    upkeep.restore(used.folder, file)

    assert len(reopened(used).desk.lookup.reversals()) == 1


def test_a_ledger_that_is_open_is_not_exchanged(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)

    assert fault_of(lambda: upkeep.restore(used.folder, file)) is LedgerFault.LOCKED
    assert len(used.desk.lookup.reversals()) == 1


def test_a_demos_folder_takes_no_copy(used: Shop, file: Path, tmp_path: Path) -> None:
    used.desk.office().backups.write(file)
    Database.open(tmp_path / "demo", demo=True).close()

    assert fault_of(lambda: upkeep.restore(tmp_path / "demo", file)) is LedgerFault.NOT_OURS


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda file: file.write_bytes(b"no ledger at all"), LedgerFault.OTHER),
        (lambda file: file.write_bytes(b""), LedgerFault.OTHER),
        (lambda file: file.unlink(), LedgerFault.OTHER),
        (lambda file: file.write_bytes(file.read_bytes()[:-4096]), LedgerFault.CORRUPT),
        (
            lambda file: file.write_bytes(
                file.read_bytes()[:8192] + b"\xff" * 4096 + file.read_bytes()[12288:]
            ),
            LedgerFault.CORRUPT,
        ),
        (lambda file: run_in(file, "UPDATE schema_version SET version = 9999"), LedgerFault.NEWER),
        (
            lambda file: run_in(file, "CREATE TABLE alembic_version (version_num TEXT)"),
            LedgerFault.BEFORE_RELEASE,
        ),
        (lambda file: run_in(file, "DROP TABLE events"), LedgerFault.OTHER),
        (lambda file: run_in(file, "DROP TABLE settings"), LedgerFault.OTHER),
        (
            lambda file: run_in(file, "UPDATE events SET intent_id = 99", "events_stand"),
            LedgerFault.CORRUPT,
        ),
        (lambda file: file.with_name(f"{file.name}-wal").write_bytes(b"x"), LedgerFault.OTHER),
    ],
    ids=[
        "text",
        "empty",
        "gone",
        "cut",
        "spoilt",
        "newer",
        "test",
        "no events",
        "no settings",
        "torn",
        "with its log",
    ],
)
def test_what_is_no_whole_copy_changes_nothing(
    used: Shop, file: Path, spoil: Callable[[Path], object], fault: LedgerFault
) -> None:
    used.desk.office().backups.write(file)
    beside(file).unlink()
    spoil(file)
    folder = closed(used)
    before = {path.name for path in folder.iterdir()}

    assert fault_of(lambda: upkeep.restore(folder, file)) is fault
    assert {path.name for path in folder.iterdir()} - before <= {"ledger.lock"}
    assert len(reopened(used).desk.lookup.reversals()) == 1


def run_in(file: Path, statement: str, without: str = "intents_stay") -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"DROP TRIGGER {without}")
        connection.execute(statement)
        connection.commit()


@pytest.mark.skipif(sys.platform == "win32", reason="a process can't be copied there")
@pytest.mark.parametrize("left", ["closed", "with its log"])
def test_a_restore_that_is_killed_anywhere_leaves_a_ledger_and_destroys_nothing(
    used: Shop, file: Path, tmp_path: Path, left: str
) -> None:
    used.desk.office().backups.write(file)
    used.void(used.a_sale("20,00"))
    ledger = closed(used) / "ledger.sqlite3"
    if left == "with its log":
        with closing(sqlite3.connect(ledger)) as other:
            other.execute("INSERT INTO settings VALUES ('left', 'in the log')")
            other.commit()
            parts = {part: Path(f"{ledger}{part}").read_bytes() for part in ("", "-wal")}
        for part, data in parts.items():
            Path(f"{ledger}{part}").write_bytes(data)

    folders = killed_at_each_step(used.folder, file, tmp_path / "killed")

    assert len(folders) > 10
    for folder in folders:
        try:
            with Database.open(folder) as database:
                assert Journal(database).count() in {1, 2}
        except LedgerUnavailable as error:
            lost = error.kept_aside
            assert lost is not None
            with Database.look(folder, name=lost.name) as database:
                assert Journal(database).count() == 2
            assert not Path(f"{folder}/ledger.sqlite3-wal").exists()
        upkeep.restore(folder, file)
        with Database.open(folder) as database:
            assert Journal(database).count() == 1
            counts = []
            for one in database.earlier:
                with Database.look(folder, name=one.name) as earlier:
                    counts.append(Journal(earlier).count())
        assert counts.count(2) == 1, folder


def killed_at_each_step(folder: Path, file: Path, to: Path) -> list[Path]:
    """Restore in copies of a folder, by processes that end as of a kill before their n-th change to it."""
    asks = """
import os, shutil, sys
from pathlib import Path
from services import upkeep

def kill_at(step):
    left = [step]
    def counted(call):
        def one(*given, **named):
            left[0] -= 1
            if not left[0]:
                os._exit(9)
            return call(*given, **named)
        return one
    for name in ("rename", "replace", "unlink", "fsync", "rmdir", "mkdir"):
        setattr(os, name, counted(getattr(os, name)))

folder, file, to = map(Path, sys.argv[1:])
for step in range(1, 100):
    copy = to / str(step)
    shutil.copytree(folder, copy)
    child = os.fork()
    if not child:
        try:
            kill_at(step)
            upkeep.restore(copy, file)
        finally:
            os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) != 9:
        break
"""
    words = [sys.executable, "-c", asks, str(folder), str(file), str(to)]
    subprocess.run(words, check=True)  # noqa: S603  a program of ours
    return sorted(to.iterdir(), key=lambda one: int(one.name))


def test_a_journal_that_was_left_half_written_is_rolled_back_by_the_next_holder(used: Shop) -> None:
    """A ledger in the journal mode that copies had, killed while it turned to its log."""
    ledger = closed(used) / "ledger.sqlite3"
    with closing(sqlite3.connect(ledger, isolation_level=None)) as writer:
        writer.execute("PRAGMA journal_mode=DELETE")
        writer.execute("PRAGMA cache_size=1")
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("CREATE TABLE half (written)")
        writer.executemany("INSERT INTO half VALUES (?)", [("x" * 3000,)] * 200)
        torn = ledger.read_bytes(), Path(f"{ledger}-journal").read_bytes()
        writer.execute("ROLLBACK")
    ledger.write_bytes(torn[0])
    Path(f"{ledger}-journal").write_bytes(torn[1])

    with Database.look(used.folder) as database:
        assert Journal(database).count() == 1
    assert len(reopened(used).desk.lookup.reversals()) == 1


def test_every_companion_of_a_ledger_is_kept_with_it(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)
    ledger = closed(used) / "ledger.sqlite3"
    ledger.write_bytes(b"SQLite format 3\x00" + b"\xff" * 5000)
    for part in ("-journal", "-wal", "-shm"):
        Path(f"{ledger}{part}").write_bytes(b"\x00" + part.encode())

    kept = upkeep.restore(used.folder, file).kept_aside

    for part in ("-journal", "-wal"):
        assert Path(f"{kept}{part}").read_bytes() == b"\x00" + part.encode()
    assert Path(f"{kept}-shm").exists()  # SQLite writes it anew where it looks
    assert len(reopened(used).desk.lookup.reversals()) == 1


# Its checksum


def test_a_copys_checksum_is_one_that_sha256sum_reads(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)

    said = beside(file).read_text("utf-8")

    assert said == f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
    assert check_copy(file).has_checksum


def test_a_copy_with_any_byte_damaged_is_refused_by_its_checksum(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)
    whole = file.read_bytes()
    chance = Random(5)  # noqa: S311  the same damage each time

    for _ in range(300):
        place = chance.randrange(len(whole))
        file.write_bytes(
            whole[:place] + bytes([whole[place] ^ chance.randrange(1, 256)]) + whole[place + 1 :]
        )
        assert fault_of(lambda: check_copy(file)) is LedgerFault.CORRUPT


def test_a_damaged_copy_without_its_checksum_raises_nothing_foreign(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)
    beside(file).unlink()
    whole = file.read_bytes()
    chance = Random(7)  # noqa: S311  the same damage each time
    caught = 0

    for _ in range(150):
        place = chance.randrange(len(whole))
        file.write_bytes(
            whole[:place] + bytes([whole[place] ^ chance.randrange(1, 256)]) + whole[place + 1 :]
        )
        try:
            assert not check_copy(file).has_checksum
        except LedgerUnavailable:
            caught += 1
    assert caught


def damaged(whole: bytes, place: int, chance: Random) -> bytes:
    return whole[:place] + bytes([whole[place] ^ chance.randrange(1, 256)]) + whole[place + 1 :]


def test_a_checksum_that_is_none_is_refused(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)
    beside(file).write_text("a letter", "utf-8")

    assert fault_of(lambda: check_copy(file)) is LedgerFault.CORRUPT


def test_a_copy_without_its_checksum_is_restored_and_that_is_said(
    used: Shop, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    used.desk.office().backups.write(file)
    beside(file).unlink()

    assert main(["restore", str(file), "--data-dir", str(closed(used))]) == 0

    assert "No checksum lies beside this copy" in capsys.readouterr().out
    reopened(used)


# What the ledger there says of its locks


@pytest.mark.parametrize("why", ["newer", "before release", "busy"])
def test_a_ledger_that_can_not_be_asked_for_its_locks_is_not_exchanged(
    used: Shop, file: Path, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    used.desk.office().backups.write(file)
    ledger = closed(used) / "ledger.sqlite3"
    fault = LedgerFault.LOCKED
    with closing(sqlite3.connect(ledger, isolation_level=None)) as other:
        if why == "newer":
            fault = LedgerFault.NEWER
            other.execute("UPDATE schema_version SET version = 9999")
        elif why == "before release":
            fault = LedgerFault.BEFORE_RELEASE
            other.execute("CREATE TABLE alembic_version (version_num)")
        else:
            monkeypatch.setattr(inspection, "BUSY_MS", 10)
            other.execute("PRAGMA locking_mode=EXCLUSIVE")
            other.execute("BEGIN EXCLUSIVE")
            other.execute("CREATE TABLE held (held)")

        assert fault_of(lambda: upkeep.restore(used.folder, file)) is fault

    assert list(used.folder.glob("ledger.replaced-*")) == []
    if why == "busy":
        reopened(used)


def test_over_a_damaged_ledger_it_is_said_that_its_locks_are_not_known(
    used: Shop, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    used.desk.office().backups.write(file)
    (closed(used) / "ledger.sqlite3").write_bytes(b"?")

    assert main(["restore", str(file), "--data-dir", str(used.folder)]) == 0

    assert "which orders it locked can't be told" in capsys.readouterr().out
    told = [entry for _, entry in reopened(used).desk.audit.entries() if entry.act is Act.RESTORE]
    assert "which orders it locked is not known" in told[0].result


def test_a_ledger_that_a_restore_had_moved_is_asked_for_its_locks_too(used: Shop, file: Path) -> None:
    used.desk.office().backups.write(file)
    used.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    used.give_back(used.an_order("100,00"), (0, "100,00", "0,00"))
    held = DataFolder(closed(used))
    held.write(Mark(demo=False, made=True, kept_aside="ledger.replaced-x.sqlite3"))
    held.ledger.rename(used.folder / "ledger.replaced-x.sqlite3")

    with pytest.raises(InProgress):
        upkeep.restore(used.folder, file)


# From the command line


def test_the_command_writes_a_copy_while_the_window_is_open(
    used: Shop, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(file), "--data-dir", str(used.folder)]) == 0

    assert capsys.readouterr().out == f"Written and checked: {file}, 1 intents.\n"
    assert check_copy(file).intents == 1


def test_the_command_says_what_is_in_the_way(
    used: Shop, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.touch()

    assert main(["backup", str(file), "--data-dir", str(used.folder)]) == 1
    assert "nothing was overwritten" in capsys.readouterr().err
    assert main(["backup", str(file), "--data-dir", str(tmp_path / "none")]) == 1
    assert not (tmp_path / "none").exists()


def test_the_command_restores_and_says_what_that_means(
    used: Shop, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    used.desk.office().backups.write(file)
    assert main(["restore", str(file), "--data-dir", str(used.folder)]) == 1
    assert "another program holds it" in capsys.readouterr().err

    assert main(["restore", str(file), "--data-dir", str(closed(used))]) == 0
    said = capsys.readouterr().out
    assert "Restored and checked: 1 intents." in said
    assert "Nothing is sent until the owner" in said
    reopened(used)


def test_the_command_checks_the_log_and_names_the_first_bad_row(
    used: Shop, capsys: pytest.CaptureFixture[str]
) -> None:
    used.desk.audit.note("ayşe", Act.EXPORT, "day end", "ok")
    code = used.desk.audit.head_code()

    def verify(*more: str) -> tuple[int, str]:
        status = command(["audit", "verify", *more], folder=used.folder, credentials=used.secrets)
        said = capsys.readouterr()
        return status, said.out + said.err

    status, said = verify("--code", code)
    assert (status, f"the last one is {code}" in said) == (0, True)
    assert verify("--code", "99999-0000-0000")[0] == 1
    with closing(sqlite3.connect(used.folder / "ledger.sqlite3")) as connection:
        connection.execute("DROP TRIGGER audit_stands")
        connection.execute("UPDATE audit SET who = 'Mehmet' WHERE seq = 3")
        connection.commit()

    status, said = verify()
    assert (status, "broken at row 3" in said) == (1, True)


def test_the_command_without_a_keyring_says_so(used: Shop, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "verify", "--data-dir", str(used.folder)]) == 1
    assert "keyring" in capsys.readouterr().err


def test_no_command_imports_qt(used: Shop, file: Path) -> None:
    asks = (
        "import sys; from gui.__main__ import main;"
        f"status = main(['backup', {str(file)!r}, '--data-dir', {str(used.folder)!r}]);"
        "sys.exit(status or 10 * any(name.startswith(('PySide6', 'httpx', 'zeep')) for name in sys.modules))"
    )

    ran = subprocess.run([sys.executable, "-c", asks], check=False)  # noqa: S603  a program of ours

    assert ran.returncode == 0


def test_two_copies_of_one_ledger_differ_by_what_happened_between(used: Shop, file: Path) -> None:
    one = used.desk.office().backups.write(file).contents
    used.void(used.a_sale("20,00"))
    shutil.move(file, file.with_suffix(".1"))

    assert used.desk.office().backups.write(file).contents.intents == one.intents + 1
