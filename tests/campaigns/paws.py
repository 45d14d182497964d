"""What a monkey at the window does next: whatever is in front of it, by mouse or by key."""

from __future__ import annotations

from random import Random

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QWidget,
)

from gui.app import Application
from services.simulator.faults import Fault
from services.simulator.server import Simulator

_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Space,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_Delete,
    Qt.Key.Key_F1,
    Qt.Key.Key_F5,
    Qt.Key.Key_F8,
)
_WITH_CONTROL = (Qt.Key.Key_K, Qt.Key.Key_F, Qt.Key.Key_E, Qt.Key.Key_N, Qt.Key.Key_I, Qt.Key.Key_Return)
_WITH_ALT = tuple(getattr(Qt.Key, f"Key_{digit}") for digit in range(1, 10))

_TYPED = (
    "kasa dün",
    "1250",
    "ORDER_REF_NUMBER",
    "siparis54",
    "9.54251311",
    "349,90 TL",
    "bu hafta",
    "İade müşteri vazgeçti",
    "12.50",
    "19.04",
    "HEPSİ",
    "İPTAL",
    "0",
    "😀 ' ; -- <b>",
    "",
)

_LEFT_ALONE = {"rules_pins", "open_demo", "begin_pins", "way_back", "restore"}
"""Locks the desk for good, starts another program, or opens another ledger: nothing is left to press then."""

_WEIGHT = {"confirm": 12, "onward": 8, "act": 6, "void": 6, "give_back": 6, "rest_0": 6, "understood": 4}
"""What moves money is pressed more often than chance would."""

_FAULTS = (
    Fault.HTTP_500,
    Fault.ANSWER_LOST_AFTER_BOOKING,
    Fault.NOT_YET_VISIBLE,
    Fault.SYSTEM_ERROR,
    Fault.HTTP_403,
)


class _Nowhere(QObject):
    """Where folders are opened: nowhere."""

    @Slot(QUrl)
    def open(self, _: QUrl) -> None:
        """Open nothing."""


class Paws:
    """Draws an act and does it. GUI thread only."""

    def __init__(self, application: Application, simulator: Simulator, chance: Random) -> None:
        self._application = application
        self._simulator = simulator
        self._chance = chance
        self._nowhere = _Nowhere(application)
        QDesktopServices.setUrlHandler("file", self._nowhere, "open")  # type: ignore[arg-type]  # it takes a name

    def act(self) -> str:
        """Do something, and return what."""
        front = self._front()
        if isinstance(front, QFileDialog):
            front.reject()
            return "file dialog left"
        if isinstance(front, QMenu):
            return self._choose_from(front)
        acts = (
            (self._press, 44),
            (self._type, 14),
            (self._key, 20),
            (self._choose_row, 12),
            (self._choose_one, 4),
            (self._open_a_sale, 4),
            (self._misbehave, 2),
        )
        ((act, _),) = self._chance.choices(acts, weights=[weight for _, weight in acts])
        return act(front)

    def let_go(self) -> None:
        """Close everything that stands before the window."""
        self._simulator.faults.clear()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, (QMenu, QDialog)) and widget.isVisible():
                widget.close()

    def _front(self) -> QWidget:
        return (
            QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._application.window
        )

    def _press(self, front: QWidget) -> str:
        buttons = [
            one
            for one in front.findChildren(QAbstractButton)
            if one.isEnabled()
            and not one.visibleRegion().isEmpty()
            and one.window() is front.window()
            and one.objectName() not in _LEFT_ALONE
        ]
        if not buttons:
            return "pressed nothing"
        (button,) = self._chance.choices(buttons, [_WEIGHT.get(one.objectName(), 1) for one in buttons])
        name = f"pressed {type(button).__name__} {button.objectName()} {button.text()!r}"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        return name

    def _type(self, front: QWidget) -> str:
        lines = [
            one
            for one in front.findChildren(QLineEdit)
            if one.isEnabled() and one.isVisible() and "pin" not in one.objectName()
        ]
        if not lines:
            return "typed nothing"
        line, words = self._chance.choice(lines), self._chance.choice(_TYPED)
        line.setFocus()
        QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in words:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(line, key)
        return f"typed {words!r}"

    def _open_a_sale(self, front: QWidget) -> str:
        """Look one up, as the scanner does, and ask for what can be done with it."""
        book, box = self._simulator.book, self._application.window.bar.box
        if front is not self._application.window:
            front.close()
        names = [sale.reference for sale in book.sales()] + [order.siparis_id for order in book.orders()]
        reference = self._chance.choice(names[-40:])
        box.line.setText(reference)
        QTest.keyClick(box.line, Qt.Key.Key_Return)
        return "opened a sale"

    def _key(self, front: QWidget) -> str:
        none, control, alt = (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.AltModifier,
        )
        keys, held = self._chance.choice(
            ((_KEYS, none), (_KEYS, none), (_WITH_CONTROL, control), (_WITH_ALT, alt))
        )
        key = self._chance.choice(keys)
        front.activateWindow()
        QTest.keyClick(QApplication.focusWidget() or front, key, held)
        return f"key {key.name} {held.name}"

    def _choose_row(self, front: QWidget) -> str:
        views = [
            one
            for one in front.findChildren(QAbstractItemView)
            if one.isVisible() and one.isEnabled() and one.viewport().isVisible()
        ]
        if not views:
            return "row nowhere"
        view = self._chance.choice(views)
        size = view.viewport().size()
        at = QPoint(
            self._chance.randrange(max(size.width(), 1)), self._chance.randrange(max(size.height(), 1))
        )
        click = self._chance.choice((QTest.mouseClick, QTest.mouseClick, QTest.mouseDClick))
        click(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        return f"row of {view.objectName()}"

    def _choose_one(self, front: QWidget) -> str:
        boxes = [
            one
            for one in front.findChildren(QComboBox)
            if one.isVisible() and one.isEnabled() and one.count()
        ]
        if not boxes:
            return "chose nothing"
        box = self._chance.choice(boxes)
        box.setCurrentIndex(self._chance.randrange(box.count()))
        return f"chose in {box.objectName()}"

    def _choose_from(self, menu: QMenu) -> str:
        actions = [
            one for one in menu.actions() if one.isEnabled() and one.isVisible() and not one.isSeparator()
        ]
        actions = [one for one in actions if one.menu() is None and one.objectName() not in _LEFT_ALONE]
        if not actions or self._chance.random() < 0.3:
            menu.close()
            return "menu left"
        action = self._chance.choice(actions)
        menu.close()
        action.trigger()
        return f"menu {action.text()!r}"

    def _misbehave(self, _: QWidget) -> str:
        fault = self._chance.choice(_FAULTS)
        self._simulator.faults.next(fault)
        return f"fault {fault.name}"
