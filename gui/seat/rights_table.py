"""Who may do what, as a table to read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from gui.icons import icon
from gui.roles import right_name, role_name
from gui.theme import Tone
from services.domain.operator import RIGHTS, Right, Role

_ROW = 30
_ROLE_WIDTH = 100


class RightsTable(QTableWidget):
    """One row a right, one column a role, a tick where the role has it. It can't be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        roles, rights = list(Role), list(Right)
        super().__init__(len(rights), 1 + len(roles), parent)
        self.setObjectName("rights")
        self.setAccessibleName(self.tr("Who may do what"))
        self.setHorizontalHeaderLabels(["", *(role_name(role) for role in roles)])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setProperty("kind", "lines")
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultSectionSize(_ROLE_WIDTH)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for row, right in enumerate(rights):
            self.setItem(row, 0, QTableWidgetItem(right_name(right)))
            for column, role in enumerate(roles, start=1):
                self._put(row, column, may=right in RIGHTS[role])

    def _put(self, row: int, column: int, *, may: bool) -> None:
        item = QTableWidgetItem()
        said = self.tr("yes") if may else self.tr("no")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
        if may:
            item.setIcon(icon("check", Tone.DONE))
        else:
            item.setText("\N{EN DASH}")
            item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setItem(row, column, item)
