"""Which test comes by which lines, and how long it takes: noted by the files themselves.

Every statement in a function says that it was come by, in a copy of the code that stands in the right one's
place while the tests run once: a tracer would make them several times as slow.
"""

from __future__ import annotations

import ast
import builtins
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import CodeType

import pytest

from tests.campaigns.mutation.functions import functions_from, functions_in, name_of

Noted = dict[str, tuple[float, list[tuple[str, int]]]]
"""What a survey notes: of each test, seconds of the processor, and the lines it comes by."""

_TELLS = "__came_by__"


class Survey:
    """Notes which test comes by which lines, and how long it takes; none of one that fails."""

    def __init__(self, sources: Sequence[Path], told: Path) -> None:
        self._sources = sources
        self._told = told
        self._lines: set[tuple[str, int]] = set()
        self._of: Noted = {}
        self._failed: set[str] = set()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self) -> None:
        setattr(builtins, _TELLS, lambda path, line: self._lines.add((path, line)))
        right = functions_from(set(map(str, self._sources)))
        for source in self._sources:
            for code in functions_in(_telling(source)):
                for one in right.get((code.co_filename, name_of(code)), ()):
                    one.__code__ = code

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self._lines.clear()
        begun = time.process_time()
        yield
        self._of[item.nodeid] = time.process_time() - begun, sorted(self._lines)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self._failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        passed = {test: noted for test, noted in self._of.items() if test not in self._failed}
        self._told.write_text(json.dumps([passed, sorted(self._failed)]), "utf-8")


def _telling(path: Path) -> CodeType:
    """Compile a file so that every statement in a function tells when it is come by."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            _tell(node.body, path)
            for inner in ast.walk(node):
                for field in ("body", "orelse", "finalbody"):
                    below = getattr(inner, field, None)
                    if inner is not node and isinstance(below, list) and not _tells(below):
                        _tell(below, path)
    return compile(ast.fix_missing_locations(tree), str(path), "exec", dont_inherit=True)


def _tell(body: list[ast.stmt], path: Path) -> None:
    told = []
    for stmt in body:
        call = ast.Call(
            ast.Name(_TELLS, ast.Load()), [ast.Constant(str(path)), ast.Constant(stmt.lineno)], []
        )
        told += [ast.copy_location(ast.Expr(call), stmt), stmt]
    body[:] = told


def _tells(body: list[ast.stmt]) -> bool:
    match body:
        case [ast.Expr(value=ast.Call(func=ast.Name(id=name))), *_]:
            return name == _TELLS
    return not body
