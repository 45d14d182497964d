"""Going back to a backup: what is in it and what it forgets is said before anything is done."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from services import upkeep
from services.domain.audit import Act
from services.domain.errors import InProgress, LedgerFault, LedgerUnavailable, NotAllowed
from services.owner_proof import Proof
from services.simulator.faults import Fault
from tests.services.staff import CASHIER, MANAGER, OWNER, PINS, staffed
from tests.shop import NOON, Shop


@pytest.fixture
def backup(shop: Shop, tmp_path: Path) -> Path:
    """A backup with one reversal in it; another one was made an hour after it."""
    shop.void(shop.a_sale("10,00"))
    file = tmp_path / "desk.backup"
    shop.desk.office().backups.write(file)
    shop.clock.advance(timedelta(hours=1))
    shop.void(shop.a_sale("20,00"))
    return file


def test_what_is_in_a_backup_stands_beside_what_is_here(shop: Shop, backup: Path) -> None:
    found = shop.desk.office().way_back.look_at(backup)

    assert (found.contents.intents, found.here, found.remembered) == (1, 2, 2)
    assert found.contents.newest == NOON
    assert found.contents.until == NOON
    assert found.ours
    assert (found.forgotten, found.open) == (1, 0)


def test_what_the_keyring_remembers_counts_where_the_ledger_here_has_forgotten_too(
    shop: Shop, backup: Path
) -> None:
    shop.desk.close()
    upkeep.restore(shop.folder, backup)
    shop.restart()

    found = shop.desk.office().way_back.look_at(backup)

    assert (found.here, found.remembered, found.forgotten) == (1, 2, 1)


def test_another_ledgers_backup_is_called_that(shop: Shop, backup: Path, tmp_path: Path) -> None:
    other = Shop.open(tmp_path / "other")
    found = other.desk.office().way_back.look_at(backup)
    other.close()

    assert not found.ours
    assert shop.desk.office().way_back.look_at(backup).ours


def test_a_photograph_is_no_backup_and_a_damaged_one_is_damaged(shop: Shop, backup: Path) -> None:
    photograph = backup.with_name("photograph.jpg")
    photograph.write_bytes(b"\xff\xd8" * 5000)
    damaged = backup.with_name("damaged.backup")
    damaged.write_bytes(backup.read_bytes()[:-4096])

    for file, fault in ((photograph, LedgerFault.OTHER), (damaged, LedgerFault.CORRUPT)):
        with pytest.raises(LedgerUnavailable) as no:
            shop.desk.office().way_back.look_at(file)
        assert no.value.fault is fault


def test_while_an_end_is_unknown_nobody_goes_back(shop: Shop, backup: Path) -> None:
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation="move")
    shop.void(shop.a_sale("30,00"))
    assert shop.desk.office().way_back.look_at(backup).open == 1

    with pytest.raises(InProgress):
        shop.desk.office().way_back.leave_for(backup)


@pytest.mark.parametrize("who", [CASHIER, MANAGER])
def test_only_an_owner_goes_back_or_looks_at_a_backup(shop: Shop, backup: Path, who: str) -> None:
    staffed(shop, sits=who)

    for call in (shop.desk.office().way_back.look_at, shop.desk.office().way_back.leave_for):
        with pytest.raises(NotAllowed):
            call(backup)


def test_that_it_is_wanted_is_written_down_in_the_ledger_that_is_left(shop: Shop, backup: Path) -> None:
    staffed(shop, sits=OWNER)

    who = shop.desk.office().way_back.leave_for(backup, Proof(pin=PINS[OWNER]))

    assert who == OWNER
    told = [entry for _, entry in shop.desk.audit.entries() if entry.act is Act.RESTORE]
    assert [(entry.who, entry.subject) for entry in told] == [(OWNER, "desk.backup")]


def test_who_went_back_stands_in_the_log_of_what_was_put_in_place(shop: Shop, backup: Path) -> None:
    who = shop.desk.office().way_back.leave_for(backup)
    shop.desk.close()

    restored = upkeep.restore(shop.folder, backup, who=who)

    shop.restart()
    shop.desk.audit.accept_older()
    told = [entry for _, entry in shop.desk.audit.entries() if entry.act is Act.RESTORE]
    assert [entry.who for entry in told] == [who]
    assert restored.kept_aside is not None
    assert restored.kept_aside.name in told[0].result
    assert restored.kept_aside in shop.desk.earlier
