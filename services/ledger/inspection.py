"""What a ledger's file turns out to be, before anybody relies on it, and what SQLite's errors mean for us."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from enum import Enum
from pathlib import Path
from typing import Any

from services.domain.errors import LedgerFault, LedgerUnavailable

SCHEMA = Path(__file__).with_name("schema.sql")
"""The tables of a ledger, as a first start makes them."""

VERSION = 1
"""The version of the ledger that this program reads and writes; `schema.sql` makes it."""

BUSY_MS = 5000
"""How long a statement waits for another program to end its own; milliseconds."""

HEADER = b"SQLite format 3\x00"
"""How every file of SQLite's begins."""

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


class Found(Enum):
    """What a file turns out to be, looked at without changing it."""

    EMPTY = "empty"
    CURRENT = "current"
    NEWER = "newer"
    BEFORE_RELEASE = "from before the first release"
    DAMAGED = "damaged"
    FOREIGN = "another program's"


def inspect(path: Path) -> Found:
    """Say what a file is. Opened read-only: closing it writes nothing back."""
    try:
        with path.open("rb") as file:
            start = file.read(len(HEADER))
    except FileNotFoundError:
        return Found.EMPTY
    except OSError as error:
        raise LedgerUnavailable(path, LedgerFault.OTHER, type(error).__name__) from error
    if not start:
        return Found.EMPTY
    if start != HEADER:
        return Found.DAMAGED
    try:
        with closing(connect(path, read_only=True)) as connection:
            connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
            if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return Found.DAMAGED
            return version_of(connection)
    except sqlite3.Error as error:
        fault = fault_of(error)
        if fault is LedgerFault.CORRUPT:
            return Found.DAMAGED
        raise LedgerUnavailable(path, fault, str(error)) from error


def roll_back(path: Path) -> None:
    """Undo what a process left half written: a hot journal, which looking alone can't roll back.

    Only for the holder of the folder's lock. What SQLite says against it, the look that follows says.
    """
    if not is_hot(path):
        return
    with suppress(sqlite3.Error), closing(connect(path, read_only=False)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


def is_hot(path: Path) -> bool:
    """Whether a journal lies beside a ledger that SQLite would roll back."""
    try:
        with Path(f"{path}-journal").open("rb") as journal:
            return journal.read(1) not in {b"", b"\x00"} and path.stat().st_size > 0  # as SQLite does
    except OSError:
        return False


def tables_of_schema() -> frozenset[str]:
    """Return the names of the tables that every ledger of this version has."""
    return frozenset(re.findall(r"^CREATE TABLE (\w+)", SCHEMA.read_text(encoding="utf-8"), re.MULTILINE))


def version_of(connection: sqlite3.Connection) -> Found:
    """Say which version's tables a database has."""
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return Found.EMPTY
    if "alembic_version" in tables:  # what test versions kept their number in
        return Found.BEFORE_RELEASE
    if "schema_version" not in tables:
        return Found.FOREIGN
    row: tuple[Any] | None = connection.execute("SELECT version FROM schema_version").fetchone()
    if row is None:
        return Found.FOREIGN
    return Found.CURRENT if row[0] == VERSION else Found.NEWER


def require_known(path: Path, found: Found) -> None:
    """Let pass a ledger of this program's own version, and an empty file.

    Raises:
        LedgerUnavailable: NEWER, BEFORE_RELEASE, or OTHER.
    """
    if found is Found.BEFORE_RELEASE:
        raise LedgerUnavailable(path, LedgerFault.BEFORE_RELEASE)
    if found is Found.NEWER:
        raise LedgerUnavailable(path, LedgerFault.NEWER)
    if found is Found.FOREIGN:
        raise LedgerUnavailable(path, LedgerFault.OTHER, "another program's file")


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open a file that is there; transactions begin where we say so, and nowhere else."""
    mode = "ro" if read_only else "rw"
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False
    )


def fault_of(error: BaseException | None) -> LedgerFault:
    """Return what one of SQLite's errors means for us."""
    code = getattr(error, "sqlite_errorcode", None)
    return LedgerFault.OTHER if code is None else _FAULTS.get(code & _PRIMARY, LedgerFault.OTHER)
