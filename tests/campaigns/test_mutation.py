"""A few wrongs, the same ones every time; `python -m tests.campaigns.mutation` plants them all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from services.domain import money
from tests.campaigns.mutation.workshop import import_wrong
from tests.campaigns.mutation.wrongs import wrongs_in

SOURCE = '''
"""Says nothing to a machine."""
import logging
_log = logging.getLogger(__name__)
LIMITS = {"a": 1, "b": 2}


def left(sold: int, back: int = 0, *, strict: bool = True) -> int:
    """Says nothing either."""
    if sold < back or not strict:
        raise ValueError("a message")
    _log.info("for people")
    return sold - back
'''

WRONGS = {
    "{'a': 1, 'b': 2}  ->  {'b': 2}",
    "{'a': 1, 'b': 2}  ->  {'a': 1}",
    "{'a': 1, 'b': 2}  ->  {'?a': 1, 'b': 2}",
    "{'a': 1, 'b': 2}  ->  {'a': 1, '?b': 2}",
    "{'a': 1, 'b': 2}  ->  {'a': 2, 'b': 2}",
    "{'a': 1, 'b': 2}  ->  {'a': 1, 'b': 3}",
    "0  ->  1",
    "True  ->  False",
    "sold, back=0, *, strict=True  ->  sold, back, *, strict=True",
    "sold, back=0, *, strict=True  ->  sold, back=0, *, strict",
    "sold < back or not strict  ->  sold < back and (not strict)",
    "sold < back or not strict  ->  not strict",
    "sold < back or not strict  ->  sold < back",
    "sold < back  ->  sold <= back",
    "sold < back  ->  sold >= back",
    "not strict  ->  strict",
    "raise ValueError('a message')  ->  pass",
    "return sold - back  ->  return None",
    "sold - back  ->  sold + back",
}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.py"
    path.write_text(SOURCE, "utf-8")
    return path


def test_every_slip_is_planted_and_none_in_what_is_said_for_people(source: Path) -> None:
    found = [_without_types(f"{wrong.was}  ->  {wrong.now}") for wrong in wrongs_in(source)]

    assert sorted(found) == sorted(WRONGS)


def test_a_planted_wrong_is_the_program_with_nothing_else_changed(source: Path) -> None:
    (wrong,) = [one for one in wrongs_in(source) if one.now == "sold + back"]
    module: dict[str, object] = {"__name__": "source"}

    exec(wrong.code, module)  # noqa: S102  it was compiled from the text above

    left = module["left"]
    assert callable(left)
    assert left(5, 2) == 7
    assert wrong.where == "left"
    assert wrong.function == ("left", 8)
    with pytest.raises(ValueError, match="a message"):
        left(1, 2)


def test_a_module_that_was_imported_already_comes_with_no_wrong_in_it_and_that_is_said() -> None:
    path = Path(money.__file__)
    wrong = wrongs_in(path)[0]

    with pytest.raises(ValueError, match="imported already"):
        import_wrong(path, wrong)


@pytest.mark.timeout(600)  # it runs tests of its own, one fork after another
def test_the_tests_of_money_notice_a_sample_of_wrongs() -> None:
    command = [sys.executable, "-m", "tests.campaigns.mutation", "money", "--sample", "3"]
    root = Path(__file__).resolve().parents[2]

    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)  # noqa: S603  a program of ours

    assert done.returncode == 0, done.stdout + done.stderr
    assert "planted" in done.stdout


def _without_types(text: str) -> str:
    return text.replace(": int", "").replace(": bool", "").replace(" = ", "=")
