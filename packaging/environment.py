"""The environment that a checkout runs and is tested in: `.dev-venv`, filled from the hashed locks by pip.

Needs Python's standard library and pip alone. It is made again when the locks or the Python change; one
that was interrupted has no stamp and is made again too. Nothing is installed into the system's Python, so
that a Debian which forbids that (PEP 668) has nothing to forbid.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".dev-venv"
LOCKS = ("requirements.lock", "requirements-dev.lock")
OLDEST, NEWEST = (3, 11), (3, 13)

_STAMP = FOLDER / "made-from"
_MADE_FROM = (*LOCKS, "pyproject.toml")
_ENCODING = "utf-8"


class NoEnvironment(Exception):
    """The environment can't be made; the message says why and what to type."""


def interpreter() -> Path:
    """Return the environment's Python, whether it is there or not."""
    return FOLDER / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def provide() -> Path:
    """Return the environment's Python, once everything of the locks is in it.

    A second call in another process waits for the first.

    Raises:
        NoEnvironment: This Python is too old or too new, there is no pip, or pip could not install.
    """
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        found = ".".join(map(str, sys.version_info[:3]))
        raise NoEnvironment(f"Python 3.{OLDEST[1]} to 3.{NEWEST[1]} is needed; this is {found}.")
    with _alone():
        if not is_current():
            _make()
    return interpreter()


def is_current() -> bool:
    """Whether the environment was made, to its end, from the locks and by the Python that are here now."""
    try:
        return _STAMP.read_text(_ENCODING) == _fingerprint() and interpreter().exists()
    except FileNotFoundError:
        return False


def _make() -> None:
    pip = _pip()
    print(
        f"Making {FOLDER.name} from the locks: once, a few minutes. Later starts use it as it is.", flush=True
    )
    _STAMP.unlink(missing_ok=True)  # first: an interrupted one must not look finished
    shutil.rmtree(FOLDER, ignore_errors=True)
    _run(sys.executable, "-m", "venv", "--without-pip", str(FOLDER))
    locks = [part for name in LOCKS for part in ("-r", str(ROOT / name))]
    _run(*pip, "install", "--require-hashes", *locks)
    _run(*pip, "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    _STAMP.write_text(_fingerprint(), _ENCODING)


def _pip() -> tuple[str, ...]:
    """Return how to start the pip that is here for the environment, which has none of its own."""
    if not _has_pip():
        line = f'"{sys.executable}" -m ensurepip --upgrade'
        if shutil.which("apt-get"):
            line = "sudo apt-get install python3-pip"
        raise NoEnvironment(f"This Python has no pip. To get it:\n\n    {line}\n")
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    return (sys.executable, "-m", "pip", *quiet, "--python", str(interpreter()))


def _has_pip() -> bool:
    return importlib.util.find_spec("pip") is not None


def _run(*command: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in _NOT_FOR_PIP}
    if subprocess.run(command, env=environment, check=False, stdin=subprocess.DEVNULL).returncode:
        raise NoEnvironment("The environment could not be made: see above. The next call tries again.")


_NOT_FOR_PIP = {"VIRTUAL_ENV", "PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_REQUIRE_VIRTUALENV", "PIP_TARGET"}
"""What would send pip, or the new Python, somewhere else."""


def _fingerprint() -> str:
    """Return what the environment is made from: the locks, the project's own words, the Python."""
    content = b"".join((ROOT / name).read_bytes() for name in _MADE_FROM)
    return f"{hashlib.sha256(content).hexdigest()} {sys.version} {ROOT}"


@contextmanager
def _alone() -> Iterator[None]:
    """Let one process at a time make the environment; the system lets go of the lock with the process."""
    with FOLDER.with_suffix(".lock").open("w", encoding=_ENCODING) as file:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  Windows alone has it

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl  # noqa: PLC0415  Windows has none

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
