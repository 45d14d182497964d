"""The last steps before the first byte: nothing is sent that was not written down, and a no is noted."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from services.audit import Audit
from services.breath import SHORTEST, Breath
from services.domain.account import Account, Secrets
from services.domain.audit import Act
from services.domain.errors import (
    Changed,
    Denied,
    InProgress,
    LedgerFault,
    LedgerUnavailable,
    NotAllowed,
    NotReversible,
    WhyNot,
)
from services.domain.evidence import What
from services.domain.money import ZERO
from services.domain.reversal import Intent, IntentState, MoneyRequest, SettledBy
from services.gateways.base import Answer, Queried, Verdict
from services.gateways.esnekpos import EsnekPos
from services.gateways.param import Param
from services.ledger.journal import Journal
from services.plans import LineReturn, VoidPlan, plan_return, plan_void
from services.sending import Sending, Sent
from services.simulator.entries import Sale
from services.simulator.faults import Fault, Operation
from tests.services.staff import CASHIER, staffed
from tests.shop import Shop, lira


def a_void(shop: Shop, sale: Sale) -> VoidPlan:
    return replace(plan_void(shop.look(sale), shop.clock.now()), reason="yanlış tutar")


class NeverBegun:
    """A hold that nobody may come to."""

    def wait(self, timeout: float) -> object:
        pytest.fail(f"somebody was kept waiting {timeout} seconds")

    def set(self) -> None:
        pass


def test_whoever_may_not_is_told_so_before_the_breath(shop: Shop) -> None:
    plan = a_void(shop, shop.a_sale(ago=timedelta(days=2)))
    staffed(shop, sits=CASHIER)

    with pytest.raises(NotAllowed) as no:
        shop.desk.reversals.execute(
            plan, operator=shop.desk.operator, breath=Breath(SHORTEST, waits=NeverBegun())
        )

    assert no.value.why is Denied.RIGHT


def test_an_order_that_is_open_is_pointed_to_without_asking_the_gateway(shop: Shop) -> None:
    sale = shop.a_sale()
    plan = a_void(shop, sale)
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    (unknown,) = shop.desk.reversals.execute(plan, operator="ayşe").intents
    queries = shop.book.queries_for(sale.reference)

    with pytest.raises(InProgress) as stopped:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert stopped.value.intent == unknown
    assert shop.book.queries_for(sale.reference) == queries


def test_a_sale_that_the_gateway_knows_no_more_is_not_voided(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = shop.a_sale()
    plan = a_void(shop, sale)
    query = EsnekPos.query

    def gone(
        gateway: EsnekPos, account: Account, secrets: Secrets, reference: str, *, fresh: bool
    ) -> Queried:
        return replace(query(gateway, account, secrets, reference, fresh=fresh), payment=None)

    monkeypatch.setattr(EsnekPos, "query", gone)

    with pytest.raises(NotReversible) as no:
        shop.desk.reversals.execute(plan, operator="ayşe")

    assert (no.value.why, no.value.account) == (WhyNot.NOT_FOUND, shop.esnekpos)
    assert shop.book.requests_for(sale.reference) == 0


def test_what_was_begun_elsewhere_while_the_gateway_was_asked_is_pointed_to_and_no_news(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The void that is out elsewhere shows in the answer already: that is where to look, not what to fear."""
    sale = shop.a_sale()
    plan = a_void(shop, sale)
    query = EsnekPos.query
    with monkeypatch.context() as between:

        def press_elsewhere(*asked: Any, fresh: bool) -> Queried:
            between.undo()
            shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
            for seen in (Fault.NOT_YET_VISIBLE, Fault.HTTP_500):
                shop.simulator.faults.next(seen, operation=Operation.ASK)
            shop.desk.reversals.execute(plan, operator="fatma")
            return query(*asked, fresh=fresh)

        between.setattr(EsnekPos, "query", press_elsewhere)
        with pytest.raises(InProgress) as stopped:
            shop.desk.reversals.execute(plan, operator="ayşe")

    assert stopped.value.intent.draft.operator == "fatma"
    assert shop.book.requests_for(sale.reference) == 1


def test_how_far_it_has_come_is_remembered_elsewhere_before_the_first_byte(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    stood: list[list[IntentState]] = []

    def advance(_: Audit) -> None:
        stood.append([intent.state for intent in shop.desk.lookup.reversals()])

    monkeypatch.setattr(Audit, "advance", advance)
    shop.restart()
    stood.clear()

    shop.void(shop.a_sale())

    assert stood == [[IntentState.ARMED], [IntentState.SENT]]


def test_a_move_whose_credentials_the_gateway_refuses_was_refused(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = shop.an_order("100,00")
    send = Param.send

    def shut(gateway: Param, account: Account, secrets: Secrets, request: MoneyRequest) -> Answer:
        return replace(send(gateway, account, secrets, request), verdict=Verdict.CREDENTIALS_REFUSED)

    monkeypatch.setattr(Param, "send", shut)

    (intent,) = shop.give_back(order, (0, "10,00", "10,00")).intents

    assert intent.state is IntentState.REFUSED
    assert intent.settled is not None
    assert intent.settled.by is SettledBy.ANSWER


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
        "the ledger: the disk is full",
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

    def then_no(sending: Sending, *args: Any, **values: Any) -> Sent:
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
