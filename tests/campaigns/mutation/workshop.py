"""Where wrongs are planted: in forks of one pytest that has imported and collected everything.

A fork puts the wrong function's code in place of the right one's and runs the tests that come by it: first
those that caught another wrong in that function, then the quickest. It ends with the first that fails. What
happens while a module is imported can't be put right afterwards: for those a fork is made before anything of
ours was imported, and imports the wrong module.
"""

from __future__ import annotations

import gc
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import resource
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

from tests.campaigns.mutation.wrongs import Wrong

ROOT = Path(__file__).resolve().parents[3]

CAUGHT, MISSED, ENDLESS, BROKEN = 10, 11, 12, 13
"""How a fork ends: a test failed; none did; it had to be stopped; the wrong could not be planted."""

MOST_SECONDS = 30.0
"""Of tests for one wrong, by what they took in the survey: whoever they let by is looked at by a person."""

Noted = dict[str, tuple[float, list[tuple[str, int]]]]
"""What a survey notes: of each test, seconds of the processor, and the lines it comes by."""

_SLACK = 20.0
"""Seconds of the processor that a fork may take besides five times what its tests take without a wrong."""


def forked(work: Callable[[], int], *, seconds: float) -> int:
    """Do some work in a fork that is quiet and has so many seconds of the processor; return how it ended."""
    child = os.fork()
    if child == 0:
        _be_quiet()
        most = int(seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
        threading.Timer(seconds * 6, os._exit, (ENDLESS,)).start()  # one that waits takes no processor
        try:
            code = work()
        except BaseException:  # noqa: BLE001  it may end in any way, but never go on as a second parent
            code = BROKEN
        os._exit(code)
    _, status = os.waitpid(child, 0)
    return ENDLESS if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def affordable(tests: Sequence[str], survey: Noted, *, first: int = 0) -> list[str]:
    """Choose tests for one wrong: some first ones, then the quickest."""
    quickest = sorted(tests[first:], key=lambda one: (survey[one][0], one))
    left, chosen = MOST_SECONDS, list[str]()
    for test in dict.fromkeys([*tests[:first], *quickest]):
        if left > 0:
            chosen.append(test)
        left -= survey[test][0]
    return chosen


def pytest_of(tests: Iterable[str], scratch: Path, *plugins: object, stops: bool = False) -> int:
    """Run some tests, with plugins of ours; return pytest's exit code."""
    ways = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "--basetemp", str(scratch / "tests")]
    ways += ["-x"] if stops else []
    places = [str(ROOT / test) for test in tests]
    return int(pytest.main([*ways, f"--rootdir={ROOT}", *places], plugins=plugins))


class Survey:
    """Notes which test comes by which lines, and how long it takes; none of one that fails."""

    def __init__(self, sources: Sequence[Path], told: Path) -> None:
        self._sources = frozenset(map(str, sources))
        self._told = told
        self._lines: set[tuple[str, int]] = set()
        self._of: Noted = {}
        self._failed: set[str] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._lines.clear()
        begun = time.process_time()
        with _traced(self._notice):
            yield
        self._of[item.nodeid] = time.process_time() - begun, sorted(self._lines)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        passed = {test: noted for test, noted in self._of.items() if test not in self._failed}
        self._told.write_text(json.dumps([passed, sorted(self._failed)]), "utf-8")

    def _notice(self, frame: FrameType, _event: str, _value: object) -> Any:
        if frame.f_code.co_filename not in self._sources:
            return None
        self._lines.add((frame.f_code.co_filename, frame.f_lineno))
        return self._notice


@contextmanager
def _traced(notice: Callable[[FrameType, str, object], Any]) -> Iterator[None]:
    threading.settrace(notice)
    sys.settrace(notice)
    try:
        yield
    finally:
        sys.settrace(None)
        threading.settrace(None)


class Workshop:
    """Plants wrongs in functions, one fork each, instead of running what was collected.

    Args:
        wrongs: With the file each is in.
        survey: What `Survey` noted.
        scratch: A folder, for a fork to leave word in.
        tell: Is told the number of each wrong and how its fork ended, if it could be planted.
    """

    def __init__(
        self,
        wrongs: Sequence[tuple[int, Path, Wrong]],
        survey: Noted,
        tell: Callable[[int, int], None],
        scratch: Path,
    ) -> None:
        self._caught_by = scratch / "caught-by"
        self._wrongs = wrongs
        self._survey = survey
        self._tell = tell

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}
        comes_by: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        for test, (_, lines) in self._survey.items():
            for path, line in lines:
                comes_by[path, line].add(test)
        caught_before: defaultdict[tuple[str, int] | None, list[str]] = defaultdict(list)
        for number, source, wrong in self._wrongs:
            found = set().union(*(comes_by[str(source), line] for line in wrong.lines)) & items.keys()
            told_before = [test for test in reversed(caught_before[wrong.function]) if test in found]
            tests = affordable([*told_before, *found], self._survey, first=len(told_before))
            seconds = _SLACK + 5 * sum(self._survey[test][0] for test in tests)
            ended = MISSED
            if tests:
                ended = forked(partial(self._try, wrong, [items[test] for test in tests]), seconds=seconds)
            if ended == CAUGHT:
                caught_before[wrong.function].append(self._caught_by.read_text("utf-8"))
            if ended != BROKEN:
                self._tell(number, ended)
        return True

    def _try(self, wrong: Wrong, items: list[pytest.Item]) -> int:
        """Plant a wrong in this process, and run tests until one fails."""
        if not _put_in_place(wrong):
            return BROKEN
        for item, after in zip(items, [*items[1:], None], strict=True):
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=after)):
                self._caught_by.write_text(item.nodeid, "utf-8")
                return CAUGHT
        return MISSED


def _put_in_place(wrong: Wrong) -> bool:
    """Give every function that was made from the right code the wrong one."""
    code = next(code for code in _functions(wrong.code) if _name(code) == wrong.function)
    right = [
        one
        for one in gc.get_objects()
        if type(one) is FunctionType
        and one.__code__.co_filename == code.co_filename
        and _name(one.__code__) == wrong.function
    ]
    for one in right:
        one.__code__ = code
    return bool(right)


def _name(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def _functions(code: CodeType) -> Iterator[CodeType]:
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from _functions(inner)


def import_wrong(path: Path, wrong: Wrong) -> None:
    """Have a module of ours come with a wrong in it when it is imported, in this process."""
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    sys.meta_path.insert(0, _Forger(name, path, wrong.code))


class _Forger(importlib.abc.MetaPathFinder):
    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self._name = name
        self._loader = _Loader(name, str(path))
        self._loader.code = code

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        del path, target
        if fullname != self._name:
            return None
        return importlib.util.spec_from_loader(fullname, self._loader)


class _Loader(importlib.machinery.SourceFileLoader):
    code: CodeType

    def get_code(self, fullname: str) -> CodeType:
        del fullname
        return self.code


def _be_quiet() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
