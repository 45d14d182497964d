"""Demo, test and live: no glance takes one for another."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.widgets.environment import EnvironmentBadge, EnvironmentBand
from services.domain.account import Environment


def test_the_badges_differ_in_word_and_in_ground(qtbot: QtBot) -> None:
    words, grounds = set(), set()
    for environment in Environment:
        badge = EnvironmentBadge(environment)
        qtbot.addWidget(badge)
        words.add(badge.accessibleName())
        grounds.add(badge.grab().toImage().pixelColor(6, 16).name())
    assert len(words) == len(grounds) == len(Environment)


@pytest.mark.parametrize("environment", [Environment.DEMO, Environment.TEST])
def test_where_no_money_is_real_the_band_says_so(qtbot: QtBot, environment: Environment) -> None:
    band = EnvironmentBand()
    qtbot.addWidget(band)
    band.show_environment(environment)
    assert band.accessibleName()
    assert not band.isHidden()


def test_the_demo_is_striped(qtbot: QtBot) -> None:
    band = EnvironmentBand()
    qtbot.addWidget(band)
    band.show_environment(Environment.DEMO)
    band.resize(200, band.height())
    picture = band.grab().toImage()
    assert len({picture.pixelColor(x, 2).name() for x in range(0, 60, 4)}) > 1


def test_without_an_account_there_is_no_band(qtbot: QtBot) -> None:
    band = EnvironmentBand()
    qtbot.addWidget(band)
    band.show_environment(None)
    assert band.isHidden()
