"""The audit log as it lies in the ledger: each row chained to the one before, none rewritten.

A row is written in the transaction of what it tells of. Without the key nothing can be chained: then
rows wait in a table of their own, and join the log once the key is there. Money does not go that way:
an intent is armed with a chained row or not at all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import Connection, LargeBinary, cast, delete, func, insert, or_, select
from sqlalchemy import Row as SqlRow

from services.domain.audit import Act, AuditKey, Entry, Row, head_code, mac_of
from services.domain.errors import Missing, NotConfigured
from services.ledger.columns import utc_text
from services.ledger.database import Database
from services.ledger.schema import audit, audit_waiting

_SAID = ("at", "who", "what", "subject", "result")
_HEAD = select(audit.c.seq, audit.c.segment, audit.c.mac).order_by(audit.c.seq.desc()).limit(1)
_INSERT = insert(audit)
_WAIT = insert(audit_waiting)
_NEWEST = select(audit).order_by(audit.c.seq.desc())
_RAW = select(
    audit.c.seq,
    audit.c.segment,
    *(cast(audit.c[name], LargeBinary) for name in (*_SAID, "mac")),
).order_by(audit.c.seq)


@dataclass(frozen=True, slots=True)
class Head:
    """The last row."""

    seq: int
    segment: int
    mac: str

    @property
    def code(self) -> str:
        """Its short code."""
        return head_code(self.seq, self.mac)


@dataclass(frozen=True, slots=True)
class Linked:
    """A row with its proof.

    Attributes:
        mac: Its keyed hash, over itself and `before`.
        before: The keyed hash of the row before it; empty for the first.
    """

    seq: int
    segment: int
    entry: Entry
    mac: str
    before: str


class Trail:
    """Writes and reads the audit log. Usable from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._held: tuple[int, AuditKey] | None = None

    @property
    def is_held(self) -> bool:
        """Whether the key is at hand."""
        return self._held is not None

    def require_key(self) -> None:
        """Let pass what must be in the chained log or not happen.

        Raises:
            NotConfigured: AUDIT_KEY.
        """
        if self._held is None:
            raise NotConfigured(Missing.AUDIT_KEY)

    def hold(self, segment: int, key: AuditKey) -> None:
        """Take the key of the newest segment; whatever waited for it joins the log.

        Raises:
            LedgerUnavailable: The waiting rows can't be written; the key is held all the same.
        """
        self._held = segment, key
        if not self._database.read_only:
            with self._database.writing() as connection:
                self._take_in(connection)

    def begin(self, key: AuditKey, *, who: str, at: datetime) -> None:
        """Begin a segment with a new key; its first row names the end of the one before."""
        with self._database.writing() as connection:
            head = _head(connection)
            segment = head.segment + 1 if head else 1
            first = Entry(
                at=at,
                who=who,
                act=Act.SEGMENT,
                subject=head.code if head else "",
                result=f"segment {segment} begins",
            )
            _append(connection, first, segment, key)
        self.hold(segment, key)

    def write(self, connection: Connection, entry: Entry) -> None:
        """Write a row in the transaction of what it tells of; without the key it waits."""
        if self._held is None:
            connection.execute(_WAIT, _values(entry))
        else:
            _append(connection, entry, *self._held)

    def note(self, entry: Entry) -> None:
        """Write a row in a transaction of its own."""
        with self._database.writing() as connection:
            self.write(connection, entry)

    def head(self) -> Head | None:
        """Return the last row; None while there is none."""
        with self._database.reading() as connection:
            return _head(connection)

    def head_in(self, connection: Connection) -> Head | None:
        """Return the last row as a transaction sees it."""
        return _head(connection)

    def at(self, seq: int) -> Head | None:
        """Return one row's place in the chain; None where there is none of that number."""
        with self._database.reading() as connection:
            found = connection.execute(
                select(audit.c.seq, audit.c.segment, audit.c.mac).where(audit.c.seq == seq)
            ).one_or_none()
        return None if found is None else Head(*found)

    def waiting(self) -> int:
        """Return how many rows wait for the key."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(audit_waiting)).scalar_one()

    def newest(
        self, *, limit: int = 200, before: int | None = None, fits: Callable[[Entry], bool] | None = None
    ) -> list[tuple[int, Entry]]:
        """Return rows with their numbers, newest first; for the next page those `before` a number.

        Args:
            limit: How many at the most.
            before: A row's number.
            fits: Says which are wanted, of the whole log; called where this is. None for all.
        """
        wanted = _NEWEST if fits is not None else _NEWEST.limit(limit)
        if before is not None:
            wanted = wanted.where(audit.c.seq < before)
        with self._database.reading() as connection:
            rows = connection.execution_options(yield_per=1000).execute(wanted)
            read = ((row.seq, _entry(row)) for row in rows)
            return list(islice((one for one in read if fits is None or fits(one[1])), limit))

    def about(self, intent_id: int) -> list[Linked]:
        """Return the rows about one intent, oldest first, each with what links it to the row before."""
        before = audit.alias("before")
        wanted = (
            select(audit, before.c.mac.label("before"))
            .outerjoin(before, before.c.seq == audit.c.seq - 1)
            .where(audit.c.subject.startswith(f"#{intent_id} ", autoescape=True))
            .order_by(audit.c.seq)
        )
        with self._database.reading() as connection:
            return [
                Linked(row.seq, row.segment, _entry(row), row.mac, row.before or "")
                for row in connection.execute(wanted)
            ]

    def of(self, reference: str, *, limit: int = 100) -> list[Entry]:
        """Return rows whose subject names a reference, whole and not as a part of another, newest first."""
        subject = audit.c.subject
        ends = subject == reference, subject.endswith("/" + reference, autoescape=True)
        begins = subject.startswith(reference + ": ", autoescape=True)
        wanted = select(audit).where(or_(*ends, begins)).order_by(audit.c.seq.desc()).limit(limit)
        with self._database.reading() as connection:
            return [_entry(row) for row in connection.execute(wanted)]

    @contextmanager
    def rows(self) -> Iterator[Iterator[Row]]:
        """Give every row as it lies there, oldest first, of one state of the log."""
        with self._database.reading() as connection:
            found = connection.execution_options(yield_per=1000).execute(_RAW)
            yield (Row(seq, segment, tuple(said), mac) for seq, segment, *said, mac in found)

    def _take_in(self, connection: Connection) -> None:
        waiting = connection.execute(select(audit_waiting).order_by(audit_waiting.c.id)).all()
        for row in waiting:
            self.write(connection, _entry(row))
        if waiting:
            connection.execute(delete(audit_waiting).where(audit_waiting.c.id <= waiting[-1].id))


def _append(connection: Connection, entry: Entry, segment: int, key: AuditKey) -> None:
    head = _head(connection)
    seq = head.seq + 1 if head else 1
    values = _values(entry)
    said = (utc_text(entry.at), entry.who, entry.act.value, entry.subject, entry.result)
    mac = mac_of(
        key,
        seq=seq,
        segment=segment,
        said=tuple(part.encode() for part in said),
        before=head.mac.encode() if head else b"",
    )
    connection.execute(_INSERT, values | {"seq": seq, "segment": segment, "mac": mac})


def _entry(row: SqlRow[Any]) -> Entry:
    try:
        act = Act(row.what)
    except ValueError:
        act = Act.UNREADABLE  # shown as it is: what is wrong with it, a check says
    return Entry(at=row.at, who=row.who, act=act, subject=row.subject, result=row.result)


def _head(connection: Connection) -> Head | None:
    found = connection.execute(_HEAD).one_or_none()
    return None if found is None else Head(*found)


def _values(entry: Entry) -> dict[str, object]:
    return {
        "at": entry.at,
        "who": entry.who,
        "what": entry.act.value,
        "subject": entry.subject,
        "result": entry.result,
    }
