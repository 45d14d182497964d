"""The functions there are in this process, found by the file and the place their code came from."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import CodeType, FunctionType

Name = tuple[str, int]
"""A function's qualified name and its first line."""

Functions = Mapping[tuple[str, Name], Sequence[FunctionType]]
"""By file and name."""


def functions_from(files: set[str]) -> Functions:
    """Return the functions made from some files."""
    made: defaultdict[tuple[str, Name], list[FunctionType]] = defaultdict(list)
    for one in gc.get_objects():
        if type(one) is FunctionType and one.__code__.co_filename in files:
            made[one.__code__.co_filename, name_of(one.__code__)].append(one)
    return made


def functions_in(code: CodeType) -> Iterator[CodeType]:
    """Return the code of all functions in some code, and in each other."""
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield inner
            yield from functions_in(inner)


def name_of(code: CodeType) -> Name:
    """Return what a function goes by, also in another version of its file."""
    return code.co_qualname, code.co_firstlineno
