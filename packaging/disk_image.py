"""The disk image for macOS: the bundle signed, notarised and stapled where identities are configured.

    disk_image.py DIST    makes it from the bundle in DIST

Written with care and never run: there was no Mac to run it on. The environment says with whose name:

    REFUND_DESK_CODESIGN_IDENTITY   "Developer ID Application: ..."; without it nothing is signed
    REFUND_DESK_NOTARY_PROFILE      what `xcrun notarytool store-credentials` was told to call them
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import project

ENTITLEMENTS = project.HERE / "macos" / "entitlements.plist"


def make(dist: Path) -> Path:
    """Make the image beside the bundle in `dist`; return it.

    Raises:
        CalledProcessError: One of Apple's tools refused.
    """
    bundle = dist / f"{project.TITLE['tr']}.app"
    identity = os.environ.get("REFUND_DESK_CODESIGN_IDENTITY")
    profile = os.environ.get("REFUND_DESK_NOTARY_PROFILE")
    signed = "" if identity else "-unsigned"
    image = dist / f"{project.NAME}-{project.VERSION}-{os.uname().machine}{signed}.dmg"
    if identity:
        sign(bundle, identity)
    else:
        print("No identity is configured: this image is unsigned, and macOS will refuse it at first.")
    if identity and profile:
        notarise_bundle(bundle, profile)
    pack(bundle, image)
    if identity:
        run("codesign", "--sign", identity, "--timestamp", str(image))
        if profile:
            notarise(image, profile)
            run("xcrun", "stapler", "staple", str(image))
            run("spctl", "--assess", "--type", "open", "--context", "context:primary-signature", str(image))
    return image


def sign(bundle: Path, identity: str) -> None:
    """Sign the bundle once more as a whole: PyInstaller has signed what is in it, one by one."""
    hardened = ("--options", "runtime", "--entitlements", str(ENTITLEMENTS), "--timestamp")
    run("codesign", "--force", "--sign", identity, *hardened, str(bundle))
    run("codesign", "--verify", "--deep", "--strict", str(bundle))


def notarise_bundle(bundle: Path, profile: str) -> None:
    """Have Apple look at the bundle and pin its word to it, so that it opens without a network."""
    with tempfile.TemporaryDirectory(prefix="refund-desk-notary-") as folder:
        archive = Path(folder) / "bundle.zip"
        run("ditto", "-c", "-k", "--keepParent", str(bundle), str(archive))
        notarise(archive, profile)
    run("xcrun", "stapler", "staple", str(bundle))


def notarise(file: Path, profile: str) -> None:
    """Send a file to Apple and wait for its word."""
    run("xcrun", "notarytool", "submit", str(file), "--keychain-profile", profile, "--wait")


def pack(bundle: Path, image: Path) -> None:
    """Put the bundle on an image beside a way to the Applications folder."""
    with tempfile.TemporaryDirectory(prefix="refund-desk-image-") as name:
        folder = Path(name)
        shutil.copytree(bundle, folder / bundle.name, symlinks=True)
        (folder / "Applications").symlink_to("/Applications")
        about = ("-volname", project.TITLE["tr"], "-fs", "HFS+", "-format", "UDZO", "-ov")
        run("hdiutil", "create", *about, "-srcfolder", str(folder), str(image))


def run(*command: str) -> None:
    """Run one of Apple's tools."""
    subprocess.run(command, check=True)


if __name__ == "__main__":
    print(make(Path(sys.argv[1])))
