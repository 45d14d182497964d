"""Everything in the window that needs an open desk: made when there is one, and joined here.

Imported by the worker that opens the desk, so that neither the first paint nor the window waits for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gui.approvals.turns import Turns
from gui.at_hand import accounts_at_hand, name_of
from gui.bell import Bell
from gui.commands import Commands
from gui.detail import Detail, is_payment
from gui.dialogs import Dialogs
from gui.doubts.words import look_time
from gui.ease import Ease
from gui.errors import explain
from gui.format import clock_time, plain
from gui.lists import Lists
from gui.pages import Pages
from gui.places import Place
from gui.preferences.section import Section
from gui.search.export import FoundExport
from gui.search.finder import Search
from gui.search.row import of_view
from gui.search.searching import Searching
from gui.seat.seating import Seating
from gui.setting_up import SettingUp
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.watching import Watching
from services.domain.account import Account, Environment
from services.domain.errors import Denied, NotAllowed, ServiceError
from services.domain.order import Order
from services.domain.reversal import Intent

if TYPE_CHECKING:
    from gui.doubts.ends import OpenEnds
    from gui.main_window import MainWindow
    from services.desk import Desk
    from services.lookup import OrderView, PaymentView


class Rooms(QObject):
    """Searching, orders, detail, dialogs and pages, over one desk, in one window.

    Attributes:
        searching: Looks for payments.
        lists: What was found, and the Param orders.
        detail: What is opened.
        dialogs: What opens over the window.
        pages: The places that take the whole width.
        watching: Looks at what has no certain end.
        bell: Rings for outcomes that must not be missed.
        turns: Counts what waits for approval.
        seating: Who is at the desk.
        commands: The palette and the list of keys.
        setting_up: The settings and the first start.
        ease: Comes when the first list stands.
    """

    def __init__(self, window: MainWindow, desk: Desk, tasks: TaskRunner) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tasks = tasks
        self._askable: list[Account] = []
        self._arrived = False
        self.searching = Searching(desk, tasks, window.bar.box, window.search, window.settings)
        self.lists = Lists(window.lists, window.search, desk, tasks)
        self.detail = Detail(desk, tasks)
        self.dialogs = Dialogs(desk, tasks, window)
        self.watching = Watching(desk, tasks, self)
        self.pages = Pages(window.pages, desk, tasks, window.settings, window.language)
        self.bell = Bell(window.news, window)
        self.turns = Turns(desk, tasks, self)
        self.seating = Seating(window, desk, tasks)
        window.places.open_up({*self.pages.places, Place.SEARCH, Place.ORDERS})
        window.search.corner.addWidget(FoundExport(desk, tasks, window.search, self.searching))
        window.put_detail(self.detail)
        self.commands = Commands(window, self, desk, tasks)
        self.setting_up = SettingUp(window, self, desk, tasks)
        self.ease = Ease(self)
        self.ease.come.connect(self.watching.refresh)
        self._connect()
        self.read_accounts()

    @Slot()
    def read_accounts(self) -> None:
        """Read the accounts: at the start, and whenever one changed."""
        day_comes_next = not self._arrived and not self._window.has_early
        call = partial(accounts_at_hand, self._desk, day_comes_next=day_comes_next)
        self._tasks.read(call, owner=self, on_result=self._on_accounts, on_error=self._on_error)

    @Slot(object)
    def _on_petitions(self, count: int) -> None:
        self._window.places.show_petitions(count)
        self.pages.show_petitions(count)

    def stop_asking(self) -> None:
        """End every question under way, and take back what is held: the window is closing."""
        self._desk.stop_asking()

    @Slot(object)
    def go(self, place: Place) -> None:
        """Go to a place."""
        window = self._window
        self._arrived = True
        window.places.go(place)
        if place is not Place.SEARCH:
            window.bar.box.say("")
        if place in self.pages.places:
            self.pages.go(place)
            return
        window.pages.setCurrentIndex(0)
        if self.lists.go(place):
            self._close_detail()
        if place is Place.ORDERS:
            self.lists.refresh_orders()

    @Slot(object)
    def show_intent(self, intent: Intent) -> None:
        """Show one reversal in its place."""
        self.bell.see([intent])
        self.go(Place.REVERSALS)
        if self.pages.journal is not None:
            self.pages.journal.show_intent(intent)

    def show_settings(self, section: Section) -> None:
        """Show a section of the settings."""
        self.go(Place.SETTINGS)
        self.pages.show_settings(section)

    @Slot(object, str)
    def show_payment(self, account: Account, reference: str) -> None:
        """Open a payment that the ledger has."""
        self.go(Place.SEARCH)
        self.detail.open_payment(account, reference)

    @Slot(object)
    def show_order(self, order_id: int) -> None:
        """Open a Param order."""
        self.go(Place.ORDERS)
        self.detail.open_order(order_id)

    @Slot(str)
    def ask(self, text: str) -> None:
        """Look for a reference, wherever the person is."""
        self.go(Place.SEARCH)
        self.searching.ask(text)

    def _on_accounts(self, found: Sequence[tuple[Account, bool]]) -> None:
        window = self._window
        accounts = [account for account, _ in found]
        self._askable = [account for account, can_ask in found if can_ask]
        ids = [account.id for account in accounts]
        before = window.bar.chosen.id if window.bar.chosen else window.settings.account_id
        chosen = accounts[ids.index(before)] if before in ids else next(iter(accounts), None)
        self.searching.set_accounts(self._askable, chosen)
        self.searching.narrowing.set_accounts({one.id: plain(one.name, limit=40) for one in accounts})
        self.lists.set_accounts(accounts)
        window.bar.set_accounts(
            {account: name_of(account) for account in accounts}, chosen, others=self._others(chosen)
        )
        self._show_environment(chosen)
        if not accounts:
            self.searching.welcome()
            self.setting_up.offer()
            self.ease.come_soon()
        elif text := window.take_early():
            self.ask(text)
        elif self.searching.search is None:
            self.searching.show_recent()
        if not self._arrived:
            self.go(Place.TODAY)

    @Slot(object)
    def _on_open_ends(self, ends: OpenEnds) -> None:
        next_look = look_time(ends.next_look, self._desk.clock.now()) if ends.next_look is not None else ""
        self._window.places.show_open_ends(ends.unknown, ends.awaiting)
        self._window.status.say_open_ends(ends.unknown, ends.awaiting, next_look)
        self.pages.show_ends(ends)
        self.turns.count()

    @Slot(object)
    def _on_found(self, intents: Sequence[Intent]) -> None:
        """Show again what a look may have changed: an end that was open is certain now, or doubted."""
        from gui.reversal.outcome_panel import OutcomePanel  # noqa: PLC0415  not before something was sent

        self.detail.read_if_about(intents)
        for outcome in self._window.findChildren(OutcomePanel):
            outcome.show_found(intents)
        self.searching.read_again()
        self.lists.refresh_orders()
        self.pages.refresh()

    @Slot(object)
    def _on_looked(self, intent: Intent) -> None:
        self.bell.see([intent])
        self._on_found([intent])
        self.watching.refresh()

    @Slot(object)
    def _on_settled(self, intent: Intent) -> None:
        self.pages.say_settled(intent)
        self._on_looked(intent)

    @Slot(object)
    def _on_watching_failed(self, error: ServiceError) -> None:
        self.pages.show_ends_error(error)
        self._on_error(error)

    @Slot(object)
    def _on_account_chosen(self, account: Account) -> None:
        self._window.settings.account_id = account.id
        self.searching.choose(account)
        self._window.bar.everyone.setVisible(self._others(account))
        self._show_environment(account)

    def _others(self, chosen: Account | None) -> bool:
        return any(account != chosen for account in self._askable)

    def _show_environment(self, chosen: Account | None) -> None:
        shown = Environment.DEMO if self._desk.demo else chosen.environment if chosen else None
        self._window.band.show_environment(shown)

    @Slot()
    def _close_detail(self) -> None:
        """Leave nothing open that is not chosen: its buttons move money."""
        self.detail.close_all()
        self.lists.choose_nothing()
        self._window.status.say_as_of("")

    @Slot(object)
    def _on_searched(self, search: Search) -> None:
        status = self._window.status
        missed = [failure.account for failure in search.failures if failure.account is not None]
        names = ", ".join(plain(one.name, limit=40) for one in missed or search.asked)
        if missed:
            status.say(self.tr("Not reached: {names}").format(names=names), "offline", Tone.WAITING)
        elif names:
            status.say(self.tr("Connected: {names}").format(names=names), "check", Tone.DONE)

    @Slot(object)
    def _on_opened(self, view: PaymentView | OrderView) -> None:
        time = clock_time(view.snapshot.taken_at) if is_payment(view) else ""
        self._window.status.say_as_of(time)

    @Slot(object)
    def _on_asked_again(self, view: PaymentView) -> None:
        self.searching.take(of_view(view))
        name, time = plain(view.account.name, limit=40), clock_time(view.snapshot.taken_at)
        text = self.tr("{name} answered at {time}").format(name=name, time=time)
        self._window.status.say(text, "check", Tone.DONE)

    @Slot(object)
    def _on_reversed(self, view: PaymentView | OrderView) -> None:
        self.detail.read_again(view)
        self.searching.read_again()
        self.lists.refresh_orders()
        self.watching.refresh()
        self.pages.refresh()

    @Slot(object)
    def _on_order_saved(self, order: Order) -> None:
        self.lists.refresh_orders()
        self.detail.open_order(order.id)

    @Slot()
    def _on_sat_down(self) -> None:
        """Show somebody else nothing that was left open, and what is there for them."""
        self.bell.fall_silent()
        self._close_detail()
        self.read_accounts()
        self.watching.refresh()
        self.pages.refresh()

    def _on_error(self, error: ServiceError) -> None:
        self.ease.come_soon()
        if isinstance(error, NotAllowed) and error.why in {Denied.NOBODY, Denied.ENDED}:
            self.seating.nobody_is_there(error)  # the page to sign in says it
            return
        self._window.notice.show_error(explain(error), Tone.WAITING)

    def _connect(self) -> None:
        window, detail, dialogs = self._window, self.detail, self.dialogs
        window.places.chosen.connect(self.go)
        window.bar.box.asked.connect(self.ask)
        window.bar.account_chosen.connect(self._on_account_chosen)
        window.bar.everyone.clicked.connect(partial(self.go, Place.SEARCH))
        window.bar.everyone.clicked.connect(self.searching.ask_others)
        window.status.unknown_wanted.connect(partial(self.go, Place.UNKNOWN))
        self.watching.read.connect(self._on_open_ends)
        self.watching.found.connect(self._on_found)
        self.watching.found.connect(self.bell.ring)
        dialogs.ended.connect(self.bell.ring)
        dialogs.seen.connect(self.bell.see)
        self.bell.intent_wanted.connect(self.show_intent)
        self.watching.failed.connect(self._on_watching_failed)
        self.pages.looked.connect(self._on_looked)
        self.pages.ends_wanted.connect(self.watching.refresh)
        self.pages.intent_wanted.connect(self.show_intent)
        self.pages.settle_wanted.connect(dialogs.settle)
        self.pages.place_wanted.connect(self.go)
        self.pages.accounts_wanted.connect(self.searching.accounts_wanted)
        self.pages.petition_wanted.connect(dialogs.send)
        self.turns.counted.connect(self._on_petitions)
        self.turns.failed.connect(self._on_error)
        self.pages.petitions_changed.connect(self.turns.count)
        dialogs.petitions_changed.connect(self.turns.count)
        dialogs.petitions_changed.connect(self.pages.refresh)
        self.pages.payment_wanted.connect(self.show_payment)
        self.pages.order_wanted.connect(self.show_order)
        dialogs.settled.connect(self._on_settled)
        dialogs.doubts_changed.connect(self.watching.refresh)
        self.lists.row_opened.connect(detail.open_row)
        self.lists.new_wanted.connect(dialogs.new)
        self.lists.import_wanted.connect(dialogs.bring_in)
        dialogs.orders_imported.connect(self.lists.refresh_orders)
        self.searching.began.connect(self._close_detail)
        self.searching.narrowed.connect(partial(self.go, Place.SEARCH))
        self.searching.searched.connect(self._on_searched)
        self.searching.listed.connect(self.ease.come_soon)
        detail.void_wanted.connect(dialogs.void)
        detail.return_wanted.connect(dialogs.give_back)
        detail.edit_wanted.connect(dialogs.edit)
        detail.intent_wanted.connect(self.show_intent)
        detail.opened.connect(self._on_opened)
        detail.order_removed.connect(self.lists.refresh_orders)
        detail.asked_again.connect(self._on_asked_again)
        dialogs.reversed.connect(self._on_reversed)
        dialogs.look_wanted.connect(detail.look_afresh)
        dialogs.intent_wanted.connect(self.show_intent)
        dialogs.order_saved.connect(self._on_order_saved)
        self.seating.sat_down.connect(self._on_sat_down)
