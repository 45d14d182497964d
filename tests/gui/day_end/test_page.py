"""The place Gün sonu: looked at by day, closed once, and the same paper ever after."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from gui.day_end.closing import ClosingDialog
from gui.day_end.page import DayEndPage
from gui.tasks import TaskRunner
from services.simulator.faults import Fault, Operation
from tests.gui.paper.reading import words_of
from tests.services.staff import CASHIER, staffed
from tests.shop import Shop

pytestmark = pytest.mark.usefixtures("_in_turkish")

FRIDAY = date(2026, 11, 20)


@pytest.fixture
def page(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> DayEndPage:
    shop.void(shop.a_sale("250,00"))
    made = DayEndPage(shop.desk, tasks)
    qtbot.addWidget(made)
    made.resize(1170, 660)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: made.sheet is not None)
    return made


def asked(page: DayEndPage) -> ClosingDialog:
    page.close_it.click()
    dialog = page.findChild(ClosingDialog)
    assert dialog is not None
    return dialog


def closed(qtbot: QtBot, page: DayEndPage) -> None:
    asked(page).confirm.click()
    qtbot.waitUntil(lambda: page.sheet is not None and page.sheet.closing is not None)


def saved(qtbot: QtBot, page: DayEndPage, file: Path) -> bytes:
    page.save_to(file)
    qtbot.waitUntil(lambda: file.name in page.notice.text)
    return file.read_bytes()


def test_today_is_shown_first_as_it_will_come_out(page: DayEndPage) -> None:
    assert "Kasım 2026" in page.text
    assert "250,00" in page.text
    assert "KAPATILMADI" in page.view.text
    assert page.month.chosen == FRIDAY


def test_closing_says_what_it_means_and_leaving_closes_nothing(
    qtbot: QtBot, shop: Shop, page: DayEndPage
) -> None:
    dialog = asked(page)
    assert dialog.leave.text() == "Vazgeç"
    dialog.leave.click()
    assert dialog.result() == QDialog.DialogCode.Rejected
    page.refresh()
    qtbot.waitUntil(page.close_it.isEnabled)
    assert shop.desk.office().day_ends.sheet(FRIDAY).closing is None


def test_a_closed_day_has_a_number_and_is_not_closed_again(qtbot: QtBot, page: DayEndPage) -> None:
    closed(qtbot, page)
    qtbot.waitUntil(lambda: "1 numarayla kapatıldı" in page.text)
    assert not page.close_it.isEnabled()
    assert "KAPATILMADI" not in page.view.text


def test_what_is_unknown_is_said_before_a_day_is_closed(qtbot: QtBot, shop: Shop, page: DayEndPage) -> None:
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    shop.give_back(shop.an_order("100,00"), (0, "100,00", "0,00"))
    page.refresh()
    qtbot.waitUntil(lambda: page.sheet is not None and bool(page.sheet.open))
    dialog = asked(page)
    assert any("devred" in label.text() for label in dialog.findChildren(type(page._state)))


def test_a_closed_day_is_saved_byte_for_byte_whatever_happens_later(
    qtbot: QtBot, shop: Shop, page: DayEndPage, tmp_path: Path
) -> None:
    closed(qtbot, page)
    first = saved(qtbot, page, tmp_path / "one.pdf")
    shop.clock.advance(timedelta(hours=30))
    shop.void(shop.a_sale("40,00"))
    page.show_day(FRIDAY)
    qtbot.waitUntil(page.save_it.isEnabled)
    assert saved(qtbot, page, tmp_path / "two.pdf") == first
    assert "250,00 TL" in words_of(first)


def test_another_day_is_chosen_in_the_picture_of_the_month(qtbot: QtBot, page: DayEndPage) -> None:
    page.month.day_chosen.emit(FRIDAY - timedelta(days=1))
    qtbot.waitUntil(lambda: "19.11.2026" in page.view.text)
    page.earlier.click()
    qtbot.waitUntil(lambda: "Ekim 2026" in page.text)
    page.later.click()
    qtbot.waitUntil(lambda: "Kasım 2026" in page.text)
    assert not page.later.isEnabled()


def test_a_cashier_may_look_and_is_told_that_closing_is_for_others(
    qtbot: QtBot, shop: Shop, page: DayEndPage
) -> None:
    staffed(shop, sits=CASHIER)
    asked(page).confirm.click()
    qtbot.waitUntil(lambda: bool(page.notice.text.strip()))
    assert shop.desk.office().day_ends.sheet(FRIDAY).closing is None


def test_without_a_printer_a_sheet_can_be_saved(page: DayEndPage) -> None:
    assert not page.print_it.isEnabled() or page.choices.chosen_printer
    assert page.save_it.isEnabled()


def test_going_to_the_next_month_shows_its_first_day(qtbot: QtBot, page: DayEndPage) -> None:
    page.show_day(date(2026, 9, 30))
    qtbot.waitUntil(lambda: page.month.chosen == date(2026, 9, 30))
    page.later.click()
    qtbot.waitUntil(lambda: page.month.chosen == date(2026, 10, 1))
    page.earlier.click()
    qtbot.waitUntil(lambda: page.month.chosen == date(2026, 9, 30))


def test_arrow_keys_go_over_the_end_of_a_month(qtbot: QtBot, page: DayEndPage) -> None:
    page.show_day(date(2026, 11, 1))
    qtbot.waitUntil(lambda: page.month.chosen == date(2026, 11, 1) and page.month.days[0].day.month == 11)
    qtbot.keyClick(page.month, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: "31.10.2026" in page.view.text)
    qtbot.keyClick(page.month, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: "01.11.2026" in page.view.text)


def test_nothing_is_squeezed_on_a_small_screen_while_something_is_said(
    qtbot: QtBot, page: DayEndPage, tmp_path: Path
) -> None:
    page.resize(676, 330)
    closed(qtbot, page)
    saved(qtbot, page, tmp_path / "one.pdf")
    for choice in (page.choices.printer, page.choices.paper, page.choices.language):
        assert choice.height() >= choice.sizeHint().height()
    assert page.notice.isVisible()
    assert not page.close_it.isVisible()
