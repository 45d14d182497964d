"""An account and its secrets are kept together, changed together, and tried without moving money."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from services.accounts import TEST_BACK_URL, Proof
from services.domain.account import Account, Environment, GatewayName, Secrets
from services.domain.errors import (
    CredentialsRefused,
    InputProblem,
    InvalidInput,
    LedgerUnavailable,
    Missing,
    NotConfigured,
    Reach,
    Unreachable,
)
from services.ledger.database import Database
from tests.builders import (
    a_param_account,
    an_esnekpos_account,
    esnekpos_secrets,
    param_secrets,
)
from tests.services.office import ANSWERED, Office, Unwritable


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    database = Database.open(tmp_path / "ledger")
    yield Office(database)
    database.close()


def problem_of(call: Callable[[], object]) -> tuple[str, InputProblem]:
    with pytest.raises(InvalidInput) as raised:
        call()
    return raised.value.field, raised.value.problem


# Adding


def test_an_account_is_kept_with_its_secrets(office: Office) -> None:
    added = office.admin.add(an_esnekpos_account(id=0), esnekpos_secrets())
    assert office.admin.all() == [added]
    assert added.id
    assert office.store.load(added) == esnekpos_secrets()


def test_spaces_around_what_was_typed_are_no_part_of_it(office: Office) -> None:
    added = office.an_account(merchant=" M1 ", name=" Merkez ", back_url=" https://shop.example/x ")
    assert (added.merchant, added.name, added.back_url) == ("M1", "Merkez", "https://shop.example/x")


def test_an_account_without_a_name_is_called_by_its_merchant(office: Office) -> None:
    assert office.an_account(merchant="M1", name=" ").name == "M1"


def test_without_a_keyring_no_account_is_left_behind(office: Office) -> None:
    office.store.missing = Missing.REAL_KEYRING
    with pytest.raises(NotConfigured):
        office.an_account()
    assert office.admin.all(retired=True) == []


def test_a_merchant_is_there_once(office: Office) -> None:
    office.an_account()
    assert problem_of(office.an_account) == ("merchant", InputProblem.ALREADY_THERE)
    assert len(office.admin.all()) == 1
    assert office.store.load(office.admin.all()[0]) == esnekpos_secrets()


def test_a_merchant_may_be_there_in_each_environment(office: Office) -> None:
    office.an_account()
    office.an_account(environment=Environment.LIVE)
    assert len(office.admin.all()) == 2


@pytest.mark.parametrize(
    ("account", "field", "problem"),
    [
        (an_esnekpos_account("  "), "merchant", InputProblem.EMPTY),
        (a_param_account("10A38"), "merchant", InputProblem.NOT_A_NUMBER),
        (a_param_account("١٠٧٣٨"), "merchant", InputProblem.NOT_A_NUMBER),
        (a_param_account("-1"), "merchant", InputProblem.NOT_A_NUMBER),
        (a_param_account("107381"), "merchant", InputProblem.TOO_LONG),
        (an_esnekpos_account(back_url="http://shop.example"), "back_url", InputProblem.NOT_HTTPS),
        (an_esnekpos_account(back_url="shop.example/back"), "back_url", InputProblem.NOT_HTTPS),
        (an_esnekpos_account(back_url="https://"), "back_url", InputProblem.NOT_HTTPS),
        (an_esnekpos_account(back_url="https://[oops"), "back_url", InputProblem.NOT_HTTPS),
        (
            an_esnekpos_account(back_url=TEST_BACK_URL, environment=Environment.LIVE),
            "back_url",
            InputProblem.TEST_HOST_IN_LIVE,
        ),
        (
            an_esnekpos_account(
                back_url="https://posservicetest.esnekpos.com./back", environment=Environment.LIVE
            ),
            "back_url",
            InputProblem.TEST_HOST_IN_LIVE,
        ),
        (
            an_esnekpos_account(
                back_url="https://posServiceTest\u3002esnekpos\uff0ecom./back", environment=Environment.LIVE
            ),
            "back_url",
            InputProblem.TEST_HOST_IN_LIVE,
        ),
        (
            an_esnekpos_account(
                back_url="https://POSSERVICETEST.esnekpos.com:443/", environment=Environment.LIVE
            ),
            "back_url",
            InputProblem.TEST_HOST_IN_LIVE,
        ),
        (
            replace(an_esnekpos_account(environment=Environment.DEMO), address="https://pay.example"),
            "address",
            InputProblem.NOT_LOOPBACK,
        ),
        (
            replace(an_esnekpos_account(environment=Environment.DEMO), address="http://localhost:5000"),
            "address",
            InputProblem.NOT_LOOPBACK,
        ),
        (an_esnekpos_account(environment=Environment.DEMO), "address", InputProblem.NOT_LOOPBACK),
    ],
)
def test_what_cannot_be_so_is_refused_by_its_field(
    office: Office, account: Account, field: str, problem: InputProblem
) -> None:
    secrets = esnekpos_secrets() if account.gateway is GatewayName.ESNEKPOS else param_secrets()
    assert problem_of(lambda: office.admin.add(account, secrets)) == (field, problem)
    assert office.admin.all() == []


@pytest.mark.parametrize(
    ("secrets", "field", "problem"),
    [
        (param_secrets(username=""), "username", InputProblem.EMPTY),
        (param_secrets(username="u" * 17), "username", InputProblem.TOO_LONG),
        (param_secrets(password=""), "password", InputProblem.EMPTY),
        (param_secrets(password="p" * 12), "password", InputProblem.TOO_LONG),
        (param_secrets(guid="0c13d406"), "guid", InputProblem.NOT_A_GUID),
        (param_secrets(guid=""), "guid", InputProblem.NOT_A_GUID),
        (esnekpos_secrets(""), "merchant_key", InputProblem.EMPTY),
    ],
)
def test_secrets_that_the_documents_rule_out_are_refused(
    office: Office, secrets: Secrets, field: str, problem: InputProblem
) -> None:
    account = an_esnekpos_account() if field == "merchant_key" else a_param_account()
    assert problem_of(lambda: office.admin.add(account, secrets)) == (field, problem)
    assert office.admin.all() == []


def test_the_longest_the_documents_allow_is_allowed(office: Office) -> None:
    office.admin.add(a_param_account("99999"), param_secrets(username="u" * 16, password="p" * 11))


def test_the_documents_own_back_url_is_fit_for_a_test_account(office: Office) -> None:
    assert office.an_account(back_url=TEST_BACK_URL).back_url == TEST_BACK_URL


def test_a_back_url_can_be_left_out(office: Office) -> None:
    assert office.an_account(back_url="").back_url == ""


@pytest.mark.parametrize("host", ["127.0.0.1:5000", "[::1]:5000"])
def test_a_demo_listens_on_this_computer(office: Office, host: str) -> None:
    added = office.an_account(
        environment=Environment.DEMO, address=f"http://{host}", back_url=f"http://{host}/back"
    )
    assert added.address == f"http://{host}"


def test_an_account_keeps_its_banks_hour(office: Office) -> None:
    office.an_account(cutoff=time(21, 30))
    assert office.admin.all()[0].cutoff == time(21, 30)


# Changing


def test_secrets_stay_when_none_are_typed(office: Office) -> None:
    account = office.an_account()
    office.admin.change(replace(account, name="Şube"), None)
    assert office.admin.all()[0].name == "Şube"
    assert office.store.load(account) == esnekpos_secrets()


def test_a_locked_keyring_is_no_matter_where_secrets_stay(office: Office) -> None:
    account = office.an_account()
    office.store.missing = Missing.UNLOCKED_KEYRING
    assert office.admin.change(replace(account, name="Şube"), None).name == "Şube"


def test_typed_secrets_replace_the_old(office: Office) -> None:
    account = office.an_account()
    office.admin.change(account, esnekpos_secrets("new"))
    assert office.store.load(account) == esnekpos_secrets("new")


def test_secrets_follow_a_merchant_that_was_corrected(office: Office) -> None:
    account = office.an_account()
    corrected = office.admin.change(replace(account, merchant="TEST4321"), None)
    assert office.store.load(corrected) == esnekpos_secrets()
    with pytest.raises(NotConfigured):
        office.store.load(account)


def test_nothing_changes_when_the_secrets_cannot_be_kept(office: Office) -> None:
    account = office.an_account()
    office.store.missing = Missing.UNLOCKED_KEYRING
    with pytest.raises(NotConfigured):
        office.admin.change(replace(account, name="Şube"), esnekpos_secrets("new"))
    office.store.missing = None
    assert office.admin.all() == [account]
    assert office.store.load(account) == esnekpos_secrets()


def test_what_cannot_be_so_is_no_change(office: Office) -> None:
    account = office.an_account()
    wrong = replace(account, back_url="http://shop.example")
    assert problem_of(lambda: office.admin.change(wrong, None)) == ("back_url", InputProblem.NOT_HTTPS)
    assert office.admin.all() == [account]


# Removing


def test_an_account_nothing_was_done_with_is_removed_with_its_secrets(office: Office) -> None:
    account = office.an_account()
    assert not office.admin.must_stay(account)
    assert office.admin.remove(account.id)
    assert office.admin.all(retired=True) == []
    with pytest.raises(NotConfigured):
        office.store.load(account)


def test_an_account_in_use_is_retired_and_its_secrets_go(office: Office) -> None:
    account = office.used()
    assert office.admin.must_stay(account)
    assert not office.admin.remove(account.id)
    assert office.admin.all() == []
    assert office.admin.all(retired=True) == [replace(account, retired=True)]
    with pytest.raises(NotConfigured):
        office.store.load(account)


def test_a_retired_account_can_be_taken_back(office: Office) -> None:
    account = office.used()
    office.admin.remove(account.id)
    office.admin.change(account, param_secrets(password="new"))
    assert office.admin.all() == [account]
    assert office.store.load(account) == param_secrets(password="new")


def test_nothing_is_removed_while_the_keyring_is_locked(office: Office) -> None:
    account = office.an_account()
    office.store.missing = Missing.UNLOCKED_KEYRING
    with pytest.raises(NotConfigured):
        office.admin.remove(account.id)
    assert office.admin.all() == [account]


def test_an_account_can_be_removed_on_a_computer_without_a_keyring(office: Office) -> None:
    account = office.an_account()
    office.store.missing = Missing.REAL_KEYRING
    assert office.admin.remove(account.id)


def test_secrets_are_put_back_when_the_ledger_does_not_let_go(office: Office) -> None:
    account = office.an_account()
    with pytest.raises(LedgerUnavailable):
        office.admin_over(Unwritable(office.database)).remove(account.id)
    assert office.store.load(account) == esnekpos_secrets()


# Trying


def test_esnekpos_is_tried_by_one_harmless_query(office: Office) -> None:
    account = office.an_account()
    tested = office.admin.test(account, None)
    assert tested.proof is Proof.CREDENTIALS
    assert tested.server_date == ANSWERED
    ((asked, secrets, reference),) = office.gateway.queried
    assert (asked, secrets) == (account, esnekpos_secrets())
    assert reference == "refund-desk-test"
    assert not office.gateway.reached


def test_param_is_only_looked_at(office: Office) -> None:
    account = office.admin.add(a_param_account(), param_secrets())
    assert office.admin.test(account, None).proof is Proof.ADDRESS_ONLY
    assert office.gateway.reached == [account]
    assert not office.gateway.queried


def test_what_was_typed_is_tried_before_it_is_saved(office: Office) -> None:
    typed = an_esnekpos_account(id=0)
    office.admin.test(typed, esnekpos_secrets("typed"))
    assert office.gateway.queried[0][:2] == (typed, esnekpos_secrets("typed"))
    assert office.admin.all() == []
    with pytest.raises(NotConfigured):
        office.store.load(typed)


def test_a_corrected_merchant_is_tried_with_the_secrets_it_has(office: Office) -> None:
    corrected = replace(office.an_account(), merchant="TEST4321")
    office.admin.test(corrected, None)
    assert office.gateway.queried[0][:2] == (corrected, esnekpos_secrets())


@pytest.mark.parametrize("error", [CredentialsRefused("102", "wrong"), Unreachable(Reach.NAME)])
def test_what_is_wrong_is_said(office: Office, error: Exception) -> None:
    account = office.an_account()
    office.gateway.fails = error
    with pytest.raises(type(error)):
        office.admin.test(account, None)


def test_what_cannot_be_so_is_not_even_tried(office: Office) -> None:
    wrong = an_esnekpos_account(back_url="http://shop.example")
    assert problem_of(lambda: office.admin.test(wrong, esnekpos_secrets()))[0] == "back_url"
    assert problem_of(lambda: office.admin.test(a_param_account(), param_secrets(guid="")))[0] == "guid"
    assert not office.gateway.queried
    assert not office.gateway.reached


@pytest.mark.parametrize("missing", [Missing.UNLOCKED_KEYRING, Missing.REAL_KEYRING])
def test_says_what_keeps_secrets_from_being_used(office: Office, missing: Missing) -> None:
    account = office.an_account()
    assert office.admin.what_is_missing(account) is None
    office.store.missing = missing
    found = office.admin.what_is_missing(account)
    assert found is not None
    assert (found.missing, found.account) == (missing, account)


def test_says_when_there_are_no_secrets(office: Office) -> None:
    account = office.an_account()
    office.store.forget(account)
    found = office.admin.what_is_missing(account)
    assert found is not None
    assert found.missing is Missing.CREDENTIALS
