"""The table of sellers: totals that meet, the rule that refuses said in the cell, one seller or forty."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.reversal.line_table import LineTable
from tests.shop import Shop, lira


def a_table(shop: Shop, qtbot: QtBot, *sellers: str) -> LineTable:
    table = LineTable(shop.view(shop.an_order(*sellers)))
    qtbot.addWidget(table)
    table.show()
    return table


def said(table: LineTable) -> str:
    return table.meets.text().replace("\N{NO-BREAK SPACE}TL", "")


@pytest.mark.parametrize(
    ("count", "meets"),
    [
        (1, "100,00 sold = 0,00 returned already + 30,00 now + 70,00 left"),
        (40, "4.000,00 sold = 0,00 returned already + 30,00 now + 3.970,00 left"),
    ],
)
def test_the_totals_meet_with_one_seller_and_with_forty(
    shop: Shop, qtbot: QtBot, count: int, meets: str
) -> None:
    table = a_table(shop, qtbot, *["100,00/90,00"] * count)

    table.rows[-1].amount.edit.setText("30,00")

    assert said(table) == meets
    assert len(table.rows) == count


def test_what_was_returned_before_is_counted(shop: Shop, qtbot: QtBot) -> None:
    order = shop.an_order("100,00/90,00", "50,00/45,00")
    shop.give_back(order, (0, "10,00", "80,00"))
    table = LineTable(shop.view(order))
    qtbot.addWidget(table)

    table.rows[0].rest.click()

    assert table.rows[0].amount.value() == lira("90,00")
    assert said(table) == "150,00 sold = 10,00 returned already + 90,00 now + 50,00 left"


def test_too_much_is_refused_in_its_own_cell_and_counts_for_nothing(shop: Shop, qtbot: QtBot) -> None:
    table = a_table(shop, qtbot, "100,00", "50,00")

    table.rows[1].amount.edit.setText("50,01")

    assert "At most: 50,00" in table.rows[1].amount.problem
    assert not table.rows[0].amount.problem
    assert "+ 0,00 now +" in said(table)


def test_a_line_left_alone_keeps_what_its_seller_is_due(shop: Shop, qtbot: QtBot) -> None:
    table = a_table(shop, qtbot, "100,00/90,00", "50,00/45,00")

    table.rows[0].amount.edit.setText("10,00")

    assert table.rows[0].payable.value() == lira("80,00")
    assert table.rows[1].payable.edit.placeholderText() == "45,00"
    assert not table.rows[1].payable.isEnabled()
