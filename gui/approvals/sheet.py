"""What waits for a second person, as it leaves the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.approvals.words import how_it_stands, lines_of, verb_of, what_next
from gui.format import plain
from gui.wording import age, gateway, verb
from services.domain.money import ZERO
from services.petitions import Waiting
from services.tables.cells import Cell, Sheet


def waiting_sheet(name: str, found: Sequence[Waiting], *, now: datetime) -> Sheet:
    """Return what the queue shows, oldest first, as of `now`; what would go back is negative."""
    translate = QCoreApplication.translate
    titles = (
        translate("Sheets", "Since"),
        translate("Sheets", "What"),
        translate("Sheets", "Amount"),
        translate("Sheets", "State"),
        translate("Sheets", "Age"),
        translate("Sheets", "Next step"),
        translate("Sheets", "Reference"),
        translate("Sheets", "Asked for"),
        translate("Sheets", "Who"),
        translate("Sheets", "Why"),
        translate("Sheets", "Account"),
    )
    rows = [_cells(waiting, now) for waiting in found]
    return Sheet(name, titles, partial(iter, rows), len(rows))


def _cells(waiting: Waiting, now: datetime) -> tuple[Cell, ...]:
    petition = waiting.petition
    return (
        petition.asked_at,
        f"{verb(verb_of(petition.requests[0]))} · {gateway(petition.order.gateway)}",
        ZERO - petition.amount,
        how_it_stands(waiting, now)[0],
        age(now - petition.asked_at),
        what_next(waiting, now),
        petition.order.reference,
        "; ".join(lines_of(waiting)),
        plain(petition.asker_name, limit=60),
        plain(petition.reason, limit=400),
        plain(waiting.account.name, limit=60),
    )
