"""What it costs to check the whole audit log."""

from __future__ import annotations

import hmac
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from services.domain.audit import Act, AuditKey, Entry, verify
from services.domain.clock import SystemClock
from services.ledger.audit import Trail
from services.ledger.database import Database
from tests.benchmarks.journal import FOLDER
from tests.benchmarks.measure import Comparison, in_turn, timed

ROWS = 100_000
ROUNDS = 7


def compare(*, rows: int = ROWS, rounds: int = ROUNDS) -> list[Comparison]:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        return [whole(Path(folder), rows=rows, rounds=rounds)]


def whole(folder: Path, *, rows: int, rounds: int) -> Comparison:
    """Check every row; beside a program that reads the rows and hashes each once, and compares nothing."""
    key = AuditKey.make()
    with Database.open(folder / "ledger") as database:
        trail = _a_log(database, key, rows=rows)

        def checked() -> None:
            with trail.rows() as kept:
                assert verify(kept, {1: key}).rows == rows

        def hashed() -> None:
            with closing(sqlite3.connect(database.path)) as connection:
                for row in connection.execute("SELECT at, who, what, subject, result, mac FROM audit"):
                    hmac.digest(key.secret, "\n".join(row).encode(), "sha256")

        ours, theirs = in_turn(timed(checked), timed(hashed), rounds=rounds)
    return Comparison(
        what=f"the audit log, {rows:,} rows: check it all",
        yardstick="read the rows, hash each",
        unit="ms",
        ours=ours,
        theirs=theirs,
        limit=4,
    )


def _a_log(database: Database, key: AuditKey, *, rows: int) -> Trail:
    clock, trail = SystemClock(), Trail(database)
    trail.begin(key, who="ayse", at=clock.now())
    with database.writing() as connection:
        for number in range(1, rows):
            subject = f"#{number} esnekpos/live/TEST1234/0.54251300 1595848596|{number}"
            entry = Entry(
                at=clock.now(), who="ayse", act=Act.SETTLED, subject=subject, result="done by answer"
            )
            trail.write(connection, entry)
    return trail
