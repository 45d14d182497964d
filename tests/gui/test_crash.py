"""A bug is told in one sentence, once, with a part to pass on that holds no secret."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from gui.crash import CrashReporter
from gui.crash_dialog import CrashDialog


@pytest.fixture
def reporter(qtbot: QtBot, tmp_path: Path) -> Iterator[CrashReporter]:
    made = CrashReporter(tmp_path / "refund-desk.log")
    made.install()
    yield made
    made.uninstall()
    for dialog in _dialogs():
        qtbot.addWidget(dialog)
        dialog.close()


def _dialogs() -> list[CrashDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()]


def _break(message: str) -> None:
    error = ZeroDivisionError(message)
    sys.excepthook(type(error), error, None)


def test_is_told_in_a_dialog_and_logged(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    assert reporter
    _break("boom")
    qtbot.waitUntil(lambda: len(_dialogs()) == 1)
    assert "ZeroDivisionError: boom" in _dialogs()[0].technical.toPlainText()
    assert "nobody caught this" in caplog.text


def test_one_dialog_is_enough_for_any_number(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    assert reporter
    _break("first")
    _break("second")
    qtbot.waitUntil(lambda: bool(_dialogs()) and "second" in _dialogs()[0].technical.toPlainText())
    assert len(_dialogs()) == 1
    assert caplog.text.count("nobody caught this") == 2


def test_a_threads_end_is_told_too(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    assert reporter

    def breaks() -> None:
        raise LookupError("on a worker")

    thread = threading.Thread(target=breaks)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(_dialogs()) == 1)
    assert "on a worker" in _dialogs()[0].technical.toPlainText()
    assert caplog.records


def test_no_secret_gets_into_what_is_passed_on(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    assert reporter
    _break('{"MERCHANT_KEY": "4oK26hK8MOXrIV1bzTRVPA=="}')
    qtbot.waitUntil(lambda: len(_dialogs()) == 1)
    copy = _dialogs()[0].findChild(QPushButton, "copy")
    assert copy is not None
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert "ZeroDivisionError" in QGuiApplication.clipboard().text()
    assert "4oK26" not in QGuiApplication.clipboard().text()
    assert caplog.records


def test_the_hooks_are_given_back(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot
    before = sys.excepthook, threading.excepthook
    reporter = CrashReporter(tmp_path / "log")
    reporter.install()
    reporter.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_the_technical_part_is_folded_and_its_reference_is_in_the_log(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    assert reporter
    _break("boom")
    qtbot.waitUntil(lambda: len(_dialogs()) == 1)
    (dialog,) = _dialogs()
    assert not dialog.technical.isVisible()
    fold = dialog.findChild(QToolButton, "fold")
    assert fold is not None
    qtbot.mouseClick(fold, Qt.MouseButton.LeftButton)
    assert dialog.technical.isVisible()
    reference = dialog.technical.toPlainText().partition("\n")[0]
    assert reference in caplog.text
