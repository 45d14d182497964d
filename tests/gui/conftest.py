"""A desk for the window: real, on the simulator, with an account at each gateway."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from gui.tasks import TaskRunner
from services.desk import Desk
from services.simulator.server import Simulator
from tests.shop import Shop


@pytest.fixture
def desk(shop: Shop) -> Desk:
    return shop.desk


@pytest.fixture
def simulator(shop: Shop) -> Simulator:
    return shop.simulator


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    """Workers that have ended when the test has."""
    runner = TaskRunner()
    yield runner
    qtbot.waitUntil(lambda: not runner.writing)
    runner.close()
