"""The places that take the whole width of the window: each is made when it is first gone to.

A new place is a maker here and a button in `gui.places`, nothing else. What its page wants of the rest of
the window it says by one of the signals below; what happened elsewhere reaches it by `refresh`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from gui.places import Place
from gui.settings import Settings
from gui.tasks import TaskRunner
from services.domain.errors import ServiceError
from services.domain.reversal import Intent

if TYPE_CHECKING:
    from gui.approvals.queue import ApprovalsPlace
    from gui.day_end.page import DayEndPage
    from gui.doubts.ends import OpenEnds
    from gui.doubts.queue import DoubtsPlace
    from gui.preferences.page import SettingsPage
    from gui.preferences.section import Section
    from gui.reversal.journal_list import JournalList
    from gui.today.page import TodayPage
    from services.desk import Desk


class Page(Protocol):
    """What the page of every place can do besides being a `QWidget`."""

    def refresh(self) -> None:
        """Read again what is shown: it is gone to, money moved, or somebody else sat down."""


class Pages(QObject):
    """Makes the page of a place, keeps it, and carries its wishes to the rest of the window.

    Attributes:
        today: The day of this computer, once it was visited.
        doubts: The queue of what has no certain end, once it was visited.
        journal: The list of everything that was ever asked back, once it was visited.
        settings: The settings, once they were visited.
    """

    payment_wanted = Signal(object, str)
    """Carries the `Account` and the reference of a payment to be opened."""

    order_wanted = Signal(object)
    """Carries the number in the ledger of an order to be opened."""

    intent_wanted = Signal(object)
    """Carries the `Intent` that is to be shown at length."""

    settle_wanted = Signal(object)
    """Carries the `Intent` that a person wants to settle."""

    petition_wanted = Signal(object)
    """Carries the `Waiting` that was left for approval and is to be sent."""

    petitions_changed = Signal()
    """Something that was left for approval was answered, or taken off the list."""

    looked = Signal(object)
    """A look at one has ended: carries the `Intent` as it stands now."""

    place_wanted = Signal(object)
    """Carries the `Place` to go to."""

    accounts_wanted = Signal()
    """The accounts are to be opened: there is none yet."""

    ends_wanted = Signal()
    """What has no certain end is to be read again, and handed in by `show_ends`."""

    accounts_changed = Signal()
    """An account was added, edited, retired or removed."""

    people_changed = Signal()
    """A person or a rule was changed."""

    safekeeping_wanted = Signal()
    """The ledger's safekeeping is to be opened."""

    language_chosen = Signal(str)
    """``"tr"`` or ``"en"``."""

    appearance_chosen = Signal(object)
    """Carries an `Appearance`."""

    def __init__(
        self, stack: QStackedWidget, desk: Desk, tasks: TaskRunner, settings: Settings, language: str
    ) -> None:
        super().__init__(stack)
        self._stack = stack
        self._desk = desk
        self._tasks = tasks
        self._settings = settings
        self._language = language
        self._ends: OpenEnds | None = None
        self._pages: dict[Place, Page] = {}
        self._frames: dict[Place, QWidget] = {}
        self._petitions = 0
        self.today: TodayPage | None = None
        self.doubts: DoubtsPlace | None = None
        self.journal: JournalList | None = None
        self.settings: SettingsPage | None = None
        self._makers: dict[Place, Callable[[], QWidget]] = {
            Place.TODAY: self._make_today,
            Place.UNKNOWN: self._make_doubts,
            Place.APPROVALS: self._make_approvals,
            Place.REVERSALS: self._make_journal,
            Place.DAY_END: self._make_day_end,
            Place.SETTINGS: self._make_settings,
        }

    @property
    def places(self) -> frozenset[Place]:
        """The places that have a page here."""
        return frozenset(self._makers)

    def go(self, place: Place) -> None:
        """Show the page of a place, as the ledger has it now."""
        if place not in self._pages:
            made = self._makers[place]()
            self._frames[place] = _card(made)
            self._stack.addWidget(self._frames[place])
            self._pages[place] = cast("Page", made)
        self._stack.setCurrentWidget(self._frames[place])
        self._pages[place].refresh()

    @Slot()
    def refresh(self) -> None:
        """Let the page that is shown read again; the others do when they are gone to."""
        for place, frame in self._frames.items():
            if frame is self._stack.currentWidget():
                self._pages[place].refresh()

    def show_ends(self, ends: OpenEnds) -> None:
        """Show what has no certain end."""
        self._ends = ends
        if self.doubts is not None:
            self.doubts.show_ends(ends)

    def show_ends_error(self, error: ServiceError) -> None:
        """Say why what is shown of it may be old."""
        if self.doubts is not None:
            self.doubts.show_error(error)

    def say_settled(self, intent: Intent) -> None:
        """Say what a person settled, where it was waiting."""
        if self.doubts is not None:
            self.doubts.say_settled(intent)

    def show_settings(self, section: Section) -> None:
        """Show one section of the settings; the place itself is gone to before."""
        if self.settings is not None:
            self.settings.show_section(section)

    def show_petitions(self, count: int) -> None:
        """Show how many left for approval wait for whoever is at the desk."""
        self._petitions = count
        if self.today is not None:
            self.today.show_petitions(count)

    def _make_today(self) -> TodayPage:
        from gui.today.page import TodayPage  # noqa: PLC0415  made when first visited

        page = self.today = TodayPage(self._desk, self._tasks)
        page.payment_wanted.connect(self.payment_wanted)
        page.order_wanted.connect(self.order_wanted)
        page.intent_wanted.connect(self.intent_wanted)
        page.place_wanted.connect(self.place_wanted)
        page.accounts_wanted.connect(self.accounts_wanted)
        page.show_petitions(self._petitions)
        return page

    def _make_doubts(self) -> DoubtsPlace:
        from gui.doubts.queue import DoubtsPlace  # noqa: PLC0415  made when first visited

        page = self.doubts = DoubtsPlace(self._desk, self._tasks)
        page.looked.connect(self.looked)
        page.intent_wanted.connect(self.intent_wanted)
        page.settle_wanted.connect(self.settle_wanted)
        page.refresh_wanted.connect(self.ends_wanted)
        if self._ends is not None:
            page.show_ends(self._ends)
        return page

    def _make_approvals(self) -> ApprovalsPlace:
        from gui.approvals.queue import ApprovalsPlace  # noqa: PLC0415  made when first visited

        page = ApprovalsPlace(self._desk, self._tasks)
        page.send_wanted.connect(self.petition_wanted)
        page.payment_wanted.connect(self.payment_wanted)
        page.order_wanted.connect(self.order_wanted)
        page.changed.connect(self.petitions_changed)
        return page

    def _make_journal(self) -> JournalList:
        from gui.reversal.journal_list import JournalList  # noqa: PLC0415  made when first visited

        page = self.journal = JournalList(self._tasks)
        page.looked.connect(self.ends_wanted)
        page.set_desk(self._desk)
        return page

    def _make_day_end(self) -> DayEndPage:
        from gui.day_end.page import DayEndPage  # noqa: PLC0415  made when first visited

        return DayEndPage(self._desk, self._tasks)

    def _make_settings(self) -> SettingsPage:
        from gui.preferences.page import SettingsPage  # noqa: PLC0415  made when first visited

        page = self.settings = SettingsPage(self._desk, self._tasks, self._settings, language=self._language)
        page.accounts_changed.connect(self.accounts_changed)
        page.people_changed.connect(self.people_changed)
        page.safekeeping_wanted.connect(self.safekeeping_wanted)
        page.language_chosen.connect(self.language_chosen)
        page.appearance_chosen.connect(self.appearance_chosen)
        return page


def _card(inner: QWidget) -> QFrame:
    frame = QFrame()
    frame.setProperty("kind", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(1, 1, 1, 1)
    column.addWidget(inner)
    return frame
