"""The small menu that narrows a search down: a state, an account, a day, a range of amounts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from gui.icons import icon
from gui.search.said import LISTED, day_word, state_name
from services.domain.clock import ISTANBUL, Clock
from services.domain.question import Added, AtAccount, DayWord, InState

if TYPE_CHECKING:
    from gui.search.range_dialog import RangeDialog


class FilterMenu(QToolButton):
    """A button with the menu; what is chosen there becomes a chip."""

    chosen = Signal(object)
    """Carries an `Added`."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.setObjectName("filters")
        self.setIcon(icon("filter"))
        self.setIconSize(QSize(14, 14))
        self.setText(self.tr("Narrow down"))
        self.setAccessibleName(self.tr("Narrow the search down"))
        self.setToolTip(self.tr("Only a state, an account, a day or a range of amounts (Ctrl+Shift+F)"))
        self.setShortcut("Ctrl+Shift+F")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        self._fill_days(menu.addMenu(self.tr("Sold")))
        states = menu.addMenu(self.tr("State"))
        for state in LISTED:
            self._offer(states, state_name(state), InState(state))
        self._named = menu.addMenu(self.tr("Account"))
        menu.addAction(self.tr("Amount between…")).triggered.connect(self._ask_amounts)
        self.setMenu(menu)
        self.set_accounts({})

    def set_accounts(self, accounts: Mapping[int, str]) -> None:
        """Take the accounts, by their number in the ledger."""
        self._named.clear()
        self._named.setEnabled(bool(accounts))
        for number, name in accounts.items():
            self._offer(self._named, name.replace("&", "&&"), AtAccount(number))

    def _fill_days(self, days: QMenu) -> None:
        for word in DayWord:
            self._offer(days, day_word(word), word)
        days.addSeparator()
        days.addAction(self.tr("Between two days…")).triggered.connect(self._ask_days)

    def _offer(self, menu: QMenu, words: str, added: Added) -> None:
        menu.addAction(words).triggered.connect(partial(self._on_chosen, added))

    def _on_chosen(self, added: Added, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's signature
        self.chosen.emit(added)

    @Slot()
    def _ask_days(self) -> None:
        from gui.search.range_dialog import DaysDialog  # noqa: PLC0415  made when opened

        self._open(DaysDialog(self._clock.now().astimezone(ISTANBUL).date(), self.window()))

    @Slot()
    def _ask_amounts(self) -> None:
        from gui.search.range_dialog import AmountsDialog  # noqa: PLC0415  made when opened

        self._open(AmountsDialog(self.window()))

    def _open(self, dialog: RangeDialog) -> None:
        dialog.chosen.connect(self.chosen)
        dialog.open()
