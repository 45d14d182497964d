"""Gün sonu: a day added up, closed with a number, and its sheet taken to the manager's folder."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.day_end.closing import ClosingDialog
from gui.day_end.month import MonthBars
from gui.day_end.page import DayEndPage
from gui.format import day
from gui.places import Place
from gui.tour.guide import Guide, Lost
from gui.tour.hands import expect, go, named_dialog


def the_day_on_paper(guide: Guide) -> str:
    """The sheet of the day before midnight, as it will come out, beside the bars of its month."""
    guide.tidy()
    go(guide, Place.DAY_END)
    page = guide.find(DayEndPage, "day_end")
    sheet = guide.wait("the day's sheet", lambda: page.sheet)
    evening = sheet.day - timedelta(days=1)
    bars = guide.find(MonthBars, "month", page)
    QTest.keyClick(bars, Qt.Key.Key_Left)
    guide.wait("the day before", lambda: day(evening) in page.view.text)
    guide.rest()
    return page.text.replace("\n", "; ")


def what_closing_means(guide: Guide) -> str:
    """What can't be taken back is said before."""
    guide.press(guide.find(DayEndPage, "day_end").close_it)
    dialog = guide.wait("the question", lambda: named_dialog(guide, "closing"))
    if not isinstance(dialog, ClosingDialog):
        raise Lost("the question")
    return dialog.confirm.text()


def the_day_is_closed(guide: Guide) -> str:
    """Closed with a number; the sheet goes into the folder, the same bytes ever after."""
    dialog = guide.dialog
    if not isinstance(dialog, ClosingDialog):
        raise Lost("the question is not open any more")
    guide.press(dialog.confirm)
    page = guide.find(DayEndPage, "day_end")
    guide.wait("the number", lambda: page.sheet and page.sheet.closing)
    guide.wait("the sheet", page.save_it.isEnabled)
    file = guide.folder / "gun-sonu.pdf"
    page.save_to(file)  # where to is asked by the system's own dialog
    guide.wait("the file", lambda: file.name in page.notice.text)
    expect(file.read_bytes().startswith(b"%PDF-"), "a PDF")
    return page.text.replace("\n", "; ")
