"""The checksum beside a copy of a ledger: ``NAME.sha256``, as ``sha256sum -c`` reads it."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from services.domain.errors import InputProblem, InvalidInput, LedgerFault, LedgerUnavailable
from services.ledger.folder import flush

_LINE = re.compile(rb"\\?([0-9a-fA-F]{64}) [ *][^\r\n]+\r?\n?")
_LONGEST = 10_000
"""Bytes; no file system knows names that long."""


def beside(file: Path) -> Path:
    """Return where the checksum of a copy lies."""
    return file.with_name(f"{file.name}.sha256")


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal; OSError where it can't be read."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def require_free(file: Path) -> None:
    """Let pass where a checksum can be written: nothing is there, or one of a copy that is gone.

    Raises:
        InvalidInput: ``file``: ALREADY_THERE: something else goes by that name.
    """
    there = beside(file)
    try:
        known = not there.exists() or _LINE.fullmatch(_read(there)) is not None
    except OSError:
        known = False
    if not known:
        raise InvalidInput("file", InputProblem.ALREADY_THERE)


def write(file: Path, digest: str) -> None:
    """Write the checksum of a copy beside it, whole or not at all; OSError where that can't be done."""
    name = file.name.replace("\\", "\\\\").replace("\n", "\\n")
    mark = "" if name == file.name else "\\"  # how sha256sum says that a name is not written as it is
    fresh = file.with_name(f".{file.name}.sha256.part")
    try:
        fresh.write_bytes(f"{mark}{digest}  {name}\n".encode("utf-8", "surrogateescape"))
        flush(fresh)
        fresh.replace(beside(file))
        flush(file.parent)
    finally:
        fresh.unlink(missing_ok=True)


def check(file: Path) -> bool:
    """Compare a copy with the checksum beside it; return whether there is one.

    Raises:
        LedgerUnavailable: CORRUPT: it is another's, or none.
        OSError: Either can't be read.
    """
    try:
        said = _LINE.fullmatch(_read(beside(file)))
    except FileNotFoundError:
        return False
    if said is None:
        raise LedgerUnavailable(file, LedgerFault.CORRUPT, "the checksum beside it can't be read")
    if said[1].decode().lower() != digest_of(file):
        raise LedgerUnavailable(file, LedgerFault.CORRUPT, "it is not what its checksum says")
    return True


def _read(path: Path) -> bytes:
    with path.open("rb") as opened:
        return opened.read(_LONGEST)
