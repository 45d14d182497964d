"""The list of Param orders: all of them, or the newest with a word about the others."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.search import orders
from gui.search.orders import OrdersPlace
from gui.tasks import TaskRunner
from tests.shop import Shop


def listed(qtbot: QtBot, shop: Shop, tasks: TaskRunner, count: int) -> str:
    """Let the place read its list; return what stands on it."""
    place = OrdersPlace(shop.desk, tasks)
    qtbot.addWidget(place)
    place.refresh()
    qtbot.waitUntil(lambda: len(place.model) == count)
    return "\n".join(label.text() for label in place.findChildren(QLabel))


@pytest.fixture
def three(shop: Shop) -> Shop:
    for number in range(3):
        shop.an_order("10,00", name=f"siparis-{number}", ago=timedelta(hours=number + 1))
    return shop


def test_a_list_that_ends_early_says_how_the_others_are_found(
    qtbot: QtBot, three: Shop, tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "_MANY", 2)
    assert "searching" in listed(qtbot, three, tasks, 2)


def test_a_whole_list_says_how_many_there_are(
    qtbot: QtBot, three: Shop, tasks: TaskRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orders, "_MANY", 4)
    said = listed(qtbot, three, tasks, 3)
    assert "searching" not in said
    assert "3" in said.splitlines()
