"""Closed business days, and the steps of the journal that their sheets are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    Integer,
    LargeBinary,
    Row,
    Select,
    Table,
    Text,
    UniqueConstraint,
    func,
    insert,
    or_,
    select,
    union,
)

from services.domain.account import Account
from services.domain.audit import Entry
from services.domain.day_sheet import Closing
from services.domain.reversal import Confirmation, Intent, IntentState
from services.ledger.accounts import read_account
from services.ledger.audit import Trail
from services.ledger.columns import Utc
from services.ledger.database import Database
from services.ledger.intents import Event, read_event, read_intent
from services.ledger.schema import approvals, events, intents, metadata

day_ends = Table(
    "day_ends",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("day", Text, nullable=False),
    Column("at", Utc, nullable=False),
    Column("by", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("last_event", Integer, nullable=False),
    Column("sheet", Text, nullable=False),
    UniqueConstraint("day", name="one_end_of_a_day"),
    sqlite_strict=True,
)
"""Every business day that was closed, counted from 1, with its sheet as it stood then."""

day_end_papers = Table(
    "day_end_papers",
    metadata,
    Column("number", ForeignKey("day_ends.number"), primary_key=True),
    Column("form", Text, primary_key=True, nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The papers of closed days, byte for byte as they were first made."""

_OPEN = [state for state in IntentState if state.is_open]
_CLOSINGS = select(*(column for column in day_ends.c if column.name != "sheet"))
_ASIDE = timedelta(days=7)
"""How far from its own day a step may have been written down: another cut-off, and days closed since."""

_AT_ONCE = 500
"""How many numbers a statement names at most; SQLite knows a limit."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of an intent, with its place in the journal."""

    number: int
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """An intent from its first step to its last.

    Attributes:
        approver: Who agreed to it; empty where nobody had to.
    """

    intent: Intent
    account: Account
    approver: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the ledger knows of some days, at one moment.

    Attributes:
        courses: Of every intent that took a step then, or had no certain end when they were over.
        closings: Every day that is closed.
        sheets: Of those around them, as they were written down.
        last_event: The newest step of the journal.
    """

    courses: tuple[Course, ...]
    closings: dict[date, Closing]
    sheets: tuple[str, ...]
    last_event: int


class DayEndBook:
    """Reads what days are made of, and closes them. Usable from any thread.

    Every method raises LedgerUnavailable when the ledger can't be read or written; nothing was changed then.
    """

    def __init__(self, database: Database, trail: Trail) -> None:
        self._database = database
        self._trail = trail

    def known(self, since: datetime, until: datetime) -> Known:
        """Return what is known of the time from `since` until just before `until`."""
        with self._database.reading() as connection:
            return _known(connection, since, until)

    def closed(self, day: date) -> tuple[Closing, str] | None:
        """Return a day's closing and its sheet as it was written down; None while it is open."""
        with self._database.reading() as connection:
            return _closed(connection, day)

    def close(
        self,
        day: date,
        *,
        since: datetime,
        until: datetime,
        write: Callable[[Known], str],
        note: Entry,
    ) -> tuple[Closing, str]:
        """Close a day, with its row of the audit log, in one transaction; one that is closed stays as it is.

        Args:
            day: The business day.
            since: Where what is known of it begins.
            until: Where it ends.
            write: Makes its sheet of what is known at that very moment.
            note: What the audit log says of it; the number is put behind its result.
        """
        with self._database.writing() as connection:
            before = _closed(connection, day)
            if before is not None:
                return before
            known = _known(connection, since, until)
            number = 1 + len(known.closings)
            told = Entry(
                at=note.at, who=note.who, act=note.act, subject=note.subject, result=f"number {number}"
            )
            self._trail.write(connection, told)
            head = self._trail.head_in(connection)
            connection.execute(
                insert(day_ends).values(
                    number=number,
                    day=day.isoformat(),
                    at=note.at,
                    by=note.who,
                    code="" if head is None else head.code,
                    last_event=known.last_event,
                    sheet=write(known),
                )
            )
            made = _closed(connection, day)
        assert made is not None  # it was put there above
        return made

    def paper(self, number: int, form: str, make: Callable[[], bytes]) -> bytes:
        """Return a paper of a closed day: made the first time, and the same bytes ever after.

        Args:
            number: The closing's.
            form: Which of its papers.
            make: Makes it. Called outside any transaction; of two that are made at once, one is kept.
        """
        wanted = select(day_end_papers.c.pdf).where(
            day_end_papers.c.number == number, day_end_papers.c.form == form
        )
        with self._database.reading() as connection:
            kept = connection.execute(wanted).scalar_one_or_none()
        if kept is not None:
            return bytes(kept)
        made = make()
        with self._database.writing() as connection:
            first = connection.execute(wanted).scalar_one_or_none()
            if first is not None:
                return bytes(first)
            connection.execute(insert(day_end_papers).values(number=number, form=form, pdf=made))
        return made


def _known(connection: Connection, since: datetime, until: datetime) -> Known:
    stepped = select(events.c.intent_id).where(events.c.at >= since, events.c.at < until)
    lasting = select(intents.c.id).where(
        intents.c.armed_at < until,
        or_(
            intents.c.state.in_(_OPEN),
            intents.c.confirmation == Confirmation.PENDING,
            intents.c.settled_at >= until,
            intents.c.confirmed_at >= until,
        ),
    )
    wanted = sorted(number for (number,) in connection.execute(union(stepped, lasting)))
    accounts: dict[int, Account] = {}
    courses: list[Course] = []
    for some in _in_parts(wanted):
        steps: dict[int, list[Step]] = {}
        rows = connection.execute(select(events).where(events.c.intent_id.in_(some)).order_by(events.c.id))
        for row in rows:
            steps.setdefault(row.intent_id, []).append(Step(row.id, read_event(row)))
        for row in connection.execute(_with_approver(some)):
            if row.account_id not in accounts:
                accounts[row.account_id] = read_account(connection, row.account_id)
            courses.append(
                Course(
                    intent=read_intent(row),
                    account=accounts[row.account_id],
                    approver=row.approver_name or "",
                    steps=tuple(steps[row.id]),
                )
            )
    newest = connection.execute(select(func.coalesce(func.max(events.c.id), 0))).scalar_one()
    closings = {date.fromisoformat(row.day): _closing(row) for row in connection.execute(_CLOSINGS)}
    first, last = ((at + aside).date().isoformat() for at, aside in ((since, -_ASIDE), (until, _ASIDE)))
    sheets = connection.execute(select(day_ends.c.sheet).where(day_ends.c.day.between(first, last)))
    return Known(courses=tuple(courses), closings=closings, sheets=tuple(sheets.scalars()), last_event=newest)


def _with_approver(numbers: list[int]) -> Select[Any]:
    return (
        select(intents, approvals.c.approver_name)
        .outerjoin(approvals, approvals.c.id == intents.c.approval)
        .where(intents.c.id.in_(numbers))
        .order_by(intents.c.id)
    )


def _in_parts(numbers: list[int]) -> Iterable[list[int]]:
    return (numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE))


def _closed(connection: Connection, day: date) -> tuple[Closing, str] | None:
    row = connection.execute(select(day_ends).where(day_ends.c.day == day.isoformat())).one_or_none()
    return None if row is None else (_closing(row), row.sheet)


def _closing(row: Row[Any]) -> Closing:
    return Closing(number=row.number, at=row.at, by=row.by, code=row.code, last_event=row.last_event)
