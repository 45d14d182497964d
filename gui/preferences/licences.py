"""Whose work is inside, and under which licence: read from what is installed. On a worker; no Qt."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

import resources

_ROOT = "refund-desk"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_TEXTS = ("LICENSE", "LICENCE", "COPYING", "NOTICE")
_LONGEST = 60_000


@dataclass(frozen=True, slots=True)
class Inside:
    """One library, the font or the icons.

    Attributes:
        licence: Its short name; empty where the package does not say.
        text: The licence's own words; empty where the package brings none.
    """

    name: str
    version: str
    licence: str
    text: str


def everything_inside() -> list[Inside]:
    """Return all that this program runs with, itself first, then by name."""
    found = {_ROOT: distribution(_ROOT)}
    waiting = [_ROOT]
    while waiting:
        for name in _wanted(found[waiting.pop()]):
            if name in found:
                continue
            try:
                found[name] = distribution(name)
            except PackageNotFoundError:
                continue  # wanted on another system only
            waiting.append(name)
    ourselves = _read(found.pop(_ROOT))
    others = sorted((_read(one) for one in found.values()), key=lambda one: one.name.lower())
    return [ourselves, _font(), _icons(), *others]


def _wanted(of: Distribution) -> list[str]:
    """Return the names it asks for, but for what is wanted in an `extra` only."""
    wanted = []
    for line in of.requires or []:
        name = _NAME.match(line)
        if name is not None and "extra ==" not in line:
            wanted.append(re.sub(r"[-_.]+", "-", name.group()).lower())
    return wanted


def _read(of: Distribution) -> Inside:
    said = of.metadata
    licence = _first(said, "License-Expression") or _short(_first(said, "License"))
    if not licence:
        classified = [one for one in said.get_all("Classifier") or [] if one.startswith("License ::")]
        licence = ", ".join(one.rpartition(" :: ")[2] for one in classified)
    return Inside(said["Name"], of.version, licence, _text(of))


def _first(said: PackageMetadata, name: str) -> str:
    return str((said.get_all(name) or [""])[0])


def _short(licence: str) -> str:
    """Return a licence's name; some packages write its whole text there."""
    first = licence.strip().partition("\n")[0]
    return (
        first if len(first) <= len("GNU Lesser General Public License v3 or later (LGPLv3+), GPLv2") else ""
    )


def _text(of: Distribution) -> str:
    texts = []
    # `of.files` would look for each of five thousand files, which takes Windows half a minute.
    for written, *_ in csv.reader((of.read_text("RECORD") or "").splitlines()):
        file = PurePosixPath(written)
        if file.name.upper().startswith(_TEXTS) and file.suffix in {"", ".txt", ".md", ".rst"}:
            path = Path(str(of.locate_file(file)))
            if path.is_file():
                texts.append(path.read_text("utf-8", errors="replace"))
    return "\n\n".join(texts)[:_LONGEST]


def _font() -> Inside:
    folder = Path(resources.__file__).parent / "fonts"
    text = (folder / "Inter-LICENSE.txt").read_text("utf-8")
    return Inside("Inter", "4", "OFL-1.1", text)


def _icons() -> Inside:
    folder = Path(resources.__file__).parent / "icons"
    text = (folder / "LICENSE.txt").read_text("utf-8")
    return Inside("Tabler Icons", "3", "MIT", text)
