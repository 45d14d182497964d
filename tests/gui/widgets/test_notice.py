"""A notice says what happened, keeps the technical part folded, and never renders what it is told."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.errors import explain
from gui.widgets.doctor_call import DoctorCall
from gui.widgets.notice import Notice
from services.domain.errors import BadReply, Reach, ReversalRefused, Unreachable, Withdrawn
from tests.builders import an_esnekpos_account


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


def test_an_error_has_a_reference_that_stands_in_the_log_too(
    notice: Notice, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        notice.show_error(explain(Unreachable(Reach.TIMEOUT, "45 s passed")))
    reference = notice.technical.partition("\n")[0].removeprefix("Reference: ")
    assert re.fullmatch(r"\d{8}-\d{6}-[0-9A-F]{4}", reference)
    assert reference in caplog.text


def test_the_doctor_is_offered_where_a_gateway_was_not_reached_and_nowhere_else(notice: Notice) -> None:
    account = an_esnekpos_account()
    notice.show_error(explain(Unreachable(Reach.NAME, account=account)))
    assert not notice.doctor.isHidden()
    for error in (Unreachable(Reach.CLOSED, account=account), Unreachable(Reach.NAME), Withdrawn()):
        notice.show_error(explain(error))
        assert notice.doctor.isHidden()
    notice.show_error(explain(BadReply("HTTP 500", account=account)))
    notice.show_info("Tamam")
    assert notice.doctor.isHidden()


def test_a_call_for_the_doctor_goes_up_until_somebody_takes_it(qtbot: QtBot) -> None:
    taken: list[DoctorCall] = []

    class Ward(QWidget):
        def customEvent(self, event: QEvent) -> None:
            if isinstance(event, DoctorCall):
                event.accept()
                taken.append(event)

    ward = Ward()
    qtbot.addWidget(ward)
    room = QWidget(ward)
    notice = Notice(room)
    account = an_esnekpos_account()
    notice.show_error(explain(Unreachable(Reach.NAME, account=account)))
    notice.doctor.click()
    assert len(taken) == 1
    assert taken[0].account == account
