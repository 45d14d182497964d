"""A toy gateway: a bare socket that counts what reaches it and says exactly what a test wants."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

_GLANCE = 0.1
"""How often, in seconds, a waiting thread looks whether the toy is put away: not every system wakes it."""

_TAKEN_WITHIN = 20.0
"""Seconds an answer may take: wine never tells whoever sends ten megabytes that nobody takes them."""

Act = Callable[[socket.socket, threading.Event], None]
"""What it does once a request is in. The event is set when the toy is put away."""


@dataclass(frozen=True, slots=True)
class Received:
    """One whole request."""

    line: str
    headers: dict[str, str]
    body: bytes


def answer(body: bytes, status: str = "200 OK", *headers: str) -> bytes:
    """Write a whole answer that leaves the connection open."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return "\r\n".join([*lines, "", ""]).encode() + body


class ToyGateway:
    """Listens on loopback from its making to `close`."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.connections = 0
        self.reached = threading.Event()
        self.address = ""
        self._act: Act = lambda line, _: line.sendall(answer(b""))
        self._gone = threading.Event()
        self._lines: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self._accepting = threading.Thread(target=self._accept, name="toy")
        self._accepting.start()

    def says(self, raw: bytes) -> None:
        """Answer every request with these bytes."""
        self._act = lambda line, _: line.sendall(raw)

    def says_and_hangs_up(self, raw: bytes) -> None:
        """Answer with these bytes and close the connection."""

        def act(line: socket.socket, _: threading.Event) -> None:
            line.sendall(raw)
            line.shutdown(socket.SHUT_RDWR)

        self._act = act

    def does(self, act: Act) -> None:
        """Do this with every request."""
        self._act = act

    def drips(self, start: bytes) -> None:
        """Begin an answer and let it drip, a byte at a time, for ever."""

        def act(line: socket.socket, gone: threading.Event) -> None:
            line.sendall(start)
            while not gone.wait(0.01):
                line.sendall(b" ")

        self._act = act

    def stays_silent(self) -> None:
        """Take requests and never answer."""

        def act(_: socket.socket, gone: threading.Event) -> None:
            gone.wait()

        self._act = act

    def close(self) -> None:
        """Hang up and wait for its threads."""
        self._gone.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._accepting.join()
        for line in self._lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            self._lines.append(line)
            thread = threading.Thread(target=self._serve, args=(line,), name="toy line")
            self._threads.append(thread)
            thread.start()

    def _serve(self, line: socket.socket) -> None:
        with line, suppress(OSError):
            while (request := self._one_request(line)) is not None:
                self.received.append(request)
                self.reached.set()
                self._act(line, self._gone)

    def _one_request(self, line: socket.socket) -> Received | None:
        """Read one request whole; None when the line is hung up before its end."""
        read = b""
        while b"\r\n\r\n" not in read:
            more = self._more(line)
            if not more:
                return None
            read += more
        head, _, body = read.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (each.partition(":") for each in rest)}
        while len(body) < int(headers.get("content-length", "0")):
            more = self._more(line)
            if not more:
                return None
            body += more
        return Received(first, headers, body)

    def _more(self, line: socket.socket) -> bytes:
        line.settimeout(_GLANCE)
        while not self._gone.is_set():
            try:
                more = line.recv(65536)
            except TimeoutError:
                continue
            line.settimeout(_TAKEN_WITHIN)
            return more
        return b""
