"""A second start rings at the first; an old mark fools nobody."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui import instance


@pytest.fixture
def bell(qtbot: QtBot, tmp_path: Path) -> Iterator[instance.Bell]:
    assert qtbot
    hung = instance.Bell(tmp_path)
    hung.hang()
    yield hung
    hung.take_down()


RING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from gui import instance
application = QCoreApplication([])
sys.exit(0 if instance.ring(Path(sys.argv[1])) else 1)
"""


def test_the_first_window_hears_the_second_start(bell: instance.Bell, qtbot: QtBot, tmp_path: Path) -> None:
    root = Path(instance.__file__).parent.parent
    command = [sys.executable, "-c", RING, str(tmp_path)]
    with subprocess.Popen(command, cwd=root) as second:  # noqa: S603  ourselves, a second time
        qtbot.waitSignal(bell.rung, timeout=20_000).wait()
        assert second.wait(20) == 0


def test_where_nobody_is_nobody_hears(tmp_path: Path) -> None:
    assert not instance.ring(tmp_path)


def test_another_folder_is_another_window(bell: instance.Bell, tmp_path: Path) -> None:
    assert bell
    assert not instance.ring(tmp_path / "elsewhere")


def test_a_mark_left_by_a_crash_fools_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot
    (tmp_path / instance.MARK).write_text("refund-desk-that-is-gone", encoding="utf-8")
    assert not instance.ring(tmp_path)


def test_a_closed_window_leaves_no_mark(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot
    bell = instance.Bell(tmp_path)
    bell.hang()
    assert (tmp_path / instance.MARK).exists()
    bell.take_down()
    assert not (tmp_path / instance.MARK).exists()


def test_a_folder_that_is_not_there_is_no_reason_to_fail(qtbot: QtBot, tmp_path: Path) -> None:
    assert qtbot
    bell = instance.Bell(tmp_path / "not" / "there")
    bell.hang()
    bell.take_down()
