"""What nobody waits for begins once, after what somebody waits for, or when that is not to be had."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui import ease
from gui.main_window import MainWindow
from services.desk import Desk
from tests.gui.seat.conftest import staffed, window
from tests.shop import Shop

__all__ = ["staffed", "window"]  # fixtures


def test_it_comes_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ease, "_PAINTED_MS", 0)
    here = QObject()
    made = ease.Ease(here)
    came: list[None] = []
    made.come.connect(lambda: came.append(None))
    made.come_soon()
    qtbot.waitUntil(lambda: len(came) == 1)
    made.come_soon()
    with qtbot.assertNotEmitted(made.come, wait=20):
        pass
    assert len(came) == 1


def test_it_comes_after_the_first_list(qtbot: QtBot, window: MainWindow, shop: Shop) -> None:
    shop.look(shop.a_sale("250,00"))
    window.set_desk(shop.desk)
    assert window.rooms is not None
    with qtbot.waitSignal(window.rooms.ease.come):
        assert not len(window.search.model)
    assert len(window.search.model) == 1


def test_it_comes_though_nobody_is_signed_in_and_nothing_is_shown(
    qtbot: QtBot,
    window: MainWindow,
    staffed: Desk,
) -> None:
    window.set_desk(staffed)
    assert window.rooms is not None
    with qtbot.waitSignal(window.rooms.ease.come):
        pass
    assert window.rooms.seating.covered
