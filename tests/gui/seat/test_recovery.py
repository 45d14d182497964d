"""The recovery code is on the screen when somebody wants to see it, and nowhere by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.seat.recovery import RecoveryDialog
from gui.tasks import TaskRunner
from services.desk import Desk
from services.domain.audit import Act
from tests.gui.seat.conftest import CASHIER, CASHIERS_PIN, OWNER, OWNERS_PIN
from tests.shop import Shop

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> RecoveryDialog:
    made = RecoveryDialog(shop.desk, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def on_screen(dialog: RecoveryDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def acts(desk: Desk) -> list[str]:
    return [entry.result for _, entry in desk.audit.entries() if entry.act is Act.KEY]


def test_the_code_is_hidden_until_somebody_wants_to_see_it_and_that_is_written_down(
    qtbot: QtBot, dialog: RecoveryDialog, shop: Shop
) -> None:
    assert dialog.code.value == ""
    assert acts(shop.desk) == []

    qtbot.mouseClick(dialog.show_code, LEFT)

    qtbot.waitUntil(dialog.code.isVisible)
    assert len(dialog.code.value.split("-")) == 9
    assert dialog.code.value in on_screen(dialog)
    assert acts(shop.desk) == ["recovery code shown"]


def test_it_is_copied_by_a_hand_and_by_nothing_else(qtbot: QtBot, dialog: RecoveryDialog) -> None:
    QGuiApplication.clipboard().setText("something of somebody's")
    qtbot.mouseClick(dialog.show_code, LEFT)
    qtbot.waitUntil(dialog.code.isVisible)
    dialog.understood.setChecked(True)
    assert QGuiApplication.clipboard().text() == "something of somebody's"

    qtbot.mouseClick(dialog.code.button, LEFT)

    assert QGuiApplication.clipboard().text() == dialog.code.value
    QGuiApplication.clipboard().clear()  # it was pasted where it is kept; found there, it would be a leak


def test_only_who_has_seen_it_and_wrote_it_down_can_say_so(
    qtbot: QtBot, dialog: RecoveryDialog, shop: Shop
) -> None:
    assert not dialog.understood.isEnabled()
    qtbot.mouseClick(dialog.show_code, LEFT)
    qtbot.waitUntil(dialog.understood.isEnabled)
    assert not dialog.confirm.isEnabled()

    dialog.understood.setChecked(True)
    with qtbot.waitSignal(dialog.taken):
        qtbot.mouseClick(dialog.confirm, LEFT)

    assert not shop.desk.audit.trust().code_untaken
    assert acts(shop.desk) == ["recovery code put away", "recovery code shown"]


def test_enter_shows_nothing_for_somebody_may_be_typing(qtbot: QtBot, dialog: RecoveryDialog) -> None:
    for key in (Qt.Key.Key_A, Qt.Key.Key_Space, Qt.Key.Key_Return):
        qtbot.keyClick(dialog, key)
    assert dialog.show_code.isEnabled()
    assert dialog.isVisible()


def test_a_lost_key_is_said_and_nothing_is_shown(qtbot: QtBot, dialog: RecoveryDialog, shop: Shop) -> None:
    shop.desk.audit.trust()
    shop.secrets._kept = {name: text for name, text in shop.secrets._kept.items() if "audit" not in name}
    qtbot.mouseClick(dialog.show_code, LEFT)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert not dialog.code.isVisible()
    assert dialog.show_code.isEnabled()


@pytest.mark.parametrize(
    ("who", "pin", "told"),
    [(OWNER, OWNERS_PIN, True), (CASHIER, CASHIERS_PIN, False)],
    ids=["an owner", "a cashier"],
)
def test_only_an_owner_is_told_of_it(
    qtbot: QtBot, window: MainWindow, staffed: Desk, who: str, pin: str, *, told: bool
) -> None:
    staffed.operators.sign_in(who, pin)
    window.set_desk(staffed)
    assert window.rooms is not None
    heard: list[bool] = []
    seating = window.rooms.seating
    seating.code_untaken.connect(lambda: heard.append(True))
    qtbot.waitUntil(lambda: seating.button.isVisible() and bool(seating.button.accessibleDescription()))
    assert bool(heard) is told
