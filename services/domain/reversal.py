"""Giving money back: what is asked for, what is written down first, and how it can end.

```
                 +--> NOT_SENT <--+
                 |                |
   ARMED --------+------> SENT ---+--> DONE ---------+
   (written down)   (first byte)  |                  |  the gateway later shows a failed movement
                                  +--> REFUSED ------+  Param says "already", after a person said "not paid";
                                  |                  v  or the gateway shows money back after a query said no
                                  +------------> OUTCOME_UNKNOWN --> DONE | REFUSED   by evidence or a person
```
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from services.domain.account import Environment, GatewayName
from services.domain.money import Money


class Verb(Enum):
    """Which way money goes back: before the bank closes the day, or later."""

    VOID = "void"
    REFUND = "refund"


class Everything(Enum):
    """An amount that is none: all that is left, of every seller of an order.

    A type of its own, so that no empty field and no zero can ever become it.
    """

    ALL_SELLERS = "all sellers"


@dataclass(frozen=True, slots=True)
class VoidRequest:
    """EsnekPOS `OrderReturnPhysical`: the whole sale or nothing (S 000).

    Attributes:
        refno: The sale's own `REFNO`, by which another sale's answer is told; None where it is not known.
            It is not sent, and so no part of what was asked.
    """

    reference: str
    refno: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnRequest:
    """Param `Pazaryeri_TP_Iptal_Iade` for one seller's line, or for every seller's (S 003).

    Attributes:
        line: `PYSiparis_GUID` of the line; of the first one when `amount` is `Everything`.
        amount: How much goes back. `Everything` alone is written as ``0.00`` on the wire.
        payable: What the seller is due afterwards.

    Raises:
        ValueError: An amount that is not positive, or a negative payable.
    """

    siparis_id: str
    line: str
    verb: Verb
    amount: Money | Everything
    payable: Money

    def __post_init__(self) -> None:
        if isinstance(self.amount, Money):
            if self.amount.kurus <= 0:
                raise ValueError("an amount given back must be positive")
        elif not isinstance(self.amount, Everything):
            raise TypeError("amount must be Money or Everything")
        if self.payable.kurus < 0:
            raise ValueError("a payable amount can't be negative")


CERTAIN_AFTER = timedelta(seconds=60)
"""How long after a no the look begins at the earliest that makes it certain."""

WATCHED_FOR = timedelta(hours=24)
"""How long a refusal that rests on a query is watched on: a booking may come late."""

MoneyRequest = VoidRequest | ReturnRequest
"""Exactly what is sent, but for who sends it."""


@dataclass(frozen=True, slots=True)
class OrderKey:
    """What the lock is on: one order of one merchant, whatever its account row is called today."""

    gateway: GatewayName
    environment: Environment
    merchant: str
    reference: str


class IntentState(Enum):
    """Where an intent stands. The picture is in this module's docstring."""

    ARMED = "armed"
    SENT = "sent"
    DONE = "done"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    OUTCOME_UNKNOWN = "unknown"

    @property
    def is_open(self) -> bool:
        """Whether it keeps its order locked."""
        return self in _OPEN


_OPEN = frozenset({IntentState.ARMED, IntentState.SENT, IntentState.OUTCOME_UNKNOWN})

TRANSITIONS: dict[IntentState, frozenset[IntentState]] = {
    IntentState.ARMED: frozenset({IntentState.SENT, IntentState.NOT_SENT}),
    IntentState.SENT: frozenset(
        {IntentState.DONE, IntentState.REFUSED, IntentState.NOT_SENT, IntentState.OUTCOME_UNKNOWN}
    ),
    IntentState.OUTCOME_UNKNOWN: frozenset({IntentState.DONE, IntentState.REFUSED}),
    IntentState.DONE: frozenset({IntentState.OUTCOME_UNKNOWN}),
    IntentState.REFUSED: frozenset({IntentState.OUTCOME_UNKNOWN}),
    IntentState.NOT_SENT: frozenset(),
}
"""Every step an intent can take. There is no other, here or in the ledger."""


class SettledBy(Enum):
    """What an outcome rests on."""

    ANSWER = "answer"
    """What the gateway answered to the money request itself."""
    TRANSPORT = "transport"
    """How the exchange broke: never left, or may have arrived."""
    QUERY = "query"
    """Movements that a later query showed, or did not show."""
    RESTART = "restart"
    """The program ended before it could write the outcome down."""
    PERSON = "person"
    """What a person says, with a reason and what the gateway's own panel shows."""


class Confirmation(Enum):
    """Whether the gateway's own record shows a done reversal yet."""

    NOT_OFFERED = "not offered"
    """No look will confirm it: there is no query (Param), or a person ended what looks can't read."""
    PENDING = "pending"
    """"Teyit bekleniyor": said done, not shown yet. The order stays shut; keep looking."""
    SEEN = "seen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An intent before it is written down: what is to be sent, for whom, why, and from where.

    Attributes:
        batch: Joins the lines confirmed together; `position` counts them from 0.
        request: Exactly what will be sent.
        amount: How much goes back. For `Everything`, what is left as we know it.
        sold: What the order, or the seller's line, was sold for.
        returned_there: What the gateway itself shows as given back; `ZERO` where it can't be asked.
        seen_snapshot: The snapshot that the last look stored; None where there is no query.
        operator: Who pressed, by name.
        till: This computer's name.
        process: This run of the program.
        operator_id: Who pressed, by the ledger's number; 0 where nobody signs in.
        approval: A second person's yes, by the ledger's number; None where none was given.
    """

    order: OrderKey
    account_id: int
    batch: str
    position: int
    request: MoneyRequest
    verb: Verb
    amount: Money
    sold: Money
    returned_there: Money
    seen_snapshot: int | None
    reason: str
    operator: str
    till: str
    process: str
    operator_id: int = 0
    approval: int | None = None

    @property
    def line(self) -> str | None:
        """The seller's line it is about; None when it is about the whole order."""
        if isinstance(self.request, ReturnRequest) and isinstance(self.request.amount, Money):
            return self.request.line
        return None

    @property
    def whole(self) -> bool:
        """Whether it gives everything back, and so shuts the order once done."""
        return self.line is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """What a person says of an unknown outcome, and on what grounds.

    Attributes:
        person: Who says it.
        reason: Why they are certain, in their own words.
        reference: What the gateway's own panel shows for it.
        approver: Who agreed; None where the shop has nobody else ("tek kişi").
    """

    person: str
    reason: str
    reference: str
    approver: str | None

    @property
    def alone(self) -> bool:
        """Whether nobody else agreed ("tek kişi")."""
        return self.approver is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """How an intent ended, or that it is not known, and what says so.

    Attributes:
        state: DONE, REFUSED, NOT_SENT or OUTCOME_UNKNOWN.
        by: What it rests on.
        at: When it was decided; aware, UTC.
        code: The gateway's code; None where there was no readable answer.
        text: The gateway's own words; untrusted.
        absence_settles: The gateway said no, in a way that counts once a query shows nothing new
            (EsnekPOS 100 and 300).
        evidence: The redacted answer, or how the exchange broke.
        snapshot: The snapshot that was compared, when settled by a query.
        confirmation: For DONE only.
        testimony: For what a person settled, and for nothing else.
        server_date: The `Date` of the gateway's answer: what its own clock said; aware, UTC.
    """

    state: IntentState
    by: SettledBy
    at: datetime
    code: str | None = None
    text: str | None = None
    absence_settles: bool = False
    evidence: str = ""
    snapshot: int | None = None
    confirmation: Confirmation | None = None
    testimony: Testimony | None = None
    server_date: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """A reversal, written down before its first byte is sent (niyet).

    Attributes:
        draft: What was asked for, unchanged since.
        settled: The newest settlement; None while ARMED or SENT.
    """

    id: int
    draft: Draft
    state: IntentState
    armed_at: datetime
    sent_at: datetime | None
    settled: Settlement | None

    @property
    def certain_from(self) -> datetime | None:
        """From when on a second look that shows nothing new makes it refused; None where none can.

        The gateway said no, and may book it all the same a moment later.
        """
        settled = self.settled
        if self.state is not IntentState.OUTCOME_UNKNOWN or settled is None or not settled.absence_settles:
            return None
        return settled.at + CERTAIN_AFTER

    @property
    def watched_until(self) -> datetime | None:
        """Until when a refusal that rests on a query is watched on; None for any other end."""
        settled = self.settled
        if self.state is not IntentState.REFUSED or settled is None or settled.by is not SettledBy.QUERY:
            return None
        return settled.at + WATCHED_FOR

    @property
    def has_slip(self) -> bool:
        """Whether there is a slip of it: something may have left this computer, and it has ended."""
        return self.state in (IntentState.DONE, IntentState.REFUSED, IntentState.OUTCOME_UNKNOWN)
