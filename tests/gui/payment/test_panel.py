from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot

from gui.payment.panel import PaymentPanel
from gui.tasks import TaskRunner
from services.domain.audit import Act
from services.lookup import PaymentView
from services.plans import plan_void
from services.simulator.faults import Fault, Operation
from tests.shop import Shop, lira


@pytest.fixture
def panel(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> PaymentPanel:
    made = PaymentPanel(tasks)
    qtbot.addWidget(made)
    made.set_desk(shop.desk)
    made.resize(640, 640)
    made.show()
    return made


def test_a_sale_of_today_offers_the_void_with_the_time_that_is_left(
    shop: Shop, panel: PaymentPanel, qtbot: QtBot
) -> None:
    view = shop.look(shop.a_sale("1250,00"))
    panel.show_view(view)

    assert "1.250,00" in panel.void.text()
    assert "12:00:00" in panel.countdown.text()
    with qtbot.waitSignal(panel.void_wanted) as wanted:
        panel.void.click()
    assert wanted.args == [view]


def test_the_end_of_the_day_changes_what_is_said(shop: Shop, panel: PaymentPanel, qtbot: QtBot) -> None:
    panel.show_view(shop.look(shop.a_sale()))

    shop.clock.advance(timedelta(hours=13))

    qtbot.waitUntil(lambda: "has passed" in panel.countdown.text())
    assert panel.void.isVisible()


def test_a_voided_sale_says_why_not_and_has_no_button(shop: Shop, panel: PaymentPanel) -> None:
    sale = shop.a_sale()
    shop.void(sale)

    panel.show_view(shop.look(sale))

    assert not panel.void.isVisible()
    assert "voided already" in panel.notice.text
    assert panel.history.topLevelItemCount() == 1


def test_a_done_void_that_the_gateway_does_not_show_yet_is_awaited_and_not_offered_again(
    shop: Shop, panel: PaymentPanel, qtbot: QtBot
) -> None:
    sale = shop.a_sale()
    plan = plan_void(shop.look(sale), shop.clock.now())
    shop.simulator.faults.always(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    (done,) = shop.desk.reversals.execute(plan, operator="ayşe").intents

    panel.show_view(shop.look(sale))

    assert not panel.void.isVisible()
    assert "Awaiting confirmation" in panel.notice.text
    with qtbot.waitSignal(panel.intent_wanted) as wanted:
        panel.notice.action.click()
    assert wanted.args[0].id == done.id


def test_an_open_reversal_is_one_click_away(shop: Shop, panel: PaymentPanel, qtbot: QtBot) -> None:
    sale = shop.a_sale()
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    (unknown,) = shop.void(sale).intents

    panel.show_view(shop.look(sale))

    assert not panel.void.isVisible()
    with qtbot.waitSignal(panel.intent_wanted) as wanted:
        panel.notice.action.click()
    assert wanted.args[0].id == unknown.id


def test_an_account_without_a_back_url_offers_no_void(shop: Shop, panel: PaymentPanel) -> None:
    view = shop.look(shop.a_sale())

    panel.show_view(replace(view, account=replace(view.account, back_url="")))

    assert not panel.void.isVisible()
    assert "BACK_URL" in panel.notice.text


def test_a_desk_that_can_only_look_offers_no_void(shop: Shop, panel: PaymentPanel) -> None:
    panel.set_desk(replace(shop.desk, read_only=True))

    panel.show_view(shop.look(shop.a_sale()))

    assert not panel.void.isVisible()
    assert panel.notice.isVisible()


def with_reference(view: PaymentView, reference: str) -> PaymentView:
    return replace(view, payment=replace(view.payment, reference=reference))


def test_a_copied_reference_is_the_one_that_was_answered(
    shop: Shop, panel: PaymentPanel, qtbot: QtBot
) -> None:
    reference = "0.54 1595|93\u200f\t"
    panel.show_view(with_reference(shop.look(shop.a_sale()), reference))

    panel.fields.setCurrentCell(0, 1)
    qtbot.keyClick(panel.fields, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    from_fields = QGuiApplication.clipboard().text()
    QGuiApplication.clipboard().clear()
    qtbot.keyClick(panel.tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert from_fields == reference
    assert QGuiApplication.clipboard().text() == reference
    shown = panel.fields.item(0, 1)
    assert shown is not None
    assert "\u200f" not in shown.text()


def test_choosing_a_row_shows_its_fields(shop: Shop, panel: PaymentPanel) -> None:
    panel.show_view(shop.look(shop.a_sale()))
    root = panel.tree.topLevelItem(0)
    assert root is not None
    movement = root.child(0)
    assert movement is not None

    panel.tree.setCurrentItem(movement)

    names = [panel.fields.item(number, 2) for number in range(panel.fields.rowCount())]
    assert "TRANSACTION_ID" in [name.text() for name in names if name is not None]


def test_no_markup_of_a_gateway_is_drawn_in_a_tooltip(shop: Shop, panel: PaymentPanel) -> None:
    view = shop.look(shop.a_sale())
    panel.show_view(replace(view, payment=replace(view.payment, refno="<b>1</b><img src='x'>")))

    rows = range(panel.fields.rowCount())
    tips = [item.toolTip() for row in rows if (item := panel.fields.item(row, 1)) is not None]

    assert [one for one in tips if "refno" in one or "<img" in one] == []
    assert any("&lt;img" in one for one in tips)


def test_the_raw_answer_is_there_as_it_came_and_indented(
    shop: Shop, panel: PaymentPanel, qtbot: QtBot
) -> None:
    view = shop.look(shop.a_sale())
    panel.show_view(view)
    look_at_the_raw_answer(panel, qtbot)
    assert '\n  "STATUS": ' in panel.raw.text.toPlainText()

    panel.raw.as_it_came.setChecked(True)

    assert panel.raw.text.toPlainText() == view.snapshot.body
    assert "4oK26" not in view.snapshot.body


def look_at_the_raw_answer(panel: PaymentPanel, qtbot: QtBot) -> None:
    tabs = panel.findChildren(QTabWidget)[0]
    tabs.setCurrentWidget(panel.raw)
    qtbot.waitUntil(lambda: bool(panel.raw.text.toPlainText()))


def test_a_look_at_the_raw_answer_is_written_down_and_no_other(
    shop: Shop, panel: PaymentPanel, qtbot: QtBot
) -> None:
    panel.show_view(shop.look(shop.a_sale()))
    assert panel.raw.text.toPlainText() == ""
    assert Act.RAW not in [entry.act for _, entry in shop.desk.audit.entries()]

    look_at_the_raw_answer(panel, qtbot)

    assert [entry.act for _, entry in shop.desk.audit.entries()].count(Act.RAW) == 1


def test_another_payments_raw_answer_does_not_come_up_by_itself(
    shop: Shop, panel: PaymentPanel, qtbot: QtBot
) -> None:
    view = shop.look(shop.a_sale())
    panel.show_view(view)
    look_at_the_raw_answer(panel, qtbot)
    panel.show_view(view)
    assert panel.tabs.currentWidget() is panel.raw  # read again, and still the one that is looked at
    assert panel.raw.text.toPlainText() != ""

    panel.show_view(shop.look(shop.a_sale()))

    assert panel.tabs.currentIndex() == 0
    assert panel.raw.text.toPlainText() == ""
    assert [entry.act for _, entry in shop.desk.audit.entries()].count(Act.RAW) == 1


def test_its_life_is_drawn_and_told(shop: Shop, panel: PaymentPanel) -> None:
    sale = shop.a_sale("1250,00")
    shop.void(sale)
    panel.show_view(shop.look(sale))

    told = panel.timeline.accessibleDescription()

    assert "Payment, done 1.250,00" in told
    assert "Void: Done 1.250,00" in told
    assert "here, by ayşe" in told
    assert told in panel.told


def test_the_key_that_acts_stands_beside_the_button(shop: Shop, panel: PaymentPanel) -> None:
    panel.show_view(shop.look(shop.a_sale()))
    assert panel.void.shortcut().toString() == "F8"
    assert "F8" in panel.void.toolTip()


def test_all_of_it_is_copied_as_text(shop: Shop, panel: PaymentPanel) -> None:
    view = shop.look(shop.a_sale("1250,00"))
    panel.show_view(view)

    panel.head.copy_all.click()

    copied = QGuiApplication.clipboard().text()
    assert "1.250,00" in copied
    assert f"Reference: {view.payment.reference}" in copied
    assert "Payment, done" in copied


def test_who_looked_at_the_raw_answer_is_told(shop: Shop, panel: PaymentPanel, qtbot: QtBot) -> None:
    view = shop.look(shop.a_sale())
    shop.desk.audit.trust()  # the log takes rows in once its key is there
    shop.desk.lookup.raw(view.snapshot)
    panel.show_view(view)

    qtbot.waitUntil(lambda: panel.traces.topLevelItemCount() == 1)

    item = panel.traces.topLevelItem(0)
    assert item is not None
    assert item.text(2) == "Looked at the raw answer"


def test_what_was_done_here_can_be_copied(shop: Shop, panel: PaymentPanel, qtbot: QtBot) -> None:
    sale = shop.a_sale()
    shop.void(sale)
    panel.show_view(shop.look(sale))

    qtbot.keyClick(panel.history, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert "250,00" in QGuiApplication.clipboard().text()
    assert "müşteri vazgeçti" in QGuiApplication.clipboard().text()


def test_two_amounts_in_the_answer_are_both_in_the_head(shop: Shop, panel: PaymentPanel) -> None:
    sale = shop.a_sale("1250,00")
    (paid,) = sale.movements
    shop.book.add(replace(sale, movements=(replace(paid, amount=lira("1000,00")),)))

    panel.show_view(shop.look(sale))

    assert panel.head.told[0].startswith("1.250,00\N{NO-BREAK SPACE}TL / 1.000,00\N{NO-BREAK SPACE}TL")


def test_a_sale_that_the_top_level_contradicts_is_not_offered_for_voiding(
    shop: Shop, panel: PaymentPanel
) -> None:
    view = shop.look(shop.a_sale("1250,00"))
    payment = replace(view.payment, status="ORDER_CANCEL", return_code="300")

    panel.show_view(replace(view, payment=payment))

    assert not panel.void.isVisible()
    assert "contradicts itself" in panel.notice.text


def test_a_refusal_that_was_booked_after_all_is_said_whenever_the_sale_is_looked_at(
    shop: Shop, panel: PaymentPanel, qtbot: QtBot
) -> None:
    sale = shop.a_sale()
    shop.simulator.faults.next(Fault.CANCEL_ERROR, operation=Operation.MOVE)
    refused = shop.look_a_minute_later(*shop.void(sale).intents)
    shop.clock.advance(timedelta(days=2))
    shop.book.habits.voids_on_the_day_only = False
    shop.book.void(sale.reference, shop.clock.now())

    panel.show_view(shop.look(sale))

    assert "money went back" in panel.notice.text
    with qtbot.waitSignal(panel.intent_wanted) as wanted:
        panel.notice.action.click()
    assert wanted.args == [refused]
