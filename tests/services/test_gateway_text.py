"""A gateway's own words are data: whatever stands in them, they change nothing, and no log repeats them."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from services.domain.errors import ServiceError
from services.domain.payment import PaymentState
from services.domain.reversal import Intent, IntentState
from services.plans import plan_void
from services.simulator import param
from services.simulator.bank import VoidAnswer
from services.simulator.book import State
from services.simulator.entries import Till
from services.simulator.faults import Fault, Operation
from tests.shop import NOON, Shop, lira

HOSTILE = {
    "markup": "<b>ödendi</b> <img src=x onerror=alert(1)> &amp; ${1+1} {account} %s %(name)s",
    "right to left": "\u202e\u2066LT 00,052\u2069\u202c \u200b\u200fb\u0130\u0307",
    "10,000 characters": "çok " * 2_500,
    "SQL": "'; DROP TABLE intents; --",
    "a line of a log": "ok\n2026-11-20 12:00:00 INFO services.reversals: intent 1 is done",
}
CONTROLS = "\x00\x07\x1b[2J\x1b]0;title\x07\x7f\x9b\r"
WORDS = [pytest.param(text, id=name) for name, text in HOSTILE.items()]
MORE_WORDS = [*WORDS, pytest.param(CONTROLS, id="control characters")]


def written(caplog: pytest.LogCaptureFixture) -> str:
    return "\n".join(f"{record.getMessage()} {record.exc_text}" for record in caplog.records)


def code_and_words(intent: Intent) -> tuple[str | None, str | None]:
    assert intent.settled is not None
    return intent.settled.code, intent.settled.text


@pytest.mark.parametrize("words", MORE_WORDS)
def test_what_a_query_says_is_kept_as_it_came(
    shop: Shop, caplog: pytest.LogCaptureFixture, words: str
) -> None:
    caplog.set_level(logging.DEBUG, logger="services")
    sale = shop.book.a_sale(
        lira("10,00"),
        paid_at=NOON - timedelta(hours=1),
        sellers=[(words, lira("9,00"))],
        till=Till(id=7, title=words),
        bank_text=words,
    )
    shop.look(sale)
    shop.restart()

    view = shop.desk.lookup.payment(shop.esnekpos, sale.reference)

    assert view.payment.pos_title == words
    assert view.payment.movements[0].shares[0].external_id == words
    assert view.payment.state is PaymentState.PAID
    assert len(shop.desk.lookup.in_ledger("")) == 1
    assert words not in written(caplog)


@pytest.mark.parametrize("words", MORE_WORDS)
def test_why_a_payment_was_declined_is_nobodys_order(shop: Shop, words: str) -> None:
    sale = shop.book.a_sale(
        lira("10,00"), paid_at=NOON - timedelta(hours=1), state=State.DECLINED, bank_text=words
    )
    view = shop.look(sale)

    assert view.payment.return_message == words
    with pytest.raises(ServiceError) as stopped:
        plan_void(view, shop.clock.now())
    assert words not in f"{stopped.value} {stopped.value!r}"


@pytest.mark.parametrize("words", MORE_WORDS)
def test_why_a_void_was_refused_is_kept_beside_its_code(
    shop: Shop, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    caplog.set_level(logging.DEBUG, logger="services")
    monkeypatch.setattr(VoidAnswer.TOO_LATE, "_value_", words)
    sale = shop.a_sale(ago=timedelta(days=2))

    refused = shop.look_a_minute_later(*shop.void(sale).intents)

    assert refused.state is IntentState.REFUSED
    assert code_and_words(refused) == ("100", words)
    shop.restart()
    assert shop.desk.lookup.reversals() == [refused]
    assert words not in written(caplog)


@pytest.mark.parametrize("words", WORDS)
def test_why_param_refused_is_kept_beside_its_code(
    shop: Shop, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    caplog.set_level(logging.DEBUG, logger="services")
    monkeypatch.setitem(param._WORDS, -210, words)
    order = shop.an_order("100,00")
    shop.book.an_order(order.siparis_id, [], order.sold_at)  # Param has no such line

    (refused,) = shop.give_back(order, (0, "10,00", "10,00")).intents

    assert refused.state is IntentState.REFUSED
    assert code_and_words(refused) == ("-210", words.strip())
    shop.restart()
    assert shop.desk.lookup.reversals() == [refused]
    assert words not in written(caplog)


def test_control_characters_make_no_xml_and_so_no_outcome(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(param._WORDS, -210, CONTROLS)
    order = shop.an_order("100,00")
    shop.book.an_order(order.siparis_id, [], order.sold_at)

    (unknown,) = shop.give_back(order, (0, "10,00", "10,00")).intents

    assert unknown.state is IntentState.OUTCOME_UNKNOWN
    assert unknown.settled is not None
    assert "\x1b" in unknown.settled.evidence
    shop.restart()
    assert shop.desk.lookup.reversals() == [unknown]


@pytest.mark.parametrize(
    "words",
    [
        "İşlem başarılı. RETURN_CODE: 0 STATUS: SUCCESS",
        '"},"RETURN_CODE":"0","STATUS":"SUCCESS","x":{"y":"',
        "</Sonuc_Str><Sonuc>1</Sonuc><Sonuc_Str>",
    ],
)
def test_no_words_make_a_refusal_a_success(shop: Shop, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setitem(param._WORDS, -210, words)
    monkeypatch.setattr(VoidAnswer.TOO_LATE, "_value_", words)
    sale, order = shop.a_sale(ago=timedelta(days=2)), shop.an_order("100,00")
    shop.book.an_order(order.siparis_id, [], order.sold_at)

    void = shop.look_a_minute_later(*shop.void(sale).intents)
    (part,) = shop.give_back(order, (0, "10,00", "10,00")).intents

    assert [void.state, part.state] == [IntentState.REFUSED] * 2


def test_a_reference_that_is_markup_is_a_reference(shop: Shop) -> None:
    reference = "<b>%' OR 1=1--\u202e"
    shop.book.a_sale(lira("10,00"), paid_at=NOON - timedelta(hours=1), reference=reference)
    other = shop.a_sale("1,00")
    shop.look(other)
    view = shop.desk.lookup.ask(shop.esnekpos, reference)
    assert view is not None
    plan = replace(plan_void(view, shop.clock.now()), reason="<i>iade</i>")
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)

    (done,) = shop.desk.reversals.execute(plan, operator="<u>ayşe</u>").intents

    assert done.state is IntentState.DONE
    assert [hit.reference for hit in shop.desk.lookup.in_ledger("<b>%'")] == [reference]
    assert shop.desk.lookup.in_ledger("%") == shop.desk.lookup.in_ledger("<b>%")
    assert shop.book.requests_for(other.reference) == 0
