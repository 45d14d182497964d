"""Whatever is typed ends as it is meant to or in a sentence, never in another library's exception."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from services.domain.account import EsnekPosSecrets, ParamSecrets
from services.domain.errors import InputProblem, InvalidInput, ServiceError
from services.domain.operator import Role
from services.domain.order import Order, OrderLine
from services.domain.reversal import Intent
from services.plans import plan_void
from tests.builders import an_order
from tests.shop import NOON, Shop

HALF = "yarım\ud83d"
odd_text = st.text(st.sampled_from("aİ0 -/\x00\ud800\udfff\u200b\u0301\n\u202e😀"), min_size=1, max_size=12)


def void_for(shop: Shop, reason: str, operator: str = "ayşe") -> tuple[Intent, ...]:
    sale = shop.a_sale()
    plan = replace(plan_void(shop.look(sale), shop.clock.now()), reason=reason)
    return shop.desk.reversals.execute(plan, operator=operator).intents


def order_named(siparis_id: str = "siparis-1", seller: str = "Ege") -> Order:
    order = an_order(siparis_id=siparis_id)
    lines: tuple[OrderLine, ...] = tuple(replace(line, seller=seller) for line in order.lines)
    return replace(order, lines=lines, sold_at=NOON)


TYPED: dict[str, Callable[[Shop, str], object]] = {
    "a reference": lambda shop, text: shop.desk.lookup.ask(shop.esnekpos, text),
    "a search": lambda shop, text: shop.desk.lookup.in_ledger(text),
    "a search of what was done": lambda shop, text: shop.desk.lookup.reversals(text),
    "an account's name": lambda shop, text: shop.desk.accounts.change(
        replace(shop.esnekpos, name=text), None
    ),
    "a merchant": lambda shop, text: shop.desk.accounts.add(
        replace(shop.esnekpos, id=0, merchant=text), EsnekPosSecrets(merchant_key="key")
    ),
    "a key": lambda shop, text: shop.desk.accounts.test(shop.esnekpos, EsnekPosSecrets(merchant_key=text)),
    "a password": lambda shop, text: shop.desk.accounts.test(
        shop.param, ParamSecrets(username=text, password=text, guid="0" * 36)
    ),
    "an order": lambda shop, text: shop.desk.orders.save(shop.param, order_named(siparis_id=text)),
    "a seller": lambda shop, text: shop.desk.orders.save(shop.param, order_named(seller=text)),
    "a reason": void_for,
    "an operator": lambda shop, text: void_for(shop, "iade", text),
}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=odd_text)
def test_any_text_ends_in_a_sentence_or_as_meant(
    shop: Shop, typed: Callable[[Shop, str], object], text: str
) -> None:
    with suppress(ServiceError):
        typed(shop, text)
    assert shop.desk.lookup.in_ledger("") is not None


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_half_a_character_is_said_to_be_one_and_nothing_is_sent(
    shop: Shop, typed: Callable[[Shop, str], object]
) -> None:
    with pytest.raises(InvalidInput) as said:
        typed(shop, HALF)
    assert said.value.problem is InputProblem.NOT_PRINTABLE
    assert shop.desk.lookup.reversals() == []
    assert [one.path for one in shop.simulator.arrived if "Return" in one.path] == []


def test_a_pin_of_half_characters_is_a_wrong_one(shop: Shop) -> None:
    shop.desk.operators.add("ayşe", Role.OWNER, "135790")
    with pytest.raises(ServiceError):
        shop.desk.operators.sign_in("ayşe", HALF)
    with pytest.raises(ServiceError):
        shop.desk.operators.sign_in(HALF, "135790")
