"""While nobody is signed in the window is covered; locking takes nothing from whoever comes back."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.doctor.dialog import DoctorDialog
from gui.main_window import MainWindow
from gui.seat.seating import At, Seating
from gui.seat.sign_in import SignInDialog, SignInForm
from gui.tasks import TaskRunner
from services.desk import Desk
from services.domain.audit import Act
from tests.gui.seat.conftest import CASHIER, CASHIERS_PIN, MANAGER, MANAGERS_PIN, OWNER, OWNERS_PIN
from tests.shop import Shop

CTRL = Qt.KeyboardModifier.ControlModifier


def seating_of(window: MainWindow) -> Seating:
    assert window.rooms is not None
    return window.rooms.seating


def sign_in(qtbot: QtBot, form: SignInForm, name: str, pin: str) -> None:
    qtbot.waitUntil(lambda: form.who.findData(name) >= 0 and form.enter.isEnabled())
    form.who.setCurrentIndex(form.who.findData(name))
    qtbot.keyClicks(form.pin, pin)
    qtbot.keyClick(form.pin, Qt.Key.Key_Return)


@pytest.fixture
def seating(qtbot: QtBot, window: MainWindow, staffed: Desk) -> Seating:
    """The window with a cashier at the desk."""
    window.set_desk(staffed)
    seating = seating_of(window)
    qtbot.waitUntil(lambda: seating.covered)
    sign_in(qtbot, seating.page.form, CASHIER, CASHIERS_PIN)
    qtbot.waitUntil(lambda: not seating.covered)
    qtbot.waitUntil(lambda: window.bar.chosen is not None)
    return seating


def test_in_a_shop_without_pins_the_one_at_the_computer_is_the_owner(
    qtbot: QtBot, window: MainWindow, desk: Desk
) -> None:
    window.set_desk(desk)
    seating = seating_of(window)
    qtbot.waitUntil(seating.button.isVisible)
    assert desk.operators.who().name in seating.button.text()
    assert "Owner" in seating.button.text()
    seating.lock()
    assert not seating.covered


def test_a_wrong_pin_leaves_the_window_covered_and_the_line_empty(
    qtbot: QtBot, window: MainWindow, staffed: Desk
) -> None:
    window.set_desk(staffed)
    seating = seating_of(window)
    form = seating.page.form
    sign_in(qtbot, form, CASHIER, "0000")
    qtbot.waitUntil(form.notice.isVisible)
    assert form.pin.text() == ""
    assert seating.covered
    assert staffed.operators.session is None


def test_five_wrong_pins_say_until_when_it_is_locked(qtbot: QtBot, window: MainWindow, staffed: Desk) -> None:
    window.set_desk(staffed)
    form = seating_of(window).page.form
    for _ in range(5):
        sign_in(qtbot, form, CASHIER, "0000")
        qtbot.waitUntil(form.enter.isEnabled)
    assert "12:05" in form.notice.text


def test_who_signed_in_stands_in_the_bar_with_what_they_may(seating: Seating) -> None:
    assert CASHIER in seating.button.text()
    offered = {action.objectName() for action in seating.button.menu().actions()}
    assert {"seat_other", "seat_lock", "seat_own_pin"} <= offered
    assert "seat_people" not in offered


def test_the_pin_is_masked(seating: Seating) -> None:
    pin = seating.page.form.pin
    pin.setText("4711")
    assert "4711" not in pin.displayText()


def test_ctrl_l_locks_and_hides_what_was_open_until_the_same_person_is_back(
    qtbot: QtBot, window: MainWindow, seating: Seating, staffed: Desk, shop: Shop
) -> None:
    assert window.rooms is not None
    window.rooms.dialogs.doctor(shop.esnekpos)
    dialog = window.findChild(DoctorDialog)
    assert dialog is not None
    lock = next(one for one in window.actions() if one.shortcut().toString() == "Ctrl+L")
    lock.trigger()
    assert seating.covered
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: staffed.operators.session is None)

    sign_in(qtbot, seating.page.form, CASHIER, CASHIERS_PIN)
    qtbot.waitUntil(lambda: not seating.covered)
    assert dialog.isVisible()


def test_what_was_open_is_nothing_for_somebody_else(
    qtbot: QtBot, window: MainWindow, seating: Seating, shop: Shop
) -> None:
    assert window.rooms is not None
    window.rooms.dialogs.doctor(shop.esnekpos)
    dialog = window.findChild(DoctorDialog)
    assert dialog is not None
    seating.lock()
    with qtbot.waitSignals([dialog.destroyed, seating.sat_down]):
        sign_in(qtbot, seating.page.form, MANAGER, MANAGERS_PIN)
    assert MANAGER in seating.button.text()


def test_somebody_else_can_sign_in_while_the_first_still_sits(
    qtbot: QtBot, window: MainWindow, seating: Seating
) -> None:
    offered = seating.button.menu().findChildren(QAction)
    next(one for one in offered if one.objectName() == "seat_other").trigger()
    dialog = window.findChild(SignInDialog)
    assert dialog is not None
    with qtbot.waitSignal(seating.sat_down):
        sign_in(qtbot, dialog.form, OWNER, OWNERS_PIN)
    assert OWNER in seating.button.text()


def test_after_the_shops_minutes_without_a_touch_it_locks_itself_and_says_so_in_the_log(
    qtbot: QtBot, seating: Seating, staffed: Desk
) -> None:
    qtbot.waitUntil(seating.watch.timer.isActive)
    minutes = staffed.operators.settings().idle_minutes
    pass_by(seating, timedelta(minutes=minutes, seconds=-1))
    seating.watch.timer.timeout.emit()
    assert not seating.covered
    pass_by(seating, timedelta(seconds=1))
    seating.watch.timer.timeout.emit()
    assert seating.covered
    qtbot.waitUntil(lambda: staffed.operators.session is None)

    sign_in(qtbot, seating.page.form, OWNER, OWNERS_PIN)
    qtbot.waitUntil(lambda: not seating.covered)
    staffed.audit.trust()
    told = [entry for _, entry in staffed.audit.entries() if entry.act is Act.SIGN_OUT]
    assert [(entry.who, entry.result) for entry in told] == [(CASHIER, "idle")]


def pass_by(seating: Seating, by: timedelta) -> None:
    """Move the wall clock on, and no timer with it: the computer slept."""
    at = seating.watch.now() + by
    seating.watch.now = lambda: at


def test_the_first_touch_after_the_computer_slept_finds_it_locked(
    qtbot: QtBot, window: MainWindow, seating: Seating
) -> None:
    qtbot.waitUntil(seating.watch.timer.isActive)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.windowHandle().isActive())
    pass_by(seating, timedelta(hours=8))

    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Down)

    assert seating.covered


class CountedTimer(QTimer):
    """A timer that counts how often it is begun anew."""

    begun = 0

    def isActive(self) -> bool:
        return True

    def start(self, *_: object) -> None:
        self.begun += 1


def test_a_touch_anywhere_begins_the_minutes_anew(
    qtbot: QtBot, window: MainWindow, seating: Seating, staffed: Desk
) -> None:
    qtbot.waitUntil(seating.watch.timer.isActive)
    window.activateWindow()
    qtbot.waitUntil(lambda: window.windowHandle().isActive())
    nearly = timedelta(minutes=staffed.operators.settings().idle_minutes, seconds=-1)
    pass_by(seating, nearly)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Down)
    pass_by(seating, nearly)
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    pass_by(seating, nearly)
    seating.watch.timer.timeout.emit()
    assert not seating.covered


def test_an_answer_of_before_somebody_signed_in_covers_nothing_when_it_comes_late(
    qtbot: QtBot, tasks: TaskRunner, seating: Seating, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answered = threading.Event(), threading.Event()

    def nobody_yet(desk: Desk) -> At:
        asked.set()
        assert answered.wait(10)
        return At(None, desk.operators.settings(), desk.operators.names())

    with monkeypatch.context() as slow:
        slow.setattr("gui.seat.seating._at", nobody_yet)
        seating.refresh()
        assert asked.wait(10)
    timer = CountedTimer()
    seating.watch.timer = timer
    seating.refresh()
    qtbot.waitUntil(lambda: timer.begun == 1)  # somebody is there: their minutes begin

    answered.set()
    qtbot.waitUntil(lambda: not tasks.asking)
    assert not seating.covered


def test_while_money_moves_nothing_is_locked_and_then_it_is(
    qtbot: QtBot, window: MainWindow, tasks: TaskRunner, seating: Seating
) -> None:
    arrives = threading.Event()
    ended: list[object] = []
    qtbot.waitUntil(seating.watch.timer.isActive)
    tasks.write(lambda: arrives.wait(10), owner=window, on_result=ended.append, on_error=ended.append)
    pass_by(seating, timedelta(hours=1))
    seating.watch.timer.timeout.emit()
    assert not seating.covered

    arrives.set()

    qtbot.waitUntil(lambda: seating.covered)
    assert ended == [True]
