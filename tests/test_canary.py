"""The canaries are found wherever they fly, or the net would be of no use."""

from __future__ import annotations

import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from services.domain.audit import AuditKey
from services.domain.errors import Reach, Unreachable
from tests import canary
from tests.canary import (
    ESNEKPOS,
    PARAM,
    PINS,
    Leaked,
    found_in,
    overheard,
    require_none_in,
    require_none_running,
)

SECRETS = {
    "merchant key": ESNEKPOS.key,
    "user name": PARAM.username,
    "password": PARAM.password,
    "GUID": PARAM.guid,
    "PIN": PINS[2],
}

INNER = """
    import logging
    from tests import canary

    def test_logs_a_secret():
        logging.getLogger("a").info("quiet")
        logging.getLogger("b").error("sent %s", canary.PARAM.guid.upper())

    def test_logs_how_it_broke():
        try:
            raise ValueError(canary.ESNEKPOS.key)
        except ValueError:
            logging.getLogger("c").exception("it broke")

    def test_leaves_a_file(tmp_path):
        (tmp_path / "dump.bin").write_bytes(b"x" + canary.PARAM.password.encode() + b"y")
"""


@pytest.mark.parametrize("name", SECRETS)
def test_a_secret_is_found_by_what_is_random_in_it(name: str) -> None:
    secret = SECRETS[name]
    assert found_in(b"<" + secret.encode() + b">") == [name]
    assert found_in(secret.upper().encode("utf-16-le")) == [name]
    assert found_in(b"4oK26hK8MOXrIV1bzTRVPA== Test 0c13d406-873b-403b-9c09-a5766840d98c") == []


def test_the_key_of_an_audit_log_is_found_as_bytes_in_hexadecimal_and_as_the_code_it_is_printed_as() -> None:
    one, another = AuditKey.make(), AuditKey.make()

    assert one != another
    for key in (one, another):
        assert found_in(b"\0" + key.secret + b"\0") == ["audit key"]
        assert found_in(key.secret.hex().upper().encode()) == ["audit key"]
        for mark in ("-", " ", ""):
            assert found_in(key.code.replace("-", mark).encode()) == ["recovery code"]
            assert found_in(key.code.lower().replace("-", mark).encode("utf-16-le")) == ["recovery code"]
        assert found_in(repr(key).encode()) == []


def test_secrets_are_as_long_as_param_allows_and_no_longer() -> None:
    assert len(PARAM.username) == 16
    assert len(PARAM.password) == 11
    assert len(PARAM.guid) == 36


class Careless:
    """A use case that tells everything."""

    address = "here"

    def returns(self) -> list[str]:
        return [ESNEKPOS.key]

    def raises(self) -> None:
        try:
            raise ValueError(PARAM.guid)  # noqa: TRY301  the chain is what is tested
        except ValueError as error:
            raise Unreachable(Reach.BROKEN) from error

    def keeps(self) -> str:
        return "nothing"

    def tells(self) -> dict[str, str]:
        return {"who": PINS[0]}

    def recovery_code(self) -> str:
        return AuditKey.make().code


def test_what_a_use_case_hands_out_is_listened_to() -> None:
    careless = overheard(Careless())

    assert (careless.keeps(), careless.address) == ("nothing", "here")
    assert careless.recovery_code()  # is asked for, to be put away
    with pytest.raises(Leaked, match="PIN in what tells returned"):
        careless.tells()
    with pytest.raises(Leaked, match="merchant key in what returns returned"):
        careless.returns()
    with pytest.raises(Leaked, match="GUID in what raises raised"):
        careless.raises()


def test_a_file_that_holds_one_is_named(tmp_path: Path) -> None:
    require_none_in(tmp_path)
    leak = tmp_path / "deep" / "ledger.db-wal"
    leak.parent.mkdir()
    leak.write_bytes(b"\0" * 4096 + PARAM.username.encode())
    try:
        with pytest.raises(Leaked, match=r"user name in .*ledger\.db-wal"):
            require_none_in(tmp_path)
    finally:
        leak.unlink()  # the end of the run would find it too


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="processes are not shown here")
def test_a_process_that_was_called_with_one_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    require_none_running()
    bird = secrets.token_hex(9)  # of this test alone: others look at every process at the same time
    monkeypatch.setattr(canary, "_NEEDLES", {"password": (bird.encode(),)})
    waits = [sys.executable, "-c", "print('here', flush=True); input()", bird]
    with subprocess.Popen(  # noqa: S603  a program of ours
        waits, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(Leaked, match="password in the command line"):
            require_none_running()
        process.communicate(b"\n")


def test_whoever_leaks_fails_though_it_asserted_nothing(
    pytester: pytest.Pytester, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("REFUND_DESK_TEST_CANARY", "other ones, or they would be found here too")
    pytester.makepyfile(INNER)

    result = pytester.runpytest_subprocess("-p", "tests.canary")

    result.assert_outcomes(passed=3, errors=3)
    result.stdout.fnmatch_lines_random(
        [
            "*GUID in a log record of b",
            "*merchant key in a log record of c",
            "*password in *dump.bin",
            "*ERROR at teardown of test_leaves_a_file _*",
        ]
    )
