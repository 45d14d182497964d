"""How a step of an intent reads in the audit log: who, what, to which order. No word of a gateway's."""

from __future__ import annotations

from datetime import datetime

from services.domain.audit import PROGRAM, Act, Entry
from services.domain.reversal import Intent, SettledBy

_PRESSED = frozenset({SettledBy.ANSWER, SettledBy.TRANSPORT})
"""What an outcome rests on that came of somebody's pressing a button."""


def entry_of(intent: Intent, act: Act, at: datetime) -> Entry:
    """Return the row of the audit log that goes with a step, as the intent stands after it."""
    order = intent.draft.order
    place = f"{order.gateway.value}/{order.environment.value}/{order.merchant}/{order.reference}"
    return Entry(
        at=at, who=_who(intent, act), act=act, subject=f"#{intent.id} {place}", result=_result(intent, act)
    )


def _who(intent: Intent, act: Act) -> str:
    settled = intent.settled
    if act is Act.CONFIRMED:
        return PROGRAM
    if settled is None or settled.by in _PRESSED:
        return intent.draft.operator
    return PROGRAM if settled.testimony is None else settled.testimony.person


def _result(intent: Intent, act: Act) -> str:
    draft, settled = intent.draft, intent.settled
    if act is Act.CONFIRMED or settled is None:
        approved = "" if draft.approval is None else f", approval {draft.approval}"
        return f"{draft.verb.value} {draft.amount}{approved}"
    said = settled.testimony
    if said is None:
        return f"{settled.state.value} by {settled.by.value}"
    agreed = "alone" if said.alone else f"agreed by {said.approver}"
    return f"{settled.state.value} by {settled.by.value}, {agreed}: {said.reason} [{said.reference}]"
