"""Use case: keep a copy of the ledger elsewhere, and go on from one.

The only ways in and out. A restored ledger is an older one: what happened since the copy is not in it,
and money waits until the owner has said that they know (`audit`). The ledger that was there is kept.
Blocking; call on a worker thread.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from services.domain.audit import Act, Entry
from services.domain.clock import Clock
from services.domain.errors import InProgress, LedgerFault, LedgerUnavailable
from services.domain.operator import Right
from services.domain.reversal import IntentState
from services.ledger.audit import Trail
from services.ledger.copying import Contents, bring_copy, check_copy, write_copy
from services.ledger.database import Database
from services.ledger.folder import DataFolder, Mark, flush
from services.ledger.inspection import roll_back
from services.ledger.journal import Journal
from services.ledger.location import require_own_disk
from services.ledger.owners import Owners, owners_of
from services.ledger.settings import SettingsBook
from services.seat import Guard

_NEWEST = "backup.json"
_STAGED = ".restoring"


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
        locks_unknown: It was damaged, or lost: which orders were locked in it can't be told.
    """

    contents: Contents
    kept_aside: Path | None
    locks_unknown: bool = False


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


def restore(
    folder: Path,
    file: Path,
    *,
    clock: Clock,
    who: str,
    forget_locks: bool = False,
    require: Callable[[Owners | None, Owners | None], None] = lambda *_: None,
) -> Restored:
    """Put a copy in the place of a folder's ledger, which is kept aside under a dated name.

    Nobody may have the ledger open. What the copy says of an intent that was armed when it was written
    is not believed: it may have been sent since, so it is unknown.

    Args:
        folder: The shop's data folder; made when it is not there.
        file: The copy; it stays where it is.
        clock: For the audit log.
        who: For the audit log.
        require: Asked before anything is changed, while the folder is held, with the owners of the ledger
            there and of the copy; raises where it may not be done. None for what can't be read.
        forget_locks: A person was told that the ledger there locks orders whose end is not known, and goes
            on with one that may not.

    Raises:
        LedgerUnavailable: LOCKED: it is open. NOT_OURS: it is the demo's folder. Or the copy is none, or
            it can't be written; or the ledger there can't be asked for its locks, for it is of another
            version, say. Nothing was changed then.
        InProgress: A reversal in the ledger there has no certain end. Nothing was changed then either.
    """
    found = check_copy(file)
    require_own_disk(folder)
    held = DataFolder(folder)
    held.make()
    with held.held():
        mark = held.require(demo=False)
        roll_back(held.ledger)
        require(_owners_there(folder, mark), found.owners)
        locks_unknown = False if forget_locks else not _locks_are_told(folder, mark)
        kept = held.name_for_replaced()
        said = "nothing was there before" if kept is None else f"the one before is {kept}"
        if locks_unknown:
            said += ", damaged or lost: which orders it locked is not known"
        with _staged(folder) as staged:
            contents = bring_copy(file, staged.ledger)
            # All that a copy has to be told is in it before it takes the ledger's place.
            with Database(staged, read_only=False) as database:
                trail = Trail(database)
                Journal(database, trail).sweep(at=clock.now(), from_a_copy=True)
                result = f"{contents.intents} intents; {said}"
                note = Entry(at=clock.now(), who=who, act=Act.RESTORE, subject=file.name, result=result)
                # A copied file has the ledger's own instance.
                SettingsBook(database, trail).renew_instance(token_hex(16), note)
            flush(staged.ledger)
            held.exchange(staged.ledger, mark, keep_as=kept)
    return Restored(
        contents=contents,
        kept_aside=None if kept is None else folder / kept,
        locks_unknown=locks_unknown,
    )


@contextmanager
def _staged(folder: Path) -> Iterator[DataFolder]:
    """Give a folder inside the held one, in which a ledger is made ready; what died there before goes."""
    inside = folder / _STAGED
    shutil.rmtree(inside, ignore_errors=True)
    staged = DataFolder(inside)
    staged.make()
    try:
        yield staged
    finally:
        shutil.rmtree(inside, ignore_errors=True)


def _owners_there(folder: Path, mark: Mark) -> Owners | None:
    name = _there(folder, mark)
    if name is None:
        return None
    with suppress(LedgerUnavailable), Database.look(folder, name=name) as there:
        return owners_of(there)
    return None


def _there(folder: Path, mark: Mark) -> str | None:
    """Return the name of the ledger in place, or of one that a restore ended half way had moved."""
    held = DataFolder(folder)
    return held.ledger.name if held.ledger.exists() else mark.kept_aside


def _locks_are_told(folder: Path, mark: Mark) -> bool:
    """Let a ledger go of which nothing may be at a bank; return whether it could be asked.

    Only a damaged one, or one that is lost, says nothing either way. One that is kept aside since a restore
    ended half way is asked as well.

    Raises:
        InProgress: A reversal in it has no certain end.
        LedgerUnavailable: It may be whole, and can't be asked.
    """
    name = _there(folder, mark)
    if name is None:
        return not mark.made
    try:
        with Database.look(folder, name=name) as there:
            found = Journal(there).in_state(IntentState.SENT, IntentState.OUTCOME_UNKNOWN)
    except LedgerUnavailable as error:
        if error.fault is LedgerFault.CORRUPT or not (folder / name).exists():
            return False
        raise
    for intent in found:
        raise InProgress(intent)
    return True
