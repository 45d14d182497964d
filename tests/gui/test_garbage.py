"""Garbage that holds a widget is collected by the GUI thread, whoever made it."""

from __future__ import annotations

import gc
import threading
import weakref

from pytestqt.qtbot import QtBot

from gui.tasks import TaskRunner


class Knot:
    """Garbage that only a collection finds: it holds on to itself. Tells which thread untied it."""

    def __init__(self, untied_on: list[threading.Thread]) -> None:
        self.me = self
        weakref.finalize(self, lambda: untied_on.append(threading.current_thread()))


def many(untied_on: list[threading.Thread]) -> None:
    """Make enough knots that the interpreter would want to collect."""
    for _ in range(5_000):
        Knot(untied_on)


def test_a_worker_never_collects(qtbot: QtBot, tasks: TaskRunner) -> None:
    untied_on: list[threading.Thread] = []
    done: list[None] = []

    tasks.read(lambda: many(untied_on), owner=tasks, on_result=done.append, on_error=lambda _: None)
    qtbot.waitUntil(lambda: bool(done))

    gc.collect()
    assert set(untied_on) == {threading.main_thread()}


def test_what_is_due_is_collected_without_being_asked(qtbot: QtBot) -> None:
    untied_on: list[threading.Thread] = []
    many(untied_on)

    qtbot.waitUntil(lambda: bool(untied_on))

    assert set(untied_on) == {threading.main_thread()}
