"""Small wrongs in a source file: what a slip of the hand, or of the head, would look like there.

Nothing is planted in what is said for people only (docstrings, log lines, the message of an error) or in the
names of types.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import CodeType

from tests.campaigns.mutation.slips import slips

_LOG = "_log"


@dataclass(frozen=True, slots=True)
class Wrong:
    """One wrong, compiled.

    Attributes:
        kind: What kind of slip it is.
        where: The function or class it is in, by its qualified name; empty for the module itself.
        was, now: What is changed, written out.
        lines: The lines of the statement it is in.
        function: The outermost function that holds it, as (qualified name, first line); None where it
            happens while the module is imported.
        code: The whole module with the wrong in it.
    """

    kind: str
    where: str
    was: str
    now: str
    lines: range
    function: tuple[str, int] | None
    code: CodeType

    @property
    def name(self) -> tuple[str, str, str]:
        """What it goes by in the list of survivors: a line's number would not last."""
        return self.where, self.was, self.now

    def __str__(self) -> str:
        return f"{self.where or 'module'}: {self.was}  ->  {self.now}"


def wrongs_in(path: Path) -> list[Wrong]:
    """Return every wrong that can be planted in a file, in the order of its lines."""
    return list(_Planter(ast.parse(path.read_text("utf-8")), str(path)).all())


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk is; `shown` is the expression around it, `said` that it is for people only."""

    where: str = ""
    lines: range = range(0)
    function: tuple[str, int] | None = None
    shown: ast.AST | None = None
    said: bool = False

    def within(self, node: ast.AST) -> _Place:
        """Return the place inside a node."""
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            where = f"{self.where}.{node.name}" if self.where else node.name
            return replace(self, where=where, lines=range(node.lineno, node.lineno + 1), shown=None)
        if isinstance(node, ast.stmt):
            said = isinstance(node, ast.Raise)
            return replace(self, lines=_lines(node), shown=None, said=said)
        if isinstance(node, ast.expr) and not isinstance(node, ast.Constant):
            return replace(self, shown=node)
        return self

    def body_of(self, node: ast.AST) -> _Place:
        """Return the place in the statements of a node; the first function on the way is remembered."""
        if isinstance(node, ast.FunctionDef) and self.function is None:
            return replace(self, function=(self.where, _first_line(node)))
        return self


class _Planter:
    """Puts one node in another's place, compiles the module, and puts the first one back."""

    def __init__(self, tree: ast.Module, filename: str) -> None:
        self._tree = tree
        self._filename = filename

    def all(self) -> Iterator[Wrong]:
        yield from self._below(self._tree, _Place())

    def _below(self, node: ast.AST, place: _Place) -> Iterator[Wrong]:
        for field, value in ast.iter_fields(node):
            if field in ("annotation", "returns", "decorator_list", "bases", "keywords") and isinstance(
                node, ast.FunctionDef | ast.ClassDef | ast.AnnAssign | ast.arg
            ):
                continue
            inside = place.body_of(node) if field == "body" else place
            if isinstance(value, ast.AST):
                yield from self._at(value, inside, node, field)
            elif isinstance(value, list):
                for index, child in enumerate(value):
                    if isinstance(child, ast.AST):
                        yield from self._at(child, inside, value, index)

    def _at(
        self, node: ast.AST, outside: _Place, holder: ast.AST | list[ast.AST], key: str | int
    ) -> Iterator[Wrong]:
        if _is_left_alone(node, outside):
            return
        place = outside.within(node)
        # A constant alone says little: it is shown with the expression it stands in.
        shown = outside.shown if isinstance(node, ast.Constant) and outside.shown else node
        at_import = place.function is None
        for kind, other in slips(node, decides=key == "test", at_import=at_import):
            was = _written(shown)
            _put(holder, key, other)
            try:
                now = _written(other if shown is node else shown)
                ast.fix_missing_locations(self._tree)
                code = compile(self._tree, self._filename, "exec", dont_inherit=True)
            except (SyntaxError, ValueError):
                continue  # no wrong that anybody could commit
            finally:
                _put(holder, key, node)
            yield Wrong(kind, place.where, was, now, place.lines, place.function, code)
        yield from self._below(node, place)


def _put(holder: ast.AST | list[ast.AST], key: str | int, node: ast.AST) -> None:
    if isinstance(holder, list):
        holder[int(key)] = node
    else:
        setattr(holder, str(key), node)


def _written(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


def _is_left_alone(node: ast.AST, place: _Place) -> bool:
    match node:
        case ast.Import() | ast.ImportFrom() | ast.JoinedStr() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name)))):
            return name == _LOG
        case ast.Assign(value=ast.Subscript() | ast.BinOp(op=ast.BitOr(), left=ast.Name(), right=ast.Name())):
            return place.function is None and not place.where  # a type by another name
        case ast.Constant(value=str()):
            return place.said
    return False


def _first_line(node: ast.FunctionDef) -> int:
    """Return the first line as its code object has it: a decorator's, where there is one."""
    return min([node.lineno, *(one.lineno for one in node.decorator_list)])


def _lines(node: ast.stmt) -> range:
    """Return the lines of a statement, or of its head where others stand below it."""
    below = getattr(node, "body", None)
    end = below[0].lineno - 1 if below else node.end_lineno or node.lineno
    return range(node.lineno, max(end, node.lineno) + 1)
