"""An order shows its sellers, and what can be done with it now, or why nothing can."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui.orders.panel import OrderPanel
from gui.tasks import TaskRunner
from services.domain.order import Order
from services.simulator.faults import Fault
from tests.shop import Shop

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> OrderPanel:
    panel = OrderPanel(tasks)
    qtbot.addWidget(panel)
    panel.set_desk(shop.desk)
    panel.resize(900, 600)
    panel.show()
    return panel


@pytest.fixture
def order(shop: Shop) -> Order:
    return shop.an_order("100,00/90,00", "50,00/45,00")


def cell(panel: OrderPanel, row: int, column: int) -> str:
    item = panel.sellers.item(row, column)
    assert item is not None
    return item.text().replace("\N{NO-BREAK SPACE}", " ")


def line_of(panel: OrderPanel, row: int) -> list[str]:
    shown = [column for column in range(6) if not panel.sellers.isColumnHidden(column)]
    return [cell(panel, row, column) for column in shown]


def test_shows_each_seller_and_the_sums(panel: OrderPanel, shop: Shop, order: Order) -> None:
    shop.give_back(order, (0, "10,00", "80,00"))
    panel.show_view(shop.view(order))
    assert line_of(panel, 0) == ["Mağaza 0", "100,00 TL", "10,00 TL", "90,00 TL", "80,00 TL"]
    assert line_of(panel, 1) == ["Mağaza 1", "50,00 TL", "—", "50,00 TL", "45,00 TL"]
    assert line_of(panel, 2) == ["Together", "150,00 TL", "10,00 TL", "140,00 TL", "125,00 TL"]
    assert cell(panel, 0, 6) == order.lines[0].guid
    assert panel.head.state == "Partly given back"


def test_what_ended_in_doubt_has_a_column_of_its_own(panel: OrderPanel, shop: Shop, order: Order) -> None:
    shop.simulator.faults.next(Fault.SYSTEM_ERROR)
    shop.give_back(order, (0, "10,00", "80,00"))
    panel.show_view(shop.view(order))
    assert line_of(panel, 0) == ["Mağaza 0", "100,00 TL", "—", "10,00 TL", "90,00 TL", "90,00 TL"]
    assert panel.head.state == "Unknown"


def test_one_seller_needs_no_sum(panel: OrderPanel, shop: Shop) -> None:
    panel.show_view(shop.view(shop.an_order("100,00/90,00")))
    assert panel.sellers.rowCount() == 1


def test_every_cell_can_be_copied(qtbot: QtBot, panel: OrderPanel, shop: Shop, order: Order) -> None:
    panel.show_view(shop.view(order))
    panel.sellers.setCurrentCell(1, 6)
    qtbot.keyClick(panel.sellers, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == order.lines[1].guid
    panel.sellers.setCurrentCell(0, 1)
    qtbot.keyClick(panel.sellers, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "100,00"


# What can be done


def test_on_the_day_it_goes_back_as_iptal_and_counts_down(
    panel: OrderPanel, shop: Shop, order: Order
) -> None:
    panel.show_view(shop.view(order))
    assert panel.give_back.isVisible()
    assert panel.give_back.text().replace("\N{NO-BREAK SPACE}", " ") == (
        "Void, in whole or in part: up to 150,00 TL…"
    )
    assert "IPTAL" in panel.countdown.text()
    assert "12:00:00" in panel.countdown.text()


def test_later_it_goes_back_as_iade(panel: OrderPanel, shop: Shop) -> None:
    panel.show_view(shop.view(shop.an_order("100,00/90,00", ago=timedelta(days=2))))
    assert panel.give_back.text().startswith("Refund")
    assert "IADE" in panel.countdown.text()
    assert "IPTAL" not in panel.countdown.text()


def test_when_the_day_ends_it_is_decided_anew(
    qtbot: QtBot, panel: OrderPanel, shop: Shop, order: Order
) -> None:
    view = shop.view(order)
    panel.show_view(view)
    shop.clock.advance(timedelta(hours=12))
    with qtbot.waitSignal(panel.refresh_wanted) as wanted:
        pass
    assert wanted.args == [view]
    assert panel.give_back.text().startswith("Refund")


def test_the_button_asks_for_a_return(qtbot: QtBot, panel: OrderPanel, shop: Shop, order: Order) -> None:
    view = shop.view(order)
    panel.show_view(view)
    with qtbot.waitSignal(panel.return_wanted) as wanted:
        qtbot.mouseClick(panel.give_back, LEFT)
    assert wanted.args == [view]


def test_an_open_return_is_said_and_can_be_gone_to(
    qtbot: QtBot, panel: OrderPanel, shop: Shop, order: Order
) -> None:
    shop.simulator.faults.next(Fault.SYSTEM_ERROR)
    shop.give_back(order, (0, "10,00", "80,00"))
    view = shop.view(order)
    panel.show_view(view)
    assert not panel.give_back.isVisible()
    with qtbot.waitSignal(panel.intent_wanted) as wanted:
        qtbot.mouseClick(panel.notice.action, LEFT)
    assert wanted.args == [view.intents[-1]]


def test_what_went_back_whole_says_so(panel: OrderPanel, shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "50,00/45,00", ago=timedelta(days=2))
    shop.give_everything_back(order)
    panel.show_view(shop.view(order))
    assert not panel.give_back.isVisible()
    assert not panel.countdown.isVisible()
    assert "refunded already" in panel.notice.text
    assert panel.head.state == "Given back whole"


def test_a_retired_account_says_so(panel: OrderPanel, shop: Shop, order: Order) -> None:
    shop.desk.accounts.remove(shop.param.id)
    panel.show_view(shop.view(order))
    assert not panel.give_back.isVisible()
    assert "retired" in panel.notice.text


def test_who_may_only_look_is_told(panel: OrderPanel, shop: Shop, order: Order) -> None:
    panel.set_desk(replace(shop.desk, read_only=True))
    panel.show_view(shop.view(order))
    assert not panel.give_back.isVisible()
    assert not panel.head.edit.isEnabled()
    assert "only look" in panel.notice.text


# What was done, and editing


def test_what_was_done_names_the_seller(qtbot: QtBot, panel: OrderPanel, shop: Shop, order: Order) -> None:
    panel.show_view(shop.view(order))
    assert not panel.history.isVisible()
    shop.give_back(order, (1, "10,00", "35,00"))
    view = shop.view(order)
    panel.show_view(view)
    panel.tabs.setCurrentIndex(1)
    assert panel.history.isVisible()
    done = panel.history.topLevelItem(0)
    assert done is not None
    assert done.text(1) == "Void · Mağaza 1"
    with qtbot.waitSignal(panel.intent_wanted) as wanted:
        panel.history.itemActivated.emit(done, 0)
    assert wanted.args == [view.intents[0]]


def test_it_can_be_edited_until_money_was_asked_back(
    qtbot: QtBot, panel: OrderPanel, shop: Shop, order: Order
) -> None:
    view = shop.view(order)
    panel.show_view(view)
    with qtbot.waitSignal(panel.edit_wanted) as wanted:
        qtbot.mouseClick(panel.head.edit, LEFT)
    assert wanted.args == [view]
    shop.give_back(order, (1, "10,00", "35,00"))
    panel.show_view(shop.view(order))
    assert not panel.head.edit.isEnabled()
    assert "asked back" in panel.head.edit.toolTip()


def test_an_order_is_removed_only_after_it_was_said(
    panel: OrderPanel, shop: Shop, order: Order, qtbot: QtBot
) -> None:
    panel.show_view(shop.view(order))
    panel.remove.click()
    assert "for good" in panel.remove.text()
    panel.keep.click()
    assert "for good" not in panel.remove.text(), "one can think again"

    panel.remove.click()
    with qtbot.waitSignal(panel.removed):
        panel.remove.click()

    with pytest.raises(KeyError):
        shop.view(order)


def test_an_order_that_money_was_asked_back_on_stays(panel: OrderPanel, shop: Shop, order: Order) -> None:
    shop.give_back(order, (0, "10,00", "80,00"))
    panel.show_view(shop.view(order))
    assert not panel.remove.isVisible()
