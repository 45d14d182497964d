"""The month as bars: as high as what was given back, to be chosen by mouse and keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gui.day_end.month import MonthBars
from services.day_ends import DayOfMonth
from services.domain.account import Environment
from services.domain.day_sheet import Sums
from services.domain.money import Money

TODAY = date(2026, 11, 21)
GIVEN_BACK = {19: 10_000, 20: 5_000, 21: 20_000}


@pytest.fixture
def bars(qtbot: QtBot) -> MonthBars:
    made = MonthBars()
    qtbot.addWidget(made)
    made.resize(640, 168)
    made.show()
    days = [
        DayOfMonth(
            day=date(2026, 11, number),
            sums={Environment.LIVE: Sums(voids=1, voided=Money(GIVEN_BACK[number]))}
            if number in GIVEN_BACK
            else {},
            number=4 if number == 20 else None,
        )
        for number in range(1, 31)
    ]
    made.show_month(days, chosen=TODAY, today=TODAY)
    return made


def _height(bars: MonthBars, number: int) -> float:
    return bars.bar(date(2026, 11, number)).height()


def test_bars_are_as_high_as_what_was_given_back(bars: MonthBars) -> None:
    assert _height(bars, 20) < _height(bars, 19) < _height(bars, 21)
    assert bars.bar(date(2026, 11, 2)).isEmpty()


def test_a_click_on_a_bar_chooses_its_day(bars: MonthBars, qtbot: QtBot) -> None:
    where = bars.bar(date(2026, 11, 19)).center().toPoint()
    with qtbot.waitSignal(bars.day_chosen) as chosen:
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=where)
    assert chosen.args == [date(2026, 11, 19)]


@pytest.mark.parametrize(
    ("key", "number"), [(Qt.Key.Key_Left, 20), (Qt.Key.Key_Home, 1)], ids=["left", "home"]
)
def test_arrow_keys_go_from_day_to_day(bars: MonthBars, qtbot: QtBot, key: Qt.Key, number: int) -> None:
    with qtbot.waitSignal(bars.day_chosen) as chosen:
        qtbot.keyClick(bars, key)
    assert chosen.args == [date(2026, 11, number)]


def test_a_day_that_has_not_come_can_not_be_chosen(bars: MonthBars, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bars.day_chosen):
        qtbot.keyClick(bars, Qt.Key.Key_Right)
        qtbot.mouseClick(bars, Qt.MouseButton.LeftButton, pos=QPoint(bars.width() - 12, 60))
    assert bars.chosen == TODAY


def test_the_chosen_day_is_said_to_whoever_hears_the_picture(bars: MonthBars, qtbot: QtBot) -> None:
    qtbot.keyClick(bars, Qt.Key.Key_Left)
    assert "20.11.2026" in bars.accessibleDescription()
    assert "50,00" in bars.accessibleDescription()
    assert "4" in bars.accessibleDescription()


def test_real_money_is_shown_where_there_is_any(bars: MonthBars) -> None:
    sums = {Environment.LIVE: Sums(voids=1, voided=Money(1)), Environment.TEST: Sums(voided=Money(999))}
    bars.show_month([DayOfMonth(day=TODAY, sums=sums, number=None)], chosen=TODAY, today=TODAY)
    assert (bars.world, bars.amount(bars.days[0])) == (Environment.LIVE, Money(1))
