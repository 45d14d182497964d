# /// script
# requires-python = ">=3.11"
# dependencies = []
# ///
"""The first thing to run on a clean clone: `python3 -m uv run packaging/dev.py demo` or `... test`.

Qt needs a few libraries that a bare Linux machine does not have, and says so only by failing to
import. Here they are looked for first; root, or someone who may `sudo` without a password, gets them
installed from Debian's packages, anybody else the one line that does it. Windows and macOS need none.
Further arguments go to the program (`demo --tour pictures`) or to pytest (`test -k money`).
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library Qt loads, and the Debian package that brings it."""

    soname: str
    package: str

    def is_missing(self) -> bool:
        """Whether the loader does not find it."""
        try:
            ctypes.CDLL(self.soname)
        except OSError:
            return True
        return False


ALWAYS = (
    Library("libGL.so.1", "libgl1"),
    Library("libEGL.so.1", "libegl1"),
    Library("libxkbcommon.so.0", "libxkbcommon0"),
    Library("libdbus-1.so.3", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1"),
    Library("libglib-2.0.so.0", "libglib2.0-0"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
)

ON_X11 = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0"),
    Library("libxcb-render.so.0", "libxcb-render0"),
    Library("libxcb-shape.so.0", "libxcb-shape0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)


def main() -> int:
    """Run what was asked for and return its exit status."""
    parser = argparse.ArgumentParser(prog="dev.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("what", choices=("demo", "test"), help="open or walk the demo; run the tests")
    parser.add_argument("further", nargs=argparse.REMAINDER, help="arguments for the program or for pytest")
    asked = parser.parse_args()

    environment = dict(os.environ)
    environment.pop("VIRTUAL_ENV", None)  # this script's own; the project has another
    libraries: tuple[Library, ...] = ALWAYS
    if asked.what == "test":
        environment["QT_QPA_PLATFORM"] = "offscreen"
        command = [*uv(), "run", "pytest", *asked.further]
    else:
        command = [*uv(), "run", "--no-dev", "refund-desk", "--demo", *asked.further]
        if environment.get("DISPLAY"):
            libraries += ON_X11

    if sys.platform == "linux" and not have(libraries):
        return 1
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def uv() -> list[str]:
    """Return how to start uv: it names itself in `UV` to whatever it runs."""
    found = os.environ.get("UV") or shutil.which("uv")
    return [found] if found else [sys.executable, "-m", "uv"]


def have(libraries: tuple[Library, ...]) -> bool:
    """Whether every one of `libraries` is there, once those missing have been installed if we may."""
    missing = [library for library in libraries if library.is_missing()]
    if not missing:
        return True
    packages = [library.package for library in missing]
    if not shutil.which("apt-get"):
        print("Qt needs these libraries:", *(library.soname for library in missing), file=sys.stderr)
        print("Install them with your system's package manager, then try again.", file=sys.stderr)
        return False
    root = as_root()
    if root is None:
        line = f"sudo apt-get update && sudo apt-get install -y {shlex.join(packages)}"
        print(f"Qt needs some libraries that are not installed. Please run:\n\n    {line}\n", file=sys.stderr)
        return False
    print("Installing what Qt needs:", *packages, flush=True)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        if subprocess.run([*apt, *step], check=False, stdin=subprocess.DEVNULL).returncode:
            return False
    still = [library.soname for library in missing if library.is_missing()]
    if still:
        print("Still missing after installing:", *still, file=sys.stderr)
    return not still


def as_root() -> list[str] | None:
    """Return what to put before a command to run it as root; None when we may not."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    asked = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
    return ["sudo", "-n"] if asked.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main())
