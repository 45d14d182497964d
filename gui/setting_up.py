"""Joins the settings and the first start to the window: whose accounts, which people, what language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from gui.preferences.section import Section
from gui.tasks import TaskRunner
from services.domain.operator import Right

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.rooms import Rooms
    from services.desk import Desk


class SettingUp(QObject):
    """Leads a shop without an account to its first one, and others to their settings.

    What is looked for while there is no account is kept, and looked for as soon as there is one.
    """

    def __init__(self, window: MainWindow, rooms: Rooms, desk: Desk, tasks: TaskRunner) -> None:
        super().__init__(window)
        self._window = window
        self._rooms = rooms
        self._desk = desk
        self._tasks = tasks
        self._offered = False
        pages, seating = rooms.pages, rooms.seating
        rooms.searching.accounts_wanted.connect(self._on_accounts_wanted)
        pages.accounts_changed.connect(rooms.read_accounts)
        pages.people_changed.connect(seating.refresh)
        pages.safekeeping_wanted.connect(seating.open_safekeeping)
        pages.language_chosen.connect(window.places.language_chosen)
        pages.appearance_chosen.connect(window.places.appearance_chosen)
        seating.people_wanted.connect(partial(rooms.show_settings, Section.PEOPLE))
        window.bar.box.asked.connect(self._on_asked)

    def offer(self) -> None:
        """There is no account: lead to the first one, once, if whoever is here may add it."""
        if self._window.has_early:
            self._window.bar.box.say(
                self.tr("Kept: it is looked for as soon as there is an account."), kind="muted"
            )
        in_the_way = self._rooms.seating.covered or QApplication.activeModalWidget() is not None
        if not self._offered and self._may_add and not self._desk.demo and not in_the_way:
            self._offered = True
            self.open_first_start()

    @Slot()
    def open_first_start(self) -> None:
        """Lead to the first account, page by page."""
        from gui.first.dialog import FirstStart  # noqa: PLC0415  once in a shop's life

        first = FirstStart(self._desk, self._tasks, self._window.language, self._window)
        first.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first.added.connect(self._rooms.read_accounts)
        first.finished.connect(self._rooms.seating.look_at_trust)
        first.welcome.language_chosen.connect(self._window.places.language_chosen)
        first.open()

    @property
    def _may_add(self) -> bool:
        return not self._desk.read_only and self._desk.operator.may(Right.ACCOUNTS)

    @Slot()
    def _on_accounts_wanted(self) -> None:
        if self._window.bar.chosen is None and self._may_add and not self._desk.demo:
            self.open_first_start()
        else:
            self._rooms.show_settings(Section.ACCOUNTS)

    @Slot(str)
    def _on_asked(self, text: str) -> None:
        if self._window.bar.chosen is None:
            self._window.keep_early(text)
