"""What can be done with a payment now. Pure; imports the ledger's libraries, so load it late."""

from __future__ import annotations

from datetime import datetime

from services.domain.errors import InProgress, NotReversible, WhyNot
from services.domain.reversal import Intent, IntentState
from services.lookup import PaymentView
from services.plans import VoidPlan, plan_void


def void_now(view: PaymentView, now: datetime) -> VoidPlan:
    """Return the void that can be begun now.

    What is shown is decided again when it is sent: this only keeps a button from promising what the
    ledger would refuse.

    Raises:
        InProgress: An intent of it is open.
        NotReversible, NotConfigured: It was given back here, or what `plan_void` says.
    """
    if (intent := open_intent(view)) is not None:
        raise InProgress(intent)
    if shut_by(view) is not None:
        raise NotReversible(WhyNot.ALREADY_VOIDED, account=view.account)
    return plan_void(view, now)


def open_intent(view: PaymentView) -> Intent | None:
    """Return the intent that keeps this payment locked."""
    return next((intent for intent in view.intents if intent.state.is_open), None)


def shut_by(view: PaymentView) -> Intent | None:
    """Return the done intent that gave everything back."""
    done = (intent for intent in view.intents if intent.state is IntentState.DONE)
    return next((intent for intent in done if intent.draft.whole), None)
