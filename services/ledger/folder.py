"""The data folder: whose it is, who holds it, and what became of the ledgers in it.

A small file, `ledger.json`, stands beside the ledger and says three things that the ledger can't say
once it is gone: whether the folder is the demo's or the shop's, whether a ledger was ever made in it,
and under which names damaged ones were kept aside.

**A lost ledger is not replaced by itself.** An empty journal has forgotten which orders are locked,
and at Param nobody else remembers. So where one was made and is missing, or was kept aside, the folder
stays shut until a person decides to start over; the new ledger then names those it follows.
"""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from services.domain.errors import LedgerFault, LedgerUnavailable
from services.ledger.lock import FolderLock

LEDGER = "ledger.sqlite3"
"""What the file of a ledger is called in its folder."""

_COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite calls the files beside a database, after its name: without them it reads as an older one."""

_PARTS = ("", *_COMPANIONS)

BY_ERRNO = {
    errno.ENOSPC: LedgerFault.DISK_FULL,
    errno.EDQUOT: LedgerFault.DISK_FULL,
    errno.EACCES: LedgerFault.READ_ONLY,
    errno.EPERM: LedgerFault.READ_ONLY,
    errno.EROFS: LedgerFault.READ_ONLY,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What `ledger.json` says.

    Attributes:
        demo: The demo's folder; else a shop's.
        made: A ledger was made here and should be here.
        kept_aside: The name a damaged one was kept under, while nobody has decided to start over.
        earlier: The names of those that the present one follows.
    """

    demo: bool
    made: bool = False
    kept_aside: str | None = None
    earlier: tuple[str, ...] = ()


class DataFolder:
    """One folder with at most one ledger. Not made before `make`; not ours before `hold`.

    Attributes:
        path: The folder.
        ledger: Where its ledger is, or would be; `name` in the folder.
    """

    def __init__(self, path: Path, *, name: str = LEDGER) -> None:
        self.path = path
        self.ledger = path / name
        self._mark = path / "ledger.json"
        self._lock = FolderLock(path / "ledger.lock")

    def make(self) -> None:
        """Make the folder, for this user only; one that is there is left as it is.

        Raises:
            LedgerUnavailable: READ_ONLY, DISK_FULL or OTHER.
        """
        with self._border():
            if not self.path.is_dir():
                self.path.mkdir(mode=0o700, parents=True, exist_ok=True)

    def hold(self) -> None:
        """Take the operating system's lock. It ends with the process, however that ends.

        Raises:
            LedgerUnavailable: LOCKED, or the folder can't be written to.
        """
        with self._border():
            try:
                self._lock.take()
            except BlockingIOError as held:
                raise LedgerUnavailable(self.path, LedgerFault.LOCKED) from held

    def release(self) -> None:
        """Let the next one have it."""
        self._lock.release()

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold it for a moment; raises as `hold` does."""
        self.hold()
        try:
            yield
        finally:
            self.release()

    def mark(self) -> Mark | None:
        """Read whose folder this is; None while nobody's. A ledger without a mark is a shop's.

        Raises:
            LedgerUnavailable: The mark can't be read. We don't guess: the demo empties its folder.
        """
        with self._border():
            try:
                said = json.loads(self._mark.read_text(encoding="utf-8"))
                return Mark(**said | {"earlier": tuple(said["earlier"])})
            except FileNotFoundError:
                return Mark(demo=False, made=True) if self._holds_bytes() else None
            except (ValueError, TypeError, KeyError) as error:
                raise LedgerUnavailable(self._mark, LedgerFault.OTHER, "unreadable") from error

    def require(self, *, demo: bool) -> Mark:
        """Return the mark of a folder that is the demo's, or a shop's, or still nobody's.

        Raises:
            LedgerUnavailable: NOT_OURS: it is the other's.
        """
        mark = self.mark() or Mark(demo=demo)
        if mark.demo is not demo:
            raise LedgerUnavailable(self.path, LedgerFault.NOT_OURS)
        return mark

    def write(self, mark: Mark) -> None:
        """Put a mark in place of the old one, whole or not at all."""
        with self._border():
            fresh = self._mark.with_suffix(".new")
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                json.dump(asdict(mark), file)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self._mark)
            flush(self.path)

    def prepare(self, mark: Mark, *, empty: bool, start_over: bool) -> Mark:
        """See to it that there is a file for a ledger, readable by this user only.

        Args:
            mark: What the folder says.
            empty: There is no ledger: no file, or one with nothing in it.
            start_over: Go on even where a ledger is lost.

        Raises:
            LedgerUnavailable: CORRUPT: one was made here and is lost, and nobody has decided yet.
        """
        self._end_move(mark)
        if not empty:
            # Here again: another took its place before that could be said, or it was carried back by hand.
            mark = replace(mark, kept_aside=None, earlier=self._earlier(mark))
        elif mark.made:
            if not start_over:
                aside = self.path / mark.kept_aside if mark.kept_aside else None
                detail = "" if aside else "it was here and is gone"
                raise LedgerUnavailable(self.ledger, LedgerFault.CORRUPT, detail, kept_aside=aside)
            name = _name_for("damaged")
            # A log left beside a new file would be played into it.
            moved = (name,) if self._move(name) else ()
            mark = Mark(demo=mark.demo, earlier=(*self._earlier(mark), *moved))
        if mark != self.mark():
            self.write(mark)
        with self._border():
            os.close(os.open(self.ledger, os.O_RDWR | os.O_CREAT, 0o600))
            if sys.platform != "win32":
                self.ledger.chmod(0o600)
        return mark

    def settle(self, mark: Mark) -> None:
        """Remember that a ledger was made here and should be here from now on."""
        if not mark.made or not self._mark.exists():
            self.write(replace(mark, made=True))

    def keep_aside(self, mark: Mark) -> Path:
        """Move a damaged ledger, with the log that may still mend it, to a dated name.

        Raises:
            LedgerUnavailable: CORRUPT, without `kept_aside`: it could not be moved and is untouched.
        """
        name = _name_for("damaged")
        # Said first: should we die between the two, the next start finds it lost or still damaged.
        self.write(replace(mark, made=True, kept_aside=name, earlier=self._earlier(mark)))
        self._move(name)
        return self.path / name

    def name_for_replaced(self) -> str | None:
        """Return a name for the ledger that another is about to replace; None where there is nothing."""
        return _name_for("replaced") if self._parts() else None

    def exchange(self, fresh: Path, mark: Mark, *, keep_as: str | None) -> None:
        """Put a checked and closed file in the ledger's place; the ledger before is kept under `keep_as`.

        Should we die on the way, the next start finds the ledger lost and says under which name it is kept,
        or finds the new one in place, whole.
        """
        self._end_move(mark)
        earlier = self._earlier(mark)
        if keep_as is not None:
            self.write(replace(mark, made=True, kept_aside=keep_as, earlier=earlier))
            self._move(keep_as)
            earlier = (*earlier, keep_as)
        with self._border():
            fresh.rename(self.ledger)
            flush(self.path)
        self.write(Mark(demo=mark.demo, made=True, earlier=earlier))

    def _parts(self) -> list[str]:
        return [part for part in _PARTS if Path(f"{self.ledger}{part}").exists()]

    def _earlier(self, mark: Mark) -> tuple[str, ...]:
        """Return what the next ledger follows: those of before, and one kept aside that is there."""
        there = mark.kept_aside is not None and (self.path / mark.kept_aside).exists()
        return (*mark.earlier, mark.kept_aside) if there and mark.kept_aside else mark.earlier

    def _end_move(self, mark: Mark) -> None:
        """Bring what is left of a ledger to where its file went: a process died while it moved them."""
        if mark.kept_aside is None or self.ledger.exists() or not (self.path / mark.kept_aside).exists():
            return
        if not any((self.path / f"{mark.kept_aside}{part}").exists() for part in self._parts()):
            self._move(mark.kept_aside)

    def _move(self, name: str) -> bool:
        """Move what there is of the ledger to a name that is free, the file first; return whether any was."""
        there = self._parts()
        try:
            for part in there:
                Path(f"{self.ledger}{part}").rename(self.path / f"{name}{part}")
            flush(self.path)
        except OSError as error:
            raise LedgerUnavailable(self.ledger, LedgerFault.CORRUPT, "it could not be moved") from error
        return bool(there)

    def empty(self) -> None:
        """Throw the ledger away. Only ever the demo's."""
        with self._border():
            for part in _PARTS:
                Path(f"{self.ledger}{part}").unlink(missing_ok=True)

    def _holds_bytes(self) -> bool:
        return self.ledger.exists() and self.ledger.stat().st_size > 0

    @contextmanager
    def _border(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            fault = BY_ERRNO.get(error.errno or 0, LedgerFault.OTHER)
            raise LedgerUnavailable(self.path, fault, os.strerror(error.errno or 0)) from error


def flush(path: Path) -> None:
    """Have a file, or what a folder calls its files, on the disk when this returns."""
    if sys.platform == "win32" and path.is_dir():
        return  # a folder can't be opened there
    opened = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)  # Windows flushes nothing else
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _name_for(what: str) -> str:
    return f"ledger.{what}-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}.sqlite3"
