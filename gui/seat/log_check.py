"""Checks every row of the audit log: how far it is, a way to end it, and what was found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from gui import theme
from gui.differing_words import differing_words
from gui.errors import explain
from gui.tables.running import RunningLine
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.notice import Notice
from services.domain.audit import Break, Verified
from services.domain.errors import ServiceError
from services.tables.faults import Stopped

if TYPE_CHECKING:
    from services.desk import Desk


class LogCheck(QWidget):
    """Seen only while it checks. It changes nothing, and may be ended at any row.

    Attributes:
        running: How far it is.
        stop: Ends it.

    Args:
        desk: Whose log it is.
        tasks: Runs it.
        button: Begins it, and rests while it runs.
        notice: Says what was found.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, button: QPushButton, notice: Notice) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._button = button
        self._notice = notice
        self.running = RunningLine(tasks)
        self.stop = QPushButton(self.tr("Stop checking"))
        self.stop.setObjectName("stop_check")
        self.stop.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.M)
        row.addWidget(self.running, 1)
        row.addWidget(self.stop)
        button.clicked.connect(self._on_clicked)
        self.stop.clicked.connect(self.running.stop)
        self.hide()

    @Slot()
    def _on_clicked(self) -> None:
        self._notice.hide()
        progress = self.running.begin(lambda rows: self.tr("%Ln row(s) checked", "", rows))
        self.show()
        if self._button.hasFocus():
            self.stop.setFocus()  # else a button that rests hands the keyboard to whatever is next
        self._button.setEnabled(False)
        call = partial(self._desk.audit.verify, progress)
        self._tasks.read(call, owner=self, on_result=self._on_verified, on_error=self._on_error)

    def _on_verified(self, found: Verified) -> None:
        self._end()
        if found.why is not None:
            sentence = self.tr("The log is broken at row {row}.").format(row=found.bad)
            self._notice.show_info(sentence, Tone.REFUSED, next_step=break_words(found.why))
            return
        if found.differing:
            self._notice.show_info(
                self.tr("The log fits, but %Ln thing(s) do not stand as it says.", "", len(found.differing)),
                Tone.REFUSED,
                next_step=differing_words(found.differing),
            )
            return
        unchecked = self.tr("Rows whose key is lost can't be vouched for.") if found.unchecked else ""
        sentence = self.tr("Checked: all %Ln row(s) fit.", "", found.rows)
        self._notice.show_info(sentence, Tone.DONE, next_step=unchecked)

    def _on_error(self, error: ServiceError) -> None:
        self._end()
        if isinstance(error, Stopped):
            self._notice.show_info(
                self.tr("Ended before every row was checked."),
                Tone.NEUTRAL,
                next_step=self.tr("Nothing is said of the log then. It can be checked again at any time."),
            )
        else:
            self._notice.show_error(explain(error))

    def _end(self) -> None:
        self.running.end()
        self._button.setEnabled(True)
        if self.stop.hasFocus():
            self._button.setFocus()
        self.hide()


def break_words(why: Break) -> str:
    """Say how a log is broken."""
    translate = QCoreApplication.translate
    return {
        Break.ALTERED: translate(
            "Safekeeping", "The row, or one beside it, was changed, exchanged or put in."
        ),
        Break.MISSING: translate("Safekeeping", "Rows before it are missing."),
        Break.NO_BEGINNING: translate("Safekeeping", "A part of the log begins where it should not."),
        Break.CUT: translate("Safekeeping", "The end of the log was cut off."),
        Break.REPLACED: translate("Safekeeping", "It is not the row that this computer remembers."),
        Break.NO_KEY: translate("Safekeeping", "The key of the newest part is lost."),
    }[why]
