"""Dışa aktar: asks where to, shows how far it is, ends when a person wants it to, replaces only when told."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from gui import i18n
from gui.reversal.sheet import reversals_sheet
from gui.tables.choosing import ask_for_file
from gui.tables.export_button import ExportButton
from gui.tables.export_dialog import ExportDialog
from gui.tasks import TaskRunner
from services.desk import Desk
from services.domain.audit import Act
from services.domain.money import Money
from services.tables.cells import Cell, Form, Sheet
from tests.services.staff import CASHIER, staffed
from tests.shop import Shop, lira

ROWS: tuple[tuple[Cell, ...], ...] = (("ödeme", Money(-1250)), ("=1+1", Money(7)))


def a_sheet() -> Sheet:
    return Sheet("İptaller/iadeler", ("İşlem", "Tutar"), lambda: ROWS, len(ROWS))


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk, tasks: TaskRunner) -> ExportDialog:
    opened = ExportDialog(desk, tasks, a_sheet())
    qtbot.addWidget(opened)
    opened.show()
    return opened


def ended(qtbot: QtBot, dialog: ExportDialog) -> str:
    qtbot.waitUntil(lambda: not dialog.running.running)
    return dialog.notice.text


def test_the_list_is_written_and_its_folder_can_be_opened(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog.kinds[Form.CSV].setChecked(True)
    dialog.write(tmp_path / "iadeler.csv")

    assert "2" in ended(qtbot, dialog)
    with (tmp_path / "iadeler.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file, delimiter=";"))[1:] == [["ödeme", "-12,50"], ["'=1+1", "0,07"]]
    dialog.notice.action.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_a_file_that_is_there_is_replaced_only_when_a_person_says_so(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "iadeler.xlsx"
    file.write_text("mine")
    dialog.write(file)
    assert "iadeler.xlsx" in ended(qtbot, dialog)
    assert file.read_text() == "mine"

    dialog.notice.action.click()
    ended(qtbot, dialog)
    assert file.read_bytes().startswith(b"PK")


def test_it_can_be_ended_while_it_runs_and_leaves_nothing(
    qtbot: QtBot, desk: Desk, tasks: TaskRunner, tmp_path: Path
) -> None:
    go_on = Event()

    def rows() -> Iterator[tuple[Cell, ...]]:
        yield ("bir",)
        go_on.wait(10)
        while True:
            yield ("daha",)

    dialog = ExportDialog(desk, tasks, Sheet("x", ("a",), rows))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.write(tmp_path / "x.csv")
    qtbot.waitUntil(lambda: "1" in dialog.running.text)
    dialog.leave.click()
    assert dialog.isVisible()
    go_on.set()
    ended(qtbot, dialog)
    assert list(tmp_path.glob("*.csv")) == []
    dialog.leave.click()
    assert not dialog.isVisible()


def test_a_closing_program_ends_it(dialog: ExportDialog, tasks: TaskRunner) -> None:
    progress = dialog.running.begin(str)
    tasks.closed.emit()
    assert progress.stopping


def test_a_cashier_is_told_before_choosing_a_place(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> None:
    staffed(shop, sits=CASHIER)
    dialog = ExportDialog(shop.desk, tasks, a_sheet())
    qtbot.addWidget(dialog)
    assert not dialog.confirm.isEnabled()
    assert dialog.notice.text


def test_the_dialog_for_the_place_has_our_words_on_its_way_out(
    dialog: ExportDialog,
) -> None:
    i18n.speak("tr")
    try:
        dialog.confirm.click()
        place = dialog.findChild(QFileDialog)
        assert place is not None
        source = ask_for_file(dialog, "Dosya seç", ["Excel (*.xlsx)"], print)
        words = {button.text() for one in (place, source) for button in one.findChildren(QPushButton)}
        assert {"Kaydet", "Seç", "Vazgeç"} <= words
        assert not any("ptal" in word for word in words)
        assert "/" not in place.selectedFiles()[0].rpartition("/")[2]
    finally:
        i18n.speak("en")


def test_ctrl_e_presses_the_button_of_the_list(qtbot: QtBot, desk: Desk, tasks: TaskRunner) -> None:
    button = ExportButton(desk, tasks, a_sheet)
    qtbot.addWidget(button)
    button.show()
    assert button.shortcut().toString() == "Ctrl+E"
    button.click()
    opened = button.findChild(ExportDialog)
    assert opened is not None
    opened.reject()


def test_every_reversal_leaves_with_its_money_negative(shop: Shop) -> None:
    for number in range(3):
        shop.void(shop.a_sale(f"{10 + number},00"))
    sheet = reversals_sheet(shop.desk.lookup, "x", "", state=None, now=shop.clock.now())
    rows = [list(row) for row in sheet.rows()]
    assert [row[2] for row in rows] == [lira("0,00") - lira(f"{10 + n},00") for n in (2, 1, 0)]
    assert {len(row) for row in rows} == {len(sheet.columns)}


def test_what_left_is_in_the_log(qtbot: QtBot, dialog: ExportDialog, desk: Desk, tmp_path: Path) -> None:
    dialog.write(tmp_path / "x.xlsx")
    ended(qtbot, dialog)
    (_, newest), *_ = desk.audit.entries()
    assert (newest.act, newest.subject) == (Act.EXPORT, "İptaller/iadeler")
