"""An account is typed, tried and saved; what was typed is not lost, and no secret is ever shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from gui.accounts.editor import AccountEditor
from gui.tasks import TaskRunner
from services.accounts import TEST_BACK_URL
from services.domain.account import Account, Environment, EsnekPosSecrets, GatewayName, Secrets
from services.domain.errors import Missing, NotConfigured
from services.ledger_secrets import LedgerSecrets
from tests.builders import PARAM_GUID, a_param_account, an_esnekpos_account, esnekpos_secrets, param_secrets
from tests.shop import Shop

if TYPE_CHECKING:
    from services.desk import Desk

Open = Callable[..., AccountEditor]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_editor(qtbot: QtBot, desk: Desk, tasks: TaskRunner) -> Open:
    def opened(account: Account | None = None, *, demo_address: str | None = None) -> AccountEditor:
        editor = AccountEditor(desk, tasks, account, demo_address=demo_address)
        qtbot.addWidget(editor, before_close_func=AccountEditor.stay)
        editor.show()
        return editor

    return opened


@pytest.fixture
def locked(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A keyring that a person has locked."""

    def refuse(_: LedgerSecrets, account: Account, *_secrets: Secrets) -> None:
        raise NotConfigured(Missing.UNLOCKED_KEYRING, account=account)

    for name in ("save", "load", "forget"):
        monkeypatch.setattr(type(shop.credentials), name, refuse)


def choose(editor: AccountEditor, environment: Environment) -> None:
    button = editor.findChild(QAbstractButton, environment.value)
    assert button is not None
    button.click()


def fill_in(editor: AccountEditor, **typed: str) -> None:
    for name, text in typed.items():
        field = editor.form.rows[name].field
        edit = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
        assert edit is not None
        edit.setText(text)


def choose_param(editor: AccountEditor) -> None:
    editor.form.gateway.setCurrentIndex(editor.form.gateway.findData(GatewayName.PARAM))


def saved_by(qtbot: QtBot, editor: AccountEditor) -> Account:
    with qtbot.waitSignal(editor.saved) as saved:
        qtbot.mouseClick(editor.confirm, LEFT)
    account = saved.args[0]
    assert isinstance(account, Account)
    return account


def everything_said(editor: AccountEditor) -> str:
    problems = [row.problem for row in editor.form.rows.values()]
    return "\n".join([editor.notice.text, editor.notice.technical, *problems])


# Adding


def test_an_esnekpos_account_is_added(qtbot: QtBot, desk: Desk, open_editor: Open, shop: Shop) -> None:
    editor = open_editor()
    fill_in(editor, merchant="M1", name="Şube", merchant_key="anahtar", cutoff="22.30")
    account = saved_by(qtbot, editor)
    assert account in desk.accounts.all()
    assert (account.merchant, account.name, account.environment) == ("M1", "Şube", Environment.TEST)
    assert account.cutoff is not None
    assert account.cutoff.isoformat() == "22:30:00"
    assert shop.credentials.load(account) == EsnekPosSecrets(merchant_key="anahtar")
    assert not editor.isVisible()


def test_a_param_account_is_added(qtbot: QtBot, open_editor: Open, shop: Shop) -> None:
    editor = open_editor()
    choose_param(editor)
    fill_in(editor, merchant="55555", username="Test", password="Test", guid=f" {PARAM_GUID} ")
    editor.form.strict.setChecked(True)
    account = saved_by(qtbot, editor)
    assert (account.gateway, account.strict, account.back_url) == (GatewayName.PARAM, True, "")
    assert shop.credentials.load(account) == param_secrets()


def test_each_gateway_asks_for_what_it_needs(open_editor: Open) -> None:
    editor = open_editor()
    rows = editor.form.rows
    assert rows["merchant_key"].isVisible()
    assert rows["back_url"].isVisible()
    assert not rows["guid"].isVisible()
    choose_param(editor)
    assert not rows["merchant_key"].isVisible()
    assert not rows["back_url"].isVisible()
    assert all(rows[name].isVisible() for name in ("username", "password", "guid"))


def test_a_demo_is_not_offered_by_hand(open_editor: Open) -> None:
    editor = open_editor()
    assert [button.objectName() for button in editor.form.environments.buttons()] == ["test", "live"]
    assert not editor.form.rows["address"].isVisible()


def test_in_the_demo_there_is_nothing_but_the_demo(qtbot: QtBot, open_editor: Open) -> None:
    editor = open_editor(demo_address="http://127.0.0.1:9")
    assert [button.objectName() for button in editor.form.environments.buttons()] == ["demo"]
    fill_in(editor, merchant="M1", merchant_key="k")
    account = saved_by(qtbot, editor)
    assert (account.environment, account.address) == (Environment.DEMO, "http://127.0.0.1:9")


# Live


def test_live_is_unmistakable(open_editor: Open) -> None:
    editor = open_editor()
    assert not editor.form.live.isVisible()
    before = editor.confirm.text()
    choose(editor, Environment.LIVE)
    assert editor.form.live.isVisible()
    assert "LIVE" in editor.confirm.text() != before
    assert editor.confirm.property("kind") == "danger"
    choose(editor, Environment.TEST)
    assert not editor.form.live.isVisible()
    assert editor.confirm.text() == before


def test_the_documents_back_url_goes_with_the_choice_of_environment(open_editor: Open) -> None:
    editor = open_editor()
    assert editor.form.back_url.text() == TEST_BACK_URL
    choose(editor, Environment.LIVE)
    assert editor.form.back_url.text() == ""
    choose(editor, Environment.TEST)
    assert editor.form.back_url.text() == TEST_BACK_URL


def test_a_back_url_of_ones_own_stays(open_editor: Open) -> None:
    editor = open_editor()
    fill_in(editor, back_url="https://shop.example/iade")
    choose(editor, Environment.LIVE)
    assert editor.form.back_url.text() == "https://shop.example/iade"


def test_says_that_without_a_back_url_nothing_can_be_voided(open_editor: Open) -> None:
    editor = open_editor()
    assert "voiding is not offered" not in editor.form.rows["back_url"].hint
    fill_in(editor, back_url="")
    assert "voiding is not offered" in editor.form.rows["back_url"].hint


def test_the_secrets_of_a_test_account_do_not_follow_it_into_live(
    qtbot: QtBot, desk: Desk, open_editor: Open
) -> None:
    account = desk.accounts.add(an_esnekpos_account(id=0), esnekpos_secrets())
    editor = open_editor(account)
    assert editor.form.merchant_key.edit.placeholderText()
    choose(editor, Environment.LIVE)
    assert not editor.form.merchant_key.edit.placeholderText()
    qtbot.mouseClick(editor.confirm, LEFT)
    qtbot.waitUntil(lambda: bool(editor.form.rows["merchant_key"].problem))
    assert account in desk.accounts.all()


# What is wrong stands beside its field


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"merchant": " "}, "merchant"),
        ({"merchant_key": ""}, "merchant_key"),
        ({"back_url": "http://shop.example"}, "back_url"),
        ({"cutoff": "25:00"}, "cutoff"),
        ({"cutoff": "22"}, "cutoff"),
    ],
)
def test_a_problem_stands_beside_its_field_until_it_is_typed_anew(
    qtbot: QtBot, desk: Desk, open_editor: Open, typed: dict[str, str], field: str
) -> None:
    editor = open_editor()
    fill_in(editor, **{"merchant": "M1", "merchant_key": "k", **typed})
    before = desk.accounts.all()
    qtbot.mouseClick(editor.confirm, LEFT)
    qtbot.waitUntil(lambda: bool(editor.form.rows[field].problem))
    wrong = [name for name, row in editor.form.rows.items() if row.problem]
    assert wrong == [field]
    assert desk.accounts.all() == before
    edit = editor.form.rows[field].findChild(QLineEdit)
    assert edit is not None
    assert editor.focusWidget() is edit
    qtbot.keyClicks(edit, "9")
    assert not editor.form.rows[field].problem


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"merchant": "abc"}, "merchant"),
        ({"merchant": "123456"}, "merchant"),
        ({"username": ""}, "username"),
        ({"password": "a password too long"}, "password"),
        ({"guid": "1234"}, "guid"),
    ],
)
def test_params_own_limits_stand_beside_their_fields(
    qtbot: QtBot, open_editor: Open, typed: dict[str, str], field: str
) -> None:
    editor = open_editor()
    choose_param(editor)
    complete = {"merchant": "55555", "username": "Test", "password": "Test", "guid": PARAM_GUID}
    fill_in(editor, **{**complete, **typed})
    qtbot.mouseClick(editor.confirm, LEFT)
    qtbot.waitUntil(lambda: bool(editor.form.rows[field].problem))


def test_a_test_host_is_refused_in_live(qtbot: QtBot, open_editor: Open) -> None:
    editor = open_editor()
    choose(editor, Environment.LIVE)
    fill_in(editor, merchant="M1", merchant_key="k", back_url=TEST_BACK_URL)
    qtbot.mouseClick(editor.confirm, LEFT)
    qtbot.waitUntil(lambda: bool(editor.form.rows["back_url"].problem))


def test_a_merchant_that_is_there_already_is_said(qtbot: QtBot, open_editor: Open) -> None:
    for attempt in range(2):
        editor = open_editor()
        fill_in(editor, merchant="M1", merchant_key="k")
        if attempt == 0:
            saved_by(qtbot, editor)
    qtbot.mouseClick(editor.confirm, LEFT)
    qtbot.waitUntil(lambda: bool(editor.form.rows["merchant"].problem))


# Secrets


def test_a_saved_secret_is_never_filled_in(open_editor: Open, shop: Shop) -> None:
    editor = open_editor(replace(shop.esnekpos, environment=Environment.TEST))
    secret = editor.form.merchant_key
    assert secret.typed == ""
    assert secret.edit.placeholderText() == "Saved; leave empty to keep it"
    assert not secret.reveal.isEnabled()


def test_only_what_is_typed_now_can_be_revealed(qtbot: QtBot, open_editor: Open) -> None:
    editor = open_editor()
    secret = editor.form.merchant_key
    qtbot.keyClicks(secret.edit, "anahtar")
    assert secret.edit.displayText() != "anahtar"
    qtbot.mouseClick(secret.reveal, LEFT)
    assert secret.edit.displayText() == "anahtar"
    secret.edit.clear()
    qtbot.keyClicks(secret.edit, "x")
    assert secret.edit.displayText() != "x"


def test_a_secret_left_empty_is_kept(qtbot: QtBot, open_editor: Open, shop: Shop) -> None:
    before = shop.credentials.load(shop.esnekpos)
    editor = open_editor(shop.esnekpos)
    fill_in(editor, name="Merkez 2")
    assert saved_by(qtbot, editor).name == "Merkez 2"
    assert shop.credentials.load(shop.esnekpos) == before


def test_a_typed_secret_replaces_the_saved_one(qtbot: QtBot, open_editor: Open, shop: Shop) -> None:
    editor = open_editor(shop.esnekpos)
    fill_in(editor, merchant_key="yeni")
    saved_by(qtbot, editor)
    assert shop.credentials.load(shop.esnekpos) == EsnekPosSecrets(merchant_key="yeni")
    assert editor.form.merchant_key.typed == ""


@pytest.mark.usefixtures("locked")
def test_what_was_typed_survives_a_locked_keyring(qtbot: QtBot, desk: Desk, open_editor: Open) -> None:
    editor = open_editor()
    fill_in(editor, merchant="M1", name="Şube", merchant_key="anahtar")
    before = desk.accounts.all()
    qtbot.mouseClick(editor.confirm, LEFT)
    qtbot.waitUntil(lambda: "keyring is locked" in editor.notice.text)
    assert "Şube" in editor.notice.text
    assert (editor.form.merchant.text(), editor.form.merchant_key.typed) == ("M1", "anahtar")
    assert editor.confirm.isEnabled()
    assert "anahtar" not in everything_said(editor)
    assert desk.accounts.all() == before


# Trying


def test_esnekpos_is_tried_before_it_is_saved(qtbot: QtBot, open_editor: Open, shop: Shop) -> None:
    editor = open_editor(shop.esnekpos)
    qtbot.mouseClick(editor.test, LEFT)
    qtbot.waitUntil(lambda: "took the credentials" in editor.notice.text)
    assert "no money moved" in editor.notice.text
    assert editor.isVisible()


def test_a_wrong_key_is_said_and_not_shown(qtbot: QtBot, open_editor: Open, shop: Shop) -> None:
    editor = open_editor(shop.esnekpos)
    fill_in(editor, merchant_key="yanlis-anahtar")
    qtbot.mouseClick(editor.test, LEFT)
    qtbot.waitUntil(lambda: "does not accept" in editor.notice.text)
    assert "Merkez" in editor.notice.text
    assert "yanlis-anahtar" not in everything_said(editor)


def test_param_is_only_looked_at_and_says_so(qtbot: QtBot, open_editor: Open, shop: Shop) -> None:
    editor = open_editor(shop.param)
    qtbot.mouseClick(editor.test, LEFT)
    qtbot.waitUntil(lambda: "can't be proven without moving money" in editor.notice.text)
    assert "unknown" in editor.notice.text


def test_says_that_params_caller_must_be_registered(open_editor: Open) -> None:
    editor = open_editor(a_param_account())
    assert "public IP address" in editor.form.rows["merchant"].hint


# Leaving


def test_leaving_untouched_asks_nothing(qtbot: QtBot, open_editor: Open) -> None:
    editor = open_editor()
    qtbot.mouseClick(editor.leave, LEFT)
    assert not editor.isVisible()


def test_leaving_with_unsaved_typing_asks(qtbot: QtBot, open_editor: Open) -> None:
    editor = open_editor()
    qtbot.keyClicks(editor.form.merchant, "M1")
    for _ in range(2):
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
        assert editor.isVisible()
    assert editor.close() is False
    assert editor.form.merchant.text() == "M1"
    qtbot.mouseClick(editor.notice.action, LEFT)
    assert not editor.isVisible()
