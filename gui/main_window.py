"""The window: bar, places, list, detail, status. It stands before the desk is open.

What is imported here is paid for before the first paint, so it is widgets and nothing else; what needs
an open desk is in `gui.rooms`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from gui import theme
from gui.bar import TopBar
from gui.closing import OwedWait
from gui.icons import icon
from gui.places import Place, Places
from gui.search.panel import ResultsPanel
from gui.settings import Settings
from gui.status import StatusLine
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.doctor_call import DoctorCall
from gui.widgets.environment import EnvironmentBand
from gui.widgets.notice import Notice

if TYPE_CHECKING:
    from gui.rooms import Rooms
    from services.desk import Desk
    from services.domain.errors import ServiceError

_SIZE = (1280, 720)
_SMALLEST = (860, 480)
_NARROW = 1100
_LIST, _DETAIL = 560, 600


class MainWindow(QWidget):
    """The frame in which the rooms stand.

    Attributes:
        bar: Search box and account.
        places: The rail at the left.
        search: The list of what was found.
        lists: The lists, one for each place that has one; `search` is the first.
        pages: Lists with the detail beside them; then whatever takes the whole width.
        layers: Everything below the band; then what covers it while nobody is signed in.
        status: The line at the bottom.
        band: At the top: which world this is.
        notice: Under the bar: what concerns the whole desk.
        news: Below it: outcomes that nobody has seen yet.
        settings: What the person chose.
        language: Which language it speaks: ``"tr"`` or ``"en"``.
        rooms: Everything that needs an open desk; None until there is one.
    """

    retry_wanted = Signal()
    """The desk could not be opened and is to be tried again."""

    start_over_wanted = Signal()
    """The ledger is lost and the person wants to begin an empty one."""

    painted = Signal()
    """The window, and everything in it, was painted for the first time."""

    closed = Signal()
    """The window is closed for good."""

    def __init__(self, tasks: TaskRunner, settings: Settings, *, language: str, demo: bool) -> None:
        super().__init__()
        self._tasks = tasks
        self._demo = demo
        self._early = ""
        self._lost = False
        self._closing = False
        self._was_painted = False
        self.settings = settings
        self.language = language
        self.rooms: Rooms | None = None
        self.setWindowTitle(self.tr("Refund Desk"))
        self.setWindowIcon(icon("app"))
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)
        self.band = EnvironmentBand()
        self.bar = TopBar()
        self.notice = Notice()
        self.notice.setObjectName("desk_notice")
        self.news = Notice()
        self.news.setObjectName("outcome_news")
        self.owed_wait = OwedWait(self)
        self.owed_wait.over.connect(self.close)
        self.places = Places(language, settings.appearance)
        self.search = ResultsPanel("results")
        self.status = StatusLine()
        self.lists = QStackedWidget()
        self.pages = QStackedWidget()
        self.layers = QStackedWidget()
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.bar.box.asked.connect(self._on_early)
        self.bar.box.left_downwards.connect(self.search.focus_rows)
        self.notice.action_wanted.connect(self._on_notice)
        find = QAction(self)
        find.setShortcut("Ctrl+F")
        find.triggered.connect(self.bar.box.focus)
        self.addAction(find)
        self._say_opening()
        if demo:
            self._show_demo()
        if not settings.geometry.isEmpty():
            self.restoreGeometry(settings.geometry)
        self.bar.box.line.setFocus()

    def set_desk(self, desk: Desk) -> None:
        """Take the open desk: from now on everything can be asked."""
        from gui.desk_notice import say_desk  # noqa: PLC0415  loaded by the worker that opened the desk
        from gui.rooms import Rooms  # noqa: PLC0415  after the first paint

        self._lost = False
        self.owed_wait.watch(desk)
        say_desk(self.notice, desk)
        looking = self.tr("Ledger open for looking only") if desk.read_only else self.tr("Ledger open")
        self.status.say(looking, "lock" if desk.read_only else "check")
        self.bar.box.asked.disconnect(self._on_early)
        self.rooms = Rooms(self, desk, self._tasks)

    def show_open_error(self, error: ServiceError) -> None:
        """Say why the desk could not be opened, and what can be done."""
        from gui.desk_notice import is_lost, say_open_error  # noqa: PLC0415  hardly ever needed

        self._lost = is_lost(error) and not self._demo
        say_open_error(self.notice, error, offer_empty=self._lost)
        self.search.blank.say(
            "warning",
            self.tr("The ledger is not open"),
            self.tr("Without it nothing is asked and nothing is sent."),
            tone=Tone.REFUSED,
        )
        self.status.say(self.tr("The ledger is not open"), "warning", Tone.REFUSED)

    def go(self, place: Place) -> None:
        """Go to a place, once there is a desk."""
        if self.rooms is not None:
            self.rooms.go(place)

    def put_detail(self, detail: QWidget) -> None:
        """Put what is opened beside the lists."""
        self._split.addWidget(detail)
        self._split.setSizes([_LIST, _DETAIL])
        self._split.setStretchFactor(1, 1)

    def take_early(self) -> str:
        """Return what was asked before the desk was open, once."""
        early, self._early = self._early, ""
        return early

    @property
    def has_early(self) -> bool:
        """Whether something waits to be looked for."""
        return bool(self._early)

    def keep_early(self, text: str) -> None:
        """Keep what can't be looked for yet, for `take_early`."""
        self._early = text

    def come_forward(self) -> None:
        """Stand before every other window: the program was started a second time."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first time, when what is in the window has been painted as well: that comes after."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def customEvent(self, event: QEvent) -> None:
        """Let the doctor come to wherever somebody called for it."""
        if isinstance(event, DoctorCall) and self.rooms is not None:
            event.accept()
            self.rooms.dialogs.doctor(event.account, over=event.over)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rail's room to the lists where there is little of it."""
        super().resizeEvent(event)
        self.places.shrink(event.size().width() < _NARROW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless money is on the move or its end not written down: then say so, and close later."""
        if self._tasks.writing:
            event.ignore()
            if not self._closing:
                self._closing = True
                self._tasks.drop_queued()
                if self.rooms is not None:
                    self.rooms.stop_asking()
                self._tasks.idle.connect(self.close)
            self.notice.show_info(
                self.tr("Money is on the move. The window closes by itself when it is clear how it went."),
                Tone.WAITING,
            )
            return
        if self.owed_wait.is_needed:
            event.ignore()
            self.owed_wait.begin()
            self.notice.show_info(
                self.tr(
                    "How a reversal ended is known, but not written down yet. The window closes by itself"
                    " once it is, in 10 seconds at most."
                ),
                Tone.WAITING,
                next_step=self.tr(
                    "What is still not written down then is kept, and read in at the next start."
                ),
            )
            return
        self.settings.geometry = self.saveGeometry()
        self.settings.save()
        super().closeEvent(event)
        self.closed.emit()

    @Slot(str)
    def _on_early(self, text: str) -> None:
        self._early = text
        words = self.tr("The ledger is being opened; this is looked for right after.")
        self.bar.box.say(words, kind="muted")

    @Slot()
    def _on_notice(self) -> None:
        if self._lost:
            self.start_over_wanted.emit()
        else:
            self._say_opening()
            self.retry_wanted.emit()

    def _say_opening(self) -> None:
        self.notice.hide()
        self.search.begin(self.tr("Payments"))
        self.search.blank.say(
            "clock", self.tr("Opening the ledger…"), self.tr("You can type a reference already.")
        )
        self.status.say(self.tr("Opening the ledger…"), "clock")

    def _show_demo(self) -> None:
        from services.domain.account import Environment  # noqa: PLC0415  the demo may take its time

        self.band.show_environment(Environment.DEMO)

    def _lay_out(self) -> None:
        self.lists.addWidget(self.search)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(theme.S)
        self._split.addWidget(self.lists)
        self.pages.addWidget(self._split)
        here = QVBoxLayout()
        here.setContentsMargins(0, theme.M, theme.M, theme.M)
        here.setSpacing(theme.M)
        here.addWidget(self.notice)
        here.addWidget(self.news)
        here.addWidget(self.pages, 1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.places)
        middle.addLayout(here, 1)
        desk = QWidget()
        below = QVBoxLayout(desk)
        below.addWidget(self.bar)
        below.addLayout(middle, 1)
        below.addWidget(self.status)
        self.layers.addWidget(desk)
        column = QVBoxLayout(self)
        column.addWidget(self.band)
        column.addWidget(self.layers, 1)
        for stack in (column, below):
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(0)
