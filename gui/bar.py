"""The bar at the top: what the program is, the search box, and as whom one asks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from gui import theme
from gui.icons import icon
from gui.search.box import SearchBox
from gui.widgets.environment import EnvironmentBadge

if TYPE_CHECKING:
    from services.domain.account import Account

_HEIGHT = 32
_NARROW = 1000
"""Width below which the box needs the room that the program's name takes."""


class TopBar(QFrame):
    """Search box, "ask everyone", and the account in whose name is asked, with its environment.

    Attributes:
        box: The search box.
        everyone: Asks all other accounts too.
        accounts: The account in the bar.
    """

    account_chosen = Signal(object)
    """The person took another `Account`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self.box = SearchBox()
        self.everyone = QPushButton(self.tr("Ask everyone"))
        self.everyone.setObjectName("everyone")
        self.everyone.setIcon(icon("everyone"))
        self.everyone.setIconSize(QSize(16, 16))
        self.everyone.setToolTip(self.tr("Ask all the other accounts too (Shift+Enter)"))
        self.everyone.setShortcut("Shift+Return")
        self.accounts = QComboBox()
        self.accounts.setObjectName("accounts")
        self.accounts.setAccessibleName(self.tr("Account that is asked"))
        self.accounts.setMinimumWidth(150)
        self.accounts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._badge = EnvironmentBadge()
        self._lay_out()
        self.accounts.activated.connect(self._on_activated)
        self.set_accounts({}, None)

    @property
    def chosen(self) -> Account | None:
        """The account in the bar; None while there is none."""
        account: Account | None = self.accounts.currentData()
        return account

    def set_accounts(
        self, named: Mapping[Account, str], chosen: Account | None, *, others: bool = False
    ) -> None:
        """Offer accounts by name, and take one of them; `others` says whether more can be asked."""
        self.accounts.clear()
        for account, name in named.items():
            self.accounts.addItem(name, account)
        if chosen is not None:
            self.accounts.setCurrentIndex(list(named).index(chosen))
        self.accounts.setVisible(bool(named))
        self.everyone.setVisible(others)
        self._show_environment()

    def put_seat(self, seat: QWidget) -> None:
        """Put who is at the desk at the very right."""
        seat.setFixedHeight(_HEIGHT)
        self._row.addWidget(seat, 0, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the box, also in the smallest window."""
        super().resizeEvent(event)
        self._name.setVisible(self.width() >= _NARROW)

    @Slot()
    def _on_activated(self) -> None:
        self._show_environment()
        self.account_chosen.emit(self.chosen)

    def _show_environment(self) -> None:
        self._badge.show_environment(self.chosen.environment if self.chosen else None)

    def _lay_out(self) -> None:
        sign = QLabel()
        sign.setPixmap(icon("app").pixmap(QSize(28, 28), self.devicePixelRatioF()))
        name = self._name = QLabel(self.tr("Refund Desk"))
        name.setProperty("kind", "title")
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.L, theme.S + 2, theme.L, theme.S + 2)
        row.setSpacing(theme.S)
        top = Qt.AlignmentFlag.AlignTop
        for part in (sign, name, self.everyone, self.accounts):
            part.setFixedHeight(_HEIGHT)  # the box grows below when it says something
        row.addWidget(sign, 0, top)
        row.addWidget(name, 0, top)
        row.addSpacing(theme.XL)
        row.addWidget(self.box, 1)
        row.addWidget(self.everyone, 0, top)
        row.addSpacing(theme.L)
        row.addWidget(self.accounts, 0, top)
        row.addWidget(self._badge, 0, top)
