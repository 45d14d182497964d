"""Leaving something for approval, agreeing to it from one's own seat, and sending it from the queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gui.approvals.card import PetitionCard
from gui.approvals.queue import ApprovalsPlace
from gui.dialogs import Dialogs
from gui.reversal.money_dialog import MoneyDialog, Stage
from gui.reversal.return_dialog import ReturnDialog
from gui.reversal.void_dialog import VoidDialog
from gui.tasks import TaskRunner
from services.domain.order import Order
from services.domain.reversal import IntentState
from services.petitions import NextStep
from services.plans import LineReturn, plan_return, plan_void
from services.simulator.entries import Sale
from tests.services.staff import CASHIER, MANAGER, OWNER, PINS, limit, sit, staffed
from tests.shop import Shop, lira


@pytest.fixture
def sale(shop: Shop) -> Sale:
    """A sale of 250,00 and a cashier at the desk who may void up to 100,00."""
    staffed(shop, sits=OWNER)
    limit(shop, CASHIER, once="100,00")
    sit(shop, CASHIER)
    return shop.a_sale()


@pytest.fixture
def place(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> ApprovalsPlace:
    made = ApprovalsPlace(shop.desk, tasks)
    qtbot.addWidget(made)
    made.resize(1100, 600)
    made.show()
    return made


def left(shop: Shop, sale: Sale) -> None:
    plan = replace(plan_void(shop.look(sale), shop.clock.now()), reason="müşteri vazgeçti")
    shop.desk.petitions.leave(plan)


def the_card(qtbot: QtBot, place: ApprovalsPlace, step: NextStep) -> PetitionCard:
    place.refresh()
    qtbot.waitUntil(lambda: [card.waiting.step for card in place.cards] == [step])
    return place.cards[0]


def test_an_empty_queue_says_what_comes_here(place: ApprovalsPlace, qtbot: QtBot) -> None:
    with qtbot.waitSignal(place.read):
        place.refresh()

    assert place.blank.isVisible()
    assert "Nothing waits for approval" in place.text


def test_who_may_not_send_it_alone_can_leave_it(
    shop: Shop, sale: Sale, tasks: TaskRunner, qtbot: QtBot
) -> None:
    dialog = VoidDialog(shop.desk, tasks, shop.look(sale))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reason.setEditText("müşteri vazgeçti")
    assert not dialog.leaving.isVisible(), "nobody has said no yet"
    dialog.confirm.click()
    qtbot.waitUntil(dialog.leaving.isVisible)
    assert dialog.approver.isVisible(), "somebody beside them can agree as well"

    with qtbot.waitSignal(dialog.left):
        dialog.leaving.click()

    assert dialog.stage is Stage.OVER
    assert "Left for approval: 250,00" in dialog.hindrance.notice.text
    assert shop.book.requests_for(sale.reference) == 0
    assert [one.petition.reason for one in shop.desk.petitions.waiting()] == ["müşteri vazgeçti"]


def test_what_the_role_forbids_can_be_left_as_well(
    shop: Shop, sale: Sale, tasks: TaskRunner, qtbot: QtBot
) -> None:
    shop.clock.advance(timedelta(days=1))
    dialog = VoidDialog(shop.desk, tasks, shop.look(sale))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.reason.setEditText("geç geldi")
    dialog.confirm.click()
    qtbot.waitUntil(dialog.leaving.isVisible)
    assert not dialog.approver.isVisible(), "a yes lifts no right"


def test_it_is_seen_beside_the_sale_and_approved_with_a_pin(
    shop: Shop, sale: Sale, place: ApprovalsPlace, qtbot: QtBot
) -> None:
    left(shop, sale)
    card = the_card(qtbot, place, NextStep.WAIT)
    assert not card.answer.isVisible(), "nobody answers their own"
    sit(shop, MANAGER)
    card = the_card(qtbot, place, NextStep.APPROVE)
    assert "250,00" in card.text
    assert "müşteri vazgeçti" in card.text
    assert CASHIER in card.text
    assert "Paid" in card.text
    assert card.answer.approve.text() == "Approve 250,00\N{NO-BREAK SPACE}TL"
    assert not card.answer.approve.isEnabled()

    qtbot.keyClicks(card.answer.pin, PINS[MANAGER])
    with qtbot.waitSignal(place.changed):
        card.answer.approve.click()

    assert not card.answer.pin.text(), "a PIN is not left standing"
    the_card(qtbot, place, NextStep.WAIT)


def test_a_wrong_pin_is_said_and_asked_for_again(
    shop: Shop, sale: Sale, place: ApprovalsPlace, qtbot: QtBot
) -> None:
    left(shop, sale)
    sit(shop, MANAGER)
    card = the_card(qtbot, place, NextStep.APPROVE)

    qtbot.keyClicks(card.answer.pin, PINS[OWNER])
    card.answer.approve.click()

    qtbot.waitUntil(card.answer.notice.isVisible)
    assert "PIN" in card.answer.notice.text
    assert card.answer.isEnabled()


def test_declining_asks_why_and_the_asker_reads_it(
    shop: Shop, sale: Sale, place: ApprovalsPlace, qtbot: QtBot
) -> None:
    left(shop, sale)
    sit(shop, MANAGER)
    card = the_card(qtbot, place, NextStep.APPROVE)
    card.answer.decline.click()
    assert card.answer.why.isVisible()
    assert not card.answer.decline.isEnabled(), "not without a reason"
    card.answer.keep.click()
    assert not card.answer.why.isVisible(), "one can think again"
    card.answer.decline.click()
    card.answer.why.setText("fiş yok")
    with qtbot.waitSignal(place.changed):
        card.answer.decline.click()

    sit(shop, CASHIER)
    card = the_card(qtbot, place, NextStep.DROP)
    assert f"{MANAGER} declined it: fiş yok" in card.text
    card.drop.click()
    qtbot.waitUntil(lambda: place.cards == [])


def test_a_stale_one_can_only_be_taken_off(
    shop: Shop, sale: Sale, place: ApprovalsPlace, qtbot: QtBot
) -> None:
    left(shop, sale)
    sit(shop, MANAGER)
    shop.void(sale)
    card = the_card(qtbot, place, NextStep.DROP)

    assert card.drop.isVisible()
    assert not card.answer.isVisible()
    assert not card.send.isVisible()
    assert "Out of date" in card.text


def test_an_approved_void_is_sent_from_the_queue(
    shop: Shop, sale: Sale, place: ApprovalsPlace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    left(shop, sale)
    sit(shop, MANAGER)
    shop.desk.petitions.approve(shop.desk.petitions.waiting()[0].petition.id, PINS[MANAGER])
    sit(shop, CASHIER)
    dialogs = Dialogs(shop.desk, tasks, place)
    place.send_wanted.connect(dialogs.send)

    the_card(qtbot, place, NextStep.SEND).send.click()
    (dialog,) = place.findChildren(MoneyDialog)
    assert dialog.confirm.isEnabled(), "everything is filled in"
    with qtbot.waitSignal(dialogs.petitions_changed, timeout=15000):
        dialog.confirm.click()

    assert [card.intent.state for card in dialog.outcome.cards] == [IntentState.DONE]
    assert dialog.outcome.cards[0].intent.draft.reason == "müşteri vazgeçti"
    assert shop.book.requests_for(sale.reference) == 1
    place.refresh()
    qtbot.waitUntil(lambda: place.cards == [])


def test_a_return_the_role_forbids_is_sent_by_the_manager(
    shop: Shop, sale: Sale, place: ApprovalsPlace, tasks: TaskRunner, qtbot: QtBot
) -> None:
    assert sale
    order: Order = shop.an_order("100,00", "60,00", ago=timedelta(days=3))
    part = LineReturn(line=order.lines[1].guid, amount=lira("60,00"), payable=lira("0,00"))
    shop.desk.petitions.leave(plan_return(shop.view(order), (part,), shop.clock.now(), reason="iade"))
    sit(shop, MANAGER)
    dialogs = Dialogs(shop.desk, tasks, place)
    place.send_wanted.connect(dialogs.send)

    the_card(qtbot, place, NextStep.SEND_ALONE).send.click()
    (dialog,) = place.findChildren(ReturnDialog)
    assert dialog.pages.current is dialog.review
    with qtbot.waitSignal(dialogs.petitions_changed, timeout=15000):
        dialog.confirm.click()

    assert shop.book.returned(order.siparis_id) == lira("60,00")


def test_what_waits_leaves_as_a_list(shop: Shop, sale: Sale, place: ApprovalsPlace, qtbot: QtBot) -> None:
    left(shop, sale)
    the_card(qtbot, place, NextStep.WAIT)

    sheet = place._sheet()

    (row,) = sheet.rows()
    told = dict(zip(sheet.columns, row, strict=True))
    assert told["Amount"] == lira("-250,00")
    assert told["Reference"] == sale.reference
    assert told["Who"] == CASHIER
    assert told["State"] == "Awaiting approval"
