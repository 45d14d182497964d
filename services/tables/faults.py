"""What can be wrong with a file that is written or read as a table."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from pathlib import Path

from services.domain.errors import ServiceError


class FileFault(Enum):
    """Why a file can't be written or read."""

    DISK_FULL = "the disk is full"
    NO_RIGHT = "this user may not"
    IN_USE = "another program has it open"
    NOT_THERE = "not there"
    TOO_MANY_ROWS = "more rows than such a file holds"
    TOO_LARGE = "more than 200 MiB"
    TOO_LONG = "more than 1,000,000 rows"
    TOO_MANY_COLUMNS = "more than 500 columns"
    TOO_MANY_CELLS = "more than 10,000,000 cells"
    LONG_LINE = "a line of more than 1,000,000 characters"
    NOT_A_TABLE = "neither CSV nor XLSX"
    EMPTY = "no rows"
    CHANGED = "it was changed meanwhile"
    OTHER = "can't be used"


class FileTrouble(ServiceError):
    """A file of a person's can't be written or read. What was there before is as it was.

    Attributes:
        path: The file or folder.
    """

    def __init__(self, path: Path, fault: FileFault, detail: str = "") -> None:
        super().__init__(f"{path}: {fault.value}" + (f": {detail}" if detail else ""))
        self.detail = detail
        self.path = path
        self.fault = fault


class Stopped(ServiceError):
    """A person ended it before it was done. Nothing was kept of it."""


_BY_ERRNO = {
    errno.ENOSPC: FileFault.DISK_FULL,
    errno.EDQUOT: FileFault.DISK_FULL,
    errno.EFBIG: FileFault.DISK_FULL,
    errno.EACCES: FileFault.NO_RIGHT,
    errno.EPERM: FileFault.NO_RIGHT,
    errno.EROFS: FileFault.NO_RIGHT,
    errno.EBUSY: FileFault.IN_USE,
    errno.ETXTBSY: FileFault.IN_USE,
    errno.ENOENT: FileFault.NOT_THERE,
    errno.ENOTDIR: FileFault.NOT_THERE,
    errno.EISDIR: FileFault.NOT_A_TABLE,
}
_OPEN_ELSEWHERE = {32, 33}
"""Windows: a sharing or locking violation, as of a file that is open in Excel."""


def trouble(path: Path, error: OSError) -> FileTrouble:
    """Return what one of the system's errors means for a file."""
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE:
        return FileTrouble(path, FileFault.IN_USE)
    return FileTrouble(path, _BY_ERRNO.get(error.errno or 0, FileFault.OTHER), type(error).__name__)


@contextmanager
def file_border(path: Path) -> Iterator[None]:
    """Let no error of the system's out but as `FileTrouble`."""
    try:
        yield
    except OSError as error:
        raise trouble(path, error) from error
