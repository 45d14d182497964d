"""Whose a movement is, where more than one reversal of a sale may have caused it. Pure.

Nothing in a movement says who asked for it. A refusal that rests on a query may be booked late, and by then
the same sale may have been asked back again: what shows up next has two candidates.
"""

from __future__ import annotations

from collections.abc import Iterable

from services.domain.evidence import Finding, find
from services.domain.payment import GAVE_BACK, Payment
from services.domain.reversal import Intent, IntentState


def finding_of(intent: Intent, others: Iterable[Intent], before: Payment, now: Payment) -> Finding:
    """Read what a look says of one intent among all of its sale: `find`, but for two candidates.

    Args:
        intent: The one that is looked at.
        others: Everything else that was asked of the sale.
        before: The payment before it was sent.
        now: The payment as it was answered.
    """
    finding = find(before, now)
    doubtful = intent.state is IntentState.OUTCOME_UNKNOWN and finding is Finding.GIVEN_BACK
    if doubtful and any(_may_be_booked_late(other, intent) for other in others):
        return Finding.FOR_A_PERSON
    return finding


def has_unaccounted(intents: Iterable[Intent], now: Payment) -> bool:
    """Whether money went back, or the order was cancelled, without a done intent that accounts for it.

    A void is planned of nothing that was given back in part, so that each such movement came after the first
    of them was sent. A done intent accounts for one movement, whatever its amount: how far the two agree was
    asked when it became done.
    """
    done = sum(intent.state is IntentState.DONE for intent in intents)
    gave = {(one.id, one.status) for one in now.movements if one.status in GAVE_BACK}
    return len(gave) > done or (now.says_cancelled and not done)


def _may_be_booked_late(other: Intent, intent: Intent) -> bool:
    """Whether another one was refused on a query, and was still watched when this one was pressed."""
    until = other.watched_until
    return until is not None and other.id < intent.id and intent.armed_at < until
