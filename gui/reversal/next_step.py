"""The one thing to do about a reversal, in a few words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.domain.reversal import Confirmation, Intent, IntentState


def next_step(intent: Intent) -> str:
    """Say the one thing to do about a reversal; a dash where there is nothing."""
    translate = QCoreApplication.translate
    pending = intent.settled is not None and intent.settled.confirmation is Confirmation.PENDING
    if intent.state is IntentState.OUTCOME_UNKNOWN:
        return translate("JournalStep", "Ask again, or settle it")
    if intent.state is IntentState.DONE and pending:
        return translate("JournalStep", "Ask again later")
    if intent.state is IntentState.REFUSED:
        return translate("JournalStep", "Read why, look at the sale")
    if intent.state is IntentState.NOT_SENT:
        return translate("JournalStep", "Try again if still wanted")
    return "\N{EM DASH}"
