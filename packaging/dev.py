"""The first thing to run on a clean clone: `python3 packaging/dev.py demo`, or `... test`, or `... run`.

Qt needs a few libraries that a bare Linux machine does not have. They are looked for before anything is
downloaded; root, or someone who may `sudo` without a password, gets them from Debian's packages, anybody
else is told the one line that installs them. Windows and macOS need none. Then the environment is made
(see `environment`). Further arguments go to the program (`demo --tour pictures`) or to pytest
(`test -k money`).
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import environment  # noqa: E402  beside this file

from gui import needs  # noqa: E402  nothing is installed yet: it is read where it stands

_SHARED_OUT = ("-n", str((os.cpu_count() or 1) + 1), "--dist", "loadfile", "--no-loadscope-reorder")
"""How tests are given to workers: a file to one of them, in the order in which `tests` puts them. Many wait
for a signal now and then: one worker more than there are processors keeps those busy."""

_SHORT = ("-m", "not long")
"""`-m long` runs the rest: the short forms of the campaigns, and the screens in their other dresses."""

_COMMANDS = {
    "demo": ("gui", "--demo"),
    "run": ("gui",),
    "test": ("pytest", *_SHARED_OUT, *_SHORT),
}


def main() -> int:
    """Do what was asked for and return its exit status."""
    parser = argparse.ArgumentParser(prog="dev.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "what",
        choices=(*_COMMANDS, "environment", "libraries"),
        help="open the demo, or walk it where there is no screen; start the program; run the tests; only "
        "make the environment, or only see to the libraries",
    )
    parser.add_argument("further", nargs=argparse.REMAINDER, help="arguments for the program or for pytest")
    asked = parser.parse_args()

    variables = dict(os.environ)
    variables.pop("VIRTUAL_ENV", None)  # another environment's
    if asked.what == "test":
        variables["QT_QPA_PLATFORM"] = "offscreen"
    if not see_to(needs.missing_libraries(variables)):
        return 1
    if asked.what == "libraries":
        return 0
    try:
        python = environment.provide()
    except environment.NoEnvironment as reason:
        print(reason, file=sys.stderr)
        return 1
    if asked.what == "environment":
        print(python)
        return 0
    command = [str(python), "-m", *_COMMANDS[asked.what], *asked.further]
    return subprocess.run(command, cwd=ROOT, env=variables, check=False).returncode


def see_to(missing: tuple[needs.Library, ...]) -> bool:
    """Install what is missing if we may, else say how; return whether all is there now."""
    if not missing:
        return True
    root = as_root()
    if root is None or not shutil.which("apt-get"):
        names = ", ".join(library.soname for library in missing)
        print(f"Qt needs {names}. To install them:\n\n    {needs.install_line(missing)}\n", file=sys.stderr)
        return False
    packages = [library.package for library in missing]
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
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit("Stopped. What was half made is made again by the next call.")
