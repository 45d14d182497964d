"""What goes into a frozen program and what stays out, for `refund-desk.spec`.

PyInstaller finds what is imported; Qt brings far more than that (databases, a virtual keyboard, QML,
every language). Kept is what this program uses, said here by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""Where PyInstaller puts a file, where it comes from, and of what kind it is."""

PLUGINS = {
    "linux": {
        "imageformats": {"qsvg", "qjpeg"},
        "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
        "platforms": {"qoffscreen", "qwayland", "qxcb"},
        "platformthemes": {"qxdgdesktopportal"},
        "printsupport": {"cupsprintersupport"},
        "wayland-decoration-client": {"adwaita", "bradient"},
        "wayland-graphics-integration-client": {"qt-plugin-wayland-egl"},
        "wayland-shell-integration": {"xdg-shell"},
        "xcbglintegrations": {"qxcb-egl-integration", "qxcb-glx-integration"},
    },
    "win32": {
        "imageformats": {"qsvg", "qjpeg"},
        "platforms": {"qoffscreen", "qwindows"},
        "printsupport": {"windowsprintersupport"},
        "styles": set(),  # Fusion is built in
    },
    "darwin": {
        "imageformats": {"qsvg", "qjpeg"},
        "platforms": {"qcocoa", "qoffscreen"},
        "printsupport": {"cocoaprintersupport"},
        "styles": set(),
    },
}
"""Qt's plugins by folder, without what a system puts before and after their names."""

TRANSLATIONS = {"qtbase_tr.qm", "qtbase_en.qm"}

NEVER = [
    "PySide6.QtDBus",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "_pytest",
    "lib2to3",
    "pip",
    "pytest",
    "setuptools",
    "tkinter",
]
"""Modules that something mentions and nothing here uses."""

_UNUSED_LIBRARIES = re.compile(
    r"Qt6?(Designer|EglFs|Help|Labs|Pdf|Qml|Quick|Sql|VirtualKeyboard|Wayland(Egl)?Compositor|WlShell)"
    r"|opengl32sw|d3dcompiler_47"
)
"""Libraries that only come with plugins left out; `opengl32sw` draws QML where there is no driver."""

_PYTHON_NEEDS = re.compile(
    r"lib(bz2|crypto|db|expat|ffi|lzma|mpdec|ncursesw?|python\d|readline|sqlite3|ssl|tinfow?|uuid|z|zstd)[-.\d]"
)
"""The system libraries of a Linux that Python's own modules need in exactly this version.

Every other one is Qt's: a part of the desktop, which has to come from the computer the program runs
on (a driver loads its own copy of the same). `gui/needs.py` names them, and the package depends on them.
"""


def kept(entries: Iterable[Entry], system: str, *, ours: tuple[str, ...]) -> list[Entry]:
    """Return what stays of PyInstaller's list.

    Args:
        entries: Binaries or data.
        system: As `sys.platform` says it.
        ours: Where the environment and its Python are; on Linux what lies elsewhere is the system's.
    """
    return [entry for entry in entries if _stays(entry, system, ours)]


def _stays(entry: Entry, system: str, ours: tuple[str, ...]) -> bool:
    target, source, kind = entry
    path = PurePosixPath(target.replace("\\", "/"))
    parts = path.parts
    if _UNUSED_LIBRARIES.search(path.name):
        return False
    if "translations" in parts and "PySide6" in parts:
        return path.name in TRANSLATIONS
    if "plugins" in parts and "PySide6" in parts:
        folder = parts[parts.index("plugins") + 1]
        return _bare(path.name) in PLUGINS[system].get(folder, set())
    if system == "linux" and kind != "DATA" and not source.startswith(ours):
        return _PYTHON_NEEDS.match(path.name) is not None
    return True


def _bare(name: str) -> str:
    """Return a plugin's name as it is on every system: `libqsvg.so` is `qsvg`, and so is `qsvg.dll`."""
    return name.partition(".")[0].removeprefix("lib")
