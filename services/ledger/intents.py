"""How an intent lies in its row, so that what was sent can be read back exactly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.domain.account import Account, Environment, GatewayName
from services.domain.money import Money
from services.domain.reversal import (
    Confirmation,
    Draft,
    Everything,
    Intent,
    IntentState,
    MoneyRequest,
    OrderKey,
    ReturnRequest,
    SettledBy,
    Settlement,
    Testimony,
    Verb,
    VoidRequest,
)
from services.ledger.columns import Value, instant, read
from services.ledger.connection import Row
from services.ledger.folding import fold

_VOID = "void"
_RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One step of an intent, as it was written down in the same transaction.

    Attributes:
        at: Aware, UTC.
        by: What an outcome rests on; None for armed and sent.
        confirmation: For a done one; SEEN also as a step of its own, with `state` still DONE.
        server_date: What the gateway's own clock said, where it answered.
    """

    intent_id: int
    at: datetime
    state: IntentState
    by: SettledBy | None
    code: str | None
    text: str | None
    evidence: str
    snapshot: int | None
    confirmation: Confirmation | None
    testimony: Testimony | None = None
    server_date: datetime | None = None


def require_whole(draft: Draft, account: Account) -> None:
    """Let a draft pass whose parts agree: what is locked, what is sent and what is counted are one thing.

    Raises:
        ValueError: They don't; the caller has a bug, and nothing may be sent.
    """
    request, order = draft.request, draft.order
    if (order.gateway, order.environment, order.merchant) != (
        account.gateway,
        account.environment,
        account.merchant,
    ):
        raise ValueError("the order is another account's")
    if isinstance(request, VoidRequest):
        agree = request.reference == order.reference and draft.verb is Verb.VOID
    else:
        agree = request.siparis_id == order.reference and request.verb is draft.verb
        if isinstance(request.amount, Money):
            agree = agree and request.amount == draft.amount
    if not agree:
        raise ValueError("the request is not what the draft says")
    if draft.amount.kurus <= 0:
        raise ValueError("nothing is given back")


def draft_values(draft: Draft) -> dict[str, Value]:
    """Write a draft as columns."""
    request = draft.request
    returns = isinstance(request, ReturnRequest)
    return {
        "gateway": draft.order.gateway,
        "environment": draft.order.environment,
        "merchant": draft.order.merchant,
        "reference": draft.order.reference,
        "request": _RETURN if returns else _VOID,
        "request_line": request.line if isinstance(request, ReturnRequest) else None,
        "everything": isinstance(request, ReturnRequest) and isinstance(request.amount, Everything),
        "payable": request.payable if isinstance(request, ReturnRequest) else None,
        "verb": draft.verb,
        "amount": draft.amount,
        "account_id": draft.account_id,
        "batch": draft.batch,
        "position": draft.position,
        "sold": draft.sold,
        "returned_there": draft.returned_there,
        "seen_snapshot": draft.seen_snapshot,
        "reason": draft.reason,
        "operator": draft.operator,
        "operator_id": draft.operator_id,
        "approval": draft.approval,
        "till": draft.till,
        "process": draft.process,
        "folded": fold(
            "\n".join([draft.order.reference, draft.line or "", draft.reason, draft.operator, draft.till])
        ),
    }


def settlement_values(settlement: Settlement) -> dict[str, Value]:
    """Write a settlement as columns."""
    said = settlement.testimony
    return {
        "state": settlement.state,
        "settled_at": settlement.at,
        "settled_by": settlement.by,
        "code": settlement.code,
        "text": settlement.text,
        "absence_settles": settlement.absence_settles,
        "evidence": settlement.evidence,
        "settled_snapshot": settlement.snapshot,
        "confirmation": settlement.confirmation,
        "person": said.person if said else None,
        "person_reason": said.reason if said else None,
        "panel_reference": said.reference if said else None,
        "approver": said.approver if said else None,
        "server_date": settlement.server_date,
    }


def read_intent(row: Row) -> Intent:
    """Read a row back."""
    return Intent(
        id=row["id"],
        draft=_draft(row),
        state=IntentState(row["state"]),
        armed_at=instant(row["armed_at"]),
        sent_at=read(instant, row["sent_at"]),
        settled=_settlement(row),
    )


def read_event(row: Row) -> Event:
    """Read a step back."""
    return Event(
        intent_id=row["intent_id"],
        at=instant(row["at"]),
        state=IntentState(row["state"]),
        by=read(SettledBy, row["by"]),
        code=row["code"],
        text=row["text"],
        evidence=row["evidence"],
        snapshot=row["snapshot"],
        confirmation=read(Confirmation, row["confirmation"]),
        testimony=_testimony(row),
        server_date=read(instant, row["server_date"]),
    )


def _draft(row: Row) -> Draft:
    return Draft(
        order=OrderKey(
            GatewayName(row["gateway"]), Environment(row["environment"]), row["merchant"], row["reference"]
        ),
        account_id=row["account_id"],
        batch=row["batch"],
        position=row["position"],
        request=_request(row),
        verb=Verb(row["verb"]),
        amount=Money(row["amount"]),
        sold=Money(row["sold"]),
        returned_there=Money(row["returned_there"]),
        seen_snapshot=row["seen_snapshot"],
        reason=row["reason"],
        operator=row["operator"],
        till=row["till"],
        process=row["process"],
        operator_id=row["operator_id"],
        approval=row["approval"],
    )


def _request(row: Row) -> MoneyRequest:
    if row["request"] == _VOID:
        return VoidRequest(row["reference"])
    return ReturnRequest(
        siparis_id=row["reference"],
        line=row["request_line"],
        verb=Verb(row["verb"]),
        amount=Everything.ALL_SELLERS if row["everything"] else Money(row["amount"]),
        payable=Money(row["payable"]),
    )


def _settlement(row: Row) -> Settlement | None:
    if row["settled_at"] is None:
        return None
    return Settlement(
        state=IntentState(row["state"]),
        by=SettledBy(row["settled_by"]),
        at=instant(row["settled_at"]),
        code=row["code"],
        text=row["text"],
        absence_settles=bool(row["absence_settles"]),
        evidence=row["evidence"],
        snapshot=row["settled_snapshot"],
        confirmation=read(Confirmation, row["confirmation"]),
        testimony=_testimony(row),
        server_date=read(instant, row["server_date"]),
    )


def _testimony(row: Row) -> Testimony | None:
    if row["person"] is None:
        return None
    return Testimony(
        person=row["person"],
        reason=row["person_reason"],
        reference=row["panel_reference"],
        approver=row["approver"],
    )
