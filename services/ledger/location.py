"""Where a ledger must not lie: on another computer's disk, or where a program copies files about.

SQLite's write-ahead log needs shared memory, which no network file system gives, and a program that
synchronises folders copies a file while it is written to, or puts an older one in its place. Either
way an intent could be forgotten, and a customer paid twice.
"""

from __future__ import annotations

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

from services.domain.errors import LedgerFault, LedgerUnavailable

_SYNCED = re.compile(
    r"""onedrive(\ -\ .+)? | dropbox(\ \(.+\))? | icloud\ ?drive | mobile\ documents | cloudstorage
      | google\ ?drive(\ .+)? | googledrive(-.+)? | my\ drive | nextcloud | owncloud | yandex\.?\ ?disk
      | pcloud\ ?drive""",
    re.IGNORECASE | re.VERBOSE,
)
"""Folder names that such programs choose."""

_SYNCED_BY_ENVIRONMENT = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")

_NETWORK_TYPES = re.compile(
    r"nfs4? | cifs | smb[23] | smbfs | afs | afpfs | ncpfs | davfs | webdav | coda | ceph | glusterfs"
    r" | lustre | gfs2? | ocfs2 | beegfs | gpfs | orangefs | 9p | drvfs | virtiofs | vboxsf | vmhgfs"
    r" | prl_fs",
    re.VERBOSE,
)
"""Linux's names for disks of other computers, a host's folders shown to a guest included."""

_LOCAL_FUSE = frozenset(
    {
        "fuse.ntfs-3g",
        "fuse.exfat",
        "fuse.gocryptfs",
        "fuse.cryfs",
        "fuse.encfs",
        "fuse.mergerfs",
        "fuse.bindfs",
    }
)
"""What comes through FUSE from this computer's own disk. Everything else there may be anywhere."""

_DRIVE_REMOTE = 4
"""`GetDriveTypeW`'s number for a mapped drive."""


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system, where it shows, and whether it is this computer's own."""

    at: PurePosixPath
    local: bool


def require_own_disk(folder: Path) -> None:
    """Let a folder pass that lies on a disk of this computer and is nobody else's to copy.

    Raises:
        LedgerUnavailable: NETWORK_FOLDER or SYNCED_FOLDER.
    """
    typed = Path(os.path.abspath(folder))  # noqa: PTH100  # Path.absolute() keeps "..", resolve() follows links
    for path in (typed, folder.resolve()):
        if is_synced(path, os.environ):
            raise LedgerUnavailable(folder, LedgerFault.SYNCED_FOLDER)
        if _is_remote(path):
            raise LedgerUnavailable(folder, LedgerFault.NETWORK_FOLDER)


def is_synced(path: PurePath, environ: Mapping[str, str]) -> bool:
    """Whether a path lies in a folder that a known program keeps in step with a cloud."""
    if any(_SYNCED.fullmatch(part) for part in path.parts[1:]):
        return True
    roots = (environ.get(name) for name in _SYNCED_BY_ENVIRONMENT)
    return any(root and path.is_relative_to(root) for root in roots)


def is_unc(path: PureWindowsPath) -> bool:
    r"""Whether a Windows path names another computer: ``\\server\share``, ``\\?\UNC\server\share``."""
    drive = path.drive.upper()
    if drive.startswith("\\\\?\\"):
        return drive.startswith("\\\\?\\UNC\\")
    return drive.startswith("\\\\")


def is_remote_mount(path: PurePosixPath, mounts: Iterable[Mount]) -> bool:
    """Whether the file system that holds `path` is another computer's."""
    holding = [mount for mount in mounts if path.is_relative_to(mount.at)]
    # Of two mounts on one spot the later one lies on top: max() keeps the first of equals.
    nearest = max(reversed(holding), key=lambda mount: len(mount.at.parts), default=None)
    return nearest is not None and not nearest.local


def read_linux_mounts(text: str) -> list[Mount]:
    r"""Read ``/proc/self/mounts``: device, where, type, options; blanks written as ``\040``."""
    mounts = []
    for line in text.splitlines():
        _, at, kind, *_ = line.split(" ")
        remote = _NETWORK_TYPES.fullmatch(kind) is not None or (
            kind.startswith("fuse.") and kind not in _LOCAL_FUSE
        )
        where = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), at)
        mounts.append(Mount(PurePosixPath(where), not remote))
    return mounts


def read_macos_mounts(text: str) -> list[Mount]:
    """Read what ``mount`` prints: ``/dev/disk3s1 on /System/Volumes/Data (apfs, local, journaled)``."""
    found = re.findall(r"^.+? on (/.*) \(([^()]*)\)$", text, re.MULTILINE)
    return [Mount(PurePosixPath(at), "local" in options.split(", ")) for at, options in found]


def _is_remote(path: Path) -> bool:
    """Ask this computer's system; a question that is not answered is no proof of a distant disk."""
    if sys.platform == "win32":
        if is_unc(PureWindowsPath(path)):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == _DRIVE_REMOTE)
    if sys.platform == "darwin":
        printed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
        return is_remote_mount(PurePosixPath(path), read_macos_mounts(printed.stdout))
    try:
        text = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return is_remote_mount(PurePosixPath(path), read_linux_mounts(text))
