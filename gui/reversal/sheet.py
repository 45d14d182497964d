"""What was asked back, as it leaves the window: all of it, a page at a time, on a worker.

What goes back is negative, so that a column of payments and returns adds up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.format import plain
from gui.reversal.next_step import next_step
from gui.wording import age, gateway, intent_state, verb
from services.domain.money import ZERO
from services.domain.reversal import Intent, IntentState
from services.tables.cells import Cell, Sheet

if TYPE_CHECKING:
    from services.lookup import Lookup

_PAGE = 500


def reversals_sheet(
    lookup: Lookup, name: str, text: str, *, state: IntentState | None, now: datetime
) -> Sheet:
    """Return everything that was asked back here and holds a text, newest first; of one state, if said.

    Args:
        lookup: Where it is read.
        name: What the list is called.
        text: What it is filtered by.
        state: The only state that is shown; None for all.
        now: Aware; ages are told as of then.
    """
    return Sheet(name, reversal_titles(), partial(_reversals, lookup, text, state, now))


def reversal_titles() -> tuple[str, ...]:
    """Name the columns of a reversal."""
    translate = QCoreApplication.translate
    return (
        translate("Sheets", "When"),
        translate("Sheets", "What"),
        translate("Sheets", "Amount"),
        translate("Sheets", "State"),
        translate("Sheets", "Age"),
        translate("Sheets", "Next step"),
        translate("Sheets", "Reference"),
        translate("Sheets", "Who"),
        translate("Sheets", "Why"),
    )


def _reversals(
    lookup: Lookup, text: str, state: IntentState | None, now: datetime
) -> Iterator[Sequence[Cell]]:
    before = None
    while page := lookup.reversals(text, limit=_PAGE, before=before, state=state):
        for intent in page:
            yield reversal_cells(intent, now)
        before = page[-1].id


def reversal_cells(intent: Intent, now: datetime) -> tuple[Cell, ...]:
    """Return the columns of one reversal."""
    draft = intent.draft
    return (
        intent.armed_at,
        f"{verb(draft.verb)} · {gateway(draft.order.gateway)}",
        ZERO - draft.amount,
        intent_state(intent)[0],
        age(now - intent.armed_at),
        next_step(intent),
        draft.order.reference,
        plain(draft.operator, limit=60),
        plain(draft.reason, limit=400),
    )
