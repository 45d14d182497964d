"""A list leaves the window as it stands there: its columns in their order, sorted as it is, every row."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gui.search import sheet as sheets
from gui.search.columns import Column
from gui.search.sheet import EVERYTHING, found_sheet
from gui.search.table import ResultsTable
from services.tables.cells import Form
from services.tables.progress import Progress
from tests.shop import Shop, lira


@pytest.fixture
def table(qtbot: QtBot, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> ResultsTable:
    """A list of which nothing is loaded yet, over a ledger of five, read two at a time."""
    for number, amount in enumerate(("30,00", "10,00", "20,00")):
        shop.an_order(amount, name=f"siparis-{number}", ago=timedelta(hours=number + 1))
    for amount in ("5,00", "50,00"):
        sale = shop.a_sale(amount)
        shop.look(sale)
        shop.void(sale)
        shop.look(sale)
    monkeypatch.setattr(sheets, "_PAGE", 2)
    table = ResultsTable()
    qtbot.addWidget(table)
    return table


def test_every_row_leaves_in_the_columns_and_order_of_the_screen(shop: Shop, table: ResultsTable) -> None:
    table.arrange([Column.AMOUNT, Column.REFERENCE, Column.GIVEN_BACK], {})
    table.rows.sort(Column.AMOUNT)
    sheet = found_sheet(shop.desk.lookup, "x", EVERYTHING, table)
    rows = [list(row) for row in sheet.rows()]

    headings, _, _ = table.on_screen()
    assert [title for title in sheet.columns if title in headings] == headings
    assert [row[0] for row in rows] == [lira(text) for text in ("5,00", "10,00", "20,00", "30,00", "50,00")]
    assert {len(row) for row in rows} == {len(sheet.columns)}


def test_what_went_back_is_negative(shop: Shop, table: ResultsTable) -> None:
    table.arrange([Column.GIVEN_BACK, Column.REFERENCE], {})
    table.rows.sort(Column.AMOUNT)
    rows = found_sheet(shop.desk.lookup, "x", EVERYTHING, table).rows()
    zero = lira("0,00")
    assert [row[0] for row in rows if row[0]] == [zero - lira("5,00"), zero - lira("50,00")]


def test_the_orders_leave_without_the_payments(shop: Shop, table: ResultsTable) -> None:
    sheet = found_sheet(shop.desk.lookup, "x", EVERYTHING, table, only_orders=True)
    place = sheet.columns.index(found_title(table, Column.REFERENCE))
    assert [row[place] for row in sheet.rows()] == ["siparis-0", "siparis-1", "siparis-2"]


def found_title(table: ResultsTable, column: Column) -> str:
    headings, shown, _ = table.on_screen()
    return headings[shown.index(column)]


def test_no_secret_leaves_with_a_list(shop: Shop, table: ResultsTable) -> None:
    """What lies in the shop's folder is looked through for canaries when the shop closes."""
    table.arrange(list(Column), {})
    sheet = found_sheet(shop.desk.lookup, "x", EVERYTHING, table)
    file = shop.folder / "liste.csv"
    done = shop.desk.office().exports.write(sheet, file, form=Form.CSV, progress=Progress())
    assert done.rows == 5
