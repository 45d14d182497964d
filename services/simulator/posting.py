"""The result of a void, posted as a form to its BACK_URL (S 000)."""

from __future__ import annotations

import http.client
import ipaddress
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

_PATIENCE = 5.0
"""Seconds that the other side has to take a post."""


@dataclass(frozen=True, slots=True)
class Posted:
    """One form that was posted, or would have been.

    Attributes:
        status: What the other side answered; None if nothing was sent or nothing came back.
        failure: Why nothing came back.
    """

    url: str
    form: Mapping[str, str]
    status: int | None = None
    failure: str | None = None


class Posting:
    """Posts to this computer only, each from a thread of its own.

    Attributes:
        would_have_posted: Forms for any other address: recorded, not sent.
        posted: Forms that were sent, with what came of it.
    """

    def __init__(self) -> None:
        self.would_have_posted: list[Posted] = []
        self.posted: list[Posted] = []
        self._under_way = 0
        self._changed = threading.Condition()

    def take(self, url: str, form: Mapping[str, str]) -> tuple[Callable[[], None], ...]:
        """Take a form, and return what sends it on its way; nothing if it is for another computer."""
        with self._changed:
            if not _is_loopback(url):
                self.would_have_posted.append(Posted(url, form))
                return ()
            self._under_way += 1
        thread = threading.Thread(target=self._send, args=(url, form), name="back-url", daemon=True)
        return (thread.start,)

    def wait(self) -> None:
        """Wait until every form taken so far has arrived or failed."""
        with self._changed:
            self._changed.wait_for(lambda: not self._under_way)

    def _send(self, url: str, form: Mapping[str, str]) -> None:
        try:
            came_back = Posted(url, form, status=_send(url, form))
        except (OSError, ValueError, http.client.HTTPException) as failed:
            came_back = Posted(url, form, failure=f"{type(failed).__name__}: {failed}")
        with self._changed:
            self.posted.append(came_back)
            self._under_way -= 1
            self._changed.notify_all()


def _send(url: str, form: Mapping[str, str]) -> int:
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", parts.port, timeout=_PATIENCE)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.request(
            "POST", target, urlencode(form), {"Content-Type": "application/x-www-form-urlencoded"}
        )
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def _is_loopback(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme not in ("http", "https") or host is None:
        return False
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
