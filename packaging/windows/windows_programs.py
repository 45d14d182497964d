"""The program as it is installed in the lab, a window of it that is open, and a name that is held."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import project
from lab import Broken, Lab

_PATIENCE = 180.0
_GLANCE = 0.2
_KEY = f"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{project.NAME}"
_TITLES = tuple(project.TITLE.values())


class Installed:
    """What setup leaves in one user's part of the disk and of the registry, or in everybody's.

    Attributes:
        options: What setup and the uninstaller are told for it.
        program: Where the program lies.
    """

    def __init__(self, lab: Lab, *, for_everybody: bool) -> None:
        self._lab = lab
        self.options = ("/S", "/AllUsers") if for_everybody else ("/S",)
        self._key = f"{'HKLM' if for_everybody else 'HKCU'}\\{_KEY}"
        programs, settings = (
            (lab.disk / "Program Files", lab.disk / "ProgramData")
            if for_everybody
            else (lab.home / "AppData" / "Local" / "Programs", lab.home / "AppData" / "Roaming")
        )
        self._folder = programs / "Refund Desk"
        self._menu = settings / "Microsoft" / "Windows" / "Start Menu" / "Programs"
        self.program = self._folder / f"{project.NAME}.exe"

    def look(self) -> str:
        """Return what is installed.

        Raises:
            Broken: A part of it is missing, or one of an earlier version is still there.
        """
        wanted = [self.program, self._folder / f"{project.NAME}-cli.exe", self._folder / "uninstall.exe"]
        missing = [path.name for path in wanted if not path.exists()]
        entries = [path.name for path in self._entries()]
        status, said = self._lab.status_of("reg", "query", self._key, "/v", "DisplayVersion")
        if missing or len(entries) != 1 or status or (self._folder / "previous").exists():
            raise Broken(f"missing {missing}, in the menu {entries}, in the registry {said}")
        version = self._lab.run(str(wanted[1]), "--version").strip()
        return f"{version}, {entries[0]}"

    def uninstall(self) -> None:
        """Remove it as Windows' own settings do, without a question.

        Raises:
            Broken: Something of it is left.
        """
        # Run where it lies it answers at once and goes on in a copy of itself; so it is told to stay.
        windows_folder = "Z:" + str(self._folder).replace("/", "\\")
        self._lab.run(str(self._folder / "uninstall.exe"), *self.options, f"_?={windows_folder}")
        (self._folder / "uninstall.exe").unlink(missing_ok=True)
        left = [path.name for path in self._folder.rglob("*")] + [path.name for path in self._entries()]
        status, _ = self._lab.status_of("reg", "query", self._key)
        if left or status == 0:
            raise Broken(f"left behind: {left}, in the registry: {status == 0}")

    def _entries(self) -> list[Path]:
        return [path for path in self._menu.glob("*.lnk") if path.stem in _TITLES]


class _Running:
    """A program that runs while a block does."""

    def __init__(self, lab: Lab, command: list[str]) -> None:
        self._lab = lab
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            ["wine", *self._command],
            cwd=self._lab.folder,
            env=self._lab.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # under wine Python ends at once where this is no pipe
            stderr=subprocess.STDOUT,
        )
        until = time.monotonic() + _PATIENCE
        while not self._stands():
            if self._process.poll() is not None or time.monotonic() > until:
                self.__exit__(None, None, None)
                raise Broken(f"{self._command[0]} did not come up")
            time.sleep(_GLANCE)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.kill()  # under wine a sleeping Python takes minutes over anything gentler
            self._process.wait()

    def _stands(self) -> bool:
        raise NotImplementedError


class Window(_Running):
    """The installed program, open on a data folder; it stands once its desk does."""

    def __init__(self, lab: Lab, program: Path, data: Path) -> None:
        super().__init__(lab, [str(program), "--data-dir", str(data)])
        self._mark = data / "window"
        self._mark.unlink(missing_ok=True)

    def _stands(self) -> bool:
        return self._mark.exists()


class Holder(_Running):
    """A Windows program that does nothing but hold a name."""

    _HOLD = (
        "import ctypes, pathlib, sys, time; ctypes.WinDLL('kernel32').CreateMutexW(None, 0, sys.argv[1]);"
        " pathlib.Path(sys.argv[2]).touch(); time.sleep(600)"
    )

    def __init__(self, lab: Lab, name: str) -> None:
        self._mark = lab.folder / "held"
        self._mark.unlink(missing_ok=True)
        python = str(lab.folder / "embedded" / "python.exe")
        super().__init__(lab, [python, "-c", self._HOLD, f"Global\\{name}", str(self._mark)])

    def _stands(self) -> bool:
        return self._mark.exists()
