"""Sipariş aktar: the steps from a file to stored orders. Nothing is stored before the last one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.errors import explain
from gui.format import plain
from gui.importing.bad_rows import bad_rows_sheet
from gui.importing.columns_page import ColumnsPage
from gui.importing.file_page import FilePage
from gui.importing.frame import StepFrame
from gui.importing.preview_page import PreviewPage
from gui.tables.choosing import ask_for_file, ask_where_to_write
from gui.tasks import TaskRunner
from gui.theme import Tone
from services.desk import Desk
from services.domain.account import Account
from services.domain.errors import InputProblem, InvalidInput, ServiceError
from services.intake.preview import Imported, Looked, Preview
from services.intake.sample import sample
from services.tables.cells import Form, Sheet
from services.tables.faults import Stopped

T = TypeVar("T")

_FILE, _COLUMNS, _PREVIEW, _DONE = range(4)


class ImportDialog(StepFrame):
    """File, columns, preview, done. What runs on a worker can be ended, and then nothing was kept.

    Attributes:
        file_page, columns_page, preview_page: The steps; the last is but a notice.
    """

    imported = Signal()
    """Orders were stored."""

    def __init__(
        self, desk: Desk, tasks: TaskRunner, accounts: Sequence[Account], parent: QWidget | None = None
    ) -> None:
        super().__init__(tasks, parent)
        self.setObjectName("import_dialog")
        self.setWindowTitle(self.tr("Import Param orders"))
        self._desk = desk
        self._tasks = tasks
        self._looked: Looked | None = None
        self._preview: Preview | None = None
        self._replace: Callable[[], None] | None = None
        self.file_page = FilePage(accounts)
        self.columns_page = ColumnsPage()
        self.preview_page = PreviewPage()
        self.put_steps(self.file_page, self.columns_page, self.preview_page, QWidget())
        self.file_page.file_wanted.connect(self._on_file_wanted)
        self.file_page.sample_wanted.connect(self._on_sample_wanted)
        self.file_page.account.currentIndexChanged.connect(self._show_step)
        self.columns_page.changed.connect(self._show_step)
        self.preview_page.changed.connect(self._show_step)
        self.preview_page.save_wanted.connect(self._on_save_wanted)
        self.confirm.clicked.connect(self._on_confirm)
        self.back.clicked.connect(self._on_back)
        self.leave.clicked.connect(self.reject)
        self.notice.action_wanted.connect(self._on_action)
        self._show_step()

    def look(self, file: Path) -> None:
        """Look at a file that was chosen."""
        self.running.begin(lambda _: self.tr("Looking at the file…"))
        office = self._desk.office
        self._run(lambda: office().imports.look(file), self._on_looked)

    def _run(self, call: Callable[[], T], then: Callable[[T], None]) -> None:
        """Run a call on a worker; one at a time."""
        self.notice.hide()
        self.pages.setEnabled(False)
        self._show_step()
        self._tasks.read(call, owner=self, on_result=then, on_error=self._on_error)

    def _on_looked(self, looked: Looked) -> None:
        self._looked = looked
        self._end()
        self.columns_page.show_file(looked)
        self._go(_COLUMNS)

    def _check(self) -> None:
        account, looked = self.file_page.chosen, self._looked
        if account is None or looked is None:
            return
        progress = self.running.begin(lambda rows: self.tr("%Ln row(s) checked", "", rows))
        office, columns = self._desk.office, self.columns_page.columns
        self._run(lambda: office().imports.check(account, looked, columns, progress), self._on_checked)

    def _on_checked(self, preview: Preview) -> None:
        self._preview = preview
        self._end()
        self.preview_page.show_preview(preview)
        self._go(_PREVIEW)

    def _store(self) -> None:
        office, preview = self._desk.office, self._preview
        if preview is None:
            return
        progress = self.running.begin(lambda orders: self.tr("%Ln order(s) stored", "", orders))
        leave_out = self.preview_page.leave_out.isChecked()
        self._run(lambda: office().imports.store(preview, progress, leave_out=leave_out), self._on_stored)

    def _on_stored(self, done: Imported) -> None:
        self._end()
        self._go(_DONE)
        parts = [self.tr("%Ln order(s) were here already", "", done.unchanged)] if done.unchanged else []
        if done.left_out:
            parts.append(self.tr("%Ln order(s) with bad rows were left out", "", done.left_out))
        self.notice.show_info(
            self.tr("%Ln new order(s) stored.", "", done.orders), Tone.DONE, next_step="; ".join(parts)
        )
        self.leave.setFocus()
        self.imported.emit()

    def _on_error(self, error: ServiceError) -> None:
        self._end()
        step = self.pages.currentIndex()
        if isinstance(error, Stopped):
            self.notice.show_info(self.tr("Ended before it was done. Nothing was stored."), Tone.NEUTRAL)
        elif isinstance(error, InvalidInput) and error.field == "file" and self._replace is not None:
            self.notice.show_info(
                self.tr("There is a file of this name already."),
                Tone.WAITING,
                action=self.tr("Replace that file"),
            )
        elif step == _PREVIEW and isinstance(error, InvalidInput) and error.problem in _MOVED:
            self.notice.show_info(
                self.tr("Something was entered since you looked. Nothing was stored."),
                Tone.WAITING,
                next_step=self.tr("Go back and check the rows again."),
            )
        else:
            self.notice.show_error(explain(error))

    def _end(self) -> None:
        self.running.end()
        self.pages.setEnabled(True)
        self._show_step()

    def _go(self, step: int) -> None:
        self.pages.setCurrentIndex(step)
        self._show_step()
        if step in {_COLUMNS, _PREVIEW} and self.confirm.isEnabled():
            self.confirm.setFocus()

    @Slot()
    def _on_confirm(self) -> None:
        if self.pages.currentIndex() == _COLUMNS:
            self._check()
        else:
            self._store()

    @Slot()
    def _on_back(self) -> None:
        self.notice.hide()
        self._go(self.pages.currentIndex() - 1)

    @Slot()
    def _on_file_wanted(self) -> None:
        ask_for_file(
            self,
            self.tr("Choose the file with the orders"),
            [self.tr("Excel and CSV (*.xlsx *.csv *.txt)"), self.tr("Every file (*)")],
            self.look,
        )

    @Slot()
    def _on_sample_wanted(self) -> None:
        sheet = sample(self.tr("Sample orders"), self._desk.clock.now())
        self._ask_to_write(self.tr("Save a sample file"), sheet, Form.XLSX)

    @Slot()
    def _on_save_wanted(self) -> None:
        if self._preview is not None:
            sheet = bad_rows_sheet(self.tr("Bad rows"), self._preview.faults)
            self._ask_to_write(self.tr("Save the bad rows"), sheet, Form.CSV)

    def _ask_to_write(self, title: str, sheet: Sheet, form: Form) -> None:
        then = partial(self._write, sheet, form)
        ask_where_to_write(self, title, f"{sheet.name}.{form.value}", form, then)

    def _write(self, sheet: Sheet, form: Form, file: Path, *, replace: bool = False) -> None:
        self._replace = partial(self._write, sheet, form, file, replace=True)
        self.running.begin(lambda _: self.tr("Writing…"))
        office = self._desk.office
        self._run(
            lambda: office().imports.write_down(sheet, file, form=form, replace=replace), self._on_written
        )

    def _on_written(self, file: Path) -> None:
        self._replace = None
        self._end()
        self.notice.show_info(self.tr("Written: {file}").format(file=plain(str(file), limit=300)), Tone.DONE)

    @Slot()
    def _on_action(self) -> None:
        replace, self._replace = self._replace, None
        if replace is not None:
            replace()

    @Slot()
    def _show_step(self) -> None:
        """Say where one is, and what the buttons do there."""
        step, busy = self.pages.currentIndex(), self.running.running
        account = self.file_page.chosen
        self.band.show_environment(account.environment if account is not None else None)
        names = (self.tr("File"), self.tr("Columns"), self.tr("Preview"), self.tr("Done"))
        self.step.setText(self.tr("Step {number} of 4: {name}").format(number=step + 1, name=names[step]))
        nothing_new = step == _PREVIEW and self._preview is not None and not self._preview.new
        self.confirm.setVisible(step in {_COLUMNS, _PREVIEW} and not nothing_new)
        self.back.setVisible(step in {_COLUMNS, _PREVIEW})
        self.back.setEnabled(not busy)
        if step == _COLUMNS:
            self.confirm.setText(self.tr("Check the rows"))
            self.confirm.setEnabled(not busy and self.columns_page.columns.is_whole)
        elif step == _PREVIEW and self._preview is not None:
            self.confirm.setText(self.tr("Store %Ln order(s)", "", len(self._preview.new)))
            self.confirm.setEnabled(not busy and self.preview_page.may_go_on)
        self.leave.setText(self.tr("Close") if step == _DONE or nothing_new else self.tr("Leave"))


_MOVED = frozenset({InputProblem.ALREADY_THERE, InputProblem.IN_ANOTHER_ORDER, InputProblem.LOCKED_BY_INTENT})
"""What an order is that has come in between."""
