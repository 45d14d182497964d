"""The operating system's lock on a data folder: held by one process, until it lets go or ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from threading import Lock

if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as held:  # whatever it is, it is not ours
            raise BlockingIOError(held.errno, held.strerror) from held

    def _let_go(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _let_go(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)


class FolderLock:
    """A file that whoever holds the folder keeps locked; never deleted. Usable from any thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self._turn = Lock()

    def take(self) -> None:
        """Take the lock; at once, or not at all.

        Raises:
            BlockingIOError: It is held, by another process or through another of these.
            OSError: The file can't be made or opened.
        """
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(file)
        except BaseException:
            os.close(file)
            raise
        self._file = file

    def release(self) -> None:
        """Let the next one have it; nothing happens where it is not held."""
        with self._turn:
            file, self._file = self._file, None
        if file is not None:
            try:
                _let_go(file)
            finally:
                os.close(file)
