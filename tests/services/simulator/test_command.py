from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest

from services.simulator.command import main
from tests.services.simulator.conftest import Wire

_RUN = "import sys; from services.simulator.command import main; sys.exit(main(sys.argv[1:]))"


@contextmanager
def _running(*argv: str) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(  # noqa: S603 -- our own command, by our own interpreter
        [sys.executable, "-W", "error", "-c", _RUN, *argv],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
    ) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signal to stop another process with")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_it_is_and_runs_until_stopped(stop: signal.Signals) -> None:
    with _running("--fault", "http-403") as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        said = json.loads(line)

        assert said["param"] == f"{said['esnekpos']}/turkpos.ws/service_pazaryeri.asmx"
        assert said["accounts"] == {"esnekpos": {"MERCHANT": "TEST1234"}, "param": {"CLIENT_CODE": "10738"}}
        assert said["fault"] == "http-403"
        assert "4oK26hK8MOXrIV1bzTRVPA==" not in line
        assert httpx.get(said["param"]).status_code == 403

        process.send_signal(stop)
        rest, errors = process.communicate(timeout=30)
        assert (process.returncode, rest, errors) == (0, "", "")


def test_help_lists_every_fault(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])

    said = capsys.readouterr().out
    assert left.value.code == 0
    assert "answer-lost-after-booking" in said
    assert "two result elements that contradict each other" in said


def test_an_unknown_fault_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--fault", "gremlins"])

    assert left.value.code == 2
    assert "gremlins" in capsys.readouterr().err


def test_a_taken_port_is_said(wire: Wire) -> None:
    with _running("--port", wire.addresses.esnekpos.rpartition(":")[2]) as process:
        said, errors = process.communicate(timeout=30)

    assert (process.returncode, said) == (1, "")
    assert errors.startswith("refund-desk simulator: port ")
