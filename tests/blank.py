"""A ledger that was just made, for tests about something else: making one takes longer than most of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from services.ledger.database import Database
from services.ledger.folder import DataFolder


def lay_ready(folder: Path) -> None:
    """Put a ledger with nothing in it where there is none; one that is there is left as it is."""
    data = DataFolder(folder)
    data.make()
    if not data.ledger.exists():
        data.ledger.write_bytes(just_made())


@cache
def just_made() -> bytes:
    """Return the file of a ledger as a first start leaves it, made once in this process."""
    with TemporaryDirectory(prefix="refund-desk-blank-") as folder:
        with Database.open(Path(folder)) as database:
            path = database.path
        return path.read_bytes()
