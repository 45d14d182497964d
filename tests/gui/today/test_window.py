"""The day in the whole window: it comes first, and a scanner's reference leads away from it at once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.places import Place
from gui.settings import Settings
from gui.tasks import TaskRunner
from gui.today.page import TodayPage
from services.domain.question import DayWord
from tests.shop import Shop


class Counter:
    """A person at the counter, the window just opened."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window, self.bot = window, bot
        assert window.rooms is not None
        self.rooms = window.rooms

    @property
    def page(self) -> TodayPage:
        assert self.rooms.pages.today is not None
        return self.rooms.pages.today

    def scan(self, text: str) -> None:
        """Type and press Enter wherever the keyboard is, as a scanner does."""
        with self.bot.waitSignal(self.rooms.searching.searched):
            self.bot.keyClicks(self.window.focusWidget(), text)
            self.bot.keyClick(self.window.focusWidget(), Qt.Key.Key_Return)


@pytest.fixture
def counter(shop: Shop, tasks: TaskRunner, qtbot: QtBot, tmp_path: Path) -> Iterator[Counter]:
    shop.look(shop.a_sale("250,00"))
    window = MainWindow(tasks, Settings(tmp_path / "ini"), language="en", demo=False)
    qtbot.addWidget(window)
    window.show()
    window.set_desk(shop.desk)
    made = Counter(window, qtbot)
    qtbot.waitUntil(lambda: made.rooms.pages.today is not None, timeout=10_000)
    qtbot.waitUntil(lambda: made.page.voidable.topLevelItemCount() == 1)
    yield made
    made.rooms.watching.stop()


def test_the_day_comes_first_and_the_box_keeps_the_keyboard(counter: Counter) -> None:
    assert counter.page.isVisible()
    assert counter.window.focusWidget() is counter.window.bar.box.line


def test_a_scanned_reference_leads_to_its_payment(counter: Counter, shop: Shop) -> None:
    sale = shop.a_sale("77,00")
    counter.scan(sale.reference)
    assert not counter.page.isVisible()
    assert counter.window.search.isVisible()
    assert [row.reference for row in counter.window.search.model.rows] == [sale.reference]


def test_a_line_of_the_day_opens_its_payment(counter: Counter, qtbot: QtBot) -> None:
    counter.page.voidable.setFocus()
    with qtbot.waitSignal(counter.rooms.detail.opened):
        qtbot.keyClick(counter.page.voidable, Qt.Key.Key_Down)
        qtbot.keyClick(counter.page.voidable, Qt.Key.Key_Return)
    assert not counter.page.isVisible()


def test_a_filter_leads_to_what_it_finds_wherever_one_is(counter: Counter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(counter.rooms.searching.searched):
        counter.rooms.searching.narrowing.add(DayWord.TODAY)
    assert counter.window.search.isVisible()


def test_whoever_comes_back_sees_the_day_as_it_is_now(counter: Counter, shop: Shop, qtbot: QtBot) -> None:
    counter.window.go(Place.SEARCH)
    shop.look(shop.a_sale("9,00", ago=timedelta(minutes=1)))
    with qtbot.waitSignal(counter.page.read):
        counter.window.go(Place.TODAY)
    assert counter.page.voidable.topLevelItemCount() == 2


def test_what_nobody_has_gone_to_is_not_made(counter: Counter) -> None:
    assert counter.window.lists.count() == counter.window.layers.count() == 1
    counter.rooms.go(Place.ORDERS)
    assert counter.window.lists.count() == 2
