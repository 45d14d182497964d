"""What fails a test that asserted nothing wrong: a stray warning, a word to the internet, a lost thread.

A pytest plugin, loaded by the conftest; warnings and Qt's messages are pytest's own business.
"""

from __future__ import annotations

import ipaddress
import logging
import socket
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

GRACE = 10.0
"""Seconds the threads of a test may take, together, to end after it."""


def pytest_configure(config: pytest.Config) -> None:
    strictness = Strictness()
    strictness.watch()
    config.pluginmanager.register(strictness)


class OffLoopback(ConnectionRefusedError):
    """A test tried to look up or reach another computer."""


class Strictness:
    """Watches the log and the network from now to the end of the process, and every test for threads.

    What a wider fixture does is laid to the test that comes next, rather than to nobody.
    """

    def __init__(self) -> None:
        self._records: list[str] = []
        self._calls: list[str] = []

    def watch(self) -> None:
        """Begin. A record factory sees every logger, even one that does not propagate."""
        make_record = logging.getLogRecordFactory()

        def watchful(*args: Any, **values: Any) -> logging.LogRecord:
            record = make_record(*args, **values)
            if record.levelno >= logging.WARNING:
                where = f"{record.filename}:{record.lineno}"
                self._records.append(f"{record.levelname} {record.name} ({where}): {record.getMessage()}")
            return record

        logging.setLogRecordFactory(watchful)
        sys.addaudithook(self._hear)

    @pytest.fixture(autouse=True)
    def _no_stray_record(self, request: pytest.FixtureRequest) -> Iterator[None]:
        """Fail for records at WARNING and above, unless the test takes `caplog` and so answers for them."""
        yield
        stray, self._records = self._records, []
        if stray and "caplog" not in request.fixturenames:
            pytest.fail("\n".join(["stray log records:", *stray]))

    @pytest.fixture(autouse=True)
    def _no_internet(self) -> Iterator[None]:
        """Fail for every attempt to leave this computer, also for one whose refusal was caught."""
        yield
        calls, self._calls = self._calls, []
        if calls:
            pytest.fail("\n".join(["left this computer:", *calls]))

    @pytest.fixture(autouse=True)
    def _no_lost_thread(self) -> Iterator[None]:
        """Fail for a thread that goes on when its test is over."""
        before = set(threading.enumerate())
        yield
        started = [thread for thread in threading.enumerate() if thread not in before and _is_ours(thread)]
        for thread in started:
            thread.join(GRACE / len(started))
        alive = [thread.name for thread in started if thread.is_alive()]
        if alive:
            pytest.fail(f"still running: {', '.join(alive)}")

    def _hear(self, event: str, args: tuple[Any, ...]) -> None:
        if event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
            sock, address = args[:2]
            inner = sock.family not in {socket.AF_INET, socket.AF_INET6} or address is None
            host = None if inner else address[0]
        elif event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
            host = args[0]
        else:
            return
        if not _is_this_computer(host):
            self._calls.append(f"{event} {host!r}")
            raise OffLoopback(f"{event} {host!r}")


def _is_ours(thread: threading.Thread) -> bool:
    # Qt's threads show up as dummies as soon as they run Python; they cannot be joined.
    return not isinstance(thread, threading._DummyThread)


def _is_this_computer(host: str | bytes | None) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in {None, "", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False
