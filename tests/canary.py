"""A canary in every secret: long and random, so that wherever one is found, a secret has leaked.

A pytest plugin, loaded by the conftest, for the secrets of `tests.shop`, the PINs of `tests.services.staff`,
and every key of an audit log with the recovery code it is printed as. Looked through are every log record,
every value and error that a use case hands out, every ledger while it is open, the command lines of all
processes, the clipboard, and at the end whatever files the tests have left.
"""

from __future__ import annotations

import base64
import hashlib
import logging
import os
import secrets
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import wraps
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar, cast

import pytest

from services.domain.audit import AuditKey
from services.simulator.merchants import EsnekposMerchant, Merchants, ParamMerchant

T = TypeVar("T")

FOLDERS = pytest.StashKey[list[Path]]()
"""Folders besides pytest's own that are looked through at the end."""

_SEED = os.environ.setdefault("REFUND_DESK_TEST_CANARY", secrets.token_hex(16))
"""Programs that a test starts keep the same canaries, and are told no secret."""


def _feathers(name: str, length: int) -> str:
    return hashlib.sha256(f"{_SEED} {name}".encode()).hexdigest()[:length]


# As long as Param's documents allow, and each begun like the published one.
ESNEKPOS = EsnekposMerchant(key=f"4oK26{_feathers('key', 32)}==")
PARAM = ParamMerchant(
    username=f"Test{_feathers('username', 12)}",
    password=f"Te{_feathers('password', 9)}",
    guid=f"0c13d406-873b-403b-9c09-{_feathers('guid', 12)}",
)
MERCHANTS = Merchants(esnekpos=ESNEKPOS, param=PARAM)

PINS = tuple(f"{int(_feathers(f'pin {number}', 16), 16) % 10**12:012}" for number in range(4))
"""As long as a PIN may be."""

_KEYS_BEGIN = bytes.fromhex(_feathers("audit key", 24))
"""How every key of an audit log begins while tests run; the rest is drawn, so that no two are the same."""

_KEY_BYTES = len(AuditKey.make().secret)
_CODES_BEGIN = AuditKey(_KEYS_BEGIN.ljust(_KEY_BYTES)).code[:23].lower()
"""As much of a recovery code as those bytes decide: nineteen letters, in groups of four."""


def _in_all_ways(*texts: str) -> tuple[bytes, ...]:
    return tuple(one for text in texts for one in (text.encode(), text.encode("utf-16-le")))


_NEEDLES = MappingProxyType(
    {
        "merchant key": _in_all_ways(_feathers("key", 16)),
        "user name": _in_all_ways(_feathers("username", 12)),
        "password": _in_all_ways(_feathers("password", 9)),
        "GUID": _in_all_ways(_feathers("guid", 12)),
        "PIN": _in_all_ways(*PINS),
        "audit key": (
            _KEYS_BEGIN.lower(),
            *_in_all_ways(_KEYS_BEGIN.hex(), base64.b64encode(_KEYS_BEGIN).decode().lower()),
        ),
        "recovery code": _in_all_ways(*(_CODES_BEGIN.replace("-", mark) for mark in ("-", " ", ""))),
    }
)

_HANDS_OUT = frozenset({"recovery_code"})
"""Use cases that hand a secret to a person, which is what they are for."""


class Leaked(AssertionError):
    """A secret is where none may be."""


def found_in(content: bytes) -> list[str]:
    """Return which secrets stand in some bytes, in any case, as UTF-8 or as UTF-16."""
    lower = content.lower()
    return [name for name, needles in _NEEDLES.items() if any(needle in lower for needle in needles)]


def require_none(text: str, where: str) -> None:
    """Let a text pass that holds no secret."""
    leaked = found_in(text.encode("utf-8", "surrogatepass"))
    if leaked:
        raise Leaked(f"{', '.join(leaked)} in {where}")


def require_none_in(folder: Path) -> None:
    """Let a folder pass whose files hold no secret, as they lie on the disk now."""
    leaked = [f"{', '.join(names)} in {path}" for path, names in _in_files(folder)]
    if leaked:
        raise Leaked("\n".join(leaked))


def require_none_running() -> None:
    """Let the processes of this computer pass, where it shows how they were called."""
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            called = path.read_bytes()
        except OSError:
            continue  # it has ended, or is somebody else's
        require_none(called.decode("utf-8", "replace"), "the command line of a process")


def overheard(use_case: T) -> T:
    """Return a use case that behaves the same, and fails for every secret it hands out."""
    return cast("T", _Overheard(use_case))


class _Overheard:
    """Stands before a use case and listens. What is set on it is set on the use case itself."""

    def __init__(self, use_case: object) -> None:
        object.__setattr__(self, "_use_case", use_case)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._use_case, name)
        return _listened_to(value, name) if callable(value) else value

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self._use_case, name, value)

    def __delattr__(self, name: str) -> None:
        delattr(self._use_case, name)


def _listened_to(call: Callable[..., Any], name: str) -> Callable[..., Any]:
    @wraps(call)
    def listening(*args: Any, **values: Any) -> Any:
        try:
            result = call(*args, **values)
        except Exception as error:
            # As the crash report, the log and a person's "technical part" would tell it.
            told = [repr(error), str(error), *traceback.format_exception(error)]
            require_none("\n".join(told), f"what {name} raised")
            raise
        if name not in _HANDS_OUT:
            require_none(repr(result), f"what {name} returned")
        return result

    return listening


def _an_audit_key(kind: type[AuditKey]) -> AuditKey:
    return kind(_KEYS_BEGIN + secrets.token_bytes(_KEY_BYTES - len(_KEYS_BEGIN)))


def pytest_configure(config: pytest.Config) -> None:
    AuditKey.make = classmethod(_an_audit_key)  # type: ignore[assignment]  # for as long as tests run
    canary = _Canary()
    canary.watch()
    config.pluginmanager.register(canary)


class _Canary:
    """Watches the log from now on, and at the end what was left behind."""

    def __init__(self) -> None:
        self._logged: list[str] = []

    def watch(self) -> None:
        """Begin. A record factory sees every logger, whatever its handlers keep."""
        make_record = logging.getLogRecordFactory()

        def watchful(*args: Any, **values: Any) -> logging.LogRecord:
            record = make_record(*args, **values)
            text = record.getMessage()
            if record.exc_info is not None and record.exc_info[1] is not None:
                text += "".join(traceback.format_exception(record.exc_info[1]))
            self._logged += [f"{name} in a log record of {record.name}" for name in found_in(text.encode())]
            return record

        logging.setLogRecordFactory(watchful)

    @pytest.fixture(autouse=True)
    def _nothing_leaks(self) -> Iterator[None]:
        """Fail for a secret in the log or on the clipboard."""
        yield
        logged, self._logged = self._logged, []
        if logged:
            pytest.fail("\n".join(logged))
        require_none(_taken_from_clipboard(), "the clipboard")


@pytest.fixture(scope="session", autouse=True)
def _nothing_is_left(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[None]:
    """Fail, when all is over, for a secret in any file that is left, or in a process."""
    yield
    for folder in [tmp_path_factory.getbasetemp(), *pytestconfig.stash.get(FOLDERS, [])]:
        require_none_in(folder)
    require_none_running()


def _in_files(folder: Path) -> Iterator[tuple[Path, list[str]]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            leaked = found_in(path.name.encode() + b"\n" + path.read_bytes())
            if leaked:
                yield path, leaked


def _taken_from_clipboard() -> str:
    """Return what was on the clipboard, in a process that has one; it is no other test's."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is None or gui.QGuiApplication.instance() is None:
        return ""
    clipboard = gui.QGuiApplication.clipboard()
    text = str(clipboard.text())
    if text:
        clipboard.clear()
    return text
