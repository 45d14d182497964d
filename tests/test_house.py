"""What every file of the house keeps to, whoever writes it."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from gui.__main__ import main

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("gui", "services", "resources", "tests", "packaging")
LONGEST = 350

NEVER_WRITTEN = {
    "a package registry's address": r"pyp[i][.]org|python[h]osted[.]|npm[j]s[.]|deb[.]d[e]bian[.]",
    "a note to self": r"\b(TO[D]O|FIX[M]E|X{3})\b",
    "a machine's own path": r"(?<![\w.])/(work|root|opt)/",
}
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "manager", "common", "misc"}
MUTED = re.compile(
    r"#\s*(?:type:\s*ignore(?:\[[\w, -]*\])?|noqa(?::\s*[A-Z]+\d+(?:,\s*[A-Z]+\d+)*)?)(?P<why>.*)"
)


def written() -> dict[str, str]:
    """Every text of the house by its path, but for uv's own lock, which is not kept."""
    folders = [ROOT / room for room in (*ROOMS, ".ci", ".github")]
    inside = [path for folder in folders for path in folder.rglob("*")]
    paths = [path for path in (*ROOT.iterdir(), *inside) if path.is_file() and path.name != "uv.lock"]
    contents = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in paths}
    return {name: content.decode("utf-8") for name, content in contents.items() if b"\0" not in content}


def sources(*rooms: str) -> dict[str, str]:
    """The Python files of `rooms`."""
    found = (path for room in rooms for path in (ROOT / room).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in found}


def project() -> dict[str, object]:
    table: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return table


@pytest.mark.parametrize("what", NEVER_WRITTEN)
def test_no_text_names(what: str) -> None:
    found = [
        f"{name}: {match.group()}"
        for name, text in written().items()
        for match in re.finditer(NEVER_WRITTEN[what], text)
    ]
    assert found == []


def test_a_file_can_be_read_in_one_sitting() -> None:
    long = {
        name: lines
        for name, text in sources("gui", "services", "resources").items()
        if (lines := text.count("\n")) > LONGEST
    }
    assert long == {}


def test_a_name_says_what_is_inside() -> None:
    vague = [
        name for name in sources(*ROOMS) if NAMES_THAT_SAY_NOTHING & set(Path(name).with_suffix("").parts)
    ]
    assert vague == []


def test_a_checker_is_muted_only_with_its_reason_beside_it() -> None:
    bare = [
        f"{name}:{number}: {line.strip()}"
        for name, text in sources(*ROOMS).items()
        for number, (above, line) in enumerate(pairwise(["", *text.splitlines()]), start=1)
        if (muted := MUTED.search(line)) and not (muted["why"].strip(" #") or above.lstrip().startswith("# "))
    ]
    assert bare == []


def test_the_domain_needs_nothing_but_python() -> None:
    needed = {
        module.partition(".")[0]
        for text in sources("services/domain").values()
        for node in ast.walk(ast.parse(text))
        for module in imported(node)
        if not module.startswith("services.domain")
    }
    assert needed <= sys.stdlib_module_names


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_no_amount_is_typed_or_sent_as_a_float() -> None:
    lossy = re.compile(r"\bfloat\(|QDoubleSpinBox|toCurrencyString|Signal\(int\)")
    # The simulator writes the JSON numbers its gateway has been seen to write.
    ours = {name: text for name, text in sources("gui", "services").items() if "/simulator/" not in name}
    found = [name for name, text in ours.items() if lossy.search(text)]
    assert found == []


def test_the_program_says_the_version_it_was_built_as(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.split() == ["refund-desk", project()["version"]]


def test_no_widget_goes_into_the_back_office_itself() -> None:
    """It may have to be opened first: a widget hands the way there to a call for a worker."""
    found = [
        f"{name}: {match.group()}"
        for name, text in sources("gui").items()
        for match in re.finditer(r"self\.[\w.]*office\(", text)
    ]
    assert found == []


def test_packaging_is_no_package() -> None:
    """It would hide the library of that name, which pytest itself imports."""
    assert list((ROOT / "packaging").rglob("__init__.py")) == []


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock", "requirements-freeze.lock"])
def test_a_lock_holds_versions_and_hashes_and_no_addresses(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())

    assert "://" not in text
    assert [entry for entry in entries if not re.match(r"[a-z0-9.-]+==\S+", entry)] == []
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_has_everything_the_program_runs_with() -> None:
    dependencies = project()["dependencies"]
    assert isinstance(dependencies, list)
    asked = {re.split(r"[<>=;\[ ]", line)[0].lower() for line in dependencies}
    locked = set(re.findall(r"(?m)^([a-z0-9.-]+)==", (ROOT / "requirements.lock").read_text("utf-8")))
    assert asked <= locked
