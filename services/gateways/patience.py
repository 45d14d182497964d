"""Reading from a line so that whoever pulls its plug is heard on every system.

Where a socket is shut down, Linux and macOS wake the thread that reads from it. Windows does not: a
read that waits already goes on waiting, though one begun later ends at once. So no read waits longer
than a glance, and between two it looks at its plug.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore

from services.gateways.doors import Plug

_GLANCE = 0.25
"""Seconds a read waits before it looks whether its plug was pulled."""


class PatientBackend(httpcore.SyncBackend):
    """Connects as httpcore does; what it reads, it reads a glance at a time."""

    def __init__(self, plug: Plug) -> None:
        self._plug = plug

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Return a connection."""
        stream = super().connect_tcp(host, port, timeout, local_address, socket_options)
        return _PatientStream(stream, self._plug)


class _PatientStream(httpcore.NetworkStream):
    """One connection; TLS on it is another, with the same plug."""

    def __init__(self, stream: httpcore.NetworkStream, plug: Plug) -> None:
        self._stream = stream
        self._plug = plug

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what comes, as soon as something does.

        Raises:
            httpcore.ReadTimeout: Nothing came in time.
            httpcore.ReadError: The line broke, or its plug was pulled.
        """
        until = None if timeout is None else time.monotonic() + timeout
        while True:
            left = _GLANCE if until is None else max(until - time.monotonic(), 0.001)  # 0 would not wait
            try:
                return self._stream.read(max_bytes, min(left, _GLANCE))
            except httpcore.ReadTimeout:
                if self._plug.pulled:
                    raise httpcore.ReadError("pulled") from None
                if until is not None and time.monotonic() >= until:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of it."""
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """Return the same connection, encrypted; a handshake waits as long as it may."""
        return _PatientStream(self._stream.start_tls(ssl_context, server_hostname, timeout), self._plug)

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore asks of a connection."""
        return self._stream.get_extra_info(info)
