"""A person settles what is unknown: from the evidence, on purpose, with a second person's PIN."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.doubts.settle_dialog import SettleDialog
from gui.tasks import TaskRunner
from services.domain.operator import Role
from services.domain.reversal import Intent, IntentState, SettledBy
from services.domain.settings import Settings
from services.simulator.faults import Fault, Operation
from tests import canary
from tests.shop import Shop

PINS = dict(zip(("Fatma", "Ayşe", "Can"), canary.PINS, strict=False))
Open = Callable[[Intent], SettleDialog]


@pytest.fixture
def open_dialog(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> Open:
    def opened(intent: Intent) -> SettleDialog:
        dialog = SettleDialog(shop.desk, tasks, intent)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.evidence is not None and dialog.evidence.isVisible())
        return dialog

    return opened


def unknown_at_param(shop: Shop) -> Intent:
    order = shop.an_order("100,00", "50,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE, booked=True)
    (intent,) = shop.give_back(order, (0, "100,00", "0,00")).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    return intent


def unknown_at_esnekpos(shop: Shop) -> Intent:
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    (intent,) = shop.void(shop.a_sale("99,90")).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    return intent


def staffed(shop: Shop, sits: str) -> None:
    """Let an owner, a manager and a cashier work here, and one of them sit down."""
    operators = shop.desk.operators
    for name, role in (("Fatma", Role.OWNER), ("Ayşe", Role.MANAGER), ("Can", Role.CASHIER)):
        operators.add(name, role, PINS[name])
    operators.change_settings(Settings(pins=True))
    operators.sign_in(sits, PINS[sits])


def fill(dialog: SettleDialog, *, paid: bool) -> None:
    (dialog.paid if paid else dialog.not_paid).setChecked(True)
    dialog.reason.setText("Panelde görünüyor.")
    dialog.panel_reference.setText("PNL-2026-77")


def test_nothing_is_chosen_beforehand_and_everything_is_required(shop: Shop, open_dialog: Open) -> None:
    dialog = open_dialog(unknown_at_param(shop))
    assert not dialog.paid.isChecked()
    assert not dialog.not_paid.isChecked()
    assert not dialog.confirm.isEnabled()

    dialog.reason.setText("Panelde görünüyor.")
    dialog.panel_reference.setText("PNL-2026-77")
    assert not dialog.confirm.isEnabled()
    dialog.paid.setChecked(True)
    assert dialog.confirm.isEnabled()
    dialog.panel_reference.setText("  ")
    assert not dialog.confirm.isEnabled()


@pytest.mark.parametrize("state", [IntentState.DONE, IntentState.REFUSED])
def test_the_owner_of_a_shop_without_pins_says_it_alone(
    shop: Shop, open_dialog: Open, qtbot: QtBot, state: IntentState
) -> None:
    intent = unknown_at_param(shop)
    dialog = open_dialog(intent)
    fill(dialog, paid=state is IntentState.DONE)

    with qtbot.waitSignal(dialog.settled) as settled:
        qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)

    (now,) = settled.args
    assert (now.id, now.state, now.settled.by) == (intent.id, state, SettledBy.PERSON)
    assert now.settled.testimony.alone
    assert not dialog.isVisible()
    assert shop.desk.resolver.open_ends() == []


def test_it_says_what_follows_before_it_is_said(shop: Shop, open_dialog: Open) -> None:
    dialog = open_dialog(unknown_at_param(shop))
    dialog.paid.setChecked(True)
    follows = dialog.findChild(QLabel, "follows")
    assert follows is not None
    assert "what is left" in follows.text()
    dialog.not_paid.setChecked(True)
    assert "free again" in follows.text()
    assert "did not go" in dialog.confirm.text()


def test_a_second_person_agrees_with_their_pin(shop: Shop, open_dialog: Open, qtbot: QtBot) -> None:
    intent = unknown_at_param(shop)
    staffed(shop, "Ayşe")
    dialog = open_dialog(intent)
    assert dialog.second is not None
    fill(dialog, paid=True)
    assert not dialog.confirm.isEnabled()
    assert [dialog.second.name.itemText(at) for at in range(dialog.second.name.count())] == ["Fatma"]

    dialog.second.name.setCurrentIndex(0)
    dialog.second.pin.setText("000000")
    dialog.confirm.click()
    qtbot.waitUntil(lambda: not dialog.saving)
    assert dialog.isVisible()
    assert dialog.second.pin.text() == ""
    assert shop.desk.resolver.open_ends() == [intent]

    dialog.second.pin.setText(PINS["Fatma"])
    with qtbot.waitSignal(dialog.settled) as settled:
        dialog.confirm.click()
    assert settled.args[0].settled.testimony.approver == "Fatma"


def test_a_cashier_sees_the_evidence_and_may_say_nothing(shop: Shop, open_dialog: Open) -> None:
    intent = unknown_at_param(shop)
    staffed(shop, "Can")
    dialog = open_dialog(intent)
    assert dialog.evidence is not None
    assert dialog.evidence.isVisible()
    assert not dialog.paid.isVisible()
    assert dialog.notice.isVisible()
    assert not dialog.confirm.isEnabled()


def test_what_was_settled_meanwhile_is_not_settled_twice(shop: Shop, open_dialog: Open, qtbot: QtBot) -> None:
    intent = unknown_at_param(shop)
    first, second = open_dialog(intent), open_dialog(intent)
    fill(first, paid=True)
    fill(second, paid=False)
    with qtbot.waitSignal(first.settled):
        first.confirm.click()

    with qtbot.waitSignal(second.changed_meanwhile):
        second.confirm.click()

    assert second.isVisible()
    assert second.notice.isVisible()
    (now,) = shop.desk.lookup.reversals()
    assert now.state is IntentState.DONE


def test_at_esnekpos_both_trees_stand_side_by_side(shop: Shop, open_dialog: Open) -> None:
    dialog = open_dialog(unknown_at_esnekpos(shop))
    assert dialog.evidence is not None
    said = dialog.evidence.text
    assert "before it was sent" in said
    assert "as last answered" in said
    assert "Step by step" in said


def test_nothing_that_is_quoted_is_taken_for_markup(shop: Shop, open_dialog: Open) -> None:
    order = shop.an_order("100,00", name="<b>siparis</b>")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE, booked=True)
    (intent,) = shop.give_back(order, (0, "100,00", "0,00")).intents
    dialog = open_dialog(intent)

    quoting = [label for label in dialog.findChildren(QLabel) if "<b>" in label.text()]

    assert quoting
    assert {label.textFormat() for label in quoting} == {Qt.TextFormat.PlainText}


def test_what_was_typed_is_not_lost_by_accident(shop: Shop, open_dialog: Open) -> None:
    dialog = open_dialog(unknown_at_param(shop))
    dialog.reason.setText("Panelde")
    dialog.leave.click()
    assert dialog.isVisible()
    assert dialog.notice.isVisible()
