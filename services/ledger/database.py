"""The open ledger: one SQLite file, its transactions, and the one border to SQLite's own errors.

Opening takes the folder's lock before it looks at any file in it. A file that is damaged is moved
aside, one from a newer version is left as it is. Reading goes on beside a write (write-ahead log); a
write is one immediate transaction, on disk when it returns.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from enum import Enum
from pathlib import Path
from threading import RLock
from typing import Any, Self

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError, SQLAlchemyError, StatementError
from sqlalchemy.pool import QueuePool

from services.domain.errors import LedgerFault, LedgerUnavailable
from services.ledger.folder import DataFolder, Mark
from services.ledger.location import require_own_disk
from services.ledger.schema import VERSIONS

_HEADER = b"SQLite format 3\x00"
_BUSY_MS = 5000
_STATEMENTS = 64
"""How many built statements are kept: those of a busy hour. Each takes some 50 KB; 500 is usual."""
_PRIMARY = 0xFF
"""SQLite's extended error codes hold the plain one in the lowest byte."""

_FAULTS = {
    sqlite3.SQLITE_BUSY: LedgerFault.LOCKED,
    sqlite3.SQLITE_LOCKED: LedgerFault.LOCKED,
    sqlite3.SQLITE_READONLY: LedgerFault.READ_ONLY,
    sqlite3.SQLITE_PERM: LedgerFault.READ_ONLY,
    sqlite3.SQLITE_FULL: LedgerFault.DISK_FULL,
    sqlite3.SQLITE_CORRUPT: LedgerFault.CORRUPT,
    sqlite3.SQLITE_NOTADB: LedgerFault.CORRUPT,
}

_PRAGMAS: dict[str, int | str] = {
    "busy_timeout": _BUSY_MS,
    "foreign_keys": 1,
    "journal_mode": "wal",
    "recursive_triggers": 1,  # else a REPLACE deletes past the triggers that forbid it
    "synchronous": 2,  # FULL
    "trusted_schema": 0,
}
_ON_MACOS = {"fullfsync": 1, "checkpoint_fullfsync": 1}  # else the drive's own cache is not flushed


class _Found(Enum):
    """What a file turns out to be, looked at without changing it."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"
    DAMAGED = "damaged"
    FOREIGN = "another program's"


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
        self._engine = self._connect()
        self._writer = self._engine.execution_options(begin="BEGIN IMMEDIATE")

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
            LedgerUnavailable: LOCKED, NETWORK_FOLDER, SYNCED_FOLDER, NOT_OURS, READ_ONLY, NEWER, CORRUPT
                (the damaged file was moved to `kept_aside`), DISK_FULL, OTHER.
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
    def look(cls, folder: Path, *, demo: bool = False) -> Database:
        """Open a folder's ledger for looking only, whoever holds it.

        Raises:
            LedgerUnavailable: NETWORK_FOLDER, SYNCED_FOLDER, NOT_OURS, NEWER, CORRUPT (and untouched),
                OTHER: there is none, or its holder has yet to bring it to this version.
        """
        require_own_disk(folder)
        data = DataFolder(folder)
        mark = data.require(demo=demo)
        found = _inspect(data.ledger)
        if found is _Found.DAMAGED:
            raise LedgerUnavailable(data.ledger, LedgerFault.CORRUPT)
        _require_known(data.ledger, found)
        if found is not _Found.CURRENT:
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
        found = _inspect(folder.ledger)
        if found is _Found.DAMAGED:
            raise LedgerUnavailable(folder.ledger, LedgerFault.CORRUPT, kept_aside=folder.keep_aside(mark))
        _require_known(folder.ledger, found)
        mark = folder.prepare(mark, empty=found is _Found.EMPTY, start_over=start_over)
        database = cls(folder, read_only=False, earlier=_earlier(folder, mark))
        try:
            if found is not _Found.CURRENT:
                database._upgrade()
            with database.writing():
                pass  # proves that it can be written, before anybody relies on it
            folder.settle(mark)
        except BaseException:
            database._engine.dispose()
            raise
        return database

    def close(self) -> None:
        """Let go of the file and the folder. Nobody may be inside a transaction any more."""
        if self._closed:
            return
        self._closed = True
        self._engine.dispose()
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
        with self._border(), self._engine.begin() as connection:
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
        with self._turn, self._border(), self._writer.begin() as connection:
            yield connection

    def copy_into(self, path: Path) -> None:
        """Write the ledger as it is now into an empty file, whatever is written meanwhile.

        Raises:
            LedgerUnavailable: It can't be read, or `path` can't be written.
        """
        if self._closed:
            raise LedgerUnavailable(self.path, LedgerFault.OTHER, "closed")
        try:
            with closing(_connection(self.path, read_only=True)) as connection:
                connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
                connection.execute("VACUUM INTO ?", (str(path),))
        except sqlite3.Error as error:
            raise LedgerUnavailable(path, fault_of(error), str(error)) from error

    @contextmanager
    def _border(self) -> Iterator[None]:
        """Let no error of SQLite's or SQLAlchemy's out. What they say holds no value of ours."""
        if self._closed:
            raise LedgerUnavailable(self.path, LedgerFault.OTHER, "closed")
        try:
            yield
        except DBAPIError as error:
            raise LedgerUnavailable(self.path, fault_of(error.orig), str(error.orig)) from error
        except StatementError as error:
            if error.orig is None:
                raise LedgerUnavailable(self.path, LedgerFault.OTHER, type(error).__name__) from error
            raise error.orig from error  # a value that no column takes is the caller's mistake
        except SQLAlchemyError as error:
            raise LedgerUnavailable(self.path, LedgerFault.OTHER, type(error).__name__) from error

    def _connect(self) -> Engine:
        engine = create_engine(
            "sqlite+pysqlite://",
            creator=self._connection,
            poolclass=QueuePool,
            pool_size=8,
            max_overflow=-1,
            hide_parameters=True,
            query_cache_size=_STATEMENTS,
        )

        @event.listens_for(engine, "begin")
        def begin(connection: Connection) -> None:
            connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

        return engine

    def _connection(self) -> sqlite3.Connection:
        connection = _connection(self.path, read_only=self.read_only)
        try:
            self._settle(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def _settle(self, connection: sqlite3.Connection) -> None:
        """Set what every promise here rests on, and read it back: SQLite refuses silently."""
        for name, value in (_PRAGMAS | (_ON_MACOS if sys.platform == "darwin" else {})).items():
            connection.execute(f"PRAGMA {name}={value}")
            (found,) = connection.execute(f"PRAGMA {name}").fetchone()
            if found != value:
                raise LedgerUnavailable(self.path, LedgerFault.OTHER, f"{name} is {found}, not {value}")

    def _upgrade(self) -> None:
        from services.ledger import migrations  # noqa: PLC0415  Alembic is slow to load and rarely needed

        with self.writing() as connection:
            migrations.upgrade(connection)


def is_duplicate(error: IntegrityError) -> bool:
    """Whether a row was refused because another has its unique key already."""
    return getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_CONSTRAINT_UNIQUE


def _connection(path: Path, *, read_only: bool) -> sqlite3.Connection:
    # `isolation_level=None`: transactions begin where we say so, and nowhere else.
    mode = "ro" if read_only else "rw"
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )


def _inspect(path: Path) -> _Found:
    """Say what a file is. Opened read-only: closing it writes nothing back."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    except FileNotFoundError:
        return _Found.EMPTY
    except OSError as error:
        raise LedgerUnavailable(path, LedgerFault.OTHER, type(error).__name__) from error
    if not start:
        return _Found.EMPTY
    if start != _HEADER:
        return _Found.DAMAGED
    try:
        with closing(_connection(path, read_only=True)) as connection:
            connection.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return _Found.DAMAGED
            return _version(connection)
    except sqlite3.Error as error:
        fault = fault_of(error)
        if fault is LedgerFault.CORRUPT:
            return _Found.DAMAGED
        raise LedgerUnavailable(path, fault, str(error)) from error


def _version(connection: sqlite3.Connection) -> _Found:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return _Found.EMPTY
    if "alembic_version" not in tables:
        return _Found.FOREIGN
    row: tuple[Any] | None = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        return _Found.FOREIGN
    if row[0] == VERSIONS[-1]:
        return _Found.CURRENT
    return _Found.OLDER if row[0] in VERSIONS else _Found.NEWER


def _require_known(path: Path, found: _Found) -> None:
    if found is _Found.NEWER:
        raise LedgerUnavailable(path, LedgerFault.NEWER)
    if found is _Found.FOREIGN:
        raise LedgerUnavailable(path, LedgerFault.OTHER, "another program's file")


def fault_of(error: BaseException | None) -> LedgerFault:
    """Return what one of SQLite's errors means for us."""
    code = getattr(error, "sqlite_errorcode", None)
    return LedgerFault.OTHER if code is None else _FAULTS.get(code & _PRIMARY, LedgerFault.OTHER)


def _earlier(folder: DataFolder, mark: Mark) -> tuple[Path, ...]:
    return tuple(folder.path / name for name in mark.earlier)
