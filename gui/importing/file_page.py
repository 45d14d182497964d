"""The first step: for which account, and which file."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.widgets.choice import Choice
from gui.widgets.row import Row
from gui.wording import called
from services.domain.account import Account


class FilePage(QWidget):
    """Chooses account and file, and offers a sample of one.

    Attributes:
        account: The Param accounts.
        choose: Asks for the file.
        sample: Asks where to put a sample.
    """

    file_wanted = Signal()
    """A file is to be chosen."""

    sample_wanted = Signal()
    """A sample is to be written."""

    def __init__(self, accounts: Sequence[Account], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.account = Choice()
        self.account.setObjectName("account")
        for account in accounts:
            self.account.addItem(called(account), account)
        self.account.setEnabled(len(accounts) > 1)
        self.choose = QPushButton(self.tr("Choose the file…"))
        self.choose.setObjectName("choose_file")
        self.choose.setProperty("kind", "primary")
        self.choose.setAutoDefault(False)
        self.sample = QPushButton(self.tr("Save a sample file…"))
        self.sample.setObjectName("sample")
        self.sample.setAutoDefault(False)
        self._lay_out()
        self.choose.clicked.connect(self.file_wanted)
        self.sample.clicked.connect(self.sample_wanted)

    @property
    def chosen(self) -> Account | None:
        """The account that is chosen."""
        account: Account | None = self.account.currentData()
        return account

    def _lay_out(self) -> None:
        what = QLabel(
            self.tr(
                "An Excel file (.xlsx) or CSV with a row for each seller of each order. Needed are:"
                " Siparis_ID, sale time, PYSiparis_GUID, seller, product amount and payable. What the columns"
                " are called can be said in the next step. Nothing is stored before you have seen what it"
                " brings."
            )
        )
        what.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.sample)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(what)
        column.addWidget(Row(self.tr("Account"), self.account))
        column.addLayout(buttons)
        column.addStretch()
