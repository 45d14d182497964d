"""The way to a gateway, and what can go it step by step: for the doctor, when one can't be reached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from services.domain.account import Account
from services.domain.diagnosis import Certificate
from services.gateways.base import Exchange


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How an account's gateway is reached from this computer.

    Attributes:
        host, port: The gateway's.
        secure: Whether by TLS; this computer alone is spoken to without.
        proxy: Host and port of the system's proxy, never its password; empty for none.
    """

    host: str
    port: int
    secure: bool
    proxy: str = ""


class CanProbe(Protocol):
    """Goes the way to a gateway step by step. It never says who we are, and asks for nothing.

    Each step blocks for some seconds at most, but for `addresses`, which is as slow as the system.
    """

    def way(self, account: Account) -> Way:
        """Say how an account's gateway is reached; nothing is sent.

        Raises:
            InvalidInput: A demo's address is not on this computer.
            Unreachable: PROXY: the system's is none we can use.
        """

    def addresses(self, way: Way) -> tuple[str, ...]:
        """Look up where the gateway is, or its proxy if there is one.

        Raises:
            Unreachable: NAME.
        """

    def connect(self, way: Way) -> None:
        """Open a connection to the gateway or its proxy, and close it.

        Raises:
            Unreachable: NAME, CONNECT or TIMEOUT.
        """

    def certificate(self, way: Way) -> Certificate | None:
        """Return what the gateway shows of itself; None where that can't be looked at.

        Raises:
            Unreachable: PROXY, with its status as the detail; TLS, CONNECT, TIMEOUT or BROKEN.
        """

    def knock(self, account: Account) -> Exchange:
        """GET an address of the gateway that answers questions only. The body is not read.

        Raises:
            Unreachable: And how far it came. Any status is an answer.
        """
