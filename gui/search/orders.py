"""The place of the Param orders: those that were entered here, and a button for a new one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from gui.errors import explain
from gui.format import plain
from gui.icons import icon
from gui.search.panel import ResultsPanel
from gui.search.row import of_hit
from gui.tables.export_button import ExportButton
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.wording import environment
from services.domain.account import Account
from services.domain.errors import ServiceError

if TYPE_CHECKING:
    from services.desk import Desk
    from services.lookup import Hit
    from services.tables.cells import Sheet

_MANY = 1000
"""How many are listed: whoever has more looks for one, and does not scroll to it."""


_NARROW = 480
"""Width below which the words of two buttons have no room beside the title."""


class OrdersPlace(ResultsPanel):
    """Every Param order in the ledger. They are entered by hand: Param offers no query (S 003).

    Attributes:
        new: Begins a new one; asks at which account where there are several.
        bring_in: Takes many in from a file.
        export: Writes the list into a file.
    """

    new_wanted = Signal(object)
    """Carries the Param `Account` at which an order is to be entered."""

    import_wanted = Signal(object)
    """Carries the Param accounts for which orders can be taken in from a file."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__("orders", parent)
        self._tasks = tasks
        self._desk = desk
        self.new = QPushButton(self.tr("New order"))
        self.new.setObjectName("new_order")
        self.new.setIcon(icon("add"))
        self.new.setIconSize(QSize(16, 16))
        self.new.setShortcut("Ctrl+N")
        self.new.clicked.connect(self._on_new)
        self.bring_in = QPushButton(icon("import"), self.tr("From a file…"))
        self.bring_in.setObjectName("import_orders")
        self.bring_in.setIconSize(QSize(16, 16))
        self.bring_in.setShortcut("Ctrl+I")
        self.bring_in.clicked.connect(self._on_bring_in)
        self.export = ExportButton(desk, tasks, self._sheet, wordless=True)
        for button in (self.export, self.bring_in, self.new):
            self.corner.addWidget(button)
        self._accounts: tuple[Account, ...] = ()
        self._menu = QMenu(self)
        self.table.setAccessibleName(self.tr("Param orders"))
        self.begin(self.tr("Param orders"))
        self.set_accounts(())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the buttons whole: without their words, where there is no room for them."""
        super().resizeEvent(event)
        wordless = self.width() < _NARROW
        for button, words in ((self.bring_in, self.tr("From a file…")), (self.new, self.tr("New order"))):
            button.setText("" if wordless else words)
            button.setAccessibleName(words)

    def set_accounts(self, accounts: Sequence[Account]) -> None:
        """Take the Param accounts at which orders can be entered."""
        self._accounts = tuple(accounts)
        why_not = "" if accounts else self.tr("Add a Param account first.")
        self.new.setEnabled(bool(accounts))
        self.new.setToolTip(why_not or self.tr("Enter an order by hand (Ctrl+N)"))
        self.bring_in.setEnabled(bool(accounts) and not self._desk.read_only)
        self.bring_in.setToolTip(why_not or self.tr("Take in Param orders from Excel or CSV (Ctrl+I)"))
        self._menu.clear()
        for account in accounts:
            name = f"{plain(account.name, limit=40)} ({environment(account.environment)})"
            self._menu.addAction(name).triggered.connect(partial(self._begin_at, account))

    @Slot()
    def refresh(self) -> None:
        """Read the orders from the ledger."""
        read = partial(self._desk.lookup.entered, limit=_MANY)
        self._tasks.read(read, owner=self, on_result=self._on_hits, on_error=self._on_error)

    def _on_hits(self, hits: list[Hit]) -> None:
        self.begin(self.tr("Param orders"))
        self.merge([of_hit(hit) for hit in hits])
        count = len(self.model)
        if count < _MANY:
            self.say_progress(str(count) if count else "")
        else:
            self.say_progress(self.tr("The newest %Ln; older ones are found by searching", "", count))
        self.blank.say(
            "order",
            self.tr("No orders yet"),
            self.tr("Param tells nothing about an order: enter it here once, then give back from it."),
        )

    def _on_error(self, error: ServiceError) -> None:
        self.notice.show_error(explain(error), Tone.WAITING)

    @Slot()
    def _on_new(self) -> None:
        if len(self._accounts) == 1:
            self.new_wanted.emit(self._accounts[0])
        else:
            self._menu.popup(self.new.mapToGlobal(self.new.rect().bottomLeft()))

    @Slot()
    def _on_bring_in(self) -> None:
        self.import_wanted.emit(self._accounts)

    def _sheet(self) -> Sheet:
        from gui.search.sheet import EVERYTHING, found_sheet  # noqa: PLC0415  when it is pressed

        name = self.tr("Param orders")
        return found_sheet(self._desk.lookup, name, EVERYTHING, self.table, only_orders=True)

    def _begin_at(self, account: Account, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's signature
        self.new_wanted.emit(account)
