from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from services.ledger.lock import FolderLock

_HOLDER = """
import sys; from pathlib import Path; from services.ledger.lock import FolderLock
lock = FolderLock(Path(sys.argv[1])); lock.take(); print("held", flush=True); sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.lock"


def test_one_has_it_at_a_time(path: Path) -> None:
    first, second = FolderLock(path), FolderLock(path)
    first.take()

    with pytest.raises(BlockingIOError):
        second.take()
    first.release()
    second.take()
    with pytest.raises(BlockingIOError):
        first.take()
    second.release()


def test_letting_go_of_what_is_not_held_leaves_the_holder_alone(path: Path) -> None:
    holder, other = FolderLock(path), FolderLock(path)
    holder.take()
    with suppress(BlockingIOError):
        other.take()

    other.release()

    with pytest.raises(BlockingIOError):
        other.take()
    holder.release()
    holder.release()
    other.take()
    other.release()


def test_it_ends_with_the_process_however_that_ends(path: Path) -> None:
    root = Path(__file__).parents[3]
    with subprocess.Popen(  # noqa: S603  our own Python
        [sys.executable, "-c", _HOLDER, str(path)],
        cwd=root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BlockingIOError):
            FolderLock(path).take()
        holder.kill()

    lock = FolderLock(path)
    lock.take()
    lock.release()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FolderLock(tmp_path / "nowhere" / "ledger.lock").take()
