"""From a file to stored orders: nothing before it was seen, and what is wrong is said row by row."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.importing.bad_rows import bad_rows_sheet
from gui.importing.dialog import ImportDialog
from gui.importing.words import what_is_wrong
from gui.tasks import TaskRunner
from services.intake.faults import BadRow, Fault, Field
from services.intake.sample import sample
from services.tables.cells import Form
from tests.services.intake.conftest import GUID, TITLES
from tests.shop import Shop

GOOD = f"SP-1;20.11.2026 11:34;{GUID}C;Çiğdem;1.250,00;1.100,00"
OTHER = f"SP-2;20.11.2026 10:00;{GUID}D;Işık;10;9"
BAD = f"SP-3;20.11.2026 10:00;{GUID}E;Işık;1.250;9"


@pytest.fixture
def dialog(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> ImportDialog:
    opened = ImportDialog(shop.desk, tasks, [shop.param])
    qtbot.addWidget(opened)
    opened.show()
    return opened


def a_file(folder: Path, *rows: str, titles: str = TITLES) -> Path:
    file = folder / "siparisler.csv"
    file.write_text("\r\n".join((titles, *rows)), encoding="utf-8-sig", newline="")
    return file


def step(qtbot: QtBot, dialog: ImportDialog, number: int) -> None:
    qtbot.waitUntil(lambda: dialog.pages.currentIndex() == number and not dialog.running.running)


def to_preview(qtbot: QtBot, dialog: ImportDialog, file: Path) -> None:
    dialog.look(file)
    step(qtbot, dialog, 1)
    dialog.confirm.click()
    step(qtbot, dialog, 2)


def stored(shop: Shop) -> list[str]:
    return sorted(hit.reference for hit in shop.desk.lookup.in_ledger(""))


def test_a_good_file_is_stored_once_it_was_seen(
    qtbot: QtBot, dialog: ImportDialog, shop: Shop, tmp_path: Path
) -> None:
    to_preview(qtbot, dialog, a_file(tmp_path, GOOD, OTHER))
    assert dialog.preview_page.counts["new"].startswith("2 ")
    assert "1.260,00" in dialog.preview_page.counts["new"]
    assert stored(shop) == []

    with qtbot.waitSignal(dialog.imported):
        dialog.confirm.click()
    step(qtbot, dialog, 3)
    assert stored(shop) == ["SP-1", "SP-2"]
    assert not dialog.confirm.isVisible()


def test_the_same_file_again_has_nothing_to_store(
    qtbot: QtBot, dialog: ImportDialog, shop: Shop, tmp_path: Path, tasks: TaskRunner
) -> None:
    file = a_file(tmp_path, GOOD)
    to_preview(qtbot, dialog, file)
    dialog.confirm.click()
    step(qtbot, dialog, 3)

    again = ImportDialog(shop.desk, tasks, [shop.param])
    qtbot.addWidget(again)
    again.show()
    to_preview(qtbot, again, file)
    assert again.preview_page.counts["new"].startswith("0 ")
    assert again.preview_page.counts["unchanged"].startswith("1 ")
    assert not again.confirm.isVisible()


def test_an_order_with_a_bad_row_waits_for_a_persons_word(
    qtbot: QtBot, dialog: ImportDialog, shop: Shop, tmp_path: Path
) -> None:
    to_preview(qtbot, dialog, a_file(tmp_path, GOOD, BAD))
    page = dialog.preview_page
    line = [str(page.table.faults.index(0, column).data()) for column in range(4)]
    assert line[0] == "3"
    assert line[2] == "1.250"
    assert line[3]
    assert page.leave_out.isVisible()
    assert not page.leave_out.isChecked()
    assert not dialog.confirm.isEnabled()

    page.leave_out.setChecked(True)
    dialog.confirm.click()
    step(qtbot, dialog, 3)
    assert stored(shop) == ["SP-1"]


def test_rows_of_no_order_let_nothing_through(qtbot: QtBot, dialog: ImportDialog, tmp_path: Path) -> None:
    to_preview(qtbot, dialog, a_file(tmp_path, GOOD, OTHER.replace("SP-2", "")))
    assert not dialog.preview_page.leave_out.isVisible()
    assert not dialog.confirm.isEnabled()


def test_columns_that_are_not_known_are_chosen_by_hand(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    dialog.look(a_file(tmp_path, GOOD, titles=TITLES.replace("Mağaza", "Bayi")))
    step(qtbot, dialog, 1)
    page = dialog.columns_page
    assert page.problem
    assert not dialog.confirm.isEnabled()

    page.choices[Field.SELLER].setCurrentIndex(1)  # the number of the order, a second time
    assert page.problem
    page.choices[Field.SELLER].setCurrentIndex(4)
    assert not page.problem
    assert dialog.confirm.isEnabled()


def test_what_is_no_table_is_said_and_another_can_be_chosen(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"%PDF\0")
    dialog.look(file)
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.pages.currentIndex() == 0
    assert dialog.file_page.choose.isEnabled()


def test_an_order_entered_in_between_stores_nothing_and_says_so(
    qtbot: QtBot, dialog: ImportDialog, shop: Shop, tmp_path: Path
) -> None:
    to_preview(qtbot, dialog, a_file(tmp_path, GOOD, OTHER))
    shop.an_order("5,00", name="SP-2")
    dialog.confirm.click()
    qtbot.waitUntil(dialog.notice.isVisible)
    assert dialog.pages.currentIndex() == 2
    assert stored(shop) == ["SP-2"]


def test_the_bad_rows_and_a_sample_can_be_saved(
    qtbot: QtBot, dialog: ImportDialog, shop: Shop, tmp_path: Path
) -> None:
    to_preview(qtbot, dialog, a_file(tmp_path, GOOD, BAD))
    assert dialog._preview is not None
    sheet = bad_rows_sheet("Hatalı satırlar", dialog._preview.faults)
    dialog._write(sheet, Form.CSV, tmp_path / "hatalar.csv")
    qtbot.waitUntil(dialog.notice.isVisible)
    with (tmp_path / "hatalar.csv").open(encoding="utf-8-sig", newline="") as file:
        _, row = csv.reader(file, delimiter=";")
    assert row[0] == "3"
    assert row[2] == "1.250"

    file_of_ours = tmp_path / "örnek.xlsx"
    dialog._write(sample("Örnek", shop.clock.now()), Form.XLSX, file_of_ours)
    qtbot.waitUntil(file_of_ours.exists)
    qtbot.waitUntil(lambda: not dialog.running.running)


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_sentence_of_its_own(fault: Fault) -> None:
    sentences = {what_is_wrong(BadRow(2, None, one)) for one in Fault}
    assert len(sentences) == len(Fault)
    said = what_is_wrong(BadRow(2, Field.GUID, fault, "x", 7))
    assert "7" in said
    assert "{" not in said
