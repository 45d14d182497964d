"""One line of the results: a payment or an order, wherever it was found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.theme import Tone
from gui.wording import Status, intent_state, payment_state
from services.domain.account import Account
from services.domain.money import Money
from services.domain.payment import PaymentState
from services.domain.reversal import Intent, IntentState, Verb

if TYPE_CHECKING:
    from services.lookup import Hit, PaymentView

Key = tuple[int, str, int | None]
"""What makes two finds the same: account, reference, and the ledger's number of an order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Enough of a find to recognise it and to open it.

    Attributes:
        order_id: The ledger's number of a Param order; None for a payment.
        view: The whole answer, where a gateway gave one just now.
        given_back: What the gateway showed as given back; None for an order.
    """

    account: Account
    reference: str
    order_id: int | None
    amount: Money | None
    sold_at: datetime | None
    state: PaymentState | None
    pos_title: str | None
    as_of: datetime | None
    intent: Intent | None
    view: PaymentView | None = None
    given_back: Money | None = None

    @property
    def key(self) -> Key:
        """What it is found again by. The same reference at two accounts is two."""
        return self.account.id, self.reference, self.order_id

    @property
    def moment(self) -> datetime | None:
        """When it was sold; when it was last answered, where that is not known."""
        return self.sold_at or self.as_of


def of_hit(hit: Hit) -> Row:
    """Make a row of what the ledger found."""
    return Row(
        account=hit.account,
        reference=hit.reference,
        order_id=hit.order_id,
        amount=hit.amount,
        sold_at=hit.sold_at,
        state=hit.state,
        pos_title=hit.pos_title,
        as_of=hit.as_of,
        intent=hit.intent,
        given_back=hit.given_back,
    )


def of_view(view: PaymentView) -> Row:
    """Make a row of what a gateway answered."""
    payment = view.payment
    return Row(
        account=view.account,
        reference=payment.reference,
        order_id=None,
        amount=payment.charged,
        sold_at=payment.sold_at.at if payment.sold_at else None,
        state=payment.state,
        pos_title=payment.pos_title,
        as_of=view.snapshot.taken_at,
        intent=view.intents[-1] if view.intents else None,
        view=view,
        given_back=payment.given_back,
    )


def status(row: Row) -> Status:
    """Say how a row stands: an open reversal first, then what the gateway shows."""
    intent = row.intent
    if intent is not None and intent.state.is_open:
        return intent_state(intent)
    if row.state is not None:
        return payment_state(row.state)
    if intent is not None and intent.state is IntentState.DONE:
        if not intent.draft.whole:
            return payment_state(PaymentState.PARTLY_REFUNDED)
        voided = intent.draft.verb is Verb.VOID
        return payment_state(PaymentState.VOIDED if voided else PaymentState.REFUNDED)
    return QCoreApplication.translate("Row", "Order"), Tone.NEUTRAL
