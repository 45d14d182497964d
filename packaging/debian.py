"""The `.deb`: the frozen program, its place in the menu, and what it needs of Debian or Ubuntu.

    debian.py DIST    makes it from DIST/refund-desk

Needs `dpkg-deb`, and to check what it wrote `desktop-file-validate` and `appstreamcli`.
"""

from __future__ import annotations

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import project

sys.path.insert(0, str(project.ROOT))  # nothing is installed here: it is read where it stands

from gui import needs

PARTS = project.HERE / "linux"
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

BESIDES = ("ca-certificates", "tzdata")
"""Whom to trust, and when a day ends: the system's own."""

RECOMMENDED = (
    "gnome-keyring | kwalletmanager | keepassxc",
    "libcups2",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
    "xdg-desktop-portal",
)
"""A keyring, printing, Wayland's own windows, and whether the desktop is dark."""

_GLIBC = re.compile(rb"GLIBC_2\.(\d+)")
_READ_BY_ALL, _RUN_BY_ALL = 0o644, 0o755


def make(dist: Path) -> Path:
    """Make the package beside the frozen program in `dist`; return it."""
    architecture = ARCHITECTURES[os.uname().machine]
    target = dist / f"{project.NAME}_{project.VERSION}_{architecture}.deb"
    with tempfile.TemporaryDirectory(prefix="refund-desk-deb-") as name:
        root = Path(name) / "root"
        lay_out(dist / project.NAME, root)
        check(root)
        control(root, architecture)
        for path in (root, *root.rglob("*")):
            if not path.is_symlink():
                runs = path.is_dir() or bool(path.stat().st_mode & 0o100)
                path.chmod(_RUN_BY_ALL if runs else _READ_BY_ALL)
        build = ("dpkg-deb", "--root-owner-group", "--build", str(root), str(target))
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    return target


def lay_out(frozen: Path, root: Path) -> None:
    """Put every file where it is installed."""
    shutil.copytree(frozen, root / "usr/lib" / project.NAME, symlinks=True)
    commands = root / "usr/bin"
    commands.mkdir(parents=True)
    (commands / project.NAME).symlink_to(f"../lib/{project.NAME}/{project.NAME}")
    _put(PARTS / "refund-desk.desktop", root / "usr/share/applications")
    drawing = project.ROOT / "resources" / "icons" / "app.svg"
    _put(drawing, root / "usr/share/icons/hicolor/scalable/apps", f"{project.NAME}.svg")
    described = root / "usr/share/metainfo" / f"{project.IDENTIFIER}.metainfo.xml"
    described.parent.mkdir(parents=True)
    described.write_text(metainfo(), "utf-8")
    papers = root / "usr/share/doc" / project.NAME
    _put(project.ROOT / "LICENSE", papers, "copyright")
    with (papers / "copyright").open("a", encoding="utf-8") as file:
        file.write(f"\nThe terms of everything inside: /usr/lib/{project.NAME}/_internal/licences\n")
    changes = (project.ROOT / "CHANGELOG.md").read_bytes()
    (papers / "changelog.gz").write_bytes(gzip.compress(changes, 9, mtime=0))


def metainfo() -> str:
    """Return what a software centre shows, for this version."""
    said = {"identifier": project.IDENTIFIER, "version": project.VERSION, "date": built_on()}
    text = (PARTS / "metainfo.xml.in").read_text("utf-8")
    return re.sub("@(identifier|version|date)@", lambda name: said[name[1]], text)


def built_on() -> str:
    """Return the day of this build; `SOURCE_DATE_EPOCH` says another."""
    return time.strftime("%Y-%m-%d", time.gmtime(int(os.environ.get("SOURCE_DATE_EPOCH") or time.time())))


def check(root: Path) -> None:
    """Have the desktop's own tools read what was written.

    Raises:
        CalledProcessError: One of them finds fault.
    """
    (entry,) = root.glob("usr/share/applications/*.desktop")
    subprocess.run(["desktop-file-validate", str(entry)], check=True)
    (described,) = root.glob("usr/share/metainfo/*.xml")
    subprocess.run(["appstreamcli", "validate", "--no-net", str(described)], check=True)


def control(root: Path, architecture: str) -> None:
    """Write what dpkg wants to know, and what it runs before an upgrade and before removing."""
    depends = [f"libc6 (>= 2.{glibc(root)})", *(library.package for library in needs.ALWAYS + needs.ON_X11)]
    kilobytes = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    fields = {
        "Package": project.NAME,
        "Version": project.VERSION,
        "Architecture": architecture,
        "Maintainer": "Refund Desk contributors <nobody@refund-desk.invalid>",
        "Section": "misc",
        "Priority": "optional",
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join((*depends, *BESIDES)),
        "Recommends": ", ".join(RECOMMENDED),
        "Description": f"İade Masası\n {project.SUMMARY}\n For EsnekPOS and Param, in Turkish and English.",
    }
    folder = root / "DEBIAN"
    folder.mkdir()
    (folder / "control").write_text("".join(f"{name}: {said}\n" for name, said in fields.items()), "utf-8")
    for name in ("preinst", "prerm"):
        _put(PARTS / "nobody-has-it-open", folder, name)
        (folder / name).chmod(_RUN_BY_ALL)


def glibc(root: Path) -> int:
    """Return which 2.x of the C library the newest function called from in there needs."""
    wanted = (
        int(minor)
        for path in root.rglob("*")
        if path.is_file() and (path.suffix == ".so" or ".so." in path.name or path.name == project.NAME)
        for minor in _GLIBC.findall(path.read_bytes())
    )
    return max(wanted)


def _put(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / (name or source.name))


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
