"""The recovery code: shown when the owner wants to see it, and kept nowhere by the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.errors import explain
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.fields import CopyableLabel
from gui.widgets.notice import Notice
from services.desk import Desk
from services.domain.errors import ServiceError

_WIDTH = 560


class RecoveryDialog(QDialog):
    """Offers the code, and wants to hear that it lies elsewhere. Until then it is offered again.

    The code is on the screen only after somebody pressed for it, and on the clipboard only after
    somebody copied it: a customer may be standing at the counter.

    Attributes:
        show_code: Brings the code.
        code: The code, once it was brought.
        understood: Ticked by who has written it down; only then can it be said.
        confirm: Says that it is put away.
        leave: Later.
        notice: Why it can't be shown.
    """

    taken = Signal()
    """The code is put away: it is offered no more."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recovery_dialog")
        self.setWindowTitle(self.tr("Recovery code"))
        self.setMinimumWidth(_WIDTH)
        self._desk = desk
        self._tasks = tasks
        self.show_code = QPushButton(self.tr("Show the code"))
        self.show_code.setObjectName("show_code")
        self.show_code.setProperty("kind", "primary")
        self.code = CopyableLabel(name=self.tr("Recovery code"), kind="title")
        self.code.setObjectName("code")
        self.understood = QCheckBox(self.tr("I wrote it down, and it does not lie beside this computer"))
        self.understood.setObjectName("understood")
        self.confirm = QPushButton(self.tr("It is put away"))
        self.confirm.setObjectName("confirm")
        self.confirm.setProperty("kind", "primary")
        self.leave = QPushButton(self.tr("Later"))
        self.leave.setObjectName("leave")
        self.notice = Notice()
        self._lay_out()
        self.resize(_WIDTH, 0)
        self._fit()
        self.show_code.clicked.connect(self._on_show)
        self.understood.toggled.connect(self.confirm.setEnabled)
        self.confirm.clicked.connect(self._on_confirm)
        self.leave.clicked.connect(self.reject)

    @Slot()
    def _on_show(self) -> None:
        self.show_code.setEnabled(False)
        self.notice.hide()
        self._tasks.read(
            self._desk.audit.recovery_code, owner=self, on_result=self._on_code, on_error=self._on_failed
        )

    def _on_code(self, code: str) -> None:
        self.code.set_value(code)
        self._hidden.hide()
        self._shown.show()
        self.understood.setEnabled(True)
        self.understood.setFocus()
        self._fit()

    @Slot()
    def _on_confirm(self) -> None:
        self.confirm.setEnabled(False)
        self.notice.hide()
        self._tasks.read(
            self._desk.audit.put_code_away, owner=self, on_result=self._on_taken, on_error=self._on_failed
        )

    def _on_taken(self, _: None) -> None:
        self.taken.emit()
        self.accept()

    def _on_failed(self, error: ServiceError) -> None:
        self.show_code.setEnabled(True)
        self.confirm.setEnabled(self.understood.isChecked())
        self.notice.show_error(explain(error))
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is written needs: Qt would make it two thirds of a small screen at most."""
        width = max(self.width(), _WIDTH)
        self.resize(width, self._column.totalHeightForWidth(width))

    def _lay_out(self) -> None:
        title = _text(self.tr("Put the recovery code away from this computer."))
        title.setProperty("kind", "title")
        worth = _text(
            self.tr(
                "The log of who did what is sealed with a key, and the key lies in this computer's keyring."
                " If the computer breaks, or its keyring is lost, money waits until this code brings the key"
                " back."
            )
        )
        secret = _text(
            self.tr("Write it down on paper. Show it to nobody: with it the log could be rewritten unseen.")
        )
        secret.setProperty("kind", "muted")
        self._hidden = _card(_text(self.tr("The code is hidden. Look who is beside you.")), self.show_code)
        self._shown = _card(self.code)
        self._shown.hide()
        self.understood.setEnabled(False)
        self.confirm.setEnabled(False)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.confirm)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        for part in (title, worth, self._hidden, self._shown, secret, self.understood, self.notice):
            column.addWidget(part)
        column.addLayout(foot)
        if self._desk.demo:
            self.notice.show_info(
                self.tr("This is the demo: its key goes when it is closed, so there is nothing to put away."),
                Tone.ACCENT,
            )
        for button in (self.show_code, self.leave, self.confirm):
            button.setAutoDefault(
                False
            )  # it may open while somebody types a reference, and ends it with Enter
        title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        title.setFocus()


def _text(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _card(*parts: QWidget) -> QWidget:
    card = QFrame()
    card.setProperty("kind", "card")
    row = QHBoxLayout(card)
    row.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
    row.setSpacing(theme.M)
    for part in parts:
        row.addWidget(part, 1 if isinstance(part, QLabel) else 0)
    return card
