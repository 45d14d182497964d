"""Wishes left for somebody else to approve, as the ledger keeps them. Nothing here arms or locks anything."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    Row,
    Table,
    Text,
    bindparam,
    exists,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError

from services.domain.account import Environment, GatewayName
from services.domain.audit import Entry
from services.domain.errors import InputProblem, InvalidInput
from services.domain.money import Money
from services.domain.operator import Approval
from services.domain.petition import Petition, PetitionState
from services.domain.reversal import Everything, MoneyRequest, OrderKey, ReturnRequest, Verb, VoidRequest
from services.ledger.approvals import read_approval
from services.ledger.audit import Trail
from services.ledger.columns import Flag, Kurus, Utc, Word
from services.ledger.database import Database, is_duplicate
from services.ledger.schema import approvals, metadata, one_of

petitions = Table(
    "petitions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("gateway", Word(GatewayName), nullable=False),
    Column("environment", Word(Environment), nullable=False),
    Column("merchant", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("account_id", ForeignKey("accounts.id"), nullable=False),
    Column("requests", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("amount", Kurus, nullable=False),
    Column("late", Flag, nullable=False),
    Column("sale_day", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("literal_rule", Flag, nullable=False),
    Column("reason", Text, nullable=False),
    Column("asker", ForeignKey("operators.id"), nullable=False),
    Column("asker_name", Text, nullable=False),
    Column("asked_at", Utc, nullable=False),
    Column("state", Word(PetitionState), nullable=False),
    Column("approval", ForeignKey("approvals.id")),
    Column("decided_by", Text, nullable=False),
    Column("decided_at", Utc),
    Column("said", Text, nullable=False),
    one_of("gateway", GatewayName),
    one_of("environment", Environment),
    one_of("state", PetitionState),
    CheckConstraint("amount > 0", name="amount_is_positive"),
    CheckConstraint("state <> 'approved' OR approval IS NOT NULL", name="approved_has_its_approval"),
    Index(
        "one_open_petition_of_an_order",
        "gateway",
        "environment",
        "merchant",
        "reference",
        unique=True,
        sqlite_where=text("state IN ('waiting', 'approved')"),
    ),
    sqlite_autoincrement=True,
    sqlite_strict=True,
)
"""The table, beside what alone reads and writes it."""

_OPEN = (PetitionState.WAITING, PetitionState.APPROVED)
_SHOWN = (*_OPEN, PetitionState.DECLINED)
_ONE = select(petitions).where(petitions.c.id == bindparam("petition"))
_USED = exists().where(approvals.c.id == petitions.c.approval, approvals.c.batch.is_not(None))


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
            self._close_sent(connection)
            try:
                row = connection.execute(
                    insert(petitions).values(_values(petition)).returning(petitions)
                ).one()
            except IntegrityError as error:
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
        wanted = select(petitions).where(petitions.c.state.in_(_SHOWN)).order_by(petitions.c.id)
        with self._database.reading() as connection:
            found = [_petition(connection, row) for row in connection.execute(wanted).all()]
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
        values = {"state": state, "decided_by": who, "decided_at": at}
        if said:
            values["said"] = said
        before = _SHOWN if state is PetitionState.DROPPED else _OPEN
        return self._step(petition_id, before, values, note)

    def _step(
        self,
        petition_id: int,
        before: tuple[PetitionState, ...],
        values: dict[str, Any],
        note: Entry | None = None,
    ) -> Petition:
        with self._database.writing() as connection:
            changed = (
                update(petitions)
                .where(petitions.c.id == petition_id, petitions.c.state.in_(before))
                .values(values)
                .returning(petitions)
            )
            row = connection.execute(changed).one_or_none()
            if row is None:
                _read(connection, petition_id)
                raise InvalidInput("petition", InputProblem.NOT_CONFIRMED)
            if note is not None:
                self._trail.write(connection, note)
            return _petition(connection, row)

    def _close_sent(self, connection: Connection) -> None:
        """Whose approval was used up has been sent, also where the program ended before it could say so."""
        closed = {"state": PetitionState.SENT}
        connection.execute(
            update(petitions).where(petitions.c.state == PetitionState.APPROVED, _USED).values(closed)
        )


def _read(connection: Connection, petition_id: int) -> Petition:
    row = connection.execute(_ONE, {"petition": petition_id}).one_or_none()
    if row is None:
        raise KeyError(petition_id)
    return _petition(connection, row)


def _petition(connection: Connection, row: Row[Any]) -> Petition:
    approval = None if row.approval is None else read_approval(connection, row.approval)
    used = approval is not None and approval.batch is not None
    order = OrderKey(row.gateway, row.environment, row.merchant, row.reference)
    return Petition(
        id=row.id,
        order=order,
        account_id=row.account_id,
        requests=_requests(order, row.requests),
        digest=row.digest,
        amount=row.amount,
        late=row.late,
        sale_day=date.fromisoformat(row.sale_day),
        seen=row.seen,
        literal_rule=row.literal_rule,
        reason=row.reason,
        asker=row.asker,
        asker_name=row.asker_name,
        asked_at=row.asked_at,
        state=PetitionState.SENT if used and row.state is PetitionState.APPROVED else row.state,
        approval=approval,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        said=row.said,
    )


def _values(petition: Petition) -> dict[str, Any]:
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
