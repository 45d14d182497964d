"""The lists of Bugün, as they leave the window."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.format import plain
from gui.reversal.sheet import reversal_cells, reversal_titles
from gui.wording import environment, gateway
from services.tables.cells import Sheet
from services.today import DaysWork


def voidable_sheet(name: str, work: DaysWork | None) -> Sheet:
    """Return what can still be voided, in its order; nothing of it went back yet, so it is positive."""
    translate = QCoreApplication.translate
    titles = (
        translate("Sheets", "Sold"),
        translate("Sheets", "Amount"),
        translate("Sheets", "Until"),
        translate("Sheets", "Reference"),
        translate("Sheets", "Account"),
        translate("Sheets", "Gateway"),
        translate("Sheets", "Environment"),
    )
    rows = [
        (
            one.sold_at,
            one.left,
            one.until,
            one.reference,
            plain(one.account.name, limit=60),
            gateway(one.account.gateway),
            environment(one.account.environment),
        )
        for one in (work.voidable if work is not None else ())
    ]
    return Sheet(name, titles, partial(iter, rows), len(rows))


def days_work_sheet(name: str, work: DaysWork | None) -> Sheet:
    """Return what was asked back today, newest first; what goes back is negative."""
    translate = QCoreApplication.translate
    titles = (*reversal_titles(), translate("Sheets", "Account"), translate("Sheets", "Environment"))
    rows = []
    if work is not None:
        rows = [
            (
                *reversal_cells(intent, work.at),
                plain(account.name, limit=60),
                environment(account.environment),
            )
            for intent, account in work.reversals
        ]
    return Sheet(name, titles, partial(iter, rows), len(rows))
