"""The day at a glance, and the search box: what it understands, chips, filters, a saved search."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from gui.places import Place
from gui.search.narrowing import Narrowing
from gui.today.page import TodayPage
from gui.tour.guide import Guide
from gui.tour.hands import expect, go, named_dialog, search
from services.domain.payment import PaymentState
from services.domain.question import DayWord, InState


def the_day(guide: Guide) -> str:
    """What can still be voided, with its countdown; what was done; what waits."""
    go(guide, Place.TODAY)
    page = guide.find(TodayPage, "today")
    rows = guide.wait("what can be voided", page.voidable.topLevelItemCount)
    expect(page.countdown.text(), "a countdown")
    return f"{rows} can be voided, {page.countdown.text()}"


def the_day_is_done(guide: Guide) -> str:
    """What the tour gave back is added up, each line of it leads to its reversal."""
    go(guide, Place.TODAY)
    page = guide.find(TodayPage, "today")
    guide.wait("what was given back", page.work.topLevelItemCount)
    return "; ".join(tile.text for tile in page.tiles.values())


def a_word_that_may_be_two_things(guide: Guide) -> str:
    """`1250` is an amount, and part of a reference: both are looked for, and both are said."""
    search(guide, "1250")
    narrowing = _narrowing(guide)
    chips = guide.wait("two chips", lambda: narrowing.chips.chips if len(narrowing.chips.chips) > 1 else None)
    guide.wait("what was found", lambda: len(guide.window.search.model))
    return " / ".join(chip.text() for chip in chips)


def what_it_is_not(guide: Guide) -> str:
    """A reading that is not meant is taken away, with one key on its chip."""
    narrowing = _narrowing(guide)
    before = len(narrowing.chips.chips)
    QTest.keyClick(narrowing.chips.chips[-1], Qt.Key.Key_Delete)
    guide.wait("a chip less", lambda: len(narrowing.chips.chips) < before)
    rows = guide.wait("what was found", lambda: len(guide.window.search.model))
    return f"{narrowing.chips.chips[0].text()}: {rows}"


def sold_this_week(guide: Guide) -> str:
    """Day words and filters: no gateway is asked, only what was looked at here."""
    search(guide, "kasa")
    narrowing = _narrowing(guide)
    narrowing.add(DayWord.THIS_WEEK)
    narrowing.add(InState(PaymentState.PAID))
    rows = guide.wait("what was sold", lambda: len(guide.window.search.model))
    return f"{rows} rows, {guide.window.search.progress}"


def a_search_is_saved(guide: Guide) -> str:
    """By name; its days stay relative."""
    narrowing = _narrowing(guide)
    narrowing.views.save_wanted.emit()
    dialog = guide.wait("the dialog", lambda: named_dialog(guide, "name_view"))
    line = guide.find(QLineEdit, "view_name", dialog)
    guide.fill(line, "Bu haftanın kasa satışları")
    return line.text()


def nothing_fits(guide: Guide) -> str:
    """It says so, and the next step is one press away."""
    guide.press(guide.find(QPushButton, "confirm", guide.dialog))
    search(guide, "dün 9.999.999,99 TL")
    return guide.wait("the sentence", lambda: _blank(guide))


def _narrowing(guide: Guide) -> Narrowing:
    rooms = guide.wait("the rooms", lambda: guide.window.rooms)
    return rooms.searching.narrowing


def _blank(guide: Guide) -> str:
    blank = guide.window.search.blank
    return blank.text if blank.isVisible() and blank.action.isVisible() else ""
