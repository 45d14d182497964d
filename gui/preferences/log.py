"""The audit log to be read: newest first, a page at a time, to be searched, checked and taken along."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.errors import explain
from gui.format import tip
from gui.icons import icon
from gui.preferences.log_sheet import log_sheet, log_titles, log_words_of, looked_for
from gui.preferences.log_words import act_name
from gui.seat.log_check import LogCheck
from gui.tables.export_button import ExportButton
from gui.tasks import TaskRunner
from gui.widgets.choice import Choice
from gui.widgets.notice import Notice
from services.desk import Desk
from services.domain.audit import Act, Entry
from services.domain.errors import ServiceError
from services.tables.cells import Sheet

_PAGE = 200
_PAUSE = 250
"""Milliseconds after the last key before the ledger is asked."""

_ROW = 30
_WHEN, _WHO, _WHAT, _SUBJECT, _RESULT = range(5)


class LogSection(QWidget):
    """Rows as they lie in the ledger. What is typed is looked for in all of them, as it is read here.

    Attributes:
        table: The rows.
        text, act: What is looked for.
        older: Reads the next page.
        verify: Checks every row, whether it was read or not.
        export: Writes the list into a file.
        count: How many rows are shown, and whether there may be more.
        notice: How the check went.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._drop = _nothing
        self._rows: list[tuple[int, Entry]] = []
        self.table = QTableWidget(0, 5)
        self.text = QLineEdit()
        self.act = Choice()
        self.older = QPushButton(self.tr("Read older ones"))
        self.older.setObjectName("older")
        self.verify = QPushButton(icon("check"), self.tr("Check the whole log"))
        self.verify.setObjectName("verify_log")
        self.count = QLabel()
        self.notice = Notice()
        self.export = ExportButton(desk, tasks, self._sheet, wordless=True)
        self.check = LogCheck(desk, tasks, self.verify, self.notice)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._lay_out()
        self._typing.timeout.connect(self.reload)
        self.text.textChanged.connect(self._typing.start)
        self.act.currentIndexChanged.connect(self.reload)
        self.older.clicked.connect(self._on_older)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the newest page again, of what is looked for."""
        self._read(None)

    def _read(self, before: int | None) -> None:
        self._drop()
        self.older.setEnabled(False)
        fits = looked_for(self.text.text(), self.act.currentData())
        self._drop = self._tasks.read(
            partial(self._desk.audit.entries, limit=_PAGE, before=before, fits=fits),
            owner=self,
            on_result=partial(self._on_rows, before is None),
            on_error=self._on_error,
        )

    def _on_rows(self, anew: bool, rows: list[tuple[int, Entry]]) -> None:  # noqa: FBT001  bound where it is asked
        if anew:
            self._rows = []
            self.table.scrollToTop()
        first = len(self._rows)
        self._rows += rows
        self.table.setRowCount(len(self._rows))
        for line, (_, entry) in enumerate(rows, start=first):
            self._put(line, entry)
        more = len(rows) == _PAGE
        self.older.setEnabled(more)
        self.older.setVisible(more)
        self._count(more)

    def _put(self, line: int, entry: Entry) -> None:
        for column, text in enumerate(log_words_of(entry)):
            item = QTableWidgetItem(text)
            item.setToolTip(tip(text))
            self.table.setItem(line, column, item)

    def _count(self, more: bool) -> None:  # noqa: FBT001  whether the page was full
        rows = len(self._rows)
        if not rows:
            self.count.setText(self.tr("Nothing in the log fits."))
        elif more:
            self.count.setText(self.tr("The newest %Ln row(s); there are older ones", "", rows))
        else:
            self.count.setText(self.tr("%Ln row(s), all there are", "", rows))

    @Slot()
    def _on_older(self) -> None:
        self._read(self._rows[-1][0] if self._rows else None)

    def _sheet(self) -> Sheet:
        fits = looked_for(self.text.text(), self.act.currentData())
        return log_sheet(self._desk.audit, self.tr("Log"), fits)

    def _on_error(self, error: ServiceError) -> None:
        self.older.setEnabled(True)
        self.notice.show_error(explain(error))

    def _lay_out(self) -> None:
        self.text.setObjectName("log_text")
        self.text.setPlaceholderText(self.tr("Name, reference, word…"))
        self.text.setAccessibleName(self.tr("Look for in the log"))
        self.text.setClearButtonEnabled(True)
        self.act.setObjectName("log_act")
        self.act.setAccessibleName(self.tr("What was done"))
        self.act.addItem(self.tr("Everything"), None)
        for act in Act:
            if act is not Act.UNREADABLE:
                self.act.addItem(act_name(act), act)
        self.count.setProperty("kind", "muted")
        self._dress_table()
        tools = QHBoxLayout()
        tools.setSpacing(theme.S)
        tools.addWidget(self.text, 1)
        tools.addWidget(self.act)
        tools.addWidget(self.verify)
        tools.addWidget(self.export)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.older)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addLayout(tools)
        column.addWidget(self.check)
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _dress_table(self) -> None:
        table = self.table
        table.setObjectName("log")
        table.setAccessibleName(self.tr("Log"))
        table.setHorizontalHeaderLabels(log_titles())
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setProperty("kind", "lines")
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((_WHEN, 175), (_WHO, 110), (_WHAT, 170), (_SUBJECT, 200)):
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(_RESULT, QHeaderView.ResizeMode.Stretch)


def _nothing() -> None:
    """Drop no answer: none is awaited."""
