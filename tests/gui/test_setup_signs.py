"""A setup program sees that the program is open, and that money is on its way: no more, no less."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.setup_signs import IS_OPEN, MOVES_MONEY, Sign
from gui.tasks import TaskRunner

SETUP = Path(__file__).parents[2] / "packaging" / "windows" / "setup.nsi"


class NotedKernel:
    """Windows, as far as names go: each has as many holders as handles were given out."""

    def __init__(self) -> None:
        self.held: dict[int, str] = {}
        self._given = 0

    def hold(self, name: str) -> int:
        self._given += 1
        self.held[self._given] = name
        return self._given

    def let_go(self, handle: int) -> None:
        del self.held[handle]


class RefusingKernel(NotedKernel):
    def hold(self, name: str) -> int:
        del name
        return 0


@pytest.fixture
def kernel() -> NotedKernel:
    return NotedKernel()


@pytest.fixture
def sign(kernel: NotedKernel) -> Sign:
    return Sign(MOVES_MONEY, kernel)


@pytest.fixture
def tasks(sign: Sign) -> Iterator[TaskRunner]:
    runner = TaskRunner()
    runner.began.connect(sign.put_up)
    runner.idle.connect(sign.take_down)
    yield runner
    runner.close()
    runner.join()


def test_a_sign_put_up_twice_is_gone_when_taken_down_once(sign: Sign, kernel: NotedKernel) -> None:
    sign.put_up()
    sign.put_up()
    assert list(kernel.held.values()) == [MOVES_MONEY]

    sign.take_down()
    sign.take_down()
    assert kernel.held == {}


def test_a_kernel_that_refuses_stops_nobody() -> None:
    sign = Sign(IS_OPEN, RefusingKernel())

    sign.put_up()
    sign.take_down()


def test_the_sign_is_up_before_money_moves_and_until_the_last_of_it_has(
    qtbot: QtBot, tasks: TaskRunner, kernel: NotedKernel
) -> None:
    seen: list[bool] = []
    go_on = threading.Event()
    owner = QObject()

    def move() -> None:
        seen.append(MOVES_MONEY in kernel.held.values())
        go_on.wait()

    for _ in range(2):
        tasks.write(move, owner=owner, on_result=lambda _: None, on_error=lambda _: None)
    assert MOVES_MONEY in kernel.held.values()

    with qtbot.waitSignal(tasks.idle):
        go_on.set()
    assert seen == [True, True]
    assert kernel.held == {}


def test_looking_puts_no_sign_up(qtbot: QtBot, tasks: TaskRunner, kernel: NotedKernel) -> None:
    answers: list[str] = []
    tasks.read(lambda: "seen", owner=tasks, on_result=answers.append, on_error=lambda _: None)

    qtbot.waitUntil(lambda: answers == ["seen"])
    assert kernel.held == {}


@pytest.mark.parametrize("name", [IS_OPEN, MOVES_MONEY])
def test_setup_asks_for_the_names_the_program_holds(name: str) -> None:
    script = SETUP.read_text("utf-8").replace("${NAME}", "refund-desk")

    assert f'is_held "{name.removeprefix("Global" + chr(92))}"' in script
    assert 'w "Global\\${MUTEX}"' in script
