from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from services.domain.account import GatewayName
from services.domain.errors import LedgerUnavailable
from services.domain.money import Money
from services.ledger.columns import Value
from services.ledger.connection import Connection, inserting, marks, setting
from services.ledger.database import Database


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """One inside a writing transaction of a file of its own, with a table of two columns."""
    with closing(sqlite3.connect(tmp_path / "a.sqlite3", isolation_level=None)) as opened:
        opened.row_factory = sqlite3.Row
        opened.execute('CREATE TABLE lines (id INTEGER PRIMARY KEY, "by" TEXT UNIQUE, amount INTEGER) STRICT')
        made = Connection(opened, writes=True)
        made.begin()
        yield made


_SPITEFUL = "x'); DROP TABLE lines; --"


def three_lines() -> list[dict[str, Value]]:
    return [{"by": str(number), "amount": Money(number)} for number in range(3)]


def test_values_go_in_by_name_or_in_order(connection: Connection) -> None:
    row = connection.insert("lines", {"by": GatewayName.PARAM, "amount": Money(5)})
    connection.run("INSERT INTO lines (by, amount) VALUES (?, ?)", [_SPITEFUL, Money(7)])

    assert tuple(row) == (1, "param", 5)
    assert connection.value("SELECT amount FROM lines WHERE by = :by", {"by": GatewayName.PARAM}) == 5
    assert [row["by"] for row in connection.rows("SELECT * FROM lines")] == [
        "param",
        "x'); DROP TABLE lines; --",
    ]


def test_what_is_not_there_is_none(connection: Connection) -> None:
    assert connection.row("SELECT * FROM lines") is None
    assert connection.value("SELECT id FROM lines") is None
    assert connection.rows("SELECT * FROM lines") == []


def test_many_go_in_one_after_another(connection: Connection) -> None:
    connection.run_all(inserting("lines", ("by", "amount")), three_lines())

    assert [tuple(row) for row in connection.rows("SELECT * FROM lines")] == [
        (1, "0", 0),
        (2, "1", 1),
        (3, "2", 2),
    ]


def test_a_rule_that_only_shows_at_the_end_of_a_statement_is_kept(connection: Connection) -> None:
    connection.run("CREATE TABLE parts (line INTEGER REFERENCES lines (id)) STRICT")
    connection.commit()
    connection.run("PRAGMA foreign_keys = 1")
    connection.begin()

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        connection.insert("parts", {"line": 99})


def test_what_is_undone_is_not_there(connection: Connection) -> None:
    connection.insert("lines", {"by": "a", "amount": Money(1)})
    connection.undo()

    connection.begin()
    assert connection.rows("SELECT * FROM lines") == []
    connection.undo()
    connection.undo()  # there is nothing left to undo


def test_rows_are_handed_on_one_by_one_and_let_go_of(connection: Connection) -> None:
    connection.run_all(inserting("lines", ("by", "amount")), three_lines())

    with connection.each("SELECT * FROM lines ORDER BY id") as rows:
        assert next(rows)["by"] == "0"

    connection.run("DROP TABLE lines")  # which SQLite refuses while it is being read


def test_nothing_runs_once_the_transaction_is_over(connection: Connection) -> None:
    connection.commit()
    connection.leave()

    with pytest.raises(ValueError, match="over"):
        connection.run("DELETE FROM lines")
    with pytest.raises(ValueError, match="over"):
        connection.run_all("DELETE FROM lines WHERE id = :id", [{"id": 1}])


def test_words_of_sql_may_be_names_of_columns() -> None:
    assert inserting("lines", ("by", "amount")) == 'INSERT INTO lines ("by", "amount") VALUES (:by, :amount)'
    assert setting(("by", "amount")) == '"by" = :by, "amount" = :amount'
    assert marks(3) == "?, ?, ?"


def test_a_transaction_that_failed_leaves_its_connection_as_good_as_new(database: Database) -> None:
    def fail() -> None:
        with database.writing() as connection:
            connection.run("DELETE FROM settings")
            connection.run("DELETE FROM nowhere")

    with pytest.raises(LedgerUnavailable, match="nowhere"):
        fail()

    with database.writing() as connection:
        assert connection.value("SELECT count(*) FROM settings") == 2  # its name, and its instance


@pytest.mark.parametrize("fails", [False, True])
def test_a_connection_that_was_kept_is_of_no_use(database: Database, *, fails: bool) -> None:
    def keep() -> Connection:
        with suppress(ZeroDivisionError), database.writing() as connection:
            kept.append(connection)
            if fails:
                raise ZeroDivisionError
        return kept[0]

    kept: list[Connection] = []

    with pytest.raises(ValueError, match="over"):
        keep().run("DELETE FROM settings")


def test_a_reader_sees_one_state_whatever_is_written_meanwhile(database: Database) -> None:
    with database.reading() as reading:
        assert not reading.writes
        before = reading.value("SELECT count(*) FROM settings")
        with database.writing() as writing:
            assert writing.writes
            writing.run("INSERT INTO settings VALUES ('a', 'b')")
        assert reading.value("SELECT count(*) FROM settings") == before

    with database.reading() as reading:
        assert reading.value("SELECT count(*) FROM settings") == before + 1
