"""The accounts with what each lacks; one is removed only after it was said what will become of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.accounts.editor import AccountEditor
from gui.accounts.panel import AccountsPanel
from gui.tasks import TaskRunner
from services.domain.account import Account, Environment
from services.domain.errors import Missing, NotConfigured
from services.ledger_secrets import LedgerSecrets
from tests.builders import an_esnekpos_account, esnekpos_secrets
from tests.shop import Shop

if TYPE_CHECKING:
    from services.desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, tasks: TaskRunner) -> AccountsPanel:
    panel = AccountsPanel(desk, tasks)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: "Ready" in states(panel))
    return panel


def states(panel: AccountsPanel) -> list[str]:
    rows = range(panel.table.rowCount())
    items = [panel.table.item(row, 4) for row in rows]
    return [item.text() for item in items if item is not None]


def choose(panel: AccountsPanel, account: Account) -> None:
    ids = [shown.id for shown in panel.table.accounts]
    panel.table.setCurrentCell(ids.index(account.id), 1)


def test_lists_every_account_and_that_it_is_ready(panel: AccountsPanel, shop: Shop) -> None:
    assert panel.table.accounts == [shop.esnekpos, shop.param]
    assert states(panel) == ["Ready", "Ready"]
    badge = panel.table.item(0, 0)
    assert badge is not None
    assert badge.data(Qt.ItemDataRole.AccessibleTextRole) == "DEMO"


def test_an_account_without_credentials_says_what_to_do(
    qtbot: QtBot, panel: AccountsPanel, shop: Shop
) -> None:
    shop.credentials.forget(shop.param)
    panel.reload()
    qtbot.waitUntil(lambda: states(panel) == ["Ready", "Credentials missing"])
    choose(panel, shop.param)
    assert "Pazaryeri" in panel.notice.text
    qtbot.mouseClick(panel.notice.action, LEFT)
    editor = panel.findChild(AccountEditor)
    assert editor is not None
    assert editor.form.merchant.text() == shop.param.merchant
    editor.reject()


def test_a_locked_keyring_is_asked_once_for_all(
    qtbot: QtBot, panel: AccountsPanel, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Account] = []

    def refuse(_: LedgerSecrets, account: Account) -> None:
        asked.append(account)
        raise NotConfigured(Missing.UNLOCKED_KEYRING, account=account)

    monkeypatch.setattr(LedgerSecrets, "load", refuse)
    panel.reload()
    qtbot.waitUntil(lambda: states(panel) == ["Keyring locked"] * 2)
    assert len(asked) == 1
    for account in (shop.esnekpos, shop.param):
        choose(panel, account)
        assert account.name in panel.notice.text
        assert "Unlock it" in panel.notice.text
    monkeypatch.undo()
    qtbot.mouseClick(panel.notice.action, LEFT)
    qtbot.waitUntil(lambda: states(panel) == ["Ready", "Ready"])


def test_an_account_is_tried_from_the_list(qtbot: QtBot, panel: AccountsPanel, shop: Shop) -> None:
    choose(panel, shop.esnekpos)
    qtbot.mouseClick(panel.test, LEFT)
    qtbot.waitUntil(lambda: "took the credentials" in panel.notice.text)
    assert "Merkez" in panel.notice.text
    assert panel.test.isEnabled()


def test_an_unused_account_is_deleted_after_it_was_said(
    qtbot: QtBot, panel: AccountsPanel, desk: Desk
) -> None:
    account = desk.accounts.add(an_esnekpos_account("M1", id=0), esnekpos_secrets())
    panel.reload()
    qtbot.waitUntil(lambda: account in panel.table.accounts)
    choose(panel, account)
    qtbot.mouseClick(panel.remove, LEFT)
    qtbot.waitUntil(lambda: "will be deleted" in panel.notice.text)
    assert account in desk.accounts.all()
    with qtbot.waitSignal(panel.changed):
        qtbot.mouseClick(panel.notice.action, LEFT)
    assert account not in desk.accounts.all(retired=True)


def test_an_account_in_use_is_retired_after_it_was_said_why(
    qtbot: QtBot, panel: AccountsPanel, desk: Desk, shop: Shop
) -> None:
    shop.an_order("100,00")
    choose(panel, shop.param)
    qtbot.mouseClick(panel.remove, LEFT)
    qtbot.waitUntil(lambda: "will be retired, not deleted" in panel.notice.text)
    assert "in the ledger" in panel.notice.text
    with qtbot.waitSignal(panel.changed):
        qtbot.mouseClick(panel.notice.action, LEFT)
    assert shop.param not in desk.accounts.all()
    qtbot.waitUntil(lambda: panel.table.accounts == [shop.esnekpos])
    panel.retired.click()
    qtbot.waitUntil(lambda: states(panel) == ["Ready", "Retired"])


def test_a_retired_account_is_taken_back_with_its_secrets_typed_anew(
    qtbot: QtBot, panel: AccountsPanel, desk: Desk, shop: Shop
) -> None:
    shop.an_order("100,00")
    desk.accounts.remove(shop.param.id)
    panel.retired.click()
    qtbot.waitUntil(lambda: "Retired" in states(panel))
    choose(panel, shop.param)
    assert not panel.remove.isEnabled()
    editor = panel.open_editor(panel.table.chosen)
    assert not editor.form.password.edit.placeholderText()
    for secret, typed in zip(
        (editor.form.username, editor.form.password, editor.form.guid),
        ("Test", "Test", "0c13d406-873b-403b-9c09-a5766840d98c"),
        strict=True,
    ):
        secret.edit.setText(typed)
    with qtbot.waitSignal(panel.changed):
        qtbot.mouseClick(editor.confirm, LEFT)
    assert shop.param in desk.accounts.all()


def test_a_removal_is_taken_back_by_escape_or_by_looking_elsewhere(
    qtbot: QtBot, panel: AccountsPanel, desk: Desk, shop: Shop
) -> None:
    for take_back in (
        lambda: qtbot.keyClick(panel, Qt.Key.Key_Escape),
        lambda: choose(panel, shop.param),
    ):
        choose(panel, shop.esnekpos)
        qtbot.mouseClick(panel.remove, LEFT)
        qtbot.waitUntil(lambda: "will be deleted" in panel.notice.text)
        take_back()
        assert panel.notice.isHidden()
        assert panel.isVisible()
    assert shop.esnekpos in desk.accounts.all()


def test_adding_one_shows_it(qtbot: QtBot, panel: AccountsPanel) -> None:
    qtbot.mouseClick(panel.add, LEFT)
    editor = panel.findChild(AccountEditor)
    assert editor is not None
    editor.form.merchant.setText("M1")
    editor.form.merchant_key.edit.setText("k")
    with qtbot.waitSignal(panel.changed):
        qtbot.mouseClick(editor.confirm, LEFT)
    qtbot.waitUntil(lambda: [account.merchant for account in panel.table.accounts][-1] == "M1")
    assert panel.table.accounts[-1].environment is Environment.TEST


def test_a_shop_without_accounts_is_told_what_one_is(
    qtbot: QtBot, desk: Desk, tasks: TaskRunner, shop: Shop
) -> None:
    for account in (shop.esnekpos, shop.param):
        desk.accounts.remove(account.id)
    panel = AccountsPanel(desk, tasks)
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(panel.blank.isVisible)
    assert "No account yet" in panel.blank.text
    assert not panel.edit.isEnabled()
