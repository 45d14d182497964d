"""One ledger and one window for a merchant on one computer: two of them may look, and one sends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from services import compose
from services.credentials import MemoryStore
from services.domain.account import EsnekPosSecrets, ParamSecrets
from services.domain.audit import Act
from services.domain.errors import LedgerFault, LedgerUnavailable, ServiceError
from services.domain.reversal import IntentState
from services.merchants import Merchants
from services.simulator.entries import Sale
from tests.builders import a_param_account, an_esnekpos_account
from tests.canary import ESNEKPOS, PARAM
from tests.shop import Shop


def is_sent(shop: Shop, sale: Sale) -> bool:
    (intent,) = shop.void(sale).intents
    return intent.state is IntentState.DONE and shop.book.requests_for(sale.reference) == 1


def stopped(shop: Shop, sale: Sale) -> LedgerFault:
    with pytest.raises(LedgerUnavailable) as no:
        shop.void(sale)
    assert shop.book.requests_for(sale.reference) == 0
    return no.value.fault


@pytest.fixture
def second(shop: Shop, tmp_path: Path) -> Iterator[Callable[[], Shop]]:
    """Begins another ledger, in a folder of its own, for the same merchants; the keyring is the same."""
    opened: list[Shop] = []

    def begin() -> Shop:
        other = replace(shop, folder=tmp_path / "second")
        other.reopen()
        opened.append(other)
        key = EsnekPosSecrets(merchant_key=ESNEKPOS.key)
        other.esnekpos = other.desk.accounts.add(replace(shop.esnekpos, id=0), key)
        secrets = ParamSecrets(username=PARAM.username, password=PARAM.password, guid=PARAM.guid)
        other.param = other.desk.accounts.add(replace(shop.param, id=0), secrets)
        return other

    yield begin
    for other in opened:
        other.desk.close()


def test_a_second_ledger_of_a_merchant_may_look_and_sends_nothing(
    shop: Shop, second: Callable[[], Shop]
) -> None:
    assert is_sent(shop, shop.a_sale("10,00"))
    other = second()

    assert other.desk.audit.trust().elsewhere == ("Merkez", "Pazaryeri")
    assert stopped(other, shop.a_sale("20,00")) is LedgerFault.ELSEWHERE
    assert not other.desk.lookup.reversals()
    assert is_sent(shop, shop.a_sale("30,00"))


def test_the_ledger_that_the_owner_goes_on_with_is_the_one_that_sends_from_then_on(
    shop: Shop, second: Callable[[], Shop]
) -> None:
    assert is_sent(shop, shop.a_sale("10,00"))
    other = second()
    other.desk.audit.accept_older()

    assert other.desk.audit.trust().elsewhere == ()
    assert is_sent(other, shop.a_sale("20,00"))
    assert stopped(shop, shop.a_sale("30,00")) is LedgerFault.ELSEWHERE
    told = [entry for _, entry in other.desk.audit.entries() if entry.act is Act.OLDER]
    assert {entry.subject.split("/")[0] for entry in told} == {"esnekpos", "param"}
    assert all("instead of in ledger" in entry.result for entry in told)


def test_another_merchant_is_not_kept_back(shop: Shop, second: Callable[[], Shop]) -> None:
    shop.desk.accounts.remove(shop.param.id)
    assert is_sent(shop, shop.a_sale("10,00"))
    other = second()

    order = other.an_order("100,00")
    assert other.give_back(order, (0, "10,00", "90,00")).intents[0].state is IntentState.DONE


def test_a_merchant_is_the_same_however_it_is_written(tmp_path: Path) -> None:
    keyring = MemoryStore()
    first, other = (Merchants(keyring, name, tmp_path, None) for name in ("first", "other"))
    for account, twin in (
        (an_esnekpos_account(merchant="Dukkan.com/"), an_esnekpos_account(merchant="DUKKAN.com/")),
        (a_param_account(merchant="738"), a_param_account(merchant="0738")),
    ):
        first.require(account)
        assert other.fault(twin) is LedgerFault.ELSEWHERE


# Windows


def test_one_window_at_a_time_works_for_a_merchant_whatever_its_folder(
    shop: Shop, second: Callable[[], Shop], tmp_path: Path
) -> None:
    shop.locks = tmp_path / "locks"
    shop.restart()
    assert is_sent(shop, shop.a_sale("10,00"))
    other = second()
    other.desk.audit.accept_older()

    assert other.desk.audit.trust().crowded == ("Merkez", "Pazaryeri")
    assert stopped(other, shop.a_sale("20,00")) is LedgerFault.CROWDED
    shop.desk.close()
    try:
        other.desk.audit.trust()
        other.desk.audit.accept_older()
        assert is_sent(other, shop.a_sale("30,00"))
    finally:
        shop.reopen()


def test_where_no_lock_can_be_made_nothing_is_sent(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "locks").write_text("a file, where the folder should be")
    shop.locks = tmp_path / "locks"
    shop.restart()
    sale = shop.a_sale()

    with pytest.raises(ServiceError):
        shop.void(sale)
    assert shop.book.requests_for(sale.reference) == 0


def test_the_window_of_a_shop_says_for_which_merchants_it_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gui import __main__ as program  # noqa: PLC0415  the command, which imports Qt only when it must

    asked: list[Path | None] = []

    def opened(folder: Path, *, start_over: bool, locks: Path | None) -> None:
        del start_over
        asked.append(locks)
        raise LedgerUnavailable(folder, LedgerFault.OTHER)

    monkeypatch.setattr(compose, "open_desk", opened)
    for folder in (tmp_path / "one", tmp_path / "two"):
        with pytest.raises(LedgerUnavailable):
            program.open_desk(folder, demo=False)

    assert asked == [program.locks_folder()] * 2
    assert not program.default_folder(demo=False).is_relative_to(program.locks_folder())
    assert not program.locks_folder().is_relative_to(program.default_folder(demo=False))
