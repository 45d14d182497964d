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


def compare() -> list[Comparison]:
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=FOLDER) as folder:
        return [whole(Path(folder))]


def whole(folder: Path) -> Comparison:
    """Check every row; beside a program that reads the rows and hashes each once, and compares nothing."""
    key = AuditKey.make()
    with Database.open(folder / "ledger") as database:
        trail = _a_log(database, key)

        def checked() -> None:
            with trail.rows() as rows:
                assert verify(rows, {1: key}).rows == ROWS

        def hashed() -> None:
            with closing(sqlite3.connect(database.path)) as connection:
                for row in connection.execute("SELECT at, who, what, subject, result, mac FROM audit"):
                    hmac.digest(key.secret, "\n".join(row).encode(), "sha256")

        ours, theirs = in_turn(timed(checked), timed(hashed), rounds=ROUNDS)
    return Comparison(
        what=f"the audit log, {ROWS:,} rows: check it all",
        yardstick="read the rows, hash each",
        unit="ms",
        ours=ours,
        theirs=theirs,
        limit=4,
    )


def _a_log(database: Database, key: AuditKey) -> Trail:
    clock, trail = SystemClock(), Trail(database)
    trail.begin(key, who="ayse", at=clock.now())
    with database.writing() as connection:
        for number in range(1, ROWS):
            subject = f"#{number} esnekpos/live/TEST1234/0.54251300 1595848596|{number}"
            entry = Entry(
                at=clock.now(), who="ayse", act=Act.SETTLED, subject=subject, result="done by answer"
            )
            trail.write(connection, entry)
    return trail
