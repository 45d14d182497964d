"""Listens for the result of a void, which EsnekPOS posts as a form to BACK_URL (S 000).

Nothing in such a post is signed, so nothing in it is believed: it is a hint to look. All that is read of
it is its order reference, and that is only compared. Whoever posts learns nothing: a reference that is
watched, one said before and one nobody knows are answered alike.
"""

from __future__ import annotations

import logging
import socket
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from enum import Enum
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs

from werkzeug.exceptions import HTTPException, NotFound, RequestEntityTooLarge
from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler
from werkzeug.wrappers import Request

from services.domain.errors import InputProblem, InvalidInput, LedgerUnavailable
from services.watcher import Hint

_log = logging.getLogger(__name__)

HOST = "127.0.0.1"
PATH = "/back"

MOST = 64 * 1024
"""How many bytes of a post are read. A real one has a few hundred."""

_FORM = "application/x-www-form-urlencoded"
_REFERENCE = "ORDER_REF_NUMBER"
_BURST = 20
_PER_SECOND = 2.0
_LINES = 8
_PATIENCE = 5.0
"""Seconds that a post may take, from its connection to its last byte."""


class Post(Enum):
    """What became of a post."""

    TAKEN = "a look follows"
    UNKNOWN = "nothing of that reference is watched"
    REPEATED = "it was said before"
    UNHEARD = "our own ledger could not be read"
    FLOOD = "too many of them"
    WRONG_PATH = "another address"
    WRONG_METHOD = "no POST"
    WRONG_TYPE = "no form"
    TOO_LARGE = "over 64 KiB"
    UNREADABLE = "cut short, or without a reference"


_OF_HINT = {Hint.TAKEN: Post.TAKEN, Hint.UNKNOWN: Post.UNKNOWN, Hint.REPEATED: Post.REPEATED}

_ANSWERS = {
    Post.FLOOD: HTTPStatus.TOO_MANY_REQUESTS,
    Post.WRONG_PATH: HTTPStatus.NOT_FOUND,
    Post.WRONG_METHOD: HTTPStatus.METHOD_NOT_ALLOWED,
    Post.WRONG_TYPE: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    Post.TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    Post.UNREADABLE: HTTPStatus.BAD_REQUEST,
}
"""Everything else is answered 204, whatever it was about."""


class Callbacks:
    """The listener: off until `start`, and again after `stop`. Usable from any thread.

    Args:
        hint: Is told a reference; see `Watcher.hint`. Called on the listener's threads.
        ticks: Seconds of a clock that nobody sets.
    """

    def __init__(self, hint: Callable[[str], Hint], *, ticks: Callable[[], float] = time.monotonic) -> None:
        self._hint = hint
        self._bucket = TokenBucket(_BURST, _PER_SECOND, ticks)
        self._ticks = ticks
        self._lock = threading.Lock()
        self._counts: Counter[Post] = Counter()
        self._listener: _Listener | None = None

    @property
    def address(self) -> str | None:
        """What to give as BACK_URL on this computer; None while nobody listens."""
        listener = self._listener
        return None if listener is None else f"http://{listener.host}:{listener.port}{PATH}"

    @property
    def counts(self) -> dict[Post, int]:
        """Return what came so far. Nothing else is kept of any post."""
        with self._lock:
            return dict(self._counts)

    def start(self, *, host: str = HOST, port: int = 0) -> str:
        """Listen, from threads of its own; return the address to be posted to.

        Args:
            host: Loopback, unless a person knows better.
            port: 0 takes a free one.

        Raises:
            InvalidInput: ``port``: something else listens there, or it can't be had.
        """
        self.stop()
        try:
            with socket.create_server((host, port), backlog=_LINES) as listening:
                listener = _Listener(listening, host, self._judge, self._note, self._ticks)
        except (OSError, OverflowError) as error:
            raise InvalidInput("port", InputProblem.ALREADY_THERE) from error
        self._listener = listener
        listener.start()
        return f"http://{host}:{listener.port}{PATH}"

    def stop(self) -> None:
        """Listen no more, and drop every line; ends within a moment."""
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.end()

    def _judge(self, request: Request) -> HTTPStatus:
        """Say what a post is answered, and pass its hint on."""
        post = self._read(request)
        self._note(post)
        return _ANSWERS.get(post, HTTPStatus.NO_CONTENT)

    def _read(self, request: Request) -> Post:
        if not self._bucket.take():
            return Post.FLOOD
        if request.path != PATH:
            return Post.WRONG_PATH
        if request.method != "POST":
            return Post.WRONG_METHOD
        if request.mimetype != _FORM:
            return Post.WRONG_TYPE
        try:
            form = request.get_data(cache=False)
        except RequestEntityTooLarge:
            return Post.TOO_LARGE
        except HTTPException:
            return Post.UNREADABLE
        if len(form) > MOST:
            return Post.TOO_LARGE
        references = parse_qs(form.decode("utf-8", "replace")).get(_REFERENCE)
        if references is None:
            return Post.UNREADABLE
        try:
            return _OF_HINT[self._hint(references[0])]
        except LedgerUnavailable:
            return Post.UNHEARD

    def _note(self, post: Post) -> None:
        with self._lock:
            self._counts[post] += 1


class TokenBucket:
    """Lets so many through at once, and so many a second from then on. Usable from any thread."""

    def __init__(self, burst: int, per_second: float, ticks: Callable[[], float]) -> None:
        self._burst = burst
        self._per_second = per_second
        self._ticks = ticks
        self._lock = threading.Lock()
        self._tokens: float = burst
        self._filled_at = ticks()

    def take(self) -> bool:
        """Let one through, or not."""
        with self._lock:
            now = self._ticks()
            more = (now - self._filled_at) * self._per_second
            self._tokens = min(self._burst, self._tokens + more)
            self._filled_at = now
            if self._tokens < 1:
                return False
            self._tokens -= 1
            return True


class _Form(Request):
    """A request of which no more is read than shows that it is too large."""

    max_content_length = MOST + 1


class _Line(WSGIRequestHandler):
    """One connection, for one post, in a thread of its own."""

    server: _Listener
    protocol_version = "HTTP/1.0"
    timeout = _PATIENCE
    error_message_format = ""

    def run_wsgi(self) -> None:
        """Answer one post. Neither whose desk this is nor what runs it is said."""
        status = self.server.judge(_Form(self.make_environ()))
        self.wfile.write(
            f"HTTP/1.1 {status.value} {status.phrase}\r\n"
            "Content-Length: 0\r\nConnection: close\r\n\r\n".encode()
        )
        if status is not HTTPStatus.NO_CONTENT:
            # What was refused unread would reset the connection, and the answer with it.
            self.connection.shutdown(socket.SHUT_WR)
            self.rfile.read(2 * MOST)

    def version_string(self) -> str:
        """Say nothing of what listens here."""
        return ""

    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002  werkzeug's own name
        """Write no log: a stranger would write it."""


class _Listener(ThreadedWSGIServer):
    """Listens to few at a time and to nobody for long; none of its threads outlives it."""

    def __init__(
        self,
        listening: socket.socket,
        host: str,
        judge: Callable[[Request], HTTPStatus],
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
            full = len(self._open) >= _LINES
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
