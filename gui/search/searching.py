"""Looking for a payment: box, finder and list, brought together over an open desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.format import plain
from gui.search.box import SearchBox
from gui.search.came_of_it import how_many, is_about_accounts, title_of, who_was_asked, why_not
from gui.search.column_choice import ColumnChoice
from gui.search.columns import Column
from gui.search.finder import Failure, Finder, Search
from gui.search.narrowing import Narrowing
from gui.search.panel import ResultsPanel
from gui.search.row import Row, of_view
from gui.settings import Settings
from gui.tasks import TaskRunner
from gui.theme import Tone
from services.domain.account import Account
from services.domain.question import By, Sorting

if TYPE_CHECKING:
    from services.desk import Desk

_BY = {
    Column.WHEN: By.MOMENT,
    Column.AMOUNT: By.AMOUNT,
    Column.STATE: By.STATE,
    Column.REFERENCE: By.REFERENCE,
    Column.GIVEN_BACK: By.GIVEN_BACK,
    Column.POS: By.POS,
    Column.ACCOUNT: By.ACCOUNT,
    Column.AS_OF: By.TAKEN_AT,
}


class Searching(QObject):
    """Asks the ledger and the account in the bar at once; the others when a person wants it.

    What comes of it is shown in the panel, and beside the box when it came to nothing.
    """

    accounts_wanted = Signal()
    """The person wants to add or mend an account."""

    began = Signal()
    """Something else is looked for: what was opened before is of the past."""

    searched = Signal(object)
    """A `Search` has ended."""

    listed = Signal()
    """What came in of a search, or that it failed, is on the screen: there may be more to come."""

    narrowed = Signal()
    """A chip, a filter or a saved search is at work: it is to be seen what comes of it."""

    def __init__(
        self, desk: Desk, tasks: TaskRunner, box: SearchBox, panel: ResultsPanel, settings: Settings
    ) -> None:
        super().__init__(panel)
        self._box = box
        self._panel = panel
        self._clock = desk.clock
        self.narrowing = Narrowing(settings, desk.clock)
        self.narrowing.setParent(self)
        self.narrowing.changed.connect(self._on_narrowed)
        panel.below_title.addWidget(self.narrowing.chips)
        panel.corner.addWidget(ColumnChoice(panel.table, settings).button)
        box.put_beside(self.narrowing.views)
        panel.table.setAccessibleName(self.tr("What was found"))
        self._accounts: tuple[Account, ...] = ()
        self._chosen: Account | None = None
        self._finder = Finder(desk, tasks, self)
        self._finder.began.connect(self._on_began)
        self._finder.asking.connect(self._on_asking)
        self._finder.found.connect(panel.merge)
        self._finder.found.connect(self.listed)
        panel.model.more_wanted.connect(self._finder.more)
        panel.model.sorted_anew.connect(self._on_sorted)
        self._finder.ended.connect(self._on_ended)
        panel.notice.action_wanted.connect(self._on_notice)
        self._offered: Callable[[], None] = self.accounts_wanted.emit
        panel.blank.action_wanted.connect(self._on_blank)

    @property
    def search(self) -> Search | None:
        """The search under way, or the last one."""
        return self._finder.search

    def set_accounts(self, askable: Sequence[Account], chosen: Account | None) -> None:
        """Take the accounts whose gateways answer, and the one in the bar."""
        self._accounts, self._chosen = tuple(askable), chosen

    def choose(self, account: Account) -> None:
        """Take another account into the bar; the next search asks it."""
        self._chosen = account

    def welcome(self) -> None:
        """Say what to do first: there is no account yet."""
        self._finder.drop()
        self._panel.begin(self.tr("Payments"))
        self._offered = self.accounts_wanted.emit
        self._panel.blank.say(
            "account",
            self.tr("Welcome. Your account comes first."),
            self.tr("Add your merchant account at EsnekPOS or Param; then you can look for payments."),
            tone=Tone.ACCENT,
            action=self.tr("Add an account"),
        )

    @Slot()
    def read_again(self) -> None:
        """Read the ledger again about what is listed, after something was done."""
        self._finder.read_again()

    @property
    def others(self) -> list[Account]:
        """The accounts that were not asked in the present search, and could be."""
        search = self._finder.search
        if search is None or not search.text:
            return []
        failed = [failure.account for failure in search.failures]
        return [one for one in self._accounts if one not in search.asked or one in failed]

    @Slot()
    def show_recent(self) -> None:
        """Show what was sold last of all that was looked at; the ledger alone is asked."""
        self.narrowing.begin_anew()
        self._look([])

    def show_everything(self) -> None:
        """Take all conditions away."""
        self._box.line.clear()
        self.show_recent()
        self._box.focus()

    @Slot(str)
    def ask(self, text: str) -> None:
        """Look for what was typed; a gateway is asked for exactly that, if it can be a whole reference."""
        self._box.say("")
        question = self.narrowing.type(text)
        asked = [one for one in self._accounts if one == self._chosen and question.may_be_reference]
        self._look(asked)

    @Slot()
    def ask_others(self) -> None:
        """Ask every other account too, about what is in the box."""
        text = self._box.line.text()
        if not text.strip():
            self._box.go.click()
            return
        search = self._finder.search
        if search is None or search.text != text:
            self.ask(text)
        if not self.narrowing.question.may_be_reference:
            self._box.say(
                self.tr("This is no whole reference: only the ledger can be searched."), kind="muted"
            )
            return
        others = self.others
        if others:
            self._finder.ask(others)
        else:
            self._box.say(self.tr("There is no other account to ask."), kind="muted")

    def take(self, row: Row) -> None:
        """Put a newer look at a payment into the list."""
        if self._panel.model.line_of(row.key) is not None:
            self._panel.merge([row])

    @Slot(object)
    def _on_began(self, search: Search) -> None:
        self.began.emit()
        self._panel.begin(title_of(search))
        self._panel.say_progress("")
        self._panel.blank.say("search", self.tr("Looking…"))

    @Slot(object)
    def _on_asking(self, search: Search) -> None:
        names = ", ".join(plain(one.name, limit=30) for one in search.asked[-3:])
        self._panel.say_progress(self.tr("asking {names}…").format(names=names))

    @Slot(object)
    def _on_ended(self, search: Search) -> None:
        self._panel.model.say_more(search.after is not None)
        self._panel.say_progress(how_many(search, self._panel.model.rows, self._clock.now()))
        self._say_failures(search.failures)
        if search.nothing_found:
            self._say_nothing(search)
        elif search.text and search.pages == 1:
            self._open_the_only_one(search)
        self.searched.emit(search)

    def _open_the_only_one(self, search: Search) -> None:
        """Open what a gateway knows by this reference, or the one that bears it, or the only one there is."""
        rows = self._panel.model.rows
        named = [row for row in rows if row.reference == search.text]
        if len(search.views) == 1:
            self._panel.open(of_view(search.views[0]).key)
        elif search.views:
            return
        elif len(named) == 1:
            self._panel.open(named[0].key)
        elif len(rows) == 1:
            self._panel.open(rows[0].key)

    def _look(self, accounts: Sequence[Account]) -> None:
        column, descending = self._panel.model.sorting
        self._finder.begin(self.narrowing.question, Sorting(_BY[column], descending), accounts)

    @Slot()
    def _on_narrowed(self) -> None:
        self._box.line.setText(self.narrowing.asked.text)
        self._box.say("")
        self.narrowed.emit()
        self._look([])

    @Slot()
    def _on_sorted(self) -> None:
        """Sorted by another column, the first page is another one; but not where all is there already."""
        search = self._finder.search
        if search is not None and search.found < search.total:
            self._look([])

    @Slot()
    def _on_blank(self) -> None:
        self._offered()

    def _say_nothing(self, search: Search) -> None:
        shown = plain(search.text, limit=60)
        if search.question.terms and not search.question.may_be_reference and not search.failures:
            self._offered = self.show_everything
            self._panel.blank.say(
                "search",
                self.tr("Nothing here fits all of this"),
                self.tr("What was looked at on this computer was searched. Take a condition away, or all."),
                action=self.tr("Show everything"),
            )
        elif not search.text:
            self._panel.blank.say(
                "search",
                self.tr("Type or scan a reference"),
                self.tr("What you look at is kept here, to be found again without the network."),
            )
        elif search.failures:
            self._panel.blank.say(
                "offline",
                self.tr("Not in the ledger, and not everyone could be asked"),
                self.tr("Whether there is such a payment is not known yet."),
                tone=Tone.WAITING,
            )
            self._box.say(self.tr("Not in the ledger: {text}").format(text=shown))
        else:
            self._panel.blank.say("search", self.tr("Nothing found"), who_was_asked(search))
            trimmed = search.text.strip()
            self._box.say(
                self.tr("Not found: {text}").format(text=shown),
                trimmed=trimmed if trimmed != search.text else "",
            )

    def _say_failures(self, failures: Sequence[Failure]) -> None:
        if not failures:
            self._panel.notice.hide()
            return
        action = self.tr("Open the accounts") if is_about_accounts(failures) else self.tr("Ask again")
        self._panel.notice.show_error(why_not(failures), Tone.WAITING, action=action)

    @Slot()
    def _on_notice(self) -> None:
        search = self._finder.search
        if search is None:
            return
        if is_about_accounts(search.failures):
            self.accounts_wanted.emit()
            return
        if any(one.account is None for one in search.failures):
            self._look(search.asked)
            return
        self._finder.ask([one.account for one in search.failures if one.account is not None])
