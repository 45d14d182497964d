"""A bug of ours: written into the log, and told in one sentence with a part to pass on.

Errors that can be foreseen are `ServiceError`s and shown in place. What comes here is everything
else. Nothing is sent again because of it: the journal knows what was sent, crash or no crash.
"""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.widgets.reference import refer

if TYPE_CHECKING:
    from gui.crash_dialog import CrashDialog

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
        from gui.crash_dialog import CrashDialog  # noqa: PLC0415  not before something broke

        self._shown = CrashDialog(reference, error, self._log_file, QApplication.activeWindow())
        self._shown.open()
