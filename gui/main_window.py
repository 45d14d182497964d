"""The window: bar, places, list, detail, status. Shown before the desk is open; filled when it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui import theme
from gui.bar import TopBar
from gui.desk_notice import DeskNotice
from gui.detail import Detail
from gui.errors import explain
from gui.icons import icon
from gui.places import Place, Places
from gui.search.orders import OrdersPlace
from gui.search.place import SearchPlace
from gui.search.row import of_view
from gui.settings import Settings
from gui.status import StatusLine
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.environment import EnvironmentBand
from services.domain.account import Account, Environment, GatewayName
from services.domain.errors import ServiceError
from services.domain.reversal import Intent, IntentState

if TYPE_CHECKING:
    from gui.dialogs import Dialogs
    from gui.reversal.journal_list import JournalList
    from services.desk import Desk
    from services.domain.order import Order
    from services.lookup import OrderView, PaymentView

_SIZE = (1280, 720)
_SMALLEST = (980, 560)


class MainWindow(QWidget):
    """Brings the rooms together; each does its own work.

    Attributes:
        bar: Search box and account.
        places: The rail at the left.
        search: The list of what was found.
        orders: The list of Param orders.
        detail: What is opened.
        status: The line at the bottom.
        notice: Under the bar: what concerns the whole desk.
    """

    retry_wanted = Signal()
    """The desk could not be opened and is to be tried again."""

    start_over_wanted = Signal()
    """The ledger is lost and the person decided to begin an empty one."""

    closed = Signal()
    """The window is closed for good."""

    def __init__(self, tasks: TaskRunner, settings: Settings, *, language: str, demo: bool) -> None:
        super().__init__()
        self._tasks = tasks
        self._settings = settings
        self._demo = demo
        self._desk: Desk | None = None
        self._dialogs: Dialogs | None = None
        self._journal: JournalList | None = None
        self._closing = False
        self.setWindowTitle(self.tr("Refund Desk"))
        self.setWindowIcon(icon("app"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.band = EnvironmentBand()
        self.bar = TopBar()
        self.notice = DeskNotice()
        self.places = Places(language, settings.appearance)
        self.search = SearchPlace(tasks, self.bar.box)
        self.orders = OrdersPlace(tasks)
        self.detail = Detail(tasks)
        self.status = StatusLine()
        self._lists = QStackedWidget()
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self.status.say(self.tr("Opening the ledger…"), "clock")
        self.band.show_environment(Environment.DEMO if demo else None)
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)
        self.bar.box.line.setFocus()

    # Opening

    def set_desk(self, desk: Desk) -> None:
        """Take the open desk: from now on everything can be asked."""
        from gui.dialogs import Dialogs  # noqa: PLC0415  not before the first paint

        self._desk = desk
        for room in (self.search, self.orders, self.detail):
            room.set_desk(desk)
        self._dialogs = Dialogs(desk, self._tasks, self)
        self._connect_dialogs(self._dialogs)
        self.notice.show_desk(desk)
        looking = self.tr("Ledger open for looking only") if desk.read_only else self.tr("Ledger open")
        self.status.say(looking, "lock" if desk.read_only else "check")
        self.read_accounts()
        self.count_unknown()

    def show_open_error(self, error: ServiceError) -> None:
        """Say why the desk could not be opened, and what can be done."""
        self.notice.show_open_error(error, demo=self._demo)
        self.search.begin(self.tr("Payments"))
        self.search.blank.say(
            "warning",
            self.tr("The ledger is not open"),
            self.tr("Without it nothing is asked and nothing is sent."),
            tone=Tone.REFUSED,
        )
        self.status.say(self.tr("The ledger is not open"), "warning", Tone.REFUSED)

    @Slot()
    def read_accounts(self) -> None:
        """Read the accounts: at the start, and whenever one changed."""
        if self._desk is not None:
            self._tasks.read(
                partial(_accounts_at_hand, self._desk),
                owner=self,
                on_result=self._on_accounts,
                on_error=self.show_open_error,
            )

    @Slot()
    def count_unknown(self) -> None:
        """Count the reversals whose end is not known."""
        if self._desk is not None:
            self._tasks.read(
                self._desk.lookup.reversals, owner=self, on_result=self._on_intents, on_error=self._on_error
            )

    def _on_accounts(self, found: Sequence[tuple[Account, bool]]) -> None:
        accounts = [account for account, _ in found]
        ids = [account.id for account in accounts]
        before = self.bar.chosen.id if self.bar.chosen else self._settings.account_id
        chosen = accounts[ids.index(before)] if before in ids else next(iter(accounts), None)
        self.bar.set_accounts(accounts, chosen)
        askable = [account for account, can_ask in found if can_ask]
        self.search.set_accounts(askable, chosen, none_at_all=not accounts)
        self.orders.set_accounts([one for one in accounts if one.gateway is GatewayName.PARAM])
        self._show_environment()

    def _on_intents(self, intents: Sequence[Intent]) -> None:
        count = sum(intent.state is IntentState.OUTCOME_UNKNOWN for intent in intents)
        self.places.show_unknown(count)
        self.status.say_unknown(count)

    # Places

    @Slot(object)
    def go(self, place: Place) -> None:
        """Go to a place."""
        self.places.go(place)
        if place is not Place.SEARCH:
            self.bar.box.say("")
        if place is Place.REVERSALS:
            self._show_journal()
            return
        self._pages.setCurrentIndex(0)
        there = self.orders if place is Place.ORDERS else self.search
        if self._lists.currentWidget() is not there:
            self._lists.setCurrentWidget(there)
            self._close_detail()
        if place is Place.ORDERS:
            self.orders.refresh()

    @Slot()
    def _close_detail(self) -> None:
        """Leave nothing open that is not chosen: its buttons move money."""
        self.detail.close_all()
        self.search.choose_nothing()
        self.orders.choose_nothing()

    @Slot(object)
    def show_intent(self, intent: Intent) -> None:
        """Show one reversal in its place."""
        self.go(Place.REVERSALS)
        if self._journal is not None:
            self._journal.show_intent(intent)

    def _show_journal(self) -> None:
        if self._desk is None:
            return
        if self._journal is None:
            from gui.reversal.journal_list import JournalList  # noqa: PLC0415  made when opened

            self._journal = JournalList(self._tasks, self)
            self._journal.looked.connect(self.count_unknown)
            self._journal.set_desk(self._desk)
            self._pages.addWidget(_card(self._journal))
        else:
            self._journal.refresh()
        self._pages.setCurrentIndex(1)

    # What follows when something was done

    @Slot(object)
    def _on_opened(self, view: PaymentView | OrderView) -> None:
        snapshot = getattr(view, "snapshot", None)
        self.status.say_as_of(snapshot.taken_at if snapshot is not None else None)

    @Slot(object)
    def _on_asked_again(self, view: PaymentView) -> None:
        self.search.take(of_view(view))
        self.status.say_answer(view)

    @Slot(object)
    def _on_reversed(self, view: PaymentView | OrderView) -> None:
        self.detail.read_again(view)
        self.search.read_again()
        self.orders.refresh()
        self.count_unknown()

    @Slot(object)
    def _look_afresh(self, view: PaymentView | OrderView) -> None:
        self.detail.look_afresh(view)

    @Slot(object)
    def _on_order_saved(self, order: Order) -> None:
        self.orders.refresh()
        self.detail.open_order(order.id)

    @Slot(object)
    def _on_account_chosen(self, account: Account) -> None:
        self._settings.account_id = account.id
        self.search.choose(account)
        self._show_environment()

    def _show_environment(self) -> None:
        chosen = self.bar.chosen
        if not self._demo:
            self.band.show_environment(chosen.environment if chosen else None)

    def _on_error(self, error: ServiceError) -> None:
        self.notice.show_error(explain(error), Tone.WAITING)

    # Closing

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless money is on the move: then say so, and close when it has arrived."""
        if self._tasks.writing:
            event.ignore()
            if not self._closing:
                self._closing = True
                self._tasks.drop_queued()
                self._tasks.idle.connect(self.close)
            self.notice.show_info(
                self.tr("Money is on the move. The window closes by itself when it is clear how it went."),
                Tone.WAITING,
            )
            return
        self._settings.geometry = self.saveGeometry()
        self._settings.save()
        super().closeEvent(event)
        self.closed.emit()

    def come_forward(self) -> None:
        """Stand before every other window: the program was started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _connect(self) -> None:
        self.places.chosen.connect(self.go)
        self.bar.account_chosen.connect(self._on_account_chosen)
        self.bar.everyone.clicked.connect(self.search.ask_others)
        self.bar.box.asked.connect(partial(self.go, Place.SEARCH))
        self.status.unknown_wanted.connect(partial(self.go, Place.REVERSALS))
        self.search.row_opened.connect(self.detail.open_row)
        self.search.searched.connect(self.status.say_search)
        self.search.began.connect(self._close_detail)
        self.orders.row_opened.connect(self.detail.open_row)
        self.detail.intent_wanted.connect(self.show_intent)
        self.detail.opened.connect(self._on_opened)
        self.detail.asked_again.connect(self._on_asked_again)
        self.notice.retry_wanted.connect(self.retry_wanted)
        self.notice.start_over_wanted.connect(self.start_over_wanted)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self.bar.box.focus)

    def _connect_dialogs(self, dialogs: Dialogs) -> None:
        self.places.accounts_wanted.connect(dialogs.accounts)
        self.search.accounts_wanted.connect(dialogs.accounts)
        self.detail.void_wanted.connect(dialogs.void)
        self.detail.return_wanted.connect(dialogs.give_back)
        self.detail.edit_wanted.connect(dialogs.edit)
        self.orders.new_wanted.connect(dialogs.new)
        dialogs.reversed.connect(self._on_reversed)
        dialogs.look_wanted.connect(self._look_afresh)
        dialogs.intent_wanted.connect(self.show_intent)
        dialogs.accounts_changed.connect(self.read_accounts)
        dialogs.order_saved.connect(self._on_order_saved)

    def _lay_out(self) -> None:
        self._lists.addWidget(self.search)
        self._lists.addWidget(self.orders)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(theme.S)
        split.addWidget(self._lists)
        split.addWidget(self.detail)
        split.setSizes([560, 600])
        split.setStretchFactor(1, 1)
        self._pages.addWidget(split)
        here = QVBoxLayout()
        here.setContentsMargins(0, theme.M, theme.M, theme.M)
        here.setSpacing(theme.M)
        here.addWidget(self.notice)
        here.addWidget(self._pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.places)
        middle.addLayout(here, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.band)
        column.addWidget(self.bar)
        column.addLayout(middle, 1)
        column.addWidget(self.status)


def _card(inner: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(inner)
    return frame


def _accounts_at_hand(desk: Desk) -> list[tuple[Account, bool]]:
    """On a worker: the accounts that are not retired, and whether their gateways answer queries."""
    return [(account, desk.lookup.can_ask(account)) for account in desk.accounts.all()]
