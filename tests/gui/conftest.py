"""A desk for the window: real, on the simulator, with an account at each gateway."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui import theme
from gui.garbage import Garbage
from gui.tasks import TaskRunner
from services.desk import Desk
from services.simulator.server import Simulator
from tests.shop import Shop


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Draw on what the program draws on, on every system."""
    return ["refund-desk", *theme.STYLED]


@pytest.fixture(autouse=True, scope="session")
def _garbage(qapp: QApplication) -> Iterator[Garbage]:
    """Collect on this thread alone, as the program does: a worker must not be the one to delete a widget."""
    garbage = Garbage(qapp)  # its timer wants an application
    yield garbage
    garbage.hand_back()


@pytest.fixture(autouse=True)
def _collected(_garbage: Garbage) -> Iterator[None]:
    yield
    _garbage.collect_what_is_due()


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
