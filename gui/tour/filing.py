"""Lists as files, and files as orders: one goes out, one comes in with a slip in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QToolButton

from gui.importing.dialog import ImportDialog
from gui.places import Place
from gui.tables.export_dialog import ExportDialog
from gui.tour.guide import Guide, Lost
from gui.tour.hands import expect, go, named_dialog
from services.intake.faults import Field
from services.intake.sample import sample
from services.tables.csv_file import CsvFile

_PREVIEW, _DONE = 2, 3


def the_reversals_as_a_file(guide: Guide) -> str:
    """Everything that was asked back, for the accountant's spreadsheet."""
    guide.tidy()
    go(guide, Place.REVERSALS)
    guide.press(guide.find(QToolButton, "export"))
    dialog = guide.wait("the export", lambda: named_dialog(guide, "export_dialog"))
    if not isinstance(dialog, ExportDialog):
        raise Lost("the export")
    file = guide.folder / "iadeler.xlsx"
    dialog.write(file, replace=True)  # where to is asked by the system's own dialog
    guide.wait("its end", lambda: not dialog.running.running)
    expect(file.exists(), "the file")
    return dialog.notice.text.splitlines()[0]


def a_file_of_orders(guide: Guide) -> str:
    """What it would bring, and what is wrong with one row of it: nothing is stored yet."""
    dialog = _open_import(guide)
    dialog.look(_a_morning_file(guide))
    guide.wait("the columns", lambda: dialog.confirm.isVisible() and dialog.confirm.isEnabled())
    guide.press(dialog.confirm)
    page = dialog.preview_page
    guide.wait("the preview", lambda: dialog.pages.currentIndex() == _PREVIEW)
    expect(not dialog.confirm.isEnabled(), "nothing to be stored before the bad row was answered")
    expect(page.table.faults.rowCount() == 1, "one bad row")
    return "; ".join(page.counts.values())


def its_good_orders_are_stored(guide: Guide) -> str:
    """The order with the bad row stays out, because a person said so; the others are here, all at once."""
    dialog = guide.dialog
    if not isinstance(dialog, ImportDialog):
        raise Lost("the import")
    QTest.keyClick(dialog.preview_page.leave_out, Qt.Key.Key_Space)
    guide.rest()
    guide.press(dialog.confirm)
    guide.wait("the orders to be stored", lambda: dialog.pages.currentIndex() == _DONE)
    return dialog.notice.text.replace("\n", "; ")


def _open_import(guide: Guide) -> ImportDialog:
    guide.tidy()
    go(guide, Place.ORDERS)
    guide.press(guide.find(QPushButton, "import_orders"))

    def opened() -> ImportDialog | None:
        dialog = named_dialog(guide, "import_dialog")
        return dialog if isinstance(dialog, ImportDialog) else None

    return guide.wait("the import", opened)


def _a_morning_file(guide: Guide) -> Path:
    """Write what a shop's own system would, with an amount in it that can be read in two ways."""
    file = guide.folder / "siparisler.csv"
    sheet = sample("Siparişler", guide.desk.clock.now())
    *good, last = ([*row] for row in sheet.rows())
    last[list(Field).index(Field.AMOUNT)] = "1.250"
    written = CsvFile(file, sheet.columns)
    for row in (*good, last):
        written.write(row)
    written.close()
    return file
