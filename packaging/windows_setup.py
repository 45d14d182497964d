"""The setup program for Windows, from the frozen program; NSIS compiles it on Windows and on Linux.

    windows_setup.py DIST    makes it from DIST/refund-desk

Without a certificate it says of itself that nobody has signed it, in its name and on its first page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import project
import signing

SCRIPT = project.HERE / "windows" / "setup.nsi"
_USUAL_PLACE = Path(os.environ.get("PROGRAMFILES(X86)", "C:/Program Files (x86)")) / "NSIS" / "makensis.exe"


def make(dist: Path) -> Path:
    """Make the setup program beside the frozen program in `dist`; return it.

    Raises:
        CalledProcessError: NSIS or the signing tool refused.
    """
    frozen = dist / project.NAME
    signed = signing.configured()
    target = dist / f"{project.NAME}-{project.VERSION}-setup{'' if signed else '-unsigned'}.exe"
    if signed:
        signing.sign(*sorted(frozen.glob("*.exe")))
    else:
        print("No certificate is configured: this setup is unsigned, and Windows will warn of it.")
    said = {
        "NAME": project.NAME,
        "VERSION": project.VERSION,
        "VERSION_OF_FOUR": ".".join(map(str, project.version_numbers())),
        "FROZEN": str(frozen.resolve()),
        "KILOBYTES": str(sum(path.stat().st_size for path in frozen.rglob("*")) // 1024),
        "TARGET": str(target.resolve()),
    }
    if sys.platform != "win32":
        said["STUB"] = (
            "amd64-unicode"  # NSIS as its makers publish it has 32 bits only, which wine64 can't run
        )
    if signed:
        said["SIGN"] = f'"{sys.executable}" "{project.HERE / "signing.py"}"'
    defines = [f"-D{name}={value}" for name, value in said.items()]
    subprocess.run([makensis(), "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defines, str(SCRIPT)], check=True)
    if signed:
        signing.sign(target)
    return target


def makensis() -> str:
    """Return NSIS's compiler, on the path or where its own setup puts it."""
    return shutil.which("makensis") or str(_USUAL_PLACE)


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
