"""Whether this computer listens for what EsnekPOS posts to BACK_URL, where, and what came."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.errors import explain
from gui.icons import icon
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.choice import Choice
from gui.widgets.fields import CopyableLabel
from gui.widgets.notice import Notice
from gui.widgets.row import Row
from services.back_url import PORTS, Chosen, Standing
from services.callbacks import Post
from services.desk import Desk
from services.domain.errors import InputProblem, InvalidInput, ServiceError

_NARROW = 160


class BackUrlSection(QWidget):
    """An owner's switch. In the demo it only shows what is on.

    Attributes:
        on, port, where: What is chosen.
        confirm: Takes it over.
        standing: Whether it listens.
        address: Where; can be copied.
        counts: What came since the program was started.
        again: Reads that anew.
        notice: How what was pressed last went.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._fixed = desk.demo or desk.read_only
        self.on = QCheckBox(self.tr("Listen on this computer for what EsnekPOS posts to BACK_URL"))
        self.on.setObjectName("back_url_on")
        self.port = QLineEdit()
        self.port.setObjectName("back_url_port")
        self.port.setMaximumWidth(_NARROW)
        self.port.setMaxLength(5)
        self.port.setValidator(QIntValidator(0, PORTS.stop - 1, self.port))
        self.where = Choice()
        self.where.setObjectName("back_url_where")
        self.where.setMaximumWidth(2 * _NARROW)
        self.where.addItem(self.tr("This computer alone"), False)
        self.where.addItem(self.tr("The whole network"), True)
        self.confirm = QPushButton(self.tr("Take over"))
        self.confirm.setObjectName("back_url_confirm")
        self.confirm.setProperty("kind", "primary")
        self.standing, self.notice = Notice(), Notice()
        self.address = CopyableLabel(name=self.tr("Address"))
        self.counts = QLabel()
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.counts.setWordWrap(True)
        self.again = QPushButton(icon("refresh"), self.tr("Count again"))
        self.again.setObjectName("back_url_again")
        self._lay_out()
        self.on.toggled.connect(self._offer)
        self.confirm.clicked.connect(self._on_confirm)
        self.again.clicked.connect(self.reload)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read what is chosen, and what came."""
        call = partial(_standing, self._desk)
        self._tasks.read(call, owner=self, on_result=self._show, on_error=self._on_error)

    @Slot()
    def _on_confirm(self) -> None:
        self.confirm.setEnabled(False)
        self.notice.hide()
        self._port.set_problem("")
        chosen = Chosen(
            on=self.on.isChecked(), port=int(self.port.text() or 0), everywhere=self.where.currentData()
        )
        office = self._desk.office
        self._tasks.read(
            lambda: office().back_url.choose(chosen),
            owner=self,
            on_result=self._on_chosen,
            on_error=self._on_error,
        )

    def _on_chosen(self, standing: Standing) -> None:
        self._show(standing)
        self.notice.show_info(self.tr("Saved."), Tone.DONE)

    def _show(self, standing: Standing) -> None:
        chosen = standing.chosen
        self.on.setChecked(chosen.on)
        self.port.setText(str(chosen.port))
        self.where.setCurrentIndex(self.where.findData(chosen.everywhere))
        if standing.address is not None:
            self.standing.show_info(self.tr("It listens."), Tone.DONE)
            self.address.set_value(standing.address)
        elif standing.failed:
            self.standing.show_info(
                self.tr("It should listen, and can't: something else has port {port}.").format(
                    port=chosen.port
                ),
                Tone.WAITING,
                next_step=self.tr("Close the other program, or choose another port."),
            )
        else:
            self.standing.show_info(self.tr("It does not listen."), Tone.NEUTRAL)
        self._address.setVisible(standing.address is not None)
        self.counts.setText(_counted(standing))
        self._offer()

    def _on_error(self, error: ServiceError) -> None:
        self._offer()
        if isinstance(error, InvalidInput) and error.field == "port":
            taken = error.problem is InputProblem.ALREADY_THERE
            self._port.set_problem(
                self.tr("Something else listens at this port. Choose another one.")
                if taken
                else self.tr("A port is a number from {first} to {last}.").format(
                    first=PORTS.start, last=PORTS.stop - 1
                )
            )
            self.port.setFocus()
            return
        self.notice.show_error(explain(error))

    @Slot()
    def _offer(self) -> None:
        self.on.setEnabled(not self._fixed)
        self.confirm.setEnabled(not self._fixed)
        self.confirm.setVisible(not self._fixed)
        for row in (self._port, self._where):
            row.setVisible(self.on.isChecked() and not self._fixed)

    def _lay_out(self) -> None:
        worth = _muted(
            self.tr(
                "For a shop with a tunnel: give the tunnel's https address as BACK_URL in the account, and"
                " lead it to the address below. A post is not signed, so it is only a hint: it starts a"
                " query, and its own words are never believed. Without it everything is looked up all the"
                " same."
            )
        )
        self._port = Row(self.tr("Port"), self.port)
        self._where = Row(
            self.tr("Who may post"),
            self.where,
            hint=self.tr("The whole network only where the tunnel runs on another computer."),
        )
        self._address = Row(self.tr("Address"), self.address)
        self._address.hide()
        foot = QHBoxLayout()
        foot.setSpacing(theme.S)
        foot.addWidget(self.confirm)
        foot.addWidget(self.again)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(worth)
        column.addWidget(self.on)
        if self._fixed:
            column.addWidget(_muted(self.tr("Here it is only shown: nothing can be chosen.")))
        for part in (self._port, self._where, self.standing, self._address):
            column.addWidget(part)
        column.addWidget(Row(self.tr("Since the program was started"), self.counts))
        column.addWidget(self.notice)
        column.addLayout(foot)
        column.addStretch(1)


def _counted(standing: Standing) -> str:
    """Say what came, a line for each kind."""
    translate = QCoreApplication.translate
    if not standing.counts:
        return translate("BackUrl", "Nothing came yet.")
    words = _words()
    lines = [f"{words[post]}: {count}" for post, count in standing.counts.items()]
    total = translate("BackUrl", "Received: {count}").format(count=sum(standing.counts.values()))
    return "\n".join([total, *sorted(lines)])


def _words() -> dict[Post, str]:
    translate = QCoreApplication.translate
    return {
        Post.TAKEN: translate("BackUrl", "Led to a query"),
        Post.UNKNOWN: translate("BackUrl", "About nothing that is watched"),
        Post.REPEATED: translate("BackUrl", "Said before"),
        Post.UNHEARD: translate("BackUrl", "Not heard, the ledger could not be read"),
        Post.FLOOD: translate("BackUrl", "Refused, too many at once"),
        Post.WRONG_PATH: translate("BackUrl", "Refused, another address"),
        Post.WRONG_METHOD: translate("BackUrl", "Refused, no post"),
        Post.WRONG_TYPE: translate("BackUrl", "Refused, no form"),
        Post.TOO_LARGE: translate("BackUrl", "Refused, too large"),
        Post.UNREADABLE: translate("BackUrl", "Refused, cut short or without a reference"),
    }


def _muted(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", "muted")
    label.setWordWrap(True)
    return label


def _standing(desk: Desk) -> Standing:
    """On a worker: what is chosen, and what came."""
    return desk.office().back_url.standing()
