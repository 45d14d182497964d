"""What of one reversal can be taken along: its slip, and the file for the gateway's support."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from gui.errors import explain
from gui.format import plain
from gui.icons import icon
from gui.tasks import TaskRunner
from gui.theme import S, Tone
from gui.widgets.notice import Notice
from services.domain.errors import ServiceError
from services.domain.reversal import Intent

if TYPE_CHECKING:
    from services.desk import Desk


class Papers(QWidget):
    """Two buttons and what came of them.

    Attributes:
        slip: Opens the slip; hidden where there is none.
        support: Asks for a place and writes the file for the gateway's support.
        notice: How that went.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._intent: Intent | None = None
        self._hands_out_slip = True
        self.slip = _button("slip", self.tr("Slip…"), "slip")
        self.slip.setToolTip(self.tr("See the slip for the customer, print it or save it"))
        self.support = _button("support", self.tr("Support file…"), "support")
        self.support.setToolTip(
            self.tr("Save everything about this for the gateway's support, without secrets")
        )
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.hide()
        self.notice = Notice()
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.slip)
        row.addWidget(self.support)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addLayout(row)
        layout.addWidget(self.progress)
        layout.addWidget(self.notice)
        self.slip.clicked.connect(self._on_slip)
        self.support.clicked.connect(self._on_support)

    def show_intent(self, intent: Intent) -> None:
        """Be about an intent, as it stands."""
        if self._intent is not None and self._intent.id != intent.id:
            self.notice.hide()
        self._intent = intent
        self.slip.setVisible(self._hands_out_slip and intent.has_slip)

    def leave_slip_to_another(self) -> None:
        """One slip covers everything of one confirmation: it is offered once."""
        self._hands_out_slip = False
        self.slip.hide()

    def save_support_to(self, file: Path) -> None:
        """Write the file for the support; what is there under that name is replaced."""
        if self._intent is None:
            return
        from gui.slips.support_file import save_support  # noqa: PLC0415  loads what paper needs

        self.notice.hide()
        self.progress.show()
        self.support.setEnabled(False)
        self._tasks.read(
            partial(save_support, self._desk, self._intent.id, file),
            owner=self,
            on_result=self._on_saved,
            on_error=self._on_error,
        )

    @Slot()
    def _on_slip(self) -> None:
        if self._intent is None:
            return
        from gui.slips.dialog import SlipDialog  # noqa: PLC0415  made when opened

        dialog = SlipDialog(self._desk, self._tasks, self._intent, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot()
    def _on_support(self) -> None:
        if self._intent is None:
            return
        from gui.widgets.saving import chosen_file, file_name, save_dialog  # noqa: PLC0415  made when opened

        name = file_name(
            self.tr("support"), self._intent.draft.order.reference, str(self._intent.id), suffix="zip"
        )
        dialog = save_dialog(self, self.tr("Save the support file"), name, kind="ZIP", suffix="zip")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._on_file(chosen_file(dialog)))
        dialog.open()

    def _on_file(self, file: Path | None) -> None:
        if file is not None:
            self.save_support_to(file)

    def _on_saved(self, file: Path) -> None:
        self._end()
        self.notice.show_info(
            self.tr("Saved: {file}").format(file=plain(str(file), limit=160)),
            Tone.DONE,
            next_step=self.tr("Send it to the gateway's support. No key or password is in it."),
        )

    def _on_error(self, error: ServiceError) -> None:
        self._end()
        self.notice.show_error(explain(error))

    def _end(self) -> None:
        self.progress.hide()
        self.support.setEnabled(True)


def _button(name: str, text: str, drawing: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setProperty("kind", "link")
    button.setIcon(icon(drawing))
    button.setAutoDefault(False)
    return button
