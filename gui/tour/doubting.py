"""When nobody knows: a lost answer, the evidence, a gateway that is broken."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton

from gui.doubts.card import DoubtCard
from gui.places import Place
from gui.reversal.outcome_card import OutcomeCard
from gui.reversal.outcome_panel import OutcomePanel
from gui.tour.guide import Guide
from gui.tour.hands import (
    SAMPLE,
    another_sale_of_today,
    confirm,
    expect,
    expect_state,
    give_a_reason,
    go,
    named_dialog,
    open_order,
    open_sale,
    orders_of_today,
    search,
    settled,
    understand,
)
from services.domain.reversal import IntentState, SettledBy
from services.simulator.faults import Fault, Operation


def a_lost_answer(guide: Guide) -> str:
    """The line breaks after the request has arrived, and the query is down: nobody knows, so it is locked."""
    sale = another_sale_of_today(guide)
    guide.press(open_sale(guide, sale.reference).void)
    dialog = guide.dialog
    give_a_reason(guide, dialog, "Mükerrer çekim")
    faults = guide.simulator.faults
    faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)  # the last look
    faults.next(Fault.HTTP_500, operation=Operation.ASK)  # the look after it
    (intent,) = confirm(guide, dialog)
    expect_state(intent, IntentState.OUTCOME_UNKNOWN)
    expect(guide.simulator.book.requests_for(sale.reference) == 1, "one request")
    return guide.find(OutcomePanel, "outcome", dialog).text.splitlines()[0]


def settled_by_evidence(guide: Guide) -> str:
    """Asked again: the gateway's own record shows the movement."""
    card = guide.find(OutcomeCard, "outcome_card", guide.dialog)
    look = card.look
    guide.wait("a look", lambda: (look.isVisible() and look.isEnabled()) or not card.intent.state.is_open)
    if card.intent.state.is_open:  # or the program has looked by itself in the meantime
        guide.press(look)
    done = guide.wait("the evidence", lambda: card.intent if not card.intent.state.is_open else None)
    expect_state(done, IntentState.DONE)
    expect(settled(done).by is SettledBy.QUERY, "settled by the query")
    return "done, by what the query shows"


def nobody_to_ask(guide: Guide) -> str:
    """Param breaks down over a request, and has no query: it waits in the queue of unknown ones."""
    order = min(orders_of_today(guide), key=lambda order: order.lines[0].amount)
    guide.press(open_order(guide, order.siparis_id).give_back)
    dialog = guide.dialog
    guide.press(guide.find(QPushButton, "rest_0", dialog))
    guide.press(guide.find(QPushButton, "onward", dialog))
    give_a_reason(guide, dialog, "Ürün kalmamış")
    understand(guide, dialog)
    guide.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    (intent,) = confirm(guide, dialog)
    expect_state(intent, IntentState.OUTCOME_UNKNOWN)
    guide.tidy()
    go(guide, Place.UNKNOWN)
    card = guide.find(DoubtCard, "doubt")
    return guide.wait("its next step", lambda: card.settle.text() if card.settle.isVisible() else "")


def a_person_settles_it(guide: Guide) -> str:
    """The evidence side by side, and a person's word: no answer is chosen beforehand."""
    guide.press(guide.find(DoubtCard, "doubt").settle)
    dialog = guide.wait("the evidence", lambda: named_dialog(guide, "settle_dialog"))
    not_paid = guide.find(QRadioButton, "not_paid", dialog)
    expect(not not_paid.isChecked(), "no answer beforehand")
    guide.press(not_paid)
    guide.fill(guide.find(QLineEdit, "settle_reason", dialog), "Param panelinde iade görünmüyor")
    guide.fill(guide.find(QLineEdit, "panel_reference", dialog), "PNL-20261122-7")
    return guide.wait("the word to be ready", lambda: _ready(guide.find(QPushButton, "confirm", dialog)))


def the_queue_is_empty(guide: Guide) -> str:
    """Settled by a person, marked so; the order is free again."""
    guide.press(guide.find(QPushButton, "confirm", guide.dialog))
    guide.wait("the queue to be empty", lambda: not guide.window.findChildren(DoubtCard, "doubt"))
    return "every end is known"


def a_broken_gateway(guide: Guide) -> str:
    """The gateway fails; what the ledger holds is found all the same."""
    guide.tidy()
    guide.simulator.faults.always(Fault.HTTP_500)
    search(guide, SAMPLE)
    notice = guide.window.search.notice
    told = guide.wait("the failure", lambda: notice.text if notice.isVisible() else "")
    rows = guide.wait("the ledger's row", lambda: len(guide.window.search.model))
    return f"{rows} row from the ledger; {told.splitlines()[0]}"


def _ready(button: QPushButton) -> str:
    return button.text() if button.isEnabled() else ""
