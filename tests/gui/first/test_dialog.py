"""A shop without an account is led to its first one: tried before it is kept, or to the demo."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.first.dialog import FirstStart
from gui.main_window import MainWindow
from gui.tasks import TaskRunner
from services import compose
from services.credentials import MemoryStore
from services.desk import Desk
from services.domain.account import Account, Environment, GatewayName
from services.ledger.database import Database
from services.simulator.faults import Fault
from tests.canary import ESNEKPOS, PARAM
from tests.gui.seat.conftest import window
from tests.shop import MovedClock, Shop

assert window  # a fixture

LEFT = Qt.MouseButton.LeftButton
RETURN = Qt.Key.Key_Return


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Desk]:
    """A desk without an account."""
    database = Database.open(tmp_path / "empty")
    desk = compose.join(database, clock=MovedClock(), credentials=MemoryStore(), demo=False)
    yield desk
    desk.stop_asking()
    desk.close()


@pytest.fixture
def first(qtbot: QtBot, empty: Desk, tasks: TaskRunner) -> FirstStart:
    dialog = FirstStart(empty, tasks, "en")
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def to_the_credentials(qtbot: QtBot, first: FirstStart) -> None:
    qtbot.mouseClick(first.welcome.begin, LEFT)
    qtbot.mouseClick(first.forward, LEFT)


def test_the_first_page_leads_on_by_enter_alone(qtbot: QtBot, first: FirstStart) -> None:
    qtbot.keyClick(first, RETURN)
    assert first.pages.currentWidget() is first.which
    qtbot.keyClick(first, RETURN)
    assert first.pages.currentWidget() is first.credentials
    qtbot.mouseClick(first.back, LEFT)
    assert first.pages.currentWidget() is first.which
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert not first.isVisible()


def test_there_are_four_pages_at_most(first: FirstStart) -> None:
    assert first.pages.count() == 4


def test_it_asks_only_for_what_the_chosen_gateway_needs(qtbot: QtBot, first: FirstStart) -> None:
    to_the_credentials(qtbot, first)
    shown = {name for name, row in first.credentials.form.rows.items() if row.isVisible()}
    assert shown == {"merchant", "merchant_key", "back_url"}
    qtbot.mouseClick(first.back, LEFT)
    first.which.gateways.buttons()[1].setChecked(True)
    first.which.environments.buttons()[1].setChecked(True)
    qtbot.mouseClick(first.forward, LEFT)
    form = first.credentials.form
    assert (form.typed_gateway, form.typed_environment) == (GatewayName.PARAM, Environment.LIVE)
    shown = {name for name, row in form.rows.items() if row.isVisible()}
    assert shown == {"merchant", "username", "password", "guid"}


def test_what_cannot_be_so_is_said_beside_its_field(qtbot: QtBot, first: FirstStart, empty: Desk) -> None:
    qtbot.mouseClick(first.welcome.begin, LEFT)
    qtbot.mouseClick(first.forward, LEFT)
    qtbot.mouseClick(first.forward, LEFT)
    qtbot.waitUntil(lambda: bool(first.credentials.form.rows["merchant"].problem))
    assert empty.accounts.all() == []


def test_an_account_is_tried_kept_and_told_of(
    qtbot: QtBot, window: MainWindow, empty: Desk, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = shop.a_sale("250,00")
    window.set_desk(empty)
    qtbot.waitUntil(lambda: window.findChild(FirstStart) is not None)
    first = window.findChild(FirstStart)
    assert first is not None
    assert window.rooms is not None
    window.rooms.ask(sale.reference)
    window.bar.box.asked.emit(sale.reference)
    point_at_the_simulator(monkeypatch, shop)
    qtbot.mouseClick(first.welcome.begin, LEFT)
    qtbot.mouseClick(first.forward, LEFT)
    QTest.keyClicks(first.credentials.form.merchant, ESNEKPOS.merchant)
    first.credentials.form.merchant_key.edit.setText(ESNEKPOS.key)
    with qtbot.waitSignal(first.added):
        qtbot.mouseClick(first.forward, LEFT)
    assert first.pages.currentWidget() is first.done_page
    assert "took the credentials" in first.done_page.notice.text
    qtbot.waitUntil(lambda: shop.book.queries_for(sale.reference) == 1)


def test_what_cannot_be_reached_may_be_kept_all_the_same(
    qtbot: QtBot, first: FirstStart, empty: Desk, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    point_at_the_simulator(monkeypatch, shop)
    shop.simulator.faults.always(Fault.HTTP_403)
    qtbot.mouseClick(first.welcome.begin, LEFT)
    first.which.gateways.buttons()[1].setChecked(True)
    qtbot.mouseClick(first.forward, LEFT)
    form = first.credentials.form
    form.merchant.setText(PARAM.client_code)
    for field, text in (
        (form.username, PARAM.username),
        (form.password, PARAM.password),
        (form.guid, PARAM.guid),
    ):
        field.edit.setText(text)
    qtbot.mouseClick(first.forward, LEFT)
    qtbot.waitUntil(first.credentials.notice.action.isVisible)
    assert empty.accounts.all() == []
    with qtbot.waitSignal(first.added):
        qtbot.mouseClick(first.credentials.notice.action, LEFT)
    assert "doctor" in first.done_page.notice.text
    shop.simulator.faults.clear()


def test_the_demo_is_a_program_of_its_own(
    qtbot: QtBot, first: FirstStart, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    def start(_: str, words: list[str]) -> tuple[bool, int]:
        started.append(words)
        return False, 0

    monkeypatch.setattr(QProcess, "startDetached", start)
    qtbot.mouseClick(first.welcome.demo, LEFT)
    assert started == [["-m", "gui", "--demo", "--lang", "en"]]
    assert "refund-desk --demo" in first.notice.text


def point_at_the_simulator(monkeypatch: pytest.MonkeyPatch, shop: Shop) -> None:
    """Let the gateways' test servers be the simulator's."""

    def esnekpos(_: Account, __: object, path: str = "") -> httpx.URL:
        return httpx.URL(f"{shop.addresses.esnekpos}{path}")

    monkeypatch.setattr("services.gateways.esnekpos.address_of", esnekpos)
    monkeypatch.setattr("services.gateways.param.address_of", lambda *_: httpx.URL(shop.addresses.param))
