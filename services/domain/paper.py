"""Papers that leave the desk: what a slip says, untranslated, and how often it was made before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from services.domain.account import Environment, GatewayName
from services.domain.money import Money, total
from services.domain.reversal import Confirmation, IntentState, Testimony, Verb


class SlipForm(Enum):
    """How a slip left the desk."""

    PRINT = "print"
    PDF = "pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipLine:
    """What became of one request.

    Attributes:
        intent: Its number in the journal.
        seller: Whose line it was; empty for a whole sale, and where the order is gone.
        guid: The line's `PYSiparis_GUID`; empty for a whole sale.
        all_sellers: It gave back what was left of every seller at once.
        state: DONE, REFUSED, NOT_SENT or OUTCOME_UNKNOWN.
        confirmation: For a done one.
        at: When that was decided; aware, UTC.
        testimony: Where a person said so.
    """

    intent: int
    seller: str
    guid: str
    all_sellers: bool
    amount: Money
    state: IntentState
    confirmation: Confirmation | None
    at: datetime
    testimony: Testimony | None

    @property
    def awaits_confirmation(self) -> bool:
        """Whether the gateway said yes and does not show it yet."""
        return self.confirmation is Confirmation.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """Everything that stands on a slip: one confirmation, with all its lines.

    Attributes:
        shop: What the account is called.
        merchant: Who it is at the gateway.
        card: As the gateway shows it, masked; empty where it does not. Untrusted.
        approver: Who agreed to it; empty where nobody had to.
        asked_at: When it was confirmed at the desk; aware, UTC.
        printed_at: Aware, UTC.
        copy: 0 for the first, then the number of the copy.
        code: The audit log's short code. Of the row that counts this slip, once it is counted; before,
            and where the key of the log is not at hand, of the newest row there is.
    """

    shop: str
    gateway: GatewayName
    environment: Environment
    merchant: str
    reference: str
    verb: Verb
    card: str
    lines: tuple[SlipLine, ...]
    reason: str
    operator: str
    approver: str
    asked_at: datetime
    printed_at: datetime
    copy: int
    code: str

    def of_state(self, state: IntentState) -> Money:
        """Add up the lines that ended in one way."""
        return total([line.amount for line in self.lines if line.state is state])

    @property
    def state(self) -> IntentState:
        """The least certain end of its lines, which the whole slip goes by.

        One that is not known makes the paper one of an unknown outcome; after that, what was given back
        counts before what was refused.
        """
        ends = {line.state for line in self.lines}
        order = (IntentState.OUTCOME_UNKNOWN, IntentState.DONE, IntentState.REFUSED)
        return next((state for state in order if state in ends), IntentState.NOT_SENT)
