"""Workers that let go of one desk and take another: nothing of before is heard any more."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.tasks import TaskRunner


def test_begun_anew_the_answers_of_before_are_dropped_and_new_calls_are_taken(
    qtbot: QtBot, tasks: TaskRunner
) -> None:
    owner, may_end = QObject(), threading.Event()
    heard: list[object] = []
    tasks.read(lambda: may_end.wait(10), owner=owner, on_result=heard.append, on_error=heard.append)

    with qtbot.waitSignal(tasks.closed):
        join = tasks.begin_anew()
    tasks.read(lambda: "of after", owner=owner, on_result=heard.append, on_error=heard.append)

    qtbot.waitUntil(lambda: heard == ["of after"])
    may_end.set()
    join()
    assert heard == ["of after"]


def test_begun_anew_it_still_tells_when_money_is_on_its_way(qtbot: QtBot, tasks: TaskRunner) -> None:
    owner = QObject()
    heard: list[object] = []
    tasks.begin_anew()()
    with qtbot.waitSignals([tasks.began, tasks.idle]):
        tasks.write(bool, owner=owner, on_result=heard.append, on_error=heard.append)
    assert heard == [False]


def test_while_an_answer_is_awaited_it_says_so(qtbot: QtBot, tasks: TaskRunner) -> None:
    may_end = threading.Event()
    heard: list[object] = []
    tasks.read(lambda: may_end.wait(10), owner=tasks, on_result=heard.append, on_error=heard.append)
    assert tasks.asking
    may_end.set()
    qtbot.waitUntil(lambda: heard == [True])
    assert not tasks.asking


def test_after_closing_nothing_is_asked_and_nobody_answered(qtbot: QtBot) -> None:
    tasks = TaskRunner()
    asked: list[object] = []

    def ask() -> str:
        asked.append("asked")
        return "answered"

    tasks.close()
    drop = tasks.read(ask, owner=tasks, on_result=asked.append, on_error=asked.append)
    tasks.join()
    drop()
    qtbot.wait(1)
    assert asked == []
