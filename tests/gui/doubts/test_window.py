"""What is unknown, as the whole window shows it: counted on the first screen, one key away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from gui.doubts.queue import DoubtsPlace
from gui.doubts.settle_dialog import SettleDialog
from gui.main_window import MainWindow
from gui.places import Place
from gui.reversal.outcome_panel import OutcomePanel
from gui.rooms import Rooms
from gui.settings import Settings
from gui.tasks import TaskRunner
from services.domain.reversal import IntentState
from services.simulator.faults import Fault, Operation
from tests.gui.doubts.test_watching import a_lost_answer
from tests.shop import Shop


@pytest.fixture
def window(shop: Shop, tasks: TaskRunner, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(tasks, Settings(tmp_path / "ini"), language="en", demo=False)
    qtbot.addWidget(made)
    made.show()
    made.set_desk(shop.desk)
    qtbot.waitUntil(lambda: made.bar.chosen is not None, timeout=10_000)
    yield made
    rooms_of(made).watching.stop()


def rooms_of(window: MainWindow) -> Rooms:
    assert window.rooms is not None
    return window.rooms


def queue_of(window: MainWindow) -> DoubtsPlace:
    queue = rooms_of(window).pages.doubts
    assert queue is not None
    return queue


def counted(window: MainWindow, qtbot: QtBot, words: str) -> None:
    rooms_of(window).watching.refresh()
    qtbot.waitUntil(lambda: words in window.status.text)


def test_an_unknown_one_is_counted_and_the_next_look_told(
    shop: Shop, window: MainWindow, qtbot: QtBot
) -> None:
    a_lost_answer(shop)
    counted(window, qtbot, "1 unknown")
    assert "next look 12:00:05" in window.status.text
    place = window.findChild(QToolButton, "place_unknown")
    assert place is not None
    assert "1" in place.accessibleName()


def test_alt_4_and_the_count_lead_to_the_queue(shop: Shop, window: MainWindow, qtbot: QtBot) -> None:
    a_lost_answer(shop)
    counted(window, qtbot, "1 unknown")
    window.activateWindow()

    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: rooms_of(window).pages.doubts is not None)
    queue = queue_of(window)
    qtbot.waitUntil(queue.isVisible)
    window.go(Place.SEARCH)
    assert not queue.isVisible()
    button = window.findChild(QToolButton, "status_unknown")
    assert button is not None
    button.click()
    assert queue.isVisible()


def test_what_is_found_out_is_shown_wherever_it_is_told(
    shop: Shop, window: MainWindow, qtbot: QtBot, tasks: TaskRunner
) -> None:
    a_lost_answer(shop)
    counted(window, qtbot, "1 unknown")
    window.go(Place.UNKNOWN)
    window.go(Place.SEARCH)
    outcome = OutcomePanel(shop.desk, tasks, parent=window)  # as in a dialog that is still open
    outcome.show_intent(queue_of(window).cards[0].end.intent)

    shop.clock.advance(timedelta(seconds=6))
    rooms_of(window).watching.refresh()

    qtbot.waitUntil(lambda: outcome.cards[0].intent.state is IntentState.DONE)
    qtbot.waitUntil(lambda: "unknown" not in window.status.text)
    qtbot.waitUntil(lambda: "Every ending is known" in queue_of(window).text)


def test_from_the_queue_to_a_settled_one(shop: Shop, window: MainWindow, qtbot: QtBot) -> None:
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE, booked=True)
    shop.give_back(shop.an_order("100,00"), (0, "100,00", "0,00"))
    counted(window, qtbot, "1 unknown, waiting for a person")
    window.go(Place.UNKNOWN)
    queue = queue_of(window)
    rooms_of(window).bell.ring([queue.cards[0].end.intent])
    assert window.news.isVisible()

    queue.cards[0].settle.click()
    dialog = window.findChild(SettleDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.evidence is not None)
    dialog.paid.setChecked(True)
    dialog.reason.setText("Panelde görünüyor.")
    dialog.panel_reference.setText("PNL-2026-77")
    dialog.confirm.click()

    qtbot.waitUntil(lambda: "Every ending is known" in queue.text)
    assert not window.news.isVisible()  # whoever settled it has seen it
    assert "100,00" in queue.news.text
