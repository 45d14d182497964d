"""Which ledger is believed: of one and its copies only the one that the keyring names moves money."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from services import upkeep
from services.audit import Audit
from services.domain.audit import Act
from services.domain.errors import LedgerFault, LedgerUnavailable, Missing, NotConfigured
from services.domain.reversal import IntentState, SettledBy
from services.ledger.copying import write_copy
from services.ledger.database import Database
from services.ledger.journal import Journal
from services.plans import plan_void
from services.simulator.entries import Sale
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
