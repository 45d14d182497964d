"""A bug of ours: written into the log, and told in one sentence with a part to pass on.

Errors that can be foreseen are `ServiceError`s and shown in place. What comes here is everything
else. Nothing is sent again because of it: the journal knows what was sent, crash or no crash.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from importlib.metadata import version
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
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
from gui.widgets.reference import refer
from gui.widgets.row import Row

_log = logging.getLogger(__name__)


class CrashReporter(QObject):
    """Catches what nobody caught, on every thread, while it is installed. Lives on the GUI thread."""

    _caught = Signal(object)
    """Carries a reference and an exception from whatever thread it ended to the GUI thread."""

    def __init__(self, log_file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log_file = log_file
        self._shown: CrashDialog | None = None
        self._hooks_before = (sys.excepthook, threading.excepthook)
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over both of Python's hooks."""
        self._hooks_before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._hooks_before

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        reference = refer(f"{kind.__name__}, which nobody caught")
        _log.critical("nobody caught this: %s", reference, exc_info=(kind, error, trace))
        self._caught.emit((reference, error))

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(object)
    def _show(self, caught: tuple[str, BaseException]) -> None:
        reference, error = caught
        if self._shown is not None and self._shown.isVisible():
            self._shown.add(reference, error)
            return
        self._shown = CrashDialog(reference, error, self._log_file, QApplication.activeWindow())
        self._shown.open()


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
