"""An owner sees to people and rules; a limit that can't be read is never taken for none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.seat.operator_editor import OperatorEditor
from gui.seat.people import PeoplePanel
from gui.seat.pin_dialog import PinDialog
from gui.seat.rights_table import RightsTable
from gui.seat.rules import Rules
from gui.tasks import TaskRunner
from services.desk import Desk
from services.domain.errors import NotAllowed
from services.domain.operator import RIGHTS, Right, Role
from tests.gui.seat.conftest import CASHIER, CASHIERS_PIN, MANAGER, OWNER, OWNERS_PIN
from tests.shop import lira

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, staffed: Desk, tasks: TaskRunner) -> PeoplePanel:
    staffed.operators.sign_in(OWNER, OWNERS_PIN)
    panel = PeoplePanel(staffed, tasks)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: panel.table.rowCount() == 3)
    return panel


def choose(panel: PeoplePanel, name: str) -> None:
    (found,) = panel.table.findItems(name, Qt.MatchFlag.MatchExactly)
    panel.table.setCurrentCell(found.row(), 0)


def editor_of(panel: PeoplePanel) -> OperatorEditor:
    editor = panel.findChild(OperatorEditor)
    assert editor is not None
    return editor


def pin_edit(dialog: PinDialog | OperatorEditor, name: str) -> QLineEdit:
    edit = dialog.findChild(QLineEdit, name)
    assert edit is not None
    return edit


def test_somebody_new_signs_in_with_the_pin_they_were_given(
    qtbot: QtBot, panel: PeoplePanel, staffed: Desk
) -> None:
    panel.add.click()
    editor = editor_of(panel)
    editor.name.setText("Ece")
    editor.role.setCurrentIndex(editor.role.findData(Role.MANAGER))
    editor.daily.edit.setText("5.000,00")
    for name in ("new_pin", "new_pin_again"):
        pin_edit(editor, name).setText("13579")
    with qtbot.waitSignal(panel.changed):
        editor.confirm.click()
    assert panel.table.rowCount() in (3, 4)
    session = staffed.operators.sign_in("Ece", "13579")
    assert session.operator.role is Role.MANAGER
    assert session.operator.limits.per_day == lira("5000,00")
    assert session.operator.limits.per_reversal is None


def test_a_limit_that_cant_be_read_is_not_taken_for_none(
    qtbot: QtBot, panel: PeoplePanel, staffed: Desk
) -> None:
    choose(panel, CASHIER)
    panel.edit.click()
    editor = editor_of(panel)
    editor.once.edit.setText("12.50")  # twelve and a half, or twelve hundred and fifty
    editor.confirm.click()
    assert not editor.saving
    assert editor.isVisible()
    qtbot.mouseClick(editor.once.readings[1], LEFT)
    with qtbot.waitSignal(panel.changed):
        editor.confirm.click()
    limits = {one.name: one.limits.per_reversal for one in staffed.operators.all()}
    assert limits[CASHIER] == lira("12,50")


def test_two_pins_that_differ_are_not_set(panel: PeoplePanel, staffed: Desk) -> None:
    choose(panel, CASHIER)
    panel.pin.click()
    asked = panel.findChild(PinDialog)
    assert asked is not None
    pin_edit(asked, "new_pin").setText("1111")
    pin_edit(asked, "new_pin_again").setText("1112")
    asked.confirm.click()
    assert not asked.saving
    assert staffed.operators.sign_in(CASHIER, CASHIERS_PIN)


def test_an_owner_gives_somebody_another_pin(qtbot: QtBot, panel: PeoplePanel, staffed: Desk) -> None:
    choose(panel, CASHIER)
    panel.pin.click()
    asked = panel.findChild(PinDialog)
    assert asked is not None
    for name in ("new_pin", "new_pin_again"):
        pin_edit(asked, name).setText("97531")
    with qtbot.waitSignal(asked.accepted):
        asked.confirm.click()
    assert staffed.operators.sign_in(CASHIER, "97531").operator.name == CASHIER


def test_ones_own_pin_takes_the_old_one(qtbot: QtBot, staffed: Desk, tasks: TaskRunner) -> None:
    staffed.operators.sign_in(CASHIER, CASHIERS_PIN)
    asked = PinDialog(staffed, tasks, None)
    qtbot.addWidget(asked)
    asked.show()
    for name in ("new_pin", "new_pin_again"):
        pin_edit(asked, name).setText("97531")
    pin_edit(asked, "old_pin").setText("0000")
    asked.confirm.click()
    qtbot.waitUntil(asked.notice.isVisible)
    assert pin_edit(asked, "old_pin").text() == ""

    pin_edit(asked, "old_pin").setText(CASHIERS_PIN)
    with qtbot.waitSignal(asked.accepted):
        asked.confirm.click()
    assert staffed.operators.sign_in(CASHIER, "97531")


def test_who_left_is_not_listed_unless_asked_for(qtbot: QtBot, panel: PeoplePanel, staffed: Desk) -> None:
    choose(panel, MANAGER)
    panel.edit.click()
    editor_of(panel).active.setChecked(False)
    with qtbot.waitSignal(panel.changed):
        editor_of(panel).confirm.click()
    qtbot.waitUntil(lambda: panel.table.rowCount() == 2)
    panel.gone.setChecked(True)
    qtbot.waitUntil(lambda: panel.table.rowCount() == 3)
    assert MANAGER not in staffed.operators.names()


def test_the_table_of_rights_is_the_matrix(qtbot: QtBot) -> None:
    table = RightsTable()
    qtbot.addWidget(table)
    for row, right in enumerate(Right):
        said = [
            table.model().index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)
            for column in range(1, len(Role) + 1)
        ]
        assert said == ["yes" if right in RIGHTS[role] else "no" for role in Role]


def test_switching_pins_on_makes_the_first_owner_who_then_signs_in(
    qtbot: QtBot, window: MainWindow, desk: Desk, tasks: TaskRunner
) -> None:
    window.set_desk(desk)
    assert window.rooms is not None
    seating = window.rooms.seating
    qtbot.waitUntil(seating.button.isVisible)
    rules = Rules(desk, tasks, window)
    rules.saved.connect(seating.refresh)
    rules.show()
    qtbot.waitUntil(rules.confirm.isEnabled)
    pins = rules.findChild(QCheckBox, "rules_pins")
    assert pins is not None
    pins.setChecked(True)
    rules.name.setText(OWNER)
    rules.pin.first.setText(OWNERS_PIN)
    rules.pin.again.setText(OWNERS_PIN)
    rules.hold.setCurrentIndex(rules.hold.findData(5))
    rules.confirm.click()

    qtbot.waitUntil(lambda: seating.covered)
    settings = desk.operators.settings()
    assert settings.pins
    assert settings.hold_seconds == 5
    with pytest.raises(NotAllowed):
        desk.operators.who()
    assert desk.operators.sign_in(OWNER, OWNERS_PIN).operator.role is Role.OWNER
