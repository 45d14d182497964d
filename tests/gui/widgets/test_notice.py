"""A notice says what happened, keeps the technical part folded, and never renders what it is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from gui.errors import explain
from gui.widgets.notice import Notice
from services.domain.errors import Reach, ReversalRefused, Unreachable


@pytest.fixture
def notice(qtbot: QtBot) -> Notice:
    made = Notice()
    qtbot.addWidget(made)
    return made


def test_is_not_there_until_it_has_something_to_say(notice: Notice) -> None:
    assert notice.isHidden()
    notice.show_info("Merhaba")
    assert not notice.isHidden()


def test_the_technical_part_is_folded_and_can_be_copied(notice: Notice, qtbot: QtBot) -> None:
    notice.show_error(explain(Unreachable(Reach.TIMEOUT, "45 s passed")))
    fold = notice.findChild(QToolButton, "notice_fold")
    copy = notice.findChild(QToolButton, "notice_copy")
    assert fold is not None
    assert copy is not None
    assert copy.isHidden()

    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert not copy.isHidden()
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert "45 s passed" in QGuiApplication.clipboard().text()


def test_what_a_gateway_wrote_is_never_rendered(notice: Notice) -> None:
    notice.show_error(explain(ReversalRefused("-1", "<img src='https://evil.example/x.png'>")))
    assert "<img" in notice.text
    for label in notice.findChildren(QLabel):
        if label.text():
            assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_new_thing_to_say_folds_the_old_one_away(notice: Notice, qtbot: QtBot) -> None:
    notice.show_error(explain(Unreachable(Reach.TLS, "x")), action="Tekrar dene")
    qtbot.mouseClick(notice.findChild(QToolButton, "notice_fold"), Qt.MouseButton.LeftButton)

    notice.show_info("Tamam")

    assert notice.technical == ""
    assert notice.action.isHidden()


def test_the_action_is_told_to_whoever_listens(notice: Notice, qtbot: QtBot) -> None:
    notice.show_error(explain(Unreachable(Reach.NAME)), action="Tekrar dene")
    with qtbot.waitSignal(notice.action_wanted):
        qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)


def test_a_screen_reader_hears_the_whole_of_it(notice: Notice) -> None:
    explained = explain(Unreachable(Reach.NAME))
    notice.show_error(explained)
    assert explained.sentence in notice.accessibleName()
    assert explained.next_step in notice.accessibleName()
