"""Use case: who here did what about one payment or order, besides giving it back.

Reversals have their journal. This is the rest of the log: who looked at a raw answer, entered the order,
left it for approval, approved, declined, was denied. Blocking; call on a worker thread.
"""

from __future__ import annotations

from services.domain.audit import Act, Entry
from services.domain.operator import Right
from services.ledger.audit import Trail
from services.seat import Guard

_TOLD = frozenset({Act.RAW, Act.ORDER, Act.APPROVAL, Act.PETITION, Act.DENIED, Act.EXPORT})
"""Not what the journal tells at length, and nothing about people or accounts."""


class Traces:
    """Reads the log about one reference. Usable from any thread."""

    def __init__(self, trail: Trail, guard: Guard) -> None:
        self._trail = trail
        self._guard = guard

    def of(self, reference: str, *, limit: int = 100) -> list[Entry]:
        """Return what was done about a reference, newest first.

        Raises:
            NotAllowed: Nobody is at the desk.
            LedgerUnavailable: The ledger can't be read.
        """
        self._guard.require(Right.LOOK)
        return [entry for entry in self._trail.of(reference, limit=limit) if entry.act in _TOLD]
