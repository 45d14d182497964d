"""A ledger of an older version comes to this one with everything that is in it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine

from services.domain.errors import InProgress
from services.domain.question import Holds, Question, Sorting, Term
from services.domain.reversal import IntentState, SettledBy
from services.ledger import migrations
from services.ledger.accounts import Accounts
from services.ledger.database import Database
from services.ledger.finding import Finds
from services.ledger.folder import DataFolder, Mark
from services.ledger.journal import Journal
from tests.services.ledger.making import a_void, after

_ROOM = re.compile(r"(?<=\() | (?=\))")
"""What stands inside a bracket before its first word, or after its last."""

_AT = "2026-03-02T09:00:00.000000+00:00"

_FIRST = f"""
INSERT INTO accounts
VALUES (7, 'esnekpos', 'live', 'TEST1234', 'Merkez', '', 'https://x.example/', NULL, 0, 0);
INSERT INTO snapshots VALUES (3, 7, 'R1', '{_AT}', '{{}}', 'paid', 125000, '{_AT}', 0, 'POS', 'r1');
INSERT INTO intents (
    gateway, environment, merchant, reference, request, everything, verb, amount, account_id, batch, position,
    sold, returned_there, seen_snapshot, reason, operator, till, process, folded, state, armed_at
)
VALUES
    ('esnekpos', 'live', 'TEST1234', 'R1', 'void', 0, 'void', 125000, 7, 'b1', 0, 125000, 0, 3, 'yanlış',
     'ayşe', 'kasa', 'run', 'r1', 'armed', '{_AT}'),
    ('esnekpos', 'live', 'TEST1234', 'R2', 'void', 0, 'void', 5000, 7, 'b2', 0, 5000, 0, 3, 'yanlış',
     'ayşe', 'kasa', 'run', 'r2', 'armed', '{_AT}');
UPDATE intents SET state = 'sent', sent_at = '{_AT}';
UPDATE intents SET state = 'unknown', settled_at = '{_AT}', settled_by = 'transport', absence_settles = 0,
    evidence = 'no answer in time' WHERE id = 1;
UPDATE intents SET state = 'done', settled_at = '{_AT}', settled_by = 'answer', code = '0',
    absence_settles = 0, evidence = '{{}}', confirmation = 'pending' WHERE id = 2;
"""  # noqa: S608  our own rows


def a_ledger_of(folder: Path, *, version: str) -> DataFolder:
    data = DataFolder(folder)
    data.make()
    engine = create_engine(f"sqlite:///{data.ledger}")
    with engine.begin() as connection:
        migrations.upgrade(connection, to=version)
    engine.dispose()
    return data


@pytest.fixture
def first(folder: Path) -> Path:
    """A shop's folder as the first version left it: an unknown reversal and a done one."""
    data = a_ledger_of(folder, version="0001")
    with closing(sqlite3.connect(data.ledger)) as connection:
        connection.executescript(_FIRST)
        connection.commit()
    data.write(Mark(demo=False, made=True))
    return folder


@pytest.fixture
def opened(first: Path) -> Iterator[Database]:
    with Database.open(first) as database:
        yield database


def test_every_intent_is_there_as_it_was(opened: Database) -> None:
    unknown, done = Journal(opened).newest()[::-1]

    assert (unknown.id, unknown.state) == (1, IntentState.OUTCOME_UNKNOWN)
    assert unknown.settled is not None
    assert (unknown.settled.by, unknown.settled.evidence) == (SettledBy.TRANSPORT, "no answer in time")
    assert (unknown.draft.operator, unknown.draft.operator_id, unknown.draft.approval) == ("ayşe", 0, None)
    assert (done.id, done.state, done.draft.seen_snapshot) == (2, IntentState.DONE, 3)


def test_what_happened_is_told_once(opened: Database) -> None:
    journal = Journal(opened)

    assert [event.state for event in journal.events(1)] == [
        IntentState.ARMED,
        IntentState.SENT,
        IntentState.OUTCOME_UNKNOWN,
    ]
    assert len(journal.events(2)) == 3


def test_an_order_that_was_locked_stays_locked(opened: Database) -> None:
    account = Accounts(opened).get(7)

    with pytest.raises(InProgress):
        Journal(opened).arm(a_void(account, "R1"), at=after(1))


def test_nothing_of_the_old_tables_is_left(opened: Database) -> None:
    with opened.reading() as connection:
        names = [name for (name,) in connection.rows("SELECT name FROM sqlite_master")]
        broken = connection.rows("PRAGMA foreign_key_check")

    assert [name for name in names if name.endswith("_0001")] == []
    assert broken == []


def test_a_new_ledger_has_the_tables_that_an_old_one_comes_to(opened: Database, tmp_path: Path) -> None:
    with Database.open(tmp_path / "new") as new:
        assert made_of(new) == made_of(opened)


def made_of(database: Database) -> dict[str, str]:
    """Return what made every table, index and trigger: without remarks, however its lines are broken."""
    with database.reading() as connection:
        made = dict(map(tuple, connection.rows("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")))
        made["the version"] = connection.value("SELECT version_num FROM alembic_version")
    return {name: _ROOM.sub("", " ".join(sql.split())) for name, sql in made.items()}


def test_a_migration_that_breaks_leaves_no_half_of_it(first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = migrations.upgrade

    def broken(connection: Connection) -> None:
        whole(connection)
        raise OSError("the power went")

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "upgrade", broken)
        with pytest.raises(OSError, match="power"):
            Database.open(first)
    with closing(sqlite3.connect(DataFolder(first).ledger)) as left:
        assert left.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]

    with Database.open(first) as database:
        assert Journal(database).count() == 2


def test_a_ledger_gets_a_name_of_its_own(opened: Database, tmp_path: Path) -> None:
    def name_of(database: Database) -> str:
        with database.reading() as connection:
            wanted = "SELECT value FROM settings WHERE name = 'ledger'"
            return str(connection.value(wanted))

    with Database.open(tmp_path / "another") as another:
        assert len(name_of(opened)) == 32
        assert name_of(opened) != name_of(another)


def test_what_was_looked_at_before_is_found_with_its_extract_number(folder: Path) -> None:
    data = a_ledger_of(folder, version="0003")
    body = '{"TRANSACTIONS": [{"TRANSFER_DETAIL": {"EXTRACT_ID": 5715}}]}'
    with closing(sqlite3.connect(data.ledger)) as connection:
        connection.execute(
            "INSERT INTO accounts VALUES (7, 'esnekpos', 'live', 'T', 'Merkez', '', '', NULL, 0, 0)"
        )
        for number, kept in enumerate((body, "no JSON at all", body), 1):
            reference = "R1" if number != 2 else "R2"
            connection.execute(
                "INSERT INTO snapshots VALUES (?, 7, ?, ?, ?, 'paid', 125000, NULL, 0, 'POS', ?, NULL)",
                (number, reference, _AT, kept, reference.lower()),
            )
        connection.commit()
    data.write(Mark(demo=False, made=True))

    with Database.open(folder) as opened:
        finds, everything = Finds(opened), Question("", (), may_be_reference=False)
        extract = Question("", (Term("5715", (Holds("5715"),)),), may_be_reference=False)
        assert finds.count(everything) == 2
        assert [find.reference for find in finds.page(extract, Sorting(), limit=9).finds] == ["R1"]
