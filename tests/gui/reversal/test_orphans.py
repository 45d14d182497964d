"""Python may collect on any thread, and a widget without a parent is deleted where it is collected.

Qt ends the process for that, now and then: every widget that a room keeps must hang in another.
"""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.payment.panel import PaymentPanel
from gui.reversal.journal_list import JournalList
from gui.tasks import TaskRunner
from tests.gui.reversal.conftest import OpenReturn, OpenVoid
from tests.shop import Shop


def orphans(room: QWidget) -> list[str]:
    """Name every widget that is kept below a room and belongs to none."""
    found = []
    for widget in [room, *room.findChildren(QWidget)]:
        kept = {name: value for name, value in vars(widget).items() if isinstance(value, QWidget)}
        found += [f"{type(widget).__name__}.{name}" for name, value in kept.items() if value.parent() is None]
    return found


def test_no_widget_of_the_void_dialog_is_an_orphan(shop: Shop, open_void: OpenVoid) -> None:
    sale = shop.a_sale()
    asking = open_void(sale)
    shop.void(sale)
    stopped = open_void(sale)

    assert orphans(asking) == []
    assert orphans(stopped) == []


def test_no_widget_of_the_return_dialog_is_an_orphan(shop: Shop, open_return: OpenReturn) -> None:
    assert orphans(open_return(shop.an_order("100,00", "250,00"))) == []


def test_no_widget_of_the_rooms_is_an_orphan(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> None:
    panel, journal = PaymentPanel(tasks), JournalList(tasks)
    for room in (panel, journal):
        qtbot.addWidget(room)
        room.set_desk(shop.desk)
    panel.show_view(shop.look(shop.a_sale()))

    assert orphans(panel) == []
    assert orphans(journal) == []
