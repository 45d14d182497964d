"""The slip is seen first, counted next, and only then made."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.orders.panel import OrderPanel
from gui.paper.blocks import Heading, Paper
from gui.paper.layout import lay_out
from gui.paper.printing import NotPrinted, paint_on, print_on
from gui.reversal.outcome_panel import OutcomePanel
from gui.slips.dialog import SlipDialog
from gui.slips.papers import Papers
from gui.tasks import TaskRunner
from services.domain.reversal import Intent, IntentState
from services.plans import LineReturn, plan_return
from tests.gui.intents import an_intent
from tests.gui.paper.reading import pages_of, words_of
from tests.shop import Shop, lira

pytestmark = pytest.mark.usefixtures("_in_turkish")


@pytest.fixture
def intent(shop: Shop) -> Intent:
    """A sale of 250,00 TL, voided."""
    (intent,) = shop.void(shop.a_sale()).intents
    return intent


@pytest.fixture
def dialog(qtbot: QtBot, shop: Shop, tasks: TaskRunner, intent: Intent) -> SlipDialog:
    opened = SlipDialog(shop.desk, tasks, intent)
    qtbot.addWidget(opened)
    opened.show()
    qtbot.waitUntil(opened.save_it.isEnabled)
    return opened


def saved(qtbot: QtBot, dialog: SlipDialog, file: Path) -> str:
    dialog.save_to(file)
    qtbot.waitUntil(lambda: file.name in dialog.notice.text and dialog.save_it.isEnabled())
    return words_of(file.read_bytes())


def test_the_preview_is_what_will_come_out(dialog: SlipDialog, intent: Intent) -> None:
    assert "İptal edildi" in dialog.view.text
    assert intent.draft.order.reference in dialog.view.text
    assert "DEMO: GERÇEK PARA DEĞİL" in dialog.view.text
    assert dialog.view.accessibleDescription() == dialog.view.text
    assert "KOPYA" not in dialog.view.text


def test_looking_counts_nothing(shop: Shop, dialog: SlipDialog, intent: Intent) -> None:
    dialog.choices.paper.setCurrentIndex(1)
    dialog.reject()

    assert shop.desk.office().slips.preview(intent.id).copy == 0


def test_it_is_saved_as_pdf_and_the_next_one_is_a_copy(
    qtbot: QtBot, dialog: SlipDialog, tmp_path: Path
) -> None:
    first, second = (saved(qtbot, dialog, tmp_path / f"{number}.pdf") for number in range(2))

    assert "KOPYA" not in first
    assert "KOPYA 1" in second
    qtbot.waitUntil(lambda: "2" in dialog.count)
    assert "KOPYA 2" in dialog.view.text
    assert "250,00 TL" in first
    assert "iki yüz elli lira" in first


def test_the_code_on_it_is_the_row_that_counts_it(
    qtbot: QtBot, shop: Shop, dialog: SlipDialog, tmp_path: Path
) -> None:
    text = saved(qtbot, dialog, tmp_path / "slip.pdf")

    assert shop.desk.audit.head_code() in text


def test_it_speaks_the_language_that_is_chosen(qtbot: QtBot, dialog: SlipDialog, tmp_path: Path) -> None:
    assert dialog.choices.language.currentData() == "tr"

    dialog.choices.language.setCurrentIndex(dialog.choices.language.findData("en"))

    assert "Voided" in dialog.view.text
    assert "two hundred and fifty lira" in saved(qtbot, dialog, tmp_path / "slip.pdf")


@pytest.mark.parametrize(("paper", "width"), [(Paper.A4, 210), (Paper.ROLL_80, 80)])
def test_it_comes_on_the_paper_that_is_chosen(
    qtbot: QtBot, dialog: SlipDialog, tmp_path: Path, paper: Paper, width: int
) -> None:
    dialog.choices.paper.setCurrentIndex(dialog.choices.paper.findData(paper.value))
    saved(qtbot, dialog, tmp_path / "slip.pdf")

    assert [size[0] for size in pages_of((tmp_path / "slip.pdf").read_bytes())] == [width]


def test_without_a_printer_it_says_so_and_saves(dialog: SlipDialog) -> None:
    if dialog.choices.printer.currentData():
        assert dialog.print_it.isEnabled()
        return
    assert not dialog.print_it.isEnabled()
    assert "yazıcı yok" in dialog.notice.text


def test_a_folder_that_is_gone_is_a_sentence_and_leaves_nothing(
    qtbot: QtBot, dialog: SlipDialog, tmp_path: Path
) -> None:
    dialog.save_to(tmp_path / "gone" / "slip.pdf")

    qtbot.waitUntil(lambda: "gone" in dialog.notice.text)
    assert list(tmp_path.rglob("*.pdf")) == []
    assert dialog.save_it.isEnabled()


def test_no_button_is_called_what_voids_money(dialog: SlipDialog) -> None:
    texts = [button.text() for button in dialog.findChildren(QPushButton) if button.isVisible()]

    assert texts
    assert not [text for text in texts if "ptal" in text]


def test_what_a_printer_gets_is_the_paper(qapp: object, tmp_path: Path) -> None:
    del qapp
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))  # a printer that needs no printer

    paint_on(lay_out([Heading("İade fişi")], Paper.ROLL_80), printer)

    pdf = (tmp_path / "out.pdf").read_bytes()
    assert pages_of(pdf)[0][0] == 80
    assert "İade" in words_of(pdf)


def test_a_printer_that_is_gone_takes_nothing() -> None:
    with pytest.raises(NotPrinted):
        print_on(lay_out([Heading("İade fişi")], Paper.A4), "Böyle bir yazıcı yok", title="Fiş")


@pytest.mark.parametrize("state", IntentState)
def test_a_slip_is_offered_for_what_may_have_left(
    qtbot: QtBot, shop: Shop, tasks: TaskRunner, state: IntentState
) -> None:
    papers = Papers(shop.desk, tasks)
    qtbot.addWidget(papers)
    papers.show_intent(an_intent(state))

    expected = {IntentState.DONE, IntentState.REFUSED, IntentState.OUTCOME_UNKNOWN}
    assert papers.slip.isHidden() == (state not in expected)
    assert not papers.support.isHidden()


def test_the_button_opens_it(qtbot: QtBot, shop: Shop, tasks: TaskRunner, intent: Intent) -> None:
    papers = Papers(shop.desk, tasks)
    qtbot.addWidget(papers)
    papers.show_intent(intent)
    papers.show()

    papers.slip.click()

    qtbot.waitUntil(lambda: bool(papers.findChildren(SlipDialog)))
    (opened,) = papers.findChildren(SlipDialog)
    qtbot.waitUntil(opened.save_it.isEnabled)
    opened.reject()


def test_the_detail_hands_out_what_is_under_the_cursor(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> None:
    order = shop.an_order("100,00/90,00")
    shop.give_back(order, (0, "10,00", "80,00"))
    panel = OrderPanel(tasks)
    qtbot.addWidget(panel)
    panel.set_desk(shop.desk)
    papers = Papers(shop.desk, tasks)
    panel.put_papers(papers)
    assert papers.isHidden()

    panel.show_view(shop.view(order))

    assert not papers.isHidden()
    assert not papers.slip.isHidden()


def test_a_list_of_sellers_hands_out_one_slip(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> None:
    order = shop.an_order("100,00/90,00", "60,00/50,00")
    view = shop.view(order)
    what = tuple(
        LineReturn(line=line.guid, amount=lira("10,00"), payable=lira("40,00")) for line in order.lines
    )
    plan = plan_return(view, what, shop.clock.now(), reason="iade", accepts_literal_rule=True)
    panel = OutcomePanel(shop.desk, tasks)
    qtbot.addWidget(panel)

    panel.show_executed(shop.desk.reversals.execute(plan, operator=shop.presser), plan, order)

    assert [card.papers.slip.isHidden() for card in panel.cards] == [False, True]
    assert [card.papers.support.isHidden() for card in panel.cards] == [False, False]
