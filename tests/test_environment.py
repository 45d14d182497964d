"""The environment that the README's two commands make: from the locks, and again only when they change."""

from __future__ import annotations

import importlib
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent
MADE_FROM = ("requirements.lock", "requirements-dev.lock", "pyproject.toml")


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """The script, for a checkout in `tmp_path`, with its commands noted instead of run."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    script = importlib.import_module("environment")
    for name in MADE_FROM:
        shutil.copy(ROOT / name, tmp_path)
    folder = tmp_path / ".dev-venv"
    for name, value in {"ROOT": tmp_path, "FOLDER": folder, "_STAMP": folder / "made-from"}.items():
        monkeypatch.setattr(script, name, value)
    commands: list[tuple[str, ...]] = []

    def run(*command: str) -> None:
        commands.append(command)
        if "venv" in command:
            script.interpreter().parent.mkdir(parents=True)
            script.interpreter().touch()

    monkeypatch.setattr(script, "_run", run)
    monkeypatch.setattr(script, "_has_pip", lambda: True)
    monkeypatch.setattr(script, "commands", commands, raising=False)
    yield script
    del sys.modules["environment"]


def test_it_is_made_once_with_hashes_and_without_a_pip_of_its_own(environment: ModuleType) -> None:
    python = environment.provide()

    venv, locks, project = environment.commands
    assert "--without-pip" in venv
    assert "--require-hashes" in locks
    assert [Path(part).name for part in locks if part.endswith(".lock")] == list(environment.LOCKS)
    assert {"--no-deps", "--no-build-isolation"} <= set(project)
    assert all(command[command.index("--python") + 1] == str(python) for command in (locks, project))

    environment.provide()
    assert len(environment.commands) == 3


@pytest.mark.parametrize("name", MADE_FROM)
def test_it_is_made_again_when_what_it_is_made_from_changes(environment: ModuleType, name: str) -> None:
    environment.provide()
    with (environment.ROOT / name).open("a") as file:
        file.write("# another\n")

    assert not environment.is_current()
    environment.provide()
    assert len(environment.commands) == 6


def test_another_python_makes_it_again(environment: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.provide()
    monkeypatch.setattr(sys, "version", "3.13.1 (another)")

    assert not environment.is_current()


@pytest.mark.parametrize("dies_at", [0, 1, 2])
def test_one_that_was_interrupted_is_made_again(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, dies_at: int
) -> None:
    run, count = environment._run, iter(range(3))

    def dying(*command: str) -> None:
        if next(count) == dies_at:
            raise KeyboardInterrupt
        run(*command)

    with monkeypatch.context() as patched:
        patched.setattr(environment, "_run", dying)
        with pytest.raises(KeyboardInterrupt):
            environment.provide()

    assert not environment.is_current()
    environment.provide()
    assert environment.is_current()


@pytest.mark.parametrize("version", [(3, 10, 12), (3, 14, 0)])
def test_a_python_that_is_too_old_or_too_new_is_told_before_anything_is_made(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch, version: tuple[int, int, int]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)

    with pytest.raises(environment.NoEnvironment, match=f"this is {'.'.join(map(str, version))}"):
        environment.provide()
    assert environment.commands == []


def test_without_pip_the_line_that_brings_it_is_said(
    environment: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_has_pip", lambda: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    with pytest.raises(environment.NoEnvironment, match="sudo apt-get install python3-pip"):
        environment.provide()
    assert environment.commands == []


def test_what_would_send_pip_elsewhere_is_not_passed_on(environment: ModuleType) -> None:
    assert {"VIRTUAL_ENV", "PYTHONPATH", "PIP_USER", "PIP_TARGET"} <= environment._NOT_FOR_PIP
