"""Which ledger is believed: of one and its copies only the one that the keyring names moves money."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from services import upkeep
from services.audit import Audit
from services.credentials import MemoryStore
from services.domain.account import EsnekPosSecrets, ParamSecrets
from services.domain.audit import Act
from services.domain.errors import LedgerFault, LedgerUnavailable, Missing, NotConfigured, NotReversible
from services.domain.reversal import IntentState, SettledBy
from services.ledger.copying import write_copy
from services.ledger.database import Database
from services.ledger.journal import Journal
from services.plans import plan_void
from services.simulator.entries import Sale
from tests.canary import ESNEKPOS, PARAM
from tests.shop import Shop


@pytest.fixture
def used(shop: Shop) -> Shop:
    shop.void(shop.a_sale("10,00"))
    return shop


@pytest.fixture
def elsewhere(used: Shop, tmp_path: Path) -> Iterator[Callable[[], Shop]]:
    """Opens a copy of the shop's folder, taken while it is closed, beside it; the keyring is the same."""
    opened: list[Shop] = []

    def copy() -> Shop:
        used.desk.close()
        shutil.copytree(used.folder, tmp_path / "copy")
        used.reopen()
        other = replace(used, folder=tmp_path / "copy")
        other.reopen()
        opened.append(other)
        return other

    yield copy
    for other in opened:
        other.desk.close()


def stopped(shop: Shop, sale: Sale) -> LedgerFault:
    """Try to void a sale; nothing is sent, and why is told."""
    with pytest.raises(LedgerUnavailable) as no:
        shop.void(sale)
    assert shop.book.requests_for(sale.reference) == 0
    return no.value.fault


def is_sent(shop: Shop, sale: Sale) -> bool:
    (intent,) = shop.void(sale).intents
    return intent.state is IntentState.DONE and shop.book.requests_for(sale.reference) == 1


def test_a_copied_folder_may_look_and_sends_nothing(used: Shop, elsewhere: Callable[[], Shop]) -> None:
    copy = elsewhere()

    assert copy.desk.audit.trust().copied
    assert len(copy.desk.lookup.reversals()) == 1
    assert stopped(copy, used.a_sale("20,00")) is LedgerFault.COPIED
    assert is_sent(used, used.a_sale("30,00"))


def test_once_the_owner_goes_on_with_a_copy_the_first_one_sends_nothing_more(
    used: Shop, elsewhere: Callable[[], Shop]
) -> None:
    copy = elsewhere()
    copy.desk.audit.accept_older()

    assert is_sent(copy, used.a_sale("20,00"))
    assert stopped(used, used.a_sale("30,00")) is LedgerFault.OLDER  # than what the other has done since
    assert len(used.desk.lookup.reversals()) == 1
    told = [entry.result for _, entry in copy.desk.audit.entries() if entry.act is Act.OLDER]
    assert told == ["goes on with this copy"]


def test_what_the_first_one_still_writes_lowers_nothing_that_is_remembered_of_the_copy(
    used: Shop, elsewhere: Callable[[], Shop]
) -> None:
    copy = elsewhere()
    copy.desk.audit.accept_older()
    assert is_sent(copy, used.a_sale("20,00"))
    used.desk.audit.note("ayşe", Act.EXPORT, "a list", "ok")
    used.restart()

    assert not used.desk.audit.trust().money_may_move
    assert is_sent(copy, used.a_sale("30,00"))
    copy.restart()
    assert copy.desk.audit.trust().money_may_move


def test_a_folder_that_was_moved_goes_on_when_the_owner_says_so(used: Shop, tmp_path: Path) -> None:
    used.desk.close()
    used.folder = used.folder.rename(tmp_path / "moved")
    used.reopen()

    assert stopped(used, used.a_sale("20,00")) is LedgerFault.COPIED
    used.desk.audit.accept_older()
    assert is_sent(used, used.a_sale("30,00"))
    used.restart()
    assert used.desk.audit.trust().money_may_move


def test_a_folder_is_the_same_by_another_spelling(used: Shop, tmp_path: Path) -> None:
    used.desk.close()
    (tmp_path / "link").symlink_to(used.folder, target_is_directory=True)
    used.folder = tmp_path / "link"
    used.reopen()

    assert is_sent(used, used.a_sale("20,00"))


def test_a_backup_put_in_place_by_hand_is_no_ledger_to_send_by(used: Shop, tmp_path: Path) -> None:
    """Not even one that has all that the ledger had."""
    used.desk.close()
    with Database.open(used.folder) as database:
        write_copy(database, tmp_path / "copy")
    (tmp_path / "copy").replace(used.folder / "ledger.sqlite3")
    used.reopen()

    trust = used.desk.audit.trust()
    assert (trust.older, trust.copied) == (None, True)
    assert stopped(used, used.a_sale("20,00")) is LedgerFault.COPIED


def test_a_file_that_was_copied_by_hand_and_restored_is_another_instance(used: Shop, tmp_path: Path) -> None:
    used.desk.close()
    shutil.copyfile(used.folder / "ledger.sqlite3", tmp_path / "by hand")
    upkeep.restore(used.folder, tmp_path / "by hand")
    used.reopen()

    assert stopped(used, used.a_sale("20,00")) is LedgerFault.COPIED
    used.desk.audit.accept_older()
    assert is_sent(used, used.a_sale("30,00"))


def test_an_older_file_put_in_place_while_it_is_open_sends_nothing(used: Shop, tmp_path: Path) -> None:
    older = tmp_path / "older.sqlite3"
    with Database.look(used.folder) as database:
        write_copy(database, older)
    sale = used.a_sale("20,00")
    view = used.look(sale)
    plan = replace(plan_void(view, used.clock.now()), reason="x")
    older.replace(used.folder / "ledger.sqlite3")

    with pytest.raises(LedgerUnavailable):
        used.desk.reversals.execute(plan, operator="ayşe")
    assert used.book.requests_for(sale.reference) == 0


def test_nothing_is_sent_once_the_folder_is_gone(used: Shop, tmp_path: Path) -> None:
    sale = used.a_sale("20,00")
    plan = replace(plan_void(used.look(sale), used.clock.now()), reason="x")
    used.folder.rename(tmp_path / "gone")

    with pytest.raises(LedgerUnavailable):
        used.desk.reversals.execute(plan, operator="ayşe")
    assert used.book.requests_for(sale.reference) == 0
    (tmp_path / "gone").rename(used.folder)


def test_a_ledger_that_proves_to_be_another_after_it_was_recorded_sends_nothing(
    used: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = used.a_sale("20,00")

    def no_more(_: Audit) -> None:
        raise LedgerUnavailable(used.folder, LedgerFault.OLDER)

    with monkeypatch.context() as put_back:
        put_back.setattr(Audit, "advance", no_more)
        used.restart()
        assert stopped(used, sale) is LedgerFault.OLDER
    newest = used.desk.lookup.reversals()[0]
    assert newest.state is IntentState.NOT_SENT
    used.restart()
    assert is_sent(used, sale)


def test_a_keyring_that_cannot_be_asked_keeps_money_back(used: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    sale = used.a_sale("20,00")
    recall = used.secrets.recall

    def locked(name: str) -> str | None:
        if name.startswith("ledger/"):
            raise NotConfigured(Missing.UNLOCKED_KEYRING)
        return recall(name)

    with monkeypatch.context() as lock:
        lock.setattr(used.secrets, "recall", locked)
        with pytest.raises(NotConfigured):
            used.void(sale)
    assert used.book.requests_for(sale.reference) == 0
    assert len(used.desk.lookup.reversals()) == 1
    assert is_sent(used, sale)


# The armed instant


def run_up_to_sent(
    shop: Shop, sale: Sale, monkeypatch: pytest.MonkeyPatch, before: Callable[[], object]
) -> None:
    """Void a sale; `before` is called in the instant before it is written down as sent."""
    plan = replace(plan_void(shop.look(sale), shop.clock.now()), reason="x")
    sent = Journal.sent

    def first(journal: Journal, *args: object, **values: object) -> object:
        before()
        return sent(journal, *args, **values)  # type: ignore[arg-type]  # passed on as they came

    with monkeypatch.context() as between:
        between.setattr(Journal, "sent", first)
        shop.desk.reversals.execute(plan, operator="ayşe")


def test_the_armed_instant_copied_and_put_back_is_not_taken_for_unsent(
    used: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = used.a_sale("20,00")
    run_up_to_sent(used, sale, monkeypatch, lambda: shutil.copytree(used.folder, tmp_path / "armed"))
    with monkeypatch.context() as killed:
        killed.setattr(Audit, "advance", lambda _: None)
        used.desk.close()
    shutil.rmtree(used.folder)
    shutil.copytree(tmp_path / "armed", used.folder)
    used.reopen()

    newest = used.desk.lookup.reversals()[0]
    assert newest.state is IntentState.OUTCOME_UNKNOWN
    assert newest.settled is not None
    assert newest.settled.by is SettledBy.RESTART
    assert used.book.requests_for(sale.reference) == 1


def test_what_died_armed_in_the_ledger_itself_was_surely_not_sent(
    used: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die() -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        run_up_to_sent(used, used.a_sale("20,00"), monkeypatch, die)
    used.restart()

    assert used.desk.lookup.reversals()[0].state is IntentState.NOT_SENT


def test_what_died_armed_is_unknown_where_the_keyring_cannot_tell_whose_ledger_it_is(
    used: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die() -> None:
        raise SystemExit

    with pytest.raises(SystemExit):
        run_up_to_sent(used, used.a_sale("20,00"), monkeypatch, die)
    used.secrets._kept = {}
    used.restart()

    assert used.desk.lookup.reversals()[0].state is IntentState.OUTCOME_UNKNOWN


# Honest accidents


def typed(shop: Shop) -> None:
    """The owner types the merchants' keys again."""
    shop.desk.accounts.change(shop.esnekpos, EsnekPosSecrets(merchant_key=ESNEKPOS.key))
    secrets = ParamSecrets(username=PARAM.username, password=PARAM.password, guid=PARAM.guid)
    shop.desk.accounts.change(shop.param, secrets)


def test_on_a_new_computer_a_backup_goes_on_once_the_owner_says_so_and_types_the_keys(
    used: Shop, tmp_path: Path
) -> None:
    """So it is after the system was set up anew: the keyring is empty, and a backup is there."""
    used.desk.office().backups.write(tmp_path / "stick")
    upkeep.restore(tmp_path / "new", tmp_path / "stick")
    new = replace(used, folder=tmp_path / "new", secrets=MemoryStore())
    new.reopen()
    try:
        trust = new.desk.audit.trust()
        assert (trust.key_lost, trust.copied) == (True, True)
        assert len(new.desk.lookup.reversals()) == 1
        with pytest.raises(NotConfigured):
            new.look(used.a_sale("20,00"))

        new.desk.audit.begin_segment()
        new.desk.audit.accept_older()
        typed(new)
        assert is_sent(new, used.a_sale("30,00"))
        new.restart()
        assert new.desk.audit.trust().money_may_move
    finally:
        new.desk.close()


def test_after_a_dead_disk_a_backup_goes_on_with_the_keys_that_the_keyring_has(
    used: Shop, tmp_path: Path
) -> None:
    used.desk.office().backups.write(tmp_path / "stick")
    forgotten = used.a_sale("20,00")
    assert is_sent(used, forgotten)
    used.desk.close()
    shutil.rmtree(used.folder)
    upkeep.restore(used.folder, tmp_path / "stick")
    used.reopen()

    assert stopped(used, used.a_sale("30,00")) is LedgerFault.OLDER
    used.desk.audit.accept_older()
    assert is_sent(used, used.a_sale("40,00"))
    with pytest.raises(NotReversible):
        used.void(forgotten)


def test_after_a_dead_disk_without_a_backup_a_ledger_begun_anew_goes_on_once_the_owner_says_so(
    used: Shop,
) -> None:
    used.desk.close()
    shutil.rmtree(used.folder)
    used.reopen()
    key = EsnekPosSecrets(merchant_key=ESNEKPOS.key)
    used.esnekpos = used.desk.accounts.add(replace(used.esnekpos, id=0), key)

    assert stopped(used, used.a_sale("20,00")) is LedgerFault.ELSEWHERE
    used.desk.audit.accept_older()
    assert is_sent(used, used.a_sale("30,00"))


def test_the_first_row_of_a_ledger_begun_anew_says_what_is_not_known(used: Shop) -> None:
    used.desk.close()
    (used.folder / "ledger.sqlite3").write_bytes(b"damaged")
    with pytest.raises(LedgerUnavailable):
        Database.open(used.folder)
    Database.open(used.folder, start_over=True).close()
    used.reopen()
    used.desk.audit.trust()

    (_, first), *_ = reversed(used.desk.audit.entries())
    assert first.result.startswith("segment 1 begins, without ledger.damaged-")


# Secrets


def test_an_account_removed_in_another_ledger_takes_no_key_away_from_this_one(
    used: Shop, tmp_path: Path
) -> None:
    other = replace(used, folder=tmp_path / "second")
    other.reopen()
    key = EsnekPosSecrets(merchant_key=ESNEKPOS.key)
    added = other.desk.accounts.add(replace(used.esnekpos, id=0), key)
    other.desk.accounts.remove(added.id)
    other.desk.close()

    assert is_sent(used, used.a_sale("20,00"))


def test_a_copy_takes_and_replaces_no_key_of_the_ledger(used: Shop, elsewhere: Callable[[], Shop]) -> None:
    copy = elsewhere()
    with pytest.raises(LedgerUnavailable) as no:
        copy.desk.accounts.change(used.esnekpos, EsnekPosSecrets(merchant_key="another"))
    assert no.value.fault is LedgerFault.COPIED
    copy.desk.accounts.remove(used.esnekpos.id)

    assert is_sent(used, used.a_sale("20,00"))


def test_a_key_that_was_kept_without_a_ledger_moves_to_the_one_that_sends(used: Shop, tmp_path: Path) -> None:
    used.desk.close()
    used.secrets._kept = {name: text for name, text in used.secrets._kept.items() if "/account/" not in name}
    used.secrets.save(used.esnekpos, EsnekPosSecrets(merchant_key=ESNEKPOS.key))
    other = replace(used, folder=tmp_path / "second")
    other.reopen()
    with pytest.raises(NotConfigured):
        other.credentials.load(used.esnekpos)
    other.desk.close()
    used.reopen()

    assert is_sent(used, used.a_sale("20,00"))
    with pytest.raises(NotConfigured):
        used.secrets.load(used.esnekpos)
    used.restart()
    assert is_sent(used, used.a_sale("30,00"))
