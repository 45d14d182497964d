"""Where the moments of a life stand on a line drawn to time, and which labels fit without touching. Pure.

Every dated moment has a dot at its time; dots that would lie on each other are one, with a count. A label
stands over its dot (what was done here: under it), in one of two rows, or not at all where there is no
room: its words are then in the dot's own text, which every moment has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from gui.sheet.life import Lane, Moment
from gui.theme import Tone
from services.domain.clock import ISTANBUL

DOT = 12
"""Device-independent pixels from dot to dot at least; closer ones are one."""

ROW = 18
"""The height of a row of labels."""

MARGIN = 14
"""Left and right of the line."""

ROWS = 2
_GAP = 10
_PAD = 6
_TICK_ROOM = 96
_DAY = timedelta(days=1)
_STEPS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360)) + tuple(
    timedelta(days=days) for days in (1, 2, 7, 14, 28, 91, 182, 365, 1825)
)

Measure = Callable[[str], int]
"""How wide a text is."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One dot: the moments it stands for, by their places in the life, the weightiest first."""

    x: int
    lane: Lane
    tone: Tone
    moments: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A text from `left`, `width` wide, in a row counted from the line; `x` is where its dot is."""

    left: int
    width: int
    row: int
    x: int
    lane: Lane
    tone: Tone
    text: str

    @property
    def right(self) -> int:
        """The first pixel after it."""
        return self.left + self.width


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the line with its time in words."""

    x: int
    text: str


@dataclass(frozen=True, slots=True)
class Track:
    """Everything that is drawn."""

    dots: tuple[Dot, ...] = ()
    labels: tuple[Label, ...] = ()
    ticks: tuple[Tick, ...] = ()
    now: int | None = None


def lay_out(moments: Sequence[Moment], width: int, measure: Measure, now: datetime | None = None) -> Track:
    """Place the dated moments of a life on a line of a width in device-independent pixels."""
    times = [one.at for one in moments if one.at is not None]
    if not times:
        return Track()
    first, span, room = min(times), max(times) - min(times), max(width - 2 * MARGIN, 1)

    def place(at: datetime) -> int:
        return MARGIN + (round((at - first) / span * room) if span else room // 2)

    dots = tuple(_dots(moments, place))
    return Track(
        dots=dots,
        labels=tuple(_labels(moments, dots, width, measure)),
        ticks=tuple(_ticks(first, span, width, measure, place)),
        now=place(now) if now is not None and span and first <= now <= first + span else None,
    )


def _dots(moments: Sequence[Moment], place: Callable[[datetime], int]) -> Iterator[Dot]:
    for lane in Lane:
        group: list[tuple[int, int]] = []
        for number, moment in enumerate(moments):
            if moment.at is None or moment.lane is not lane:
                continue
            x = place(moment.at)
            if group and x - group[0][0] >= DOT:
                yield _dot(moments, group, lane)
                group = []
            group.append((x, number))
        if group:
            yield _dot(moments, group, lane)


def _dot(moments: Sequence[Moment], group: list[tuple[int, int]], lane: Lane) -> Dot:
    inside = sorted((number for _, number in group), key=lambda number: (-moments[number].weight, number))
    return Dot(group[0][0], lane, moments[inside[0]].tone, tuple(inside))


def _labels(moments: Sequence[Moment], dots: Sequence[Dot], width: int, measure: Measure) -> Iterator[Label]:
    placed: list[Label] = []
    for dot in sorted(dots, key=lambda dot: (-moments[dot.moments[0]].weight, dot.x)):
        text = moments[dot.moments[0]].label
        if len(dot.moments) > 1:
            text = f"{text} +{len(dot.moments) - 1}"
        wide = measure(text) + 2 * _PAD
        for candidate in _candidates(dot, wide, width, text):
            if not any(_touch(candidate, other) for other in placed):
                placed.append(candidate)
                yield candidate
                break


def _candidates(dot: Dot, wide: int, width: int, text: str) -> Iterator[Label]:
    if wide > width:
        return
    for row in range(ROWS):
        for left in (dot.x - wide // 2, dot.x - _PAD, dot.x - wide + _PAD):
            inside = min(max(left, 0), width - wide)
            yield Label(inside, wide, row, dot.x, dot.lane, dot.tone, text)


def _touch(one: Label, other: Label) -> bool:
    """Whether two labels, or the line from one to its dot and the other, meet."""
    if (one.lane is Lane.HERE) is not (other.lane is Lane.HERE):
        return False
    if one.row == other.row:
        return one.left < other.right + _GAP and other.left < one.right + _GAP
    low, high = (one, other) if one.row < other.row else (other, one)
    return low.left - 2 <= high.x <= low.right + 2


def _ticks(
    first: datetime, span: timedelta, width: int, measure: Measure, place: Callable[[datetime], int]
) -> Iterator[Tick]:
    if not span:
        yield Tick(place(first), first.astimezone(ISTANBUL).strftime("%d.%m.%Y %H:%M"))
        return
    most = max(1, width // _TICK_ROOM)
    step = next((one for one in _STEPS if span / one <= most), _STEPS[-1])
    crosses = first.astimezone(ISTANBUL).year != (first + span).astimezone(ISTANBUL).year
    pattern = "%H:%M" if step < _DAY else "%d.%m.%Y" if crosses else "%d.%m"
    start = first.astimezone(ISTANBUL).replace(hour=0, minute=0, second=0, microsecond=0)
    at = start + -((start - first) // step) * step
    shown_to = 0
    while at <= first + span:
        x, half = place(at), measure(at.strftime(pattern)) // 2
        if x - half >= shown_to and x + half <= width:
            yield Tick(x, at.strftime(pattern))
            shown_to = x + half + _GAP
        at += step
