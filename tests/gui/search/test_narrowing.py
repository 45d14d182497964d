"""Chips, filters and saved searches: what each word was taken for is seen, and can be taken away by key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from gui.search.box import SearchBox
from gui.search.columns import Column
from gui.search.panel import ResultsPanel
from gui.search.range_dialog import AmountsDialog, DaysDialog
from gui.search.row import Row
from gui.search.searching import Searching
from gui.search.views import SavedViews
from gui.search.views_menu import NameDialog
from gui.settings import Settings
from gui.tasks import TaskRunner
from services.domain.money import Money
from services.domain.payment import PaymentState
from services.domain.question import Amounts, Asked, AtAccount, Days, DayWord, InState
from services.simulator.faults import Fault
from tests.shop import NOON, Shop


class Seat:
    """A person at the search, over a shop with sales of two days looked at."""

    def __init__(self, bot: QtBot, shop: Shop, tasks: TaskRunner, folder: Path) -> None:
        self.bot, self.shop, self.settings = bot, shop, Settings(folder)
        self.desk = QWidget()
        self.box, self.panel = SearchBox(self.desk), ResultsPanel("results", self.desk)
        self.panel.move(0, 60)
        self.desk.resize(900, 600)
        self.panel.resize(900, 540)
        bot.addWidget(self.desk)
        self.searching = Searching(shop.desk, tasks, self.box, self.panel, self.settings)
        self.searching.set_accounts([shop.esnekpos], shop.esnekpos)
        self.narrowing = self.searching.narrowing
        self.narrowing.set_accounts({shop.esnekpos.id: "Merkez", shop.param.id: "Pazaryeri"})
        self.box.asked.connect(self.searching.ask)
        self.opened: list[Row] = []
        self.panel.row_opened.connect(self.opened.append)
        self.desk.show()

    def ask(self, text: str) -> None:
        self.box.line.setText(text)
        with self.bot.waitSignal(self.searching.searched):
            self.bot.keyClick(self.box.line, Qt.Key.Key_Return)

    def add(self, added: object) -> None:
        with self.bot.waitSignal(self.searching.searched):
            self.narrowing.filters.chosen.emit(added)

    def take_away(self, place: int, key: Qt.Key = Qt.Key.Key_Space) -> None:
        with self.bot.waitSignal(self.searching.searched):
            self.bot.keyClick(self.narrowing.chips.chips[place], key)

    @property
    def chips(self) -> list[str]:
        return [chip.text() for chip in self.narrowing.chips.chips]

    @property
    def references(self) -> list[str]:
        return [row.reference for row in self.panel.model.rows]


@pytest.fixture
def seat(qtbot: QtBot, shop: Shop, tasks: TaskRunner, tmp_path: Path) -> Iterator[Seat]:
    for kurus, hours, reference in ((125000, 1, "A"), (8990, 2, "K-1250"), (45000, 26, "B")):
        shop.look(shop.book.a_sale(Money(kurus), paid_at=NOON - timedelta(hours=hours), reference=reference))
    sitting = Seat(qtbot, shop, tasks, tmp_path)
    yield sitting
    sitting.searching.deleteLater()


def lines(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def line(menu: QMenu, text: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == text)


def test_a_word_with_two_readings_finds_both_and_shows_two_chips(seat: Seat) -> None:
    seat.ask("1250")
    assert seat.references == ["A", "K-1250"]
    assert seat.chips == ["1.250,00\N{NO-BREAK SPACE}TL", "“1250” in it"]


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Backspace]
)
def test_a_reading_is_taken_away_by_key_and_the_other_stays(seat: Seat, key: Qt.Key) -> None:
    seat.ask("1250")
    seat.take_away(0, key)
    assert seat.chips == ["“1250” in it"]
    assert seat.references == ["K-1250"]
    assert seat.box.line.text() == "1250"


def test_without_its_last_reading_a_word_leaves_the_box(seat: Seat) -> None:
    seat.ask("dün 450 TL")
    assert seat.references == ["B"]
    seat.take_away(0)
    assert seat.box.line.text() == "450 TL"
    assert seat.references == ["B"]


def test_the_keyboard_stays_among_the_chips(seat: Seat) -> None:
    seat.ask("1250")
    seat.narrowing.chips.chips[0].setFocus()
    seat.take_away(0)
    assert seat.narrowing.chips.chips[0].hasFocus()


def test_what_a_chip_does_asks_no_gateway(seat: Seat) -> None:
    seat.ask("1250")
    asked = len(seat.shop.simulator.arrived)
    seat.take_away(0)
    seat.add(DayWord.TODAY)
    assert len(seat.shop.simulator.arrived) == asked


@pytest.mark.parametrize("text", ["dün", "bu hafta", "450 TL", "today 450"])
def test_what_is_no_whole_reference_is_never_sent(seat: Seat, text: str) -> None:
    before = len(seat.shop.simulator.arrived)
    seat.ask(text)
    assert len(seat.shop.simulator.arrived) == before


def test_a_reference_is_sent_whole_and_never_its_words(seat: Seat) -> None:
    seat.ask("0.5 77|93")
    assert seat.shop.book.queries_for("0.5 77|93") == 1
    assert seat.shop.book.queries_for("0.5") == 0
    assert seat.shop.book.queries_for("77|93") == 0


def test_a_scanned_reference_opens_whatever_is_narrowed_down(seat: Seat) -> None:
    seat.add(DayWord.YESTERDAY)
    sale = seat.shop.a_sale("77,00")
    seat.ask(sale.reference)
    assert [row.reference for row in seat.opened] == [sale.reference]


def test_a_known_reference_opens_though_the_gateway_is_down_and_others_hold_it_too(seat: Seat) -> None:
    seat.shop.simulator.faults.always(Fault.HTTP_500)
    seat.ask("B")
    assert [row.reference for row in seat.opened] == ["B"]


def test_of_each_kind_there_is_one_filter_at_a_time(seat: Seat) -> None:
    seat.add(DayWord.TODAY)
    seat.add(InState(PaymentState.PAID))
    seat.add(DayWord.YESTERDAY)
    assert seat.narrowing.asked.added == (InState(PaymentState.PAID), DayWord.YESTERDAY)
    assert seat.references == ["B"]
    seat.take_away(1)
    assert seat.references == ["A", "K-1250", "B"]


def test_who_types_a_day_means_no_other_day(seat: Seat) -> None:
    seat.add(DayWord.TODAY)
    seat.add(InState(PaymentState.PAID))
    seat.ask("dün")
    assert seat.narrowing.asked.added == (InState(PaymentState.PAID),)
    assert seat.references == ["B"]


def test_the_menu_offers_days_states_and_accounts(seat: Seat) -> None:
    menu = seat.narrowing.filters.menu()
    assert lines(menu) == ["Sold", "State", "Account", "Amount between…"]
    accounts = line(menu, "Account").menu()
    assert isinstance(accounts, QMenu)
    with seat.bot.waitSignal(seat.searching.searched):
        line(accounts, "Pazaryeri").trigger()
    assert seat.narrowing.asked.added == (AtAccount(seat.shop.param.id),)
    assert seat.references == []


def test_a_menu_that_opens_again_and_again_leaves_nothing_behind(seat: Seat) -> None:
    for menu in (seat.narrowing.filters.menu(), seat.narrowing.views.menu()):
        lines(menu)
        inner = len(menu.findChildren(QMenu))
        lines(menu)
        assert len(menu.findChildren(QMenu)) == inner > 0


def test_nothing_that_fits_offers_to_show_everything(seat: Seat) -> None:
    seat.ask("geçen hafta")
    assert seat.references == []
    with seat.bot.waitSignal(seat.searching.searched):
        seat.bot.mouseClick(seat.panel.blank.action, Qt.MouseButton.LeftButton)
    assert seat.references == ["A", "K-1250", "B"]
    assert seat.box.line.text() == ""
    assert seat.chips == []


def test_it_says_how_many_there_are_and_how_old_the_answers_are(seat: Seat) -> None:
    seat.shop.clock.advance(timedelta(hours=3))
    seat.ask("bugün")
    assert seat.panel.progress == "2 · answers up to 3 h old"


def test_other_accounts_are_not_asked_for_what_is_no_reference(seat: Seat) -> None:
    seat.box.line.setText("dün")
    with seat.bot.waitSignal(seat.searching.searched):
        seat.searching.ask_others()
    assert "reference" in seat.box.message.text()


def test_an_amount_is_narrowed_down_to_what_lies_between(qtbot: QtBot) -> None:
    dialog = AmountsDialog()
    qtbot.addWidget(dialog)
    dialog.least.edit.setText("100")
    dialog.most.edit.setText("99,5")
    assert dialog.between() is None
    assert dialog.problem.text()
    dialog.most.edit.setText("250,00")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.confirm.click()
    assert chosen.args == [Amounts(Money(10000), Money(25000))]


def test_days_are_narrowed_down_from_one_to_another(qtbot: QtBot) -> None:
    today = NOON.date()
    dialog = DaysDialog(today)
    qtbot.addWidget(dialog)
    dialog.first.setDate(dialog.last.date().addDays(1))
    assert dialog.between() is None
    dialog.first.setDate(dialog.last.date().addDays(-2))
    assert dialog.between() == Days(today - timedelta(days=2), today)


def test_a_saved_search_keeps_its_words_and_its_relative_days(seat: Seat, tmp_path: Path) -> None:
    asked = Asked(
        "1250",
        frozenset({("1250", "amounts")}),
        (
            DayWord.YESTERDAY,
            InState(None),
            InState(PaymentState.PAID),
            AtAccount(3),
            Amounts(Money(1), Money(2)),
            Days(NOON.date(), NOON.date()),
        ),
    )
    SavedViews(seat.settings).save("Dünküler", asked)
    seat.settings.save()
    (view,) = SavedViews(Settings(tmp_path)).all
    assert (view.name, view.asked) == ("Dünküler", asked)


def test_a_saved_search_of_the_same_name_is_replaced_and_one_can_be_forgotten(seat: Seat) -> None:
    views = SavedViews(seat.settings)
    views.save("Bir", Asked("1"))
    views.save("İki", Asked("2"))
    views.save("bir", Asked("3"))
    assert [(view.name, view.asked.text) for view in views.all] == [("bir", "3"), ("İki", "2")]
    views.remove("bir")
    assert [view.name for view in views.all] == ["İki"]


@pytest.mark.parametrize("kept", ["{", "7", '[{"name": "x"}]', '[{"name":"x","text":"","dropped":3}]'])
def test_saved_searches_that_cant_be_read_count_as_not_saved(seat: Seat, kept: str) -> None:
    seat.settings.views = kept
    assert SavedViews(seat.settings).all == []


def test_a_search_is_saved_by_name_and_chosen_from_the_menu(seat: Seat) -> None:
    seat.ask("dün")
    menu = seat.narrowing.views.menu()
    assert "Save this search…" in lines(menu)
    line(menu, "Save this search…").trigger()
    dialog = seat.desk.findChild(NameDialog)
    assert isinstance(dialog, NameDialog)
    dialog.line.setText("Dünküler")
    seat.bot.keyClick(dialog.line, Qt.Key.Key_Return)

    seat.shop.clock.advance(timedelta(days=1))
    assert "Dünküler" in lines(menu)
    with seat.bot.waitSignal(seat.searching.searched):
        line(menu, "Dünküler").trigger()

    assert seat.box.line.text() == "dün"
    assert seat.references == ["A", "K-1250"]


def test_a_name_of_nothing_can_not_be_saved(qtbot: QtBot) -> None:
    dialog = NameDialog("  ", ["Bir"])
    qtbot.addWidget(dialog)
    assert not dialog.confirm.isEnabled()
    dialog.line.setText("BIR".lower())
    assert dialog.confirm.isEnabled()


def test_columns_are_chosen_from_the_headings_and_kept(seat: Seat, tmp_path: Path) -> None:
    table = seat.panel.table
    menu = next(one for one in table.findChildren(QMenu) if "As at first" in lines(one))
    assert table.shown == [Column.WHEN, Column.AMOUNT, Column.STATE, Column.REFERENCE]
    line(menu, "POS").trigger()
    lines(menu)
    line(menu, "State").trigger()
    table.setColumnWidth(Column.POS, 222)
    seat.settings.save()

    later = Settings(tmp_path).columns("results")
    assert later == "WHEN:92 AMOUNT:120 REFERENCE POS:222"

    lines(menu)
    line(menu, "As at first").trigger()
    assert table.shown == [Column.WHEN, Column.AMOUNT, Column.STATE, Column.REFERENCE]


def test_what_stands_on_the_screen_can_be_written_out(seat: Seat) -> None:
    seat.ask("bugün")
    titles, columns, rows = seat.panel.table.on_screen()
    assert titles == ["When", "Amount", "State", "Reference"]
    assert columns == [Column.WHEN, Column.AMOUNT, Column.STATE, Column.REFERENCE]
    assert [row.reference for row in rows] == ["A", "K-1250"]


def test_more_than_a_page_comes_when_the_list_is_scrolled_to_its_end(seat: Seat) -> None:
    for number in range(205):
        seat.shop.an_order("1,00", name=f"siparis-{number:03}", ago=timedelta(days=2, minutes=number))
    seat.ask("siparis-")
    assert seat.panel.progress.startswith("200 of 205")
    assert len(seat.references) == 200

    with seat.bot.waitSignal(seat.searching.searched):
        seat.panel.table.scrollToBottom()

    assert seat.references == [f"siparis-{number:03}" for number in range(205)]
    assert seat.panel.progress == "205"
    assert seat.opened == []


def test_sorted_another_way_the_first_page_is_the_first_of_all(seat: Seat) -> None:
    for number in range(203):
        seat.shop.an_order(
            f"{number + 1},00", name=f"siparis-{number:03}", ago=timedelta(days=2, minutes=-number)
        )
    seat.ask("siparis-")
    assert "siparis-000" not in seat.references

    with seat.bot.waitSignal(seat.searching.searched):
        seat.panel.table.sortByColumn(Column.AMOUNT, Qt.SortOrder.AscendingOrder)

    assert seat.references[:2] == ["siparis-000", "siparis-001"]
    assert "siparis-202" not in seat.references
