"""The doctor examines one account's way to its gateway, before a person's eyes."""

from __future__ import annotations

import platform
from collections.abc import Callable
from importlib.metadata import version

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.doctor.step_row import StepRow
from gui.doctor.words import health_name, said, step_name
from gui.errors import explain
from gui.format import instant
from gui.icons import icon
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.environment import EnvironmentBand
from gui.widgets.notice import Notice
from gui.widgets.on_screen import fitting
from gui.widgets.scroll import scrolled
from gui.wording import called
from services.desk import Desk
from services.doctor import Examination
from services.domain.account import Account, Secrets
from services.domain.diagnosis import Check
from services.domain.errors import ServiceError

_SIZE = QSize(720, 640)


class DoctorDialog(QDialog):
    """Takes one step after the other, each on a worker, and shows each as it is found.

    It never moves money. Stopping takes no further step; the one under way ends by itself.

    Attributes:
        rows: What each step has found.
        notice: What it comes to.
        again: Looks once more; stops while it is looking.
        copy: Copies what was found, to be passed on.
    """

    ended = Signal(object)
    """Carries the `Examination` when every step was taken."""

    def __init__(
        self,
        desk: Desk,
        tasks: TaskRunner,
        account: Account,
        typed: Secrets | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("doctor")
        self.setWindowTitle(self.tr("Connection doctor"))
        self._desk = desk
        self._tasks = tasks
        self._account = account
        self._typed = typed
        self._examination: Examination | None = None
        self._drop: Callable[[], None] | None = None
        self.rows = {check: StepRow(check) for check in Check}
        self.notice = Notice()
        self.again = self._button("again", "", "refresh")
        self.copy = self._button("copy", self.tr("Copy the report"), "copy")
        self.leave = self._button("leave", self.tr("Close"))
        self._lay_out()
        self.again.clicked.connect(self._on_again)
        self.copy.clicked.connect(self._on_copy)
        self.leave.clicked.connect(self.reject)
        self.look()

    @property
    def looking(self) -> bool:
        """Whether a step is under way."""
        return self._drop is not None

    @property
    def examination(self) -> Examination | None:
        """How far it has come; None before the first step."""
        return self._examination

    @property
    def report(self) -> str:
        """What was found, as text. There is no secret in it."""
        head = [
            self.tr("Connection doctor"),
            called(self._account),
            self._account.merchant,
            instant(self._desk.clock.now()),
            f"refund-desk {version('refund-desk')}, {platform.platform()}",
            "",
        ]
        lines = []
        for one in self._examination.findings if self._examination is not None else ():
            sentence, step = said(one, self._desk.clock.now())
            lines.append(f"{step_name(one.check)}: {health_name(one.health)}. {sentence}")
            lines += [f"    {part}" for part in (step, one.detail) if part]
        return "\n".join([*head, *lines])

    def look(self) -> None:
        """Begin from the first step."""
        for row in self.rows.values():
            row.wait()
        self._examination = None
        self.copy.setEnabled(False)
        self.notice.show_info(
            self.tr("Looking at the way to the gateway…"),
            Tone.WAITING,
            next_step=self.tr("No money moves: nothing but a harmless query is sent."),
        )
        office, account, typed = self._desk.office, self._account, self._typed
        self._step(lambda: office().doctor.begin(account, typed))

    def done(self, result: int) -> None:
        """Close; no further step is taken."""
        self._stop()
        super().done(result)

    def _step(self, call: Callable[[], Examination]) -> None:
        self._drop = self._tasks.read(call, owner=self, on_result=self._on_step, on_error=self._on_error)
        self._offer()

    def _on_step(self, so_far: Examination) -> None:
        self._examination = so_far
        self._drop = None
        if so_far.findings:
            newest = so_far.findings[-1]
            self.rows[newest.check].show_found(newest.health, said(newest, self._desk.clock.now()))
        if so_far.next is not None:
            self.rows[so_far.next].look()
            office = self._desk.office
            self._step(lambda: office().doctor.step(so_far))
            return
        self._sum_up(so_far)
        self._offer()
        self.ended.emit(so_far)

    def _on_error(self, error: ServiceError) -> None:
        self._stop()
        self.notice.show_error(explain(error))

    def _sum_up(self, found: Examination) -> None:
        worst = found.worst
        if worst is None:
            self.notice.show_info(self.tr("Nothing stands in the way."), Tone.DONE)
            return
        sentence, step = said(worst, self._desk.clock.now())
        self.notice.show_info(sentence, Tone.REFUSED, next_step=step)

    def _stop(self) -> None:
        if self._drop is not None:
            self._drop()
            self._drop = None
            taken = len(self._examination.findings) if self._examination is not None else 0
            for check in list(Check)[taken:]:
                self.rows[check].stop()
            self.notice.show_info(self.tr("Stopped. What was found so far stands below."), Tone.NEUTRAL)
        self._offer()

    @Slot()
    def _on_again(self) -> None:
        if self.looking:
            self._stop()
        else:
            self.look()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.copy.setText(self.tr("Copied"))

    def _offer(self) -> None:
        self.again.setText(self.tr("Stop") if self.looking else self.tr("Look again"))
        self.copy.setEnabled(self._examination is not None and not self.looking)
        self.copy.setText(self.tr("Copy the report"))

    def _button(self, name: str, text: str, drawing: str = "") -> QPushButton:
        button = QPushButton(text)
        if drawing:
            button.setIcon(icon(drawing))
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        band = EnvironmentBand()
        band.show_environment(self._account.environment)
        title = QLabel(called(self._account))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("kind", "title")
        title.setWordWrap(True)
        card = QFrame()
        card.setProperty("kind", "card")
        steps = QVBoxLayout(card)
        steps.setContentsMargins(0, theme.XS, 0, theme.XS)
        steps.setSpacing(0)
        for row in self.rows.values():
            steps.addWidget(row)
        steps.addStretch()
        scroll = scrolled(card, bare=False, to_be_read=True)
        foot = QHBoxLayout()
        foot.setSpacing(theme.S)
        foot.addWidget(self.again)
        foot.addWidget(self.copy)
        foot.addStretch()
        foot.addWidget(self.leave)
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        inside.setSpacing(theme.M)
        inside.addWidget(title)
        inside.addWidget(self.notice)
        inside.addWidget(scroll, 1)
        inside.addLayout(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(band)
        layout.addLayout(inside, 1)
        self.resize(fitting(_SIZE))
