from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from gui.reversal.money_dialog import Stage
from gui.reversal.void_dialog import VoidDialog
from gui.tasks import TaskRunner
from services.domain.clock import Instant
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.domain.reversal import Intent, IntentState
from services.ledger.journal import Journal
from services.reversals import Reversals
from services.simulator.entries import Sale
from services.simulator.faults import Fault, Operation
from tests.gui.reversal.conftest import Finish, OpenVoid
from tests.shop import Shop, lira


def lose_the_answer(shop: Shop) -> None:
    """The void's answer is lost, and the look after it shows nothing yet."""
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)


def hide_the_movement(shop: Shop, looks: int) -> None:
    for _ in range(looks):
        shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)


def test_a_sale_is_voided_with_a_reason_and_the_dialog_stays_to_say_so(
    shop: Shop, open_void: OpenVoid, finish: Finish, qtbot: QtBot
) -> None:
    sale = shop.a_sale("250,00")
    dialog = open_void(sale)
    dialog.reason.setCurrentText("müşteri vazgeçti")

    with qtbot.waitSignal(dialog.settled) as settled:
        dialog.confirm.click()
    finish(dialog)

    (intent,) = settled.args[0].intents
    assert (intent.state, intent.draft.reason) == (IntentState.DONE, "müşteri vazgeçti")
    assert dialog.isVisible()
    assert "250,00" in dialog.outcome.text
    assert not dialog.confirm.isVisible()


def test_the_button_names_the_amount_and_there_is_none_to_type(shop: Shop, open_void: OpenVoid) -> None:
    dialog = open_void(shop.a_sale("1250,00"))

    assert "1.250,00\N{NO-BREAK SPACE}TL" in dialog.confirm.text()
    shown = [edit for edit in dialog.findChildren(QLineEdit) if edit.isVisible()]
    assert shown == [dialog.reason.lineEdit()]


@pytest.mark.parametrize("reason", ["", "   "])
def test_nothing_is_sent_without_a_reason(shop: Shop, open_void: OpenVoid, qtbot: QtBot, reason: str) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    dialog.reason.setCurrentText(reason)

    dialog.confirm.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert not dialog.confirm.isEnabled()
    assert dialog.stage is Stage.ASKING
    assert shop.book.requests_for(sale.reference) == 0


def test_enter_presses_nothing(shop: Shop, open_void: OpenVoid, qtbot: QtBot) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    dialog.reason.setCurrentText("yanlış tutar")

    for widget in (dialog.reason.lineEdit(), dialog.confirm, dialog.leave, dialog):
        assert widget is not None
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Return)
        qtbot.keyClick(widget, Qt.Key.Key_Enter)

    assert dialog.isVisible()
    assert dialog.stage is Stage.ASKING
    assert shop.book.requests_for(sale.reference) == 0


def test_the_keyboard_alone_is_enough(shop: Shop, open_void: OpenVoid, finish: Finish, qtbot: QtBot) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    line = dialog.reason.lineEdit()
    assert line is not None
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "yanlis tutar")
    for _ in range(12):
        if dialog.confirm.hasFocus():
            break
        focused = dialog.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert dialog.confirm.hasFocus()

    qtbot.keyClick(dialog.confirm, Qt.Key.Key_Space)
    finish(dialog)

    assert shop.book.requests_for(sale.reference) == 1


def test_control_and_enter_send_it_too(shop: Shop, open_void: OpenVoid, finish: Finish, qtbot: QtBot) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    dialog.reason.setCurrentText("yanlış tutar")
    qtbot.waitUntil(dialog.isActiveWindow)

    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    finish(dialog)

    assert shop.book.requests_for(sale.reference) == 1


def test_a_double_click_sends_once(shop: Shop, open_void: OpenVoid, finish: Finish, qtbot: QtBot) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    dialog.reason.setCurrentText("iki kez")

    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)
    qtbot.mouseDClick(dialog.confirm, Qt.MouseButton.LeftButton)
    dialog.confirm.click()
    dialog.confirm.clicked.emit()
    finish(dialog)

    assert shop.book.requests_for(sale.reference) == 1
    assert len(shop.desk.lookup.reversals()) == 1


def test_it_does_not_close_while_money_is_on_the_move(
    shop: Shop, open_void: OpenVoid, finish: Finish, qtbot: QtBot
) -> None:
    dialog = open_void(shop.a_sale())
    dialog.reason.setCurrentText("müşteri vazgeçti")
    dialog.confirm.click()

    dialog.close()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.leave.click()

    assert dialog.stage is Stage.SENDING
    assert dialog.isVisible()
    finish(dialog)
    dialog.leave.click()
    assert not dialog.isVisible()


def test_escape_leaves_the_sale_alone(shop: Shop, open_void: OpenVoid, qtbot: QtBot) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    dialog.reason.setCurrentText("müşteri vazgeçti")

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert shop.book.requests_for(sale.reference) == 0


def test_an_unknown_outcome_cannot_be_sent_again(
    shop: Shop, open_void: OpenVoid, finish: Finish, qtbot: QtBot
) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    dialog.reason.setCurrentText("müşteri vazgeçti")
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    dialog.confirm.click()
    finish(dialog)

    dialog.confirm.click()
    dialog.confirm.clicked.emit()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.stage is Stage.OVER
    assert [card.intent.state for card in dialog.outcome.cards] == [IntentState.OUTCOME_UNKNOWN]
    assert len(shop.desk.lookup.reversals()) == 1
    assert dialog.outcome.cards[0].look.isVisible()


def test_another_look_settles_an_unknown_outcome_in_place(
    shop: Shop, open_void: OpenVoid, finish: Finish, qtbot: QtBot
) -> None:
    dialog = open_void(shop.a_sale())
    dialog.reason.setCurrentText("müşteri vazgeçti")
    hide_the_movement(shop, 2)  # the look before sending and the look after it
    lose_the_answer(shop)
    dialog.confirm.click()
    finish(dialog)
    (card,) = dialog.outcome.cards
    before = card.intent.state

    with qtbot.waitSignal(dialog.outcome.looked):
        card.look.click()

    assert (before, card.intent.state) == (IntentState.OUTCOME_UNKNOWN, IntentState.DONE)
    assert not card.look.isVisible()


def test_a_gateway_that_cannot_be_reached_may_be_tried_again(
    shop: Shop, open_void: OpenVoid, finish: Finish
) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    dialog.reason.setCurrentText("müşteri vazgeçti")
    shop.simulator.faults.always(Fault.REFUSED_CONNECTION)
    dialog.confirm.click()
    finish(dialog)
    before = dialog.stage
    assert dialog.hindrance.notice.isVisible()
    shop.simulator.faults.clear()

    dialog.confirm.click()
    finish(dialog)

    assert (before, dialog.stage) == (Stage.ASKING, Stage.OVER)
    assert shop.book.requests_for(sale.reference) == 1


def test_a_sale_that_changed_meanwhile_is_not_sent_and_shows_what_differs(
    shop: Shop, open_void: OpenVoid, finish: Finish, qtbot: QtBot
) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    dialog.reason.setCurrentText("müşteri vazgeçti")
    shop.book.void(sale.reference, shop.clock.now())

    dialog.confirm.click()
    finish(dialog)

    assert dialog.stage is Stage.OVER
    assert dialog.hindrance.differences.isVisible()
    assert dialog.hindrance.differences.rowCount() == 1
    assert shop.desk.lookup.reversals() == []
    with qtbot.waitSignal(dialog.look_wanted) as looked:
        dialog.hindrance.notice.action.click()
    assert looked.args[0].payment.reference == sale.reference


def test_a_day_that_ended_meanwhile_stops_it_and_says_so(
    shop: Shop, open_void: OpenVoid, finish: Finish
) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    dialog.reason.setCurrentText("müşteri vazgeçti")
    dialog._countdown.say("")  # the second in which nobody has looked at the clock yet
    shop.clock.advance(timedelta(hours=13))

    dialog.confirm.click()
    finish(dialog)

    assert dialog.stage is Stage.OVER
    assert dialog.hindrance.differences.isVisible()
    assert shop.book.requests_for(sale.reference) == 0


def test_a_late_sale_says_that_the_bank_may_refuse(shop: Shop, open_void: OpenVoid) -> None:
    today = open_void(shop.a_sale())
    late = open_void(shop.a_sale(ago=timedelta(days=2)))

    assert not today.late.isVisible()
    assert late.late.isVisible()


def test_the_countdown_that_runs_out_turns_it_into_a_late_one(
    shop: Shop, open_void: OpenVoid, qtbot: QtBot
) -> None:
    dialog = open_void(shop.a_sale())
    assert "12:00:00" in dialog._countdown.text()

    shop.clock.advance(timedelta(hours=13))

    qtbot.waitUntil(dialog.late.isVisible)


def test_another_reversal_under_way_is_the_way_on(
    shop: Shop, open_void: OpenVoid, finish: Finish, qtbot: QtBot
) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)
    dialog.reason.setCurrentText("müşteri vazgeçti")
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    (unknown,) = shop.void(sale).intents

    dialog.confirm.click()
    finish(dialog)

    with qtbot.waitSignal(dialog.intent_wanted) as wanted:
        dialog.hindrance.notice.action.click()
    assert wanted.args[0].id == unknown.id


def test_an_answer_that_cannot_be_written_down_is_told_and_locks(
    shop: Shop, open_void: OpenVoid, finish: Finish, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_void(shop.a_sale())
    dialog.reason.setCurrentText("müşteri vazgeçti")

    def refuse(*_: object) -> Intent:
        raise LedgerUnavailable(shop.folder, LedgerFault.DISK_FULL)

    with monkeypatch.context() as disk:
        disk.setattr(Journal, "settle", refuse)
        dialog.confirm.click()
        finish(dialog)

    assert dialog.stage is Stage.OVER
    assert str(shop.folder) in dialog.outcome.text
    assert "The gateway said yes" in dialog.outcome.text
    assert "keep the program open" in dialog.outcome.text


def test_a_bug_while_sending_ends_as_unknown_and_not_as_a_dead_end(
    shop: Shop, open_void: OpenVoid, finish: Finish, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_void(shop.a_sale())
    dialog.reason.setCurrentText("müşteri vazgeçti")

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Reversals, "execute", broken)
    with qtbot.captureExceptions() as bugs:
        dialog.confirm.click()
        finish(dialog)

    assert [bug[0] for bug in bugs] == [ZeroDivisionError]
    assert dialog.stage is Stage.OVER
    assert dialog.hindrance.notice.isVisible()


def an_unclear_day(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> tuple[Sale, VoidDialog]:
    """The answer names two days: the movement's, and yesterday."""
    sale = shop.a_sale()
    view = shop.look(sale)
    paid_at = view.payment.paid_at
    assert paid_at is not None
    yesterday = Instant(paid_at.at - timedelta(days=1), "yesterday")
    dialog = VoidDialog(shop.desk, tasks, replace(view, payment=replace(view.payment, paid_at=yesterday)))
    qtbot.addWidget(dialog)
    dialog.show()
    return sale, dialog


def test_a_day_that_is_not_certain_is_asked_and_nothing_is_proposed(
    shop: Shop, tasks: TaskRunner, qtbot: QtBot, finish: Finish
) -> None:
    sale, dialog = an_unclear_day(shop, tasks, qtbot)
    dialog.reason.setCurrentText("müşteri vazgeçti")
    assert dialog.sale_day is not None
    assert dialog.sale_day.value is None
    assert not dialog.confirm.isEnabled()

    today, yesterday = dialog.sale_day.buttons
    yesterday.setChecked(True)
    assert dialog.late.isVisible()
    today.setChecked(True)
    assert not dialog.late.isVisible()

    dialog.confirm.click()
    finish(dialog)
    assert shop.book.requests_for(sale.reference) == 1


def test_an_accounts_name_is_letters_and_no_markup(shop: Shop, open_void: OpenVoid) -> None:
    dialog = open_void(shop.a_sale())

    whose = [label for label in dialog.findChildren(QLabel) if shop.esnekpos.merchant in label.text()]

    assert [label.textFormat() for label in whose] == [Qt.TextFormat.PlainText]


def test_a_payment_that_cannot_be_voided_says_why_and_has_no_button(shop: Shop, open_void: OpenVoid) -> None:
    sale = shop.a_sale()
    shop.void(sale)

    dialog = open_void(sale)

    assert dialog.hindrance.notice.isVisible()
    assert not dialog.confirm.isVisible()
    assert dialog.leave.isEnabled()


def test_exactly_what_is_sent_is_shown_without_its_secret(
    shop: Shop, open_void: OpenVoid, qtbot: QtBot
) -> None:
    sale = shop.a_sale()
    dialog = open_void(sale)

    dialog.request.fold.click()

    qtbot.waitUntil(lambda: sale.reference in dialog.request.text.toPlainText())
    assert "4oK26" not in dialog.request.text.toPlainText()


def test_two_amounts_in_the_answer_are_both_shown(shop: Shop, open_void: OpenVoid) -> None:
    sale = shop.a_sale("250,00")
    (paid,) = sale.movements
    shop.book.add(replace(sale, movements=(replace(paid, amount=lira("200,00")),)))

    dialog = open_void(sale)

    assert "250,00" in dialog.confirm.text()
    assert dialog.amounts.isVisible()
    assert "250,00" in dialog.amounts.text
    assert "200,00" in dialog.amounts.text


def test_one_amount_is_not_explained(shop: Shop, open_void: OpenVoid) -> None:
    assert open_void(shop.a_sale("250,00")).amounts.isHidden()
