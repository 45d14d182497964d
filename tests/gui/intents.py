"""Reversals in whatever state a screen has to show."""

from __future__ import annotations

from datetime import UTC, datetime

from services.domain.account import Environment, GatewayName
from services.domain.money import ZERO, Money
from services.domain.reversal import (
    Confirmation,
    Draft,
    Intent,
    IntentState,
    OrderKey,
    ReturnRequest,
    SettledBy,
    Settlement,
    Verb,
    VoidRequest,
)
from tests.builders import GUIDS, lira

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def an_intent(
    state: IntentState, *, part: Money | None = None, confirmation: Confirmation | None = None
) -> Intent:
    """Make one: a whole void at EsnekPOS, or `part` of a seller's line at Param."""
    gateway, verb = GatewayName.ESNEKPOS, Verb.VOID
    request: VoidRequest | ReturnRequest = VoidRequest("A1")
    if part is not None:
        gateway, verb = GatewayName.PARAM, Verb.REFUND
        request = ReturnRequest(siparis_id="A1", line=GUIDS[0], verb=verb, amount=part, payable=ZERO)
    draft = Draft(
        order=OrderKey(gateway, Environment.LIVE, "10738", "A1"),
        account_id=1,
        batch="b",
        position=0,
        request=request,
        verb=verb,
        amount=part or lira("250,00"),
        sold=lira("250,00"),
        returned_there=ZERO,
        seen_snapshot=None,
        reason="müşteri vazgeçti",
        operator="ayşe",
        till="kasa-1",
        process="p",
    )
    ended = state not in {IntentState.ARMED, IntentState.SENT}
    settled = Settlement(state=state, by=SettledBy.ANSWER, at=AT, confirmation=confirmation)
    return Intent(id=7, draft=draft, state=state, armed_at=AT, sent_at=AT, settled=settled if ended else None)
