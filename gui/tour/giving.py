"""Giving back: a void, a part, everything, and a refusal."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from gui.orders.panel import OrderPanel
from gui.reversal.outcome_panel import OutcomePanel
from gui.tour.guide import Guide, Lost
from gui.tour.hands import (
    ORDER,
    RETURNED_AT_THE_PANEL,
    SOLD_TODAY,
    confirm,
    expect,
    expect_state,
    give_a_reason,
    open_order,
    open_sale,
    orders_of_today,
    settled,
    understand,
)
from gui.widgets.typed_word import TypedWord
from services.domain.money import Money
from services.domain.reversal import Confirmation, IntentState


def void_it(guide: Guide) -> str:
    """The question: amount, reference, reason, what will happen."""
    guide.press(open_sale(guide, SOLD_TODAY).void)
    dialog = guide.dialog
    expect(not guide.find(QPushButton, "confirm", dialog).isEnabled(), "no void without a reason")
    give_a_reason(guide, dialog, "Müşteri vazgeçti")
    return guide.find(QPushButton, "confirm", dialog).text()


def it_is_voided(guide: Guide) -> str:
    """Done, and the gateway's own record shows it."""
    (intent,) = confirm(guide, guide.dialog)
    expect_state(intent, IntentState.DONE)
    expect(settled(intent).confirmation is Confirmation.SEEN, "the gateway shows it")
    expect(guide.simulator.book.requests_for(SOLD_TODAY) == 1, "one request")
    saw = f"{guide.simulator.book.returned(SOLD_TODAY)} given back by the gateway"
    return f"{saw}; {guide.find(OutcomePanel, 'outcome', guide.dialog).text.splitlines()[0]}"


def an_order_of_several_sellers(guide: Guide) -> str:
    """A Param order, as it was entered by hand."""
    panel = open_order(guide, ORDER)
    return f"{panel.give_back.text()} {panel.countdown.text()}"


def part_of_one_seller(guide: Guide) -> str:
    """How much goes back, and what the seller is due afterwards."""
    guide.press(guide.find(OrderPanel, "order").give_back)
    dialog = guide.dialog
    guide.fill(guide.find(QLineEdit, "amount_0_edit", dialog), "30,00")
    guide.fill(guide.find(QLineEdit, "payable_0_edit", dialog), "10,00")
    expect(guide.find(QPushButton, "onward", dialog).isEnabled(), "amounts that can be")
    return "30,00 back, 10,00 due"


def exactly_what_will_be_sent(guide: Guide) -> str:
    """The review, with the request itself."""
    dialog = guide.dialog
    guide.press(guide.find(QPushButton, "onward", dialog))
    give_a_reason(guide, dialog, "Ürün iade edildi")
    understand(guide, dialog)
    request = guide.find(QPlainTextEdit, "request", dialog)
    guide.wait("the request", lambda: "<SiparisTutar>30.00<" in request.toPlainText().replace("ns0:", ""))
    return guide.find(QPushButton, "confirm", dialog).text()


def part_of_it_went_back(guide: Guide) -> str:
    """Done at Param, which has no query to confirm it."""
    (intent,) = confirm(guide, guide.dialog)
    expect_state(intent, IntentState.DONE)
    back = guide.simulator.book.returned(ORDER)
    expect(back == Money(3_000), f"30,00 TL given back, not {back}")
    return f"{back} given back by the gateway"


def everything_of_everybody(guide: Guide) -> str:
    """An act of its own, behind a typed word."""
    order = max(orders_of_today(guide), key=lambda order: len(order.lines))
    panel = open_order(guide, order.siparis_id)
    guide.press(panel.give_back)
    dialog = guide.dialog
    guide.press(guide.find(QPushButton, "everything", dialog))
    onward = guide.find(QPushButton, "onward", dialog)
    expect(not onward.isEnabled(), "nothing before the word")
    word = guide.find(TypedWord, "typed_word", dialog)
    guide.fill(word, word.word)
    return guide.wait("the way on", lambda: onward.text() if onward.isEnabled() else "")


def all_of_it_went_back(guide: Guide) -> str:
    """One request, every seller."""
    dialog, book = guide.dialog, guide.simulator.book
    guide.press(guide.find(QPushButton, "onward", dialog))
    give_a_reason(guide, dialog, "Müşteri siparişten vazgeçti")
    understand(guide, dialog)
    (intent,) = confirm(guide, dialog)
    expect_state(intent, IntentState.DONE)
    order = book.order(intent.draft.order.reference)
    if order is None:
        raise Lost("the order is gone from the book")
    expect(not any(line.left for line in order.lines), "nothing left")
    expect(book.requests_for(order.siparis_id) == 1, "one request")
    return f"{book.returned(order.siparis_id)} of {len(order.lines)} sellers given back by the gateway"


def a_refusal(guide: Guide) -> str:
    """Param says no: it was given back at its own panel already."""
    guide.press(open_order(guide, RETURNED_AT_THE_PANEL).give_back)
    dialog = guide.dialog
    guide.press(guide.find(QPushButton, "rest_0", dialog))
    guide.press(guide.find(QPushButton, "onward", dialog))
    give_a_reason(guide, dialog, "Müşteri vazgeçti")
    understand(guide, dialog)
    (intent,) = confirm(guide, dialog)
    expect_state(intent, IntentState.REFUSED)
    return f"refused with {settled(intent).code}"
