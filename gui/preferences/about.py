"""What the program is, what it promises and what not, and whose work is inside."""

from __future__ import annotations

import platform
from importlib.metadata import version

from PySide6.QtCore import Qt, Slot, qVersion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.errors import explain
from gui.format import plain
from gui.preferences.licences import Inside, everything_inside
from gui.tasks import TaskRunner
from gui.widgets.notice import Notice
from services.domain.errors import ServiceError

_ROW = 28
_HEIGHT = 120
_WIDEST = 720
"""Pixels; longer lines are tiring to read."""


class AboutSection(QWidget):
    """Version, promises, licences. Nothing here can be changed.

    Attributes:
        table: The libraries.
        text: The licence of the one under the cursor.
    """

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside: list[Inside] = []
        self.table = QTableWidget(0, 3)
        self.text = QPlainTextEdit(readOnly=True)
        self.notice = Notice()
        self._lay_out()
        self.table.currentCellChanged.connect(self._on_chosen)
        tasks.read(everything_inside, owner=self, on_result=self._on_inside, on_error=self._on_error)

    def _on_inside(self, inside: list[Inside]) -> None:
        self._inside = inside
        self.table.setRowCount(len(inside))
        for line, one in enumerate(inside):
            for column, text in enumerate((one.name, one.version, one.licence or self.tr("see its text"))):
                self.table.setItem(line, column, QTableWidgetItem(plain(text, limit=80)))
        self.table.setCurrentCell(0, 0)

    def _on_error(self, error: ServiceError) -> None:
        self.notice.show_error(explain(error))

    @Slot()
    def _on_chosen(self) -> None:
        row = self.table.currentRow()
        if 0 <= row < len(self._inside):
            missing = self.tr("The package brings no text of its licence.")
            self.text.setPlainText(self._inside[row].text or missing)

    def _lay_out(self) -> None:
        name = QLabel(
            self.tr("Refund Desk {version}").format(version=version("refund-desk"))
            + f" · Python {platform.python_version()} · Qt {qVersion()}"
        )
        name.setFont(theme.font(bold=True))
        tabs = QTabWidget()
        tabs.setObjectName("about_tabs")
        tabs.addTab(self._promises(), self.tr("What is promised"))
        tabs.addTab(self._licences(), self.tr("Licences"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(name)
        column.addWidget(self.notice)
        column.addWidget(tabs, 1)

    def _promises(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.M, 0, 0)
        column.setSpacing(theme.S)
        column.addWidget(_head(self.tr("Promised")))
        for words in (
            self.tr(
                "One press, one request: a reversal is written down before it is sent, is sent once, and is"
                " never sent again by itself."
            ),
            self.tr(
                "“Failed” is said only when it is proven. Everything else is called unknown, locked, and"
                " looked up."
            ),
            self.tr(
                "Nothing is closed because time passed: evidence settles it, or a person and a second one."
            ),
            self.tr("Keys and passwords are in the system's keyring and nowhere else."),
        ):
            column.addWidget(_point(words))
        column.addSpacing(theme.S)
        column.addWidget(_head(self.tr("Not promised")))
        for words in (
            self.tr(
                "Two computers, or two users of one computer, have ledgers of their own and can pay the same"
                " sale twice; so can the gateway's own web panel. EsnekPOS is asked once more before sending,"
                " which narrows that to a moment. At Param nothing is asked: each ledger counts for itself,"
                " and together they can pay twice what is left. Only one ledger for all closes that."
            ),
            self.tr(
                "The log shows accidents and tampering by others, not by whoever owns this computer's login."
            ),
            self.tr(
                "What the gateways do not write in their documents is not known here; then the program takes"
                " the cautious reading."
            ),
        ):
            column.addWidget(_point(words))
        column.addStretch()
        return page

    def _licences(self) -> QWidget:
        said = QLabel(
            self.tr(
                "Refund Desk is under the MIT licence. Qt and PySide6 are used under the LGPL 3: they lie"
                " beside the program as files of their own and may be exchanged for others."
            )
        )
        said.setWordWrap(True)
        table = self.table
        table.setObjectName("licences")
        table.setAccessibleName(self.tr("Licences"))
        table.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Version"), self.tr("Licence")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setProperty("kind", "lines")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnWidth(0, 220)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(_HEIGHT)
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.text.setMinimumHeight(_HEIGHT)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, theme.M, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(said)
        column.addWidget(table, 2)
        column.addWidget(self.text, 1)
        return page


def _head(words: str) -> QLabel:
    label = QLabel(words)
    label.setFont(theme.font(bold=True))
    return label


def _point(words: str) -> QWidget:
    """Return a point of a list, its further lines below its first."""
    sign, said = QLabel("•"), QLabel(words)
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setWordWrap(True)
    said.setMaximumWidth(_WIDEST)
    sign.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    point = QWidget()
    row = QHBoxLayout(point)
    row.setContentsMargins(theme.S, 0, 0, 0)
    row.setSpacing(theme.S)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(said, 1)
    row.addStretch()
    return point
