"""The list under a hand: what is pressed opens, and what merely has the cursor does not."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.search.columns import Column
from gui.search.row import Row, of_hit
from gui.search.table import ResultsTable
from tests.shop import Shop


@pytest.fixture
def table(qtbot: QtBot, shop: Shop) -> ResultsTable:
    for number in range(3):
        shop.an_order("10,00", name=f"siparis-{number}")
    table = ResultsTable()
    qtbot.addWidget(table)
    table.resize(600, 400)
    table.rows.merge([of_hit(hit) for hit in shop.desk.lookup.in_ledger("")])
    table.show()
    return table


def test_a_press_opens_the_row_under_it(qtbot: QtBot, table: ResultsTable) -> None:
    where = table.visualRect(table.rows.index(1, Column.REFERENCE)).center()

    with qtbot.waitSignal(table.row_chosen) as chosen:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)

    assert chosen.args == [table.rows.row_at(1)]


def test_the_keys_open_row_after_row(qtbot: QtBot, table: ResultsTable) -> None:
    opened: list[Row] = []
    table.row_chosen.connect(opened.append)
    table.choose(table.rows.row_at(0).key)

    qtbot.keyClick(table, Qt.Key.Key_Down)

    assert opened == [table.rows.row_at(0), table.rows.row_at(1)]


def test_taking_the_keyboard_opens_nothing(qtbot: QtBot, table: ResultsTable) -> None:
    opened: list[Row] = []
    table.row_chosen.connect(opened.append)

    table.setFocus()
    qtbot.waitUntil(table.hasFocus)

    assert opened == []
