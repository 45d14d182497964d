"""Dışa aktar… beside what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.tables.export_button import ExportButton
from gui.tasks import TaskRunner

if TYPE_CHECKING:
    from gui.search.panel import ResultsPanel
    from gui.search.searching import Searching
    from services.desk import Desk
    from services.tables.cells import Sheet


class FoundExport(ExportButton):
    """Exports all that the ledger holds of what is looked for now."""

    def __init__(self, desk: Desk, tasks: TaskRunner, panel: ResultsPanel, searching: Searching) -> None:
        super().__init__(desk, tasks, self._found, wordless=True)
        self._panel = panel
        self._searching = searching

    def _found(self) -> Sheet:
        from gui.search.sheet import found_sheet  # noqa: PLC0415  when it is pressed

        question = self._searching.narrowing.question
        return found_sheet(self._desk.lookup, self.tr("Payments"), question, self._panel.table)
