"""The settings: every section to whoever may see to it, and to others the reason."""

from __future__ import annotations

from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from gui.accounts.panel import AccountsPanel
from gui.preferences.about import AboutSection
from gui.preferences.back_url import BackUrlSection
from gui.preferences.data import DataSection
from gui.preferences.licences import everything_inside
from gui.preferences.log import LogSection
from gui.preferences.page import SettingsPage
from gui.preferences.section import Section
from gui.seat.people import PeoplePanel
from gui.seat.rules import Rules
from gui.settings import Appearance, Settings
from gui.tasks import TaskRunner
from gui.widgets.blank import Blank
from services.desk import Desk
from services.domain.audit import Act
from tests.gui.seat.conftest import CASHIER, CASHIERS_PIN, OWNER, OWNERS_PIN, staffed
from tests.shop import Shop

assert staffed  # a fixture

LEFT = Qt.MouseButton.LeftButton
MADE = {
    Section.ACCOUNTS: AccountsPanel,
    Section.PEOPLE: PeoplePanel,
    Section.RULES: Rules,
    Section.BACK_URL: BackUrlSection,
    Section.DATA: DataSection,
    Section.LOG: LogSection,
    Section.ABOUT: AboutSection,
}


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tasks: TaskRunner, tmp_path: Path) -> SettingsPage:
    return opened(qtbot, desk, tasks, tmp_path)


def opened(qtbot: QtBot, desk: Desk, tasks: TaskRunner, folder: Path) -> SettingsPage:
    page = SettingsPage(desk, tasks, Settings(folder), language="en")
    qtbot.addWidget(page)
    page.resize(1000, 640)
    page.show()
    return page


def log_of(page: SettingsPage) -> LogSection:
    page.show_section(Section.LOG)
    log = page.findChild(LogSection)
    assert log is not None
    return log


def column(log: LogSection, number: int) -> list[str]:
    cells = [log.table.item(row, number) for row in range(log.table.rowCount())]
    return [cell.text() for cell in cells if cell is not None]


def visible(page: SettingsPage, kind: type[QWidget]) -> bool:
    return any(widget.isVisible() for widget in page.findChildren(kind))


def test_a_section_is_made_when_it_is_first_opened(page: SettingsPage) -> None:
    assert visible(page, AccountsPanel)
    assert not page.findChildren(LogSection)
    for section, kind in MADE.items():
        page.show_section(section)
        assert visible(page, kind), section
        assert page.section is section


def test_what_somebody_may_not_see_to_says_who_may(
    qtbot: QtBot, staffed: Desk, tasks: TaskRunner, tmp_path: Path
) -> None:
    staffed.operators.sign_in(CASHIER, CASHIERS_PIN)
    page = opened(qtbot, staffed, tasks, tmp_path)
    for section in (Section.PEOPLE, Section.RULES, Section.BACK_URL, Section.LOG):
        page.show_section(section)
        (blank,) = [one for one in page.findChildren(Blank) if one.isVisible()]
        assert "Owner" in blank.text
    assert not page.findChildren(LogSection)
    page.show_section(Section.ACCOUNTS)
    panel = page.findChild(AccountsPanel)
    assert panel is not None
    assert not panel.add.isEnabled()
    assert "Owner" in panel.add.toolTip()
    qtbot.waitUntil(panel.doctor.isEnabled)

    staffed.operators.sign_in(OWNER, OWNERS_PIN)
    page.refresh()
    page.show_section(Section.LOG)
    assert visible(page, LogSection)


def test_sections_are_reached_by_keys_alone(qtbot: QtBot, page: SettingsPage) -> None:
    page.sections.setFocus()
    for _ in range(3):
        qtbot.keyClick(page.sections, Qt.Key.Key_Down)
    assert page.section is Section.BACK_URL


def test_light_dark_and_language_are_told(qtbot: QtBot, page: SettingsPage) -> None:
    page.show_section(Section.LOOK)
    dark = page.findChild(QRadioButton, "choose_dark")
    turkish = page.findChild(QRadioButton, "choose_tr")
    assert dark is not None
    assert turkish is not None
    with qtbot.waitSignal(page.appearance_chosen) as appearance:
        dark.click()
    with qtbot.waitSignal(page.language_chosen) as language:
        turkish.click()
    assert appearance.args == [Appearance.DARK]
    assert language.args == ["tr"]


def test_the_data_folder_is_shown_with_the_newest_backup(
    qtbot: QtBot, page: SettingsPage, desk: Desk, tmp_path: Path
) -> None:
    page.show_section(Section.DATA)
    data = page.findChild(DataSection)
    assert data is not None
    assert data.folder.value == str(tmp_path)
    qtbot.waitUntil(lambda: "No backup" in data.notice.text)
    desk.office().backups.write(tmp_path / "copy.backup")
    page.refresh()
    qtbot.waitUntil(lambda: "Newest backup" in data.notice.text)
    with qtbot.waitSignal(page.safekeeping_wanted):
        qtbot.mouseClick(data.safekeeping, LEFT)


def test_the_log_is_read_newest_first_and_searched_in_turkish(
    qtbot: QtBot, page: SettingsPage, shop: Shop
) -> None:
    shop.desk.audit.note("IŞIL", Act.RAW, "0.54251300 1595848596|93", "answer 1")
    log = log_of(page)
    qtbot.waitUntil(lambda: log.table.rowCount() > 2)
    newest = log.table.item(0, 1)
    assert newest is not None
    assert newest.text() == "IŞIL"
    log.text.setText("ışıl")
    qtbot.waitUntil(lambda: column(log, 1) == ["IŞIL"])
    log.text.clear()
    log.act.setCurrentIndex(log.act.findData(Act.ACCOUNT))
    qtbot.waitUntil(lambda: set(column(log, 2)) == {"Account"})
    log.text.setText("no such word")
    qtbot.waitUntil(lambda: "Nothing" in log.count.text())


def test_what_is_looked_for_is_found_however_old_it_is(qtbot: QtBot, page: SettingsPage, shop: Shop) -> None:
    shop.desk.audit.note("Ayşe", Act.RAW, "the very first", "answer 1")
    for number in range(230):
        shop.desk.audit.note("Can", Act.RAW, f"reference {number}", "ok")
    log = log_of(page)
    qtbot.waitUntil(lambda: log.table.rowCount() == 200)
    assert "older" in log.count.text()
    log.text.setText("very FIRST")
    qtbot.waitUntil(lambda: column(log, 3) == ["the very first"])
    assert not log.older.isVisible()


def test_the_log_leaves_as_a_list_of_what_is_looked_for(page: SettingsPage, shop: Shop) -> None:
    for number in range(3):
        shop.desk.audit.note("Can", Act.RAW, f"reference {number}", "answer 7")
    log = log_of(page)
    log.text.setText("reference")
    sheet = log._sheet()
    rows = [dict(zip(sheet.columns, row, strict=True)) for row in sheet.rows()]
    assert [row["About"] for row in rows] == ["reference 2", "reference 1", "reference 0"]
    assert {row["How it went"] for row in rows} == {"answer No. 7"}


def test_a_long_log_is_read_a_page_at_a_time(qtbot: QtBot, page: SettingsPage, shop: Shop) -> None:
    for number in range(230):
        shop.desk.audit.note("Can", Act.RAW, f"reference {number}", "ok")
    log = log_of(page)
    qtbot.waitUntil(lambda: log.table.rowCount() == 200)
    qtbot.mouseClick(log.older, LEFT)
    qtbot.waitUntil(lambda: log.table.rowCount() > 230)
    assert not log.older.isVisible()
    seen = [log.table.item(row, 3) for row in range(log.table.rowCount())]
    assert {f"reference {number}" for number in range(230)} <= {one.text() for one in seen if one is not None}


def test_the_log_is_checked_from_there(qtbot: QtBot, page: SettingsPage) -> None:
    log = log_of(page)
    qtbot.mouseClick(log.verify, LEFT)
    qtbot.waitUntil(lambda: "Checked" in log.notice.text)
    assert log.verify.isEnabled()


def test_everything_inside_is_named_with_its_licence(qtbot: QtBot, page: SettingsPage) -> None:
    inside = {one.name.lower().replace("_", "-"): one for one in everything_inside()}
    assert {"refund-desk", "inter", "pyside6-essentials", "httpx", "zeep", "keyring"} <= set(inside)
    assert "LGPL" in inside["pyside6-essentials"].licence
    assert "SIL OPEN FONT LICENSE" in inside["inter"].text
    assert "Paweł Kuna" in inside["tabler icons"].text
    assert all(one.licence or one.text for one in inside.values())
    page.show_section(Section.ABOUT)
    about = page.findChild(AboutSection)
    assert about is not None
    qtbot.waitUntil(lambda: about.table.rowCount() == len(inside))
    names = [about.table.item(row, 0) for row in range(about.table.rowCount())]
    row = next(row for row, name in enumerate(names) if name is not None and name.text() == "Inter")
    about.table.setCurrentCell(row, 0)
    assert "SIL OPEN FONT LICENSE" in about.text.toPlainText()


def test_whose_work_is_inside_is_read_without_a_look_at_every_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_at_each(of: Distribution) -> None:
        pytest.fail(f"half a minute on Windows, beginning with {of.name}")

    kind = type(distribution("httpx"))  # of the standard library, or of what keyring puts in its place
    monkeypatch.setattr(kind, "files", property(look_at_each))
    assert next(one for one in everything_inside() if one.name == "httpx").text


def test_every_button_says_what_it_does(page: SettingsPage) -> None:
    for section in Section:
        page.show_section(section)
    buttons = page.findChildren(QPushButton)
    assert all(button.text() or button.accessibleName() or not button.isVisible() for button in buttons)
