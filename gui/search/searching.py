"""Looking for a payment: box, finder and list, brought together over an open desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from gui.errors import Explained, explain
from gui.format import plain
from gui.search.box import SearchBox
from gui.search.finder import Failure, Finder, Search
from gui.search.panel import ResultsPanel
from gui.search.row import Row, of_view
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.wording import gateway
from services.domain.account import Account
from services.domain.errors import CredentialsRefused, NotConfigured

if TYPE_CHECKING:
    from services.desk import Desk


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

    def __init__(self, desk: Desk, tasks: TaskRunner, box: SearchBox, panel: ResultsPanel) -> None:
        super().__init__(panel)
        self._box = box
        self._panel = panel
        panel.table.setAccessibleName(self.tr("What was found"))
        self._accounts: tuple[Account, ...] = ()
        self._chosen: Account | None = None
        self._finder = Finder(desk, tasks, self)
        self._finder.began.connect(self._on_began)
        self._finder.asking.connect(self._on_asking)
        self._finder.found.connect(panel.merge)
        self._finder.ended.connect(self._on_ended)
        panel.notice.action_wanted.connect(self._on_notice)
        panel.blank.action_wanted.connect(self.accounts_wanted)

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
        """Show what was looked at last; the ledger alone is asked."""
        self._finder.begin("", [])

    @Slot(str)
    def ask(self, text: str) -> None:
        """Look for a reference, exactly as it stands."""
        self._box.say("")
        self._finder.begin(text, [one for one in self._accounts if one == self._chosen])

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
        self._panel.begin(self._title_of(search))
        self._panel.say_progress("")
        self._panel.blank.say("search", self.tr("Looking…"))

    @Slot(object)
    def _on_asking(self, search: Search) -> None:
        names = ", ".join(plain(one.name, limit=30) for one in search.asked[-3:])
        self._panel.say_progress(self.tr("asking {names}…").format(names=names))

    @Slot(object)
    def _on_ended(self, search: Search) -> None:
        count = len(self._panel.model)
        self._panel.say_progress(str(count) if count else "")
        self._say_failures(search.failures)
        if search.nothing_found:
            self._say_nothing(search)
        elif search.text:
            self._open_the_only_one(search)
        self.searched.emit(search)

    def _open_the_only_one(self, search: Search) -> None:
        if len(search.views) == 1:
            self._panel.open(of_view(search.views[0]).key)
        elif not search.views and len(self._panel.model) == 1:
            self._panel.open(self._panel.model.row_at(0).key)

    def _say_nothing(self, search: Search) -> None:
        shown = plain(search.text, limit=60)
        if not search.text:
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
            self._panel.blank.say("search", self.tr("Nothing found"), self._who_was_asked(search))
            trimmed = search.text.strip()
            self._box.say(
                self.tr("Not found: {text}").format(text=shown),
                trimmed=trimmed if trimmed != search.text else "",
            )

    def _who_was_asked(self, search: Search) -> str:
        if not search.asked:
            return self.tr("Only the ledger was asked: this account's gateway answers no queries.")
        names = ", ".join(plain(one.name, limit=30) for one in search.asked)
        return self.tr("Asked: the ledger and {names}.").format(names=names)

    def _say_failures(self, failures: Sequence[Failure]) -> None:
        if not failures:
            self._panel.notice.hide()
            return
        told = [explain(failure.error) for failure in failures]
        setup = all(isinstance(one.error, NotConfigured | CredentialsRefused) for one in failures)
        action = self.tr("Open the accounts") if setup else self.tr("Ask again")
        if len(told) == 1:
            whole = told[0]
            sentence = f"{self._name_of(failures[0])}: {whole.sentence}"
            explained = Explained(sentence, whole.next_step, whole.technical)
        else:
            explained = Explained(
                self.tr("{count} could not be asked.").format(count=len(told)),
                "\n".join(
                    f"{self._name_of(failure)}: {one.sentence}"
                    for failure, one in zip(failures, told, strict=True)
                ),
                "\n\n".join(one.technical for one in told),
            )
        self._panel.notice.show_error(explained, Tone.WAITING, action=action)

    def _name_of(self, failure: Failure) -> str:
        if failure.account is None:
            return self.tr("Ledger")
        return f"{plain(failure.account.name, limit=40)} ({gateway(failure.account.gateway)})"

    @Slot()
    def _on_notice(self) -> None:
        search = self._finder.search
        if search is None:
            return
        if all(isinstance(one.error, NotConfigured | CredentialsRefused) for one in search.failures):
            self.accounts_wanted.emit()
            return
        if any(one.account is None for one in search.failures):
            self._finder.begin(search.text, search.asked)
            return
        self._finder.ask([one.account for one in search.failures if one.account is not None])

    def _title_of(self, search: Search) -> str:
        if not search.text:
            return self.tr("Looked at last")
        return f"\N{LEFT DOUBLE QUOTATION MARK}{plain(search.text, limit=32)}\N{RIGHT DOUBLE QUOTATION MARK}"
