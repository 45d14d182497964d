"""What can be done with an order now. Pure; imports the ledger's libraries, so load it late."""

from __future__ import annotations

from datetime import datetime

from services.domain.errors import InProgress, NotReversible, WhyNot
from services.domain.money import ZERO
from services.domain.reversal import Everything, Verb
from services.lookup import OrderView
from services.plans import ReturnPlan, plan_return


def return_now(view: OrderView, now: datetime) -> ReturnPlan:
    """Return what could be given back at most, and how: IPTAL or IADE, and until when.

    What is shown is decided again when it is sent: this only keeps a button from promising what the
    ledger would refuse.

    Raises:
        InProgress: An intent of it is open.
        NotReversible: It was given back whole, nothing is left, or its account is retired.
    """
    standing = view.standing
    if standing.open is not None:
        raise InProgress(standing.open)
    if standing.shut_by is not None:
        voided = standing.shut_by.draft.verb is Verb.VOID
        why = WhyNot.ALREADY_VOIDED if voided else WhyNot.ALREADY_REFUNDED
        raise NotReversible(why, left=ZERO, account=view.account)
    return plan_return(view, Everything.ALL_SELLERS, now)
