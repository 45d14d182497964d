from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.reversal.money_dialog import Stage
from gui.reversal.return_dialog import ReturnDialog
from gui.tasks import TaskRunner
from services.domain.reversal import IntentState
from services.simulator.faults import Fault, Operation
from tests.gui.reversal.conftest import Finish, OpenReturn
from tests.services.staff import MANAGER, OWNER, limit, sit, staffed
from tests.shop import Shop, lira


def type_into(dialog: ReturnDialog, number: int, amount: str) -> None:
    dialog.cards[number].amount.edit.setText(amount)


def review(dialog: ReturnDialog, *amounts: str) -> None:
    """Type an amount into each line and go on to the review."""
    for number, amount in enumerate(amounts):
        type_into(dialog, number, amount)
    dialog.onward.click()


def send(dialog: ReturnDialog, finish: Finish) -> None:
    dialog.review.reason.setCurrentText("ürün iade edildi")
    dialog.review.understood.setChecked(True)
    dialog.confirm.click()
    finish(dialog)


def test_a_part_of_one_line_goes_back(shop: Shop, open_return: OpenReturn, finish: Finish) -> None:
    order = shop.an_order("100,00/90,00", "250,00/225,00")
    dialog = open_return(order)

    review(dialog, "10,50")
    send(dialog, finish)

    assert [card.intent.state for card in dialog.outcome.cards] == [IntentState.DONE]
    assert shop.book.returned(order.siparis_id) == lira("10,50")
    assert shop.view(order).standing.payable_of(order.lines[0]) == lira("79,50")


@pytest.mark.parametrize(
    "typed",
    [
        "1.250",
        "12.50",
        "0",
        "0,00",
        "-5",
        "-5,00",
        "1,234",
        "100,01",
        "1250,00",
        "abc",
        "NaN",
        "1e2",
        "10,5,5",
    ],
)
def test_an_amount_that_cannot_be_never_goes_further(
    shop: Shop, open_return: OpenReturn, qtbot: QtBot, typed: str
) -> None:
    order = shop.an_order("100,00/90,00")
    dialog = open_return(order)
    type_into(dialog, 0, typed)

    dialog.onward.click()
    dialog.onward.clicked.emit()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    dialog.confirm.clicked.emit()

    assert dialog.plan() is None
    assert dialog.stage is Stage.ASKING
    assert shop.desk.lookup.reversals() == []
    assert dialog.cards[0].amount.problem


@pytest.mark.parametrize("typed", ["", "  "])
def test_an_empty_amount_is_nothing_and_never_everything(
    shop: Shop, open_return: OpenReturn, typed: str
) -> None:
    order = shop.an_order("100,00/90,00")
    dialog = open_return(order)
    type_into(dialog, 0, typed)

    dialog.onward.clicked.emit()

    assert not dialog.onward.isEnabled()
    assert dialog.plan() is None
    assert dialog.stage is Stage.ASKING


def test_an_amount_with_two_readings_is_asked_about(shop: Shop, open_return: OpenReturn) -> None:
    dialog = open_return(shop.an_order("2000,00/1800,00"))
    type_into(dialog, 0, "1.250")
    assert not dialog.onward.isEnabled()

    dialog.cards[0].amount.readings[0].click()

    assert dialog.cards[0].amount.value() == lira("1250,00")
    assert dialog.onward.isEnabled()


def test_one_line_that_cannot_be_holds_up_all(shop: Shop, open_return: OpenReturn) -> None:
    dialog = open_return(shop.an_order("100,00/90,00", "250,00/225,00"))
    type_into(dialog, 0, "10,00")
    assert dialog.onward.isEnabled()

    type_into(dialog, 1, "251,00")

    assert not dialog.onward.isEnabled()
    assert "250,00" in dialog.cards[1].amount.problem


def test_what_is_due_afterwards_is_proposed_until_a_person_writes_it(
    shop: Shop, open_return: OpenReturn, qtbot: QtBot
) -> None:
    dialog = open_return(shop.an_order("100,00/90,00"))
    (card,) = dialog.cards
    card.amount.edit.setText("30,00")
    assert card.payable.value() == lira("60,00")

    card.payable.edit.selectAll()
    qtbot.keyClicks(card.payable.edit, "55")
    card.amount.edit.setText("20,00")

    assert card.payable.value() == lira("55,00")


def test_a_whole_line_leaves_its_seller_nothing(shop: Shop, open_return: OpenReturn) -> None:
    dialog = open_return(shop.an_order("100,00/90,00"))
    (card,) = dialog.cards

    card.rest.click()

    assert card.part is not None
    assert (card.part.amount, card.part.payable) == (lira("100,00"), lira("0,00"))


def test_a_payable_over_the_product_is_said_beside_it(shop: Shop, open_return: OpenReturn) -> None:
    dialog = open_return(shop.an_order("100,00/90,00"))
    type_into(dialog, 0, "10,00")

    dialog.cards[0].payable.edit.setText("100,01")

    assert dialog.cards[0].payable.problem
    assert not dialog.onward.isEnabled()


def test_the_literal_rule_is_asked_about_with_both_numbers(
    shop: Shop, open_return: OpenReturn, finish: Finish
) -> None:
    order = shop.an_order("100,00/90,00")
    dialog = open_return(order)
    review(dialog, "10,00")
    dialog.review.reason.setCurrentText("ürün iade edildi")

    asked = dialog.review.rule.text
    assert "OdenecekTutar" in asked
    assert "80,00" in asked
    assert "10,00" in asked
    assert not dialog.confirm.isEnabled()

    dialog.review.understood.setChecked(True)
    dialog.confirm.click()
    finish(dialog)
    assert shop.book.returned(order.siparis_id) == lira("10,00")


def test_a_return_within_the_rule_asks_nothing(shop: Shop, open_return: OpenReturn) -> None:
    dialog = open_return(shop.an_order("100,00/90,00"))

    review(dialog, "60,00")
    dialog.review.reason.setCurrentText("ürün iade edildi")

    assert not dialog.review.understood.isVisible()
    assert dialog.confirm.isEnabled()


def test_a_strict_account_blocks_the_literal_rule_at_the_line(
    shop: Shop, tasks: TaskRunner, qtbot: QtBot
) -> None:
    order = shop.an_order("100,00/90,00")
    shop.desk.accounts.change(replace(shop.param, strict=True), None)
    dialog = ReturnDialog(shop.desk, tasks, shop.view(order))
    qtbot.addWidget(dialog)

    type_into(dialog, 0, "10,00")

    assert dialog.cards[0].payable.problem
    assert not dialog.onward.isEnabled()


def test_exactly_what_is_sent_is_shown_before_it_is(
    shop: Shop, open_return: OpenReturn, qtbot: QtBot
) -> None:
    order = shop.an_order("100,00/90,00", "250,00/225,00")
    dialog = open_return(order)

    review(dialog, "10,50", "60,00")

    text = dialog.review.request.text
    qtbot.waitUntil(lambda: "60.00" in text.toPlainText())
    assert "10.50" in text.toPlainText()
    assert "79.50" in text.toPlainText()
    assert all(line.guid in text.toPlainText() for line in order.lines)
    assert shop.book.requests_for(order.siparis_id) == 0
    assert "70,50" in dialog.confirm.text()


@pytest.mark.parametrize("word", ["", "AL", "ALLL", "everything", "0"])
def test_everything_needs_its_word(shop: Shop, open_return: OpenReturn, word: str) -> None:
    order = shop.an_order("100,00", "250,00")
    dialog = open_return(order)
    dialog.everything.click()
    dialog.all_page.word.setText(word)

    dialog.onward.click()
    dialog.onward.clicked.emit()

    assert dialog.plan() is None
    assert not dialog.confirm.isVisible()


def test_everything_of_all_sellers_goes_back_in_one_request(
    shop: Shop, open_return: OpenReturn, finish: Finish, qtbot: QtBot
) -> None:
    order = shop.an_order("100,00", "250,00")
    dialog = open_return(order)
    dialog.everything.click()
    dialog.all_page.word.setText("all")
    dialog.onward.click()
    qtbot.waitUntil(lambda: "SiparisTutar>0.00<" in dialog.review.request.text.toPlainText())

    send(dialog, finish)

    assert shop.book.returned(order.siparis_id) == lira("350,00")
    assert shop.book.requests_for(order.siparis_id) == 1


def test_everything_says_before_the_press_that_a_limit_takes_another_person(
    shop: Shop, open_return: OpenReturn, finish: Finish
) -> None:
    staffed(shop, sits=OWNER)
    limit(shop, MANAGER, day="500,00")
    order = shop.an_order("1,00")
    unlimited = open_return(order)
    unlimited.everything.click()
    assert not unlimited.all_page.limit.isVisible()
    sit(shop, MANAGER)
    dialog = open_return(order)

    dialog.everything.click()
    assert dialog.all_page.limit.isVisible()
    assert "line by line" in dialog.all_page.limit.text

    dialog.all_page.word.setText("ALL")
    dialog.onward.click()
    send(dialog, finish)
    assert dialog.stage is Stage.APPROVING
    assert dialog.approver.isVisible()
    assert dialog.leaving.isVisible()
    assert shop.book.requests_for(order.siparis_id) == 0


def test_the_word_has_to_be_typed_again_after_going_back(shop: Shop, open_return: OpenReturn) -> None:
    dialog = open_return(shop.an_order("100,00", "250,00"))
    dialog.everything.click()
    dialog.all_page.word.setText("ALL")
    dialog.onward.click()

    dialog.back.click()
    assert dialog.plan() is None
    dialog.everything.click()

    assert not dialog.onward.isEnabled()


def test_the_first_line_that_is_not_done_stops_the_rest_and_they_are_named(
    shop: Shop, open_return: OpenReturn, finish: Finish
) -> None:
    order = shop.an_order("100,00/90,00", "250,00/225,00", "40,00/36,00")
    dialog = open_return(order)
    review(dialog, "10,00", "20,00", "40,00")
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)

    send(dialog, finish)

    assert [card.intent.state for card in dialog.outcome.cards] == [IntentState.OUTCOME_UNKNOWN]
    told = dialog.outcome.text
    assert all(line.seller in told for line in order.lines[1:])
    assert dialog.stage is Stage.OVER
    assert shop.book.requests_for(order.siparis_id) == 1


def test_every_line_that_is_done_is_told(shop: Shop, open_return: OpenReturn, finish: Finish) -> None:
    order = shop.an_order("100,00/90,00", "250,00/225,00")
    dialog = open_return(order)

    review(dialog, "10,00", "20,00")
    send(dialog, finish)

    assert [card.intent.state for card in dialog.outcome.cards] == [IntentState.DONE] * 2
    assert shop.book.requests_for(order.siparis_id) == 2


def test_a_double_click_sends_once(shop: Shop, open_return: OpenReturn, finish: Finish, qtbot: QtBot) -> None:
    order = shop.an_order("100,00/90,00")
    dialog = open_return(order)
    review(dialog, "60,00")
    dialog.review.reason.setCurrentText("ürün iade edildi")

    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(dialog.confirm, Qt.MouseButton.LeftButton)
    dialog.confirm.clicked.emit()
    finish(dialog)

    assert shop.book.requests_for(order.siparis_id) == 1


def test_nothing_leads_back_to_the_amounts_while_money_is_on_the_move(
    shop: Shop, open_return: OpenReturn, finish: Finish
) -> None:
    dialog = open_return(shop.an_order("100,00/90,00"))
    review(dialog, "60,00")
    dialog.review.reason.setCurrentText("ürün iade edildi")
    dialog.confirm.click()

    assert not dialog.back.isEnabled()
    dialog.close()
    assert dialog.isVisible()
    finish(dialog)


def test_a_day_that_ends_under_review_leads_back_and_says_so(
    shop: Shop, open_return: OpenReturn, qtbot: QtBot
) -> None:
    order = shop.an_order("100,00/90,00")
    dialog = open_return(order)
    review(dialog, "60,00")

    shop.clock.advance(timedelta(hours=13))

    qtbot.waitUntil(dialog.hindrance.notice.isVisible)
    assert dialog.plan() is None
    assert not dialog.confirm.isVisible()
    dialog.onward.click()
    assert dialog.confirm.isVisible()


def test_a_day_that_ended_unseen_is_a_changed_verb(
    shop: Shop, open_return: OpenReturn, finish: Finish
) -> None:
    order = shop.an_order("100,00/90,00")
    dialog = open_return(order)
    review(dialog, "60,00")
    dialog._countdown.say("")  # the second in which nobody has looked at the clock yet
    shop.clock.advance(timedelta(hours=13))

    send(dialog, finish)

    assert dialog.hindrance.differences.isVisible()
    assert dialog.stage is Stage.OVER
    assert shop.book.requests_for(order.siparis_id) == 0


def test_an_order_that_is_shut_takes_no_amount(shop: Shop, open_return: OpenReturn) -> None:
    order = shop.an_order("100,00/90,00")
    shop.give_everything_back(order)

    dialog = open_return(order)

    assert dialog.hindrance.notice.isVisible()
    assert not dialog.onward.isVisible()
    assert not dialog.everything.isVisible()


def test_an_order_with_an_open_reversal_leads_to_it(
    shop: Shop, open_return: OpenReturn, qtbot: QtBot
) -> None:
    order = shop.an_order("100,00/90,00")
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    (unknown,) = shop.give_back(order, (0, "10,00", "10,00")).intents

    dialog = open_return(order)

    with qtbot.waitSignal(dialog.intent_wanted) as wanted:
        dialog.hindrance.notice.action.click()
    assert wanted.args[0].id == unknown.id


def test_a_request_that_never_left_may_be_sent_again(
    shop: Shop, open_return: OpenReturn, finish: Finish
) -> None:
    order = shop.an_order("100,00/90,00")
    dialog = open_return(order)
    review(dialog, "60,00")
    shop.simulator.faults.always(Fault.REFUSED_CONNECTION)
    send(dialog, finish)
    before = dialog.stage
    shop.simulator.faults.clear()

    dialog.confirm.click()
    finish(dialog)

    assert (before, dialog.stage) == (Stage.ASKING, Stage.OVER)
    assert shop.book.requests_for(order.siparis_id) == 1


def test_the_keyboard_alone_is_enough(
    shop: Shop, open_return: OpenReturn, finish: Finish, qtbot: QtBot
) -> None:
    order = shop.an_order("100,00/90,00")
    dialog = open_return(order)
    amount = dialog.cards[0].amount.edit
    qtbot.waitUntil(amount.hasFocus)
    qtbot.keyClicks(amount, "60")
    press(dialog, qtbot, dialog.onward)
    reason = dialog.review.reason.lineEdit()
    assert reason is not None
    qtbot.waitUntil(reason.hasFocus)
    qtbot.keyClicks(reason, "iade")
    press(dialog, qtbot, dialog.confirm)
    finish(dialog)

    assert shop.book.returned(order.siparis_id) == lira("60,00")


def press(dialog: ReturnDialog, qtbot: QtBot, button: object) -> None:
    """Tab to a button and press it with space."""
    for _ in range(30):
        focused = dialog.focusWidget()
        assert focused is not None
        if focused is button:
            qtbot.keyClick(focused, Qt.Key.Key_Space)
            return
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    pytest.fail("the keyboard does not get there")
