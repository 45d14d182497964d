"""An order is typed by hand: nothing is guessed, nothing typed is lost, nothing asked back is changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.orders.dialog import OrderDialog
from gui.orders.line_edit import LineEdit
from gui.tasks import TaskRunner
from services.domain.account import Account
from services.domain.order import Order
from tests.builders import GUIDS, a_param_account, istanbul, param_secrets
from tests.shop import Shop, lira

Open = Callable[..., OrderDialog]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_dialog(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> Open:
    def opened(order: Order | None = None, account: Account | None = None) -> OrderDialog:
        dialog = OrderDialog(shop.desk, tasks, account or shop.param, order)
        qtbot.addWidget(dialog, before_close_func=OrderDialog.stay)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.form.account.count() > 0)
        return dialog

    return opened


def fill_line(line: LineEdit, number: int = 0, amount: str = "100,00", payable: str = "90,00") -> None:
    line.seller.setText(f"Mağaza {number + 1}")
    line.guid.setText(GUIDS[number])
    line.amount.edit.setText(amount)
    line.payable.edit.setText(payable)


def fill_in(dialog: OrderDialog, *, sold_at: str = "20.11.2026 11:30", siparis_id: str = "SP-1") -> None:
    dialog.form.siparis_id.setText(siparis_id)
    dialog.form.sold_at.edit.setText(sold_at)
    fill_line(dialog.form.lines[0])


def saved_by(qtbot: QtBot, dialog: OrderDialog) -> Order:
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.mouseClick(dialog.confirm, LEFT)
    order = saved.args[0]
    assert isinstance(order, Order)
    return order


def problems(dialog: OrderDialog) -> dict[str, str]:
    """Return what is said to be wrong, by the field it stands beside."""
    found = {name: row.problem for name, row in dialog.form.rows.items()}
    for number, line in enumerate(dialog.form.lines):
        found |= {f"{name}:{number}": line.rows[name].problem for name in ("seller", "guid")}
        found |= {f"amount:{number}": line.amount.problem, f"payable:{number}": line.payable.problem}
    return {name: text for name, text in found.items() if text}


# Entering


def test_an_order_is_entered(qtbot: QtBot, open_dialog: Open, shop: Shop) -> None:
    dialog = open_dialog()
    fill_in(dialog)
    qtbot.mouseClick(dialog.form.add_line, LEFT)
    fill_line(dialog.form.lines[1], 1, "250,00", "0,00")
    order = saved_by(qtbot, dialog)
    assert order == shop.desk.orders.get(order.id)
    assert (order.siparis_id, order.sold_at) == ("SP-1", istanbul("20.11.2026 11:30"))
    assert [(line.guid, line.seller, line.amount, line.payable) for line in order.lines] == [
        (GUIDS[0], "Mağaza 1", lira("100,00"), lira("90,00")),
        (GUIDS[1], "Mağaza 2", lira("250,00"), lira("0,00")),
    ]
    assert order.account_id == shop.param.id
    assert not dialog.isVisible()


def test_the_day_is_todays_and_the_time_must_be_typed(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    assert dialog.form.sold_at.edit.text() == "20.11.2026 "
    dialog.form.siparis_id.setText("SP-1")
    fill_line(dialog.form.lines[0])
    qtbot.mouseClick(dialog.confirm, LEFT)
    assert list(problems(dialog)) == ["sold_at"]
    assert dialog.focusWidget() is dialog.form.sold_at.edit


def test_sellers_are_added_and_removed(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    assert not dialog.form.lines[0].remove.isEnabled()
    qtbot.mouseClick(dialog.form.add_line, LEFT)
    fill_line(dialog.form.lines[0], 0)
    fill_line(dialog.form.lines[1], 1, "1.250,00")
    assert dialog.form.sum.text().replace("\N{NO-BREAK SPACE}", " ") == "Order total: 1.350,00 TL"
    qtbot.mouseClick(dialog.form.lines[0].remove, LEFT)
    assert [line.guid.text() for line in dialog.form.lines] == [GUIDS[1]]
    assert dialog.form.sum.text().replace("\N{NO-BREAK SPACE}", " ") == "Order total: 1.250,00 TL"
    assert dialog.form.lines[0].guid.objectName() == "guid_0"


def test_only_param_accounts_are_offered(open_dialog: Open, shop: Shop) -> None:
    second = shop.desk.accounts.add(a_param_account("55555", id=0), param_secrets())
    dialog = open_dialog(account=second)
    offered = [dialog.form.account.itemData(at) for at in range(dialog.form.account.count())]
    assert offered == [shop.param, second]
    assert dialog.form.chosen_account == second
    assert not dialog.has_unsaved()


def test_an_account_that_takes_no_orders_proposes_none(open_dialog: Open, shop: Shop) -> None:
    assert open_dialog(account=shop.esnekpos).form.chosen_account == shop.param


def test_without_a_param_account_it_says_what_to_do(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> None:
    shop.desk.accounts.remove(shop.param.id)
    dialog = OrderDialog(shop.desk, tasks, shop.esnekpos, None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "no Param account" in dialog.notice.text)
    assert not dialog.confirm.isEnabled()


# What is wrong stands beside its field


def test_a_guid_is_written_in_capitals_and_judged_as_it_is_typed(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    line = dialog.form.lines[0]
    qtbot.keyClicks(line.guid, GUIDS[0][:12].lower())
    assert line.guid.text() == GUIDS[0][:12]
    assert not problems(dialog)
    qtbot.keyClicks(line.guid, "x")
    assert list(problems(dialog)) == ["guid:0"]
    qtbot.keyClick(line.guid, Qt.Key.Key_Backspace)
    assert not problems(dialog)


def test_capitals_keep_the_cursor_where_it_was(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    guid = dialog.form.lines[0].guid
    qtbot.keyClicks(guid, "0c1d406")
    guid.setCursorPosition(3)
    qtbot.keyClicks(guid, "3")
    assert guid.text() == "0C13D406"
    assert guid.cursorPosition() == 4


def test_a_guid_that_is_left_too_short_is_said(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    qtbot.keyClicks(dialog.form.lines[0].guid, "0C13D406")
    dialog.form.lines[0].guid.editingFinished.emit()
    assert "these are 8" in problems(dialog)["guid:0"]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        (("", "90,00"), "amount:0"),
        (("100,00", ""), "payable:0"),
        (("0", "0"), "amount:0"),
        (("-5", "0"), "amount:0"),
        (("12,345", "0"), "amount:0"),
        (("1.250", "90,00"), "amount:0"),
        (("12.50", "9,00"), "amount:0"),
        (("100,00", "100,01"), "payable:0"),
    ],
)
def test_an_amount_that_cannot_be_is_said_and_nothing_is_saved(
    qtbot: QtBot, open_dialog: Open, shop: Shop, typed: tuple[str, str], field: str
) -> None:
    dialog = open_dialog()
    fill_in(dialog)
    fill_line(dialog.form.lines[0], 0, *typed)
    qtbot.mouseClick(dialog.confirm, LEFT)
    assert list(problems(dialog)) == [field]
    assert not dialog.saving
    assert shop.desk.lookup.in_ledger("SP-1") == []


def test_an_amount_with_two_readings_is_asked(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    amount = dialog.form.lines[0].amount
    amount.edit.setText("1.250")
    qtbot.mouseClick(amount.readings[0], LEFT)
    assert amount.value() == lira("1250,00")


def test_a_payable_is_judged_again_when_the_amount_changes(open_dialog: Open) -> None:
    dialog = open_dialog()
    line = dialog.form.lines[0]
    fill_line(line, 0, "100,00", "90,00")
    line.amount.edit.setText("80,00")
    assert list(problems(dialog)) == ["payable:0"]
    line.amount.edit.setText("90,00")
    assert not problems(dialog)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"siparis_id": " "}, "siparis_id"),
        ({"sold_at": "20.11.2026 12:01"}, "sold_at"),
        ({"sold_at": "31.02.2026 12:01"}, "sold_at"),
        ({"siparis_id": "siparis-1"}, "siparis_id"),
    ],
)
def test_what_cannot_be_so_stands_beside_its_field(
    qtbot: QtBot, open_dialog: Open, shop: Shop, typed: dict[str, str], field: str
) -> None:
    shop.an_order("100,00/90,00", name="siparis-1")
    dialog = open_dialog()
    fill_in(dialog, **typed)
    qtbot.mouseClick(dialog.confirm, LEFT)
    qtbot.waitUntil(lambda: list(problems(dialog)) == [field])
    assert dialog.isVisible()


@pytest.mark.parametrize("field", ["seller", "guid"])
def test_a_lines_own_problem_stands_in_that_line(qtbot: QtBot, open_dialog: Open, field: str) -> None:
    dialog = open_dialog()
    fill_in(dialog)
    qtbot.mouseClick(dialog.form.add_line, LEFT)
    fill_line(dialog.form.lines[1], 1)
    getattr(dialog.form.lines[1], field).setText("" if field == "seller" else GUIDS[0])
    qtbot.mouseClick(dialog.confirm, LEFT)
    qtbot.waitUntil(lambda: list(problems(dialog)) == [f"{field}:1"])
    assert dialog.focusWidget() is getattr(dialog.form.lines[1], field)


# Editing


def test_an_order_is_edited(qtbot: QtBot, open_dialog: Open, shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "50,00/45,00")
    dialog = open_dialog(order)
    dialog.form.lines[1].seller.setText("Başka Mağaza")
    edited = saved_by(qtbot, dialog)
    assert edited.id == order.id
    assert edited == replace(order, lines=(order.lines[0], replace(order.lines[1], seller="Başka Mağaza")))


def test_editing_nothing_changes_nothing(qtbot: QtBot, open_dialog: Open, shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", ago=timedelta(hours=1, seconds=17))
    assert saved_by(qtbot, open_dialog(order)) == order


def test_after_money_was_asked_back_it_can_only_be_read(qtbot: QtBot, open_dialog: Open, shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "50,00/45,00")
    shop.give_back(order, (0, "10,00", "80,00"))
    dialog = open_dialog(order)
    qtbot.waitUntil(lambda: "can't be edited" in dialog.notice.text)
    assert not dialog.confirm.isVisible()
    assert dialog.form.lines[0].guid.isReadOnly()
    assert dialog.form.lines[0].amount.edit.isReadOnly()
    qtbot.mouseClick(dialog.leave, LEFT)
    assert not dialog.isVisible()


def test_money_asked_back_while_it_was_open_stops_the_save(
    qtbot: QtBot, open_dialog: Open, shop: Shop
) -> None:
    order = shop.an_order("100,00/90,00", "50,00/45,00")
    dialog = open_dialog(order)
    dialog.form.lines[1].seller.setText("Başka Mağaza")
    shop.give_back(order, (0, "10,00", "80,00"))
    qtbot.mouseClick(dialog.confirm, LEFT)
    qtbot.waitUntil(lambda: "can't be edited" in dialog.notice.text)
    assert dialog.form.lines[1].seller.text() == "Başka Mağaza"
    assert shop.desk.orders.get(order.id) == order


# Leaving


def test_leaving_untouched_asks_nothing(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    qtbot.mouseClick(dialog.leave, LEFT)
    assert not dialog.isVisible()


def test_leaving_with_unsaved_typing_asks(qtbot: QtBot, open_dialog: Open) -> None:
    dialog = open_dialog()
    qtbot.keyClicks(dialog.form.siparis_id, "SP")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.close() is False
    assert dialog.form.siparis_id.text() == "SP"
    qtbot.mouseClick(dialog.notice.action, LEFT)
    assert not dialog.isVisible()


def test_a_removed_seller_is_unsaved_typing(qtbot: QtBot, open_dialog: Open, shop: Shop) -> None:
    dialog = open_dialog(shop.an_order("100,00/90,00", "50,00/45,00"))
    assert not dialog.has_unsaved()
    qtbot.mouseClick(dialog.form.lines[1].remove, LEFT)
    assert dialog.has_unsaved()
