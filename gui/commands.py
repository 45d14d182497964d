"""F1, Ctrl+K and what they offer: everything in the window that can be done now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from gui.actions import ACTIONS, Action, keys_of
from gui.tasks import TaskRunner

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.palette.dialog import Doable
    from gui.rooms import Rooms
    from services.desk import Desk
    from services.domain.account import Account
    from services.lookup import Hit

_DRAWINGS = {
    "find": "search",
    "help": "keyboard",
    "today": "today",
    "search": "search",
    "orders": "order",
    "unknown": "unknown",
    "approvals": "approval",
    "reversals": "reversal",
    "day_end": "day_end",
    "settings": "settings",
    "lock": "lock",
    "look_again": "refresh",
    "new_order": "add",
    "copy_all": "copy",
}


class Commands(QObject):
    """Opens the palette and the list of keys over one window."""

    def __init__(self, window: MainWindow, rooms: Rooms, desk: Desk, tasks: TaskRunner) -> None:
        super().__init__(window)
        self._window = window
        self._rooms = rooms
        self._desk = desk
        self._tasks = tasks
        for name, call in (("palette", self.open_palette), ("help", self.open_help)):
            action = QAction(self)
            action.setShortcut(keys_of(name))
            action.triggered.connect(call)
            window.addAction(action)

    @Slot()
    def open_help(self) -> None:
        """Show every key; not over a dialog, which would be left half done underneath."""
        if QApplication.activeModalWidget() is not None:
            return
        from gui.palette.help_dialog import HelpDialog  # noqa: PLC0415  made when opened

        _open(HelpDialog(self._window))

    @Slot()
    def open_palette(self) -> None:
        """Let a person go anywhere and do anything by typing; not from a dialog, likewise."""
        if QApplication.activeModalWidget() is not None:
            return
        from gui.palette.dialog import Palette  # noqa: PLC0415  made when opened

        palette = Palette(self._desk, self._tasks, self.doable(), self._window)
        palette.hit_chosen.connect(self._on_hit)
        _open(palette)

    def doable(self) -> list[Doable]:
        """Return what can be done now: the keys that work, the settings, a doctor for each account."""
        from gui.action_words import action_name, keys_text  # noqa: PLC0415  with the palette
        from gui.palette.dialog import Doable  # noqa: PLC0415  likewise
        from gui.preferences.section import DRAWINGS, Section, section_name  # noqa: PLC0415  likewise

        found = []
        for action in ACTIONS:
            control = self._control_of(action)
            if control is not None:
                do = control.trigger if isinstance(control, QAction) else control.click
                drawing = _DRAWINGS.get(action.name, "next")
                found.append(Doable(action_name(action), drawing, do, keys_text(action.keys)))
        settings = self.tr("Settings")
        for section in Section:
            text = f"{settings}: {section_name(section)}"
            do_show = partial(self._rooms.show_settings, section)
            found.append(Doable(text, DRAWINGS[section], do_show))
        for account, name in self._accounts():
            text = self.tr("Connection doctor: {account}").format(account=name)
            found.append(Doable(text, "doctor", partial(self._rooms.dialogs.doctor, account)))
        return found

    def _control_of(self, action: Action) -> QAction | QAbstractButton | None:
        """Return what in the window has an action's key, if it can be pressed now."""
        if action.typed or action.name == "palette":
            return None
        keys = QKeySequence(action.keys)
        for one in self._window.actions():
            if one.shortcut() == keys:
                return one if one.isEnabled() else None
        for button in self._window.findChildren(QAbstractButton):
            if button.shortcut() == keys and button.isVisible() and button.isEnabled():
                return button
        return None

    def _accounts(self) -> list[tuple[Account, str]]:
        box = self._window.bar.accounts
        return [(box.itemData(row), box.itemText(row)) for row in range(box.count())]

    @Slot(object)
    def _on_hit(self, hit: Hit) -> None:
        if hit.order_id is not None:
            self._rooms.show_order(hit.order_id)
        else:
            self._rooms.show_payment(hit.account, hit.reference)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
