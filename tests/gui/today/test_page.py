"""The first place: what can still be voided, what was done, what waits; each line leads to its thing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from gui.places import Place
from gui.tables.export_button import ExportButton
from gui.tasks import TaskRunner
from gui.today.page import TodayPage
from gui.today.sheet import days_work_sheet, voidable_sheet
from services.simulator.faults import Fault, Operation
from services.today import Ended
from tests.shop import Shop, lira

MIDNIGHT_IN = timedelta(hours=12)
"""The shop's clock stands at noon."""


@pytest.fixture
def page(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> TodayPage:
    made = TodayPage(shop.desk, tasks)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    return made


def line(rows: QTreeWidget, number: int) -> QTreeWidgetItem:
    item = rows.topLevelItem(number)
    assert item is not None
    return item


def read(page: TodayPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.read):
        page.refresh()


def test_until_it_is_read_it_says_so(page: TodayPage) -> None:
    assert page.blank.isVisible()
    assert page.blank.text.strip()


def test_a_day_without_anything_says_where_it_would_stand(page: TodayPage, qtbot: QtBot) -> None:
    read(page, qtbot)
    assert not page.blank.isVisible()
    assert not page.voidable.isVisible()
    assert not page.countdown.isVisible()
    assert all(tile.text.endswith("0,00\N{NO-BREAK SPACE}TL") for tile in page.tiles.values())
    assert not any(button.isVisible() for button in page.waiting.values())


def test_what_can_still_be_voided_stands_there_with_its_countdown(
    page: TodayPage, qtbot: QtBot, shop: Shop
) -> None:
    sale = shop.a_sale("1250,00")
    shop.look(sale)
    read(page, qtbot)
    item = line(page.voidable, 0)
    assert [item.text(column) for column in range(3)] == ["11:00", "1.250,00\N{NO-BREAK SPACE}TL", "00:00"]
    assert sale.reference in item.text(3)
    assert page.countdown.text() == "12:00:00 left"


def test_enter_on_a_line_opens_its_payment(page: TodayPage, qtbot: QtBot, shop: Shop) -> None:
    sale = shop.a_sale()
    shop.look(sale)
    read(page, qtbot)
    page.voidable.setFocus()
    page.voidable.setCurrentItem(line(page.voidable, 0))
    with qtbot.waitSignal(page.payment_wanted) as wanted:
        qtbot.keyClick(page.voidable, Qt.Key.Key_Return)
    assert wanted.args == [shop.esnekpos, sale.reference]


def test_a_press_on_a_line_opens_its_order(page: TodayPage, qtbot: QtBot, shop: Shop) -> None:
    order = shop.an_order("10,00")
    read(page, qtbot)
    where = page.voidable.visualItemRect(line(page.voidable, 0)).center()
    with qtbot.waitSignal(page.order_wanted) as wanted:
        qtbot.mouseClick(page.voidable.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert wanted.args == [order.id]


def test_what_was_voided_today_is_added_up_and_opens_itself(
    page: TodayPage, qtbot: QtBot, shop: Shop
) -> None:
    (intent,) = shop.void(shop.a_sale("1250,00")).intents
    read(page, qtbot)
    assert "1, 1.250,00" in page.tiles[Ended.DONE].text
    page.work.setCurrentItem(line(page.work, 0))
    with qtbot.waitSignal(page.intent_wanted) as wanted:
        qtbot.keyClick(page.work, Qt.Key.Key_Return)
    assert wanted.args[0].id == intent.id


def test_what_is_unknown_waits_and_leads_to_its_place(page: TodayPage, qtbot: QtBot, shop: Shop) -> None:
    sale = shop.a_sale()
    shop.look(sale)
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    shop.void(sale)
    read(page, qtbot)
    assert page.waiting["unknown"].isVisible()
    assert not page.waiting["awaiting"].isVisible()
    with qtbot.waitSignal(page.place_wanted) as wanted:
        qtbot.keyClick(page.waiting["unknown"], Qt.Key.Key_Space)
    assert wanted.args == [Place.UNKNOWN]


def test_what_is_left_for_approval_is_counted_when_it_is_told(page: TodayPage, qtbot: QtBot) -> None:
    read(page, qtbot)
    page.show_petitions(2)
    assert page.waiting["approvals"].isVisible()
    with qtbot.waitSignal(page.place_wanted) as wanted:
        page.waiting["approvals"].click()
    assert wanted.args == [Place.APPROVALS]
    page.show_petitions(0)
    assert not page.waiting["approvals"].isVisible()


def test_when_the_day_ends_it_reads_itself_again(page: TodayPage, qtbot: QtBot, shop: Shop) -> None:
    shop.look(shop.a_sale())
    read(page, qtbot)
    shop.clock.advance(MIDNIGHT_IN)
    with qtbot.waitSignal(page.read):
        qtbot.waitUntil(lambda: page.countdown.text() == "00:00:00 left")
    assert page.voidable.topLevelItemCount() == 0


def test_without_an_account_it_points_to_the_first_one(page: TodayPage, qtbot: QtBot, shop: Shop) -> None:
    for account in (shop.esnekpos, shop.param):
        shop.desk.accounts.remove(account.id)
    read(page, qtbot)
    with qtbot.waitSignal(page.accounts_wanted):
        qtbot.mouseClick(page.blank.action, Qt.MouseButton.LeftButton)


def test_what_was_under_the_cursor_stays_there(page: TodayPage, qtbot: QtBot, shop: Shop) -> None:
    for number in range(3):
        shop.look(shop.a_sale(f"{number + 1},00", ago=timedelta(minutes=number + 1)))
    read(page, qtbot)
    page.voidable.setCurrentItem(line(page.voidable, 1))
    said = line(page.voidable, 1).text(3)
    shop.look(shop.a_sale("9,00", ago=timedelta(0)))
    read(page, qtbot)
    assert page.voidable.topLevelItemCount() == 4
    assert page.voidable.currentItem() is line(page.voidable, 2)
    assert line(page.voidable, 2).text(3) == said


def test_a_ledger_that_cant_be_read_is_said_and_can_be_tried_again(
    page: TodayPage, qtbot: QtBot, shop: Shop
) -> None:
    shop.look(shop.a_sale())
    read(page, qtbot)
    shop.desk.close()
    page.refresh()
    qtbot.waitUntil(page.notice.isVisible)
    assert page.voidable.topLevelItemCount() == 1
    shop.restart()


def test_both_lists_leave_the_window(page: TodayPage, qtbot: QtBot, shop: Shop) -> None:
    kept, gone = shop.a_sale("1250,00"), shop.a_sale("250,00")
    shop.look(kept)
    shop.void(gone)
    read(page, qtbot)

    (voidable,) = voidable_sheet("x", page._work).rows()
    (done,) = days_work_sheet("x", page._work).rows()

    assert {lira("1250,00"), kept.reference} <= set(voidable)
    assert {lira("-250,00"), gone.reference} <= set(done)


def test_one_key_exports_one_list(page: TodayPage, qtbot: QtBot) -> None:
    read(page, qtbot)
    buttons = page.findChildren(ExportButton)
    assert [bool(button.shortcut().toString()) for button in buttons] == [True, False]
    assert len({button.accessibleName() for button in buttons}) == len(buttons)
