"""What a person sees of a bug of ours: one sentence, what to do, and a part to pass on."""

from __future__ import annotations

import platform
import traceback
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.icons import icon
from gui.widgets.fields import CopyableLabel
from gui.widgets.row import Row


class CrashDialog(QDialog):
    """Says that the program made a mistake. One dialog, however often it breaks.

    Attributes:
        technical: What to pass on.
    """

    def __init__(
        self, reference: str, error: BaseException, log_file: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("crash")
        self.setWindowTitle(self.tr("Something went wrong in the program"))
        self.setMinimumWidth(560)
        sentence = QLabel(self.tr("The program made a mistake; what you were doing may not be complete."))
        sentence.setProperty("kind", "title")
        next_step = QLabel(
            self.tr(
                "Nothing is ever sent twice because of it. Look at your reversals before you try again,"
                " and pass the technical part on to whoever helps you."
            )
        )
        self.technical = QPlainTextEdit(readOnly=True)
        self.technical.setAccessibleName(self.tr("Technical part"))
        self.technical.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.technical.setMinimumHeight(200)
        self.technical.hide()
        self._fold = QToolButton()
        self._fold.setObjectName("fold")
        self._fold.setText(self.tr("Technical part"))
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setCheckable(True)
        self._fold.setIcon(icon("next"))
        self._fold.toggled.connect(self._unfold)
        self.add(reference, error)
        number = CopyableLabel(name=self.tr("Reference"))
        number.set_value(reference)
        where = QLabel(self.tr("Log file: {path}").format(path=log_file))
        where.setProperty("kind", "muted")
        for label in (sentence, next_step, where):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = QPushButton(self.tr("Copy the technical part"))
        copy.setObjectName("copy")
        copy.clicked.connect(self._copy)
        leave = QPushButton(self.tr("Close"))
        leave.setObjectName("leave")
        leave.setProperty("kind", "primary")
        leave.clicked.connect(self.reject)
        leave.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        named = Row(self.tr("Reference"), number)
        parts: tuple[QWidget, ...] = (sentence, next_step, named, self._fold, self.technical, where)
        for part in parts:
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(copy)
        row.addStretch()
        row.addWidget(leave)
        column.addLayout(row)
        leave.setFocus()

    def add(self, reference: str, error: BaseException) -> None:
        """Write one more exception into the technical part, without secrets."""
        from services.logs import without_secrets  # noqa: PLC0415  not before something broke

        head = f"{reference}\nrefund-desk {version('refund-desk')}, Python {platform.python_version()}"
        trace = "".join(traceback.format_exception(error))
        text = without_secrets(f"{head}, Qt {qVersion()}, {platform.platform()}\n\n{trace}")
        self.technical.appendPlainText(text)

    @Slot(bool)
    def _unfold(self, shown: bool) -> None:  # noqa: FBT001  Qt's signature
        self._fold.setIcon(icon("more" if shown else "next"))
        self.technical.setVisible(shown)
        self.adjustSize()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.technical.toPlainText())
