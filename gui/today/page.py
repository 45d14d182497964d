"""The place Bugün: the day of this computer. The gateways list nothing, so it is what was looked at here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.errors import explain
from gui.format import day, money
from gui.icons import icon
from gui.places import Place
from gui.tables.export_button import ExportButton
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.today.lists import VoidableList, WorkList
from gui.today.sheet import days_work_sheet, voidable_sheet
from gui.today.tile import Tile
from gui.widgets.blank import Blank
from gui.widgets.countdown import Countdown
from gui.widgets.notice import Notice
from services.desk import Desk
from services.domain.clock import ISTANBUL
from services.domain.errors import ServiceError
from services.domain.reversal import Intent
from services.tables.cells import Sheet
from services.today import DaysWork, Ended, Voidable

_MILLISECOND = timedelta(milliseconds=1)
_LONGEST = 60_000
"""Milliseconds until it is read again at the latest: a computer that slept shows the right day at once."""


_LOW = 24
"""Height of a button beside a heading, which it does not push down."""


class TodayPage(QWidget):
    """What can still be voided, what was given back today, and what waits for somebody.

    Attributes:
        voidable: What can still be voided.
        work: Today's voids and refunds.
        tiles: Their sums, by how they stand.
        waiting: Buttons to what waits; a place without anything has none.
        countdown: How long the first of them can still be voided.
        blank: In place of it all: while it is read, and while there is no account.
        notice: Why what is shown may be old.
    """

    payment_wanted = Signal(object, str)
    """Carries the `Account` and the reference of a payment to be opened."""

    order_wanted = Signal(object)
    """Carries the number in the ledger of an order to be opened."""

    intent_wanted = Signal(object)
    """Carries the `Intent` that is to be shown at length."""

    place_wanted = Signal(object)
    """Carries the `Place` where something waits."""

    accounts_wanted = Signal()
    """The first account is to be added."""

    read = Signal()
    """What is shown is as the ledger has it."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("today")
        self._desk = desk
        self._tasks = tasks
        self._drop: Callable[[], None] | None = None
        self._work: DaysWork | None = None
        self._petitions = 0
        self.notice = Notice()
        self.blank = Blank()
        self.countdown = Countdown()
        self.countdown.setObjectName("void_countdown")
        self.voidable, self.work = VoidableList(), WorkList()
        self.tiles = {
            Ended.DONE: Tile(self.tr("Done"), Tone.DONE),
            Ended.WAITING: Tile(self.tr("Waiting"), Tone.WAITING),
            Ended.UNKNOWN: Tile(self.tr("Unknown"), Tone.UNKNOWN),
            Ended.NOTHING_MOVED: Tile(self.tr("Nothing moved"), Tone.NEUTRAL),
        }
        self.waiting = {
            "unknown": _WaitingButton("unknown", Place.UNKNOWN, Tone.UNKNOWN),
            "awaiting": _WaitingButton("waiting", Place.UNKNOWN, Tone.WAITING),
            "approvals": _WaitingButton("approval", Place.APPROVALS, Tone.ACCENT),
        }
        self._date, self._void_count = _label("muted"), _label("muted")
        self._nothing_waits = _label("muted", self.tr("Nothing waits. What needs somebody stands here."))
        self._no_work = _label("muted", self.tr("Nothing was voided or refunded today."))
        self._no_voids = _label(
            "muted",
            self.tr(
                "Nothing that was looked at here can be voided today. Search a sale of today to see it here."
            ),
        )
        self._no_voids.setWordWrap(True)
        self._stack = QStackedWidget()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._lay_out()
        self._connect()
        self.blank.say("today", self.tr("Reading the day…"))

    @Slot()
    def refresh(self) -> None:
        """Read it again from the ledger."""
        if self._drop is not None:
            self._drop()
        self._drop = self._tasks.read(
            self._desk.today.read, owner=self, on_result=self._on_read, on_error=self._on_failed
        )

    def show_petitions(self, count: int) -> None:
        """Show how many left for approval wait for whoever is at the desk."""
        self._petitions = count
        self._show_waiting()

    def _on_read(self, work: DaysWork) -> None:
        self._drop, self._work = None, work
        self.notice.hide()
        self._wait(work)
        if work.first_use:
            self.blank.say(
                "account",
                self.tr("Welcome. Your account comes first."),
                self.tr("Add your merchant account; what you look at then stands here every day."),
                tone=Tone.ACCENT,
                action=self.tr("Add an account"),
            )
            self._stack.setCurrentWidget(self.blank)
        else:
            self._show(work)
            self._stack.setCurrentIndex(1)
        self.read.emit()

    def _show(self, work: DaysWork) -> None:
        self._date.setText(day(work.at.astimezone(ISTANBUL).date()))
        count, sum_of_it = len(work.voidable), work.could_be_voided
        self._void_count.setText(f"{sum_of_it.count} · {money(sum_of_it.amount)}" if count else "")
        self.voidable.show_voidable(work.voidable)
        self.voidable.setVisible(bool(count))
        self._no_voids.setVisible(not count)
        self.countdown.setVisible(bool(count))
        if count:
            self.countdown.count(self.tr("{left} left"), work.voidable[0].until, self._desk.clock)
        for ended, tile in self.tiles.items():
            tile.show_sum(work.sum(ended))
        self.work.show_reversals(work.reversals, work.world)
        self.work.setVisible(bool(work.reversals))
        self._no_work.setVisible(not work.reversals)
        self._show_waiting()

    def _show_waiting(self) -> None:
        unknown, awaiting = (self._work.unknown, self._work.awaiting) if self._work is not None else (0, 0)
        self.waiting["unknown"].show_count(unknown, self.tr("%n unknown", "", unknown))
        self.waiting["awaiting"].show_count(awaiting, self.tr("%n awaiting confirmation", "", awaiting))
        petitions = self._petitions
        self.waiting["approvals"].show_count(petitions, self.tr("%n for you to approve", "", petitions))
        self._nothing_waits.setVisible(not (unknown or awaiting or petitions))

    def _on_failed(self, error: ServiceError) -> None:
        self._drop = None
        self.notice.show_error(explain(error), Tone.WAITING, action=self.tr("Read again"))
        self._timer.start(_LONGEST)

    def _wait(self, work: DaysWork) -> None:
        """Read again when a day ends, or in a minute."""
        left = (work.changes_at - self._desk.clock.now()) // _MILLISECOND
        self._timer.start(min(max(left, 1000), _LONGEST))

    @Slot(object)
    def _open_voidable(self, one: Voidable) -> None:
        if one.order_id is not None:
            self.order_wanted.emit(one.order_id)
        else:
            self.payment_wanted.emit(one.account, one.reference)

    @Slot(object)
    def _open_work(self, intent: Intent) -> None:
        self.intent_wanted.emit(intent)

    def _go(self, place: Place, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's signature
        self.place_wanted.emit(place)

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        self._tasks.closed.connect(self._timer.stop)
        self.countdown.ended.connect(self.refresh)
        self.notice.action_wanted.connect(self.refresh)
        self.blank.action_wanted.connect(self.accounts_wanted)
        self.voidable.opened.connect(self._open_voidable)
        self.work.opened.connect(self._open_work)
        for button in self.waiting.values():
            button.clicked.connect(partial(self._go, button.place))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(_label("title", self.tr("Today")))
        head.addWidget(self._date)
        head.addSpacing(theme.M)
        head.addWidget(_label("muted", self.tr("Only what was looked at on this computer")))
        head.addStretch()
        columns = QHBoxLayout()
        columns.setSpacing(theme.XL)
        columns.addLayout(self._voids(), 1)
        columns.addLayout(self._given_back(), 1)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.L)
        column.addLayout(head)
        column.addLayout(columns, 1)
        self._stack.addWidget(self.blank)
        self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(self.notice)
        layout.addWidget(self._stack, 1)

    def _voids(self) -> QVBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(theme.S)
        head.addWidget(_label("heading", self.tr("Can still be voided")))
        head.addWidget(self._void_count)
        head.addStretch()
        head.addWidget(self.countdown)
        name = self.tr("Can still be voided")
        head.addWidget(self._export(name, lambda: voidable_sheet(name, self._work)))
        return _column(head, self._no_voids, self.voidable)

    def _given_back(self) -> QVBoxLayout:
        waits = QHBoxLayout()
        waits.setSpacing(theme.S)
        for button in self.waiting.values():
            waits.addWidget(button)
        waits.addWidget(self._nothing_waits)
        waits.addStretch()
        tiles = QGridLayout()
        tiles.setSpacing(theme.S)
        for place, tile in enumerate(self.tiles.values()):
            tiles.addWidget(tile, place // 2, place % 2)
        column = QVBoxLayout()
        column.setSpacing(theme.S)
        column.addWidget(_label("heading", self.tr("Waits for somebody")))
        column.addLayout(waits)
        column.addSpacing(theme.M)
        name = self.tr("Voided and refunded today")
        export = self._export(name, lambda: days_work_sheet(name, self._work))
        export.setShortcut("")  # Ctrl+E is the other list's
        head = QHBoxLayout()
        head.addWidget(_label("heading", name))
        head.addStretch()
        head.addWidget(export)
        column.addLayout(head)
        column.addLayout(tiles)
        column.addWidget(self._no_work)
        column.addWidget(self.work, 1)
        column.addStretch()
        return column

    def _export(self, name: str, sheet: Callable[[], Sheet]) -> ExportButton:
        button = ExportButton(self._desk, self._tasks, sheet, wordless=True)
        button.setAccessibleName(f"{button.text()} {name}")
        button.setMaximumHeight(_LOW)
        return button


class _WaitingButton(QPushButton):
    """Leads to where something waits; hidden while nothing does."""

    def __init__(self, drawing: str, place: Place, tone: Tone) -> None:
        super().__init__()
        self.place = place
        self.setObjectName(f"waits_{drawing}")
        self.setIcon(icon(drawing, tone))
        self.setIconSize(QSize(16, 16))
        self.hide()

    def show_count(self, count: int, words: str) -> None:
        """Say what waits, and how many."""
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(count))


def _column(head: QHBoxLayout, empty: QLabel, rows: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.S)
    column.addLayout(head)
    column.addWidget(empty)
    column.addWidget(rows, 1)
    column.addStretch()
    return column


def _label(kind: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if kind == "heading":
        label.setFont(theme.font(14, bold=True))
    else:
        label.setProperty("kind", kind)
    return label
