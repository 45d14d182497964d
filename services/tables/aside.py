"""A file that is there whole or not at all: written aside, put on the disk, then given its name."""

from __future__ import annotations

import os
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from services.domain.errors import InputProblem, InvalidInput
from services.tables.faults import FileTrouble, file_border

_SUFFIX = ".refund-desk-part"
_LEFT_ALONE = 3600
"""Seconds after which nobody writes to a part any more: the process that did has died."""


@contextmanager
def aside(file: Path, *, replace: bool = False) -> Iterator[Path]:
    """Give a name in the same folder to write to; it becomes `file` once that went well, or is gone.

    What a program that was killed left behind is cleared away by the next one in that folder.

    Args:
        file: The name it is to have.
        replace: Put it in the place of a file that is there.

    Raises:
        InvalidInput: ``file``: ALREADY_THERE, and it is not to be replaced.
        FileTrouble: It can't be written; there is no new file then, and an old one is as it was.
    """
    _require_free(file, replace=replace)
    part = file.with_name(f".{file.name[:60]}.{uuid.uuid4().hex}{_SUFFIX}")
    with file_border(file):
        _clear_away(file.parent)
        part.open("xb").close()
    try:
        try:
            yield part
        except FileTrouble as error:  # a person knows the name they chose, not the part's
            raise FileTrouble(file, error.fault, error.detail) from error
        with file_border(file):
            _to_disk(part)
            _require_free(file, replace=replace)
            part.replace(file)
            if sys.platform != "win32":
                _to_disk(file.parent)
    finally:
        with suppress(OSError):  # a folder that went away took it along
            part.unlink(missing_ok=True)


def write_whole(file: Path, content: bytes) -> None:
    """Write a file that is at hand as a whole; what is there under its name is replaced.

    Raises:
        FileTrouble: It can't be written; what was there is as it was.
    """
    with aside(file, replace=True) as part, file_border(file):
        part.write_bytes(content)


def _require_free(file: Path, *, replace: bool) -> None:
    if not replace and file.exists():
        raise InvalidInput("file", InputProblem.ALREADY_THERE)


def _clear_away(folder: Path) -> None:
    for part in folder.glob(f".*{_SUFFIX}"):
        with suppress(OSError):  # another one clears away here too
            if time.time() - part.stat().st_mtime > _LEFT_ALONE:
                part.unlink()


def _to_disk(path: Path) -> None:
    # A folder can't be opened for writing, and Windows flushes nothing that was not.
    opened = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
