"""The open ledger: one SQLite file, its transactions, and the one border to SQLite's own errors.

Opening takes the folder's lock before it looks at any file in it. A file that is damaged is moved
aside, one from a newer version is left as it is. Reading goes on beside a write (write-ahead log); a
write is one immediate transaction, on disk when it returns.
"""

from __future__ import annotations

import sqlite3
import sys
from collections import deque
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import Self

from services.domain.errors import LedgerFault, LedgerUnavailable
from services.ledger.connection import Connection
from services.ledger.folder import LEDGER, DataFolder, Mark
from services.ledger.inspection import (
    BUSY_MS,
    SCHEMA,
    Found,
    connect,
    fault_of,
    inspect,
    is_hot,
    require_known,
    roll_back,
)
from services.ledger.location import require_own_disk

_OTHER_INSTANCE = "UPDATE settings SET value = lower(hex(randomblob(16))) WHERE name = 'instance'"
_KEPT_OPEN = 8
"""How many connections wait for the next transaction; more are opened when more are needed at once."""
_PRAGMAS: dict[str, int | str] = {
    "busy_timeout": BUSY_MS,
    "foreign_keys": 1,
    "journal_mode": "wal",
    "recursive_triggers": 1,  # else a REPLACE deletes past the triggers that forbid it
    "synchronous": 2,  # FULL
    "trusted_schema": 0,
}
_ON_MACOS = {"fullfsync": 1, "checkpoint_fullfsync": 1}  # else the drive's own cache is not flushed


class Database:
    """The open ledger of one data folder. Usable from any thread; each call uses a connection of its own.

    Attributes:
        path: The file.
        read_only: It was opened for looking; every write raises LedgerUnavailable(LOCKED).
        earlier: Ledgers of this folder that were damaged or lost and are kept aside, where this one
            began without knowing what was in them. Names whose file is gone may be among them.
    """

    def __init__(self, folder: DataFolder, *, read_only: bool, earlier: tuple[Path, ...] = ()) -> None:
        """Reach the file without asking whose it is; `open` and `look` ask."""
        self.path = folder.ledger
        self.read_only = read_only
        self.earlier = earlier
        self._folder = folder
        self._closed = False
        self._turn = RLock()
        self._idle: deque[sqlite3.Connection] = deque()
        self._file: tuple[int, int] | None = None
        """Which file the first connection opened, as the system numbers it."""

    @classmethod
    def open(
        cls, folder: Path, *, demo: bool = False, start_over: bool = False, fresh: bool = False
    ) -> Database:
        """Open a folder's ledger to read and write, making what is missing.

        Args:
            folder: The data folder; made when it is not there.
            demo: It is the demo's folder; never a shop's.
            start_over: A person was told that the folder's ledger is damaged or lost, and goes on with
                an empty one, which has forgotten every lock. A ledger that can be opened is not touched.
            fresh: Throw the demo's old ledger away first.

        Raises:
            LedgerUnavailable: LOCKED, NETWORK_FOLDER, SYNCED_FOLDER, NOT_OURS, READ_ONLY, NEWER,
                BEFORE_RELEASE, CORRUPT (the damaged file was moved to `kept_aside`), DISK_FULL, OTHER.
            ValueError: `fresh` without `demo`.
        """
        if fresh and not demo:
            raise ValueError("only a demo's ledger is thrown away")
        require_own_disk(folder)
        held = DataFolder(folder)
        held.make()
        held.hold()
        try:
            return cls.open_held(held, demo=demo, start_over=start_over or demo, fresh=fresh)
        except BaseException:
            held.release()
            raise

    @classmethod
    def look(cls, folder: Path, *, demo: bool = False, name: str = LEDGER) -> Database:
        """Open a folder's ledger for looking only, whoever holds it.

        Args:
            folder: The data folder.
            demo: It is the demo's folder.
            name: Of the file, for one that is kept aside.

        Raises:
            LedgerUnavailable: NETWORK_FOLDER, SYNCED_FOLDER, NOT_OURS, NEWER, CORRUPT (and untouched),
                BEFORE_RELEASE,
                OTHER: there is none.
        """
        require_own_disk(folder)
        data = DataFolder(folder, name=name)
        mark = data.require(demo=demo)
        if is_hot(data.ledger):
            with suppress(LedgerUnavailable), data.held():
                roll_back(data.ledger)  # its holder does so otherwise
        found = inspect(data.ledger)
        if found is Found.DAMAGED:
            raise LedgerUnavailable(data.ledger, LedgerFault.CORRUPT)
        require_known(data.ledger, found)
        if found is not Found.CURRENT:
            raise LedgerUnavailable(data.ledger, LedgerFault.OTHER, f"the ledger is {found.value}")
        return cls(data, read_only=True, earlier=_earlier(data, mark))

    @classmethod
    def open_held(
        cls, folder: DataFolder, *, demo: bool = False, start_over: bool = False, fresh: bool = False
    ) -> Database:
        """Open the ledger of a folder that is held already, as `open` does; closing it lets the folder go."""
        mark = folder.require(demo=demo)
        if fresh:
            folder.empty()
        roll_back(folder.ledger)
        found = inspect(folder.ledger)
        if found is Found.DAMAGED:
            raise LedgerUnavailable(folder.ledger, LedgerFault.CORRUPT, kept_aside=folder.keep_aside(mark))
        require_known(folder.ledger, found)
        mark = folder.prepare(mark, empty=found is Found.EMPTY, start_over=start_over)
        database = cls(folder, read_only=False, earlier=_earlier(folder, mark))
        try:
            if found is Found.EMPTY:
                database._begin()
            with database.writing():
                pass  # proves that it can be written, before anybody relies on it
            folder.settle(mark)
        except BaseException:
            database._let_go()
            raise
        return database

    def close(self) -> None:
        """Let go of the file and the folder. Nobody may be inside a transaction any more."""
        if self._closed:
            return
        self._closed = True
        self._let_go()
        self._folder.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the ledger, whatever is written meanwhile.

        Raises:
            LedgerUnavailable: It can't be read.
        """
        with self._border(), self._transaction(writes=False) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection inside one immediate transaction: all of it is on disk afterwards, or none.

        Threads take turns, however long one takes: SQLite itself would give up on a settlement that waits
        for a large import.

        Raises:
            LedgerUnavailable: It can't be written; LOCKED when it was opened for looking only.
        """
        if self.read_only:
            raise LedgerUnavailable(self.path, LedgerFault.LOCKED)
        with self._turn, self._border(), self._transaction(writes=True) as connection:
            yield connection

    def require_in_place(self) -> None:
        """Let pass while the file that is open still is the one in its place.

        Raises:
            LedgerUnavailable: REPLACED: another lies there, or none: what is written now would be lost.
        """
        self._require_the_same()

    def copy_into(self, path: Path) -> None:
        """Write the ledger as it is now into an empty file, whatever is written meanwhile.

        The copy is another instance: it says so itself.

        Raises:
            LedgerUnavailable: It can't be read, or `path` can't be written.
        """
        if self._closed:
            raise LedgerUnavailable(self.path, LedgerFault.OTHER, "closed")
        try:
            with closing(connect(self.path, read_only=True)) as connection:
                connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
                connection.execute("VACUUM INTO ?", (str(path),))
            with closing(connect(path, read_only=False)) as copy:
                copy.execute(_OTHER_INSTANCE)
        except sqlite3.Error as error:
            raise LedgerUnavailable(path, fault_of(error), str(error)) from error

    @contextmanager
    def _border(self) -> Iterator[None]:
        """Let no error of SQLite's out. What they say holds no value of ours."""
        if self._closed:
            raise LedgerUnavailable(self.path, LedgerFault.OTHER, "closed")
        try:
            yield
        except sqlite3.Error as error:
            raise LedgerUnavailable(self.path, fault_of(error), str(error)) from error

    @contextmanager
    def _transaction(self, *, writes: bool) -> Iterator[Connection]:
        """Do all of what is done inside, or nothing of it."""
        opened = self._take()
        connection = Connection(opened, writes=writes)
        try:
            connection.begin()
            yield connection
            connection.commit()
        except BaseException:
            self._undo(connection, opened)
            raise
        else:
            self._put_back(opened)
        finally:
            connection.leave()

    def _take(self) -> sqlite3.Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return self._connection()

    def _undo(self, connection: Connection, opened: sqlite3.Connection) -> None:
        try:
            connection.undo()
        except sqlite3.Error:
            opened.close()  # which undoes it as well; what went wrong before is what is told
        else:
            self._put_back(opened)

    def _put_back(self, opened: sqlite3.Connection) -> None:
        if len(self._idle) < _KEPT_OPEN:
            self._idle.append(opened)
        else:
            opened.close()
        if self._closed:
            self._let_go()

    def _let_go(self) -> None:
        while self._idle:
            self._idle.pop().close()

    def _connection(self) -> sqlite3.Connection:
        connection = connect(self.path, read_only=self.read_only)
        connection.row_factory = sqlite3.Row
        try:
            self._settle(connection)
            self._require_the_same()
        except BaseException:
            connection.close()
            raise
        return connection

    def _require_the_same(self) -> None:
        try:
            stat = self.path.stat()
        except OSError as error:
            raise LedgerUnavailable(self.path, LedgerFault.REPLACED, type(error).__name__) from error
        there = stat.st_dev, stat.st_ino
        if self._file not in (None, there):
            raise LedgerUnavailable(self.path, LedgerFault.REPLACED)
        self._file = there

    def _settle(self, connection: sqlite3.Connection) -> None:
        """Set what every promise here rests on, and read it back: SQLite refuses silently."""
        for name, value in (_PRAGMAS | (_ON_MACOS if sys.platform == "darwin" else {})).items():
            if self.read_only and name == "journal_mode":
                continue  # the file's own, which only a writer changes: a copy put here by hand has no log
            connection.execute(f"PRAGMA {name}={value}")
            (found,) = connection.execute(f"PRAGMA {name}").fetchone()
            if found != value:
                raise LedgerUnavailable(self.path, LedgerFault.OTHER, f"{name} is {found}, not {value}")

    def _begin(self) -> None:
        """Make every table, all of them or none."""
        tables = SCHEMA.read_text(encoding="utf-8")
        with self._border(), closing(self._connection()) as connection:
            connection.executescript(f"BEGIN IMMEDIATE;\n{tables}\nCOMMIT;")


def is_duplicate(error: sqlite3.IntegrityError) -> bool:
    """Whether a row was refused because another has its unique key already."""
    return error.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_UNIQUE


def _earlier(folder: DataFolder, mark: Mark) -> tuple[Path, ...]:
    return tuple(folder.path / name for name in mark.earlier)
