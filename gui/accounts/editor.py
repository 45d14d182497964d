"""The editor of one account: typed, tried, saved."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from gui import theme
from gui.accounts.form import AccountForm, Typed
from gui.accounts.words import about, proven
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.doctor_call import DoctorCall
from gui.widgets.draft_dialog import DraftDialog
from services.accounts import Tested
from services.desk import Desk
from services.domain.account import Account, Environment, GatewayName
from services.domain.errors import InvalidInput, ServiceError

_SIZE = QSize(560, 700)


class AccountEditor(DraftDialog):
    """Adds an account, or changes one. What was typed survives a save that failed.

    Attributes:
        form: Everything that is typed.
        test: Tries what stands there, without saving it and without moving money.
    """

    saved = Signal(object)
    """The `Account` as it is kept now."""

    def __init__(
        self,
        desk: Desk,
        tasks: TaskRunner,
        account: Account | None,
        *,
        demo_address: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("account_editor")
        self._desk = desk
        self._tasks = tasks
        self._account = account
        self.form = AccountForm(account, demo_address=demo_address)
        self.test = QPushButton(self.tr("Try it"))
        self.test.setObjectName("test")
        self.test.setAutoDefault(False)
        self.test.clicked.connect(self._on_test)
        self.set_body(self.form, _SIZE, extra=self.test)
        self.form.changed.connect(self._name_what_happens)
        self._name_what_happens()

    def has_unsaved(self) -> bool:
        """Whether something differs from what is kept."""
        return self.form.has_unsaved()

    def save(self) -> None:
        """Check and keep what was typed, secrets into the keyring."""
        typed = self.form.read()
        if typed is None:
            self.scroll_to_focus()
            return
        admin = self._desk.accounts
        if self._account is None and typed.secrets is not None:
            call = partial(admin.add, typed.account, typed.secrets)
        else:
            call = partial(admin.change, typed.account, typed.secrets)
        self.hold()
        self.notice.show_info(
            self.tr("Saving…"),
            Tone.WAITING,
            next_step=self.tr("If the keyring asks for its password, give it there."),
        )
        self._tasks.read(call, owner=self, on_result=self._on_saved, on_error=partial(self._on_failed, typed))

    def customEvent(self, event: QEvent) -> None:
        """Have the doctor look at what stands here, saved or not."""
        typed = self.form.read() if isinstance(event, DoctorCall) else None
        if isinstance(event, DoctorCall) and typed is not None:
            from gui.doctor.dialog import DoctorDialog  # noqa: PLC0415  made when opened

            event.accept()
            dialog = DoctorDialog(self._desk, self._tasks, _named(typed.account), typed.secrets, parent=self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    @Slot()
    def _on_test(self) -> None:
        typed = self.form.read()
        if typed is None:
            self.scroll_to_focus()
            return
        self.test.setEnabled(False)
        self.notice.show_info(self.tr("Trying…"), Tone.WAITING)
        self._tasks.read(
            partial(self._desk.accounts.test, typed.account, typed.secrets),
            owner=self,
            on_result=partial(self._on_proven, typed),
            on_error=partial(self._on_disproven, typed),
        )

    def _on_saved(self, account: Account) -> None:
        self.form.forget_secrets()
        self.saved.emit(account)
        self.accept()

    def _on_failed(self, typed: Typed, error: ServiceError) -> None:
        self.stay()
        self._say(typed, error)

    def _on_proven(self, typed: Typed, tested: Tested) -> None:
        self.test.setEnabled(True)
        sentence, rest = proven(_named(typed.account), tested, self._desk.clock.now())
        self.notice.show_info(sentence, Tone.DONE, next_step=rest)

    def _on_disproven(self, typed: Typed, error: ServiceError) -> None:
        self.test.setEnabled(True)
        self._say(typed, error)

    def _say(self, typed: Typed, error: ServiceError) -> None:
        if isinstance(error, InvalidInput) and self.form.show_problem(error):
            self.notice.hide()
            self.scroll_to_focus()
            return
        self.notice.show_error(about(_named(typed.account), error))

    @Slot()
    def _name_what_happens(self) -> None:
        """Name the account on the window and the button: which one, and whether money is real."""
        self.band.show_environment(self.form.typed_environment)
        live = self.form.typed_environment is Environment.LIVE
        if self._account is None:
            title, button = self.tr("New account"), self.tr("Add the account")
            button = self.tr("Add the LIVE account") if live else button
        elif self._account.retired:
            title, button = self.tr("Take an account back into use"), self.tr("Take it back into use")
            button = self.tr("Take the LIVE account back into use") if live else button
        else:
            title, button = self.tr("Edit an account"), self.tr("Save the account")
            button = self.tr("Save the LIVE account") if live else button
        self.setWindowTitle(title)
        self.confirm.setText(button)
        theme.mark(self.confirm, "kind", "danger" if live else "primary")
        esnekpos = self.form.typed_gateway is GatewayName.ESNEKPOS
        self.test.setToolTip(
            self.tr("Sends one harmless query")
            if esnekpos
            else self.tr("Only looks whether Param's service answers; its one operation moves money")
        )


def _named(account: Account) -> Account:
    """Return an account that is called something, for a sentence about it."""
    return account if account.name.strip() else replace(account, name=account.merchant or "?")
