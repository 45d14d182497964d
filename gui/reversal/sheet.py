"""What was asked back, as it leaves the window: all of it, a page at a time, on a worker.

What goes back is negative, so that a column of payments and returns adds up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.format import plain
from gui.wording import gateway, intent_state, verb
from services.domain.money import ZERO
from services.domain.reversal import Intent, IntentState
from services.tables.cells import Cell, Sheet

if TYPE_CHECKING:
    from services.lookup import Lookup

_PAGE = 500


def reversals_sheet(lookup: Lookup, name: str, text: str, state: IntentState | None = None) -> Sheet:
    """Return everything that was asked back here and holds a text, newest first; of one state, if said."""
    return Sheet(name, reversal_titles(), partial(_reversals, lookup, text, state))


def reversal_titles() -> tuple[str, ...]:
    """Name the columns of a reversal."""
    translate = QCoreApplication.translate
    return (
        translate("Sheets", "When"),
        translate("Sheets", "What"),
        translate("Sheets", "Amount"),
        translate("Sheets", "State"),
        translate("Sheets", "Reference"),
        translate("Sheets", "Who"),
        translate("Sheets", "Why"),
    )


def _reversals(lookup: Lookup, text: str, state: IntentState | None) -> Iterator[Sequence[Cell]]:
    before = None
    while page := lookup.reversals(text, limit=_PAGE, before=before, state=state):
        for intent in page:
            yield reversal_cells(intent)
        before = page[-1].id


def reversal_cells(intent: Intent) -> tuple[Cell, ...]:
    """Return the columns of one reversal."""
    draft = intent.draft
    return (
        intent.armed_at,
        f"{verb(draft.verb)} · {gateway(draft.order.gateway)}",
        ZERO - draft.amount,
        intent_state(intent)[0],
        draft.order.reference,
        plain(draft.operator, limit=60),
        plain(draft.reason, limit=400),
    )
