"""The rail: every place by key and by name, and icons alone where room is short."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from gui.places import Place, Places
from gui.settings import Appearance


@pytest.fixture
def places(qtbot: QtBot) -> Places:
    made = Places("tr", Appearance.SYSTEM)
    qtbot.addWidget(made)
    made.show()
    made.open_up(set(Place))
    return made


def _button(places: Places, name: str) -> QToolButton:
    button = places.findChild(QToolButton, name)
    assert button is not None
    return button


def test_before_there_is_a_desk_only_the_settings_can_be_opened(qtbot: QtBot) -> None:
    closed = Places("tr", Appearance.SYSTEM)
    qtbot.addWidget(closed)
    able = [button for button in closed.findChildren(QToolButton) if button.isEnabled()]
    assert able == [closed.settings]


@pytest.mark.parametrize("place", Place)
def test_pressing_a_place_goes_there(places: Places, qtbot: QtBot, place: Place) -> None:
    with qtbot.waitSignal(places.chosen) as went:
        _button(places, f"place_{place.value}").click()
    assert went.args == [place]


def test_every_button_has_a_name_and_a_key(places: Places) -> None:
    buttons = places.findChildren(QToolButton)
    assert all(button.accessibleName() and not button.shortcut().isEmpty() for button in buttons)
    assert len({button.shortcut().toString() for button in buttons}) == len(buttons) == len(Place)


def test_an_unknown_end_is_counted_in_the_name_a_screen_reader_reads(places: Places) -> None:
    button = _button(places, "place_unknown")
    plain = button.accessibleName()
    places.show_open_ends(2, 3)
    assert {"2", "3"} <= set(button.accessibleName())
    places.show_open_ends(0, 0)
    assert button.accessibleName() == plain


def test_where_room_is_short_names_move_into_tooltips(places: Places) -> None:
    wide = places.width()
    places.shrink(True)
    places.resize(places.sizeHint())
    assert places.width() < wide / 2
    assert all(button.toolTip() for button in places.findChildren(QToolButton))


def test_before_there_is_a_desk_the_settings_are_a_menu(qtbot: QtBot) -> None:
    places = Places("tr", Appearance.SYSTEM)
    qtbot.addWidget(places)
    choices = {action.data(): action for action in _choices(places)}
    with qtbot.waitSignal(places.language_chosen) as language:
        choices["en"].trigger()
    with qtbot.waitSignal(places.appearance_chosen) as appearance:
        choices[Appearance.DARK].trigger()
    assert language.args == ["en"]
    assert appearance.args == [Appearance.DARK]


def test_each_language_is_named_in_itself(qtbot: QtBot) -> None:
    places = Places("tr", Appearance.SYSTEM)
    qtbot.addWidget(places)
    assert {"Türkçe", "English"} <= {action.text() for action in _choices(places)}


def _choices(places: Places) -> list[QAction]:
    menu = places.settings.menu()
    return [action for action in menu.actions() if action.isCheckable()]
