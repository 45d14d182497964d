"""Going back to a backup from the window: looked at first, typed on purpose, and never over an open end."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.seat.safekeeping import SafekeepingDialog
from gui.seat.way_back import WayBackDialog
from gui.tasks import TaskRunner
from services.simulator.faults import Fault
from tests.services.staff import CASHIER, OWNER, PINS, staffed
from tests.shop import Shop

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def backup(shop: Shop, tmp_path: Path) -> Path:
    """A backup with one reversal in it; another one was made after it."""
    shop.void(shop.a_sale("10,00"))
    file = tmp_path / "desk.backup"
    shop.desk.office().backups.write(file)
    shop.void(shop.a_sale("20,00"))
    return file


@pytest.fixture
def dialog(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> WayBackDialog:
    made = WayBackDialog(shop.desk, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def facts(dialog: WayBackDialog) -> list[str]:
    card = dialog.findChild(QFrame, "backup_facts")
    assert card is not None
    return [label.text() for label in card.findChildren(QLabel)]


def test_what_is_in_the_backup_and_what_it_has_forgotten_is_said_before_a_word_can_be_typed(
    qtbot: QtBot, dialog: WayBackDialog, backup: Path
) -> None:
    assert not dialog.word.isVisible()

    dialog.look_at(backup)

    qtbot.waitUntil(dialog.facts.isVisible)
    assert str(backup) in facts(dialog)
    assert "20.11.2026 12:00" in facts(dialog)
    assert "1 reversal" in dialog.warning.text
    assert dialog.word.isVisible()
    assert not dialog.confirm.isEnabled()


def test_it_goes_only_with_the_word(qtbot: QtBot, dialog: WayBackDialog, backup: Path, shop: Shop) -> None:
    dialog.look_at(backup)
    qtbot.waitUntil(dialog.facts.isVisible)
    qtbot.keyClicks(dialog.word, "RESTOR")
    assert not dialog.confirm.isEnabled()
    qtbot.keyClicks(dialog.word, "E")

    with qtbot.waitSignal(dialog.wanted) as wanted:
        qtbot.mouseClick(dialog.confirm, LEFT)

    assert wanted.args == [backup, shop.desk.operators.who().name]
    assert not dialog.isVisible()


def test_a_file_that_is_no_backup_is_called_that_and_not_the_ledger(
    qtbot: QtBot, dialog: WayBackDialog, tmp_path: Path
) -> None:
    file = tmp_path / "photograph.jpg"
    file.write_bytes(b"\xff\xd8" * 5000)

    dialog.look_at(file)

    qtbot.waitUntil(lambda: "no backup" in dialog.notice.text)
    assert str(file) in dialog.notice.text
    assert dialog.choose.isEnabled()
    assert not dialog.facts.isVisible()
    assert not dialog.confirm.isEnabled()


def test_while_an_end_is_unknown_the_word_is_not_asked_for(
    qtbot: QtBot, dialog: WayBackDialog, backup: Path, shop: Shop
) -> None:
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation="move")
    shop.void(shop.a_sale("30,00"))

    dialog.look_at(backup)

    qtbot.waitUntil(dialog.facts.isVisible)
    assert "no certain end" in dialog.warning.text
    assert not dialog.word.isVisible()
    assert not dialog.confirm.isEnabled()


def test_while_money_moves_it_waits_to_be_pressed_again(
    qtbot: QtBot, dialog: WayBackDialog, backup: Path, tasks: TaskRunner
) -> None:
    dialog.look_at(backup)
    qtbot.waitUntil(dialog.facts.isVisible)
    dialog.word.setText("RESTORE")
    arrives = threading.Event()
    ended: list[object] = []
    tasks.write(lambda: arrives.wait(10), owner=dialog, on_result=ended.append, on_error=ended.append)

    qtbot.mouseClick(dialog.confirm, LEFT)

    qtbot.waitUntil(lambda: "on the move" in dialog.notice.text)
    assert dialog.isVisible()
    assert dialog.confirm.isEnabled()
    arrives.set()
    qtbot.waitUntil(lambda: ended == [True])


def test_safekeeping_leads_there_and_passes_it_on(
    qtbot: QtBot, shop: Shop, tasks: TaskRunner, backup: Path
) -> None:
    safekeeping = SafekeepingDialog(shop.desk, tasks)
    qtbot.addWidget(safekeeping)
    safekeeping.show()
    qtbot.mouseClick(safekeeping.go_back, LEFT)
    dialog = safekeeping.findChild(WayBackDialog)
    assert dialog is not None
    dialog.look_at(backup)
    qtbot.waitUntil(dialog.facts.isVisible)
    dialog.word.setText("RESTORE")
    with qtbot.waitSignal(safekeeping.way_back_wanted):
        qtbot.mouseClick(dialog.confirm, LEFT)
    assert not safekeeping.isVisible()


def test_where_pins_are_on_an_owners_pin_is_asked_for_and_leaves_the_line(
    qtbot: QtBot, dialog: WayBackDialog, backup: Path, shop: Shop
) -> None:
    staffed(shop, sits=OWNER)
    dialog.look_at(backup)
    qtbot.waitUntil(dialog.facts.isVisible)
    dialog.word.setText("RESTORE")
    assert not dialog.proof.isVisible()
    qtbot.mouseClick(dialog.confirm, LEFT)
    qtbot.waitUntil(dialog.proof.isVisible)
    for asked in (dialog.proof.line, dialog.notice):
        assert not asked.visibleRegion().isEmpty(), "below what scrolls, where it is not seen"
    assert dialog.proof.line.echoMode() is QLineEdit.EchoMode.Password
    assert dialog.proof.line.accessibleName() == "An owner's PIN, or the recovery code"
    dialog.proof.line.setText(PINS[CASHIER])
    qtbot.mouseClick(dialog.confirm, LEFT)
    qtbot.waitUntil(lambda: "not right" in dialog.notice.text)
    assert dialog.proof.line.text() == ""

    dialog.proof.line.setText(PINS[OWNER])
    with qtbot.waitSignal(dialog.wanted) as wanted:
        qtbot.mouseClick(dialog.confirm, LEFT)

    assert wanted.args == [backup, OWNER]
