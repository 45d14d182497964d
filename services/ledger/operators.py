"""Who works here, as the ledger keeps them: roles, limits, hashes of PINs, and wrong PINs counted.

No PIN comes here, only what `argon2` made of it; and that leaves only for a comparison.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, Row, bindparam, func, insert, select, type_coerce, update
from sqlalchemy.exc import IntegrityError

from services.domain.audit import Entry
from services.domain.errors import InputProblem, InvalidInput
from services.domain.money import Money
from services.domain.operator import Limits, Operator, Role
from services.domain.reversal import IntentState
from services.ledger.audit import Trail
from services.ledger.database import Database, is_duplicate
from services.ledger.folding import fold
from services.ledger.schema import intents, operators
from services.ledger.settings import read_settings

_ONE = select(operators).where(operators.c.id == bindparam("operator"))
_NAMED = select(operators).where(operators.c.folded == bindparam("folded"))
_GIVEN = select(func.coalesce(func.sum(type_coerce(intents.c.amount, Integer)), 0)).where(
    intents.c.operator_id == bindparam("operator"),
    intents.c.armed_at >= bindparam("since", type_=intents.c.armed_at.type),
    intents.c.batch != bindparam("besides"),
    intents.c.state.not_in((IntentState.REFUSED, IntentState.NOT_SENT)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An operator with what is needed to let them in. Safe to log: the hash is not in its repr."""

    operator: Operator
    pin: str = field(repr=False)
    failed: int
    locked_until: datetime | None


class Register:
    """Keeps operators. Usable from any thread; every method raises LedgerUnavailable when it can't be done.

    Each change is written with its row of the audit log, in one transaction.
    """

    def __init__(self, database: Database, trail: Trail) -> None:
        self._database = database
        self._trail = trail

    def all(self, *, gone: bool = False) -> list[Operator]:
        """Return who works here, by name; those who no longer do as well, if asked."""
        wanted = select(operators).order_by(operators.c.folded)
        if not gone:
            wanted = wanted.where(operators.c.active.is_(True))
        with self._database.reading() as connection:
            return [_operator(row) for row in connection.execute(wanted)]

    def get(self, operator_id: int) -> Operator:
        """Return one operator; KeyError when there is none of that number."""
        with self._database.reading() as connection:
            return read_operator(connection, operator_id)

    def kept(self, operator_id: int) -> Kept:
        """Return one with the hash of their PIN; KeyError when there is none of that number."""
        with self._database.reading() as connection:
            return _kept(_row(connection, operator_id))

    def named(self, name: str) -> Operator | None:
        """Return the operator of a name, whatever its case; None when there is none."""
        with self._database.reading() as connection:
            row = connection.execute(_NAMED, {"folded": fold(name.strip())}).one_or_none()
        return None if row is None else _operator(row)

    def add(self, name: str, role: Role, limits: Limits, *, pin: str, note: Entry) -> Operator:
        """Keep a new operator.

        Raises:
            InvalidInput: ``name``: ALREADY_THERE, also of one who no longer works here.
        """
        values = _changeable(role, limits, active=True)
        values |= {"name": name, "folded": fold(name), "pin": pin, "failed": 0}
        with self._database.writing() as connection:
            try:
                row = connection.execute(insert(operators).values(values).returning(operators)).one()
            except IntegrityError as error:
                if not is_duplicate(error):
                    raise
                raise InvalidInput("name", InputProblem.ALREADY_THERE) from error
            self._trail.write(connection, note)
            return _operator(row)

    def change(self, operator: Operator, *, note: Entry) -> Operator:
        """Keep an operator's role, limits and whether they work here; the name stays what it was.

        Raises:
            InvalidInput: ``role``: LAST_OWNER: with PINs on, nobody could change anything any more.
            KeyError: There is none of that number.
        """
        values = _changeable(operator.role, operator.limits, active=operator.active)
        with self._database.writing() as connection:
            changed = update(operators).where(operators.c.id == operator.id).values(values)
            row = connection.execute(changed.returning(operators)).one_or_none()
            if row is None:
                raise KeyError(operator.id)
            if read_settings(connection).pins and not has_owner(connection):
                raise InvalidInput("role", InputProblem.LAST_OWNER)
            self._trail.write(connection, note)
            return _operator(row)

    def set_pin(self, operator_id: int, pin: str, *, note: Entry) -> None:
        """Keep another hash for an operator, and forgive what was typed wrong.

        Raises:
            KeyError: There is none of that number.
        """
        forgiven = {"pin": pin, "failed": 0, "locked_until": None}
        with self._database.writing() as connection:
            _row(connection, operator_id)
            connection.execute(update(operators).where(operators.c.id == operator_id).values(forgiven))
            self._trail.write(connection, note)

    def count_attempt(self, operator_id: int, *, now: datetime, most: int, locked_until: datetime) -> Kept:
        """Count an attempt to sign in **before** it is tried, so that a crash or a second window saves none.

        Args:
            operator_id: Whose PIN is about to be tried.
            now: Aware, UTC.
            most: So many wrong ones in a row lock.
            locked_until: Until when the last of them does.

        Returns:
            The operator as they stood before; locked ones as they are, without the attempt counted.
        """
        with self._database.writing() as connection:
            kept = _kept(_row(connection, operator_id))
            if kept.locked_until is not None and now < kept.locked_until:
                return kept
            failed = kept.failed + 1
            lock = failed >= most
            values = {"failed": 0 if lock else failed, "locked_until": locked_until if lock else None}
            connection.execute(update(operators).where(operators.c.id == operator_id).values(values))
            return Kept(operator=kept.operator, pin=kept.pin, failed=kept.failed, locked_until=None)

    def forgive(self, operator_id: int, *, note: Entry) -> Operator:
        """The PIN was right: forget the wrong ones before it. Returns the operator as they are now."""
        forgiven = {"failed": 0, "locked_until": None}
        with self._database.writing() as connection:
            connection.execute(update(operators).where(operators.c.id == operator_id).values(forgiven))
            self._trail.write(connection, note)
            return read_operator(connection, operator_id)


def read_operator(connection: Connection, operator_id: int) -> Operator:
    """Return one operator as a transaction sees them; KeyError when there is none."""
    return _operator(_row(connection, operator_id))


def has_owner(connection: Connection) -> bool:
    """Whether somebody who may do everything works here."""
    wanted = select(operators.c.id).where(operators.c.active.is_(True), operators.c.role == Role.OWNER)
    return connection.execute(wanted.limit(1)).first() is not None


def given_back(connection: Connection, operator_id: int, *, since: datetime, besides: str) -> Money:
    """Add up what an operator gave back, unknown outcomes and what is under way included.

    Args:
        connection: The transaction that decides.
        operator_id: Who; 0 where nobody signs in.
        since: The beginning of the business day; aware, UTC.
        besides: A batch that does not count.
    """
    of = {"operator": operator_id, "since": since, "besides": besides}
    return Money(connection.execute(_GIVEN, of).scalar_one())


def _row(connection: Connection, operator_id: int) -> Row[Any]:
    row = connection.execute(_ONE, {"operator": operator_id}).one_or_none()
    if row is None:
        raise KeyError(operator_id)
    return row


def _changeable(role: Role, limits: Limits, *, active: bool) -> dict[str, Any]:
    return {
        "role": role,
        "per_reversal": limits.per_reversal,
        "per_day": limits.per_day,
        "active": active,
    }


def _kept(row: Row[Any]) -> Kept:
    return Kept(operator=_operator(row), pin=row.pin, failed=row.failed, locked_until=row.locked_until)


def _operator(row: Row[Any]) -> Operator:
    return Operator(
        id=row.id,
        name=row.name,
        role=row.role,
        limits=Limits(per_reversal=row.per_reversal, per_day=row.per_day),
        active=row.active,
    )
