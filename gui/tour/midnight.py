"""Midnight falls between the question and the answer: what would be sent is no longer what was read."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtWidgets import QPushButton

from gui.reversal.hindrance import Hindrance
from gui.reversal.return_dialog import ReturnDialog
from gui.tour.guide import Guide, Lost
from gui.tour.hands import expect, give_a_reason, open_order, orders_of_today, understand

_BEFORE = timedelta(seconds=10)
_AFTER = timedelta(seconds=5)


def ten_seconds_to_midnight(guide: Guide) -> str:
    """Of an order of today a seller's part is voided; the day has ten seconds left."""
    guide.tidy()
    order = orders_of_today(guide)[0]
    guide.clock.stand_at(_midnight(guide) - _BEFORE)
    guide.press(open_order(guide, order.siparis_id).give_back)
    dialog = guide.dialog
    guide.press(guide.find(QPushButton, "rest_0", dialog))
    guide.press(guide.find(QPushButton, "onward", dialog))
    give_a_reason(guide, dialog, "Müşteri vazgeçti")
    understand(guide, dialog)
    return guide.find(QPushButton, "confirm", dialog).text()


def five_seconds_past_it(guide: Guide) -> str:
    """Confirmed too late: nothing is sent, and what it would be now stands beside what it was."""
    dialog = guide.dialog
    if not isinstance(dialog, ReturnDialog):
        raise Lost("the question is not open any more")
    guide.clock.stand_at(_midnight(guide) + _AFTER)
    guide.press(guide.find(QPushButton, "confirm", dialog))
    hindrance = dialog.findChildren(Hindrance)[0]
    said = guide.wait("the stop", lambda: hindrance.notice.text if hindrance.notice.isVisible() else "")
    verbs = guide.words_of(hindrance.differences)
    expect(verbs, "the old verb beside the new one")
    expect(not guide.simulator.book.requests_for(dialog.order().siparis_id), "no request")
    guide.clock.go_on()
    return f"{said.splitlines()[0]} {verbs}"


def _midnight(guide: Guide) -> datetime:
    account = guide.wait("the account", lambda: guide.window.bar.chosen)
    return account.days.end_of(guide.clock.now())
