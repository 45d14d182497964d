"""Looking for a payment: ledger and gateway side by side, and what is said when it comes to nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace as another
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.search import finder
from gui.search.box import SearchBox
from gui.search.panel import ResultsPanel
from gui.search.row import Row
from gui.search.searching import Searching
from gui.settings import Settings
from gui.tasks import TaskRunner
from services.domain.account import Account, EsnekPosSecrets
from services.domain.question import By, Question, Sorting
from services.simulator.faults import Fault
from services.simulator.merchants import Merchants
from tests.shop import Shop


@dataclass
class Seat:
    """A person at the search box."""

    bot: QtBot
    box: SearchBox
    panel: ResultsPanel
    searching: Searching
    opened: list[Row]

    def ask(self, text: str) -> None:
        """Type a reference, press Enter, wait for every answer."""
        self.box.line.setText(text)
        with self.bot.waitSignal(self.searching.searched):
            self.bot.keyClick(self.box.line, Qt.Key.Key_Return)

    @property
    def rows(self) -> list[Row]:
        return [self.panel.model.row_at(line) for line in range(len(self.panel.model))]


@pytest.fixture
def seat(qtbot: QtBot, shop: Shop, tasks: TaskRunner, tmp_path: Path) -> Iterator[Seat]:
    box, panel = SearchBox(), ResultsPanel("results")
    qtbot.addWidget(box)
    qtbot.addWidget(panel)
    box.show()
    panel.show()
    searching = Searching(shop.desk, tasks, box, panel, Settings(tmp_path))
    searching.set_accounts([shop.esnekpos], shop.esnekpos)
    box.asked.connect(searching.ask)
    opened: list[Row] = []
    panel.row_opened.connect(opened.append)
    yield Seat(qtbot, box, panel, searching, opened)
    searching.deleteLater()


@pytest.fixture
def branch(shop: Shop) -> Account:
    """A second account at the same gateway, with a merchant that it does not know."""
    return shop.desk.accounts.add(
        another(shop.esnekpos, id=0, merchant="SUBE2", name="Şube"),
        EsnekPosSecrets(merchant_key="not-the-key-of-anyone"),
    )


def test_one_hit_of_the_gateway_opens_itself(seat: Seat, shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    seat.ask(sale.reference)
    assert [row.reference for row in seat.rows] == [sale.reference]
    assert [row.view is not None for row in seat.opened] == [True]


@pytest.mark.parametrize("reference", ["0.54251300 1595848596|93", " boşlukla ", "A||B", "x" * 60])
def test_a_reference_is_asked_exactly_as_it_stands(seat: Seat, shop: Shop, reference: str) -> None:
    seat.ask(reference)
    assert shop.book.queries_for(reference) == 1


@pytest.mark.parametrize("nothing", ["", "   ", "\t"])
def test_nothing_typed_is_said_beside_the_box_and_sends_nothing(seat: Seat, shop: Shop, nothing: str) -> None:
    seat.box.line.setText(nothing)
    seat.bot.keyClick(seat.box.line, Qt.Key.Key_Return)
    assert seat.box.message.text()
    assert seat.searching.search is None
    assert shop.book.queries_for(nothing) == 0


def test_an_unknown_reference_is_said_beside_the_box(seat: Seat) -> None:
    seat.ask("yok-böyle")
    assert "yok-böyle" in seat.box.message.text()
    assert seat.box.offer.isHidden()
    assert not seat.rows


def test_white_space_around_an_unknown_one_is_offered_to_be_dropped(seat: Seat, shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    seat.ask(f" {sale.reference} ")
    assert seat.box.offer.isVisible()

    with seat.bot.waitSignal(seat.searching.searched):
        seat.bot.mouseClick(seat.box.offer, Qt.MouseButton.LeftButton)

    assert [row.reference for row in seat.rows] == [sale.reference]


def test_the_next_key_takes_the_message_away(seat: Seat) -> None:
    seat.ask("yok-böyle")
    seat.bot.keyClick(seat.box.line, Qt.Key.Key_A)
    assert seat.box.message.text() == ""


def test_the_ledger_answers_though_the_gateway_does_not(seat: Seat, shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    shop.look(sale)
    shop.simulator.faults.always(Fault.HTTP_500)

    seat.ask(sale.reference)

    assert [row.view for row in seat.rows] == [None]
    assert seat.panel.notice.isVisible()
    assert shop.esnekpos.name in seat.panel.notice.text


def test_a_failure_with_nothing_in_the_ledger_is_no_not_found(seat: Seat, shop: Shop) -> None:
    shop.simulator.faults.always(Fault.HTML)
    seat.ask("A1")
    searched = seat.searching.search
    assert searched is not None
    assert searched.failures
    assert not searched.unknown_to
    assert "A1" in seat.box.message.text()
    assert seat.box.message.text() != _not_found(seat, shop)


def _not_found(seat: Seat, shop: Shop) -> str:
    shop.simulator.faults.clear()
    seat.ask("A1")
    return seat.box.message.text()


def test_asking_again_asks_only_those_who_failed(seat: Seat, shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    shop.simulator.faults.next(Fault.HTTP_500)
    seat.ask(sale.reference)

    with seat.bot.waitSignal(seat.searching.searched):
        seat.bot.mouseClick(seat.panel.notice.action, Qt.MouseButton.LeftButton)

    assert seat.panel.notice.isHidden()
    assert [row.view is not None for row in seat.rows] == [True]


def test_asking_everyone_asks_the_others_and_one_may_fail(seat: Seat, shop: Shop, branch: Account) -> None:
    sale = shop.a_sale("250,00")
    seat.searching.set_accounts([shop.esnekpos, branch], shop.esnekpos)
    seat.ask(sale.reference)
    assert seat.searching.others == [branch]

    with seat.bot.waitSignal(seat.searching.searched):
        seat.searching.ask_others()

    assert len(seat.rows) == 1
    assert branch.name in seat.panel.notice.text


def test_the_same_reference_at_two_accounts_is_two_rows(seat: Seat, shop: Shop, branch: Account) -> None:
    sale = shop.a_sale("250,00")
    second = another(branch, merchant=Merchants().esnekpos.merchant)
    view = shop.look(sale)
    seat.ask(sale.reference)
    seat.panel.merge([another(seat.rows[0], account=second, view=another(view, account=second))])
    assert len(seat.rows) == 2


def test_wrong_credentials_lead_to_the_accounts(seat: Seat, shop: Shop, branch: Account) -> None:
    seat.searching.set_accounts([shop.esnekpos, branch], branch)
    seat.ask("A1")
    with seat.bot.waitSignal(seat.searching.accounts_wanted):
        seat.bot.mouseClick(seat.panel.notice.action, Qt.MouseButton.LeftButton)


def test_an_account_without_queries_asks_the_ledger_alone(seat: Seat, shop: Shop) -> None:
    order = shop.an_order("100,00")
    seat.searching.set_accounts([shop.esnekpos], shop.param)
    seat.ask(order.siparis_id)
    assert [row.order_id for row in seat.rows] == [order.id]
    assert [row.order_id for row in seat.opened] == [order.id]
    assert shop.book.queries_for(order.siparis_id) == 0


def test_a_new_search_drops_the_old_ones_answers(seat: Seat, shop: Shop) -> None:
    first, second = shop.a_sale("1,00"), shop.a_sale("2,00")
    seat.box.line.setText(first.reference)
    seat.bot.keyClick(seat.box.line, Qt.Key.Key_Return)
    seat.ask(second.reference)
    assert [row.reference for row in seat.rows] == [second.reference]


def test_without_accounts_it_says_what_to_do_first(seat: Seat) -> None:
    seat.searching.welcome()
    with seat.bot.waitSignal(seat.searching.accounts_wanted):
        seat.bot.mouseClick(seat.panel.blank.action, Qt.MouseButton.LeftButton)


def test_the_down_key_leads_from_the_box_to_the_rows(seat: Seat, shop: Shop, qtbot: QtBot) -> None:
    shop.look(shop.a_sale("1,00"))
    shop.look(shop.a_sale("2,00"))
    with qtbot.waitSignal(seat.searching.searched):
        seat.searching.show_recent()
    assert len(seat.rows) == 2
    seat.panel.focus_rows()
    assert seat.panel.table.currentIndex().row() == 0


def test_the_first_answer_waits_for_no_other(
    shop: Shop, tasks: TaskRunner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = shop.a_sale("250,00")
    shop.look(sale)
    monkeypatch.setattr(finder, "_FRAME_MS", 3_600_000)
    looking = finder.Finder(shop.desk, tasks)
    batches: list[list[Row]] = []
    looking.found.connect(batches.append)

    question = Question(sale.reference, (), may_be_reference=True)
    looking.begin(question, Sorting(By.MOMENT, descending=True), [])

    qtbot.waitUntil(lambda: bool(batches))
    looking.drop()
