"""Both gateways as lean as can be, in a process of their own: the samples' answers, whatever is asked.

So what is measured against them is the client. Prints its address as one line of JSON; ends when its
input does.
"""

from __future__ import annotations

import heapq
import json
import selectors
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from itertools import count
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

REFERENCE = "9.54251311 1595848596|999"
"""The payment that EsnekPOS's sample answer is about (S 001)."""

_HEAD = (
    "HTTP/1.1 200 OK\r\nContent-Type: {type}; charset=utf-8\r\nServer: Microsoft-IIS/10.0\r\n"
    "Date: Sat, 22 Nov 2025 10:00:00 GMT\r\nContent-Length: {length}\r\n\r\n"
)
_QUERY = b"POST /api/services/ProcessQuery "


class Canned:
    """Answers every request on every connection, after `delay` seconds; connections are kept."""

    def __init__(self, delay: float) -> None:
        self._delay = delay
        self._payment = _answer("001_answer.json", "application/json")
        self._return = _answer("003_answer.xml", "text/xml")
        self._door = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._door, selectors.EVENT_READ)
        self._heard: dict[socket.socket, bytes] = {}
        self._due: list[tuple[float, int, socket.socket, bytes]] = []
        self._number = count()

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._door.getsockname()[1]}"

    def serve(self) -> None:
        """Serve until the process ends."""
        while True:
            wait = max(0.0, self._due[0][0] - time.monotonic()) if self._due else None
            for key, _ in self._selector.select(wait):
                assert isinstance(key.fileobj, socket.socket)
                if key.fileobj is self._door:
                    self._welcome()
                else:
                    self._hear(key.fileobj)
            while self._due and self._due[0][0] <= time.monotonic():
                _, _, connection, answer = heapq.heappop(self._due)
                if connection in self._heard:
                    connection.sendall(answer)

    def _welcome(self) -> None:
        connection, _ = self._door.accept()
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._selector.register(connection, selectors.EVENT_READ)
        self._heard[connection] = b""

    def _hear(self, connection: socket.socket) -> None:
        try:
            said = connection.recv(65536)
        except ConnectionError:
            said = b""
        if not said:
            self._selector.unregister(connection)
            del self._heard[connection]
            connection.close()
            return
        heard = self._heard[connection] + said
        head, ended, body = heard.partition(b"\r\n\r\n")
        if not ended or len(body) < _length(head):
            self._heard[connection] = heard
            return
        self._heard[connection] = b""
        answer = self._payment if head.startswith(_QUERY) else self._return
        if self._delay:
            heapq.heappush(
                self._due, (time.monotonic() + self._delay, next(self._number), connection, answer)
            )
        else:
            connection.sendall(answer)


@contextmanager
def canned(*, delay: float = 0) -> Iterator[str]:
    """Run both gateways in a process of their own; yields their address."""
    command = [sys.executable, "-m", "tests.benchmarks.canned", str(delay)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        address: str = json.loads(process.stdout.readline())["address"]
        yield address
        process.stdin.close()


def _answer(sample: str, kind: str) -> bytes:
    body = resources.files("resources").joinpath("samples", sample).read_bytes()
    return _HEAD.format(type=kind, length=len(body)).encode() + body


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0


def main() -> None:
    server = Canned(float(sys.argv[1]))
    print(json.dumps({"address": server.address}), flush=True)
    threading.Thread(target=server.serve, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
