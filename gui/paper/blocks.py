"""What a page is made of, top to bottom, in words that are ready to be read. Pure; no Qt.

The same blocks make an A4 sheet and a strip of an 80 mm roll; how each looks there is `layout`'s matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum


class Paper(Enum):
    """A kind of paper."""

    A4 = "a4"
    ROLL_80 = "80mm"


class Size(Enum):
    """How large words are written, in points."""

    SMALL = 8
    TEXT = 9
    LARGE = 12
    HUGE = 19


@dataclass(frozen=True, slots=True)
class Heading:
    """A title, in the middle of a roll and at the left of a sheet."""

    text: str
    size: Size = Size.LARGE


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph."""

    text: str
    size: Size = Size.TEXT
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words that nobody may overlook: framed, large, across the paper."""

    text: str
    size: Size = Size.LARGE


@dataclass(frozen=True, slots=True)
class Pairs:
    """What it is called, and what it is, line by line. A pair without a value is left out."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with a head that is repeated on every page.

    Attributes:
        widths: Of the columns, in parts of their sum.
        numbers: Columns that stand at the right: amounts and counts.
        totals: How many rows at the end are sums, and written bold.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    numbers: frozenset[int] = frozenset()
    totals: int = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line across."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Free room, in points."""

    points: float = 6


@dataclass(frozen=True, slots=True)
class Signatures:
    """A line to sign on, for each of them."""

    labels: tuple[str, ...]


Block = Heading | Line | Stamp | Pairs | Grid | Rule | Gap | Signatures


def with_texts(blocks: Iterable[Block], change: Callable[[str], str]) -> tuple[Block, ...]:
    """Return the blocks with every text changed; to take out of a paper what must not stand on it."""
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: Block, change: Callable[[str], str]) -> Block:
    match block:
        case Heading() | Line() | Stamp():
            return replace(block, text=change(block.text))
        case Pairs():
            return Pairs(tuple((change(name), change(value)) for name, value in block.rows))
        case Grid():
            rows = tuple(tuple(change(cell) for cell in row) for row in block.rows)
            return replace(block, head=tuple(change(cell) for cell in block.head), rows=rows)
        case Signatures():
            return Signatures(tuple(change(label) for label in block.labels))
        case Rule() | Gap():
            return block
