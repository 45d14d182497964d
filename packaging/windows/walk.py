"""Windows without Windows: what a shop's PC does with this program, walked under wine.

    uv run packaging/windows/walk.py [FOLDER] [--without-tests]

Lays out a Windows Python (see `lab.py`), runs the tests in it, freezes the last commit and an earlier
one, makes a setup program of each, installs, starts, upgrades and uninstalls them silently. Each step is
told with its seconds, all of them in FOLDER/walk.json; the exit status is 1 if one failed. FOLDER, by
default `build/windows`, can be walked again and is then quicker. wine is not Windows: what it can't show
is in packaging/README.md.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import project
import upgrade
import windows_setup
from lab import ROOT, Broken, Lab
from windows_programs import Holder, Installed, Window

NOW = "HEAD"
_ELSEWHERE = "tests/gui/walks"
"""Every screen in every dress: too slow under wine, and nothing there is Windows' own."""

_ALONE = ("-n", "4", "--dist", "loadfile")
_UNHURRIED = ("--timeout", "300", "--hypothesis-profile", "ci", "-p", "tests.patience")
_TESTED = ("-q", "-p", "no:cacheprovider", *_ALONE, *_UNHURRIED)
"""How the tests are run: wine ends a process now and then, and then only one file's tests end with it."""


class Walk:
    """One walk, and what was seen on it."""

    def __init__(self, lab: Lab) -> None:
        self.lab = lab
        self.told: list[dict[str, object]] = []
        self.data = lab.home / "AppData" / "Local" / project.NAME
        self.installed = Installed(lab, for_everybody=False)
        self.for_everybody = Installed(lab, for_everybody=True)

    def step(self, name: str, do: Callable[[], str]) -> bool:
        """Do one thing; tell how it went and how long it took."""
        begun = time.monotonic()
        try:
            saw, ok = do(), True
        except (Broken, OSError, SystemExit, subprocess.SubprocessError) as stopped:
            saw, ok = str(stopped), False
        seconds = round(time.monotonic() - begun)
        self.told.append({"name": name, "ok": ok, "seconds": seconds, "saw": saw})
        print(f"{'ok ' if ok else 'NOT'} {name} ({seconds} s): {saw}", flush=True)
        return ok

    # What runs from source

    def lay_out(self) -> str:
        """Make the lab, and a copy of the last commit in it."""
        self.lab.lay_out()
        return str(self.lab.source(NOW))

    def tests(self, *which: str, **more: str) -> str:
        """Run tests on the last commit's files; return pytest's last line."""
        source = self.lab.folder / f"source-{NOW}"
        sites = ("run", "test", "now")  # the last for what the installed program says of itself
        said = self.lab.python("-m", "pytest", *_TESTED, *which, sites=sites, cwd=source, **more)
        return said.strip().splitlines()[-1]

    # What a shop gets

    def freeze(self, commit: str) -> str:
        """Freeze a commit by today's recipe; return how large it is."""
        name = "now" if commit == NOW else "earlier"
        self.lab.install_wheel_of(self.lab.source(commit), site=name)
        places = (
            "--distpath",
            str(self._dist(commit)),
            "--workpath",
            str(self.lab.folder / f"freeze-{name}"),
        )
        spec = str(self.lab.folder / f"source-{NOW}" / "packaging" / f"{project.NAME}.spec")
        quiet = ("--noconfirm", "--log-level", "ERROR")
        sites = ("run", "freeze", name)
        self.lab.python("-m", "PyInstaller", *quiet, *places, spec, sites=sites)
        files = [path for path in (self._dist(commit) / project.NAME).rglob("*") if path.is_file()]
        megabytes = sum(path.stat().st_size for path in files) / 1_000_000
        if megabytes > project.LIMITS["windows"]:
            raise Broken(f"{megabytes:.1f} MB are too many")
        return f"{megabytes:.1f} MB in {len(files)} files"

    def self_test(self) -> str:
        """Have the frozen program test itself."""
        program = self._dist(NOW) / project.NAME / f"{project.NAME}-cli.exe"
        checked = [json.loads(line) for line in self.lab.run(str(program), "--self-test").splitlines()]
        return f"{len(checked)} things, {next(one['saw'] for one in checked if one['name'] == 'keyring')}"

    def tour(self) -> str:
        """Have it walk its demo; the pictures stay in the folder."""
        program = self._dist(NOW) / project.NAME / f"{project.NAME}-cli.exe"
        pictures = self.lab.folder / "tour"
        shutil.rmtree(pictures, ignore_errors=True)
        self.lab.run(str(program), "--demo", "--tour", str(pictures))
        steps = json.loads((pictures / "tour.json").read_text("utf-8"))["steps"]
        if not steps or not all(step["ok"] for step in steps):
            raise Broken(str([step for step in steps if not step["ok"]]))
        return f"{len(steps)} steps, {len(list(pictures.glob('*.png')))} pictures"

    def setup(self, commit: str) -> str:
        """Compile the setup program; return how large it is."""
        made = windows_setup.make(self._dist(commit))
        return f"{made.name}, {made.stat().st_size / 1_000_000:.1f} MB"

    def install(self, commit: str, *, expected: int = 0) -> str:
        """Run the setup program silently, for one user, and look at what it did."""
        return self._install(self.installed, commit, expected)

    def install_for_everybody(self) -> str:
        """Do the same for everybody; wine's user is an administrator."""
        return self._install(self.for_everybody, NOW, 0)

    def _install(self, wanted: Installed, commit: str, expected: int) -> str:
        setup = next(self._dist(commit).glob("*-setup*.exe"), None)
        if setup is None:
            raise Broken("there is no setup program")
        status, said = self.lab.status_of(str(setup), *wanted.options)
        if status != expected:
            raise Broken(f"it ended with {status} instead of {expected}: {said}")
        return wanted.look() if not expected else f"refused with {status}"

    def fill(self) -> str:
        """Fill the shop's folder by the earlier commit's code, and put a key into the keyring."""
        shutil.rmtree(self.data, ignore_errors=True)
        upgrade.fill(self.data, upgrade.FIRST)
        keep = "import keyring; keyring.set_password('refund-desk', 'walk', 'kept')"
        self.lab.python("-c", keep, sites=("run",))
        return "a ledger with an unknown void, and an entry in Credential Manager"

    def refused_while_it_is_open(self) -> str:
        """Try to put a version under the open window."""
        with Window(self.lab, self.installed.program, self.data):
            return self.install(NOW, expected=4)

    def refused_while_money_moves(self) -> str:
        """Try it while the name is held that the program holds then."""
        with Holder(self.lab, "refund-desk-moves-money"):
            return self.install(NOW, expected=3)

    def start(self) -> str:
        """Open the window on the shop's folder until the desk stands behind it; a second start leaves."""
        with Window(self.lab, self.installed.program, self.data):
            begun = time.monotonic()
            self.lab.run(str(self.installed.program), "--data-dir", str(self.data))
            return f"it opened, and a second start left after {time.monotonic() - begun:.1f} s"

    def kept(self) -> str:
        """Compare the ledger with what the earlier program left; ask for the key."""
        if not upgrade.same(self.data):
            raise Broken("the ledger is not what it was")
        ask = "import keyring; print(keyring.get_password('refund-desk', 'walk'))"
        if self.lab.python("-c", ask, sites=("run",)).strip() != "kept":
            raise Broken("the entry in Credential Manager is gone")
        return "every intent, the unknown one too, and the key"

    def uninstall(self) -> str:
        """Remove the program silently; the shop's folder and the key stay."""
        self.installed.uninstall()
        return self.kept()

    def uninstall_for_everybody(self) -> str:
        """Remove silently what was installed for everybody."""
        self.for_everybody.uninstall()
        return self.kept()

    def walk_source(self) -> bool:
        """Run the tests; return whether all of them passed."""
        keyring = {"REFUND_DESK_KEYRING_OF_ITS_OWN": "1"}
        return self._walk(
            ("the service tests", partial(self.tests, "tests/services")),
            ("the window's tests", partial(self.tests, "tests/gui", "--ignore", _ELSEWHERE)),
            ("Credential Manager", partial(self.tests, "tests/services", "-m", "real_keyring", **keyring)),
        )

    def walk_installed(self) -> bool:
        """Walk what a shop does with the program; return whether all went as it must."""
        earlier = upgrade.FIRST
        return self._walk(
            ("frozen", partial(self.freeze, NOW)),
            ("self-test of the frozen program", self.self_test),
            ("its demo walks itself", self.tour),
            ("setup", partial(self.setup, NOW)),
            ("an earlier version, frozen", partial(self.freeze, earlier)),
            ("its setup", partial(self.setup, earlier)),
            ("the earlier version installed", partial(self.install, earlier)),
            ("the shop's folder filled by it", self.fill),
            ("upgraded", partial(self.install, NOW)),
            ("started", self.start),
            ("nothing lost", self.kept),
            ("refused while it is open", self.refused_while_it_is_open),
            ("refused while money moves", self.refused_while_money_moves),
            ("installed once more over itself", partial(self.install, NOW)),
            ("uninstalled", self.uninstall),
            ("installed for everybody", self.install_for_everybody),
            ("uninstalled for everybody", self.uninstall_for_everybody),
        )

    def _walk(self, *steps: tuple[str, Callable[[], str]]) -> bool:
        went_well = [self.step(name, do) for name, do in steps]  # each is walked, whatever came before
        return all(went_well)

    def _dist(self, commit: str) -> Path:
        return self.lab.folder / ("dist-now" if commit == NOW else "dist-earlier")


@contextmanager
def laboratory(folder: Path) -> Iterator[Lab]:
    """Have a lab, and end what still runs in it."""
    lab = Lab(folder)
    try:
        yield lab
    finally:
        lab.end()


def main() -> int:
    """Walk, write down what was seen, and return the exit status."""
    parser = argparse.ArgumentParser(prog="walk.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT / "build" / "windows")
    parser.add_argument("--without-tests", action="store_true", help="only what a shop gets")
    asked = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with laboratory(asked.folder) as lab:
        walk = Walk(lab)
        walked = walk.step("laid out", walk.lay_out) and walk.walk_installed()
        if not asked.without_tests:
            walked = walk.walk_source() and walked
        told = json.dumps(walk.told, ensure_ascii=False, indent=2)
        (lab.folder / "walk.json").write_text(f"{told}\n", "utf-8")
    return 0 if walked else 1


if __name__ == "__main__":
    sys.exit(main())
