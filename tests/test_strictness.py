"""The net under the tests is itself tested."""

from __future__ import annotations

import pytest

from tests import strictness

INNER = """
    import contextlib, logging, socket, threading

    def test_logs():
        aside = logging.getLogger("aside")
        aside.propagate = False
        aside.warning("spent %s", 3)

    def test_logs_and_answers_for_it(caplog):
        logging.getLogger("quiet").warning("spent")
        assert caplog.messages == ["spent"]

    def test_calls_out_and_catches_the_refusal():
        with contextlib.suppress(OSError), socket.socket() as out:
            out.connect(("192.0.2.1", 443))

    def test_looks_up_and_catches_the_refusal():
        with contextlib.suppress(OSError):
            socket.getaddrinfo("gateway.example", 443)

    def test_talks_to_itself():
        with socket.create_server(("127.0.0.1", 0)) as server:
            socket.create_connection(("127.0.0.1", server.getsockname()[1])).close()

    def test_loses_a_thread():
        threading.Thread(target=threading.Event().wait, name="lost", daemon=True).start()

    def test_ends_its_thread():
        worker = threading.Thread(target=int)
        worker.start()
"""


def test_what_misbehaves_fails_though_it_asserted_nothing(
    pytester: pytest.Pytester, pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makepyfile(INNER)

    result = pytester.runpytest_subprocess("-p", "tests.strictness")

    result.assert_outcomes(passed=7, errors=4)
    result.stdout.fnmatch_lines_random(
        [
            "*WARNING aside (*.py:*): spent 3",
            "*socket.connect '192.0.2.1'",
            "*socket.getaddrinfo 'gateway.example'",
            "*still running: lost",
            "*ERROR at teardown of test_logs _*",
            "*ERROR at teardown of test_calls_out_and_catches_the_refusal _*",
            "*ERROR at teardown of test_looks_up_and_catches_the_refusal _*",
            "*ERROR at teardown of test_loses_a_thread _*",
        ]
    )


def test_this_computers_own_name_is_this_computer() -> None:
    """Asked of the rule itself: a bare machine has no file that says where its own name leads."""
    assert strictness._is_this_computer("localhost")
    assert not strictness._is_this_computer("gateway.example")
