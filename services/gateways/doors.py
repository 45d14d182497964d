"""The border of httpx: two doors. The same time-out means nothing for a question, and everything for money.

Of a money request one thing must be known: can a byte of it have left? Two witnesses must agree that
none has, before it may be tried again: the kind of the failure, and our own mark, made by httpcore's
trace just before it writes the request. Either of them in doubt is unknown.

Nothing of an answer, and nothing of another library's message (h11 quotes what it could not read),
goes into an error's text: `detail` is made of the names of what failed. The original stays at hand
as `__context__`.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

from services.domain.account import Account
from services.domain.errors import BadReply, OutcomeUnknown, Reach, ServiceError, Unreachable


class Ended(Exception):
    """We ended the exchange ourselves; `Flight.ended` says why."""


_NEVER_SENT = (
    Ended,  # at the gate: see Flight.trace. Later the mark says that it had left
    httpx.ConnectError,  # DNS, TCP and TLS: a handshake carries nothing of the request
    httpx.ConnectTimeout,
    httpx.PoolTimeout,  # still waiting for a connection
    httpx.ProxyError,  # the proxy refused CONNECT, which names the host and nothing else
    httpx.UnsupportedProtocol,  # looked at before anything is opened
)
"""Failures before a request. Not here: InvalidURL (an answer's `Location` can raise it too),
LocalProtocolError and WriteError (a part may be gone), and reads from a proxy, which look like reads
from the gateway."""


class Plug:
    """Our own handle on a connection's socket, to pull it from another thread.

    A duplicate: TLS takes the original apart for its handshake. And it is shut down, not closed, which
    wakes whoever waits for it with an end of file (not on Windows: see `patience`): a closed descriptor
    may be another thread's connection a moment later, and a TLS socket closed from outside forgets its
    encryption first, so that a thread about to write would write in the clear.

    Attributes:
        pulled: Whether what goes through it was ended.
    """

    def __init__(self) -> None:
        self.pulled = False
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None

    def hold(self, connection: socket.socket) -> None:
        """Take hold of a new connection, instead of the one before."""
        self.release()
        with self._lock:
            self._socket = connection.dup()
            self.pulled = False

    def pull(self) -> None:
        """End what goes through it."""
        with self._lock, suppress(OSError):  # gone already, which is what we want
            if self._socket is not None:
                self.pulled = True
                self._socket.shutdown(socket.SHUT_RDWR)

    def release(self) -> None:
        """Let go; the connection itself is not touched."""
        with self._lock:
            if self._socket is not None:
                self._socket.close()
                self._socket = None


class Flight:
    """One exchange, from its door's opening to its closing.

    It belongs to the worker's thread; `end` alone may be called from any other.

    Attributes:
        money: Whether it moves money.
        fresh: Whether it gets a connection of its own: money does, and a look that ends something.
        departed: Whether a byte of the request may have left this computer.
        ended: Why we ended it ourselves; None while we did not.
        plug: Of the connection it uses.
    """

    def __init__(self, *, money: bool, fresh: bool) -> None:
        self.money = money
        self.fresh = fresh
        self.departed = False
        self.ended: Reach | None = None
        self.plug = Plug()

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Keep up with httpcore (its "trace" extension), on the worker's thread.

        Raises:
            Ended: It was ended before its first byte; at this gate it is stopped for certain.
        """
        if event == "connection.connect_tcp.complete":
            self.plug.hold(info["return_value"].get_extra_info("socket"))
        elif event.endswith(".send_request_headers.started") and info["request"].method != b"CONNECT":
            if self.ended is not None:
                raise Ended
            self.departed = True

    def end(self, why: Reach) -> None:
        """End it, from another thread; the worker finds out at once, or at the gate."""
        self.ended = why
        self.plug.pull()


@contextmanager
def asking(account: Account, *, fresh: bool = False) -> Iterator[Flight]:
    """A call that only looks. However it fails, nothing has happened.

    Args:
        account: Whose gateway is asked.
        fresh: Over a connection of its own, so that no answer to another question can be waiting on it.

    Raises:
        Unreachable: No answer came.
        BadReply: Bytes came that are no answer.
        Exception: Any other is a bug of ours, and passes.
    """
    flight = Flight(money=False, fresh=fresh)
    try:
        yield flight
    except ServiceError as error:
        error.account = error.account or account
        raise
    except httpx.DecodingError as exc:
        raise BadReply(_names(exc), account=account) from None
    except (httpx.RequestError, Ended) as exc:
        raise Unreachable(_reach(exc, flight), _names(exc), account=account) from None


@contextmanager
def moving(account: Account) -> Iterator[Flight]:
    """A call that moves money. Unless it surely never left, it may have happened.

    Raises:
        Unreachable: Not a byte of the request left this computer.
        ServiceError: One of ours from before its first byte, unchanged: it was not sent.
        OutcomeUnknown: Anything else, a bug of ours included: the request may be at the bank.
    """
    flight = Flight(money=True, fresh=True)
    try:
        yield flight
    except ServiceError as error:
        error.account = error.account or account
        if flight.departed and not isinstance(error, OutcomeUnknown):
            raise OutcomeUnknown(_names(error), account=account) from None
        raise
    except _NEVER_SENT as exc:
        if flight.departed:
            raise OutcomeUnknown(_names(exc), account=account) from None
        raise Unreachable(_reach(exc, flight), _names(exc), account=account) from None
    except Exception as exc:  # noqa: BLE001 - a foreign error must not pass for "not sent" either
        raise OutcomeUnknown(_names(exc), account=account) from None


def _reach(exc: Exception, flight: Flight) -> Reach:
    """Say how far it came, from the failure and all that led to it."""
    if flight.ended is not None:
        return flight.ended
    if isinstance(exc, httpx.ProxyError):
        return Reach.PROXY
    if isinstance(exc, httpx.TimeoutException):
        return Reach.TIMEOUT
    if not isinstance(exc, httpx.ConnectError | httpx.UnsupportedProtocol):
        return Reach.BROKEN
    causes = _causes(exc)
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Reach.NAME
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return Reach.TLS
    return Reach.CONNECT


def _causes(exc: BaseException) -> list[BaseException]:
    """The failure and what led to it; by `__context__` too, since httpcore drops `__cause__` on its way."""
    found: list[BaseException] = []
    at: BaseException | None = exc
    while at is not None and at not in found:
        found.append(at)
        at = at.__cause__ or at.__context__
    return found


def _names(exc: BaseException) -> str:
    """What failed, by names only, and where: ``ConnectError, ConnectionRefusedError 111 (sync.py:94)``."""
    causes = _causes(exc)
    kinds: list[str] = []
    for cause in causes:
        number = f" {cause.errno}" if isinstance(cause, OSError) and cause.errno is not None else ""
        kind = f"{type(cause).__name__}{number}"
        if kind not in kinds:
            kinds.append(kind)
    trace = causes[-1].__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" ({Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno})"
    return ", ".join(kinds) + place
