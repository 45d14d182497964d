"""A question asked before midnight and answered after it: it stops, and says what it would be now."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget

from gui.reversal.money_dialog import Stage
from gui.widgets.countdown import Countdown
from services.domain.clock import BusinessDays
from tests.gui.reversal.conftest import Finish, OpenReturn
from tests.shop import Shop


def test_a_param_dialog_of_before_midnight_confirmed_after_it_stops_and_shows_the_new_verb(
    shop: Shop, open_return: OpenReturn, finish: Finish
) -> None:
    order = shop.an_order("100,00/90,00")
    midnight = BusinessDays().end_of(shop.clock.now())
    shop.clock.move_to(midnight - timedelta(seconds=10))
    dialog = open_return(order)
    dialog.cards[0].amount.edit.setText("100,00")
    dialog.onward.click()
    dialog.review.reason.setCurrentText("müşteri vazgeçti")
    dialog.review.understood.setChecked(True)
    assert "Void" in dialog.confirm.text()

    shop.clock.move_to(midnight + timedelta(seconds=5))
    dialog.confirm.click()
    finish(dialog)

    assert dialog.stage is Stage.OVER
    assert shop.book.requests_for(order.siparis_id) == 0
    assert shop.desk.lookup.reversals() == []
    shown = dialog.hindrance.differences
    assert isinstance(shown, QTableWidget)
    said = [shown.model().index(0, column).data(Qt.ItemDataRole.DisplayRole) for column in (1, 2)]
    assert said[0].startswith("Void")
    assert said[1].startswith("Refund")
    clock = dialog.findChild(Countdown)
    assert clock is not None
    assert "as IADE" in clock.text()
    assert "IPTAL" not in clock.text()
