"""What has no certain end, as it leaves the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication

from gui.doubts.ends import OpenEnd
from gui.format import plain
from gui.reversal.sheet import reversal_cells, reversal_titles
from services.tables.cells import Sheet


def ends_sheet(name: str, ends: Sequence[OpenEnd], *, now: datetime) -> Sheet:
    """Return what the queue shows, oldest first; ages as of `now`."""
    translate = QCoreApplication.translate
    titles = (translate("Sheets", "Since"), *reversal_titles(), translate("Sheets", "Account"))
    rows = [(end.since, *reversal_cells(end.intent, now), plain(end.account.name, limit=60)) for end in ends]
    return Sheet(name, titles, partial(iter, rows), len(rows))
