"""HTTP as both gateways need it: bounded in time and size, nowhere but where it was meant to go.

It stands on httpx's transports, not on its client: a transport follows no redirect, keeps no cookie
and decodes nothing by itself, and costs a third less. An answer is read up to 1 MiB, and no further.
Plain http goes to this computer only, where a demo's simulator listens, and never through a proxy; the
world is reached through the system's proxy, if it has one.
"""

from __future__ import annotations

import logging
import ssl
import threading
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from types import MappingProxyType
from typing import Any

import httpcore
import httpx
import truststore

from services.domain.clock import Clock
from services.domain.errors import BadReply, Reach, Unreachable
from services.gateways.addresses import is_local, proxy_for
from services.gateways.base import Exchange
from services.gateways.doors import Ended, Flight, Plug
from services.gateways.patience import PatientBackend
from services.gateways.redaction import Redactor
from services.gateways.watchdog import Watchdog

MOST = 1024 * 1024
"""How many bytes of an answer, decoded, are read. Real ones have a few thousand."""

_CHUNK = 65536
_GLANCE = 0.01
"""Seconds that are waited for what a readable connection has to say behind an answer."""

_HEADERS = MappingProxyType({"Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": "refund-desk"})
_NO_HEADERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer as it came.

    Attributes:
        body: The decoded bytes, secrets and all: to be redacted before they are kept or shown.
        alone: Whether nothing came beside or behind it. Bytes that belong to no question make it doubtful
            to which of them the answer belongs.
        asked_at, answered_at: Aware, UTC, by our own clock.
        server_date: The answer's `Date`, when it had a readable one; aware, UTC.
    """

    status: int
    body: bytes
    alone: bool
    asked_at: datetime
    answered_at: datetime
    server_date: datetime | None

    @property
    def is_text(self) -> bool:
        """Whether the body is UTF-8, as both gateways write. What is not, is not read."""
        try:
            self.body.decode()
        except UnicodeDecodeError:
            return False
        return True

    @property
    def text(self) -> str:
        """The body as it came, to be judged and never kept."""
        return self.body.decode("utf-8-sig", "replace")

    def kept(self, redact: Redactor) -> Exchange:
        """Return what may be kept of it: without secrets, and without NUL, which not every column takes."""
        return Exchange(
            asked_at=self.asked_at,
            answered_at=self.answered_at,
            status=self.status,
            body=redact(self.text).replace("\0", "\ufffd"),
            server_date=self.server_date,
        )


class _Line:
    """A transport to one host, for one thread, and the plug of its connection.

    `busy` is kept under `Http`'s lock; only the thread it belongs to closes a busy one.
    """

    def __init__(self, transport: httpx.HTTPTransport) -> None:
        self.transport = transport
        self.plug = Plug()
        self.busy = False
        # httpx takes no backend of ours. Were this field gone, the tests of what is ended would say so.
        transport._pool._network_backend = PatientBackend(self.plug)  # noqa: SLF001  there is no other way in

    def rest(self) -> bytes:
        """Return what came behind an answer that was read to its end: read already, or waiting."""
        found = b""
        for connection in self.transport._pool.connections:  # noqa: SLF001  httpcore shows it nowhere else
            at: Any = connection
            while not hasattr(at, "_h11_state"):
                at = at._connection  # noqa: SLF001  likewise
            found += at._h11_state.trailing_data[0]  # noqa: SLF001  likewise
            stream = at._network_stream  # noqa: SLF001  likewise
            if stream.get_extra_info("is_readable"):
                # What waits may be the line's end, or TLS's own business: neither is an answer.
                with suppress(httpcore.ReadTimeout, httpcore.ReadError):
                    found += stream.read(_CHUNK, _GLANCE)
        return found

    def close(self) -> None:
        self.transport.close()
        self.plug.release()


class Http:
    """Carries requests for every gateway. Any thread may call it.

    Each thread that asks keeps connections of its own (shared ones slow down under many threads, and
    can lose an answer); a money request gets a fresh one, since a kept connection that died silently
    would end as a false unknown. A kept one is dropped as soon as anything came behind an answer.
    Threads are expected to be few and lasting, as a pool's are.

    There are two TLS contexts, one for questions and one for money: truststore holds its context's
    lock through a handshake, and money must not queue behind a question to a silent server.

    Args:
        deadline: Seconds for a whole exchange.
        connect: Seconds for each of connecting and TLS.
    """

    def __init__(self, clock: Clock, *, deadline: float = 45.0, connect: float = 10.0) -> None:
        self._clock = clock
        self._timeout = httpx.Timeout(deadline, connect=connect).as_dict()
        self._watchdog = Watchdog(deadline)
        self._tls = {money: truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT) for money in (False, True)}
        self._here = threading.local()
        self._lock = threading.Lock()
        self._lines: list[_Line] = []
        self._closed = False
        for name in ("httpx", "httpcore"):
            # At DEBUG they write headers and addresses down, whatever level the root has.
            logging.getLogger(name).setLevel(logging.WARNING)

    def send(
        self,
        flight: Flight,
        method: str,
        url: httpx.URL,
        *,
        content: bytes = b"",
        headers: Mapping[str, str] = _NO_HEADERS,
        read: bool = True,
    ) -> Reply:
        """Send one request, once, and return its answer; within `asking` or `moving`, whose flight this is.

        Without `read` the answer's body is not wanted, and not waited for.

        Raises:
            BadReply: The answer is too large, or its compression is broken or unknown.
            InvalidInput: Neither https nor this computer. Nothing was sent.
            Unreachable: The program is closing, or the system's proxy is none we can use. Nothing was sent.
            httpx.RequestError, Ended: The doors' business.
        """
        line = self._take(flight, url)
        try:
            asked_at = self._clock.now()
            request = httpx.Request(
                method,
                url,
                content=content,
                headers={**_HEADERS, **headers},
                extensions={"timeout": self._timeout, "trace": flight.trace},
            )
            response = line.transport.handle_request(request)
            try:
                body, behind = _read(response) if read else (b"", b"")
                behind += line.rest() if read else b""
            finally:
                response.close()
            if behind:
                line.close()  # even an empty line behind an answer would spoil the next one
            if flight.ended is not None:
                # A body without a length ends where the connection does: shut by us, it would look whole.
                raise Ended  # noqa: TRY301  it passes the line's end below, as the others do
            return Reply(
                status=response.status_code,
                body=body,
                alone=not behind.strip(b"\r\n"),
                asked_at=asked_at,
                answered_at=self._clock.now(),
                server_date=_date(response.headers.get("Date")),
            )
        except BaseException:
            line.close()  # our plug would keep the connection open on the other side; the next one is new
            raise
        finally:
            self._give_back(flight, line)

    def close(self) -> None:
        """End every question and take no more requests. Money under way is left to its end. Never waits.

        Questions under way are answered `Unreachable` with `Reach.CLOSED`, each on its own thread.
        """
        with self._lock:
            self._closed = True
            idle = [line for line in self._lines if not line.busy]
            self._lines.clear()
        self._watchdog.close()
        for line in idle:
            line.close()

    def _take(self, flight: Flight, url: httpx.URL) -> _Line:
        """Return a line for this flight, watched from now on: a fresh one, or this thread's."""
        kept = self._kept()
        line = None if flight.fresh else kept.get(url.host)
        made = line is None
        if line is None:
            line = _Line(self._transport(url, money=flight.money))
        with self._lock:
            closed = self._closed
            if not closed:
                line.busy = True
                flight.plug = line.plug
                self._watchdog.begin(flight)
                if made and not flight.fresh:
                    kept[url.host] = line
                    self._lines.append(line)
        if closed:
            line.close()
            raise Unreachable(Reach.CLOSED)
        return line

    def _give_back(self, flight: Flight, line: _Line) -> None:
        self._watchdog.end(flight)
        with self._lock:
            line.busy = False
            done = flight.fresh or self._closed
        if done:
            line.close()

    def _kept(self) -> dict[str, _Line]:
        """This thread's lines for questions, by host."""
        try:
            kept: dict[str, _Line] = self._here.lines
        except AttributeError:
            kept = self._here.lines = {}
        return kept

    def _transport(self, url: httpx.URL, *, money: bool) -> httpx.HTTPTransport:
        proxy = None if is_local(url) else proxy_for(url.host)
        try:
            return httpx.HTTPTransport(verify=self._tls[money], trust_env=False, proxy=proxy)
        except (ImportError, ValueError, httpx.InvalidURL):
            # SOCKS, or nothing that can be read. Its address may hold a password: none of it is said.
            raise Unreachable(Reach.PROXY, "unusable proxy settings") from None


def _read(response: httpx.Response) -> tuple[bytes, bytes]:
    """Read a body, decoded, up to `MOST` bytes; return it, and what stands behind its compressed end.

    httpx would decode as much as there is, so that a small answer could fill the memory. We ask for
    no compression; a gateway that compresses all the same may use one layer of gzip or deflate.

    Raises:
        BadReply: More than that, or a compression that is broken, cut short or unknown.
    """
    raw = bytearray()
    assert isinstance(response.stream, httpx.SyncByteStream)
    for chunk in response.stream:
        raw += chunk
        if len(raw) > MOST:
            raise BadReply(f"more than {MOST} bytes")
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding in {"", "identity"}:
        return bytes(raw), b""
    if coding not in {"gzip", "x-gzip", "deflate"}:
        raise BadReply("an unknown compression")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)  # 32: gzip and zlib are told apart by their headers
    try:
        body = unpack.decompress(raw, MOST + 1)
    except zlib.error:
        raise BadReply("broken compression") from None
    if len(body) > MOST:
        raise BadReply(f"more than {MOST} bytes, decompressed")
    if not unpack.eof:
        raise BadReply("compressed and cut short")
    return body, unpack.unused_data


def _date(header: str | None) -> datetime | None:
    """Read a `Date` header; None when there is none to be read, or one without a zone."""
    if header is None:
        return None
    try:
        at = parsedate_to_datetime(header)
        return None if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
