"""Signing for Windows, where a certificate is configured; else whoever asks is told that there is none.

The environment says with what:

    REFUND_DESK_SIGN_PFX        the certificate and its key, a PKCS #12 file
    REFUND_DESK_SIGN_PASSWORD   its password
    REFUND_DESK_TIMESTAMP_URL   who vouches for the time; a signature without it ends with its certificate

`signtool` signs on Windows, `osslsigncode` everywhere else. NSIS runs this file on the uninstaller it
makes: `signing.py FILE`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import project


def configured() -> bool:
    """Whether there is a certificate to sign with."""
    return bool(os.environ.get("REFUND_DESK_SIGN_PFX"))


def sign(*files: Path) -> None:
    """Sign programs in place.

    Raises:
        CalledProcessError: The tool refused.
        KeyError: No certificate is configured.
    """
    for file in files:
        if sys.platform == "win32":
            _with_signtool(file)
        else:
            _with_osslsigncode(file)


def _with_signtool(file: Path) -> None:
    stamp = os.environ.get("REFUND_DESK_TIMESTAMP_URL")
    timed = ("/tr", stamp, "/td", "sha256") if stamp else ()
    key = ("/f", os.environ["REFUND_DESK_SIGN_PFX"], "/p", os.environ.get("REFUND_DESK_SIGN_PASSWORD", ""))
    subprocess.run(["signtool", "sign", "/q", "/fd", "sha256", *key, *timed, str(file)], check=True)


def _with_osslsigncode(file: Path) -> None:
    stamp = os.environ.get("REFUND_DESK_TIMESTAMP_URL")
    timed = ("-ts", stamp) if stamp else ()
    with tempfile.TemporaryDirectory(prefix="refund-desk-signing-") as folder:
        # The password goes by a file of ours alone: every user can read a command line.
        password = Path(folder) / "password"
        password.touch(mode=0o600)
        password.write_text(os.environ.get("REFUND_DESK_SIGN_PASSWORD", ""), "utf-8")
        signed = Path(folder) / file.name
        key = ("-pkcs12", os.environ["REFUND_DESK_SIGN_PFX"], "-readpass", str(password))
        about = ("-n", project.TITLE["tr"], "-h", "sha256")
        command = ["osslsigncode", "sign", *key, *about, *timed, "-in", str(file), "-out", str(signed)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        file.write_bytes(signed.read_bytes())


if __name__ == "__main__":
    sign(*map(Path, sys.argv[1:]))
