"""The timeline by keyboard and by ear."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui.sheet.life import Moment
from gui.sheet.timeline import Timeline
from gui.theme import Tone
from services.domain.money import Money

SOLD = datetime(2026, 11, 1, 9, tzinfo=UTC)


def a_moment(days: int, what: str) -> Moment:
    return Moment(at=SOLD + timedelta(days=days), what=what, amount=Money(12_500), tone=Tone.DONE)


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(600, 120)
    made.show_moments([a_moment(0, "Paid"), a_moment(10, "Transfer"), a_moment(30, "Refunded")])
    made.show()
    return made


def test_its_description_tells_all_of_it_in_words(timeline: Timeline) -> None:
    told = timeline.accessibleDescription().splitlines()

    assert [line.split(" · ")[0] for line in told] == [
        "01.11.2026 12:00",
        "11.11.2026 12:00",
        "01.12.2026 12:00",
    ]


def test_keys_step_through_it(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.setFocus()
    said = []
    timeline.stepped.connect(lambda moment: said.append(moment.what))

    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End):
        qtbot.keyClick(timeline, key)

    assert said == ["Paid", "Paid", "Transfer", "Refunded"]
    assert timeline.caption.startswith("01.12.2026")


def test_what_is_told_can_be_copied(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.step_to(1)

    qtbot.keyClick(timeline, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == timeline.caption
    assert "Transfer" in timeline.caption


def test_a_click_goes_to_its_moment(timeline: Timeline, qtbot: QtBot) -> None:
    dot = timeline.track.dots[1]

    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(dot.x, timeline.line))

    assert "Transfer" in timeline.caption


def test_nothing_known_takes_no_room(timeline: Timeline) -> None:
    timeline.show_moments([])

    assert not timeline.isVisible()
    assert timeline.caption == ""
