from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from services.domain.account import Account, Environment
from services.domain.errors import InputProblem, InvalidInput
from services.ledger.accounts import Accounts
from services.ledger.journal import Journal
from services.ledger.orders import Orders
from services.ledger.payments import Payments
from tests.services.ledger.making import (
    NOON,
    a_param_account,
    a_payment,
    a_void,
    an_esnekpos_account,
    an_order,
)


def test_an_account_comes_back_as_it_was_kept(accounts: Accounts) -> None:
    kept = accounts.add(
        replace(
            an_esnekpos_account(),
            address="http://127.0.0.1:8080",
            back_url="https://shop.example/back",
            cutoff=time(22, 30),
            strict=True,
        )
    )

    assert kept.id
    assert accounts.get(kept.id) == kept
    assert kept.cutoff == time(22, 30)


def test_a_merchant_is_there_once_in_an_environment(accounts: Accounts) -> None:
    accounts.add(an_esnekpos_account())

    with pytest.raises(InvalidInput) as refused:
        accounts.add(an_esnekpos_account(name="again"))

    assert (refused.value.field, refused.value.problem) == ("merchant", InputProblem.ALREADY_THERE)
    accounts.add(replace(an_esnekpos_account(), environment=Environment.LIVE))
    assert len(accounts.all()) == 2


def test_one_account_can_not_become_another(accounts: Accounts, esnekpos: Account) -> None:
    other = accounts.add(an_esnekpos_account(merchant="OTHER"))

    with pytest.raises(InvalidInput) as refused:
        accounts.change(replace(other, merchant=esnekpos.merchant))

    assert refused.value.problem is InputProblem.ALREADY_THERE
    assert accounts.get(other.id) == other


def test_everything_but_who_it_is_can_change_once_money_was_asked_back(
    accounts: Accounts, journal: Journal, esnekpos: Account
) -> None:
    renamed = accounts.change(replace(esnekpos, merchant="TEST9999"))
    journal.arm(a_void(renamed), at=NOON)

    assert accounts.change(replace(renamed, name="Şube", strict=True)).name == "Şube"
    for changed in (
        replace(renamed, merchant="TEST1234"),
        replace(renamed, environment=Environment.LIVE),
    ):
        with pytest.raises(InvalidInput) as refused:
            accounts.change(changed)
        assert refused.value.problem is InputProblem.LOCKED_BY_INTENT


def test_an_account_without_intents_is_deleted_with_what_was_answered(
    accounts: Accounts, payments: Payments, esnekpos: Account
) -> None:
    payments.keep(esnekpos.id, a_payment(), body="{}", taken_at=NOON)

    assert accounts.remove(esnekpos.id) is True

    with pytest.raises(KeyError):
        accounts.get(esnekpos.id)
    assert payments.search("") == []


def test_an_account_with_intents_is_retired(accounts: Accounts, journal: Journal, esnekpos: Account) -> None:
    journal.arm(a_void(esnekpos), at=NOON)

    assert accounts.remove(esnekpos.id) is False

    assert accounts.all() == []
    assert accounts.all(retired=True) == [replace(esnekpos, retired=True)]


def test_an_account_with_orders_is_retired_too(accounts: Accounts, orders: Orders, param: Account) -> None:
    orders.save(an_order(param))

    assert accounts.remove(param.id) is False


def test_a_number_is_never_given_twice(accounts: Accounts, esnekpos: Account) -> None:
    # The keyring knows accounts by number: a new one must not find an old one's key.
    accounts.remove(esnekpos.id)

    assert accounts.add(an_esnekpos_account()).id > esnekpos.id


@pytest.mark.parametrize("act", ["get", "remove"])
def test_a_number_that_is_not_there_is_a_mistake(accounts: Accounts, act: str) -> None:
    with pytest.raises(KeyError):
        getattr(accounts, act)(77)


@pytest.mark.parametrize(
    "twin", ["test1234", "TEST1234\u200b", "\uff34\uff25\uff33\uff34\uff11\uff12\uff13\uff14"]
)
def test_one_esnekpos_merchant_is_one_account_however_it_is_written(accounts: Accounts, twin: str) -> None:
    accounts.add(an_esnekpos_account())

    with pytest.raises(InvalidInput) as refused:
        accounts.add(an_esnekpos_account(merchant=twin))
    assert (refused.value.field, refused.value.problem) == ("merchant", InputProblem.ALREADY_THERE)


def test_a_client_code_is_a_number(accounts: Accounts) -> None:
    accounts.add(a_param_account(merchant="738"))

    with pytest.raises(InvalidInput):
        accounts.add(a_param_account(merchant="0738"))
    assert accounts.add(a_param_account(merchant="7380")).merchant == "7380"
