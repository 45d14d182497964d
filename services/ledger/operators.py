"""Who works here, as the ledger keeps them: roles, limits, hashes of PINs, and wrong PINs counted.

No PIN comes here, only what `argon2` made of it; and that leaves only for a comparison.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from services.domain.audit import Entry
from services.domain.errors import InputProblem, InvalidInput
from services.domain.money import Money
from services.domain.operator import Approval, Limits, Operator, Role
from services.ledger.audit import Trail
from services.ledger.columns import Value, instant, read
from services.ledger.connection import Connection, Row, setting
from services.ledger.database import Database, is_duplicate
from services.ledger.folding import fold_name
from services.ledger.settings import read_settings
from services.ledger.vouching import about_operator

_GIVEN = """
SELECT coalesce(sum(amount), 0) FROM intents
WHERE operator_id = :operator AND armed_at >= :since AND batch <> :besides
      AND state NOT IN ('refused', 'not_sent')
"""
_AGREED_TO = """
SELECT coalesce(sum(intents.amount), 0) FROM approvals JOIN intents ON intents.approval = approvals.id
WHERE approvals.approver = :operator AND approvals.given_at >= :given_since
      AND intents.armed_at >= :since AND intents.batch <> :besides
      AND intents.state NOT IN ('refused', 'not_sent')
"""
_LONGEST_BATCH = timedelta(days=1)
"""So long before an intent its approval was given at the most: a bound for the search, by far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An operator with what is needed to let them in. Safe to log: the hash is not in its repr."""

    operator: Operator
    pin: str = field(repr=False)
    failed: int
    locked_until: datetime | None

    @property
    def proof(self) -> str:
        """What a session stands on, as a digest: the role, the PIN, and that they work here."""
        return _digest(self.operator.role.value, self.operator.active, self.pin)


class Register:
    """Keeps operators. Usable from any thread; every method raises LedgerUnavailable when it can't be done.

    Each change is written with its row of the audit log, in one transaction.
    """

    def __init__(self, database: Database, trail: Trail) -> None:
        self._database = database
        self._trail = trail

    def all(self, *, gone: bool = False) -> list[Operator]:
        """Return who works here, by name; those who no longer do as well, if asked."""
        wanted = "SELECT * FROM operators WHERE :gone OR active ORDER BY folded"
        with self._database.reading() as connection:
            return [_operator(row) for row in connection.rows(wanted, {"gone": gone})]

    def get(self, operator_id: int) -> Operator:
        """Return one operator; KeyError when there is none of that number."""
        with self._database.reading() as connection:
            return read_operator(connection, operator_id)

    def kept(self, operator_id: int) -> Kept:
        """Return one with the hash of their PIN; KeyError when there is none of that number."""
        with self._database.reading() as connection:
            return _kept(_row(connection, operator_id))

    def named(self, name: str) -> Operator | None:
        """Return the operator of a name, however it is written; None when there is none."""
        with self._database.reading() as connection:
            row = connection.row("SELECT * FROM operators WHERE folded = ?", [fold_name(name)])
        return None if row is None else _operator(row)

    def add(self, name: str, role: Role, limits: Limits, *, pin: str, note: Entry) -> Operator:
        """Keep a new operator.

        Raises:
            InvalidInput: ``name``: ALREADY_THERE, also of one who no longer works here.
        """
        values = _changeable(role, limits, active=True)
        values |= {"name": name, "folded": fold_name(name), "pin": pin, "failed": 0}
        with self._database.writing() as connection:
            try:
                row = connection.insert("operators", values)
            except sqlite3.IntegrityError as error:
                if not is_duplicate(error):
                    raise
                raise InvalidInput("name", InputProblem.ALREADY_THERE) from error
            self._trail.write(connection, note, about=about_operator(row["id"]))
            return _operator(row)

    def change(self, operator: Operator, *, note: Entry) -> Operator:
        """Keep an operator's role, limits and whether they work here; the name stays what it was.

        Raises:
            InvalidInput: ``role``: LAST_OWNER: with PINs on, nobody could change anything any more.
            KeyError: There is none of that number.
        """
        values = _changeable(operator.role, operator.limits, active=operator.active)
        with self._database.writing() as connection:
            _row(connection, operator.id)
            _change(connection, operator.id, values)
            if read_settings(connection).pins and not has_owner(connection):
                raise InvalidInput("role", InputProblem.LAST_OWNER)
            self._trail.write(connection, note, about=about_operator(operator.id))
            return read_operator(connection, operator.id)

    def set_pin(self, operator_id: int, pin: str, *, note: Entry) -> None:
        """Keep another hash for an operator, and forgive what was typed wrong.

        Raises:
            KeyError: There is none of that number.
        """
        forgiven: dict[str, Value] = {"pin": pin, "failed": 0, "locked_until": None}
        with self._database.writing() as connection:
            _row(connection, operator_id)
            _change(connection, operator_id, forgiven)
            self._trail.write(connection, note, about=about_operator(operator_id))

    def count_attempt(self, operator_id: int, *, now: datetime, most: int, locked_until: datetime) -> Kept:
        """Count an attempt to sign in **before** it is tried, so that a crash or a second window saves none.

        Args:
            operator_id: Whose PIN is about to be tried.
            now: Aware, UTC.
            most: So many wrong ones in a row lock.
            locked_until: Until when the last of them does. No lock lasts longer: one that ends later was
                begun by a clock that was ahead then, and ends here.

        Returns:
            The operator as they stood before; locked ones as they are, without the attempt counted.
        """
        with self._database.writing() as connection:
            kept = _kept(_row(connection, operator_id))
            if kept.locked_until is not None and now < kept.locked_until:
                if kept.locked_until > locked_until:
                    _change(connection, operator_id, {"locked_until": locked_until})
                    return replace(kept, locked_until=locked_until)
                return kept
            failed = kept.failed + 1
            lock = failed >= most
            counted: dict[str, Value] = {
                "failed": 0 if lock else failed,
                "locked_until": locked_until if lock else None,
            }
            _change(connection, operator_id, counted)
            return Kept(operator=kept.operator, pin=kept.pin, failed=kept.failed, locked_until=None)

    def given_back(self, operator_id: int, *, since: datetime) -> Money:
        """Add up what one gave back or agreed to since the beginning of a business day; see `given_back`."""
        with self._database.reading() as connection:
            return given_back(connection, operator_id, since=since, besides="")

    def stands(self, approval: Approval) -> bool:
        """Whether an approval's two people are what they were when it was given."""
        with self._database.reading() as connection:
            return stands(connection, approval)

    def forgive(self, operator_id: int, *, note: Entry) -> Operator:
        """The PIN was right: forget the wrong ones before it. Returns the operator as they are now."""
        forgiven: dict[str, Value] = {"failed": 0, "locked_until": None}
        with self._database.writing() as connection:
            _change(connection, operator_id, forgiven)
            self._trail.write(connection, note)
            return read_operator(connection, operator_id)


def read_operator(connection: Connection, operator_id: int) -> Operator:
    """Return one operator as a transaction sees them; KeyError when there is none."""
    return _operator(_row(connection, operator_id))


def ground_of(connection: Connection, asker: int, approver: int) -> str:
    """Return what an approval stands on, as a digest: role, limits, PIN, and that both work here."""
    return _digest(_all_of(connection, asker), _all_of(connection, approver))


def stands(connection: Connection, approval: Approval) -> bool:
    """Whether an approval's two people are what they were when it was given, as a transaction sees them."""
    return approval.ground == ground_of(connection, approval.asker, approval.approver)


def _all_of(connection: Connection, operator_id: int) -> str:
    found = connection.row("SELECT * FROM operators WHERE id = ?", [operator_id])
    if found is None:
        return "nobody signs in"
    return _digest(
        found["id"],
        found["role"],
        found["per_reversal"],
        found["per_day"],
        bool(found["active"]),
        found["pin"],
    )


def _digest(*said: str | int | bool | None) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode("ascii")).hexdigest()


def has_owner(connection: Connection) -> bool:
    """Whether somebody who may do everything works here."""
    wanted = "SELECT EXISTS (SELECT 1 FROM operators WHERE active AND role = ?)"
    return bool(connection.value(wanted, [Role.OWNER]))


def given_back(connection: Connection, operator_id: int, *, since: datetime, besides: str) -> Money:
    """Add up what an operator gave back or agreed to, unknown outcomes and what is under way included.

    Args:
        connection: The transaction that decides.
        operator_id: Who; 0 where nobody signs in.
        since: The beginning of the business day; aware, UTC.
        besides: A batch that does not count.
    """
    asked: dict[str, Value] = {"operator": operator_id, "since": since, "besides": besides}
    given = Money(connection.value(_GIVEN, asked))
    agreed_to = Money(connection.value(_AGREED_TO, asked | {"given_since": since - _LONGEST_BATCH}))
    return given + agreed_to


def _row(connection: Connection, operator_id: int) -> Row:
    row = connection.row("SELECT * FROM operators WHERE id = ?", [operator_id])
    if row is None:
        raise KeyError(operator_id)
    return row


def _change(connection: Connection, operator_id: int, values: dict[str, Value]) -> None:
    changed = f"UPDATE operators SET {setting(values)} WHERE id = :operator_id"
    connection.run(changed, values | {"operator_id": operator_id})


def _changeable(role: Role, limits: Limits, *, active: bool) -> dict[str, Value]:
    return {
        "role": role,
        "per_reversal": limits.per_reversal,
        "per_day": limits.per_day,
        "active": active,
    }


def _kept(row: Row) -> Kept:
    return Kept(
        operator=_operator(row),
        pin=row["pin"],
        failed=row["failed"],
        locked_until=read(instant, row["locked_until"]),
    )


def _operator(row: Row) -> Operator:
    limits = Limits(per_reversal=read(Money, row["per_reversal"]), per_day=read(Money, row["per_day"]))
    return Operator(
        id=row["id"],
        name=row["name"],
        role=Role(row["role"]),
        limits=limits,
        active=bool(row["active"]),
    )
