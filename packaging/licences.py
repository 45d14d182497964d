"""The licence texts of everything inside a frozen program, gathered from what is installed here.

Qt's own wheels carry none: it is used under the LGPL, version 3, whose text stands beside this file
together with the GPL that it refers to.
"""

from __future__ import annotations

import re
import sys
import sysconfig
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from project import HERE, ROOT

_NAMED_LIKE_ONE = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)

QT = {"pyside6-essentials", "shiboken6"}

ABOUT = """\
Refund Desk (MIT, see refund-desk) stands on the work of many others. Each folder here names one of
them and holds the terms it came with.

Qt, PySide6 and Shiboken are used under the GNU Lesser General Public License, version 3 (see qt).
They are the unchanged libraries The Qt Company publishes on the Python Package Index as
{qt}, and lie as separate shared libraries in the folder PySide6
beside the program: put your own build of the same version in their place and the program uses it.
Their source code: https://download.qt.io/official_releases/
"""


def gather(target: Path) -> Path:
    """Copy every licence text into `target`, a folder for each of what is inside; return `target`.

    Raises:
        LookupError: Something of the lock is inside and says nothing of its terms.
    """
    versions = []
    for name in _locked():
        found = _installed(name)
        if found is None:
            continue
        texts = _texts(found)
        if name in QT:
            versions.append(f"{found.name} {found.version}")
        elif texts:
            _write(target / f"{found.name}-{found.version}", texts)
        else:
            raise LookupError(f"{found.name} {found.version} says nothing of its licence")
    _write(target / "refund-desk", {"LICENSE": (ROOT / "LICENSE").read_text("utf-8")})
    _write(target / "qt", {path.name: path.read_text("utf-8") for path in (HERE / "licences").glob("*.txt")})
    _write(target / f"python-{sys.version.partition(' ')[0]}", {"LICENSE.txt": _of_python()})
    (target / "README.txt").write_text(ABOUT.format(qt=" and ".join(versions)), "utf-8")
    return target


def _locked() -> list[str]:
    return re.findall(r"(?m)^([a-z0-9.-]+)==", (ROOT / "requirements.lock").read_text("utf-8"))


def _installed(name: str) -> Distribution | None:
    """Return what is installed under a name of the lock; another system's lines name what is not."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _texts(found: Distribution) -> dict[str, str]:
    """Return its licence files by name, or what its metadata says where it brings no file."""
    files = [file for file in found.files or () if _NAMED_LIKE_ONE.search(file.name) and file.suffix != ".py"]
    texts = {file.name: Path(str(file.locate())).read_text("utf-8", "replace") for file in files}
    said = found.metadata.get_all("License-Expression", []) + found.metadata.get_all("License", [])
    said += [one for one in found.metadata.get_all("Classifier", []) if one.startswith("License ::")]
    if not texts and said:
        texts["METADATA.txt"] = "\n".join(
            [found.metadata["Name"], *found.metadata.get_all("Author", []), *said]
        )
    return texts


def _of_python() -> str:
    places = [Path(sys.base_prefix), Path(sysconfig.get_path("stdlib"))]
    found = next((place / "LICENSE.txt" for place in places if (place / "LICENSE.txt").exists()), None)
    if found is not None:
        return found.read_text("utf-8")
    # Debian keeps it elsewhere; Python itself always knows the address and who holds the rights.
    return f"{sys.copyright}\n\nhttps://docs.python.org/{sys.version_info[0]}.{sys.version_info[1]}/license.html\n"


def _write(folder: Path, texts: dict[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
