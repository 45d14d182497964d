"""A ledger as one file elsewhere, and back: every copy is read from end to end before it counts.

A ledger is never copied as a file while it is open: part of it is in its log. SQLite writes the copy
itself (`VACUUM INTO`), of one state, whatever is written meanwhile.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from services.domain.errors import InputProblem, InvalidInput, LedgerFault, LedgerUnavailable
from services.ledger import checksum
from services.ledger.database import Database
from services.ledger.folder import BY_ERRNO, flush
from services.ledger.inspection import HEADER, connect, fault_of, require_known, tables_of_schema, version_of
from services.ledger.owners import Owners, owners_in

_GROWING = ("intents", "events", "audit")
"""Tables of which no row ever goes: what a copy has must lie between before and after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What is in a copy.

    Attributes:
        intents, events, audit: Rows.
        ledger: The ledger's own name.
        newest: When the newest intent was armed.
        until: When the newest row of its audit log was written.
        has_checksum: A checksum lies beside it, and it is the copy's. Without one only what can be read
            was checked, which shows most damage and not all.
        owners: Who owns it, as it says itself.
    """

    intents: int
    events: int
    audit: int
    ledger: str = ""
    newest: datetime | None = None
    until: datetime | None = None
    has_checksum: bool = field(default=False, compare=False)
    owners: Owners | None = field(default=None, compare=False, repr=False)


def write_copy(database: Database, file: Path) -> Contents:
    """Write the ledger as it is now into a new file, for this user only; check it; then give it its name.

    Its checksum is written beside it, as ``sha256sum -c`` reads it.

    Raises:
        InvalidInput: ``file``: ALREADY_THERE: nothing is ever overwritten but the checksum of a copy that is
            gone.
        LedgerUnavailable: DISK_FULL, READ_ONLY or OTHER, with the path that is in the way; there is no file
            then. CORRUPT: the copy is not what the ledger is.
    """
    if file.exists():
        raise InvalidInput("file", InputProblem.ALREADY_THERE)
    checksum.require_free(file)
    with _fresh(file) as part:
        before = _count(database)
        database.copy_into(part)
        found = check_copy(part)
        after = _count(database)
        for table in _GROWING:
            if not before[table] <= getattr(found, table) <= after[table]:
                raise LedgerUnavailable(part, LedgerFault.CORRUPT, f"rows are missing from {table}")
        digest = checksum.digest_of(part)
    try:
        with _border(file):
            checksum.write(file, digest)
    except LedgerUnavailable:
        file.unlink(missing_ok=True)
        raise
    return replace(found, has_checksum=True)


def bring_copy(file: Path, to: Path) -> Contents:
    """Copy a checked file to a name beside a ledger, and check it there once more.

    It has its write-ahead log before it has its name: a process that dies while a ledger turns to one
    leaves a journal that only a writer can roll back.

    Raises:
        LedgerUnavailable: As for `check_copy`; or it can't be written.
    """
    found = check_copy(file)
    with _fresh(to) as part:
        shutil.copyfile(file, part)
        if check_copy(part) != found:
            raise LedgerUnavailable(part, LedgerFault.CORRUPT, "it changed while it was copied")
        with _border(part), closing(connect(part, read_only=False)) as connection:
            if connection.execute("PRAGMA journal_mode=WAL").fetchone() != ("wal",):
                raise LedgerUnavailable(part, LedgerFault.OTHER, "it takes no write-ahead log")
    return found


def check_copy(file: Path) -> Contents:
    """Read a copy from end to end and return what is in it. Changes nothing, not even beside it.

    Raises:
        LedgerUnavailable: CORRUPT, also where the checksum beside it is another's; NEWER, BEFORE_RELEASE;
            or OTHER: there is no such file, no ledger in it, or it was copied together with its log while
            it was open.
    """
    log = Path(f"{file}-wal")
    with _border(file):
        has_checksum = checksum.check(file)
    with _border(file):
        with file.open("rb") as opened:
            if opened.read(len(HEADER)) != HEADER:
                raise LedgerUnavailable(file, LedgerFault.OTHER, "no ledger")
        if log.exists() and log.stat().st_size:
            raise LedgerUnavailable(file, LedgerFault.OTHER, "copied while it was open")
        address = f"{file.absolute().as_uri()}?mode=ro&immutable=1"
        with closing(sqlite3.connect(address, uri=True)) as connection:
            if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise LedgerUnavailable(file, LedgerFault.CORRUPT)
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise LedgerUnavailable(file, LedgerFault.CORRUPT, "rows speak of others that are not there")
            found = _contents(file, connection)
            for table in sorted(tables_of_schema()):
                for _ in connection.execute(f"SELECT * FROM {table}"):
                    pass  # a text that is none shows only where it is read
            return replace(found, has_checksum=has_checksum, owners=owners_in(connection))


def _contents(file: Path, connection: sqlite3.Connection) -> Contents:
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    require_known(file, version_of(connection))
    if absent := tables_of_schema() - tables:
        raise LedgerUnavailable(file, LedgerFault.OTHER, f"no ledger: {', '.join(sorted(absent))} missing")

    def rows(table: str) -> int:
        (count,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        return int(count)

    def one(query: str) -> str | None:
        (found,) = connection.execute(query).fetchone() or (None,)
        return None if found is None else str(found)

    ledger = one("SELECT value FROM settings WHERE name = 'ledger'")
    if not ledger:
        raise LedgerUnavailable(file, LedgerFault.OTHER, "it has lost its name")
    return Contents(
        intents=rows("intents"),
        events=rows("events"),
        audit=rows("audit"),
        ledger=ledger,
        newest=_instant(one("SELECT max(armed_at) FROM intents")),
        until=_instant(one("SELECT at FROM audit ORDER BY seq DESC LIMIT 1")),
    )


def _instant(text: str | None) -> datetime | None:
    at = None if text is None else datetime.fromisoformat(text)
    if at is not None and at.tzinfo is None:
        raise ValueError("an instant without its zone")
    return at


def _count(database: Database) -> dict[str, int]:
    with database.reading() as connection:
        return {table: int(connection.value(f"SELECT count(*) FROM {table}")) for table in _GROWING}


@contextmanager
def _fresh(file: Path) -> Iterator[Path]:
    """Give a name beside `file` to write to; it becomes `file` once that went well, or is gone."""
    part = file.with_name(f".{file.name}.{uuid.uuid4().hex}.part")
    with _border(file):
        os.close(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        yield part
        with _border(file):
            flush(part)
            part.rename(file)
            flush(file.parent)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _border(file: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        raise LedgerUnavailable(file, fault_of(error), str(error)) from error
    except ValueError as error:
        raise LedgerUnavailable(file, LedgerFault.CORRUPT, str(error)) from error
    except OSError as error:
        fault = BY_ERRNO.get(error.errno or 0, LedgerFault.OTHER)
        raise LedgerUnavailable(file, fault, os.strerror(error.errno or 0)) from error
