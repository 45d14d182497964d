"""Exactly what will be sent, secrets hidden, before it is sent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from gui.errors import explain
from gui.icons import icon
from gui.tasks import TaskRunner
from gui.theme import XS
from services.domain.errors import ServiceError

if TYPE_CHECKING:
    from services.desk import Desk
    from services.plans import Plan

_MOST_LINES = 14


class RequestView(QWidget):
    """The requests of a plan, as the gateway would get them; folded until asked for.

    Attributes:
        fold: Opens and closes it.
        text: The requests, one after another.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._plan: Plan | None = None
        self.fold = QToolButton()
        self.fold.setObjectName("request_fold")
        self.fold.setText(self.tr("Exactly what is sent (secrets hidden)"))
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setIcon(icon("next"))
        self.fold.setIconSize(QSize(14, 14))
        self.fold.setCheckable(True)
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setObjectName("request")
        self.text.setAccessibleName(self.tr("Exactly what is sent"))
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setTabChangesFocus(True)
        self.text.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(XS)
        layout.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.text)
        self.fold.toggled.connect(self._on_fold)

    def show_plan(self, plan: Plan) -> None:
        """Show another plan's requests."""
        self._plan = plan
        self.text.setPlainText(self.tr("Being written…"))
        if self.fold.isChecked():
            self._load()

    @Slot(bool)
    def _on_fold(self, opened: bool) -> None:  # noqa: FBT001  Qt's signature
        self.fold.setIcon(icon("more" if opened else "next"))
        self.text.setVisible(opened)
        if opened:
            self._load()

    def _load(self) -> None:
        if self._plan is not None:
            plan = self._plan
            self._tasks.read(
                partial(_preview, self._desk, plan),
                owner=self,
                on_result=self._on_written,
                on_error=self._on_failed,
            )

    def _on_written(self, written: tuple[Plan, tuple[str, ...]]) -> None:
        plan, requests = written
        if plan is not self._plan:
            return  # the person has gone on to another one
        text = "\n\n".join(requests)
        self.text.setPlainText(text)
        lines = min(_MOST_LINES, text.count("\n") + 2)
        self.text.setFixedHeight(lines * self.text.fontMetrics().lineSpacing() + 16)

    def _on_failed(self, error: ServiceError) -> None:
        self.text.setPlainText(explain(error).sentence)


def _preview(desk: Desk, plan: Plan) -> tuple[Plan, tuple[str, ...]]:
    """On a worker: it loads what writes the requests."""
    return plan, desk.reversals.preview(plan)
