from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.reversal.outcome_panel import OutcomePanel
from gui.tasks import TaskRunner
from services.domain.reversal import Intent, IntentState
from services.plans import plan_void
from services.simulator.faults import Fault, Operation
from tests.services.staff import CASHIER, MANAGER, PINS, limit, staffed
from tests.shop import Shop


@pytest.fixture
def panel(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> OutcomePanel:
    made = OutcomePanel(shop.desk, tasks)
    qtbot.addWidget(made)
    made.show()
    return made


def an_unknown(shop: Shop) -> Intent:
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    (intent,) = shop.void(shop.a_sale()).intents
    return intent


def test_a_look_that_finds_nothing_says_so_and_settles_nothing(
    shop: Shop, panel: OutcomePanel, qtbot: QtBot
) -> None:
    panel.show_intent(an_unknown(shop))
    (card,) = panel.cards

    with qtbot.waitSignal(panel.looked):
        card.look.click()

    assert card.intent.state is IntentState.OUTCOME_UNKNOWN
    assert "nothing new" in panel.text
    assert card.look.isEnabled()


def test_a_look_that_fails_says_why_and_may_be_tried_again(
    shop: Shop, panel: OutcomePanel, qtbot: QtBot
) -> None:
    panel.show_intent(an_unknown(shop))
    (card,) = panel.cards
    shop.simulator.faults.always(Fault.REFUSED_CONNECTION)

    card.look.click()

    qtbot.waitUntil(card.look.isEnabled)
    assert "No connection" in panel.text


def test_an_unknown_at_param_offers_no_look(shop: Shop, panel: OutcomePanel) -> None:
    order = shop.an_order("100,00")
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    (intent,) = shop.give_back(order, (0, "10,00", "10,00")).intents

    panel.show_intent(intent)

    assert not panel.cards[0].look.isVisible()
    assert "Param's panel" in panel.text


def test_their_words_are_quoted_as_plain_text(shop: Shop, panel: OutcomePanel) -> None:
    shop.simulator.faults.next(Fault.UNLISTED_CODE, operation=Operation.MOVE)
    (intent,) = shop.give_back(shop.an_order("50,00"), (0, "10,00", "10,00")).intents
    settled = intent.settled
    assert settled is not None
    assert settled.code is not None

    panel.show_intent(intent)

    assert intent.state is IntentState.REFUSED
    quoted = panel.findChild(QLabel, "their_words")
    assert isinstance(quoted, QLabel)
    assert settled.code in quoted.text()
    assert quoted.textFormat() is Qt.TextFormat.PlainText


def test_who_agreed_to_it_is_named(shop: Shop, panel: OutcomePanel, qtbot: QtBot) -> None:
    staffed(shop, sits=CASHIER)
    limit(shop, CASHIER, once="100,00")
    plan = replace(plan_void(shop.look(shop.a_sale("250,00")), shop.clock.now()), reason="x")
    yes = shop.desk.operators.approve(plan, MANAGER, PINS[MANAGER])
    (intent,) = shop.desk.reversals.execute(plan, operator=shop.desk.operator, approval=yes.id).intents

    panel.show_intent(intent)

    agreed = panel.cards[0].findChild(QLabel, "agreed")
    assert agreed is not None
    qtbot.waitUntil(agreed.isVisible)
    assert MANAGER in agreed.text()
