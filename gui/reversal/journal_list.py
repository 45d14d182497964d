"""The place İadeler: everything that was ever asked back here, newest first, and how each ended."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gui.errors import explain
from gui.format import instant, money, plain, tip
from gui.icons import icon
from gui.reversal.next_step import next_step
from gui.reversal.outcome_panel import OutcomePanel
from gui.reversal.sheet import reversals_sheet
from gui.tables.export_button import ExportButton
from gui.tasks import TaskRunner
from gui.theme import M, S, color
from gui.widgets.blank import Blank
from gui.widgets.choice import Choice
from gui.widgets.notice import Notice
from gui.widgets.pill import icon_of
from gui.wording import age, gateway, intent_state, verb
from services.domain.errors import ServiceError
from services.domain.reversal import Intent, IntentState
from services.tables.cells import Sheet

if TYPE_CHECKING:
    from services.desk import Desk

_INTENT = Qt.ItemDataRole.UserRole
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WHEN, _WHAT, _AMOUNT, _STATE, _AGE, _NEXT, _REFERENCE, _WHO = range(8)
_PAUSE = 150
"""Milliseconds without a key before the ledger is searched."""


class JournalList(QWidget):
    """Every intent, to be filtered by text and state; the one under the cursor is told at length below.

    Attributes:
        filter: Text to look for in references, reasons and names.
        state: Which ends are shown.
        blank: What stands there while nothing is shown, and why.
        table: The intents, newest first.
    """

    read = Signal()
    """The list is as the ledger has it."""

    looked = Signal(object)
    """A look at one has ended: carries the `Intent` as it stands now."""

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("journal")
        self._tasks = tasks
        self._desk: Desk | None = None
        self._wanted: int | None = None
        self._drop = _nothing
        self.filter = QLineEdit()
        self.filter.setObjectName("journal_filter")
        self.filter.setClearButtonEnabled(True)
        self.filter.setAccessibleName(self.tr("Filter the list"))
        self.filter.setPlaceholderText(self.tr("Reference, reason or person"))
        self.state = Choice()
        self.state.setObjectName("journal_state")
        self.state.setAccessibleName(self.tr("Which ends are shown"))
        self.state.addItem(self.tr("All"), None)
        for state, words in (
            (IntentState.OUTCOME_UNKNOWN, self.tr("Unknown")),
            (IntentState.DONE, self.tr("Done")),
            (IntentState.REFUSED, self.tr("Refused")),
            (IntentState.NOT_SENT, self.tr("Not sent")),
        ):
            self.state.addItem(words, state)
        self.blank = Blank()
        self._stack = QStackedWidget()
        self._count = QLabel()
        self._count.setProperty("kind", "muted")
        self.table = QTreeWidget()
        self.table.setObjectName("journal_table")
        self.notice = Notice()
        self.outcome: OutcomePanel | None = None
        self._detail = QScrollArea()
        self._detail.setWidgetResizable(True)
        self._top = QHBoxLayout()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_PAUSE)
        self._lay_out()
        self.filter.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self.refresh)
        self.state.activated.connect(self.refresh)
        self.blank.action_wanted.connect(self._show_all)
        self.table.currentItemChanged.connect(self._on_current)

    @property
    def count(self) -> str:
        """How many are shown, and how many of them are unknown, in words."""
        return self._count.text()

    def set_desk(self, desk: Desk) -> None:
        """Take the desk, once it is open, and read the list."""
        self._desk = desk
        self.outcome = OutcomePanel(desk, self._tasks)
        self.outcome.looked.connect(self._on_looked)
        self._detail.setWidget(self.outcome)
        self._top.addWidget(ExportButton(desk, self._tasks, self._sheet))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the list again; what was under the cursor stays there."""
        if self._desk is None:
            return
        self._drop()
        self._drop = self._tasks.read(
            partial(self._desk.lookup.reversals, self.filter.text(), state=self.state.currentData()),
            owner=self,
            on_result=self._on_read,
            on_error=self._on_failed,
        )

    def show_intent(self, intent: Intent) -> None:
        """Put an intent under the cursor, whatever the filter was."""
        self._wanted = intent.id
        self._show_all()

    @Slot()
    def _show_all(self) -> None:
        """Filter nothing."""
        self.filter.clear()
        self.state.setCurrentIndex(0)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Show it again in the colours of the other theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.refresh()

    def _on_read(self, intents: list[Intent]) -> None:
        self.notice.hide()
        unknown = sum(intent.state is IntentState.OUTCOME_UNKNOWN for intent in intents)
        self._count.setText(
            self.tr("{count} shown, {unknown} unknown").format(count=len(intents), unknown=unknown)
        )
        self._show(intents)
        self.read.emit()

    def _show(self, intents: Sequence[Intent]) -> None:
        current = self.table.currentItem()
        wanted = self._wanted
        if wanted is None and current is not None:
            wanted = current.data(_WHEN, _INTENT).id
        self._wanted = None
        self.table.clear()
        items = [self._item(intent) for intent in intents]
        self.table.addTopLevelItems(items)
        found = [item for item in items if item.data(_WHEN, _INTENT).id == wanted]
        for item in (found or items)[:1]:
            self.table.setCurrentItem(item)
        self._detail.setVisible(bool(items))
        self._stack.setCurrentIndex(0 if items else 1)
        if not items:
            self._say_why_empty()

    def _say_why_empty(self) -> None:
        if self.filter.text().strip() or self.state.currentData() is not None:
            self.blank.say(
                "search",
                self.tr("Nothing fits the filter"),
                self.tr("Other words, or all ends, may show more."),
                action=self.tr("Show all"),
            )
        else:
            self.blank.say(
                "reversal",
                self.tr("Nothing was given back yet"),
                self.tr("Every void and refund that is sent from here is listed, however it ended."),
            )

    def _item(self, intent: Intent) -> QTreeWidgetItem:
        draft = intent.draft
        state, tone = intent_state(intent)
        who = f"{plain(draft.operator, limit=40)}: {plain(draft.reason, limit=120)}"
        reference = plain(draft.order.reference, limit=60)
        what = f"{verb(draft.verb)} · {gateway(draft.order.gateway)}"
        since = "" if self._desk is None else age(self._desk.clock.now() - intent.armed_at)
        cells = [instant(intent.armed_at), what, money(draft.amount), state, since, next_step(intent)]
        item = QTreeWidgetItem([*cells, reference, who])
        item.setTextAlignment(_AMOUNT, _RIGHT)
        item.setSizeHint(_WHO, QSize(0, 28))  # on the last one: the others are as wide as their text
        item.setIcon(_STATE, icon(icon_of(tone), tone))
        item.setForeground(_STATE, QBrush(color(tone, self.palette())))
        item.setToolTip(_WHO, tip(who))
        item.setData(_WHEN, _INTENT, intent)
        return item

    @Slot(QTreeWidgetItem)
    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        if item is None or self.outcome is None:
            return
        intent = item.data(_WHEN, _INTENT)
        # Read again and still the same: what the last look at it said stays on the screen.
        if [card.intent for card in self.outcome.cards] != [intent]:
            self.outcome.show_intent(intent)

    @Slot(object)
    def _on_looked(self, intent: Intent) -> None:
        self.looked.emit(intent)
        self.refresh()

    def _sheet(self) -> Sheet:
        if self._desk is None:
            raise RuntimeError("there is a button only where there is a desk")
        return reversals_sheet(
            self._desk.lookup,
            self.tr("Voids and refunds"),
            self.filter.text(),
            state=self.state.currentData(),
            now=self._desk.clock.now(),
        )

    def _on_failed(self, error: ServiceError) -> None:
        self.notice.show_error(explain(error))

    def _lay_out(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Voids and refunds"))
        table.setProperty("kind", "lines")
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setHeaderLabels(
            [
                self.tr("When"),
                self.tr("What"),
                self.tr("Amount"),
                self.tr("State"),
                self.tr("Age"),
                self.tr("Next step"),
                self.tr("Reference"),
                self.tr("Who and why"),
            ]
        )
        table.headerItem().setTextAlignment(_AMOUNT, _RIGHT)
        table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        top = self._top
        top.setSpacing(M)
        top.addWidget(self.filter, 1)
        top.addWidget(self.state)
        top.addWidget(self._count)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(table)
        split.addWidget(self._detail)
        split.setSizes([260, 260])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(M, M, M, M)
        layout.setSpacing(S)
        layout.addLayout(top)
        layout.addWidget(self.notice)
        self._stack.addWidget(split)
        self._stack.addWidget(self.blank)
        layout.addWidget(self._stack, 1)


def _nothing() -> None:
    """Drop no answer: none is awaited."""
