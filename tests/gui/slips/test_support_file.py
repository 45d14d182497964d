"""One click makes a file that tells the gateway's support everything, and no secret."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.slips.papers import Papers
from gui.slips.support_file import SHEET
from gui.tasks import TaskRunner
from gui.widgets.saving import file_name, save_dialog
from services.domain.reversal import Intent, IntentState
from services.simulator.faults import Fault, Operation
from tests.canary import found_in
from tests.gui.paper.reading import words_of
from tests.services.staff import CASHIER, staffed
from tests.shop import Shop

pytestmark = pytest.mark.usefixtures("_in_turkish")


@pytest.fixture
def intent(shop: Shop) -> Intent:
    """A void whose answer was a web page, and that nobody could look up."""
    shop.simulator.faults.next(Fault.HTML, operation=Operation.MOVE)
    for _ in range(2):
        shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)  # the looks before it
    shop.simulator.faults.next(Fault.HTTP_500, operation=Operation.ASK)
    (intent,) = shop.void(shop.a_sale()).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    return intent


@pytest.fixture
def papers(qtbot: QtBot, shop: Shop, tasks: TaskRunner, intent: Intent) -> Papers:
    made = Papers(shop.desk, tasks)
    qtbot.addWidget(made)
    made.show_intent(intent)
    made.show()
    return made


def saved(qtbot: QtBot, papers: Papers, file: Path) -> dict[str, bytes]:
    papers.save_support_to(file)
    qtbot.waitUntil(papers.notice.isVisible)
    with zipfile.ZipFile(file) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def test_the_sheet_tells_it_from_beginning_to_end(
    qtbot: QtBot, papers: Papers, intent: Intent, tmp_path: Path
) -> None:
    text = words_of(saved(qtbot, papers, tmp_path / "destek.zip")[SHEET])

    for expected in (
        f"Destek dosyası #{intent.id}",
        "DEMO",
        intent.draft.order.reference,
        "250,00 TL",
        "Belirsiz",
        "Gönderilen istek",
        '"MERCHANT_KEY": "***"',
        "<html",
        "Adım adım",
        "Gönderilmeden önceki ödeme",
        "ayşe: müşteri vazgeçti",
        "armed",
        "satır uyuyor",
    ):
        assert expected.lower() in text.lower()


def test_what_is_in_it_is_said_in_both_languages(qtbot: QtBot, papers: Papers, tmp_path: Path) -> None:
    files = saved(qtbot, papers, tmp_path / "destek.zip")
    told = files["README.txt"].decode("utf-8-sig")

    assert "DESTEK DOSYASI" in told
    assert "SUPPORT FILE" in told
    for name in files:
        stem = name.partition(".")[0]
        assert stem == "README" or stem.rstrip("0123456789") in told.replace("-N", "-")


def test_no_secret_is_in_it(qtbot: QtBot, papers: Papers, tmp_path: Path) -> None:
    for name, data in saved(qtbot, papers, tmp_path / "destek.zip").items():
        assert found_in(data) == [], name
        if name == SHEET:
            assert found_in(words_of(data).encode()) == []


def test_it_says_where_it_is(qtbot: QtBot, papers: Papers, tmp_path: Path) -> None:
    saved(qtbot, papers, tmp_path / "destek.zip")

    assert "destek.zip" in papers.notice.text
    assert papers.support.isEnabled()
    assert papers.progress.isHidden()


def test_a_cashier_is_told_who_may(qtbot: QtBot, shop: Shop, papers: Papers, tmp_path: Path) -> None:
    staffed(shop, sits=CASHIER)

    papers.save_support_to(tmp_path / "destek.zip")

    qtbot.waitUntil(papers.notice.isVisible)
    assert list(tmp_path.glob("*.zip")) == []
    assert papers.support.isEnabled()


def test_the_way_out_of_choosing_a_place_is_no_void(qtbot: QtBot, papers: Papers) -> None:
    dialog = save_dialog(papers, "Destek", "destek.zip", kind="ZIP", suffix="zip")
    qtbot.addWidget(dialog)

    assert dialog.labelText(QFileDialog.DialogLabel.Reject) == "Vazgeç"
    assert dialog.labelText(QFileDialog.DialogLabel.Accept) == "Kaydet"


def test_a_reference_makes_a_name_that_every_disk_takes() -> None:
    assert file_name("destek", "0.54 15|93/..\\x", "7", suffix="zip") == "destek-0.54-15-93-..-x-7.zip"
