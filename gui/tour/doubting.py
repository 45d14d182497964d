"""When nobody knows: a lost answer, the evidence, a gateway that is broken."""

from __future__ import annotations

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
    open_sale,
    search,
    settled,
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
    guide.press(card.look)
    done = guide.wait("the evidence", lambda: card.intent if not card.intent.state.is_open else None)
    expect_state(done, IntentState.DONE)
    expect(settled(done).by is SettledBy.QUERY, "settled by the query")
    return "done, by what the query shows"


def a_broken_gateway(guide: Guide) -> str:
    """The gateway fails; what the ledger holds is found all the same."""
    guide.tidy()
    guide.simulator.faults.always(Fault.HTTP_500)
    search(guide, SAMPLE)
    notice = guide.window.search.notice
    told = guide.wait("the failure", lambda: notice.text if notice.isVisible() else "")
    rows = guide.wait("the ledger's row", lambda: len(guide.window.search.model))
    return f"{rows} row from the ledger; {told.splitlines()[0]}"
