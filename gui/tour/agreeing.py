"""More than a cashier may give back: a second person agrees in place, with their own PIN."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from gui.reversal.approver import Approver
from gui.reversal.outcome_panel import OutcomePanel
from gui.seat.pin_edit import PinEdit
from gui.seat.seating import Seating
from gui.tour.guide import Guide, Lost
from gui.tour.hands import (
    another_sale_of_today,
    choose_from_seat,
    expect,
    expect_state,
    give_a_reason,
    named_dialog,
    open_sale,
)
from services.domain.money import Money
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


def the_owner_is_back(guide: Guide) -> str:
    """Somebody else sits down; from here on the shop is one person's again, without PINs."""
    guide.tidy()
    choose_from_seat(guide, "seat_other")
    dialog = guide.wait("the sign-in", lambda: named_dialog(guide, "sign_in_dialog"))
    _say_who(guide, OWNER, dialog)
    guide.press(guide.find(QPushButton, "sign_in", dialog))
    guide.wait("the owner", lambda: OWNER in _seating(guide).button.text())
    operators = guide.desk.operators
    operators.change_settings(replace(operators.settings(), pins=False))
    _seating(guide).refresh()
    guide.wait("the desk without PINs", lambda: OWNER not in _seating(guide).button.text())
    return _seating(guide).button.text()


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
