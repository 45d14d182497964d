"""A moment is read as it was on the wall in Istanbul; its time is never made up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate
from pytestqt.qtbot import QtBot

from gui.orders.moment import MomentEdit, parse_moment
from tests.builders import istanbul


@pytest.fixture
def moment(qtbot: QtBot) -> MomentEdit:
    edit = MomentEdit(name="Sold at")
    qtbot.addWidget(edit)
    return edit


@pytest.mark.parametrize(
    "typed", ["21.11.2026 18:34", " 21.11.2026  18:34 ", "21.11.2026 18.34", "21.11.2026 18:34:00"]
)
def test_a_day_and_a_time_are_a_moment(typed: str) -> None:
    assert parse_moment(typed) == istanbul("21.11.2026 18:34")


def test_a_day_and_an_hour_may_be_short() -> None:
    assert parse_moment("4.5.2026 9:05") == istanbul("04.05.2026 09:05")


def test_seconds_may_be_typed() -> None:
    assert parse_moment("21.11.2026 18:34:09") == istanbul("21.11.2026 18:34") + timedelta(seconds=9)


@pytest.mark.parametrize(
    "typed",
    ["", "21.11.2026", "21.11.2026 ", "18:34", "31.02.2026 10:00", "21.11.2026 24:00", "21.11.26 18:34",
     "21/11/2026 18:34", "2026-11-21 18:34", "21.11.2026 18", "٢١.11.2026 18:34"],
)  # fmt: skip
def test_anything_else_is_none(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        parse_moment(typed)


def test_a_day_alone_is_a_beginning_but_no_moment(moment: MomentEdit) -> None:
    moment.begin_on(date(2026, 11, 21))
    assert moment.edit.text() == "21.11.2026 "
    with pytest.raises(ValueError, match=r"21\.11\.2026"):
        moment.moment()


def test_the_calendar_writes_the_day_and_keeps_the_time(moment: MomentEdit) -> None:
    moment.begin_on(date(2026, 11, 21))
    moment.calendar.clicked.emit(QDate(2026, 11, 4))
    assert moment.edit.text() == "04.11.2026 "
    moment.edit.setText("04.11.2026 09:15")
    moment.calendar.clicked.emit(QDate(2026, 11, 5))
    assert moment.moment() == istanbul("05.11.2026 09:15")


def test_what_was_kept_to_the_second_stays_so_until_it_is_typed_over(moment: MomentEdit) -> None:
    exact = istanbul("21.11.2026 18:34") + timedelta(seconds=9)
    moment.set_moment(exact)
    assert moment.moment() == exact
    moment.edit.setText("21.11.2026 18:35")
    assert moment.moment() == istanbul("21.11.2026 18:35")
