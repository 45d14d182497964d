"""Use case: the sheet of a business day (gün sonu), closed with a number and never changed again.

A step of the journal stands on the sheet of the business day it was taken on, by its account's own cut-off;
on the next one where that day was closed without it. What was closed is read back as it was written down,
and what stands there stands nowhere else, whatever cut-off its account has by now.
Blocking, without the network; call on a worker thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from services.day_sheet_text import from_text, to_text
from services.domain.account import Environment
from services.domain.audit import Act
from services.domain.clock import ISTANBUL, BusinessDays, Clock
from services.domain.day_sheet import (
    Closing,
    DaySheet,
    Fate,
    OpenLine,
    SheetLine,
    Subject,
    Sums,
    add_up,
)
from services.domain.errors import InputProblem, InvalidInput
from services.domain.operator import Right
from services.domain.reversal import Confirmation, IntentState
from services.ledger.day_ends import Course, DayEndBook, Known, Step
from services.seat import Seat

_Written = Mapping[tuple[int, datetime, Fate], date]
_DAY = timedelta(days=1)
_SHOPS_DAY = BusinessDays()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfMonth:
    """A day in the picture of its month.

    Attributes:
        sums: Of each world that has something on that day.
        number: Its closing's; None while it is open.
    """

    day: date
    sums: Mapping[Environment, Sums]
    number: int | None


class DayEnds:
    """Reads sheets, and closes days.

    Every method raises NotAllowed when somebody may not, and LedgerUnavailable when the ledger can't be read
    or written.
    """

    def __init__(self, *, book: DayEndBook, seat: Seat, clock: Clock) -> None:
        self._book = book
        self._seat = seat
        self._clock = clock

    def today(self) -> date:
        """Return the shop's day of this moment: from midnight to midnight."""
        return _SHOPS_DAY.day_of(self._clock.now())

    def sheet(self, day: date) -> DaySheet:
        """Return a day's sheet: as it was closed, else as the journal has it now.

        Raises:
            InvalidInput: ``day``: IN_THE_FUTURE.
        """
        self._seat.require(Right.LOOK)
        closed = self._book.closed(day)
        if closed is not None:
            return _frozen(*closed)
        self._require_past(day)
        return _sheet(self._book.known(*_around(day)), day, self._clock.now())

    def month(self, day: date) -> tuple[DayOfMonth, ...]:
        """Return every day of the month in which `day` is."""
        self._seat.require(Right.LOOK)
        first = day.replace(day=1)
        days = list(_until(first, (first + timedelta(days=31)).replace(day=1)))
        known = self._book.known(_around(days[0])[0], _around(days[-1])[1])
        lines: dict[date, list[SheetLine]] = {}
        for one, line in _lines(known, _written(known)):
            lines.setdefault(one, []).append(line)
        return tuple(_day_of_month(one, lines.get(one, []), known.closings.get(one)) for one in days)

    def close(self, day: date) -> DaySheet:
        """Close a day: give its sheet a number, and never change it again. A closed one stays as it is.

        Needs the right to export. What becomes known later stands on the next sheet.

        Raises:
            InvalidInput: ``day``: IN_THE_FUTURE.
        """
        self._seat.require(Right.EXPORT)
        self._require_past(day)
        since, until = _around(day)
        note = self._seat.entry(Act.DAY_END, day.isoformat(), "")
        closed = self._book.close(
            day,
            since=since,
            until=until,
            write=lambda known: to_text(_sheet(known, day, note.at)),
            note=note,
        )
        return _frozen(*closed)

    def paper(self, sheet: DaySheet, form: str, make: Callable[[], bytes]) -> bytes:
        """Return a sheet as paper: of a closed day byte for byte what was made first, else made anew.

        Needs the right to export.

        Args:
            sheet: What is to stand on it.
            form: Which paper, and in which language.
            make: Makes it.
        """
        self._seat.require(Right.EXPORT)
        what = f"{sheet.day.isoformat()} {form}"
        made = make() if sheet.closing is None else self._book.paper(sheet.closing.number, form, make)
        self._seat.note(Act.EXPORT, what, "day sheet")
        return made

    def _require_past(self, day: date) -> None:
        if day > self.today():
            raise InvalidInput("day", InputProblem.IN_THE_FUTURE)


def _sheet(known: Known, day: date, at: datetime) -> DaySheet:
    written = _written(known)
    lines = [line for one, line in _lines(known, written) if one == day]
    left = [line for course in known.courses if (line := _open_line(course, day, known, written))]
    return DaySheet(
        day=day,
        made_at=at,
        lines=tuple(sorted(lines, key=lambda line: (line.at, line.subject.intent))),
        open=tuple(sorted(left, key=lambda line: (line.since, line.subject.intent))),
    )


def _frozen(closing: Closing, text: str) -> DaySheet:
    return replace(from_text(text), closing=closing)


def _written(known: Known) -> _Written:
    """Return which lines stand on sheets that were closed, and on which."""
    sheets = map(from_text, known.sheets)
    return {(line.subject.intent, line.at, line.fate): sheet.day for sheet in sheets for line in sheet.lines}


def _lines(known: Known, written: _Written) -> Iterator[tuple[date, SheetLine]]:
    """Return every line there is, with the day of the sheet it stands on."""
    for course in known.courses:
        for step, fate, day in _placed(course, known, written):
            if fate is not None:
                yield day, _line(course, step, fate)


def _placed(course: Course, known: Known, written: _Written) -> Iterator[tuple[Step, Fate | None, date]]:
    """Return every step with what it means for a sheet, and the day of the sheet it stands on."""
    before: IntentState | None = None
    for step in course.steps:
        fate = _fate(before, step.event.state)
        before = step.event.state
        closed = written.get((course.intent.id, step.event.at, fate)) if fate is not None else None
        yield step, fate, closed or _stands_on(step, fate, course.account.days, known.closings)


def _fate(before: IntentState | None, now: IntentState) -> Fate | None:
    """Say what a step means for a sheet; None for what says nothing new there."""
    if before is now:
        return None  # done, and now seen as well
    if now is IntentState.OUTCOME_UNKNOWN:
        return Fate.IN_DOUBT if before is IntentState.DONE else None
    return {
        IntentState.DONE: Fate.DONE,
        IntentState.REFUSED: Fate.REFUSED,
        IntentState.NOT_SENT: Fate.NOT_SENT,
    }.get(now)


def _line(course: Course, step: Step, fate: Fate) -> SheetLine:
    event = step.event
    return SheetLine(
        subject=_subject(course),
        fate=fate,
        at=event.at,
        code=event.code or "",
        said_by=event.testimony.person if event.testimony else "",
    )


def _open_line(course: Course, day: date, known: Known, written: _Written) -> OpenLine | None:
    """Return what a reversal leaves open after a day; None where its end was certain by then."""
    taken = [step for step, _, stands_on in _placed(course, known, written) if stands_on <= day]
    if not taken:
        return None
    last = taken[-1].event
    awaits = last.state is IntentState.DONE and last.confirmation is Confirmation.PENDING
    if not (awaits or last.state.is_open):
        return None
    return OpenLine(subject=_subject(course), since=taken[0].event.at, awaits_confirmation=awaits)


def _stands_on(step: Step, fate: Fate | None, days: BusinessDays, closings: Mapping[date, Closing]) -> date:
    """Return the day of the sheet a step will stand on: its own, or the first one not closed without it.

    A step without a line stands on no sheet, and was known to every one closed after it.
    """
    day = days.day_of(step.event.at)
    while (closing := closings.get(day)) is not None and (
        fate is not None or step.number > closing.last_event
    ):
        day += _DAY
    return day


def _subject(course: Course) -> Subject:
    draft, account = course.intent.draft, course.account
    return Subject(
        intent=course.intent.id,
        gateway=draft.order.gateway,
        environment=draft.order.environment,
        account=account.name,
        merchant=draft.order.merchant,
        reference=draft.order.reference,
        line=draft.line or "",
        verb=draft.verb,
        amount=draft.amount,
        reason=draft.reason,
        operator=draft.operator,
        approver=course.approver,
        belongs_to=account.days.day_of(course.intent.armed_at),
    )


def _day_of_month(day: date, lines: list[SheetLine], closing: Closing | None) -> DayOfMonth:
    worlds = {line.subject.environment for line in lines}
    sums = {world: add_up(line for line in lines if line.subject.environment is world) for world in worlds}
    return DayOfMonth(day=day, sums=sums, number=closing.number if closing else None)


def _around(day: date) -> tuple[datetime, datetime]:
    """Return instants between which every step of a day was taken, whatever its account's cut-off."""
    return _midnight(day - 2 * _DAY), _midnight(day + _DAY)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ISTANBUL)


def _until(first: date, end: date) -> Iterator[date]:
    day = first
    while day < end:
        yield day
        day += _DAY
