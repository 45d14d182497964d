"""A breath before it goes: what is taken back in it, or closed in it, was never sent."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.reversal import money_dialog
from gui.reversal.hold import Hold
from gui.reversal.money_dialog import Stage
from gui.reversal.void_dialog import VoidDialog
from gui.tasks import TaskRunner
from services.breath import SHORTEST, Breath
from services.domain.settings import Settings
from services.simulator.entries import Sale
from tests.gui.reversal.conftest import Finish, OpenVoid
from tests.shop import Shop


class Waits:
    """Waits until it is over, however long a breath is said to be."""

    def __init__(self) -> None:
        self._over = threading.Event()

    def wait(self, timeout: float) -> object:
        return self._over.wait(timeout + 60)

    def set(self) -> None:
        self._over.set()


@pytest.fixture
def waits(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Iterator[Waits]:
    """The shop holds everything for ten seconds, which end when a test says so."""
    made = Waits()
    shop.desk.operators.change_settings(Settings(hold_seconds=10))
    monkeypatch.setattr(money_dialog, "Breath", lambda length: Breath(length, waits=made))
    yield made
    made.set()


@pytest.fixture
def sale(shop: Shop) -> Sale:
    return shop.a_sale()


@pytest.fixture
def held(open_void: OpenVoid, waits: Waits, sale: Sale, qtbot: QtBot) -> VoidDialog:  # noqa: ARG001  held by it
    """A void that was confirmed and has not gone yet."""
    dialog = open_void(sale)
    dialog.reason.setCurrentText("müşteri vazgeçti")
    dialog.confirm.click()
    qtbot.waitUntil(lambda: dialog.stage is Stage.HOLDING)
    return dialog


def nothing_was_sent(shop: Shop, sale: Sale) -> bool:
    return shop.book.requests_for(sale.reference) == 0 and shop.desk.lookup.reversals() == []


def test_it_counts_down_and_can_be_taken_back(
    shop: Shop, held: VoidDialog, sale: Sale, finish: Finish, qtbot: QtBot
) -> None:
    assert "10" in held.hint
    assert held.leave.isEnabled()
    assert not held.confirm.isEnabled()

    qtbot.mouseClick(held.leave, Qt.MouseButton.LeftButton)
    finish(held)

    assert held.stage is Stage.ASKING
    assert held.isVisible()
    assert "Nothing was sent" in held.hindrance.notice.text
    assert held.confirm.isEnabled()
    assert nothing_was_sent(shop, sale)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None], ids=["escape", "the window's cross"])
def test_closing_it_sends_nothing(
    shop: Shop, held: VoidDialog, sale: Sale, tasks: TaskRunner, qtbot: QtBot, key: Qt.Key | None
) -> None:
    if key is None:
        held.close()
    else:
        qtbot.keyClick(held, key)

    assert not held.isVisible()
    qtbot.waitUntil(lambda: not tasks.writing)
    assert nothing_was_sent(shop, sale)


def test_closing_the_program_sends_nothing(shop: Shop, held: VoidDialog, sale: Sale, finish: Finish) -> None:
    shop.desk.stop_asking()
    finish(held)

    assert held.stage is Stage.ASKING
    assert nothing_was_sent(shop, sale)


def test_when_it_is_over_it_goes_once(
    shop: Shop, held: VoidDialog, waits: Waits, sale: Sale, finish: Finish
) -> None:
    waits.set()
    finish(held)

    assert held.stage is Stage.OVER
    assert shop.book.requests_for(sale.reference) == 1


def test_what_was_taken_back_can_be_confirmed_anew(
    shop: Shop, held: VoidDialog, sale: Sale, finish: Finish, qtbot: QtBot
) -> None:
    held.leave.click()
    finish(held)
    shop.desk.operators.change_settings(Settings())

    held.confirm.click()
    finish(held)

    assert held.stage is Stage.OVER
    assert shop.book.requests_for(sale.reference) == 1
    qtbot.waitUntil(lambda: len(held.outcome.cards) == 1)


def test_what_is_taken_back_too_late_goes_and_does_not_close(
    held: VoidDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Breath, "withdraw", lambda _breath: False)
    held.leave.click()
    assert held.stage is Stage.SENDING
    held.close()
    assert held.isVisible()


def test_the_screen_counts_by_the_time_that_passed(qtbot: QtBot) -> None:
    hold = Hold()
    with qtbot.waitSignal(hold.ticked) as ticked:
        hold.begin(Breath(SHORTEST))
    left, length = ticked.args
    assert 0 < left <= length == SHORTEST / timedelta(milliseconds=1)
    assert hold.withdraw()
