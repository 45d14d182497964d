"""A connection inside one transaction: statements as SQLite reads them, values as the domain has them.

Values are always bound, never written into a statement; what a statement is put together of are our own
names of tables and columns.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from typing import Any, TypeAlias

from services.ledger.columns import Stored, Value, stored

Row: TypeAlias = sqlite3.Row
"""One row, by the names of its columns; what a value means, whoever reads it says."""

AFTER_ALL = 2**63 - 1
"""No row has a higher number."""

Values = Mapping[str, Value] | Sequence[Value]
"""By name for ``:name``, in order for ``?``."""


class Connection:
    """Runs statements. Of one thread, for as long as its transaction lasts.

    Every method raises sqlite3.Error, which `Database` turns into LedgerUnavailable; InvalidInput for a typed
    text that no file can hold; ValueError and TypeError for what no column takes, and ValueError once the
    transaction is over.

    Attributes:
        writes: The transaction was begun to write.
    """

    def __init__(self, opened: sqlite3.Connection, *, writes: bool) -> None:
        self._opened = opened
        self._left = False
        self.writes = writes

    def begin(self) -> None:
        """Begin the transaction: to write at once, or to see one state of the ledger."""
        self._opened.execute("BEGIN IMMEDIATE" if self.writes else "BEGIN")

    def commit(self) -> None:
        """End it; what was written is on disk when this returns."""
        self._opened.execute("COMMIT")

    def undo(self) -> None:
        """End it as if nothing had been done. SQLite may have done so already, of a full disk say."""
        if self._opened.in_transaction:
            self._opened.execute("ROLLBACK")

    def leave(self) -> None:
        """The transaction is over: whoever has kept this runs nothing more by it, in somebody else's."""
        self._left = True

    def run(self, statement: str, values: Values = ()) -> None:
        """Run what has no answer."""
        self._run(statement, values).close()

    def run_all(self, statement: str, many: Iterable[Mapping[str, Value]]) -> None:
        """Run it once for each."""
        for values in many:
            self.run(statement, values)

    def row(self, statement: str, values: Values = ()) -> Row | None:
        """Return the first row, if there is one."""
        # All are fetched: what a statement with RETURNING breaks, SQLite says after its last row.
        found = self.rows(statement, values)
        return found[0] if found else None

    def rows(self, statement: str, values: Values = ()) -> list[Row]:
        """Return every row."""
        with closing(self._run(statement, values)) as cursor:
            return cursor.fetchall()

    @contextmanager
    def each(self, statement: str, values: Values = ()) -> Iterator[Iterator[Row]]:
        """Give row by row what may be more than fits into memory."""
        with closing(self._run(statement, values)) as cursor:
            yield cursor

    def value(self, statement: str, values: Values = ()) -> Any:
        """Return the first column of the first row; None where there is none."""
        found = self.row(statement, values)
        return None if found is None else found[0]

    def insert(self, table: str, values: Mapping[str, Value]) -> Row:
        """Put a row into a table and return it as it is there."""
        made = self.row(f"{inserting(table, values)} RETURNING *", values)
        assert made is not None  # it was put there, or it raised
        return made

    def _run(self, statement: str, values: Values) -> sqlite3.Cursor:
        if self._left:
            raise ValueError("the transaction is over")
        return self._opened.execute(statement, _bound(values))


def inserting(table: str, columns: Iterable[str]) -> str:
    """Return the statement that puts a row into a table, its values bound by the names of their columns."""
    names = tuple(columns)
    places = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table} ({', '.join(map(_quoted, names))}) VALUES ({places})"


def setting(columns: Iterable[str]) -> str:
    """Return what sets columns to values bound by their names: ``a = :a, b = :b``."""
    return ", ".join(f"{_quoted(name)} = :{name}" for name in columns)


def marks(count: int) -> str:
    """Return places for so many values: ``?, ?``."""
    return ", ".join("?" * count)


def _quoted(name: str) -> str:
    return f'"{name}"'  # some are words of SQL


def _bound(values: Values) -> dict[str, Stored] | list[Stored]:
    if isinstance(values, Mapping):
        return {name: stored(value, name) for name, value in values.items()}
    return [stored(value) for value in values]
