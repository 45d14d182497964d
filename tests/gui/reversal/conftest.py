"""The dialogs, opened over a real desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from gui.reversal.money_dialog import MoneyDialog, Stage
from gui.reversal.return_dialog import ReturnDialog
from gui.reversal.void_dialog import VoidDialog
from gui.tasks import TaskRunner
from services.domain.order import Order
from services.simulator.entries import Sale
from tests.shop import Shop

OpenVoid = Callable[[Sale], VoidDialog]
OpenReturn = Callable[[Order], ReturnDialog]
Finish = Callable[[MoneyDialog], None]


@pytest.fixture
def open_void(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> OpenVoid:
    def opened(sale: Sale) -> VoidDialog:
        dialog = VoidDialog(shop.desk, tasks, shop.look(sale))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


@pytest.fixture
def open_return(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> OpenReturn:
    def opened(order: Order) -> ReturnDialog:
        dialog = ReturnDialog(shop.desk, tasks, shop.view(order))
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return opened


@pytest.fixture
def finish(qtbot: QtBot) -> Finish:
    """Wait until what was sent has ended, one way or the other."""

    def finished(dialog: MoneyDialog) -> None:
        qtbot.waitUntil(lambda: dialog.stage not in {Stage.HOLDING, Stage.SENDING}, timeout=15000)

    return finished
