"""What Qt needs of this computer before it may be imported, and how to get it. Standard library only.

Without libGL the import of PySide6 fails; without a display QApplication ends the process; without
the xcb libraries so does its plugin. Each is found here first and answered with a sentence.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Library(NamedTuple):
    """A shared library Qt loads, and the Debian package that brings it."""

    soname: str
    package: str

    def is_missing(self) -> bool:
        """Whether the loader does not find it."""
        import ctypes  # noqa: PLC0415  where Qt itself says what it lacks, nobody asks

        try:
            ctypes.CDLL(self.soname)
        except OSError:
            return True
        return False


ALWAYS = (
    Library("libGL.so.1", "libgl1"),
    Library("libEGL.so.1", "libegl1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
)
"""What Qt wants on any Linux, with a screen or without."""

ON_X11 = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0"),
    Library("libxcb-render.so.0", "libxcb-render0"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
"""What its X11 plugin wants besides."""


def missing_libraries(environ: Mapping[str, str]) -> tuple[Library, ...]:
    """Return the libraries Qt would fail without, on this computer and display."""
    if sys.platform != "linux":
        return ()
    wanted = ALWAYS + ON_X11 if _uses_x11(environ) else ALWAYS
    return tuple(library for library in wanted if library.is_missing())


def missing_on_x11(environ: Mapping[str, str]) -> tuple[Library, ...]:
    """Return the libraries without which Qt's X11 plugin ends the process; all else its import tells."""
    if sys.platform != "linux" or not _uses_x11(environ):
        return ()
    return tuple(library for library in ON_X11 if library.is_missing())


def install_line(libraries: tuple[Library, ...]) -> str:
    """Return the one line that installs them on Debian and Ubuntu."""
    return "sudo apt-get install " + " ".join(library.package for library in libraries)


def has_display(environ: Mapping[str, str]) -> bool:
    """Whether a window can be opened, or a platform that needs no screen was chosen."""
    if sys.platform != "linux" or environ.get("QT_QPA_PLATFORM") or environ.get("WAYLAND_DISPLAY"):
        return True
    display = environ.get("DISPLAY", "")
    host, _, number = display.rpartition(":")
    if not number:
        return False
    if host not in {"", "unix"}:
        return True  # another computer's display: only Qt can tell
    return _answers(f"/tmp/.X11-unix/X{number.partition('.')[0]}")  # noqa: S108  where X11 puts its socket


def _uses_x11(environ: Mapping[str, str]) -> bool:
    platform = environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.startswith("xcb")
    return bool(environ.get("DISPLAY")) and not environ.get("WAYLAND_DISPLAY")


def _answers(path: str) -> bool:
    import socket  # noqa: PLC0415  slow to load, and mostly not asked

    addresses = [path, "\0" + path] if Path(path).exists() else ["\0" + path]
    for address in addresses:
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as knock:
            try:
                knock.connect(address)
            except OSError:
                continue
            return True
    return False


def in_turkish(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether this computer speaks Turkish, for the sentences that come before Qt does."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return environ[name].lower().startswith("tr")
    return False
