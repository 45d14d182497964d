"""One command from a checkout to what a shop installs: `python packaging/build.py linux|windows|macos`.

Makes the wheel, an environment with nothing but the locked runtime dependencies and PyInstaller, and in
it the frozen program; has the program test itself and walk its demo; weighs it; and makes the setup file
for the system it runs on, in `dist`. The self-test needs a keyring: without a desktop on Linux, run it
inside `.ci/keyring-session`. Each further argument is a shorter way:

    --frozen-only    ends before the setup file
    --setup-only     makes the setup file from the frozen program that is in `dist` already
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import project

DIST = project.ROOT / "dist"
SCRATCH = project.ROOT / "build" / "frozen"
RUNS_ON = {"linux": "linux", "windows": "win32", "macos": "darwin"}

_MEGABYTE = 1_000_000


def main() -> int:
    """Build what was asked for; stop at whatever fails."""
    parser = argparse.ArgumentParser(prog="build.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("system", choices=tuple(RUNS_ON))
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--frozen-only", action="store_true", help="end before the setup file")
    which.add_argument("--setup-only", action="store_true", help="from the frozen program that is there")
    asked = parser.parse_args()
    if not asked.setup_only:
        if sys.platform != RUNS_ON[asked.system]:
            sys.exit(f"a program for {asked.system} is frozen on {asked.system}")
        freeze(environment())
        weigh(asked.system)
        try_it(frozen_program(asked.system))
    if not asked.frozen_only:
        made = setup_for(asked.system)(DIST)
        print(write_sums(made), end="")
    return 0


def environment() -> Path:
    """Make the wheel and a clean environment with it; return the environment's Python."""
    step("the environment, from the locks")
    shutil.rmtree(SCRATCH, ignore_errors=True)
    shutil.rmtree(DIST, ignore_errors=True)
    folder = SCRATCH / "environment"
    run(sys.executable, "-m", "venv", str(folder))
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    run(str(python), "-m", "pip", "--disable-pip-version-check", "install", "-q", "uv")
    uv = (str(python), "-m", "uv")
    install = (*uv, "pip", "install", "-q", "--python", str(python))
    locks = [part for name in ("requirements.lock", "requirements-freeze.lock") for part in ("-r", name)]
    run(*install, "--require-hashes", *locks)
    step("the wheel")
    isolated = ("--no-build-isolation", "--python", str(python))
    run(*uv, "build", "-q", "--wheel", *isolated, "--out-dir", str(DIST), ".")
    run(*install, "--no-deps", *map(str, DIST.glob("*.whl")))
    return python


def freeze(python: Path) -> None:
    """Make the folder `dist/refund-desk`, on macOS the bundle beside it too."""
    step("the frozen program")
    places = ("--distpath", str(DIST), "--workpath", str(SCRATCH / "freeze"))
    spec = str(project.HERE / f"{project.NAME}.spec")
    run(str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places, spec, cwd=SCRATCH)


def frozen_program(system: str) -> Path:
    """Return the program of `dist` that speaks to a console."""
    names = {"linux": project.NAME, "windows": f"{project.NAME}-cli.exe", "macos": project.NAME}
    return DIST / project.NAME / names[system]


def weigh(system: str) -> None:
    """Print how large the program is and its largest parts; stop where it has grown past its limit."""
    step("its size")
    folder = DIST / project.NAME
    files = {
        path: path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()
    }
    for path in sorted(files, key=lambda path: files[path], reverse=True)[:8]:
        print(f"{files[path] / _MEGABYTE:8.1f} MB  {path.relative_to(folder).as_posix()}")
    total = sum(files.values()) / _MEGABYTE
    print(f"{total:8.1f} MB  in {len(files)} files; at most {project.LIMITS[system]}")
    if total > project.LIMITS[system]:
        sys.exit(f"the program has grown past {project.LIMITS[system]} MB")


def try_it(program: Path) -> None:
    """Have the frozen program test itself and walk its demo, far from the checkout."""
    with tempfile.TemporaryDirectory(prefix="refund-desk-built-") as elsewhere:
        step("self-test of the frozen program")
        run(str(program), "--self-test", cwd=elsewhere)
        step("the frozen program walks its demo")
        run(str(program), "--demo", "--tour", "tour", "--data-dir", "demo", cwd=elsewhere)
        told = json.loads((Path(elsewhere) / "tour" / "tour.json").read_text("utf-8"))
        if not told["steps"] or not all(one["ok"] for one in told["steps"]):
            sys.exit("a step of the tour failed")


def setup_for(system: str) -> Callable[[Path], Path]:
    """Return what makes the system's setup file in a folder from the frozen program in it."""
    if system == "linux":
        import debian  # noqa: PLC0415  each system's own

        return debian.make
    if system == "windows":
        import windows_setup  # noqa: PLC0415  as above

        return windows_setup.make
    import disk_image  # noqa: PLC0415  as above

    return disk_image.make


def write_sums(made: Path) -> str:
    """Write a setup file's SHA-256 beside it, as `sha256sum --check` reads it; return the line."""
    line = f"{hashlib.sha256(made.read_bytes()).hexdigest()}  {made.name}\n"
    made.with_name(f"{made.name}.sha256").write_text(line, "ascii")
    return line


def run(*command: str, cwd: str | Path = project.ROOT) -> None:
    """Run a command, seen as it is printed; stop with its exit status if it fails."""
    environ = dict(os.environ)
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    finished = subprocess.run(command, cwd=cwd, env=environ, stdin=subprocess.DEVNULL, check=False)
    if finished.returncode:
        sys.exit(f"{Path(command[0]).name} failed: {' '.join(command[1:])}")


def step(what: str) -> None:
    """Say what begins, and when."""
    print(f"\n== {what}  ({round(time.monotonic() - _BEGUN)} s)", flush=True)


_BEGUN = time.monotonic()


if __name__ == "__main__":
    sys.exit(main())
