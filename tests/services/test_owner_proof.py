"""An owner has to prove to be one before another ledger is believed, whatever that ledger says of PINs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from services import command, compose, upkeep
from services.credentials import MemoryStore
from services.domain.audit import AuditKey
from services.domain.errors import Denied, LedgerUnavailable, Missing, NotAllowed, NotConfigured
from services.domain.operator import Operator, Role
from services.domain.settings import Settings
from services.ledger.copying import check_copy
from services.owner_proof import LOCKED_FOR, MOST_WRONG, NO_PROOF, Proof
from tests import canary
from tests.services.staff import CASHIER, MANAGER, OWNER, PINS, sit, staffed
from tests.shop import NOON, Shop

OWNERS = Proof(pin=PINS[OWNER])


@pytest.fixture
def file(shop: Shop, tmp_path: Path) -> Path:
    """A backup from before PINs; they are on now."""
    shop.desk.audit.trust()
    file = tmp_path / "desk.backup"
    shop.desk.office().backups.write(file)
    staffed(shop, sits=OWNER)
    return file


def why(call: Callable[[], object]) -> Denied:
    with pytest.raises(NotAllowed) as no:
        call()
    return no.value.why


def restored(shop: Shop, file: Path, proof: Proof = NO_PROOF) -> object:
    return upkeep.restore(shop.folder, file, proof=proof, credentials=shop.secrets)


@pytest.mark.parametrize("proof", [NO_PROOF, Proof(pin=PINS[CASHIER]), Proof(pin=PINS[MANAGER])])
def test_who_is_no_owner_restores_no_backup_from_before_pins(shop: Shop, file: Path, proof: Proof) -> None:
    shop.desk.close()

    denied = why(lambda: restored(shop, file, proof))

    assert denied is (Denied.OWNER_PROOF if proof is NO_PROOF else Denied.WRONG_PIN)
    shop.reopen()
    assert shop.desk.operators.settings().pins


def test_an_owner_restores_it_with_their_pin(shop: Shop, file: Path) -> None:
    shop.desk.close()

    restored(shop, file, OWNERS)

    shop.reopen()
    assert not shop.desk.operators.settings().pins


def test_an_owner_restores_it_with_the_recovery_code(shop: Shop, file: Path) -> None:
    code = shop.desk.audit.recovery_code()
    shop.desk.close()

    assert why(lambda: restored(shop, file, Proof(code=AuditKey.make().code))) is Denied.WRONG_CODE
    assert why(lambda: restored(shop, file, Proof(code="OWNER"))) is Denied.WRONG_CODE
    restored(shop, file, Proof.typed(code.lower()))

    shop.reopen()


def test_with_the_ledger_gone_the_keyring_knows_that_pins_are_on(shop: Shop, file: Path) -> None:
    shop.desk.close()
    (shop.folder / "ledger.sqlite3").unlink()

    assert why(lambda: restored(shop, file)) is Denied.OWNER_PROOF
    restored(shop, file, OWNERS)

    shop.reopen()


def test_into_another_folder_it_takes_an_owner_too(shop: Shop, file: Path, tmp_path: Path) -> None:
    shop.desk.close()

    def elsewhere(proof: Proof) -> object:
        return upkeep.restore(tmp_path / "other", file, proof=proof, credentials=shop.secrets)

    assert why(lambda: elsewhere(NO_PROOF)) is Denied.OWNER_PROOF
    assert not (tmp_path / "other" / "ledger.sqlite3").exists()
    elsewhere(OWNERS)
    shop.reopen()


def test_an_older_file_put_in_place_by_hand_is_gone_on_with_by_an_owner_only(shop: Shop, file: Path) -> None:
    shop.desk.close()
    (shop.folder / "ledger.sqlite3").write_bytes(file.read_bytes())
    shop.reopen()

    assert not shop.desk.operators.settings().pins  # whoever sits there is taken for its owner
    assert why(shop.desk.audit.accept_older) is Denied.OWNER_PROOF
    assert why(lambda: shop.desk.audit.accept_older(Proof(pin=PINS[CASHIER]))) is Denied.WRONG_PIN
    with pytest.raises(LedgerUnavailable):
        shop.void(shop.a_sale("10,00"))
    shop.desk.audit.accept_older(OWNERS)
    assert shop.desk.audit.trust().money_may_move


def test_what_an_older_ledger_is_told_of_its_people_the_keyring_does_not_believe(
    shop: Shop, file: Path
) -> None:
    shop.desk.close()
    (shop.folder / "ledger.sqlite3").write_bytes(file.read_bytes())
    shop.reopen()

    shop.desk.operators.add("Yeni", Role.OWNER, canary.PINS[3])
    shop.desk.operators.change_settings(Settings(pins=True))
    shop.desk.operators.sign_in("Yeni", canary.PINS[3])

    assert why(lambda: shop.desk.audit.accept_older(Proof(pin=canary.PINS[3]))) is Denied.WRONG_PIN


def test_wrong_pins_are_counted_across_starts_and_lock_and_the_code_still_works(
    shop: Shop, file: Path
) -> None:
    code = Proof(code=shop.desk.audit.recovery_code())
    shop.desk.close()
    wrong = Proof(pin=PINS[CASHIER])

    for _ in range(MOST_WRONG - 1):
        assert why(lambda: restored(shop, file, wrong)) is Denied.WRONG_PIN
    assert why(lambda: restored(shop, file, wrong)) is Denied.LOCKED_OUT
    assert why(lambda: restored(shop, file, OWNERS)) is Denied.LOCKED_OUT
    restored(shop, file, code)

    shop.reopen()


def test_no_lock_lasts_longer_than_it_should_whatever_the_clock_was(shop: Shop, file: Path) -> None:
    shop.clock.set_to(NOON + timedelta(days=365))
    way_back = shop.desk.office().way_back
    for _ in range(MOST_WRONG):
        why(lambda: way_back.leave_for(file, Proof(pin=PINS[CASHIER])))
    shop.clock.set_to(NOON)
    assert why(lambda: way_back.leave_for(file, OWNERS)) is Denied.LOCKED_OUT
    shop.clock.advance(LOCKED_FOR)

    assert way_back.leave_for(file, OWNERS) == OWNER


def test_from_the_window_too_an_owner_proves_it_again(shop: Shop, file: Path) -> None:
    way_back = shop.desk.office().way_back

    assert why(lambda: way_back.leave_for(file)) is Denied.OWNER_PROOF
    assert way_back.leave_for(file, OWNERS) == OWNER


@pytest.mark.parametrize("change", ["pin", "role", "gone", "own pin"])
def test_what_proves_an_owner_changes_with_who_owns(shop: Shop, file: Path, change: str) -> None:
    operators = shop.desk.operators
    operators.add("İkinci", Role.OWNER, canary.PINS[3])
    second = Proof(pin=canary.PINS[3])
    (added,) = [one for one in operators.all() if one.name == "İkinci"]
    if change == "pin":
        operators.set_pin(added.id, PINS[CASHIER])
    elif change == "role":
        operators.change(Operator(id=added.id, name=added.name, role=Role.MANAGER))
    elif change == "gone":
        operators.change(Operator(id=added.id, name=added.name, role=Role.OWNER, active=False))
    else:
        operators.sign_in("İkinci", canary.PINS[3])
        operators.change_own_pin(canary.PINS[3], PINS[CASHIER])
    sit(shop, OWNER)

    assert why(lambda: shop.desk.office().way_back.leave_for(file, second)) is Denied.WRONG_PIN


def test_a_shop_that_has_never_had_pins_is_asked_for_nothing(shop: Shop, tmp_path: Path) -> None:
    shop.desk.audit.trust()
    shop.desk.office().backups.write(tmp_path / "x")
    shop.desk.close()

    restored(shop, tmp_path / "x")

    shop.reopen()
    shop.desk.audit.accept_older()


def test_on_a_new_computer_a_backup_with_pins_is_restored_and_asks_for_them_itself(
    shop: Shop, file: Path, tmp_path: Path
) -> None:
    newer = file.with_name("newer.backup")
    shop.desk.office().backups.write(newer)

    upkeep.restore(tmp_path / "new", newer, credentials=MemoryStore())

    contents = check_copy(tmp_path / "new" / "ledger.sqlite3")
    assert contents.owners is not None
    assert contents.owners.pins


@pytest.mark.parametrize("words", [[], ["--recovery-code"]])
def test_the_command_asks_for_it_and_never_takes_it_on_the_line(
    shop: Shop,
    file: Path,
    words: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = shop.desk.audit.recovery_code()
    shop.desk.close()
    typed = {"Recovery code: ": code, "An owner's PIN: ": PINS[OWNER]}
    asked: list[str] = []

    def getpass(prompt: str) -> str:
        asked.append(prompt)
        return "" if len(asked) == 1 else typed[prompt]

    monkeypatch.setattr(command, "getpass", getpass)
    restore = ["restore", str(file), *words]

    assert command.main(restore, folder=shop.folder, credentials=shop.secrets) == 1
    assert "Nothing was changed" in capsys.readouterr().err
    asked[:] = ["once"]
    assert command.main(restore, folder=shop.folder, credentials=shop.secrets) == 0
    assert asked[-1] == ("Recovery code: " if words else "An owner's PIN: ")
    shop.reopen()


def test_a_ledger_begun_anew_says_first_what_is_not_known_in_it(shop: Shop, file: Path) -> None:
    assert file.exists()
    shop.desk.close()
    (shop.folder / "ledger.sqlite3").write_bytes(b"?")
    with pytest.raises(LedgerUnavailable):
        shop.reopen()

    desk = compose.open_desk(shop.folder, start_over=True, clock=shop.clock, credentials=shop.secrets)

    desk.audit.trust()
    rows = desk.audit.entries()
    assert any(entry.subject == "new ledger" and "is not known" in entry.result for _, entry in rows)
    assert desk.accounts.all() == []
    desk.close()


class Locked(MemoryStore):
    def recall(self, name: str) -> str | None:
        raise NotConfigured(Missing.UNLOCKED_KEYRING, name)


def test_a_locked_keyring_lets_nobody_past_where_the_ledger_has_pins(shop: Shop, file: Path) -> None:
    shop.desk.close()

    with pytest.raises(NotConfigured):
        upkeep.restore(shop.folder, file, proof=OWNERS, credentials=Locked())

    shop.reopen()


def test_no_pin_and_no_hash_shows_in_a_repr(shop: Shop, tmp_path: Path) -> None:
    staffed(shop, sits=OWNER)
    shop.desk.office().backups.write(tmp_path / "with pins")
    contents = check_copy(tmp_path / "with pins")

    assert contents.owners is not None
    assert contents.owners.hashes
    assert "argon2" not in repr(contents) + repr(contents.owners)
    assert PINS[OWNER] not in repr(OWNERS)
