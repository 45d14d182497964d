"""Who works here, with which PIN and limits, and who may do what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.errors import explain
from gui.format import money, plain
from gui.icons import icon
from gui.roles import role_name
from gui.seat.operator_editor import OperatorEditor
from gui.seat.pin_dialog import PinDialog
from gui.seat.rights_table import RightsTable
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.notice import Notice
from services.desk import Desk
from services.domain.errors import ServiceError
from services.domain.money import Money
from services.domain.operator import Operator

_ROW = 36


class PeoplePanel(QWidget):
    """For an owner: people, and what each of them may do.

    Attributes:
        table: The people.
        notice: How something went.
    """

    changed = Signal()
    """A person was changed."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("people_panel")
        self._desk = desk
        self._tasks = tasks
        self._people: list[Operator] = []
        self.table = QTableWidget(0, 5)
        self.notice = Notice()
        self.add = self._button("add", self.tr("Add…"), "add")
        self.edit = self._button("edit", self.tr("Edit…"), "edit")
        self.pin = self._button("set_pin", self.tr("Set a PIN…"), "lock")
        self.gone = QCheckBox(self.tr("Show those who left"))
        self.gone.setObjectName("show_gone")
        self.tabs = QTabWidget()
        self._lay_out()
        self.add.clicked.connect(self._on_add)
        self.edit.clicked.connect(self._on_edit)
        self.pin.clicked.connect(self._on_pin)
        self.gone.toggled.connect(self.reload)
        self.table.currentCellChanged.connect(self._offer)
        self.table.cellActivated.connect(self._on_edit)
        self._offer()
        self.reload()

    @property
    def chosen(self) -> Operator | None:
        """The person the cursor is on."""
        row = self.table.currentRow()
        return self._people[row] if 0 <= row < len(self._people) else None

    @Slot()
    def reload(self) -> None:
        """Read the people again."""
        self._tasks.read(
            partial(self._desk.operators.all, gone=self.gone.isChecked()),
            owner=self,
            on_result=self._on_people,
            on_error=self._on_error,
        )

    def _on_people(self, people: Sequence[Operator]) -> None:
        before = self.chosen
        self._people = list(people)
        self.table.setRowCount(len(self._people))
        for row, one in enumerate(self._people):
            works = self.tr("works here") if one.active else self.tr("left")
            once, daily = self._limit(one.limits.per_reversal), self._limit(one.limits.per_day)
            for column, text in enumerate(
                (plain(one.name, limit=60), role_name(one.role), once, daily, works)
            ):
                self.table.setItem(row, column, QTableWidgetItem(text))
        ids = [one.id for one in self._people]
        if ids:
            kept = ids.index(before.id) if before is not None and before.id in ids else 0
            self.table.setCurrentCell(kept, 0)
        self._offer()

    def _limit(self, limit: Money | None) -> str:
        return self.tr("no limit") if limit is None else money(limit)

    def _on_error(self, error: ServiceError) -> None:
        self.notice.show_error(explain(error))

    @Slot()
    def _on_add(self) -> None:
        self._open_editor(None)

    @Slot()
    def _on_edit(self) -> None:
        if self.chosen is not None and self.edit.isEnabled():
            self._open_editor(self.chosen)

    @Slot()
    def _on_pin(self) -> None:
        if self.chosen is not None:
            dialog = PinDialog(self._desk, self._tasks, self.chosen, self)
            dialog.accepted.connect(partial(self._say_pin_set, self.chosen))
            _open(dialog)

    def _open_editor(self, operator: Operator | None) -> None:
        editor = OperatorEditor(self._desk, self._tasks, operator, self)
        editor.saved.connect(self._on_saved)
        _open(editor)

    def _say_pin_set(self, operator: Operator) -> None:
        name = plain(operator.name, limit=60)
        self.notice.show_info(self.tr("{name} has a new PIN.").format(name=name), Tone.DONE)

    @Slot(object)
    def _on_saved(self, operator: Operator) -> None:
        name = plain(operator.name, limit=60)
        self.notice.show_info(self.tr("{name}: saved.").format(name=name), Tone.DONE)
        self.reload()
        self.changed.emit()

    @Slot()
    def _offer(self) -> None:
        writable = not self._desk.read_only
        self.add.setEnabled(writable)
        for button in (self.edit, self.pin):
            button.setEnabled(writable and self.chosen is not None)

    def _button(self, name: str, text: str, drawing: str) -> QPushButton:
        button = QPushButton(icon(drawing), text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        self._dress_table()
        people = QWidget()
        column = QVBoxLayout(people)
        column.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        column.setSpacing(theme.M)
        tools = QHBoxLayout()
        tools.setSpacing(theme.S)
        for button in (self.add, self.edit, self.pin):
            tools.addWidget(button)
        tools.addStretch()
        tools.addWidget(self.gone)
        column.addLayout(tools)
        column.addWidget(self.table, 1)
        column.addWidget(self.notice)
        self.tabs.setObjectName("people_tabs")
        self.tabs.addTab(people, self.tr("People"))
        self.tabs.addTab(RightsTable(), self.tr("Who may do what"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs, 1)

    def _dress_table(self) -> None:
        table = self.table
        table.setObjectName("people")
        table.setAccessibleName(self.tr("People"))
        table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Role"), self.tr("In one go"), self.tr("A day"), self.tr("State")]
        )
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setProperty("kind", "lines")
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
