"""Dışa aktar: the list on the screen as a file, every row of it."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.errors import explain
from gui.format import plain
from gui.tables.choosing import ask_where_to_write
from gui.tables.running import RunningLine
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.notice import Notice
from services.desk import Desk
from services.domain.errors import InputProblem, InvalidInput, NotAllowed, ServiceError
from services.domain.operator import Right
from services.exports import Exported
from services.tables.cells import Form, Sheet
from services.tables.faults import Stopped

_SIZE = QSize(520, 320)


class ExportDialog(QDialog):
    """Asks for the kind of file and its place, shows how far it is, and opens the folder afterwards.

    Attributes:
        kinds: Excel, and CSV.
        confirm: Asks where to, and begins.
        leave: Ends it while it runs; closes otherwise.
        running: How far it is.
        notice: How it went.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export_dialog")
        self.setWindowTitle(self.tr("Export"))
        self._desk = desk
        self._tasks = tasks
        self._sheet = sheet
        self._file: Path | None = None
        self._done = False
        self.kinds = {
            Form.XLSX: QRadioButton(self.tr("Excel (.xlsx): amounts are numbers, days are days")),
            Form.CSV: QRadioButton(self.tr("CSV (.csv): semicolons and decimal commas, for other programs")),
        }
        self.running = RunningLine(tasks)
        self.notice = Notice()
        self.confirm = QPushButton(self.tr("Choose the place…"))
        self.leave = QPushButton(self.tr("Leave"))
        self._lay_out()
        self.confirm.clicked.connect(self._on_confirm)
        self.leave.clicked.connect(self.reject)
        self.notice.action_wanted.connect(self._on_action)
        self._say_whether_allowed()

    @property
    def form(self) -> Form:
        """The kind of file that is chosen."""
        return next(form for form, button in self.kinds.items() if button.isChecked())

    def write(self, file: Path, *, replace: bool = False) -> None:
        """Write the list into a file."""
        self._file, self._done = file, False
        self.notice.hide()
        progress = self.running.begin(lambda rows: self.tr("%Ln row(s) written", "", rows))
        self.confirm.setEnabled(False)
        office, sheet, form = self._desk.office, self._sheet, self.form
        self._tasks.read(
            lambda: office().exports.write(sheet, file, form=form, progress=progress, replace=replace),
            owner=self,
            on_result=self._on_written,
            on_error=self._on_error,
        )

    def reject(self) -> None:
        """Close; while it runs, end that first and say how it ended."""
        if self.running.running:
            self.running.stop()
            return
        super().reject()

    def _say_whether_allowed(self) -> None:
        """Say it before a person has chosen a place; the use case asks again."""
        try:
            self._desk.operator.require(Right.EXPORT)
        except NotAllowed as denied:
            self.notice.show_error(explain(denied))
            self.confirm.setEnabled(False)

    def _on_written(self, exported: Exported) -> None:
        self._end()
        self._done = True
        self.leave.setText(self.tr("Close"))
        self.notice.show_info(
            self.tr("%Ln row(s) written.", "", exported.rows),
            Tone.DONE,
            next_step=plain(str(exported.file), limit=300),
            action=self.tr("Open the folder"),
        )
        self.notice.action.setFocus()

    def _on_error(self, error: ServiceError) -> None:
        self._end()
        taken = isinstance(error, InvalidInput) and error.problem is InputProblem.ALREADY_THERE
        if taken and self._file is not None:
            self.notice.show_info(
                self.tr("There is a file of this name already: {name}").format(name=plain(self._file.name)),
                Tone.WAITING,
                next_step=self.tr("Choose another place, or replace it."),
                action=self.tr("Replace that file"),
            )
        elif isinstance(error, Stopped):
            self.notice.show_info(
                self.tr("Ended before it was done."), Tone.NEUTRAL, next_step=self.tr("No file was left.")
            )
        else:
            self.notice.show_error(explain(error))

    def _end(self) -> None:
        self.running.end()
        self.confirm.setEnabled(True)

    @Slot()
    def _on_confirm(self) -> None:
        form = self.form
        ask_where_to_write(self, self.tr("Export"), self._named(form), form, self.write)

    @Slot()
    def _on_action(self) -> None:
        if self._file is None:
            return
        if self._done:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))
        else:
            self.write(self._file, replace=True)

    def _named(self, form: Form) -> str:
        name = re.sub(r"[^\w .-]+", " ", plain(self._sheet.name, limit=60)).strip() or "liste"
        return f"{name} {self._desk.clock.now():%Y-%m-%d}.{form.value}"

    def _lay_out(self) -> None:
        name = QLabel(plain(self._sheet.name, limit=80))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("kind", "title")
        what = QLabel(
            self.tr("The %n column(s) of the screen, in their order", "", len(self._sheet.columns))
            + ": "
            + ", ".join(plain(title, limit=40) for title in self._sheet.columns)
            + ". "
            + self.tr("Every row, also those not loaded yet. Money given back is negative.")
        )
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        what.setProperty("kind", "muted")
        self.kinds[Form.XLSX].setChecked(True)
        for form, button in self.kinds.items():
            button.setObjectName(f"export_{form.value}")
        self.confirm.setObjectName("confirm")
        self.confirm.setProperty("kind", "primary")
        self.confirm.setDefault(True)
        self.leave.setObjectName("leave")
        self.leave.setAutoDefault(False)
        column = QVBoxLayout()
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        for part in (name, what, *self.kinds.values(), self.running, self.notice):
            column.addWidget(part)
        column.addStretch()
        bar = QFrame()
        bar.setProperty("kind", "foot")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        foot.setSpacing(theme.S)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(column, 1)
        layout.addWidget(bar)
        self.resize(_SIZE)
