"""A ledger that was just made, for tests about something else: making one takes longer than most of them."""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.folder import DataFolder, Mark
from services.ledger.settings import SettingsBook


def lay_ready(folder: Path) -> None:
    """Put a ledger with nothing in it where there is none; one that is there is left as it is."""
    data = DataFolder(folder)
    data.make()
    if not data.ledger.exists():
        file, name = just_made()
        # Each has a name that no other has: one of its own, just as long, in that one's place.
        data.ledger.write_bytes(file.replace(name, secrets.token_hex(len(name) // 2).encode()))
        data.write(Mark(demo=False, made=True))


@cache
def just_made() -> tuple[bytes, bytes]:
    """Return the file of a ledger as a first start leaves it, and its name; made once in this process."""
    with TemporaryDirectory(prefix="refund-desk-blank-") as folder:
        with Database.open(Path(folder)) as database:
            path, name = database.path, SettingsBook(database, Trail(database)).ledger().encode()
        return path.read_bytes(), name
