"""The first start as a dialog: page by page, tested before it is kept."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QProcess, QSize, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.accounts.form import Typed
from gui.accounts.words import about, proven
from gui.first.pages import CredentialsPage, DonePage, WelcomePage, WhichPage
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.notice import Notice
from gui.widgets.on_screen import fitting
from services.accounts import Tested
from services.desk import Desk
from services.domain.account import Account
from services.domain.errors import InvalidInput, NotConfigured, ServiceError

_SIZE = QSize(620, 540)
_WELCOME, _WHICH, _CREDENTIALS, _DONE = range(4)


class FirstStart(QDialog):
    """Leads to a first account. What is typed is tried before it is kept; it can be kept untried.

    Attributes:
        welcome, which, credentials, done_page: Its pages.
        back, forward: From page to page.
    """

    added = Signal(object)
    """Carries the `Account` that was added."""

    def __init__(self, desk: Desk, tasks: TaskRunner, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("first_start")
        self.setWindowTitle(self.tr("First start"))
        self._desk = desk
        self._tasks = tasks
        self._language = language
        self._untried: Typed | None = None
        self._tested: Tested | None = None
        self.welcome = WelcomePage(language)
        self.which = WhichPage()
        self.credentials = CredentialsPage()
        self.done_page = DonePage()
        self.pages = QStackedWidget()
        for page in (self.welcome, self.which, self.credentials, self.done_page):
            self.pages.addWidget(page)
        self.notice = Notice()
        self.leave = _button("leave", self.tr("Later"))
        self.back = _button("back", self.tr("Back"))
        self.forward = _button("forward", "")
        self._where = QLabel()
        self._lay_out()
        self.welcome.begin.clicked.connect(partial(self._go, _WHICH))
        self.welcome.demo.clicked.connect(self._on_demo)
        self.credentials.notice.action_wanted.connect(self._on_anyway)
        self.leave.clicked.connect(self.reject)
        self.back.clicked.connect(self._on_back)
        self.forward.clicked.connect(self._on_forward)
        self._go(_WELCOME)

    @Slot()
    def _on_forward(self) -> None:
        match self.pages.currentIndex():
            case 1:
                self.credentials.ask_for(self.which.gateway, self.which.environment)
                self._go(_CREDENTIALS)
                self.credentials.form.merchant.setFocus()
            case 2:
                self._try()
            case _:
                self.accept()

    @Slot()
    def _on_back(self) -> None:
        self._go(max(_WELCOME, self.pages.currentIndex() - 1))

    def _go(self, page: int, *_: object) -> None:
        self.pages.setCurrentIndex(page)
        self.notice.hide()
        self.credentials.notice.hide()
        self.back.setVisible(page in {_WHICH, _CREDENTIALS})
        self.leave.setVisible(page != _DONE)
        self.forward.setVisible(page != _WELCOME)
        self.forward.setEnabled(True)
        self.forward.setText(
            {
                _WHICH: self.tr("Next"),
                _CREDENTIALS: self.tr("Try and keep it"),
                _DONE: self.tr("To the desk"),
            }.get(page, "")
        )
        self.forward.setDefault(page != _WELCOME)
        self.welcome.begin.setDefault(page == _WELCOME)
        self._where.setText(self.tr("{page} of {all}").format(page=page + 1, all=_DONE + 1))

    def _try(self) -> None:
        typed = self.credentials.form.read()
        if typed is None:
            return
        self.forward.setEnabled(False)
        self.credentials.notice.show_info(
            self.tr("Trying…"), Tone.WAITING, next_step=self.tr("No money moves by it.")
        )
        self._tasks.read(
            partial(self._desk.accounts.test, typed.account, typed.secrets),
            owner=self,
            on_result=partial(self._on_tested, typed),
            on_error=partial(self._on_failed, typed),
        )

    def _on_tested(self, typed: Typed, tested: Tested) -> None:
        self._tested = tested
        self._keep(typed)

    def _keep(self, typed: Typed) -> None:
        if typed.secrets is None:
            return
        self.forward.setEnabled(False)
        self._tasks.read(
            partial(self._desk.accounts.add, typed.account, typed.secrets),
            owner=self,
            on_result=self._on_added,
            on_error=partial(self._on_failed, typed),
        )

    def _on_added(self, account: Account) -> None:
        self.credentials.form.forget_secrets()
        self._go(_DONE)
        if self._tested is not None:
            sentence, rest = proven(account, self._tested, self._desk.clock.now())
            self.done_page.notice.show_info(sentence, Tone.DONE, next_step=rest)
        else:
            self.done_page.notice.show_info(
                self.tr("It is kept, but the gateway could not be reached yet."),
                Tone.WAITING,
                next_step=self.tr("The connection doctor in the settings finds out why."),
            )
        self.added.emit(account)

    def _on_failed(self, typed: Typed, error: ServiceError) -> None:
        self.forward.setEnabled(True)
        self._untried = None
        notice = self.credentials.notice
        if isinstance(error, InvalidInput) and self.credentials.form.show_problem(error):
            notice.hide()
            return
        hopeless = isinstance(error, InvalidInput | NotConfigured)
        self._untried = None if hopeless else typed
        account = typed.account
        named = replace(account, name=account.name.strip() or account.merchant or "?")
        explained = about(named, error)
        notice.show_error(explained, action="" if hopeless else self.tr("Keep it all the same"))

    @Slot()
    def _on_anyway(self) -> None:
        if self._untried is not None:
            self._tested = None
            self._keep(self._untried)

    @Slot()
    def _on_demo(self) -> None:
        """Open the demo as a program of its own: its folder, its gateways, its window."""
        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "gui"]
        started, _ = QProcess.startDetached(program[0], [*program[1:], "--demo", "--lang", self._language])
        if started:
            self.notice.show_info(self.tr("The demo opens in a window of its own."), Tone.DONE)
        else:
            self.notice.show_info(
                self.tr("The demo could not be started from here."),
                Tone.WAITING,
                next_step=self.tr("In a terminal: refund-desk --demo"),
            )

    def _lay_out(self) -> None:
        self.forward.setProperty("kind", "primary")
        self._where.setProperty("kind", "muted")
        bar = QFrame()
        bar.setProperty("kind", "foot")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        foot.setSpacing(theme.S)
        foot.addWidget(self._where)
        foot.addStretch()
        for button in (self.leave, self.back, self.forward):
            foot.addWidget(button)
        said = QVBoxLayout()
        said.setContentsMargins(theme.L, 0, theme.L, theme.M)
        said.addWidget(self.notice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.pages, 1)
        layout.addLayout(said)
        layout.addWidget(bar)
        self.resize(fitting(_SIZE))


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
