"""The sheet of a business day (gün sonu): what was given back here, and what has no certain end yet.

A reversal stands on the sheet of the day its end became known, whatever day it was asked for. What is not
known stands on no sheet's sums: it is named, and carried over to the next sheet until it is settled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TypeVar

from services.domain.account import Environment, GatewayName
from services.domain.money import ZERO, Money
from services.domain.reversal import Verb

K = TypeVar("K")


class Fate(Enum):
    """What a line of a sheet says of a reversal."""

    DONE = "done"
    """It was given back."""
    REFUSED = "refused"
    """The gateway said no."""
    NOT_SENT = "not sent"
    """Nothing left this computer."""
    IN_DOUBT = "in doubt"
    """An earlier line said done, and that is not certain any more: it is taken off again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Which reversal it is: the same for every line that speaks of it.

    Attributes:
        intent: Its number in the journal.
        account: What the account is called.
        merchant: Who it is at the gateway.
        line: `PYSiparis_GUID` of the seller's line; empty where it was about the whole order.
        belongs_to: The business day on which it was asked for.
        approver: Who agreed to it; empty where nobody had to.
    """

    intent: int
    gateway: GatewayName
    environment: Environment
    account: str
    merchant: str
    reference: str
    line: str
    verb: Verb
    amount: Money
    reason: str
    operator: str
    approver: str
    belongs_to: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """Something that became known on the day of the sheet.

    Attributes:
        at: When; aware, UTC.
        code: The gateway's own code, where it answered one.
        said_by: The person who settled it; empty where an answer or a query did.
    """

    subject: Subject
    fate: Fate
    at: datetime
    code: str
    said_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    """Something that had no certain end when the day closed.

    Attributes:
        since: Aware, UTC.
        awaits_confirmation: It is done, and counted; only the gateway's own record does not show it yet.
            Else its outcome is unknown, and it is counted nowhere.
    """

    subject: Subject
    since: datetime
    awaits_confirmation: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """What some lines come to. What was taken off again is subtracted, in money and in number."""

    voids: int = 0
    voided: Money = ZERO
    refunds: int = 0
    refunded: Money = ZERO
    refusals: int = 0
    refused: Money = ZERO

    @property
    def net(self) -> Money:
        """How much went back to customers."""
        return self.voided + self.refunded


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """That a day was closed: its sheet never changes again.

    Attributes:
        number: From 1, without a gap.
        code: The audit log's short code at that moment; empty where its key was not at hand.
        last_event: The last step of the journal the sheet knows of; what comes after stands on a later one.
    """

    number: int
    at: datetime
    by: str
    code: str
    last_event: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySheet:
    """Everything that stands on a sheet.

    Attributes:
        made_at: When it was read from the journal; aware, UTC.
        lines: What became known, oldest first.
        open: What was carried over, oldest first.
        closing: Where it was closed.
    """

    day: date
    made_at: datetime
    lines: tuple[SheetLine, ...]
    open: tuple[OpenLine, ...]
    closing: Closing | None = None

    def sums(self, environment: Environment) -> Sums:
        """Add up one world: what is only a test is never added to real money."""
        return add_up(line for line in self.lines if line.subject.environment is environment)

    @property
    def environments(self) -> tuple[Environment, ...]:
        """The worlds that stand on it, real money first."""
        here = {line.subject.environment for line in self.lines}
        here |= {line.subject.environment for line in self.open}
        return tuple(one for one in (Environment.LIVE, Environment.TEST, Environment.DEMO) if one in here)

    def by(self, key: Callable[[Subject], K], environment: Environment) -> dict[K, Sums]:
        """Add up one world by whatever its lines have: the account, who pressed, who agreed."""
        groups: dict[K, list[SheetLine]] = {}
        for line in self.lines:
            if line.subject.environment is environment:
                groups.setdefault(key(line.subject), []).append(line)
        return {name: add_up(lines) for name, lines in groups.items()}


def add_up(lines: Iterable[SheetLine]) -> Sums:
    """Add lines up."""
    counts = dict.fromkeys(Verb, 0)
    amounts = dict.fromkeys(Verb, ZERO)
    refusals, refused = 0, ZERO
    for line in lines:
        verb, amount = line.subject.verb, line.subject.amount
        match line.fate:
            case Fate.DONE:
                counts[verb] += 1
                amounts[verb] += amount
            case Fate.IN_DOUBT:
                counts[verb] -= 1
                amounts[verb] -= amount
            case Fate.REFUSED:
                refusals += 1
                refused += amount
            case Fate.NOT_SENT:
                pass
    return Sums(
        voids=counts[Verb.VOID],
        voided=amounts[Verb.VOID],
        refunds=counts[Verb.REFUND],
        refunded=amounts[Verb.REFUND],
        refusals=refusals,
        refused=refused,
    )
