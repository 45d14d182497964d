"""Where the ledger is, how old its newest backup is, and the way to its safekeeping."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.errors import explain
from gui.format import instant
from gui.icons import icon
from gui.roles import who_may
from gui.seat.safekeeping import newest_backup
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.fields import CopyableLabel
from gui.widgets.notice import Notice
from gui.widgets.row import Row
from services.desk import Desk
from services.domain.errors import ServiceError
from services.domain.operator import Right

_OLD_DAYS = 7
"""From so many days on a backup is worth a reminder."""


class DataSection(QWidget):
    """The data folder and the newest backup.

    Attributes:
        folder: The data folder; can be copied.
        notice: How old the newest backup is.
        open_folder: Shows the folder in the system's own way.
        safekeeping: Opens backup, restoring, recovery code and the check of the log.
    """

    safekeeping_wanted = Signal()
    """The ledger's safekeeping is to be opened."""

    def __init__(self, desk: Desk, tasks: TaskRunner, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._folder = folder
        self.folder = CopyableLabel(name=self.tr("Data folder"))
        self.folder.set_value(str(folder))
        self.notice = Notice()
        self.open_folder = QPushButton(icon("folder"), self.tr("Open the folder"))
        self.open_folder.setObjectName("open_folder")
        self.safekeeping = QPushButton(icon("lock"), self.tr("Backup, restoring and recovery code…"))
        self.safekeeping.setObjectName("open_safekeeping")
        self._lay_out()
        self.open_folder.clicked.connect(self._on_open)
        self.safekeeping.clicked.connect(self.safekeeping_wanted)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read how old the newest backup is, and who may see to it."""
        may = self._desk.operator.may(Right.OPERATORS)
        self.safekeeping.setEnabled(may)
        said = self.tr("Seen to by: {roles}").format(roles=who_may(Right.OPERATORS))
        self.safekeeping.setToolTip("" if may else said)
        call = partial(newest_backup, self._desk)
        self._tasks.read(call, owner=self, on_result=self._on_newest, on_error=self._on_error)

    def _on_newest(self, at: datetime | None) -> None:
        if self._desk.demo:
            self.notice.show_info(
                self.tr("This is the demo: it is emptied at every start, and needs no backup.")
            )
            return
        if at is None:
            self.notice.show_info(
                self.tr("No backup was written yet."),
                Tone.WAITING,
                next_step=self.tr(
                    "Write one to another disk or a memory stick: without the ledger nobody knows what"
                    " was given back."
                ),
            )
            return
        days = (self._desk.clock.now() - at).days
        age = self.tr("%n day(s) old", "", days)
        sentence = self.tr("Newest backup: {time} ({age})").format(time=instant(at), age=age)
        self.notice.show_info(sentence, Tone.WAITING if days >= _OLD_DAYS else Tone.DONE)

    def _on_error(self, error: ServiceError) -> None:
        self.notice.show_error(explain(error))

    @Slot()
    def _on_open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def _lay_out(self) -> None:
        never = QLabel(
            self.tr(
                "Never copy or move the ledger's file by hand: a copy that misses its last minutes may let a"
                " customer be paid twice. A backup made here is checked, and going on from one is written"
                " down."
            )
        )
        never.setProperty("kind", "muted")
        never.setWordWrap(True)
        tools = QHBoxLayout()
        tools.setSpacing(theme.S)
        tools.addWidget(self.open_folder)
        tools.addWidget(self.safekeeping)
        tools.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(Row(self.tr("Data folder"), self.folder))
        column.addWidget(self.notice)
        column.addLayout(tools)
        column.addWidget(never)
        column.addStretch(1)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
