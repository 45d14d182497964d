"""Closed business days, and the steps of the journal that their sheets are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from services.domain.account import Account
from services.domain.audit import Entry
from services.domain.day_sheet import Closing
from services.domain.reversal import Intent, IntentState
from services.ledger.accounts import read_account
from services.ledger.audit import Trail
from services.ledger.columns import Value, instant, listed
from services.ledger.connection import Connection, Row, inserting, marks
from services.ledger.database import Database
from services.ledger.intents import Event, read_event, read_intent

_CONCERNED = f"""
SELECT intent_id FROM events WHERE at >= :since AND at < :until
UNION
SELECT id FROM intents
WHERE armed_at < :until
      AND (
          state IN ({listed(state for state in IntentState if state.is_open)})
          OR confirmation = 'pending' OR settled_at >= :until OR confirmed_at >= :until
      )
"""
_CLOSINGS = 'SELECT number, day, at, "by", code, last_event FROM day_ends'
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
            values: dict[str, Value] = {
                "number": number,
                "day": day.isoformat(),
                "at": note.at,
                "by": note.who,
                "code": "" if head is None else head.code,
                "last_event": known.last_event,
                "sheet": write(known),
            }
            connection.insert("day_ends", values)
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
        wanted = "SELECT pdf FROM day_end_papers WHERE number = ? AND form = ?"
        with self._database.reading() as connection:
            kept = connection.value(wanted, [number, form])
        if kept is not None:
            return bytes(kept)
        made = make()
        with self._database.writing() as connection:
            first = connection.value(wanted, [number, form])
            if first is not None:
                return bytes(first)
            paper: dict[str, Value] = {"number": number, "form": form, "pdf": made}
            connection.run(inserting("day_end_papers", paper), paper)
        return made


def _known(connection: Connection, since: datetime, until: datetime) -> Known:
    concerned = connection.rows(_CONCERNED, {"since": since, "until": until})
    wanted = sorted(number for (number,) in concerned)
    accounts: dict[int, Account] = {}
    courses: list[Course] = []
    for some in _in_parts(wanted):
        steps: dict[int, list[Step]] = {}
        of_these = f"SELECT * FROM events WHERE intent_id IN ({marks(len(some))}) ORDER BY id"
        for row in connection.rows(of_these, some):
            steps.setdefault(row["intent_id"], []).append(Step(row["id"], read_event(row)))
        for row in connection.rows(_with_approver(len(some)), some):
            if row["account_id"] not in accounts:
                accounts[row["account_id"]] = read_account(connection, row["account_id"])
            courses.append(
                Course(
                    intent=read_intent(row),
                    account=accounts[row["account_id"]],
                    approver=row["approver_name"] or "",
                    steps=tuple(steps[row["id"]]),
                )
            )
    newest = connection.value("SELECT coalesce(max(id), 0) FROM events")
    closings = {date.fromisoformat(row["day"]): _closing(row) for row in connection.rows(_CLOSINGS)}
    around = [(at + aside).date().isoformat() for at, aside in ((since, -_ASIDE), (until, _ASIDE))]
    sheets = connection.rows("SELECT sheet FROM day_ends WHERE day BETWEEN ? AND ?", around)
    return Known(
        courses=tuple(courses),
        closings=closings,
        sheets=tuple(sheet for (sheet,) in sheets),
        last_event=newest,
    )


def _with_approver(count: int) -> str:
    return f"""
    SELECT intents.*, approvals.approver_name
    FROM intents LEFT JOIN approvals ON approvals.id = intents.approval
    WHERE intents.id IN ({marks(count)})
    ORDER BY intents.id
    """


def _in_parts(numbers: list[int]) -> Iterable[list[int]]:
    return (numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE))


def _closed(connection: Connection, day: date) -> tuple[Closing, str] | None:
    row = connection.row("SELECT * FROM day_ends WHERE day = ?", [day.isoformat()])
    return None if row is None else (_closing(row), row["sheet"])


def _closing(row: Row) -> Closing:
    return Closing(
        number=row["number"],
        at=instant(row["at"]),
        by=row["by"],
        code=row["code"],
        last_event=row["last_event"],
    )
