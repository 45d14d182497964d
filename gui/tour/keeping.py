"""What the desk keeps: everything done here, the accounts, and how it looks in the dark."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QPushButton,
    QTableView,
    QToolButton,
    QTreeWidget,
    QWidget,
)

from gui import theme
from gui.format import money, plain
from gui.places import Place
from gui.preferences.section import Section
from gui.settings import Appearance
from gui.tour.guide import Guide
from gui.tour.hands import (
    SAMPLE,
    SOLD_TODAY,
    choose_from_seat,
    expect,
    go,
    named_dialog,
    open_sale,
    open_section,
    show_tab,
)
from services.domain.money import Money


def everything_done_here(guide: Guide) -> str:
    """Every reversal, with how it ended."""
    guide.tidy()
    go(guide, Place.REVERSALS)
    table = guide.find(QTreeWidget, "journal_table")
    count = guide.wait("the reversals", table.model().rowCount)
    place = guide.find(QToolButton, "place_unknown")
    guide.wait("the count of unknown ones to be gone", lambda: "," not in place.accessibleName())
    guide.choose(table, SOLD_TODAY)
    return f"{count} reversals"


def the_accounts(guide: Guide) -> str:
    """Who we are at the gateways."""
    guide.tidy()
    open_section(guide, Section.ACCOUNTS)
    table = guide.find(QTableView, "accounts")
    return f"{guide.wait('the accounts', table.model().rowCount)} accounts"


def a_new_account(guide: Guide) -> str:
    """What a first real account wants to know."""
    guide.press(guide.find(QPushButton, "add"))
    editor = guide.wait("the editor", lambda: named_dialog(guide, "account_editor"))
    return plain(editor.windowTitle())


def people_and_rules(guide: Guide) -> str:
    """Who works here, what they may do, and what the shop has chosen."""
    guide.tidy()
    choose_from_seat(guide, "seat_people")
    panel = guide.find(QWidget, "people_panel")
    show_tab(guide, panel, 1)
    return f"{guide.find(QTableView, 'rights').model().rowCount()} rights"


def safekeeping(guide: Guide) -> str:
    """Whether the ledger can be trusted, its check and its backup."""
    guide.tidy()
    choose_from_seat(guide, "seat_safekeeping")
    dialog = guide.wait("the safekeeping", lambda: named_dialog(guide, "safekeeping"))
    verify = guide.find(QPushButton, "verify", dialog)
    guide.press(verify)
    guide.wait("the log to be checked", verify.isEnabled)
    return plain(dialog.windowTitle())


def in_the_dark(guide: Guide) -> str:
    """The same in dark colours."""
    guide.tidy()
    guide.window.places.appearance_chosen.emit(Appearance.DARK)
    panel = open_sale(guide, SAMPLE)
    show_tab(guide, panel, 0)
    panel.tree.expandAll()
    expect(theme.is_dark(guide.window.palette()), "dark colours")
    return f"{money(Money(125_000))} in the dark"
