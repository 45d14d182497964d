"""A second person's yes, as the ledger keeps it: to exact requests, used up once and for good."""

from __future__ import annotations

from datetime import datetime

from services.domain.audit import Entry
from services.domain.operator import Approval, Operator
from services.ledger.audit import Trail
from services.ledger.columns import Value, instant
from services.ledger.connection import Connection, Row
from services.ledger.database import Database
from services.ledger.operators import ground_of


class Approvals:
    """Keeps approvals. Usable from any thread; both raise LedgerUnavailable when it can't be done."""

    def __init__(self, database: Database, trail: Trail) -> None:
        self._database = database
        self._trail = trail

    def give(self, digest: str, approver: Operator, *, asker: int, at: datetime, note: Entry) -> Approval:
        """Keep a new approval, with its row of the audit log.

        Args:
            digest: Of the requests.
            approver: Who gives it.
            asker: Whose requests they are, by the ledger's number.
            at: Aware, UTC.
            note: The row.
        """
        values: dict[str, Value] = {
            "digest": digest,
            "approver": approver.id,
            "approver_name": approver.name,
            "given_at": at,
            "asker": asker,
        }
        with self._database.writing() as connection:
            values["ground"] = ground_of(connection, asker, approver.id)
            row = connection.insert("approvals", values)
            self._trail.write(connection, note)
            return _approval(row)

    def get(self, approval_id: int) -> Approval:
        """Return one; KeyError when there is none of that number."""
        with self._database.reading() as connection:
            approval = read_approval(connection, approval_id)
        if approval is None:
            raise KeyError(approval_id)
        return approval


def read_approval(connection: Connection, approval_id: int) -> Approval | None:
    """Return one approval as a transaction sees it; None when there is none of that number."""
    row = connection.row("SELECT * FROM approvals WHERE id = ?", [approval_id])
    return None if row is None else _approval(row)


def use_approval(connection: Connection, approval: Approval, batch: str) -> None:
    """Use an approval up, in the transaction that needs it; once more for the same batch changes nothing."""
    if approval.batch is None:
        connection.run("UPDATE approvals SET batch = ? WHERE id = ?", [batch, approval.id])


def _approval(row: Row) -> Approval:
    return Approval(
        id=row["id"],
        digest=row["digest"],
        approver=row["approver"],
        approver_name=row["approver_name"],
        given_at=instant(row["given_at"]),
        asker=row["asker"],
        ground=row["ground"],
        batch=row["batch"],
    )
