"""The palette goes to places, does actions and opens payments: by keys alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.palette.dialog import Palette
from gui.palette.help_dialog import HelpDialog
from gui.places import Place
from gui.preferences.section import Section
from services.desk import Desk
from tests.gui.seat.conftest import CASHIER, CASHIERS_PIN, staffed, window
from tests.shop import Shop

assert window
assert staffed  # fixtures


def opened(qtbot: QtBot, window: MainWindow, desk: Desk) -> Palette:
    if window.rooms is None:
        window.set_desk(desk)
        qtbot.waitUntil(lambda: window.bar.chosen is not None)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChildren(Palette)[-1]
    qtbot.waitUntil(palette.line.hasFocus)
    return palette


def shown(palette: Palette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def type_in(palette: Palette, text: str) -> None:
    QTest.keyClicks(palette.line, text)


def test_a_place_is_two_letters_and_enter_away(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    palette = opened(qtbot, window, desk)
    type_in(palette, "unk")
    assert shown(palette)[0] == "Unknown"
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert window.rooms is not None
    button = window.findChild(type(window.places.settings), f"place_{Place.UNKNOWN.value}")
    assert button is not None
    assert button.isChecked()


def test_a_section_of_the_settings_opens(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    palette = opened(qtbot, window, desk)
    type_in(palette, "settings backup")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.rooms is not None
    assert window.rooms.pages.settings is not None
    assert window.rooms.pages.settings.section is Section.DATA


def test_a_payment_is_found_by_a_part_of_its_reference_and_opened(
    qtbot: QtBot, window: MainWindow, desk: Desk, shop: Shop
) -> None:
    sale = shop.a_sale("250,00")
    shop.look(sale)
    palette = opened(qtbot, window, desk)
    type_in(palette, sale.reference[-6:])
    qtbot.waitUntil(lambda: sale.reference in shown(palette))
    palette.list.setCurrentRow(shown(palette).index(sale.reference))
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.rooms is not None
    detail = window.rooms.detail
    qtbot.waitUntil(lambda: not detail.blank.isVisible())


def test_what_was_looked_at_last_is_offered_before_anything_is_typed(
    qtbot: QtBot, window: MainWindow, desk: Desk, shop: Shop
) -> None:
    sale = shop.a_sale("250,00")
    shop.look(sale)
    palette = opened(qtbot, window, desk)
    qtbot.waitUntil(lambda: sale.reference in shown(palette))


def test_up_and_down_stay_inside_the_list(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    palette = opened(qtbot, window, desk)
    qtbot.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.list.currentRow() == 0
    for _ in range(palette.list.count() + 3):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.list.currentRow() == palette.list.count() - 1


def test_escape_leaves_it_and_nothing_fits_is_said(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    palette = opened(qtbot, window, desk)
    type_in(palette, "zzzzqqq")
    assert shown(palette) == []
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_a_locked_desk_has_no_palette(qtbot: QtBot, window: MainWindow, staffed: Desk) -> None:
    staffed.operators.sign_in(CASHIER, CASHIERS_PIN)
    opened(qtbot, window, staffed).reject()
    assert window.rooms is not None
    window.rooms.seating.lock()
    qtbot.waitUntil(lambda: window.rooms is not None and window.rooms.seating.covered)
    before = len([one for one in window.findChildren(Palette) if one.isVisible()])
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert len([one for one in window.findChildren(Palette) if one.isVisible()]) == before == 0


def test_what_was_looked_for_before_is_not_offered_for_what_is_typed_now(
    qtbot: QtBot, window: MainWindow, desk: Desk, shop: Shop
) -> None:
    sale, other = shop.a_sale("250,00"), shop.a_sale("99,00")
    shop.look(sale)
    shop.look(other)
    palette = opened(qtbot, window, desk)
    type_in(palette, other.reference)
    qtbot.waitUntil(lambda: other.reference in shown(palette))
    assert sale.reference not in shown(palette)


def test_over_a_dialog_no_key_opens_another(qtbot: QtBot, window: MainWindow, desk: Desk) -> None:
    palette = opened(qtbot, window, desk)

    for over in (window, palette):
        qtbot.keyClick(over, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(over, Qt.Key.Key_F1)
    assert window.rooms is not None
    window.rooms.commands.open_help()
    window.rooms.commands.open_palette()

    assert window.findChildren(Palette) == [palette]
    assert window.findChildren(HelpDialog) == []
