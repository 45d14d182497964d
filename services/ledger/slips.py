"""Slips that were made, counted in the ledger before the paper is: none can be made that is not counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.domain.audit import Entry
from services.domain.paper import SlipForm
from services.ledger.audit import Trail
from services.ledger.columns import Value
from services.ledger.connection import Connection, inserting
from services.ledger.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A slip that may be made now.

    Attributes:
        number: From 1, for one confirmation and how it had ended.
        code: The short code of the newest row of the audit log, this slip's own if the key is at hand.
    """

    number: int
    code: str


class Slips:
    """Counts slips. Usable from any thread; both raise LedgerUnavailable when it can't be done."""

    def __init__(self, database: Database, trail: Trail) -> None:
        self._database = database
        self._trail = trail

    def made(self, batch: str, outcome: str) -> int:
        """Return how many there are of one confirmation as it had ended."""
        with self._database.reading() as connection:
            return _made(connection, batch, outcome)

    def count(
        self, intent_id: int, *, batch: str, outcome: str, at: datetime, form: SlipForm, note: Entry
    ) -> Counted:
        """Count one more, with its row of the audit log, in one transaction.

        Args:
            intent_id: The first intent it tells of.
            batch: The confirmation.
            outcome: How its intents had ended; a slip of another outcome is no copy of this one.
            at: Aware, UTC.
            form: How it leaves the desk.
            note: What the audit log says of it; the number is put behind its result.
        """
        with self._database.writing() as connection:
            number = 1 + _made(connection, batch, outcome)
            values: dict[str, Value] = {
                "intent_id": intent_id,
                "batch": batch,
                "outcome": outcome,
                "number": number,
                "at": at,
                "who": note.who,
                "form": form,
            }
            connection.run(inserting("slips", values), values)
            told = Entry(
                at=note.at,
                who=note.who,
                act=note.act,
                subject=note.subject,
                result=f"{note.result}, number {number}",
            )
            self._trail.write(connection, told)
            head = self._trail.head_in(connection)
        return Counted(number=number, code="" if head is None else head.code)


def _made(connection: Connection, batch: str, outcome: str) -> int:
    wanted = "SELECT count(*) FROM slips WHERE batch = ? AND outcome = ?"
    return int(connection.value(wanted, [batch, outcome]))
