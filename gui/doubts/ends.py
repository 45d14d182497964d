"""What has no certain end, and what comes next for each: read from the desk on a worker. No Qt."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

from services.domain.account import Account
from services.domain.errors import BadReply
from services.domain.evidence import Finding
from services.domain.reversal import Intent, IntentState, SettledBy

if TYPE_CHECKING:
    from services.desk import Desk

_log = logging.getLogger(__name__)


class NextStep(Enum):
    """What a person can do about one."""

    LOOK = "ask the gateway again"
    SETTLE = "say what happened, from the evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEnd:
    """One that is unknown, or done and not confirmed yet.

    Attributes:
        next_look: When the program looks by itself; None where no look could say anything.
    """

    intent: Intent
    account: Account
    next_look: datetime | None
    step: NextStep

    @property
    def since(self) -> datetime:
        """Since when it has no certain end."""
        settled = self.intent.settled
        return self.intent.armed_at if settled is None else settled.at

    @property
    def is_unknown(self) -> bool:
        """Whether nobody knows; else it is done and the gateway does not show it yet."""
        return self.intent.state is IntentState.OUTCOME_UNKNOWN


@dataclass(frozen=True, slots=True)
class OpenEnds:
    """All of them, oldest first, as they stood at one instant."""

    ends: tuple[OpenEnd, ...] = ()

    @property
    def unknown(self) -> int:
        """How many nobody knows the end of."""
        return sum(end.is_unknown for end in self.ends)

    @property
    def awaiting(self) -> int:
        """How many are done and not confirmed yet."""
        return len(self.ends) - self.unknown

    @property
    def next_look(self) -> datetime | None:
        """When the program looks next by itself; None while there is nothing to look at."""
        return min((end.next_look for end in self.ends if end.next_look is not None), default=None)


def read_ends(desk: Desk) -> OpenEnds:
    """Read them. Blocking.

    Raises:
        NotAllowed: Nobody is at the desk.
        LedgerUnavailable: The ledger can't be read.
    """
    found = desk.resolver.open_ends()
    if not found:
        return OpenEnds()
    now = desk.clock.now()
    accounts = {account.id: account for account in desk.accounts.all(retired=True)}
    return OpenEnds(
        tuple(
            OpenEnd(
                intent=intent,
                account=accounts[intent.draft.account_id],
                next_look=desk.watcher.next_of(intent, now),
                step=_next_step(desk, intent),
            )
            for intent in found
        )
    )


def _next_step(desk: Desk, intent: Intent) -> NextStep:
    """Asking again helps as long as the answers so far can be read in one way only."""
    if not desk.resolver.can_look(intent):
        return NextStep.SETTLE
    if intent.state is not IntentState.OUTCOME_UNKNOWN:
        return NextStep.LOOK
    try:
        seen = desk.settling.evidence(intent.id)
    except BadReply:
        _log.info("a kept answer about intent %d can't be read", intent.id)
        return NextStep.LOOK
    finding = seen.finding
    settled = intent.settled
    contradicted = finding is Finding.FAILED and settled is not None and settled.by is SettledBy.QUERY
    return NextStep.SETTLE if contradicted or finding is Finding.FOR_A_PERSON else NextStep.LOOK
