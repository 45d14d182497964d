"""The listener for BACK_URL: reads one post a connection, few at a time, and none for long.

It is loaded when a desk begins to listen, and most never do.
"""

from __future__ import annotations

import logging
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from typing import Any

from werkzeug.exceptions import HTTPException, NotFound, RequestEntityTooLarge
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler
from werkzeug.wrappers import Request

from services.callbacks import LINES, MOST, Arrival, Post, TooLarge, Unreadable

_log = logging.getLogger(__name__)

_PATIENCE = 5.0
"""Seconds that a post may take, from its connection to its last byte."""


class _Form(Request):
    """A request of which no more is read than shows that it is too large."""

    max_content_length = MOST + 1


class _Line(WSGIRequestHandler):
    """One connection, for one post, in a thread of its own."""

    server: Listener
    protocol_version = "HTTP/1.0"
    timeout = _PATIENCE
    error_message_format = ""

    def run_wsgi(self) -> None:
        """Answer one post. Neither whose desk this is nor what runs it is said."""
        request = _Form(self.make_environ())
        status = self.server.judge(
            Arrival(
                path=request.path,
                method=request.method,
                kind=request.mimetype,
                read=partial(_read, request),
            )
        )
        self.wfile.write(
            f"HTTP/1.1 {status.value} {status.phrase}\r\n"
            "Content-Length: 0\r\nConnection: close\r\n\r\n".encode()
        )
        if status is not HTTPStatus.NO_CONTENT:
            # What was refused unread would reset the connection, and the answer with it.
            with suppress(OSError):  # whoever hung up meanwhile hears no answer anyway
                self.connection.shutdown(socket.SHUT_WR)
                self.rfile.read(2 * MOST)

    def version_string(self) -> str:
        """Say nothing of what listens here."""
        return ""

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002  werkzeug's own name
        """Write no log: a stranger would write it."""


class Listener(ThreadedWSGIServer):
    """Listens to few at a time and to nobody for long; none of its threads outlives it."""

    def __init__(
        self,
        listening: socket.socket,
        host: str,
        judge: Callable[[Arrival], HTTPStatus],
        note: Callable[[Post], None],
        ticks: Callable[[], float],
    ) -> None:
        # The socket is ours: werkzeug prints and exits when it cannot bind one. The WSGI program it
        # wants is never called, `_Line` answers.
        port = listening.getsockname()[1]
        super().__init__(host, port, NotFound(), handler=_Line, fd=listening.fileno())
        self.judge = judge
        self._note = note
        self._ticks = ticks
        self._open: dict[socket.socket, float] = {}
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._listen, name="back-url", daemon=True)

    def start(self) -> None:
        """Listen, in a thread of its own."""
        self._thread.start()

    def end(self) -> None:
        """Stop listening, drop every line, and wait until their threads are done."""
        self.shutdown()
        self._thread.join()
        self._hang_up(older_than=-1.0)
        with self._changed:
            self._changed.wait_for(lambda: not self._open, timeout=_PATIENCE)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Give a new connection a thread, unless there are too many; by werkzeug."""
        with self._changed:
            full = len(self._open) >= LINES
            if not full:
                self._open[request] = self._ticks()
        if full:
            self._note(Post.FLOOD)
            self.shutdown_request(request)
        else:
            super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Note that a connection is down; by werkzeug."""
        super().shutdown_request(request)
        with self._changed:
            self._open.pop(request, None)
            self._changed.notify_all()

    def service_actions(self) -> None:
        """Drop who takes too long; by werkzeug, several times a second."""
        self._hang_up(older_than=_PATIENCE)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002  werkzeug's own
        """Tell of a bug of ours, by name only: its text may quote the post."""
        kind = sys.exc_info()[0]
        _log.error("the listener for BACK_URL broke with %s", "nothing" if kind is None else kind.__name__)

    def _listen(self) -> None:
        self.serve_forever(poll_interval=0.1)

    def _hang_up(self, *, older_than: float) -> None:
        now = self._ticks()
        with self._changed:
            late = [line for line, since in self._open.items() if now - since > older_than]
        for line in late:
            try:
                line.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # it went down by itself


def _read(request: _Form) -> bytes:
    try:
        return request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        raise TooLarge from error
    except HTTPException as error:
        raise Unreadable from error
