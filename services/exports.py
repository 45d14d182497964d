"""Use case: a list leaves the program as a file, and the audit log says which, and how much of it.

Blocking; call on a worker thread.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from services.domain.audit import Act
from services.domain.operator import Right
from services.seat import Guard
from services.tables.aside import aside
from services.tables.cells import Form, Sheet
from services.tables.progress import Progress
from services.tables.writing import write_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """A file that was written.

    Attributes:
        rows: How many are in it, the titles not counted.
    """

    file: Path
    rows: int


class Exports:
    """Writes lists into files."""

    def __init__(self, guard: Guard) -> None:
        self._guard = guard

    def write(
        self, sheet: Sheet, file: Path, *, form: Form, progress: Progress, replace: bool = False
    ) -> Exported:
        """Write a list whole, or nothing at all; on the disk when this returns.

        Args:
            sheet: The list.
            file: The name it is to have.
            form: CSV or XLSX, whatever the name says.
            progress: Told how far it is; ends it when it is asked to.
            replace: Put it in the place of a file that is there.

        Raises:
            NotAllowed: The role does not allow it.
            InvalidInput: ``file``: ALREADY_THERE.
            FileTrouble: It can't be written.
            Stopped: A person ended it.
            LedgerUnavailable: The list can't be read; or it can't be written down that it left.
        """
        self._guard.require(Right.EXPORT)
        with aside(file, replace=replace) as part:
            rows = write_rows(sheet, part, form, progress)
            # Before it has its name: what can't be written down is not taken out.
            self._guard.note(Act.EXPORT, sheet.name, f"{rows} rows as {form.value}: {file.name}")
            progress.check()
        return Exported(file=file, rows=rows)
