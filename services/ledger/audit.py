"""The audit log as it lies in the ledger: each row chained to the one before, none rewritten.

A row is written in the transaction of what it tells of. Without the key nothing can be chained: then
rows wait in a table of their own, and join the log once the key is there. Money does not go that way:
an intent is armed with a chained row or not at all.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from services.domain.audit import Act, AuditKey, Entry, Remembered, Row, fits, head_code, mac_of
from services.domain.errors import Missing, NotConfigured, NotVouched
from services.ledger.columns import Value, instant, utc_text, utf8
from services.ledger.connection import AFTER_ALL, Connection, inserting
from services.ledger.connection import Row as SqlRow
from services.ledger.database import Database
from services.ledger.vouching import every_about, state_of, unchanged_without_a_row

_HEAD = "SELECT seq, segment, mac FROM audit ORDER BY seq DESC LIMIT 1"
_BEFORE = "SELECT * FROM audit WHERE seq < ? ORDER BY seq DESC"
_RAW = """
SELECT seq, segment, CAST(at AS BLOB), CAST(who AS BLOB), CAST(what AS BLOB), CAST(subject AS BLOB),
       CAST(result AS BLOB), CAST(about AS BLOB), CAST(state AS BLOB), CAST(mac AS BLOB)
FROM audit ORDER BY seq
"""
_ABOUT = """
SELECT audit.*, coalesce(earlier.mac, '') AS before
FROM audit LEFT JOIN audit AS earlier ON earlier.seq = audit.seq - 1
WHERE instr(audit.subject, ?) = 1
ORDER BY audit.seq
"""
_LAST_ABOUT = """
SELECT audit.*, coalesce(earlier.mac, '') AS before
FROM audit LEFT JOIN audit AS earlier ON earlier.seq = audit.seq - 1
WHERE audit.about = ? AND audit.about <> '' ORDER BY audit.seq DESC LIMIT 1
"""
_LAST_WAITING = "SELECT id, state FROM audit_waiting WHERE about = ? ORDER BY id DESC LIMIT 1"
_OF = """
SELECT * FROM audit
WHERE subject = :reference OR instr(subject, :reference || ': ') = 1
      OR substr(subject, -length(:reference) - 1) = '/' || :reference
ORDER BY seq DESC LIMIT :limit
"""


Vouched = tuple[str, str]
"""What a row vouches for, and how that stood; both empty for most rows."""


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
        about: What it vouches for, and `state` how that stood; both empty for most rows.
        mac: Its keyed hash, over itself and `before`.
        before: The keyed hash of the row before it; empty for the first.
    """

    seq: int
    segment: int
    entry: Entry
    about: str
    state: str
    mac: str
    before: str


class Trail:
    """Writes and reads the audit log. Usable from any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._held: tuple[int, AuditKey] | None = None
        self._waiting: dict[int, Vouched] = {}
        """What waiting rows of this run vouch for; those that an earlier run left vouch for nothing."""

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

    def seal(self, said: bytes) -> str:
        """Return the keyed hash of something kept beside the ledger; raises as `require_key`."""
        if self._held is None:
            raise NotConfigured(Missing.AUDIT_KEY)
        segment, key = self._held
        return mac_of(key, seq=0, segment=segment, said=(b"beside the ledger", said), before=b"")

    def is_sealed(self, said: bytes, mac: str) -> bool:
        """Whether something kept beside the ledger has the seal of the held key; raises as `require_key`."""
        return hmac.compare_digest(self.seal(said).encode(), mac.encode("utf-8", "replace"))

    def hold(self, segment: int, key: AuditKey) -> None:
        """Take the key of the newest segment; whatever waited for it joins the log.

        Raises:
            LedgerUnavailable: The waiting rows can't be written; the key is held all the same.
        """
        if self._database.read_only:
            self._held = segment, key
            return
        try:
            with self._database.writing() as connection:
                self._held = segment, key  # by now nothing else is written: what waited comes before it
                self._take_in(connection)
        finally:
            self._held = segment, key

    def begin(self, key: AuditKey, *, who: str, at: datetime, without: Sequence[str] = ()) -> None:
        """Begin a segment with a new key; its first row names the end of the one before.

        A ledger's first row names the ledgers that it was begun `without`.
        """
        with self._database.writing() as connection:
            head = _head(connection)
            segment = head.segment + 1 if head else 1
            first = Entry(
                at=at,
                who=who,
                act=Act.SEGMENT,
                subject=head.code if head else "",
                result=f"segment {segment} begins" + "".join(f", without {name}" for name in without),
            )
            _append(connection, first, segment, key)
        self.hold(segment, key)

    def write(self, connection: Connection, entry: Entry, *, about: str = "") -> None:
        """Write a row in the transaction of what it tells of; without the key it waits.

        Args:
            connection: That transaction.
            entry: What it says.
            about: What was changed in it, if the log vouches for that: see `services.ledger.vouching`.
        """
        vouched = about, state_of(connection, about) if about else ""
        if self._held is None:
            row = connection.insert("audit_waiting", _values(entry, vouched))
            self._waiting[row["id"]] = vouched
        else:
            _append(connection, entry, *self._held, vouched)

    def require_vouched(self, connection: Connection, abouts: Iterable[str]) -> None:
        """Let pass what stands as the log says; a handful of reads through an index for each.

        Raises:
            NotVouched: What does not: changed by another way than this program, or its row was.
        """
        differing = self._differing(connection, abouts)
        if differing:
            raise NotVouched(differing)

    def differing(self) -> tuple[str, ...]:
        """Return all that does not stand as the log says: every intent, person and setting. Takes a while."""
        with self._database.reading() as connection:
            return self._differing(connection, every_about(connection))

    def vouch(self, about: str, entry: Entry) -> None:
        """Write a row for what stands now, whatever the log said of it before."""
        with self._database.writing() as connection:
            self.write(connection, entry, about=about)

    def _differing(self, connection: Connection, abouts: Iterable[str]) -> tuple[str, ...]:
        return tuple(one for one in abouts if not self._stands(connection, one))

    def _stands(self, connection: Connection, about: str) -> bool:
        waits = connection.row(
            "SELECT * FROM audit_waiting WHERE about = ? ORDER BY id DESC LIMIT 1", [about]
        )
        if waits is not None and self._waiting.get(waits["id"]) == (about, waits["state"]):
            return bool(waits["state"] == state_of(connection, about))
        row = connection.row(_LAST_ABOUT, [about])
        if row is None:
            return state_of(connection, about) == unchanged_without_a_row(about)
        if self._held is not None and row["segment"] == self._held[0]:
            said = (row["at"], row["who"], row["what"], row["subject"], row["result"], about, row["state"])
            raw = Row(
                row["seq"], row["segment"], tuple(utf8(one, "text") for one in said), row["mac"].encode()
            )
            if not fits(raw, self._held[1], before=row["before"].encode()):
                return False
        return bool(row["state"] == state_of(connection, about))

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
            found = connection.row("SELECT seq, segment, mac FROM audit WHERE seq = ?", [seq])
        return None if found is None else Head(*found)

    def reach(self, seq: int) -> tuple[Remembered, str | None]:
        """Return how far the ledger has come, and the keyed hash of one row; None where there is none.

        Both are of one state of the ledger: what is read piece by piece may be of two.
        """
        with self._database.reading() as connection:
            head = _head(connection)
            intents = int(connection.value("SELECT count(*) FROM intents"))
            mac: str | None = connection.value("SELECT mac FROM audit WHERE seq = ?", [seq])
        rows, last = (0, "") if head is None else (head.seq, head.mac)
        return Remembered(intents=intents, rows=rows, head=last), mac

    def waiting(self) -> int:
        """Return how many rows wait for the key."""
        with self._database.reading() as connection:
            return int(connection.value("SELECT count(*) FROM audit_waiting"))

    def newest(
        self, *, limit: int = 200, before: int | None = None, fits: Callable[[Entry], bool] | None = None
    ) -> list[tuple[int, Entry]]:
        """Return rows with their numbers, newest first; for the next page those `before` a number.

        Args:
            limit: How many at the most.
            before: A row's number.
            fits: Says which are wanted, of the whole log; called where this is. None for all.
        """
        last = AFTER_ALL if before is None else before
        with self._database.reading() as connection, connection.each(_BEFORE, [last]) as rows:
            read = ((row["seq"], _entry(row)) for row in rows)
            return list(islice((one for one in read if fits is None or fits(one[1])), limit))

    def about(self, intent_id: int) -> list[Linked]:
        """Return the rows about one intent, oldest first, each with what links it to the row before."""
        with self._database.reading() as connection:
            return [
                Linked(
                    row["seq"],
                    row["segment"],
                    _entry(row),
                    row["about"],
                    row["state"],
                    row["mac"],
                    row["before"],
                )
                for row in connection.rows(_ABOUT, [f"#{intent_id} "])
            ]

    def of(self, reference: str, *, limit: int = 100) -> list[Entry]:
        """Return rows whose subject names a reference, whole and not as a part of another, newest first."""
        with self._database.reading() as connection:
            found = connection.rows(_OF, {"reference": reference, "limit": limit})
            return [_entry(row) for row in found]

    @contextmanager
    def rows(self) -> Iterator[Iterator[Row]]:
        """Give every row as it lies there, oldest first, of one state of the log."""
        with self._database.reading() as connection, connection.each(_RAW) as found:
            yield (Row(seq, segment, tuple(said), mac) for seq, segment, *said, mac in found)

    def _take_in(self, connection: Connection) -> None:
        waiting = connection.rows("SELECT * FROM audit_waiting ORDER BY id")
        if self._held is None:
            return
        for row in waiting:
            vouched = row["about"], row["state"]
            known = self._waiting.get(row["id"]) == vouched
            _append(connection, _entry(row), *self._held, vouched if known else ("", ""))
        if waiting:
            connection.run("DELETE FROM audit_waiting WHERE id <= ?", [waiting[-1]["id"]])
        self._waiting.clear()


def _append(
    connection: Connection, entry: Entry, segment: int, key: AuditKey, vouched: Vouched = ("", "")
) -> None:
    head = _head(connection)
    seq = head.seq + 1 if head else 1
    values = _values(entry, vouched)
    said = (utc_text(entry.at), entry.who, entry.act.value, entry.subject, entry.result, *vouched)
    mac = mac_of(
        key,
        seq=seq,
        segment=segment,
        said=tuple(utf8(part, "text") for part in said),
        before=head.mac.encode() if head else b"",
    )
    values |= {"seq": seq, "segment": segment, "mac": mac}
    connection.run(inserting("audit", values), values)


def _entry(row: SqlRow) -> Entry:
    try:
        act = Act(row["what"])
    except ValueError:
        act = Act.UNREADABLE  # shown as it is: what is wrong with it, a check says
    return Entry(at=instant(row["at"]), who=row["who"], act=act, subject=row["subject"], result=row["result"])


def _head(connection: Connection) -> Head | None:
    found = connection.row(_HEAD)
    return None if found is None else Head(*found)


def _values(entry: Entry, vouched: Vouched) -> dict[str, Value]:
    return {
        "at": entry.at,
        "who": entry.who,
        "what": entry.act,
        "subject": entry.subject,
        "result": entry.result,
        "about": vouched[0],
        "state": vouched[1],
    }
