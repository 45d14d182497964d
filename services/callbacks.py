"""Listens for the result of a void, which EsnekPOS posts as a form to BACK_URL (S 000).

Nothing in such a post is signed, so nothing in it is believed: it is a hint to look. All that is read of
it is its order reference, and that is only compared. Whoever posts learns nothing: a reference that is
watched, one said before and one nobody knows are answered alike.
"""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import Protocol
from urllib.parse import parse_qs

from services.domain.errors import InputProblem, InvalidInput, LedgerUnavailable
from services.watcher import Hint

HOST = "127.0.0.1"
PATH = "/back"

MOST = 64 * 1024
"""How many bytes of a post are read. A real one has a few hundred."""

_FORM = "application/x-www-form-urlencoded"
_REFERENCE = "ORDER_REF_NUMBER"
_BURST = 20
_PER_SECOND = 2.0

LINES = 8
"""How many connections are listened to at a time."""


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


class TooLarge(Exception):
    """A post has more than `MOST` bytes; no more of it was read."""


class Unreadable(Exception):
    """A post was cut short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A post that somebody sent.

    Attributes:
        kind: Its media type, without parameters.
        read: Reads what it carries; raises `TooLarge` or `Unreadable`.
    """

    path: str
    method: str
    kind: str
    read: Callable[[], bytes]


class Listening(Protocol):
    """Listens at a port, from threads of its own."""

    host: str
    port: int

    def start(self) -> None:
        """Begin."""

    def end(self) -> None:
        """Stop, and drop every line; no thread of it outlives this."""


class Listen(Protocol):
    """Makes what listens at a socket; slow the first time, for what it loads."""

    def __call__(
        self,
        listening: socket.socket,
        host: str,
        judge: Callable[[Arrival], HTTPStatus],
        note: Callable[[Post], None],
        ticks: Callable[[], float],
    ) -> Listening:
        """Make it. `judge` says what a post is answered, `note` counts one that is not even read."""


class Callbacks:
    """The listener: off until `start`, and again after `stop`. Usable from any thread.

    Args:
        hint: Is told a reference; see `Watcher.hint`. Called on the listener's threads.
        listen: Makes what listens.
        ticks: Seconds of a clock that nobody sets.
    """

    def __init__(
        self, hint: Callable[[str], Hint], listen: Listen, *, ticks: Callable[[], float] = time.monotonic
    ) -> None:
        self._hint = hint
        self._listen = listen
        self._bucket = TokenBucket(_BURST, _PER_SECOND, ticks)
        self._ticks = ticks
        self._lock = threading.Lock()
        self._counts: Counter[Post] = Counter()
        self._listener: Listening | None = None

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
            with socket.create_server((host, port), backlog=LINES) as listening:
                listener = self._listen(listening, host, self._judge, self._note, self._ticks)
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

    def _judge(self, arrival: Arrival) -> HTTPStatus:
        """Say what a post is answered, and pass its hint on."""
        post = self._read(arrival)
        self._note(post)
        return _ANSWERS.get(post, HTTPStatus.NO_CONTENT)

    def _read(self, arrival: Arrival) -> Post:
        if not self._bucket.take():
            return Post.FLOOD
        if arrival.path != PATH:
            return Post.WRONG_PATH
        if arrival.method != "POST":
            return Post.WRONG_METHOD
        if arrival.kind != _FORM:
            return Post.WRONG_TYPE
        try:
            form = arrival.read()
        except TooLarge:
            return Post.TOO_LARGE
        except Unreadable:
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
