"""The settings section by section, the doctor, the keys, the palette, and how a new shop begins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QTableWidget, QWidget

from gui.actions import ACTIONS
from gui.doctor.dialog import DoctorDialog
from gui.first.dialog import FirstStart
from gui.preferences.section import Section
from gui.tour.guide import Guide
from gui.tour.hands import SOLD_TODAY, expect, open_section
from services.domain.diagnosis import Diagnosis
from services.simulator.faults import Fault


def the_rules(guide: Guide) -> str:
    """What holds for everybody."""
    guide.tidy()
    open_section(guide, Section.RULES)
    guide.wait("the rules", guide.find(QPushButton, "rules_confirm").isEnabled)
    return "the rules"


def how_it_looks(guide: Guide) -> str:
    """Light or dark, Turkish or English."""
    open_section(guide, Section.LOOK)
    guide.find(QWidget, "choose_dark")
    return "appearance and language"


def the_data(guide: Guide) -> str:
    """Where the ledger is, and its newest backup."""
    open_section(guide, Section.DATA)
    guide.find(QPushButton, "open_safekeeping")
    return "data and backup"


def the_log(guide: Guide) -> str:
    """Who did what."""
    open_section(guide, Section.LOG)
    table = guide.find(QTableWidget, "log")
    return f"{guide.wait('the log', table.rowCount)} rows"


def what_is_inside(guide: Guide) -> str:
    """What is promised, and whose work is inside."""
    open_section(guide, Section.ABOUT)
    table = guide.window.findChildren(QTableWidget, "licences")[0]
    return f"{guide.wait('the licences', table.rowCount)} licences"


def the_doctor(guide: Guide) -> str:
    """A way to the gateway without fault, step by step."""
    open_section(guide, Section.ACCOUNTS)
    button = guide.find(QPushButton, "doctor")
    guide.press(button)
    return _examined(guide)


def the_doctor_finds_what_is_wrong(guide: Guide) -> str:
    """A shop whose address Param does not know: named, with what to do about it."""
    guide.tidy()
    guide.simulator.faults.always(Fault.HTTP_403)
    table = guide.find(QTableWidget, "accounts")
    guide.choose(table, "Param")
    guide.press(guide.find(QPushButton, "doctor"))
    found = _examined(guide)
    expect(Diagnosis.ADDRESS_NOT_REGISTERED.name in found, "an address that is not registered")
    return found


def every_key(guide: Guide) -> str:
    """F1."""
    guide.tidy()
    _press(guide, Qt.Key.Key_F1)
    for action in ACTIONS:
        guide.find(QLabel, f"key_{action.name}", guide.dialog)
    return f"{len(ACTIONS)} keys"


def the_palette(guide: Guide) -> str:
    """Ctrl+K, and a part of a reference."""
    guide.tidy()
    _press(guide, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    guide.fill(guide.find(QLineEdit, "palette_line", guide.dialog), SOLD_TODAY[:9])
    offered = guide.find(QListWidget, "palette_list", guide.dialog)
    guide.wait(SOLD_TODAY, lambda: SOLD_TODAY in [offered.item(row).text() for row in range(offered.count())])
    return f"{offered.count()} lines"


def a_new_shop(guide: Guide) -> str:
    """What somebody sees who has no account yet."""
    guide.tidy()
    rooms = guide.wait("the rooms", lambda: guide.window.rooms)
    rooms.setting_up.open_first_start()
    return guide.wait("the first start", lambda: _first(guide)).windowTitle()


def a_new_shops_credentials(guide: Guide) -> str:
    """Which gateway, and then who one is there."""
    first = guide.wait("the first start", lambda: _first(guide))
    guide.press(first.welcome.begin)
    guide.press(first.forward)
    return first.credentials.form.typed_gateway.value


def _press(guide: Guide, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key of the window; it must be in front for that."""
    guide.window.activateWindow()
    guide.rest()
    QTest.keyClick(guide.window, key, held)


def _examined(guide: Guide) -> str:
    dialog = guide.dialog
    expect(isinstance(dialog, DoctorDialog), "the doctor")
    assert isinstance(dialog, DoctorDialog)
    guide.wait("the doctor to have looked", lambda: dialog.examination and not dialog.looking)
    examination = guide.wait("what was found", lambda: dialog.examination)
    return ", ".join(one.diagnosis.name for one in examination.findings)


def _first(guide: Guide) -> FirstStart | None:
    dialog = guide.dialog
    return dialog if isinstance(dialog, FirstStart) else None
