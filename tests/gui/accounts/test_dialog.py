"""The accounts with what each lacks; one is removed only after it was said what will become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.accounts.dialog import AccountsDialog
from gui.accounts.editor import AccountEditor
from gui.tasks import TaskRunner
from services.credentials import MemoryStore
from services.domain.account import Account, Environment
from services.domain.errors import Missing, NotConfigured
from tests.builders import an_esnekpos_account, esnekpos_secrets
from tests.shop import Shop

if TYPE_CHECKING:
    from services.desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, tasks: TaskRunner) -> AccountsDialog:
    dialog = AccountsDialog(desk, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "Ready" in states(dialog))
    return dialog


def states(dialog: AccountsDialog) -> list[str]:
    rows = range(dialog.table.rowCount())
    items = [dialog.table.item(row, 4) for row in rows]
    return [item.text() for item in items if item is not None]


def choose(dialog: AccountsDialog, account: Account) -> None:
    ids = [shown.id for shown in dialog.table.accounts]
    dialog.table.setCurrentCell(ids.index(account.id), 1)


def test_lists_every_account_and_that_it_is_ready(dialog: AccountsDialog, shop: Shop) -> None:
    assert dialog.table.accounts == [shop.esnekpos, shop.param]
    assert states(dialog) == ["Ready", "Ready"]
    badge = dialog.table.item(0, 0)
    assert badge is not None
    assert badge.data(Qt.ItemDataRole.AccessibleTextRole) == "DEMO"


def test_an_account_without_credentials_says_what_to_do(
    qtbot: QtBot, dialog: AccountsDialog, shop: Shop
) -> None:
    shop.secrets.forget(shop.param)
    dialog.reload()
    qtbot.waitUntil(lambda: states(dialog) == ["Ready", "Credentials missing"])
    choose(dialog, shop.param)
    assert "Pazaryeri" in dialog.notice.text
    qtbot.mouseClick(dialog.notice.action, LEFT)
    editor = dialog.findChild(AccountEditor)
    assert editor is not None
    assert editor.form.merchant.text() == shop.param.merchant
    editor.reject()


def test_a_locked_keyring_is_asked_once_for_all(
    qtbot: QtBot, dialog: AccountsDialog, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Account] = []

    def refuse(_: MemoryStore, account: Account) -> None:
        asked.append(account)
        raise NotConfigured(Missing.UNLOCKED_KEYRING, account=account)

    monkeypatch.setattr(type(shop.secrets), "load", refuse)
    dialog.reload()
    qtbot.waitUntil(lambda: states(dialog) == ["Keyring locked"] * 2)
    assert len(asked) == 1
    for account in (shop.esnekpos, shop.param):
        choose(dialog, account)
        assert account.name in dialog.notice.text
        assert "Unlock it" in dialog.notice.text
    monkeypatch.undo()
    qtbot.mouseClick(dialog.notice.action, LEFT)
    qtbot.waitUntil(lambda: states(dialog) == ["Ready", "Ready"])


def test_an_account_is_tried_from_the_list(qtbot: QtBot, dialog: AccountsDialog, shop: Shop) -> None:
    choose(dialog, shop.esnekpos)
    qtbot.mouseClick(dialog.test, LEFT)
    qtbot.waitUntil(lambda: "took the credentials" in dialog.notice.text)
    assert "Merkez" in dialog.notice.text
    assert dialog.test.isEnabled()


def test_an_unused_account_is_deleted_after_it_was_said(
    qtbot: QtBot, dialog: AccountsDialog, desk: Desk
) -> None:
    account = desk.accounts.add(an_esnekpos_account("M1", id=0), esnekpos_secrets())
    dialog.reload()
    qtbot.waitUntil(lambda: account in dialog.table.accounts)
    choose(dialog, account)
    qtbot.mouseClick(dialog.remove, LEFT)
    qtbot.waitUntil(lambda: "will be deleted" in dialog.notice.text)
    assert account in desk.accounts.all()
    with qtbot.waitSignal(dialog.changed):
        qtbot.mouseClick(dialog.notice.action, LEFT)
    assert account not in desk.accounts.all(retired=True)


def test_an_account_in_use_is_retired_after_it_was_said_why(
    qtbot: QtBot, dialog: AccountsDialog, desk: Desk, shop: Shop
) -> None:
    shop.an_order("100,00")
    choose(dialog, shop.param)
    qtbot.mouseClick(dialog.remove, LEFT)
    qtbot.waitUntil(lambda: "will be retired, not deleted" in dialog.notice.text)
    assert "in the ledger" in dialog.notice.text
    with qtbot.waitSignal(dialog.changed):
        qtbot.mouseClick(dialog.notice.action, LEFT)
    assert shop.param not in desk.accounts.all()
    qtbot.waitUntil(lambda: dialog.table.accounts == [shop.esnekpos])
    dialog.retired.click()
    qtbot.waitUntil(lambda: states(dialog) == ["Ready", "Retired"])


def test_a_retired_account_is_taken_back_with_its_secrets_typed_anew(
    qtbot: QtBot, dialog: AccountsDialog, desk: Desk, shop: Shop
) -> None:
    shop.an_order("100,00")
    desk.accounts.remove(shop.param.id)
    dialog.retired.click()
    qtbot.waitUntil(lambda: "Retired" in states(dialog))
    choose(dialog, shop.param)
    assert not dialog.remove.isEnabled()
    editor = dialog.open_editor(dialog.table.chosen)
    assert not editor.form.password.edit.placeholderText()
    for secret, typed in zip(
        (editor.form.username, editor.form.password, editor.form.guid),
        ("Test", "Test", "0c13d406-873b-403b-9c09-a5766840d98c"),
        strict=True,
    ):
        secret.edit.setText(typed)
    with qtbot.waitSignal(dialog.changed):
        qtbot.mouseClick(editor.confirm, LEFT)
    assert shop.param in desk.accounts.all()


def test_a_removal_is_taken_back_by_escape_or_by_looking_elsewhere(
    qtbot: QtBot, dialog: AccountsDialog, desk: Desk, shop: Shop
) -> None:
    for take_back in (
        lambda: qtbot.keyClick(dialog, Qt.Key.Key_Escape),
        lambda: choose(dialog, shop.param),
    ):
        choose(dialog, shop.esnekpos)
        qtbot.mouseClick(dialog.remove, LEFT)
        qtbot.waitUntil(lambda: "will be deleted" in dialog.notice.text)
        take_back()
        assert dialog.notice.isHidden()
        assert dialog.isVisible()
    assert shop.esnekpos in desk.accounts.all()


def test_adding_one_shows_it(qtbot: QtBot, dialog: AccountsDialog) -> None:
    qtbot.mouseClick(dialog.add, LEFT)
    editor = dialog.findChild(AccountEditor)
    assert editor is not None
    editor.form.merchant.setText("M1")
    editor.form.merchant_key.edit.setText("k")
    with qtbot.waitSignal(dialog.changed):
        qtbot.mouseClick(editor.confirm, LEFT)
    qtbot.waitUntil(lambda: [account.merchant for account in dialog.table.accounts][-1] == "M1")
    assert dialog.table.accounts[-1].environment is Environment.TEST


def test_a_shop_without_accounts_is_told_what_one_is(
    qtbot: QtBot, desk: Desk, tasks: TaskRunner, shop: Shop
) -> None:
    for account in (shop.esnekpos, shop.param):
        desk.accounts.remove(account.id)
    dialog = AccountsDialog(desk, tasks)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(dialog.blank.isVisible)
    assert "No account yet" in dialog.blank.text
    assert not dialog.edit.isEnabled()
