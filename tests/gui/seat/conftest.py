"""A shop in which people sign in, and the window over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from gui.main_window import MainWindow
from gui.settings import Settings
from gui.tasks import TaskRunner
from services.desk import Desk
from services.domain.operator import Limits, Role
from tests.canary import PINS
from tests.shop import Shop, lira

OWNER, OWNERS_PIN = "Ayşe", PINS[0]
MANAGER, MANAGERS_PIN = "Deniz", PINS[1]
CASHIER, CASHIERS_PIN = "Can", PINS[2]


@pytest.fixture
def staffed(shop: Shop) -> Desk:
    """An owner, a manager, and a cashier with a limit of 200,00; nobody is signed in."""
    operators = shop.desk.operators
    operators.add(OWNER, Role.OWNER, OWNERS_PIN)
    operators.add(MANAGER, Role.MANAGER, MANAGERS_PIN)
    operators.add(CASHIER, Role.CASHIER, CASHIERS_PIN, limits=Limits(per_reversal=lira("200,00")))
    operators.change_settings(replace(operators.settings(), pins=True))
    return shop.desk


@pytest.fixture
def window(tasks: TaskRunner, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    made = MainWindow(tasks, Settings(tmp_path), language="en", demo=False)
    made.show()
    yield made
    qtbot.waitUntil(lambda: not tasks.writing)
    delete(made)
