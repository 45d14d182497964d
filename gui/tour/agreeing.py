"""More than a cashier may give back: a second person agrees in place, with their own PIN."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from gui.approvals.card import PetitionCard
from gui.places import Place
from gui.reversal.approver import Approver
from gui.reversal.hindrance import Hindrance
from gui.reversal.outcome_panel import OutcomePanel
from gui.seat.pin_edit import PinEdit
from gui.seat.seating import Seating
from gui.theme import Tone
from gui.tour.guide import Guide, Lost
from gui.tour.hands import (
    another_sale_of_today,
    choose_from_seat,
    confirm,
    expect,
    expect_state,
    give_a_reason,
    go,
    named_dialog,
    open_sale,
)
from gui.widgets.notice import Notice
from services.domain.money import ZERO, Money
from services.domain.operator import Limits, Role
from services.domain.reversal import IntentState

OWNER, MANAGER, CASHIER = "Ayşe", "Deniz", "Can"
_PINS = {OWNER: "471199", MANAGER: "802413", CASHIER: "258047"}
_HALF = 2


def somebody_signs_in(guide: Guide) -> str:
    """A shop of three: whoever is at the desk says so with a PIN."""
    guide.tidy()
    sale = another_sale_of_today(guide)
    operators = guide.desk.operators
    limit = Limits(per_reversal=Money(sale.amount.kurus // _HALF))
    for name, role, limits in ((OWNER, Role.OWNER, None), (MANAGER, Role.MANAGER, None)):
        operators.add(name, role, _PINS[name], limits=limits)
    operators.add(CASHIER, Role.CASHIER, _PINS[CASHIER], limits=limit)
    operators.change_settings(replace(operators.settings(), pins=True))
    _seating(guide).refresh()
    guide.wait("the desk to be locked", lambda: _seating(guide).covered)
    _say_who(guide, CASHIER, guide.window)
    guide.press(guide.find(QPushButton, "sign_in"))
    guide.wait("the desk to be open", lambda: not _seating(guide).covered)
    return _seating(guide).button.text()


def more_than_the_cashier_may(guide: Guide) -> str:
    """Nothing is sent; somebody who may is asked for, in place."""
    sale = another_sale_of_today(guide)
    guide.press(open_sale(guide, sale.reference).void)
    dialog = guide.dialog
    give_a_reason(guide, dialog, "Yanlış ürün okutulmuş")
    guide.press(guide.find(QPushButton, "confirm", dialog))
    form = guide.find(Approver, "approver_form", dialog)
    guide.wait("who may agree", form.name.count)
    expect(form.name.currentIndex() < 0, "nobody chosen beforehand")
    expect(not guide.simulator.book.requests_for(sale.reference), "no request before the second person")
    guide.fill(guide.find(PinEdit, "approver_pin", dialog), _PINS[MANAGER])
    form.name.setCurrentIndex(form.name.findData(MANAGER))
    return guide.find(QPushButton, "approve", dialog).text()


def a_second_person_agrees(guide: Guide) -> str:
    """The manager's PIN, for exactly this: it goes once, and says who agreed."""
    dialog = guide.dialog
    guide.press(guide.find(QPushButton, "approve", dialog))
    outcome = dialog.findChildren(OutcomePanel, "outcome")[0]
    (card,) = guide.wait("the outcome", lambda: outcome.cards or None)
    intent = card.intent
    expect_state(intent, IntentState.DONE)
    expect(intent.draft.operator == CASHIER, "the cashier's own reversal")
    expect(intent.draft.approval is not None, "the approval beside it")
    reference = intent.draft.order.reference
    expect(guide.simulator.book.requests_for(reference) == 1, "one request")
    return outcome.text.splitlines()[0]


def left_for_approval(guide: Guide) -> str:
    """Nobody who may is near: it is left for them. Nothing is sent, and the order is free."""
    limit = guide.desk.operator.limits.per_reversal
    sale = another_sale_of_today(guide, over=limit or ZERO)
    guide.press(open_sale(guide, sale.reference).void)
    dialog = guide.dialog
    give_a_reason(guide, dialog, "Müşteri vazgeçti")
    guide.press(guide.find(QPushButton, "confirm", dialog))
    guide.press(guide.find(QPushButton, "leave_for_approval", dialog))
    notice = guide.find(Notice, "notice", guide.find(Hindrance, "hindrance", dialog))
    said = guide.wait("what was left", lambda: notice.text if notice.tone is Tone.DONE else "")
    expect(not guide.simulator.book.requests_for(sale.reference), "no request yet")
    return said.splitlines()[0]


def a_wish_beside_the_sale(guide: Guide) -> str:
    """The manager's own seat: what is asked for, beside the sale as it is now, and a PIN."""
    _change_seats(guide, MANAGER)
    go(guide, Place.APPROVALS)
    card = guide.find(PetitionCard, "petition")
    guide.fill(guide.find(PinEdit, "petition_pin", card), _PINS[MANAGER])
    return guide.wait("the yes to be ready", lambda: _ready(card.answer.approve))


def sent_from_the_queue(guide: Guide) -> str:
    """Approved, it is the cashier's to send: the same dialog, filled in."""
    card = guide.find(PetitionCard, "petition")
    guide.press(card.answer.approve)
    guide.wait("the yes", lambda: not card.answer.isVisible())
    _change_seats(guide, CASHIER)
    go(guide, Place.APPROVALS)
    guide.press(guide.find(QPushButton, "petition_send"))
    (intent,) = confirm(guide, guide.dialog)
    expect_state(intent, IntentState.DONE)
    expect(intent.draft.operator == CASHIER, "sent by who asked")
    expect(intent.draft.approval is not None, "with somebody else's yes")
    return f"{intent.draft.amount} given back, approved from the queue"


def the_owner_is_back(guide: Guide) -> str:
    """Somebody else sits down; from here on the shop is one person's again, without PINs."""
    _change_seats(guide, OWNER)
    operators = guide.desk.operators
    operators.change_settings(replace(operators.settings(), pins=False))
    _seating(guide).refresh()
    guide.wait("the desk without PINs", lambda: OWNER not in _seating(guide).button.text())
    return _seating(guide).button.text()


def _change_seats(guide: Guide, name: str) -> None:
    """Let somebody else sit down."""
    guide.tidy()
    choose_from_seat(guide, "seat_other")
    dialog = guide.wait("the sign-in", lambda: named_dialog(guide, "sign_in_dialog"))
    _say_who(guide, name, dialog)
    guide.press(guide.find(QPushButton, "sign_in", dialog))
    guide.wait(name, lambda: name in _seating(guide).button.text())


def _ready(button: QPushButton) -> str:
    return button.text() if button.isEnabled() else ""


def _say_who(guide: Guide, name: str, within: QWidget) -> None:
    names = guide.find(QComboBox, "sign_in_name", within)
    guide.wait(name, lambda: names.findData(name) >= 0)
    names.setCurrentIndex(names.findData(name))
    guide.fill(guide.find(PinEdit, "sign_in_pin", within), _PINS[name])


def _seating(guide: Guide) -> Seating:
    rooms = guide.window.rooms
    if rooms is None:
        raise Lost("the rooms are not there yet")
    return rooms.seating
