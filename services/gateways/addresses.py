"""Where requests may go: https to a gateway's own hosts, plain http to this computer, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from urllib.request import getproxies, proxy_bypass

import httpx

from services.domain.account import Account, Environment
from services.domain.errors import InputProblem, InvalidInput

_THIS_COMPUTER = frozenset({"127.0.0.1", "::1"})
"""By number only: a name may lead elsewhere."""

_LAST_PORT = 65535


def address_of(account: Account, hosts: Mapping[Environment, str], path: str = "") -> httpx.URL:
    """Return where an account's gateway is: a constant for test and live, the simulator for a demo.

    Raises:
        InvalidInput: A demo account's address is not plain http to this computer.
    """
    if account.environment is not Environment.DEMO:
        return _parsed(hosts[account.environment] + path)
    try:
        url = _parsed(account.address.rstrip("/") + path)
    except httpx.InvalidURL:
        raise InvalidInput("address", InputProblem.NOT_LOOPBACK) from None
    plain = url.scheme == "http" and url.host in _THIS_COMPUTER and not url.userinfo
    if not plain or not 0 < (url.port or 80) <= _LAST_PORT:
        raise InvalidInput("address", InputProblem.NOT_LOOPBACK)
    return url


@lru_cache(maxsize=32)
def _parsed(address: str) -> httpx.URL:
    """Parse an address; a program has a handful of them, and each is parsed for every call otherwise."""
    return httpx.URL(address)


def is_local(url: httpx.URL) -> bool:
    """Whether it leads to this computer; nowhere else is spoken to without TLS.

    Raises:
        InvalidInput: Neither https nor this computer.
    """
    if url.scheme == "https":
        return False
    if url.scheme == "http" and url.host in _THIS_COMPUTER:
        return True
    raise InvalidInput("address", InputProblem.NOT_HTTPS)


def proxy_for(host: str) -> str | None:
    """The system's proxy on the way to a host, by its environment or its settings; None for none."""
    if proxy_bypass(host):
        return None
    settings = getproxies()
    proxy = settings.get("https") or settings.get("all")
    return f"http://{proxy}" if proxy and "://" not in proxy else proxy
