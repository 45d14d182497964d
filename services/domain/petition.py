"""A wish left for somebody else to approve: who wants exactly what, and what they saw when they asked.

It arms nothing and locks nothing: until somebody sends it, through the same road as everything else, the
order is as free as before.

```
WAITING --> APPROVED --> SENT
   |  ^________|  ten minutes pass unused: it waits for an approval again
   +--> DECLINED --> DROPPED
   +--> DROPPED
```
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from services.domain.money import Money
from services.domain.operator import APPROVAL_LASTS, Approval, digest_of
from services.domain.reversal import MoneyRequest, OrderKey


class PetitionState(Enum):
    """Where it stands."""

    WAITING = "waiting"
    APPROVED = "approved"
    DECLINED = "declined"
    DROPPED = "dropped"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Petition:
    """What somebody wants to give back, once somebody else agrees (onaya bırakılan).

    Attributes:
        id: The ledger's number; 0 until it is kept.
        requests: Exactly what would be sent.
        digest: Of the requests: what an approval of it is bound to.
        late: The day of the sale had passed.
        sale_day: The business day of the sale, which a person may have had to say.
        seen: What the asker saw, as a digest; see `services.petitions`.
        literal_rule: They were shown the literal reading of Param's payable rule, and go on.
        asker: Who wants it, by the ledger's number.
        asked_at: Aware, UTC.
        approval: The second person's yes, the newest; None while there is none.
        decided_by: Who declined or dropped it, or sent it.
        said: Why it was declined, in their words.
    """

    order: OrderKey
    account_id: int
    requests: tuple[MoneyRequest, ...]
    digest: str
    amount: Money
    late: bool
    sale_day: date
    seen: str
    literal_rule: bool
    reason: str
    asker: int
    asker_name: str
    asked_at: datetime
    state: PetitionState = PetitionState.WAITING
    approval: Approval | None = None
    decided_by: str = ""
    decided_at: datetime | None = None
    said: str = ""
    id: int = field(default=0)

    @property
    def is_genuine(self) -> bool:
        """Whether the requests are still the ones that the digest was made of."""
        return self.digest == digest_of(self.order, self.requests)

    @property
    def approved_until(self) -> datetime | None:
        """Until when the yes may be used; None while there is none."""
        if self.approval is None or self.state is not PetitionState.APPROVED:
            return None
        return self.approval.given_at + APPROVAL_LASTS

    def is_approved(self, now: datetime) -> bool:
        """Whether there is a yes that can still be used."""
        until = self.approved_until
        return until is not None and now <= until
