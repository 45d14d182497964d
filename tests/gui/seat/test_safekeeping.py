"""The owner sees whether the ledger can be trusted, and decides; nothing is replaced in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.seat.log_check import break_words
from gui.seat.recovery import RecoveryDialog
from gui.seat.safekeeping import SafekeepingDialog
from gui.tasks import TaskRunner
from services.domain.audit import Break
from tests.shop import Shop


@pytest.fixture
def dialog(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> SafekeepingDialog:
    made = SafekeepingDialog(shop.desk, tasks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.trust.isVisible)
    return made


def test_the_recovery_code_is_called_for_until_it_is_put_away(
    qtbot: QtBot, dialog: SafekeepingDialog, shop: Shop
) -> None:
    assert "not put away" in dialog.trust.text
    dialog.recovery.click()
    code = dialog.findChild(RecoveryDialog)
    assert code is not None

    shop.desk.audit.put_code_away()
    code.leave.click()

    qtbot.waitUntil(lambda: "not put away" not in dialog.trust.text)


def test_checking_says_how_many_rows_fit_and_shows_the_short_code(
    qtbot: QtBot, dialog: SafekeepingDialog, shop: Shop
) -> None:
    dialog.verify.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert str(shop.desk.audit.verify().rows) in dialog.notice.text
    dialog.reload()
    qtbot.waitUntil(lambda: dialog.head.value == shop.desk.audit.head_code())


def test_a_backup_is_written_and_its_age_shown(
    qtbot: QtBot, dialog: SafekeepingDialog, tmp_path: Path
) -> None:
    file = tmp_path / "kopya"
    dialog.write_backup(file)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert file.exists()
    assert str(file) in dialog.notice.text


def test_a_backup_never_overwrites(qtbot: QtBot, dialog: SafekeepingDialog, tmp_path: Path) -> None:
    file = tmp_path / "kopya"
    file.write_bytes(b"another one")
    dialog.write_backup(file)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert file.read_bytes() == b"another one"


@pytest.mark.parametrize("why", Break)
def test_every_break_has_its_own_words(why: Break) -> None:
    assert [other for other in Break if break_words(other) == break_words(why)] == [why]


def lose_the_key(shop: Shop) -> None:
    """Restart on a keyring that has forgotten the audit log's key."""
    shop.desk.audit.trust()
    shop.secrets._kept = {name: text for name, text in shop.secrets._kept.items() if "audit" not in name}
    shop.restart()


def test_a_lost_key_holds_money_back_until_the_owner_begins_a_new_part(
    qtbot: QtBot, shop: Shop, tasks: TaskRunner
) -> None:
    lose_the_key(shop)
    dialog = SafekeepingDialog(shop.desk, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.trust.action.isVisible)
    assert not shop.desk.audit.trust().money_may_move
    assert not dialog.recovery.isEnabled()
    with qtbot.waitSignal(dialog.trusted):
        dialog.trust.action.click()
    assert shop.desk.audit.trust().money_may_move


def test_the_code_that_was_put_away_brings_the_key_back_and_a_slip_in_it_does_not(
    qtbot: QtBot, shop: Shop, tasks: TaskRunner
) -> None:
    code = shop.desk.audit.recovery_code()
    lose_the_key(shop)
    dialog = SafekeepingDialog(shop.desk, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.restore_key.isVisible)
    dialog.typed.setText(code[:-1])
    dialog.restore_key.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert shop.desk.audit.trust().key_lost

    dialog.typed.setText(code.lower())
    with qtbot.waitSignal(dialog.trusted):
        dialog.restore_key.click()
    assert shop.desk.audit.trust().money_may_move


def test_a_copied_ledger_sends_nothing_until_the_owner_goes_on_with_it(
    qtbot: QtBot, shop: Shop, tasks: TaskRunner, tmp_path: Path
) -> None:
    shop.void(shop.a_sale())
    shop.desk.close()
    shop.folder = shop.folder.rename(tmp_path / "moved")
    shop.reopen()
    dialog = SafekeepingDialog(shop.desk, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.trust.action.isVisible)
    assert "copy" in dialog.trust.text
    assert not shop.desk.audit.trust().money_may_move
    with qtbot.waitSignal(dialog.trusted):
        dialog.trust.action.click()
    assert shop.desk.audit.trust().money_may_move


def test_the_window_says_for_whom_another_ledger_sends_and_the_owner_goes_on_with_this_one(
    qtbot: QtBot, shop: Shop, window: MainWindow, tasks: TaskRunner
) -> None:
    shop.secrets.keep(f"merchant/esnekpos/demo/{shop.esnekpos.merchant.casefold()}", "another ledger")
    window.set_desk(shop.desk)
    qtbot.waitUntil(window.notice.isVisible)
    assert shop.esnekpos.name in window.notice.text

    dialog = SafekeepingDialog(shop.desk, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.trust.action.isVisible)
    assert shop.esnekpos.name in dialog.trust.text
    with qtbot.waitSignal(dialog.trusted):
        dialog.trust.action.click()
    assert shop.desk.audit.trust().elsewhere == ()


def test_the_window_says_at_once_that_nothing_is_sent(qtbot: QtBot, shop: Shop, window: MainWindow) -> None:
    lose_the_key(shop)
    window.set_desk(shop.desk)
    qtbot.waitUntil(window.notice.isVisible)
    assert "Nothing is sent" in window.notice.text


def test_checking_can_be_ended_and_says_that_nothing_is_known_then(
    qtbot: QtBot, dialog: SafekeepingDialog
) -> None:
    dialog.verify.click()
    dialog.check.stop.click()
    qtbot.waitUntil(dialog.verify.isEnabled)
    assert "Ended before" in dialog.notice.text or "Checked" in dialog.notice.text
    assert not dialog.check.isVisible()


def test_the_keyboard_is_where_it_was_when_the_check_has_ended(
    qtbot: QtBot, dialog: SafekeepingDialog
) -> None:
    dialog.activateWindow()
    dialog.verify.setFocus()
    qtbot.keyClick(dialog.verify, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.verify.isEnabled() and "Checked" in dialog.notice.text)
    assert dialog.focusWidget() is dialog.verify
