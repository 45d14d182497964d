"""The last steps before the first byte: nothing is sent that was not written down, and a no is noted."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

import pytest

from services.domain.audit import Act
from services.domain.errors import Changed, Denied, LedgerFault, LedgerUnavailable, NotAllowed
from services.domain.evidence import What
from services.domain.money import ZERO
from services.domain.reversal import Intent, IntentState, SettledBy
from services.gateways.base import Answer
from services.gateways.esnekpos import EsnekPos
from services.ledger.journal import Journal
from services.plans import LineReturn, plan_return
from services.sending import Sending
from tests.shop import Shop, lira


def test_what_cannot_be_written_down_as_sent_is_not_sent_and_frees_the_order(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = shop.a_sale()

    def refuse(*_: object, **__: object) -> Intent:
        raise LedgerUnavailable(shop.folder, LedgerFault.DISK_FULL)

    with monkeypatch.context() as disk:
        disk.setattr(Journal, "sent", refuse)
        with pytest.raises(LedgerUnavailable):
            shop.void(sale)

    (intent,) = shop.desk.lookup.reversals()
    assert intent.state is IntentState.NOT_SENT
    assert intent.settled is not None
    assert (intent.settled.by, intent.settled.evidence) == (
        SettledBy.TRANSPORT,
        "the ledger could not be written",
    )
    assert shop.book.requests_for(sale.reference) == 0
    assert shop.void(sale).intents[0].state is IntentState.DONE


def test_a_bug_on_the_way_leaves_an_unknown_outcome_and_says_only_what_kind_it_was(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sale = shop.a_sale()

    def broken(*_: object) -> Answer:
        raise RuntimeError("a secret could stand here")

    monkeypatch.setattr(EsnekPos, "send", broken)

    with caplog.at_level(logging.ERROR):
        (intent,) = shop.void(sale).intents

    assert intent.state is IntentState.OUTCOME_UNKNOWN
    assert intent.settled is not None
    assert intent.settled.evidence == "RuntimeError"
    assert "secret" not in caplog.text


def test_an_order_that_was_entered_anew_since_it_was_seen_is_stopped(shop: Shop) -> None:
    order = shop.an_order("100,00")
    part = LineReturn(line=order.lines[0].guid, amount=lira("10,00"), payable=lira("10,00"))
    plan = plan_return(shop.view(order), (part,), shop.clock.now())
    (line,) = order.lines
    shop.desk.orders.save(shop.param, replace(order, lines=(replace(line, seller="Başka Mağaza"),)))

    with pytest.raises(Changed) as stopped:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert [difference.what for difference in stopped.value.differences] == [What.ORDER]
    assert shop.book.requests_for(order.siparis_id) == 0


def denials(shop: Shop) -> list[str]:
    return [entry.result for _, entry in shop.desk.audit.entries() if entry.act is Act.DENIED]


def test_what_was_let_through_is_not_written_down_as_denied(shop: Shop) -> None:
    shop.void(shop.a_sale())

    assert denials(shop) == []


def test_a_no_before_the_second_line_is_written_down_though_the_first_was_sent(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = shop.an_order("100,00", "50,00")
    one = Sending.one

    def then_no(sending: Sending, *args: Any, **values: Any) -> Intent:
        if shop.book.requests_for(order.siparis_id):
            raise NotAllowed(Denied.NOBODY)
        return one(sending, *args, **values)

    monkeypatch.setattr(Sending, "one", then_no)
    what = tuple(LineReturn(line=line.guid, amount=line.amount, payable=ZERO) for line in order.lines)

    executed = shop.desk.reversals.execute(
        plan_return(shop.view(order), what, shop.clock.now()), operator="ayşe"
    )

    assert [intent.state for intent in executed.intents] == [IntentState.DONE]
    assert isinstance(executed.stopped_by, NotAllowed)
    assert denials(shop) == [str(executed.stopped_by)]
