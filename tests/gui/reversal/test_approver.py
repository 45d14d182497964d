"""Above a limit a second person approves in place, just what is about to be sent; nobody does so alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from gui.reversal.money_dialog import Stage
from gui.reversal.void_dialog import VoidDialog
from services.domain.operator import Limits, Role
from services.simulator.entries import Sale
from tests.canary import PINS
from tests.gui.reversal.conftest import Finish, OpenVoid
from tests.shop import Shop, lira

MANAGER, MANAGERS_PIN = "Deniz", PINS[1]
CASHIER, CASHIERS_PIN = "Can", PINS[2]


@pytest.fixture
def sale(shop: Shop) -> Sale:
    return shop.a_sale("250,00")


@pytest.fixture
def over_the_limit(shop: Shop, sale: Sale, open_void: OpenVoid, finish: Finish, qtbot: QtBot) -> VoidDialog:
    """A cashier who may give back 200,00 wanted to void 250,00."""
    operators = shop.desk.operators
    operators.add("Ayşe", Role.OWNER, "4711")
    operators.add(MANAGER, Role.MANAGER, MANAGERS_PIN)
    operators.add("Ece", Role.MANAGER, "1357", limits=Limits(per_reversal=lira("100,00")))
    operators.add(CASHIER, Role.CASHIER, CASHIERS_PIN, limits=Limits(per_reversal=lira("200,00")))
    operators.change_settings(replace(operators.settings(), pins=True))
    operators.sign_in(CASHIER, CASHIERS_PIN)
    dialog = open_void(sale)
    dialog.reason.setCurrentText("müşteri vazgeçti")
    dialog.confirm.click()
    finish(dialog)
    qtbot.waitUntil(lambda: dialog.approver.name.count() > 0)
    return dialog


def approve(dialog: VoidDialog, name: str, pin: str) -> None:
    form = dialog.approver
    form.name.setCurrentIndex(form.name.findData(name))
    form.pin.setText(pin)
    form.confirm.click()


def test_nothing_is_sent_and_a_second_person_is_asked_for(
    over_the_limit: VoidDialog, shop: Shop, sale: Sale
) -> None:
    form = over_the_limit.approver
    assert over_the_limit.stage is Stage.APPROVING
    assert form.isVisible()
    assert "250,00" in form.confirm.text()
    assert "200,00" in over_the_limit.hindrance.notice.text
    assert not over_the_limit.confirm.isVisible()
    assert not over_the_limit.pages.isEnabled()
    assert shop.book.requests_for(sale.reference) == 0


def test_nobody_is_offered_to_approve_their_own_and_nobody_is_chosen(over_the_limit: VoidDialog) -> None:
    form = over_the_limit.approver
    offered = {form.name.itemData(index) for index in range(form.name.count())}
    assert offered == {"Ayşe", MANAGER, "Ece"}
    assert form.name.currentIndex() == -1
    assert not form.confirm.isEnabled()


def test_with_their_pin_it_is_sent_once_and_says_who_approved(
    over_the_limit: VoidDialog, shop: Shop, sale: Sale, finish: Finish, qtbot: QtBot
) -> None:
    approve(over_the_limit, MANAGER, MANAGERS_PIN)
    qtbot.waitUntil(lambda: over_the_limit.stage is Stage.OVER, timeout=15000)
    finish(over_the_limit)
    assert shop.book.requests_for(sale.reference) == 1
    (intent,) = shop.desk.lookup.reversals()
    assert intent.draft.operator == CASHIER
    assert intent.draft.approval is not None


def test_a_wrong_pin_sends_nothing_and_is_not_kept(
    over_the_limit: VoidDialog, shop: Shop, sale: Sale, qtbot: QtBot
) -> None:
    approve(over_the_limit, MANAGER, "0000")
    qtbot.waitUntil(over_the_limit.approver.notice.isVisible)
    assert over_the_limit.approver.pin.text() == ""
    assert over_the_limit.stage is Stage.APPROVING
    assert shop.book.requests_for(sale.reference) == 0


def test_whoever_may_give_back_less_themselves_cant_approve_it(
    over_the_limit: VoidDialog, shop: Shop, sale: Sale, qtbot: QtBot
) -> None:
    approve(over_the_limit, "Ece", "1357")
    qtbot.waitUntil(over_the_limit.approver.notice.isVisible)
    assert "Ece" in over_the_limit.approver.notice.text
    assert "100,00" in over_the_limit.approver.notice.text
    assert shop.book.requests_for(sale.reference) == 0


def test_leaving_sends_nothing(over_the_limit: VoidDialog, shop: Shop, sale: Sale) -> None:
    over_the_limit.leave.click()
    assert not over_the_limit.isVisible()
    assert shop.book.requests_for(sale.reference) == 0
