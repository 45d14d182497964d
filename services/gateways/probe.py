"""Goes the way to a gateway step by step, for the doctor: name, connection, certificate, a knock.

Nothing that is sent here says who we are: a handshake, a proxy's CONNECT, and a GET of an address that
moves nothing. The certificate of a server nobody vouches for is read without saying a word to it.
"""

from __future__ import annotations

import http.client
import re
import socket
import ssl
import traceback
from base64 import b64encode
from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, datetime
from urllib.parse import urlsplit

import httpx
import truststore

from services.domain.account import Account, GatewayName
from services.domain.diagnosis import Certificate
from services.domain.errors import Reach, Unreachable
from services.gateways.addresses import is_local, proxy_for
from services.gateways.base import Exchange
from services.gateways.doors import asking
from services.gateways.http import Http
from services.gateways.redaction import Redactor
from services.gateways.way import Way

_PATIENCE = 5.0
"""Seconds that a step may take."""

_NO_CHECK_TIME = 0x200000
"""OpenSSL's X509_V_FLAG_NO_CHECK_TIME: a certificate out of date is read all the same."""

_REFUSED = re.compile(r"Tunnel connection failed: (\d{3})")
"""What http.client says of a proxy that lets nothing through."""


class Probe:
    """`CanProbe` for every gateway; see there for threads and errors.

    Args:
        http: Carries the knock, as it carries everything else.
        doors: What is knocked at, by gateway.
        resolve: Looks a name up; the system's.
        proxy: The system's proxy on the way to a host.
        tls: Makes the context that judges a certificate; the system's store of who is vouched for.
        patience: Seconds that a step may take.
    """

    def __init__(
        self,
        http: Http,
        doors: Mapping[GatewayName, Callable[[Account], httpx.URL]],
        *,
        resolve: Callable[[str, int], tuple[str, ...]] | None = None,
        proxy: Callable[[str], str | None] = proxy_for,
        tls: Callable[[], ssl.SSLContext] | None = None,
        patience: float = _PATIENCE,
    ) -> None:
        self._http = http
        self._doors = doors
        self._resolve = resolve or _resolve
        self._proxy = proxy
        self._tls = tls or (lambda: truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        self._patience = patience

    def way(self, account: Account) -> Way:
        """See `CanProbe.way`."""
        url = self._doors[account.gateway](account)
        if is_local(url):
            return Way(host=url.host, port=url.port or 80, secure=False)
        return Way(host=url.host, port=url.port or 443, secure=True, proxy=self._proxy_of(url.host))

    def addresses(self, way: Way) -> tuple[str, ...]:
        """See `CanProbe.addresses`."""
        try:
            return self._resolve(*_first_stop(way))
        except (OSError, UnicodeError) as error:
            raise Unreachable(Reach.NAME, _named(error)) from None

    def connect(self, way: Way) -> None:
        """See `CanProbe.connect`."""
        try:
            socket.create_connection(_first_stop(way), self._patience).close()
        except OSError as error:
            raise Unreachable(_how_far(error), _named(error)) from None

    def certificate(self, way: Way) -> Certificate | None:
        """See `CanProbe.certificate`. Two handshakes or three: one to judge it, the others to read it."""
        if not way.secure:
            return None
        try:
            judged = self._shown(way, self._tls())
            raw = judged or self._shown(way, _unjudging())
            return _read(self._said_of_itself(way, raw), trusted=judged is not None)
        except OSError as error:
            traceback.clear_frames(error.__traceback__)  # in one, older Pythons leave the proxy's answer open
            refused = _REFUSED.match(str(error))
            if refused is not None:
                raise Unreachable(Reach.PROXY, f"HTTP {refused[1]}") from None
            raise Unreachable(_how_far(error), _named(error)) from None
        except http.client.HTTPException as error:
            raise Unreachable(Reach.PROXY, _named(error)) from None

    def knock(self, account: Account) -> Exchange:
        """See `CanProbe.knock`."""
        url = self._doors[account.gateway](account)
        with asking(account) as flight:
            return self._http.send(flight, "GET", url, read=False).kept(Redactor())

    def _shown(self, way: Way, context: ssl.SSLContext) -> bytes | None:
        """Return the certificate a server shows; None where `context` does not trust it."""
        try:
            with closing(self._line(way, context)) as line:
                line.connect()
                return line.sock.getpeercert(binary_form=True)
        except ssl.SSLCertVerificationError:
            return None

    def _said_of_itself(self, way: Way, raw: bytes | None) -> Mapping[str, object]:
        """Return what stands in a certificate: Python reads only those it trusts, so this one trusts it."""
        if raw is None:
            return {}
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.load_verify_locations(cadata=raw)
        context.verify_flags |= ssl.VerifyFlags(ssl.VERIFY_X509_PARTIAL_CHAIN | _NO_CHECK_TIME)
        try:
            with closing(self._line(way, context)) as line:
                line.connect()
                return line.sock.getpeercert() or {}
        except ssl.SSLCertVerificationError:  # behind one address stand several, and this was another
            return {}

    def _line(self, way: Way, context: ssl.SSLContext) -> http.client.HTTPSConnection:
        line = http.client.HTTPSConnection(*_first_stop(way), timeout=self._patience, context=context)
        if way.proxy:
            line.set_tunnel(way.host, way.port, headers=_proves_itself(self._proxy(way.host) or ""))
        return line

    def _proxy_of(self, host: str) -> str:
        proxy = self._proxy(host)
        if not proxy:
            return ""
        try:
            parts = urlsplit(proxy)
            port = parts.port or 80
        except ValueError:
            raise Unreachable(Reach.PROXY, "unusable proxy settings") from None
        if parts.scheme != "http" or not parts.hostname:
            raise Unreachable(Reach.PROXY, "unusable proxy settings") from None
        return f"{parts.hostname}:{port}"


def _resolve(host: str, port: int) -> tuple[str, ...]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def _first_stop(way: Way) -> tuple[str, int]:
    """Return where a connection is opened to: the proxy, or the gateway itself."""
    if not way.proxy:
        return way.host, way.port
    host, _, port = way.proxy.rpartition(":")
    return host, int(port)


def _proves_itself(proxy: str) -> dict[str, str]:
    """Return what a proxy with a user and a password in its address wants to see."""
    url = httpx.URL(proxy)
    if not url.userinfo:
        return {}
    secret = f"{url.username}:{url.password}".encode()
    return {"Proxy-Authorization": f"Basic {b64encode(secret).decode('ascii')}"}


def _unjudging() -> ssl.SSLContext:
    """Return a context that trusts whoever it meets, to see who it is; nothing is ever said over it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _read(said: Mapping[str, object], *, trusted: bool) -> Certificate:
    names = said.get("subjectAltName")
    return Certificate(
        trusted=trusted,
        issuer=_issuer(said.get("issuer")),
        names=tuple(str(value) for _, value in names) if isinstance(names, tuple) else (),
        begins=_instant(said.get("notBefore")),
        ends=_instant(said.get("notAfter")),
    )


def _issuer(parts: object) -> str:
    """Return who signed: the organisation, and by what name."""
    if not isinstance(parts, tuple):
        return ""
    named = {str(key): str(value) for part in parts for key, value in part}
    wanted = (named.get("organizationName", ""), named.get("commonName", ""))
    return ", ".join(dict.fromkeys(name for name in wanted if name))


def _instant(text: object) -> datetime | None:
    if not isinstance(text, str):
        return None
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(text), UTC)


def _how_far(error: OSError) -> Reach:
    if isinstance(error, socket.gaierror):
        return Reach.NAME
    if isinstance(error, TimeoutError):
        return Reach.TIMEOUT
    if isinstance(error, ssl.SSLError):
        return Reach.TLS
    return Reach.BROKEN if isinstance(error, ConnectionResetError | BrokenPipeError) else Reach.CONNECT


def _named(error: Exception) -> str:
    """Name what failed, and its number; never what it says: a proxy's or a server's words may be in it."""
    number = f" {error.errno}" if isinstance(error, OSError) and error.errno is not None else ""
    return f"{type(error).__name__}{number}"
