"""Going back to a backup: what is in it, what would be forgotten, and a word typed on purpose."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.errors import Explained, explain
from gui.format import instant, plain
from gui.seat.owner_proof_edit import OwnerProofEdit
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.notice import Notice
from gui.widgets.on_screen import fitting
from gui.widgets.scroll import scrolled
from gui.widgets.typed_word import TypedWord
from services.desk import Desk
from services.domain.errors import InProgress, LedgerFault, LedgerUnavailable, ServiceError
from services.owner_proof import Proof
from services.way_back import Candidate

_SIZE = QSize(600, 480)
_NARROWEST = 540


class WayBackDialog(QDialog):
    """Looks at a file first. The desk is closed and opened again by whoever hears `wanted`.

    Attributes:
        choose: Asks for a file.
        facts: What is in it, beside what is here.
        warning: What going back means, or why it can't be.
        word: Typed on purpose.
        proof: Where an owner's PIN is typed, once it is asked for.
        confirm: Goes back.
        leave: The way out.
        notice: Why the file is none, or why it can't be done.
    """

    wanted = Signal(object, str)
    """Carries the `Path` of a copy that is to take the ledger's place, and who wants it."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("way_back")
        self.setWindowTitle(self.tr("Go back to a backup"))
        self._desk = desk
        self._tasks = tasks
        self._candidate: Candidate | None = None
        self.choose = QPushButton(self.tr("Choose the backup…"))
        self.choose.setObjectName("choose_backup")
        self.facts = _Facts()
        self.warning, self.notice = Notice(), Notice()
        self.proof = OwnerProofEdit()
        self.proof.hide()
        self.word = TypedWord(self.tr("RESTORE"))  # L10N: tr "DÖN"
        self.confirm = QPushButton(self.tr("Go back to this backup"))
        self.confirm.setObjectName("confirm")
        self.confirm.setProperty("kind", "danger")
        self.leave = QPushButton(self.tr("Leave it"))  # L10N: tr "Vazgeç", never "İptal"
        self.leave.setObjectName("leave")
        self._lay_out()
        self._offer()
        self.choose.clicked.connect(self._on_choose)
        self.word.matched.connect(self._offer)
        self.confirm.clicked.connect(self._on_confirm)
        self.leave.clicked.connect(self.reject)

    def look_at(self, file: Path) -> None:
        """Check a file, and show what is in it. It is only looked at."""
        self._candidate = None
        self.choose.setEnabled(False)
        self.notice.show_info(self.tr("The file is read from end to end…"), Tone.ACCENT)
        for part in (self.facts, self.warning, self._ask):
            part.hide()
        self._offer()
        office = self._desk.office
        self._tasks.read(
            lambda: office().way_back.look_at(file),
            owner=self,
            on_result=self._on_looked,
            on_error=partial(self._on_no_copy, file),
        )

    @Slot()
    def _on_choose(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the backup"))
        if file:
            self.look_at(Path(file))

    def _on_looked(self, candidate: Candidate) -> None:
        self._candidate = candidate
        self.choose.setEnabled(True)
        self.notice.hide()
        self.facts.show_candidate(candidate)
        self._warn(candidate)
        self._ask.setVisible(not candidate.open)
        self.word.clear()
        self._offer()
        if not candidate.open:
            self.word.setFocus()

    def _warn(self, candidate: Candidate) -> None:
        if candidate.open:
            self.warning.show_info(
                self.tr("%n reversal(s) here have no certain end yet.", "", candidate.open),
                Tone.REFUSED,
                next_step=self.tr(
                    "Going back would forget that their orders are locked. Settle them first, under Unknown."
                ),
            )
        elif not candidate.ours:
            self.warning.show_info(
                self.tr("This is the backup of another ledger, not of this one."),
                Tone.REFUSED,
                next_step=self.tr(
                    "Its log can be checked only with its own recovery code. What this ledger knows stays"
                    " in the file that is kept aside."
                ),
            )
        elif candidate.forgotten:
            self.warning.show_info(
                self.tr(
                    "%n reversal(s) that this computer knows of are not in this backup.",
                    "",
                    candidate.forgotten,
                ),
                Tone.REFUSED,
                next_step=self.tr(
                    "They happened all the same. Afterwards nothing is sent until an owner has looked and"
                    " says so in Safekeeping."
                ),
            )
        else:
            self.warning.show_info(
                self.tr("No reversal is missing from this backup."),
                Tone.DONE,
                next_step=self.tr("Afterwards an owner confirms in Safekeeping, before anything is sent."),
            )

    def _on_no_copy(self, file: Path, error: ServiceError) -> None:
        self.choose.setEnabled(True)
        self.notice.show_error(about_copy(file, error))

    @Slot()
    def _on_confirm(self) -> None:
        if self._candidate is None:
            return
        file = self._candidate.file
        self.confirm.setEnabled(False)
        self.notice.hide()
        self._tasks.read(
            partial(_leave_for, self._desk, file, self.proof.take()),
            owner=self,
            on_result=self._on_may,
            on_error=self._on_may_not,
        )

    def _on_may(self, who: str) -> None:
        if self._tasks.writing:
            self._offer()
            self.notice.show_info(
                self.tr("Money is on the move."),
                Tone.WAITING,
                next_step=self.tr("Wait until it is clear how it went, and press again."),
            )
        elif self._candidate is not None:
            self.accept()
            self.wanted.emit(self._candidate.file, who)

    def _on_may_not(self, error: ServiceError) -> None:
        self._offer()
        self.notice.show_error(explain(error))
        self.proof.ask_after(error)
        if isinstance(error, InProgress) and self._candidate is not None:
            self.look_at(self._candidate.file)  # one was begun meanwhile: say what is in the way now

    @Slot()
    def _offer(self) -> None:
        there = self._candidate is not None and not self._candidate.open
        self.confirm.setEnabled(there and self.word.is_matched)

    def _lay_out(self) -> None:
        said = _text(
            self.tr(
                "The desk is closed, the backup takes the ledger's place, and the desk is opened again. The"
                " ledger of now is kept aside, and nothing of it is deleted."
            )
        )
        label = QLabel(self.tr("Type {word} to go on:").format(word=self.word.word))
        label.setBuddy(self.word)
        self._ask = QWidget()
        row = QHBoxLayout(self._ask)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        row.addWidget(label)
        row.addWidget(self.word)
        row.addStretch()
        self._ask.hide()
        for button in (self.choose, self.confirm, self.leave):
            button.setAutoDefault(False)
        file = QHBoxLayout()
        file.addWidget(self.choose)
        file.addStretch()
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        column.setSpacing(theme.M)
        column.addWidget(said)
        column.addLayout(file)
        for part in (self.facts, self.warning, self._ask):
            column.addWidget(part)
        column.addStretch()
        scroll = scrolled(body, bare=False)
        asked = QVBoxLayout()  # outside of what scrolls: it is asked for last, and must be seen
        asked.setContentsMargins(theme.L, 0, theme.L, 0)
        asked.setSpacing(theme.S)
        asked.addWidget(self.proof)
        asked.addWidget(self.notice)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.L, theme.S, theme.L, theme.M)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.confirm)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(asked)
        layout.addLayout(foot)
        self.setMinimumWidth(_NARROWEST)
        self.resize(fitting(_SIZE))


class _Facts(QFrame):
    """What is in a copy, line by line, beside what is here."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("backup_facts")
        self.setProperty("kind", "card")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        self._grid.setHorizontalSpacing(theme.L)
        self._grid.setVerticalSpacing(theme.XS)
        self._grid.setColumnStretch(1, 1)
        self._values = [self._row(row, name) for row, name in enumerate(self._names())]
        self.hide()

    def show_candidate(self, candidate: Candidate) -> None:
        """Show what was found."""
        contents = candidate.contents
        never = self.tr("none")
        remembered = candidate.remembered
        said = (
            plain(str(candidate.file)),
            instant(contents.until) if contents.until is not None else never,
            str(contents.intents),
            instant(contents.newest) if contents.newest is not None else never,
            str(candidate.here),
            never if remembered is None else str(remembered),
            self.tr("matches")
            if contents.has_checksum
            else self.tr("none lies beside it: every row was read, which shows most damage and not all"),
        )
        for label, words in zip(self._values, said, strict=True):
            label.setText(words)
        self.show()

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("File"),
            self.tr("Last entry in its log"),
            self.tr("Reversals in it"),
            self.tr("The newest of them"),
            self.tr("Reversals in the ledger now"),
            self.tr("Reversals this computer remembers"),
            self.tr("Checksum"),
        )

    def _row(self, row: int, name: str) -> QLabel:
        label, value = QLabel(name), _text("")
        label.setProperty("kind", "muted")
        label.setBuddy(value)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(value, row, 1)
        return value


def _leave_for(desk: Desk, file: Path, proof: Proof) -> str:
    """On a worker: write down that the owner goes back."""
    return desk.office().way_back.leave_for(file, proof)


def about_copy(file: Path, error: ServiceError) -> Explained:
    """Say it of the file that was chosen: elsewhere these faults are the ledger's own."""
    said = explain(error)
    if not isinstance(error, LedgerUnavailable):
        return said
    translate = QCoreApplication.translate
    path = plain(str(file))
    if error.fault is LedgerFault.CORRUPT:
        sentence = translate("WayBack", "This backup is damaged: {path}").format(path=path)
    elif error.fault is LedgerFault.NEWER:
        sentence = translate("WayBack", "A newer version of this program wrote this backup: {path}").format(
            path=path
        )
    elif error.fault is LedgerFault.BEFORE_RELEASE:
        sentence = translate(
            "WayBack", "A test version from before the first release wrote this backup: {path}"
        ).format(path=path)
    else:
        sentence = translate("WayBack", "This file is no backup of a ledger: {path}").format(path=path)
    next_step = translate("WayBack", "Nothing was changed. Choose another file.")
    return Explained(sentence, next_step, said.technical)


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
