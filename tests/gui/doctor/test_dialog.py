"""The doctor shows each step as it is found, can be stopped, and copies a report without a secret."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from gui.accounts.editor import AccountEditor
from gui.doctor.dialog import DoctorDialog
from gui.doctor.words import said, step_name
from gui.main_window import MainWindow
from gui.tasks import TaskRunner
from gui.theme import Tone
from services.desk import Desk
from services.doctor import Doctor, Examination
from services.domain.account import Account
from services.domain.diagnosis import Check, Diagnosis, Finding
from services.simulator.faults import Fault
from tests.canary import ESNEKPOS
from tests.gui.seat.conftest import window
from tests.shop import NOON, Shop

assert window  # a fixture

LEFT = Qt.MouseButton.LeftButton


def opened(qtbot: QtBot, desk: Desk, tasks: TaskRunner, account: Account) -> DoctorDialog:
    dialog = DoctorDialog(desk, tasks, account)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_every_step_is_said_and_what_it_comes_to(
    qtbot: QtBot, desk: Desk, tasks: TaskRunner, shop: Shop
) -> None:
    dialog = opened(qtbot, desk, tasks, shop.esnekpos)
    qtbot.waitSignal(dialog.ended).wait()
    assert all(row.text for row in dialog.rows.values())
    assert "no money moved" in dialog.rows[Check.CREDENTIALS].text
    assert dialog.notice.tone is Tone.DONE


def test_what_is_wrong_is_said_first_and_what_to_do_about_it(
    qtbot: QtBot, desk: Desk, tasks: TaskRunner, shop: Shop
) -> None:
    shop.simulator.faults.always(Fault.HTTP_403)
    dialog = opened(qtbot, desk, tasks, shop.param)
    qtbot.waitSignal(dialog.ended).wait()
    assert "public IP address" in dialog.notice.text
    assert dialog.notice.tone is Tone.REFUSED


def test_the_report_is_copied_with_every_step_and_no_secret(
    qtbot: QtBot, desk: Desk, tasks: TaskRunner, shop: Shop
) -> None:
    dialog = opened(qtbot, desk, tasks, shop.esnekpos)
    qtbot.waitSignal(dialog.ended).wait()
    qtbot.mouseClick(dialog.copy, LEFT)
    report = QGuiApplication.clipboard().text()
    assert all(step_name(check) in report for check in Check)
    assert shop.esnekpos.merchant in report
    assert ESNEKPOS.key not in report


def test_it_can_be_stopped_and_begun_again(
    qtbot: QtBot, desk: Desk, tasks: TaskRunner, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, steps = threading.Event(), []
    take = Doctor.step

    def slow(self: Doctor, so_far: Examination) -> Examination:
        steps.append(so_far.next)
        goes_on.wait(10)
        return take(self, so_far)

    monkeypatch.setattr(Doctor, "step", slow)
    dialog = opened(qtbot, desk, tasks, shop.esnekpos)
    qtbot.waitUntil(lambda: steps == [Check.SETUP])
    qtbot.mouseClick(dialog.again, LEFT)
    assert not dialog.looking
    assert all("Stopped" in row.text for row in dialog.rows.values())
    goes_on.set()
    qtbot.mouseClick(dialog.again, LEFT)
    qtbot.waitSignal(dialog.ended).wait()
    assert steps.count(Check.SETUP) == 2
    assert steps.count(Check.CREDENTIALS) == 1


def test_closing_it_takes_no_further_step(qtbot: QtBot, desk: Desk, tasks: TaskRunner, shop: Shop) -> None:
    dialog = opened(qtbot, desk, tasks, shop.esnekpos)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.looking
    assert not dialog.isVisible()


@pytest.mark.parametrize("diagnosis", Diagnosis)
def test_every_diagnosis_has_its_sentence_and_a_problem_has_its_next_step(diagnosis: Diagnosis) -> None:
    finding = Finding(Check.ANSWER, diagnosis)
    sentence, step = said(finding, NOON)
    assert sentence
    assert step or finding.health.value != "bad"


def test_what_a_server_says_of_itself_is_shown_plain() -> None:
    issuer = "Evil\u202eInc\n" + "x" * 500
    sentence, _ = said(Finding(Check.CERTIFICATE, Diagnosis.TRUSTED, {"issuer": issuer}), NOON)
    assert "\u202e" not in sentence
    assert "\n" not in sentence
    assert len(sentence) < 200


def test_beside_a_search_that_reached_nobody_the_doctor_is_one_press_away(
    qtbot: QtBot, window: MainWindow, desk: Desk, shop: Shop
) -> None:
    window.set_desk(desk)
    qtbot.waitUntil(lambda: window.bar.chosen is not None)
    shop.simulator.faults.always(Fault.HTTP_403)
    assert window.rooms is not None
    window.rooms.ask("reference")
    offered = window.search.notice.doctor
    qtbot.waitUntil(offered.isVisible)
    qtbot.mouseClick(offered, LEFT)
    dialog = window.findChild(DoctorDialog)
    assert dialog is not None
    qtbot.waitSignal(dialog.ended).wait()
    assert "403" in dialog.notice.text


def test_what_is_typed_and_not_saved_is_examined_as_it_stands(
    qtbot: QtBot, desk: Desk, tasks: TaskRunner, shop: Shop
) -> None:
    editor = AccountEditor(desk, tasks, shop.esnekpos)
    qtbot.addWidget(editor)
    editor.show()
    editor.form.merchant_key.edit.setText("another merchants key")
    qtbot.mouseClick(editor.test, LEFT)
    qtbot.waitUntil(editor.notice.doctor.isVisible)
    qtbot.mouseClick(editor.notice.doctor, LEFT)
    dialog = editor.findChild(DoctorDialog)
    assert dialog is not None
    qtbot.waitSignal(dialog.ended).wait()
    assert "just typed" in dialog.rows[Check.SECRETS].text
    assert "refuses them" in dialog.rows[Check.CREDENTIALS].text
    dialog.reject()
    editor.form.merchant_key.edit.clear()
