"""How a look at an intent lies in its row: what an end rests on is kept with it, and never rewritten."""

from __future__ import annotations

from services.domain.evidence import Finding, Look
from services.ledger.columns import instant
from services.ledger.connection import Connection, Row


def keep_look(connection: Connection, intent_id: int, look: Look) -> None:
    """Write one look down, in the caller's transaction."""
    connection.insert(
        "looks",
        {
            "intent_id": intent_id,
            "begun_at": look.begun_at,
            "ended_at": look.ended_at,
            "finding": look.finding,
            "snapshot_id": look.snapshot,
        },
    )


def read_looks(connection: Connection, intent_id: int) -> list[Look]:
    """Return the looks that were kept of an intent, oldest first."""
    wanted = "SELECT * FROM looks WHERE intent_id = ? ORDER BY id"
    return [_look(row) for row in connection.rows(wanted, [intent_id])]


def _look(row: Row) -> Look:
    return Look(
        begun_at=instant(row["begun_at"]),
        ended_at=instant(row["ended_at"]),
        finding=Finding(row["finding"]),
        snapshot=row["snapshot_id"],
    )
