"""Every key that works is listed under F1, works alone in its place, and does what the list says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

import gui
from gui.action_words import action_name, where_name
from gui.actions import ACTIONS, Where
from gui.main_window import MainWindow
from gui.palette.help_dialog import HelpDialog
from gui.places import Place
from services.desk import Desk
from tests.gui.seat.conftest import window

assert window  # a fixture

SET = re.compile(
    r"(?:setShortcut|QKeySequence|ACT_KEY = |_PlaceButton\([^)]*,\s*)\(?\s*"
    r'"((?:Ctrl\+|Alt\+|Shift\+|F\d)[^"]*)"'
)
SAME = {"Ctrl+Enter": "Ctrl+Return"}
"""The key of the number pad."""

LISTED = {QKeySequence(action.keys).toString() for action in ACTIONS}


def opened(qtbot: QtBot, window: MainWindow, desk: Desk) -> MainWindow:
    window.set_desk(desk)
    qtbot.waitUntil(lambda: window.bar.chosen is not None)
    return window


def with_keys(window: MainWindow) -> list[QAction | QAbstractButton]:
    return [*window.actions(), *window.findChildren(QAbstractButton)]


def live_keys(window: MainWindow) -> list[str]:
    """Every key that some control of the window has."""
    controls = with_keys(window)
    keys = [one.shortcut().toString() for one in controls]
    keys += [one.key().toString() for one in window.findChildren(QShortcut)]
    return [one for one in keys if one]


def test_no_key_is_set_in_the_sources_that_is_not_listed() -> None:
    sources = {path: path.read_text("utf-8") for path in Path(gui.__file__).parent.rglob("*.py")}
    found = {(path.name, key) for path, text in sources.items() for key in SET.findall(text)}
    assert len(found) > 10
    unlisted = {(name, key) for name, key in found if SAME.get(key, key) not in LISTED}
    assert unlisted == set()


def test_every_key_of_the_open_window_is_listed(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    opened(qtbot, window, desk)
    for place in (Place.SEARCH, Place.ORDERS, Place.UNKNOWN, Place.REVERSALS, Place.SETTINGS):
        window.go(place)
    keys = live_keys(window)
    assert len(keys) > 8
    assert set(keys) <= LISTED


def test_no_two_keys_meet_in_the_window(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    opened(qtbot, window, desk)
    for place in (Place.SEARCH, Place.ORDERS):
        window.go(place)
        visible = [one for one in with_keys(window) if isinstance(one, QAction) or one.isVisible()]
        keys = Counter(one.shortcut().toString() for one in visible)
        assert [key for key, often in keys.items() if key and often > 1] == []


def test_a_key_is_listed_once_and_has_its_words() -> None:
    keys = Counter(QKeySequence(action.keys).toString() for action in ACTIONS)
    assert [key for key, often in keys.items() if often > 1 or not key] == []
    assert len({action_name(action) for action in ACTIONS}) == len(ACTIONS)
    assert all(where_name(where) for where in Where)


def test_f1_lists_every_key_in_its_place(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    opened(qtbot, window, desk)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert dialog is not None
    for action in ACTIONS:
        assert dialog.findChild(QLabel, f"key_{action.name}") is not None
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("name", ["today", "search", "orders", "unknown", "reversals", "settings"])
def test_a_place_has_the_key_that_is_listed_for_it(
    qtbot: QtBot, window: MainWindow, desk: Desk, name: str
) -> None:
    opened(qtbot, window, desk)
    button = window.findChild(QAbstractButton, f"place_{name}")
    assert button is not None
    listed = next(action.keys for action in ACTIONS if action.name == name)
    assert button.shortcut() == QKeySequence(listed)
