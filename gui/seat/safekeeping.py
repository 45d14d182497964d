"""For an owner: whether the ledger can be trusted, its recovery code, its check, and copies of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.desk_notice import crowded, crowded_step, elsewhere
from gui.errors import explain
from gui.format import instant
from gui.seat.log_check import LogCheck
from gui.seat.owner_proof_edit import OwnerProofEdit
from gui.seat.recovery import RecoveryDialog
from gui.seat.way_back import WayBackDialog
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.fields import CopyableLabel
from gui.widgets.notice import Notice
from gui.widgets.on_screen import fitting
from gui.widgets.row import Row
from gui.widgets.scroll import scrolled
from services.backup import Backup
from services.desk import Desk
from services.domain.errors import ServiceError
from services.trust import Trust

T = TypeVar("T")

_SIZE = QSize(600, 520)
_NARROWEST = 540
"""The recovery code in one line."""


class SafekeepingDialog(QDialog):
    """Says what holds money back, if anything does, and lets the owner see to it.

    Attributes:
        trust: What is in the way of money.
        notice: How what was pressed last went.
        typed: Where one that was put away is typed.
        proof: Where an owner's PIN is typed, once it is asked for.
    """

    trusted = Signal()
    """The owner has seen to what was in the way."""

    way_back_wanted = Signal(object, str)
    """Carries the `Path` of a backup that is to take the ledger's place, and who wants it."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("safekeeping")
        self.setWindowTitle(self.tr("Safekeeping"))
        self._desk = desk
        self._tasks = tasks
        self._trust: Trust | None = None
        self.trust, self.notice = Notice(), Notice()
        self.head = CopyableLabel(name=self.tr("Short code of the log"))
        self.proof = OwnerProofEdit()
        self.proof.hide()
        self.typed = QLineEdit()
        self.typed.setObjectName("recovery_code")
        self.recovery = self._button("recovery", self.tr("Recovery code…"))
        self.restore_key = self._button("restore_key", self.tr("Take the key back"))
        self.verify = self._button("verify", self.tr("Check the log"))
        self.back_up = self._button("back_up", self.tr("Write a backup…"))
        self.go_back = self._button("go_back", self.tr("Go back to a backup…"))
        self.leave = self._button("leave", self.tr("Close"))
        self.check = LogCheck(desk, tasks, self.verify, self.notice)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.hide()
        self._newest = QLabel()
        self._lay_out()
        self.trust.action_wanted.connect(self._on_yes)
        self.recovery.clicked.connect(self._on_recovery)
        self.restore_key.clicked.connect(self._on_restore_key)
        self.back_up.clicked.connect(self._on_back_up)
        self.go_back.clicked.connect(self._on_go_back)
        self.leave.clicked.connect(self.accept)
        self.reload()

    def reload(self) -> None:
        """Read how things stand."""
        audit = self._desk.audit
        self._read(audit.trust, self._on_trust)
        self._read(audit.head_code, self.head.set_value)
        self._read(partial(newest_backup, self._desk), self._on_newest)

    def write_backup(self, file: Path) -> None:
        """Write a copy, and check it."""
        self._begin()
        office = self._desk.office
        self._read(lambda: office().backups.write(file), self._on_backup)

    def _on_trust(self, trust: Trust) -> None:
        self._end()
        self._trust = trust
        self._key.setVisible(trust.key_lost)
        self.restore_key.setVisible(trust.key_lost)
        self.recovery.setEnabled(not trust.key_lost)
        if trust.key_lost:
            self.trust.show_info(
                self.tr("The key of the audit log is lost. Nothing is sent until an owner decides."),
                Tone.REFUSED,
                next_step=self.tr(
                    "Type the recovery code that was put away. Without it a new part of the log can begin:"
                    " what was written before can't be checked any more, and the new part says so."
                ),
                action=self.tr("Begin a new part of the log"),
            )
        elif trust.older is not None:
            self.trust.show_info(
                self.tr(
                    "This ledger is older than this computer remembers: {here} reversals here, {then} then."
                ).format(here=trust.older.here.intents, then=trust.older.remembered.intents),
                Tone.REFUSED,
                next_step=self.tr(
                    "It may have forgotten reversals that were sent. Look at each payment before you send."
                    " Nothing is sent until an owner confirms."
                ),
                action=self.tr("I know: go on with this ledger"),
            )
        elif trust.copied:
            self.trust.show_info(
                self.tr("This ledger is a copy, or its folder was moved: it is not the one that sends."),
                Tone.REFUSED,
                next_step=self.tr(
                    "If another one is still in use, go on there: two ledgers can pay the same sale twice."
                    " Nothing is sent from here until an owner confirms."
                ),
                action=self.tr("I know: go on with this ledger"),
            )
        elif trust.elsewhere:
            self.trust.show_info(
                elsewhere(trust.elsewhere),
                Tone.REFUSED,
                next_step=self.tr(
                    "If that one is still in use, go on there: two ledgers can pay the same sale twice."
                    " For these merchants nothing is sent from here until an owner confirms."
                ),
                action=self.tr("I know: go on with this ledger"),
            )
        elif trust.crowded:
            self.trust.show_info(crowded(trust.crowded), Tone.WAITING, next_step=crowded_step())
        elif trust.code_untaken:
            self.trust.show_info(
                self.tr("The recovery code is not put away yet."),
                Tone.WAITING,
                next_step=self.tr("Without it, a lost keyring breaks the log in two."),
            )
        else:
            self.trust.show_info(self.tr("The ledger is the one this computer remembers."), Tone.DONE)

    @Slot()
    def _on_yes(self) -> None:
        if self._trust is None:
            return
        self._begin()
        if self._trust.key_lost:
            self._read(self._desk.audit.begin_segment, self._on_decided)
        elif not self._trust.money_may_move or self._trust.elsewhere:
            self._read(partial(self._desk.audit.accept_older, self.proof.take()), self._on_decided)

    @Slot()
    def _on_restore_key(self) -> None:
        self._begin()
        self._read(partial(self._desk.audit.restore_key, self.typed.text()), self._on_decided)

    def _on_decided(self, _: object) -> None:
        self.proof.hide()
        self.typed.clear()
        self.trusted.emit()
        self.reload()

    @Slot()
    def _on_recovery(self) -> None:
        dialog = RecoveryDialog(self._desk, self._tasks, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.reload)
        dialog.open()

    @Slot()
    def _on_back_up(self) -> None:
        named = f"refund-desk-{self._desk.clock.now():%Y-%m-%d}.backup"
        file, _ = QFileDialog.getSaveFileName(self, self.tr("Write a backup"), named)
        if file:
            self.write_backup(Path(file))

    @Slot()
    def _on_go_back(self) -> None:
        dialog = WayBackDialog(self._desk, self._tasks, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.wanted.connect(self._on_way_back)
        dialog.open()

    @Slot(object, str)
    def _on_way_back(self, file: Path, who: str) -> None:
        self.accept()
        self.way_back_wanted.emit(file, who)

    def _on_backup(self, backup: Backup) -> None:
        self._end()
        sentence = self.tr("Written and checked: {file}").format(file=backup.file)
        self.notice.show_info(sentence, Tone.DONE)
        self._on_newest(backup.at)

    def _on_newest(self, at: datetime | None) -> None:
        if at is None:
            self._newest.setText(self.tr("No backup was written yet."))
            return
        days = (self._desk.clock.now() - at).days
        age = self.tr("%n day(s) old", "", days)
        self._newest.setText(self.tr("Newest backup: {time} ({age})").format(time=instant(at), age=age))

    def _on_error(self, error: ServiceError) -> None:
        self._end()
        self.notice.show_error(explain(error))
        self.proof.ask_after(error)

    def _read(self, call: Callable[[], T], on_result: Callable[[T], None]) -> None:
        self._tasks.read(call, owner=self, on_result=on_result, on_error=self._on_error)

    def _begin(self) -> None:
        self.notice.hide()
        self.progress.show()
        for button in (self.verify, self.back_up, self.restore_key, self.trust.action):
            button.setEnabled(False)

    def _end(self) -> None:
        self.progress.hide()
        for button in (self.verify, self.back_up, self.restore_key, self.trust.action):
            button.setEnabled(True)

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        worth = QLabel(
            self.tr(
                "The log shows accidents, cut or copied files, and edits by people without this login; not by"
                " the one who owns it."
            )
        )
        worth.setProperty("kind", "muted")
        worth.setWordWrap(True)
        self._newest.setProperty("kind", "muted")
        self._key = Row(self.tr("Recovery code that was put away"), self.typed)
        self._key.hide()
        self.restore_key.hide()
        tools = QHBoxLayout()
        tools.setSpacing(theme.S)
        for button in (self.recovery, self.verify, self.back_up, self.go_back):
            tools.addWidget(button)
        if self._desk.demo or self._desk.read_only:
            self.go_back.setEnabled(False)
            self.go_back.setToolTip(
                self.tr("The demo is emptied at every start.")
                if self._desk.demo
                else self.tr("Another program holds the ledger: close it first.")
            )
        tools.addStretch()
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.restore_key)
        foot.addWidget(self.leave)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        column.setSpacing(theme.M)
        head = Row(self.tr("Short code of the log"), self.head)
        above: tuple[QWidget, ...] = (self.trust, self.proof, self._key, head, self._newest)
        for part in above:
            column.addWidget(part)
        column.addLayout(tools)
        column.addWidget(self.progress)
        column.addWidget(self.check)
        column.addWidget(self.notice)
        column.addWidget(worth)
        column.addStretch()
        scroll = scrolled(body, bare=False)
        foot.setContentsMargins(theme.L, theme.S, theme.L, theme.M)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        self.setMinimumWidth(_NARROWEST)
        self.resize(fitting(_SIZE))


def newest_backup(desk: Desk) -> datetime | None:
    """On a worker: when the newest backup was written."""
    return desk.office().backups.newest()
