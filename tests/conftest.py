"""Every test runs as nobody: no screen, no home, no keyring, and a clock zone no shop is in."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

import keyring
import pytest

pytest_plugins = ["pytester", "tests.strictness", "tests.canary", "tests.shop"]

KEYRING_OF_ITS_OWN = "REFUND_DESK_KEYRING_OF_ITS_OWN"
"""Set by `.ci/keyring-session`: the keyring at hand is there for the tests and goes with them."""

_LONG = frozenset({"benchmarks", "campaigns"})
"""Folders whose every test is a long run in short."""

_home = Path(tempfile.mkdtemp(prefix="refund-desk-tests-"))


def _leave_home() -> None:
    folders = {
        "HOME": "home",
        "USERPROFILE": "home",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "XDG_CACHE_HOME": "cache",
        "XDG_CONFIG_HOME": "config",
        "XDG_DATA_HOME": "data",
        "XDG_RUNTIME_DIR": "run",
        "XDG_STATE_HOME": "state",
    }
    for name, folder in folders.items():
        (_home / folder).mkdir(mode=0o700, exist_ok=True)
        os.environ[name] = str(_home / folder)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if KEYRING_OF_ITS_OWN not in os.environ:
        os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ["TZ"] = "Pacific/Kiritimati"  # 14 hours ahead: a shop's day is never this machine's
    if hasattr(time, "tzset"):
        time.tzset()


_leave_home()  # before anything of ours, or Qt, is imported


def pytest_configure(config: pytest.Config) -> None:
    """Have the home that tests run in looked through at the end, too."""
    from tests.canary import FOLDERS  # noqa: PLC0415  nothing of ours before the home was left

    config.stash[FOLDERS] = [_home]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, mark what is long, and leave a person's keyring alone."""
    items.sort(key=lambda item: "walks" not in item.path.parts)
    for item in items:
        if _LONG.intersection(item.path.parts):
            item.add_marker("long")
    if KEYRING_OF_ITS_OWN in os.environ:
        if keyring.get_keyring().priority < 1:
            raise pytest.UsageError(f"no real keyring here, though {KEYRING_OF_ITS_OWN} is set")
        return
    skip = pytest.mark.skip(reason="needs a keyring of its own: .ci/keyring-session uv run pytest")
    for item in items:
        if item.get_closest_marker("real_keyring"):
            item.add_marker(skip)


def pytest_unconfigure() -> None:
    shutil.rmtree(_home, ignore_errors=True)
