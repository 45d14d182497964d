"""The audit log to be read: newest first, a page at a time, to be searched and to be checked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Slot
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
from gui.format import instant_exact, plain
from gui.icons import icon
from gui.preferences.log_words import act_name, result_words, who_did
from gui.seat.safekeeping import break_words
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.choice import Choice
from gui.widgets.notice import Notice
from services.desk import Desk
from services.domain.audit import Act, Entry, Verified
from services.domain.errors import ServiceError
from services.ledger.folding import fold

_PAGE = 200
_ROOM = "QTableView::item { padding-left: 10px; padding-right: 6px; }"
_ROW = 30
_WHEN, _WHO, _WHAT, _SUBJECT, _RESULT = range(5)


class LogSection(QWidget):
    """Rows as they lie in the ledger. What is typed is looked for in those that were read so far.

    Attributes:
        table: The rows.
        text, act: What is looked for.
        older: Reads the next page.
        verify: Checks every row, whether it was read or not.
        count: How many rows are shown, and of how many.
        notice: How the check went.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
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
        self._lay_out()
        self.text.textChanged.connect(self._filter)
        self.act.currentIndexChanged.connect(self._filter)
        self.older.clicked.connect(self._on_older)
        self.verify.clicked.connect(self._on_verify)
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the newest page again."""
        self._rows.clear()
        self._read(None)

    def _read(self, before: int | None) -> None:
        self.older.setEnabled(False)
        call = partial(self._desk.audit.entries, limit=_PAGE, before=before)
        self._tasks.read(call, owner=self, on_result=self._on_rows, on_error=self._on_error)

    def _on_rows(self, rows: list[tuple[int, Entry]]) -> None:
        first = len(self._rows)
        if first == 0:
            self.table.setRowCount(0)
        self._rows += rows
        self.table.setRowCount(len(self._rows))
        for line, (_, entry) in enumerate(rows, start=first):
            self._put(line, entry)
        self.older.setEnabled(len(rows) == _PAGE)
        self.older.setVisible(len(rows) == _PAGE)
        self._filter()

    def _put(self, line: int, entry: Entry) -> None:
        parts = (
            instant_exact(entry.at),
            plain(who_did(entry.who), limit=60),
            act_name(entry.act),
            plain(entry.subject, limit=120),
            plain(result_words(entry.result), limit=200),
        )
        for column, text in enumerate(parts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(line, column, item)

    @Slot()
    def _filter(self) -> None:
        wanted, act = fold(self.text.text().strip()), self.act.currentData()
        shown = 0
        for line, (_, entry) in enumerate(self._rows):
            texts = (self.table.item(line, column) for column in range(5))
            has = not wanted or any(item and wanted in fold(item.text()) for item in texts)
            fits = has and (act is None or entry.act is act)
            self.table.setRowHidden(line, not fits)
            shown += fits
        self.count.setText(
            self.tr("{shown} of {read} rows that were read").format(shown=shown, read=len(self._rows))
        )

    @Slot()
    def _on_older(self) -> None:
        self._read(self._rows[-1][0] if self._rows else None)

    @Slot()
    def _on_verify(self) -> None:
        self.verify.setEnabled(False)
        self.notice.show_info(self.tr("Checking every row…"), Tone.WAITING)
        call = self._desk.audit.verify
        self._tasks.read(call, owner=self, on_result=self._on_verified, on_error=self._on_error)

    def _on_verified(self, found: Verified) -> None:
        self.verify.setEnabled(True)
        if found.why is not None:
            sentence = self.tr("The log is broken at row {row}.").format(row=found.bad)
            self.notice.show_info(sentence, Tone.REFUSED, next_step=break_words(found.why))
            return
        unchecked = self.tr("Rows whose key is lost can't be vouched for.") if found.unchecked else ""
        sentence = self.tr("Checked: all %n row(s) fit.", "", found.rows)
        self.notice.show_info(sentence, Tone.DONE, next_step=unchecked)

    def _on_error(self, error: ServiceError) -> None:
        self.verify.setEnabled(True)
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
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.older)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addLayout(tools)
        column.addWidget(self.notice)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def _dress_table(self) -> None:
        table = self.table
        table.setObjectName("log")
        table.setAccessibleName(self.tr("Log"))
        table.setHorizontalHeaderLabels(
            [self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("About"), self.tr("How it went")]
        )
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.setStyleSheet(_ROOM)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in ((_WHEN, 155), (_WHO, 110), (_WHAT, 170), (_SUBJECT, 200)):
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(_RESULT, QHeaderView.ResizeMode.Stretch)
