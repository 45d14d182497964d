"""Finding a sale: in the ledger, at the gateway, and both when one of them fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from services.domain.account import Account, Environment, EsnekPosSecrets, GatewayName
from services.domain.errors import BadReply, CredentialsRefused, InvalidInput, NotReversible, Unreachable
from services.domain.payment import PaymentState
from services.simulator.faults import Fault, Operation
from tests.shop import NOON, Shop, lira


def test_what_a_gateway_answered_is_found_again_without_the_network(shop: Shop) -> None:
    sale = shop.a_sale("1250,00")
    asked = shop.look(sale)
    shop.simulator.faults.always(Fault.REFUSED_CONNECTION)

    (hit,) = shop.desk.lookup.in_ledger(sale.reference)
    again = shop.desk.lookup.payment(shop.esnekpos, sale.reference)

    assert (hit.amount, hit.state, hit.as_of) == (lira("1250,00"), PaymentState.PAID, NOON)
    assert again.payment == asked.payment


def test_part_of_a_reference_finds_it(shop: Shop) -> None:
    sale = shop.book.a_sale(lira("10,00"), paid_at=NOON, reference="0.54251300 1595848596|93")
    shop.look(sale)

    (hit,) = shop.desk.lookup.in_ledger("1595848596|93")

    assert hit.reference == "0.54251300 1595848596|93"


def test_a_reference_nobody_knows_is_none_and_leaves_no_row(shop: Shop) -> None:
    assert shop.desk.lookup.ask(shop.esnekpos, "yok") is None
    assert shop.desk.lookup.in_ledger("yok") == []


@pytest.mark.parametrize("typed", ["", "  ", "\t\n"])
def test_nothing_typed_asks_nobody(shop: Shop, typed: str) -> None:
    with pytest.raises(InvalidInput):
        shop.desk.lookup.ask(shop.esnekpos, typed)
    assert not shop.simulator.arrived


def test_another_references_answer_is_never_kept(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.a_sale("99,00")
    shop.simulator.faults.next(Fault.ANOTHER_REFERENCE, operation=Operation.ASK)

    with pytest.raises(BadReply):
        shop.look(sale)

    assert shop.desk.lookup.in_ledger("") == []


def test_a_gateway_that_is_down_leaves_the_ledger_searchable(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.look(sale)
    shop.simulator.faults.always(Fault.REFUSED_CONNECTION)

    with pytest.raises(Unreachable):
        shop.look(sale)

    assert len(shop.desk.lookup.in_ledger(sale.reference)) == 1


def test_the_same_reference_at_two_accounts_gives_two_rows(shop: Shop) -> None:
    other = shop.desk.accounts.add(
        Account(
            gateway=GatewayName.PARAM,
            environment=Environment.DEMO,
            merchant="20000",
            name="Şube",
            address=shop.addresses.param,
        ),
        shop.credentials.load(shop.param),
    )
    order = shop.an_order("10,00", name="ortak")
    shop.desk.orders.save(other, replace(order, id=0))

    hits = shop.desk.lookup.in_ledger("ortak")

    assert {hit.account.id for hit in hits} == {shop.param.id, other.id}


def test_a_wrong_key_names_the_account(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.credentials.save(shop.esnekpos, EsnekPosSecrets(merchant_key="not the key at all"))

    with pytest.raises(CredentialsRefused) as refused:
        shop.look(sale)

    assert refused.value.account == shop.esnekpos


def test_newest_sales_come_first_and_orders_stand_among_them(shop: Shop) -> None:
    shop.look(shop.a_sale(ago=timedelta(hours=3)))
    shop.an_order("5,00", ago=timedelta(hours=2))
    shop.look(shop.a_sale(ago=timedelta(hours=1)))

    hits = shop.desk.lookup.in_ledger("")

    assert [hit.order_id is None for hit in hits] == [True, False, True]


def test_the_newest_intent_is_on_the_row(shop: Shop) -> None:
    sale = shop.a_sale()
    (intent,) = shop.void(sale).intents

    (hit,) = shop.desk.lookup.in_ledger(sale.reference)

    assert hit.intent == intent
    assert hit.state is PaymentState.VOIDED


def test_a_payment_never_looked_at_is_not_in_the_ledger(shop: Shop) -> None:
    with pytest.raises(NotReversible):
        shop.desk.lookup.payment(shop.esnekpos, "never")


def test_the_orders_that_were_entered_are_listed_however_many_payments_there_are(shop: Shop) -> None:
    for number in range(3):
        shop.look(shop.a_sale(f"{number + 1},00"))
    old = shop.an_order("10,00", name="eski", ago=timedelta(days=40))
    assert [hit.order_id for hit in shop.desk.lookup.entered(limit=2)] == [old.id]
