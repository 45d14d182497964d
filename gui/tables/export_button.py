"""Dışa aktar…, beside a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton

from gui.icons import icon
from gui.tasks import TaskRunner

if TYPE_CHECKING:
    from services.desk import Desk
    from services.tables.cells import Sheet


class ExportButton(QToolButton):
    """Exports the list it stands beside; Ctrl+E presses the one that can be seen.

    Args:
        desk: The desk.
        tasks: Runs what the file takes.
        sheet: The list as it stands on the screen now: asked on the GUI thread, when it is pressed. Its
            rows are read on a worker, so they must not know a widget.
        wordless: There is room for the icon only.
    """

    def __init__(
        self, desk: Desk, tasks: TaskRunner, sheet: Callable[[], Sheet], *, wordless: bool = False
    ) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._sheet = sheet
        self.setText(self.tr("Export…"))
        self.setObjectName("export")
        self.setIcon(icon("export"))
        self.setIconSize(QSize(16, 16))
        style = Qt.ToolButtonStyle
        self.setToolButtonStyle(style.ToolButtonIconOnly if wordless else style.ToolButtonTextBesideIcon)
        self.setAccessibleName(self.tr("Export…"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setShortcut("Ctrl+E")
        self.setToolTip(self.tr("Write this list into a file (Ctrl+E)"))
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        from gui.tables.export_dialog import ExportDialog  # noqa: PLC0415  made when opened

        dialog = ExportDialog(self._desk, self._tasks, self._sheet(), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
