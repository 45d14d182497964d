"""The accounts of the shop, and what can be done with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.accounts.editor import AccountEditor
from gui.accounts.missing import what_is_missing
from gui.accounts.table import AccountTable
from gui.accounts.words import about, proven
from gui.errors import explain
from gui.icons import icon
from gui.roles import who_may
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.blank import Blank
from gui.widgets.doctor_call import call_the_doctor
from gui.widgets.flow import Flow
from gui.widgets.notice import Notice
from gui.wording import called
from services.accounts import Tested
from services.desk import Desk
from services.domain.account import Account, Environment
from services.domain.errors import Missing, NotConfigured, ServiceError
from services.domain.operator import Right


@dataclass(frozen=True, slots=True)
class _Removal:
    """What is about to be removed, and whether that would only retire it."""

    account: Account
    must_stay: bool


class AccountsPanel(QWidget):
    """Lists the accounts; adds, edits, tries and removes them.

    Attributes:
        table: The accounts.
        doctor: Looks for what keeps the gateway from being reached.
        notice: What was found, and what is asked before one goes.
    """

    changed = Signal()
    """An account was added, changed, retired or removed."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("accounts_panel")
        self._desk = desk
        self._tasks = tasks
        self._missing: dict[int, NotConfigured | None] = {}
        self._removal: _Removal | None = None
        self._asked = 0
        self.table = AccountTable()
        self.blank = Blank()
        self.notice = Notice()
        self.add = self._button("add", self.tr("Add…"), "add")
        self.edit = self._button("edit", self.tr("Edit…"), "edit")
        self.test = self._button("test", self.tr("Try it"), "refresh")
        self.remove = self._button("remove", self.tr("Remove…"), "remove")
        self.doctor = self._button("doctor", self.tr("Connection doctor…"), "doctor")
        self.retired = QCheckBox(self.tr("Show retired ones"))
        self.retired.setObjectName("show_retired")
        self._lay_out()
        self.add.clicked.connect(self._on_add)
        self.edit.clicked.connect(self._on_edit)
        self.test.clicked.connect(self._on_test)
        self.remove.clicked.connect(self._on_remove)
        self.doctor.clicked.connect(self._on_doctor)
        self.retired.toggled.connect(self.reload)
        self.table.currentCellChanged.connect(self._on_chosen)
        self.table.cellActivated.connect(self._on_edit)
        self.notice.action_wanted.connect(self._on_action)
        self.blank.action_wanted.connect(self._on_add)
        self._offer()
        self.reload()

    @Slot()
    def reload(self) -> None:
        """Read the accounts again, and then what each lacks."""
        self._tasks.read(
            partial(self._desk.accounts.all, retired=self.retired.isChecked()),
            owner=self,
            on_result=self._on_accounts,
            on_error=self._on_unreadable,
        )

    def open_editor(self, account: Account | None) -> AccountEditor:
        """Open the editor for an account, or for a new one."""
        editor = AccountEditor(
            self._desk, self._tasks, account, demo_address=self._demo_address(), parent=self
        )
        editor.saved.connect(self._on_saved)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.open()
        return editor

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back the question about a removal with Escape."""
        if event.key() == Qt.Key.Key_Escape and self._removal is not None:
            self._removal = None
            self.notice.hide()
            return
        super().keyPressEvent(event)

    def _on_accounts(self, accounts: list[Account]) -> None:
        self.table.show_accounts(accounts)
        self.table.setVisible(bool(accounts))
        self.blank.setVisible(not accounts)
        if not accounts:
            self.blank.say(
                "account",
                self.tr("No account yet"),
                self.tr("An account is one merchant at EsnekPOS or Param, in test or live."),
                action="" if self._why_not else self.tr("Add the first one…"),
            )
        self._offer()
        self._asked += 1
        self._tasks.read(
            partial(what_is_missing, self._desk.accounts, [a for a in accounts if not a.retired]),
            owner=self,
            on_result=partial(self._on_missing, self._asked),
            on_error=self._on_unreadable,
        )

    def _on_missing(self, asked: int, missing: dict[int, NotConfigured | None]) -> None:
        if asked != self._asked:
            return  # the accounts were read again meanwhile
        self._missing = missing
        self.table.show_missing(missing)
        self._on_chosen()

    def _on_unreadable(self, error: ServiceError) -> None:
        self._removal = None
        self.notice.show_error(explain(error) if error.account is None else about(error.account, error))

    def _on_saved(self, account: Account) -> None:
        self._removal = None
        self.changed.emit()
        self.notice.show_info(self.tr("{account}: saved.").format(account=called(account)), Tone.DONE)
        self.reload()

    @Slot()
    def _on_chosen(self) -> None:
        """Say what the account under the cursor lacks, and what to do about it."""
        self._offer()
        account = self.table.chosen
        if self._removal is not None and self._removal.account != account:
            self._removal = None
            self.notice.hide()
        missing = self._missing.get(account.id) if account is not None else None
        if account is None or missing is None or self._removal is not None:
            return
        enter = missing.missing is Missing.CREDENTIALS and not self._why_not
        self.notice.show_error(
            about(account, missing),
            Tone.WAITING if missing.missing is Missing.UNLOCKED_KEYRING else Tone.REFUSED,
            action=self.tr("Enter them…") if enter else self.tr("Check again"),
        )

    @Slot()
    def _on_add(self) -> None:
        self.open_editor(None)

    @Slot()
    def _on_edit(self) -> None:
        account = self.table.chosen
        if account is not None and not self._why_not:
            self.open_editor(account)

    @Slot()
    def _on_test(self) -> None:
        account = self.table.chosen
        if account is None:
            return
        self._removal = None
        self.notice.show_info(self.tr("{account}: trying…").format(account=called(account)), Tone.WAITING)
        self.test.setEnabled(False)
        self._tasks.read(
            partial(self._desk.accounts.test, account, None),
            owner=self,
            on_result=partial(self._on_proven, account),
            on_error=partial(self._on_disproven, account),
        )

    def _on_proven(self, account: Account, tested: Tested) -> None:
        self._offer()
        sentence, rest = proven(account, tested, self._desk.clock.now())
        self.notice.show_info(sentence, Tone.DONE, next_step=rest)

    def _on_disproven(self, account: Account, error: ServiceError) -> None:
        self._offer()
        self.notice.show_error(about(account, error))

    @Slot()
    def _on_doctor(self) -> None:
        if self.table.chosen is not None:
            call_the_doctor(self.table.chosen, self)

    @Slot()
    def _on_remove(self) -> None:
        account = self.table.chosen
        if account is None:
            return
        self._tasks.read(
            partial(self._desk.accounts.must_stay, account),
            owner=self,
            on_result=partial(self._ask_to_remove, account),
            on_error=self._on_unreadable,
        )

    def _ask_to_remove(self, account: Account, must_stay: bool) -> None:  # noqa: FBT001  an answer
        """Say which of the two it will be, and why, before anything goes."""
        if self.table.chosen != account:
            return
        self._removal = _Removal(account, must_stay)
        if must_stay:
            self.notice.show_info(
                self.tr("{account} will be retired, not deleted.").format(account=called(account)),
                Tone.WAITING,
                next_step=self.tr(
                    "Orders or returns of it are in the ledger and stay readable. Nothing new can be done"
                    " with it, and its credentials are removed from the keyring."
                ),
                action=self.tr("Retire: {name}").format(name=account.name),
            )
        else:
            self.notice.show_info(
                self.tr("{account} will be deleted.").format(account=called(account)),
                Tone.REFUSED,
                next_step=self.tr(
                    "Nothing was ever done with it here. Its credentials are removed from the keyring too."
                ),
                action=self.tr("Delete: {name}").format(name=account.name),
            )

    @Slot()
    def _on_action(self) -> None:
        removal, account = self._removal, self.table.chosen
        if removal is not None:
            self._removal = None
            self.notice.show_info(self.tr("Removing…"), Tone.WAITING)
            self._tasks.read(
                partial(self._desk.accounts.remove, removal.account.id),
                owner=self,
                on_result=partial(self._on_removed, removal.account),
                on_error=self._on_unreadable,
            )
        elif account is not None:
            missing = self._missing.get(account.id)
            if missing is not None and missing.missing is Missing.CREDENTIALS:
                self.open_editor(account)
            else:
                self.notice.hide()
                self.reload()

    def _on_removed(self, account: Account, deleted: bool) -> None:  # noqa: FBT001  an answer
        sentence = self.tr("{account}: deleted.") if deleted else self.tr("{account}: retired.")
        self.notice.show_info(sentence.format(account=called(account)), Tone.DONE)
        self.changed.emit()
        self.reload()

    def _offer(self) -> None:
        """Offer what can be done with the account under the cursor."""
        account = self.table.chosen
        why_not = self._why_not
        writable = not why_not
        self.add.setEnabled(writable)
        self.edit.setEnabled(writable and account is not None)
        in_use = account is not None and not account.retired
        self.edit.setText(self.tr("Edit…") if in_use or account is None else self.tr("Take back into use…"))
        self.test.setEnabled(in_use and self._may)
        self.doctor.setEnabled(in_use)
        self.remove.setEnabled(writable and in_use)
        for button in (self.add, self.edit, self.test, self.remove):
            button.setToolTip(why_not)
        if why_not and self.notice.isHidden():
            self.notice.show_info(why_not, Tone.NEUTRAL)

    @property
    def _may(self) -> bool:
        return self._desk.operator.may(Right.ACCOUNTS)

    @property
    def _why_not(self) -> str:
        """Why accounts can only be looked at; empty where they can be changed."""
        if self._desk.read_only:
            return self.tr("Another program holds the ledger, so accounts can only be looked at.")
        if not self._may:
            return self.tr("Accounts can be changed by: {roles}").format(roles=who_may(Right.ACCOUNTS))
        return ""

    def _demo_address(self) -> str | None:
        """Return where a demo's simulator listens, read off its accounts; None outside a demo."""
        if not self._desk.demo:
            return None
        return next((a.address for a in self.table.accounts if a.environment is Environment.DEMO), "")

    def _button(self, name: str, text: str, drawing: str) -> QPushButton:
        button = QPushButton(icon(drawing), text)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        tools = Flow(spacing=theme.S)
        for button in (self.add, self.edit, self.test, self.doctor, self.remove):
            tools.addWidget(button)
        tools.addWidget(self.retired)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.XS, theme.XS, theme.XS, theme.XS)
        inside.addWidget(self.table)
        inside.addWidget(self.blank)
        self.blank.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.M)
        layout.addLayout(tools)
        layout.addWidget(card, 1)
        layout.addWidget(self.notice)
