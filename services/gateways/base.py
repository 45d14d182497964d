"""What a gateway can be asked and told, whichever it is.

A capability is a protocol; a gateway that lacks one is simply not in that mapping of `Gateways`.
Every method blocks for up to 45 s and is called on a worker thread. Any thread may call any method:
each keeps an HTTP client of its own for questions, and a money request gets a fresh one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol

from services.domain.account import Account, GatewayName, Secrets
from services.domain.payment import Payment
from services.domain.reversal import MoneyRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One request and its answer, as far as they may be kept.

    Attributes:
        asked_at, answered_at: Aware, UTC, by our own clock.
        status: The HTTP status.
        body: The answer's text, redacted.
        server_date: The answer's `Date`, when it had a readable one; aware, UTC.
    """

    asked_at: datetime
    answered_at: datetime
    status: int
    body: str
    server_date: datetime | None


@dataclass(frozen=True, slots=True)
class Queried:
    """What a query answered. `payment` is None when the gateway knows no such reference."""

    payment: Payment | None
    exchange: Exchange


class Verdict(Enum):
    """What an answer to a money request says. Exactly one."""

    DONE = "done"
    REFUSED = "refused"
    CREDENTIALS_REFUSED = "credentials refused"
    ADDRESS_NOT_REGISTERED = "the address is not registered"
    REFUSED_IF_NOTHING_NEW = "refused, once a query shows nothing new"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer to a money request, judged as it came and redacted since.

    Attributes:
        code: The gateway's own code, as text; None where none could be read.
        text: The gateway's own words; untrusted.
    """

    verdict: Verdict
    code: str | None
    text: str | None
    exchange: Exchange


class CanQuery(Protocol):
    """Knows what became of an order reference."""

    def query(self, account: Account, secrets: Secrets, reference: str, *, fresh: bool = False) -> Queried:
        """Ask about one reference, as typed.

        Args:
            account: Whose gateway.
            secrets: What proves who asks.
            reference: Of the order.
            fresh: Over a connection of its own: for a look that ends something.

        Raises:
            Unreachable: No answer came.
            BadReply: It can't be read, is about another reference, or did not come alone.
            CredentialsRefused: The key is wrong.
            AddressNotRegistered: This computer's public address is.
        """

    def read(self, body: str, reference: str) -> Payment | None:
        """Read a kept answer about a reference again; pure.

        It was seen to be about that one when it came; since then it was redacted, and is not compared again.

        Raises:
            BadReply: It can't be read.
        """


class CanReach(Protocol):
    """Can be looked at without asking anything: a GET of the service address."""

    def reach(self, account: Account) -> Exchange:
        """Knock, and come back.

        Raises:
            Unreachable: And how far it came; `Reach.FORBIDDEN` for HTTP 403.
        """


class CanMove(Protocol):
    """Gives money back."""

    def preview(self, account: Account, request: MoneyRequest) -> str:
        """Return the body exactly as it would be sent, secrets redacted; pure, for the person to read."""

    def send(self, account: Account, secrets: Secrets, request: MoneyRequest) -> Answer:
        """Send it. One request, one attempt, a fresh connection of its own.

        Raises:
            Unreachable: Not a byte of it left this computer.
            OutcomeUnknown: It may have arrived and nothing readable came back.
        """


@dataclass(frozen=True, slots=True, eq=False)
class Gateways:
    """Every gateway of this program, by what it can do."""

    queries: Mapping[GatewayName, CanQuery]
    reaches: Mapping[GatewayName, CanReach]
    moves: Mapping[GatewayName, CanMove]
