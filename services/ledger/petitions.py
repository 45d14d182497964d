"""Wishes left for somebody else to approve, as the ledger keeps them. Nothing here arms or locks anything."""

from __future__ import annotations

import json
import sqlite3
from datetime import date, datetime
from typing import Any

from services.domain.account import Environment, GatewayName
from services.domain.audit import Entry
from services.domain.errors import InputProblem, InvalidInput
from services.domain.money import Money
from services.domain.operator import Approval
from services.domain.petition import Petition, PetitionState
from services.domain.reversal import Everything, MoneyRequest, OrderKey, ReturnRequest, Verb, VoidRequest
from services.ledger.approvals import read_approval
from services.ledger.audit import Trail
from services.ledger.columns import Value, instant, listed, read
from services.ledger.connection import Connection, Row, setting
from services.ledger.database import Database, is_duplicate

_OPEN = (PetitionState.WAITING, PetitionState.APPROVED)
_SHOWN = (*_OPEN, PetitionState.DECLINED)
_CLOSE_SENT = """
UPDATE petitions SET state = 'sent'
WHERE state = 'approved'
      AND EXISTS (SELECT 1 FROM approvals WHERE id = petitions.approval AND batch IS NOT NULL)
"""


class Petitions:
    """Keeps petitions. Usable from any thread; every method raises LedgerUnavailable when it can't be done.

    Each change is written with its row of the audit log, in one transaction.
    """

    def __init__(self, database: Database, trail: Trail) -> None:
        self._database = database
        self._trail = trail

    def leave(self, petition: Petition, *, note: Entry) -> Petition:
        """Keep a new petition.

        Raises:
            InvalidInput: ``petition``: ALREADY_THERE: one about this order waits already.
        """
        with self._database.writing() as connection:
            # Whose approval was used up has been sent, also where the program ended before it could say so.
            connection.run(_CLOSE_SENT)
            try:
                row = connection.insert("petitions", _values(petition))
            except sqlite3.IntegrityError as error:
                if not is_duplicate(error):
                    raise
                raise InvalidInput("petition", InputProblem.ALREADY_THERE) from error
            self._trail.write(connection, note)
            return _petition(connection, row)

    def get(self, petition_id: int) -> Petition:
        """Return one; KeyError when there is none of that number."""
        with self._database.reading() as connection:
            return _read(connection, petition_id)

    def shown(self) -> list[Petition]:
        """Return those that wait, are approved, or were declined and not dropped since; oldest first."""
        wanted = f"SELECT * FROM petitions WHERE state IN ({listed(_SHOWN)}) ORDER BY id"
        with self._database.reading() as connection:
            found = [_petition(connection, row) for row in connection.rows(wanted)]
        return [petition for petition in found if petition.state is not PetitionState.SENT]

    def approve(self, petition_id: int, approval: Approval) -> Petition:
        """Keep a second person's yes; instead of the one before, if that ran out unused."""
        return self._step(petition_id, _OPEN, {"state": PetitionState.APPROVED, "approval": approval.id})

    def end(
        self, petition_id: int, state: PetitionState, *, who: str, at: datetime, said: str, note: Entry
    ) -> Petition:
        """Decline, drop or close one that is not over.

        Raises:
            InvalidInput: ``petition``: NOT_CONFIRMED: it is over already.
        """
        values: dict[str, Value] = {"state": state, "decided_by": who, "decided_at": at}
        if said:
            values["said"] = said
        before = _SHOWN if state is PetitionState.DROPPED else _OPEN
        return self._step(petition_id, before, values, note)

    def _step(
        self,
        petition_id: int,
        before: tuple[PetitionState, ...],
        values: dict[str, Value],
        note: Entry | None = None,
    ) -> Petition:
        changed = f"""
        UPDATE petitions SET {setting(values)}
        WHERE id = :petition AND state IN ({listed(before)})
        RETURNING *
        """
        with self._database.writing() as connection:
            row = connection.row(changed, values | {"petition": petition_id})
            if row is None:
                _read(connection, petition_id)
                raise InvalidInput("petition", InputProblem.NOT_CONFIRMED)
            if note is not None:
                self._trail.write(connection, note)
            return _petition(connection, row)


def _read(connection: Connection, petition_id: int) -> Petition:
    row = connection.row("SELECT * FROM petitions WHERE id = ?", [petition_id])
    if row is None:
        raise KeyError(petition_id)
    return _petition(connection, row)


def _petition(connection: Connection, row: Row) -> Petition:
    approval = None if row["approval"] is None else read_approval(connection, row["approval"])
    used = approval is not None and approval.batch is not None
    state = PetitionState(row["state"])
    order = OrderKey(
        GatewayName(row["gateway"]), Environment(row["environment"]), row["merchant"], row["reference"]
    )
    return Petition(
        id=row["id"],
        order=order,
        account_id=row["account_id"],
        requests=_requests(order, row["requests"]),
        digest=row["digest"],
        amount=Money(row["amount"]),
        late=bool(row["late"]),
        sale_day=date.fromisoformat(row["sale_day"]),
        seen=row["seen"],
        literal_rule=bool(row["literal_rule"]),
        reason=row["reason"],
        asker=row["asker"],
        asker_name=row["asker_name"],
        asked_at=instant(row["asked_at"]),
        state=PetitionState.SENT if used and state is PetitionState.APPROVED else state,
        approval=approval,
        decided_by=row["decided_by"],
        decided_at=read(instant, row["decided_at"]),
        said=row["said"],
    )


def _values(petition: Petition) -> dict[str, Value]:
    return {
        "gateway": petition.order.gateway,
        "environment": petition.order.environment,
        "merchant": petition.order.merchant,
        "reference": petition.order.reference,
        "account_id": petition.account_id,
        "requests": json.dumps([_said(request) for request in petition.requests]),
        "digest": petition.digest,
        "amount": petition.amount,
        "late": petition.late,
        "sale_day": petition.sale_day.isoformat(),
        "seen": petition.seen,
        "literal_rule": petition.literal_rule,
        "reason": petition.reason,
        "asker": petition.asker,
        "asker_name": petition.asker_name,
        "asked_at": petition.asked_at,
        "state": PetitionState.WAITING,
        "decided_by": "",
        "said": "",
    }


def _said(request: MoneyRequest) -> dict[str, str | int]:
    """Write a request down; everything is a word of its own, never an amount."""
    if isinstance(request, VoidRequest):
        return {"kind": "void"}
    return {
        "kind": "return",
        "line": request.line,
        "verb": request.verb.value,
        "amount": "everything" if isinstance(request.amount, Everything) else request.amount.kurus,
        "payable": request.payable.kurus,
    }


def _requests(order: OrderKey, text: str) -> tuple[MoneyRequest, ...]:
    return tuple(_request(order, said) for said in json.loads(text))


def _request(order: OrderKey, said: dict[str, Any]) -> MoneyRequest:
    if said["kind"] == "void":
        return VoidRequest(order.reference)
    amount = said["amount"]
    return ReturnRequest(
        siparis_id=order.reference,
        line=said["line"],
        verb=Verb(said["verb"]),
        amount=Everything.ALL_SELLERS if amount == "everything" else Money(amount),
        payable=Money(said["payable"]),
    )
