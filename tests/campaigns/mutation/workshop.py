"""Where wrongs are planted: in forks of one pytest that has imported and collected everything.

A fork puts the wrong function's code in place of the right one's and runs the tests that come by it: first
those that caught another wrong in that function, then those about a case of their own, then the quickest. It
ends with the first that fails, at once: nothing is torn down, no example made smaller. A test that says
something is tried without a wrong, as it was then, before it is believed. What happens while a module is
imported can't be put right afterwards: for those a fork is made before anything of ours was imported, and
imports the wrong module.
"""

from __future__ import annotations

import gc
import importlib.abc
import importlib.machinery
import importlib.util
import os
import resource
import sys
import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from types import CodeType, ModuleType

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

from tests.campaigns.mutation.functions import Functions, functions_from, functions_in, name_of
from tests.campaigns.mutation.survey import Noted
from tests.campaigns.mutation.wrongs import Wrong

ROOT = Path(__file__).resolve().parents[3]

CAUGHT, MISSED, ENDLESS, BROKEN = 10, 11, 12, 13
"""How a fork ends: a test failed; none did; it had to be stopped; the wrong could not be planted."""

MOST_SECONDS = 8.0
"""Of tests for one wrong, by what they took in the survey: whoever they let by is looked at by a person."""

_SLACK = 10.0
"""Seconds of the processor that a fork may take besides five times what its tests take without a wrong: one
that takes longer is endless, and so was noticed."""

_BEFORE = 4
"""So many tests that caught another wrong in a function are asked first."""

_FEW = 3
"""A test that comes by a line of the file that no more than so many come by is about a case of its own: it
is asked before the others."""


def forked(work: Callable[[], int], *, seconds: float) -> int:
    """Do some work in a fork that is quiet and has so many seconds of the processor; return how it ended."""
    child = os.fork()
    if child == 0:
        _be_quiet()
        most = int(seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))
        threading.Timer(seconds * 4, os._exit, (ENDLESS,)).start()  # one that waits takes no processor
        try:
            code = work()
        except BaseException:  # noqa: BLE001  it may end in any way, but never go on as a second parent
            code = BROKEN
        os._exit(code)
    _, status = os.waitpid(child, 0)
    return ENDLESS if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def affordable(
    tests: Sequence[str], survey: Noted, *, first: int = 0, source: Path | None = None
) -> list[str]:
    """Choose tests for one wrong: some first ones, then those of the file that mirrors its own, the quick
    ones before the slow, then the others: one of each function before another.
    """
    own = "" if source is None else f"/test_{source.name}::"
    quickest = sorted(tests[first:], key=lambda one: (survey[one][0], one))
    of_function: Counter[str] = Counter()
    turn = {}
    for test in quickest:
        function = test.partition("[")[0]
        turn[test] = -1 if own and own in test else of_function[function]
        of_function[function] += 1
    quickest.sort(key=lambda one: turn[one])  # stable
    left, chosen = MOST_SECONDS, list[str]()
    for test in dict.fromkeys([*tests[:first], *quickest]):
        if left > 0:
            chosen.append(test)
        left -= survey[test][0]
    return chosen


def pytest_of(tests: Iterable[str], scratch: Path, *plugins: object) -> int:
    """Run some tests, with plugins of ours; return pytest's exit code."""
    ways = ["-q", "--basetemp", str(scratch / "tests"), f"--rootdir={ROOT}"]
    ways += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # Hypothesis is here already
    for useless in ("cacheprovider", "xdist", "anyio"):
        ways += ["-p", f"no:{useless}"]
    places = [str(ROOT / test) for test in tests]
    return int(pytest.main([*ways, *places], plugins=[_SameExamples(), *plugins]))


class _SameExamples:
    """Has Hypothesis draw the same examples every time, and leave one that fails as large as it is."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self) -> None:
        settings.register_profile(
            "wrongs",
            settings.default,
            derandomize=True,
            database=None,
            phases=(Phase.explicit, Phase.generate),
        )
        settings.load_profile("wrongs")


class Only:
    """Runs these tests in this order, whatever else stands in their files: not every name can be typed."""

    def __init__(self, tests: Sequence[str]) -> None:
        self._turn = {test: turn for turn, test in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        chosen = [item for item in items if item.nodeid in self._turn]
        items[:] = sorted(chosen, key=lambda item: self._turn[item.nodeid])


class StopsAtFirst:
    """Ends this process at the first test that fails, and leaves word which it was."""

    def __init__(self, told: Path) -> None:
        self._told = told

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        if call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception):
            self._told.write_text(item.nodeid, "utf-8")
            os._exit(CAUGHT)


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
        self._believed: set[str] = set()
        self._wrongs = wrongs
        self._survey = survey
        self._tell = tell
        self._right: Functions = {}
        self._rare: dict[str, set[str]] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        session.config.pluginmanager.register(StopsAtFirst(self._caught_by))
        items = {item.nodeid: item for item in session.items}
        comes_by: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
        for test, (_, lines) in self._survey.items():
            for path, line in lines:
                comes_by[path, line].add(test)
        for (path, _), tests in comes_by.items():
            if len(tests) <= _FEW:
                self._rare.setdefault(path, set()).update(tests)
        self._right = functions_from({str(source) for _, source, _ in self._wrongs})
        gc.collect()
        gc.freeze()  # so that no fork copies what its collector only looks at
        caught_before: defaultdict[object, list[str]] = defaultdict(list)
        for number, source, wrong in self._wrongs:
            found = set().union(*(comes_by[str(source), line] for line in wrong.lines)) & items.keys()
            before = caught_before[source, wrong.function]
            ended, by = self._end_of(wrong, [items[test] for test in self._in_order(source, before, found)])
            if by is not None:
                before.append(by)
            if ended != BROKEN:
                self._tell(number, ended)
        return True

    def _in_order(self, source: Path, before: Sequence[str], found: set[str]) -> list[str]:
        first = [test for test in dict.fromkeys(reversed(before)) if test in found][:_BEFORE]
        rare = found & self._rare.get(str(source), set())
        first += sorted(rare.difference(first), key=lambda one: (self._survey[one][0], one))
        return affordable([*first, *found], self._survey, first=len(first), source=source)

    def _end_of(self, wrong: Wrong, items: list[pytest.Item]) -> tuple[int, str | None]:
        """Return how a wrong ends, and the test that caught it."""
        if not items:
            return MISSED, None
        seconds = _SLACK + 5 * sum(self._survey[item.nodeid][0] for item in items)
        ended = forked(partial(self._try, wrong, items), seconds=seconds)
        if ended != CAUGHT:
            return ended, None
        by = self._caught_by.read_text("utf-8")
        alone = [item for item in items if item.nodeid == by]
        if by not in self._believed and forked(partial(self._try, None, alone), seconds=seconds) != MISSED:
            return self._end_of(wrong, [item for item in items if item.nodeid != by])
        self._believed.add(by)
        return CAUGHT, by

    def _try(self, wrong: Wrong | None, items: list[pytest.Item]) -> int:
        """Plant a wrong in this process, and run tests until one fails."""
        if wrong is not None and not _put_in_place(wrong, self._right):
            return BROKEN
        for item, after in zip(items, [*items[1:], None], strict=True):
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=after)):
                self._caught_by.write_text(item.nodeid, "utf-8")
                return CAUGHT
        return MISSED


def _put_in_place(wrong: Wrong, right: Functions) -> bool:
    """Give every function that was made from the right code the wrong one."""
    code = next(code for code in functions_in(wrong.code) if name_of(code) == wrong.function)
    found = right.get((code.co_filename, name_of(code)), ())
    for one in found:
        one.__code__ = code
    return bool(found)


def import_wrong(path: Path, wrong: Wrong) -> None:
    """Have a module of ours come with a wrong in it when it is imported, in this process.

    Raises:
        ValueError: It was imported already, and would come without it.
    """
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    if name in sys.modules:
        raise ValueError(f"{name} was imported already")
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
