"""The line between client and gateway: who listens, and how an answer gets across, or does not."""

from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any

from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.http import HTTP_STATUS_CODES, http_date
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler
from werkzeug.wrappers import Request

from services.domain.clock import Clock
from services.simulator.faults import Faults, Patience
from services.simulator.replies import Delivery, Reply

HOST = "127.0.0.1"

_RESET = struct.pack("ii", 1, 0)
"""SO_LINGER, on and zero seconds: closing resets the connection."""


class Line(WSGIRequestHandler):
    """One connection of a client, in a thread of its own; kept alive from call to call.

    WSGI knows no half answer, so this puts the bytes on the wire by itself.
    """

    server: Listener
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # without it each answer waits 40 ms for an acknowledgement
    close_connection: bool

    def run_wsgi(self) -> None:
        """Answer one request."""
        self.server.busy(self.connection)
        request = Request(self.make_environ())
        try:
            request.get_data()
        except HTTPException:  # the client left in the middle of its question
            self.close_connection = True
            return
        reply = self.server.answer(request)
        if self.server.is_shut:
            self.close_connection = True
        try:
            with ExitStack() as ending:
                for then in reply.ending:
                    ending.callback(then)
                self._deliver(reply, self.server.faults.waiting(), ending.close)
        except ConnectionError:
            self.close_connection = True
        finally:
            for then in reply.afterwards:
                then()
        self.server.idle(self.connection)
        if self.server.is_shut:
            self.close_connection = True

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002 -- werkzeug's own name
        """Write no log: what arrived is in the book and in `Simulator.arrived`."""

    def _deliver(self, reply: Reply, patience: Patience, end: Callable[[], None]) -> None:
        """Put an answer on the wire; `end` is called before the last byte of one that arrives whole."""
        head, body = self._head(reply), reply.body
        match reply.delivery:
            case Delivery.WHOLE:
                end()
                self.wfile.write(head + body)
            case Delivery.SLOW:
                patience.wait(self.server.faults.slow_for)
                end()
                self.wfile.write(head + body)
            case Delivery.DRIPPING:
                self.wfile.write(head)
                self._drip(body, patience, end)
            case Delivery.DRIPPING_HEADERS:
                self._drip(head + body, patience, end)
            case Delivery.TRUNCATED:
                self.wfile.write(head + body[: len(body) // 2])
                self.close_connection = True
            case Delivery.RESET:
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                self.connection.close()
                self.close_connection = True
            case Delivery.LOST:
                self.close_connection = True

    def _drip(self, data: bytes, patience: Patience, end: Callable[[], None]) -> None:
        last = len(data) - 1
        for place in range(last):
            if patience.wait(self.server.faults.drip_every):
                end()
                self.wfile.write(data[place:])
                return
            self.wfile.write(data[place : place + 1])
        end()
        self.wfile.write(data[last:])

    def _head(self, reply: Reply) -> bytes:
        lines = [
            f"HTTP/1.1 {reply.status} {HTTP_STATUS_CODES[reply.status]}",
            f"Date: {http_date(self.server.clock.now())}",
            f"Content-Type: {reply.content_type}",
            f"Content-Length: {len(reply.body)}",
            *(f"{name}: {value}" for name, value in reply.headers),
        ]
        if self.close_connection:
            lines.append("Connection: close")
        return "\r\n".join([*lines, "", ""]).encode("latin-1")


class Listener(ThreadedWSGIServer):
    """Listens, and knows every line that is up, so that none outlives it."""

    def __init__(
        self, listening: socket.socket, answer: Callable[[Request], Reply], faults: Faults, clock: Clock
    ) -> None:
        port = listening.getsockname()[1]
        # The socket is ours: werkzeug prints and exits when it cannot bind one. The WSGI program it
        # wants is never called, `Line` answers.
        super().__init__(HOST, port, NotFound(), handler=Line, fd=listening.fileno())
        self.answer = answer
        self.faults = faults
        self.clock = clock
        self.is_shut = False
        self._lines: dict[socket.socket, bool] = {}
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._listen, name="simulator", daemon=True)

    def start(self) -> None:
        """Listen, in a thread of its own."""
        self._thread.start()

    def shut(self) -> None:
        """Stop listening and drop the lines nobody speaks on; the others end with their answer."""
        self.is_shut = True
        self.shutdown()
        self._thread.join()
        self._hang_up(lambda is_busy: not is_busy)

    def end(self) -> None:
        """Stop listening, drop every line, and wait until their threads are done."""
        if not self.is_shut:
            self.shut()
        self._hang_up(lambda _is_busy: True)
        with self._changed:
            self._changed.wait_for(lambda: not self._lines, timeout=5)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Note a new line before its thread starts; by werkzeug."""
        self._note(request, is_busy=False)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Note that a line is down; by werkzeug."""
        super().shutdown_request(request)
        with self._changed:
            self._lines.pop(request, None)
            self._changed.notify_all()

    def busy(self, line: socket.socket) -> None:
        """Note that a request has arrived on it."""
        self._note(line, is_busy=True)

    def idle(self, line: socket.socket) -> None:
        """Note that it has been answered."""
        self._note(line, is_busy=False)

    def _listen(self) -> None:
        self.serve_forever(poll_interval=0.05)

    def _note(self, line: socket.socket, *, is_busy: bool) -> None:
        with self._changed:
            self._lines[line] = is_busy

    def _hang_up(self, whom: Callable[[bool], bool]) -> None:
        with self._changed:
            lines = [line for line, is_busy in self._lines.items() if whom(is_busy)]
        for line in lines:
            try:
                line.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it went down by itself


class Door:
    """Opens and shuts a listener at one port. Safe from any thread.

    Attributes:
        port: Known once it has been opened.
    """

    def __init__(self, port: int, listener: Callable[[socket.socket], Listener]) -> None:
        self.port = port
        self._listener = listener
        self._lock = threading.Lock()
        self._listeners: list[Listener] = []
        self._started = False
        self._wanted_open = True

    def start(self) -> None:
        """Take the port, and listen unless it was shut before.

        Raises:
            OSError: The port is taken.
        """
        with self._lock:
            self._started = True
            self._open()
            if not self._wanted_open:
                self._listeners[-1].shut()

    def open(self) -> None:
        """Listen again, if it was shut."""
        with self._lock:
            self._wanted_open = True
            if self._started and self._listeners[-1].is_shut:
                self._open()

    def shut(self) -> None:
        """Stop listening; the next connection is refused."""
        with self._lock:
            self._wanted_open = False
            if self._started and not self._listeners[-1].is_shut:
                self._listeners[-1].shut()

    def end(self) -> None:
        """Drop every line, and never listen again."""
        with self._lock:
            self._started = False
            for listener in self._listeners:
                listener.end()

    def _open(self) -> None:
        with socket.create_server((HOST, self.port), backlog=128) as listening:
            listener = self._listener(listening)
        self.port = listener.port
        self._listeners.append(listener)
        listener.start()
