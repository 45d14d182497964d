"""Use case: keep a copy of the ledger elsewhere, and go on from one.

The only ways in and out. A restored ledger is an older one: what happened since the copy is not in it,
and money waits until the owner has said that they know (`audit`). The ledger that was there is kept.
Blocking; call on a worker thread.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from services.domain.audit import Act, Entry
from services.domain.clock import Clock
from services.domain.errors import InProgress, LedgerUnavailable
from services.domain.operator import Right
from services.domain.reversal import IntentState
from services.ledger.audit import Trail
from services.ledger.copying import Contents, bring_copy, check_copy, write_copy
from services.ledger.database import Database
from services.ledger.folder import DataFolder
from services.ledger.journal import Journal
from services.ledger.location import require_own_disk
from services.ledger.settings import SettingsBook
from services.seat import Guard

_NEWEST = "backup.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy that was written and checked."""

    file: Path
    at: datetime
    contents: Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was brought back.

    Attributes:
        kept_aside: Where the ledger is that was there before; None where there was none.
    """

    contents: Contents
    kept_aside: Path | None


class Backups:
    """Writes copies of one open ledger, and knows when the last one was written."""

    def __init__(self, *, database: Database, guard: Guard, clock: Clock) -> None:
        self._database = database
        self._guard = guard
        self._clock = clock
        self._newest = database.path.parent / _NEWEST

    def write(self, file: Path) -> Backup:
        """Write a copy; checked, and on the disk, when this returns. Overwrites nothing.

        Raises:
            NotAllowed: The role does not allow it.
            InvalidInput: ``file``: ALREADY_THERE.
            LedgerUnavailable: It can't be written, or is not what the ledger is; there is no file then.
        """
        self._guard.require(Right.EXPORT)
        at = self._clock.now()
        contents = write_copy(self._database, file)
        self._remember(at)
        if not self._database.read_only:
            self._guard.note(Act.BACKUP, file.name, f"{contents.intents} intents")
        return Backup(file=file, at=at, contents=contents)

    def newest(self) -> datetime | None:
        """Return when the newest copy of this folder's ledger was written; None for never, or unknown."""
        try:
            return datetime.fromisoformat(json.loads(self._newest.read_text(encoding="utf-8"))["at"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _remember(self, at: datetime) -> None:
        # Beside the ledger, not in it: whoever only looks at it may write a copy too.
        fresh = self._newest.with_suffix(".new")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump({"at": at.isoformat()}, file)
        fresh.replace(self._newest)


def restore(folder: Path, file: Path, *, clock: Clock, who: str, forget_locks: bool = False) -> Restored:
    """Put a copy in the place of a folder's ledger, which is kept aside under a dated name.

    Nobody may have the ledger open. What the copy says of an intent that was armed when it was written
    is not believed: it may have been sent since, so it is unknown.

    Args:
        folder: The shop's data folder; made when it is not there.
        file: The copy; it stays where it is.
        clock: For the audit log.
        who: For the audit log.
        forget_locks: A person was told that the ledger there locks orders whose end is not known, and goes
            on with one that may not.

    Raises:
        LedgerUnavailable: LOCKED: it is open. NOT_OURS: it is the demo's folder. Or the copy is none, or
            it can't be written. Nothing was changed then.
        InProgress: A reversal in the ledger there has no certain end. Nothing was changed then either.
    """
    check_copy(file)
    require_own_disk(folder)
    held = DataFolder(folder)
    held.make()
    held.hold()
    try:
        mark = held.require(demo=False)
        if not forget_locks:
            _require_certain_ends(folder)
        fresh = folder / f".restored-{os.getpid()}.sqlite3"
        fresh.unlink(missing_ok=True)  # of a process of this number that died
        contents = bring_copy(file, fresh)
        kept = held.exchange(fresh, mark)
        database = Database.open_held(held)
    except BaseException:
        held.release()
        raise
    with database:
        trail = Trail(database)
        Journal(database, trail).sweep(at=clock.now(), from_a_copy=True)
        said = "nothing was there before" if kept is None else f"the one before is {kept.name}"
        result = f"{contents.intents} intents; {said}"
        note = Entry(at=clock.now(), who=who, act=Act.RESTORE, subject=file.name, result=result)
        SettingsBook(database, trail).renew_instance(
            token_hex(16), note
        )  # a copied file has the ledger's own
    return Restored(contents=contents, kept_aside=kept)


def _require_certain_ends(folder: Path) -> None:
    """Let a ledger go of which nothing may be at a bank; one that can't be read says nothing either way."""
    try:
        with Database.look(folder) as there:
            found = Journal(there).in_state(IntentState.SENT, IntentState.OUTCOME_UNKNOWN)
    except LedgerUnavailable:
        return
    for intent in found:
        raise InProgress(intent)
