"""What is looked for just now: the words in the box, what was added to them, and what was taken away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from gui.search.chips import Chip, ChipRow
from gui.search.filter_menu import FilterMenu
from gui.search.said import said
from gui.search.views import SavedViews
from gui.search.views_menu import NameDialog, ViewsMenu
from gui.settings import Settings
from services.asking import understand
from services.domain.clock import ISTANBUL, Clock
from services.domain.question import Added, Asked, Question


class Narrowing(QObject):
    """Holds the question as a person put it, and the three things by which it is changed.

    Attributes:
        asked: The question as it was put.
        chips: What its words were taken for.
        filters: The menu that narrows it down.
        views: The menu of saved searches.
    """

    changed = Signal()
    """It was changed by a chip or a menu: the ledger is to be asked, and nobody else."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        super().__init__()
        self.asked = Asked()
        self._clock = clock
        self._saved = SavedViews(settings)
        self._accounts: Mapping[int, str] = {}
        self.filters = FilterMenu(clock)
        self.views = ViewsMenu(self._saved)
        self.chips = ChipRow(self.filters)
        self.filters.chosen.connect(self.add)
        self.chips.taken_away.connect(self.take_away)
        self.views.chosen.connect(self.take_view)
        self.views.save_wanted.connect(self._name_it)

    @property
    def question(self) -> Question:
        """The question as it reads today."""
        return understand(self.asked, self._clock.now().astimezone(ISTANBUL).date())

    def set_accounts(self, accounts: Mapping[int, str]) -> None:
        """Take the names of the accounts, by their number in the ledger."""
        self._accounts = accounts
        self.filters.set_accounts(accounts)
        self._show()

    def type(self, text: str) -> Question:
        """Take what was typed; what was taken away of other words is forgotten.

        What was added stays, but for what the new words say otherwise: who types "yesterday" means no
        other day.
        """
        if text != self.asked.text:
            self.asked = replace(self.asked, text=text, dropped=frozenset())
            typed = [term for term in self.question.terms if term.added is None]
            said = {type(term.readings[0]).__name__ for term in typed if len(term.readings) == 1}
            kept = tuple(one for one in self.asked.added if _kind(one) not in said)
            self.asked = replace(self.asked, added=kept)
        self._show()
        return self.question

    def begin_anew(self) -> None:
        """Look for nothing in particular."""
        self.asked = Asked()
        self._show()

    @Slot(object)
    def add(self, added: Added) -> None:
        """Narrow it down; of each kind there is one at a time."""
        kept = tuple(one for one in self.asked.added if _kind(one) != _kind(added))
        self.asked = replace(self.asked, added=(*kept, added))
        self._tell()

    @Slot(object)
    def take_away(self, chip: Chip) -> None:
        """Look no more for what a chip says."""
        asked = self.asked
        if chip.added is not None:
            kept = tuple(one for one in asked.added if one is not chip.added)
            self.asked = replace(asked, added=kept)
        elif chip.last:
            self.asked = replace(asked, text=_without(asked.text, chip.word))
        else:
            self.asked = replace(asked, dropped=asked.dropped | {(chip.word, chip.kind)})
        self._tell()

    @Slot(object)
    def take_view(self, asked: Asked) -> None:
        """Look for what was saved."""
        self.asked = asked
        self._tell()

    @Slot()
    def _name_it(self) -> None:
        words = [said(term.readings[0], self._accounts, term.text) for term in self.question.terms]
        proposal = self.asked.text.strip() or ", ".join(words)
        taken = [view.name for view in self._saved.all]
        dialog = NameDialog(proposal, taken, self.chips.window())
        dialog.named.connect(self._save)
        dialog.open()

    @Slot(str)
    def _save(self, name: str) -> None:
        self._saved.save(name, self.asked)

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.views.let_save(not self.asked.empty)
        self.chips.show_question(self.question, self._accounts)


def _kind(added: Added) -> str:
    name = type(added).__name__
    return "Days" if name == "DayWord" else name


def _without(text: str, word: str) -> str:
    """Return a text without a word, which may be two."""
    words, gone = text.split(), word.split()
    for place in range(len(words)):
        if words[place : place + len(gone)] == gone:
            return " ".join(words[:place] + words[place + len(gone) :])
    return text
