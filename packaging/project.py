"""What every recipe here says about the program, each thing read from its one home."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent

NAME = "refund-desk"
"""The command, the package, the folder it is installed in and the one its data are in."""

TITLE = {"tr": "İade Masası", "en": "Refund Desk"}

IDENTIFIER = "io.github.refund_desk.RefundDesk"
"""How macOS and AppStream tell it from every other program."""

_PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

VERSION: str = _PROJECT["version"]
"""The version's only home is pyproject.toml."""

SUMMARY: str = _PROJECT["description"]

LIMITS = {"linux": 220, "windows": 120, "macos": 220}
"""How many megabytes (of 1,000,000 bytes) the frozen program may have."""


def version_numbers() -> tuple[int, int, int, int]:
    """Return the version as Windows compares it: four numbers, the missing ones 0."""
    found = [int(number) for number in re.findall(r"\d+", VERSION)[:4]]
    first, second, third, fourth = (*found, 0, 0, 0, 0)[:4]
    return first, second, third, fourth
