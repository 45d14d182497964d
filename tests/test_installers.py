"""What the recipes in `packaging` put into the program a shop installs, and what they say to people."""

from __future__ import annotations

import importlib
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from gui import needs

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
DRAWING = ROOT / "resources" / "icons" / "app.svg"
WORDS = (PACKAGING / "windows" / "words.nsh").read_text("utf-8")
SETUP = (PACKAGING / "windows" / "setup.nsi").read_text("utf-8")


@pytest.fixture
def recipes(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Import a recipe by its name; they are scripts beside each other, and no package."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(PACKAGING))

    def recipe(name: str) -> ModuleType:
        return importlib.import_module(name)

    yield recipe
    for name in set(sys.modules) - before:
        if str(PACKAGING) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


@pytest.mark.parametrize(
    ("target", "stays"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/printsupport/libcupsprintersupport.so", True),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so", False),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt/lib/libQt6PrintSupport.so.6", True),
        ("PySide6/QtTest.abi3.so", True),
        ("PySide6/Qt/translations/qtbase_tr.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("services/ledger/schema.sql", True),
    ],
)
def test_of_qt_goes_in_what_is_used(recipes: Any, target: str, *, stays: bool) -> None:
    entry = (target, f"/built/here/{target}", "DATA")
    assert recipes("inside").kept([entry], "linux", ours=("/built/here",)) == ([entry] if stays else [])


def test_windows_plugins_are_known_by_the_same_names(recipes: Any) -> None:
    entries = [
        ("PySide6\\plugins\\platforms\\qwindows.dll", "C:\\", "BINARY"),
        ("PySide6\\plugins\\imageformats\\qsvg.dll", "C:\\", "BINARY"),
        ("PySide6\\plugins\\imageformats\\qtiff.dll", "C:\\", "BINARY"),
    ]
    assert recipes("inside").kept(entries, "win32", ours=()) == entries[:2]


@pytest.mark.parametrize("library", [*needs.ALWAYS, *needs.ON_X11], ids=lambda library: library.soname)
def test_what_the_package_depends_on_is_not_inside_as_well(recipes: Any, library: needs.Library) -> None:
    entry = (library.soname, f"/lib/x86_64-linux-gnu/{library.soname}", "BINARY")
    assert recipes("inside").kept([entry], "linux", ours=("/built/here",)) == []


@pytest.mark.parametrize("name", ["libssl.so.3", "libffi.so.8", "libsqlite3.so.0", "libz.so.1"])
def test_what_python_needs_of_the_system_it_was_built_on_is(recipes: Any, name: str) -> None:
    entry = (name, f"/lib/x86_64-linux-gnu/{name}", "BINARY")
    assert recipes("inside").kept([entry], "linux", ours=("/built/here",)) == [entry]


def test_a_windows_icon_holds_every_size_whole(recipes: Any, qtbot: QtBot) -> None:
    del qtbot  # Qt draws
    icons = recipes("icons")
    written = icons.ico(DRAWING)
    kind, count = struct.unpack_from("<2xHH", written)

    assert (kind, count) == (1, len(icons.ICO_SIZES))
    for number, size in enumerate(icons.ICO_SIZES):
        length, at = struct.unpack_from("<II", written, 6 + 16 * number + 8)
        assert QImage.fromData(written[at : at + length]).width() == size


def test_a_macos_icon_is_as_long_as_it_says(recipes: Any, qtbot: QtBot) -> None:
    del qtbot
    written = recipes("icons").icns(DRAWING)

    assert written[:4] == b"icns"
    assert struct.unpack_from(">I", written, 4) == (len(written),)


def test_a_drawing_that_is_none_is_told(recipes: Any, qtbot: QtBot, tmp_path: Path) -> None:
    del qtbot
    (tmp_path / "none.svg").write_text("nothing", "utf-8")

    with pytest.raises(ValueError, match=r"none\.svg"):
        recipes("icons").png(tmp_path / "none.svg", 16)


def test_setup_says_everything_in_both_languages() -> None:
    said = re.findall(r'(?m)^LangString (\w+) \$\{LANG_(TURKISH|ENGLISH)\} "(.+)"$', WORDS)
    by_language = {
        language: {name for name, spoken, text in said if spoken == language and text.strip()}
        for language in ("TURKISH", "ENGLISH")
    }

    assert by_language["TURKISH"] == by_language["ENGLISH"]
    assert set(re.findall(r"\$\((\w+)\)", SETUP)) == by_language["TURKISH"]


def test_setup_changes_no_file_before_it_has_looked_for_money() -> None:
    section = SETUP.index("\nSection\n")
    looks = SETUP.index("Call wait_for_the_program")

    assert SETUP.index("Function .onInit") < looks < section
    assert "File " not in SETUP[:section].replace("VIFileVersion ", "").replace("OutFile ", "")


def test_nothing_but_a_persons_yes_deletes_the_ledger() -> None:
    asking = SETUP.index("$(data_too)")
    deleting = [found.start() for found in re.finditer(r'RMDir /r "\$LOCALAPPDATA\\\$\{NAME\}', SETUP)]

    assert "MB_DEFBUTTON2" in SETUP[asking - 80 : asking]
    assert SETUP[asking:].splitlines()[0].endswith("/SD IDNO IDNO keep")
    assert deleting
    assert min(deleting) > asking


def test_the_version_is_written_once() -> None:
    named = {
        path.name
        for path in [*PACKAGING.rglob("*"), *(ROOT / ".github").rglob("*.yml")]
        if path.is_file() and path.suffix in {".py", ".nsi", ".nsh", ".spec", ".in", ".desktop", ".yml"}
        if re.search(r'version\W+"?0\.1\.0\b', path.read_text("utf-8"), re.IGNORECASE)
    }
    assert named == set()


def test_every_licence_of_qt_that_is_passed_on_is_there() -> None:
    texts = {path.name: path.read_text("utf-8") for path in (PACKAGING / "licences").glob("*.txt")}

    assert "GNU LESSER GENERAL PUBLIC LICENSE" in texts["LGPL-3.0.txt"]
    assert "GNU GENERAL PUBLIC LICENSE" in texts["GPL-3.0.txt"]
