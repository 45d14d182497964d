"""What the steps of the tour do again and again: open a sale, give a reason, confirm, expect."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QListWidget,
    QPushButton,
    QTableView,
    QTabWidget,
    QToolButton,
    QWidget,
)

from gui.orders.panel import OrderPanel
from gui.payment.panel import PaymentPanel
from gui.places import Place
from gui.preferences.section import Section, section_name
from gui.reversal.outcome_panel import OutcomePanel
from gui.tour.guide import Guide, Lost
from services.domain.money import ZERO, Money
from services.domain.reversal import Intent, IntentState, Settlement
from services.plans import REFERENCE_LIMIT
from services.simulator.entries import Order, Sale, Status

Step = Callable[[Guide], str]

SOLD_TODAY = "ORDER_REF_NUMBER"
"""The sale of EsnekPOS's sample void (S 000)."""

SAMPLE = "9.54251311 1595848596|999"
"""The payment of EsnekPOS's sample answer (S 001)."""

ORDER = "siparis54"
"""The order of Param's sample (S 003), some days old."""

RETURNED_AT_THE_PANEL = "siparis71"
"""An order that Param refuses: everything went back at its own panel."""


def search(guide: Guide, text: str) -> None:
    """Type into the box, and Enter."""
    line = guide.window.bar.box.line
    guide.fill(line, text)
    guide.enter(line)


def go(guide: Guide, place: Place) -> None:
    """Go to a place by its button."""
    guide.press(guide.find(QToolButton, f"place_{place.value}"))


def open_section(guide: Guide, section: Section) -> None:
    """Go to the settings, and choose a section there."""
    go(guide, Place.SETTINGS)
    sections = guide.find(QListWidget, "settings_sections")
    (item,) = sections.findItems(section_name(section), Qt.MatchFlag.MatchExactly)
    at = sections.visualItemRect(item).center()
    QTest.mouseClick(sections.viewport(), Qt.MouseButton.LeftButton, pos=at)
    guide.rest()


def open_sale(guide: Guide, reference: str) -> PaymentPanel:
    """Search a sale; the one hit opens itself."""
    guide.tidy()
    search(guide, reference)

    def shown() -> PaymentPanel | None:
        for panel in guide.window.findChildren(PaymentPanel, "payment"):
            if panel.isVisible() and panel.view and panel.view.payment.reference == reference:
                return panel
        return None

    return guide.wait(reference, shown)


def show_tab(guide: Guide, panel: QWidget, place: int) -> None:
    """Click a tab: the first is 0, the last is -1."""
    bar = panel.findChildren(QTabWidget)[0].tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(range(bar.count())[place]).center())
    guide.rest()


def open_order(guide: Guide, siparis_id: str) -> OrderPanel:
    """Choose a Param order in its place."""
    guide.tidy()
    go(guide, Place.ORDERS)
    guide.choose(guide.find(QTableView, "orders"), siparis_id)

    def shown() -> OrderPanel | None:
        for panel in guide.window.findChildren(OrderPanel, "order"):
            if panel.isVisible() and panel.view and panel.view.order.siparis_id == siparis_id:
                return panel
        return None

    return guide.wait(siparis_id, shown)


def another_sale_of_today(guide: Guide, *, over: Money = ZERO) -> Sale:
    """Return a sale of the book that could be voided now, of more than an amount."""
    days = guide.wait("the account", lambda: guide.window.bar.chosen).days
    now = guide.desk.clock.now()
    for sale in guide.simulator.book.sales():
        (first, *more) = sale.movements
        of_today = sale.paid_at is not None and days.same_day(sale.paid_at, now)
        can_be_voided = not more and first.status is Status.PAID and len(sale.reference) <= REFERENCE_LIMIT
        if of_today and can_be_voided and sale.amount > over and sale.reference != SOLD_TODAY:
            return sale
    raise Lost("the book has no other sale of today")


def orders_of_today(guide: Guide) -> list[Order]:
    """Return the orders of today that nothing was given back of."""
    days = guide.wait("the account", lambda: guide.window.bar.chosen).days
    now = guide.desk.clock.now()
    return [
        order
        for order in guide.simulator.book.orders()
        if days.same_day(order.sold_at, now) and not guide.simulator.book.requests_for(order.siparis_id)
    ]


def choose_from_seat(guide: Guide, name: str) -> None:
    """Choose something from the menu under one's own name."""
    action = guide.window.findChild(QAction, name)
    if action is None:
        raise Lost(f"{name} is not in the menu")
    action.trigger()
    guide.rest()


def give_a_reason(guide: Guide, dialog: QDialog, reason: str) -> None:
    """Type why."""
    box = guide.find(QComboBox, "reason", dialog)
    line = box.lineEdit()
    if line is None:
        raise Lost("the reason can't be typed")
    guide.fill(line, reason)


def understand(guide: Guide, dialog: QDialog) -> None:
    """Tick the box about the literal payable rule, where it asks."""
    for box in dialog.findChildren(QCheckBox, "understood"):
        if box.isVisible() and not box.isChecked():
            QTest.keyClick(box, Qt.Key.Key_Space)
            guide.rest()


def confirm(guide: Guide, dialog: QDialog) -> list[Intent]:
    """Press what moves the money, and wait until it is clear how it went."""
    guide.press(guide.find(QPushButton, "confirm", dialog))
    outcome = dialog.findChildren(OutcomePanel, "outcome")[0]
    guide.wait("the outcome", lambda: outcome.cards or None)
    return [card.intent for card in outcome.cards]


def named_dialog(guide: Guide, name: str) -> QDialog | None:
    """Return the dialog in front, if it is that one."""
    dialog = guide.dialog
    return dialog if dialog.objectName() == name else None


def settled(intent: Intent) -> Settlement:
    """Return how an intent was settled."""
    if intent.settled is None:
        raise Lost("the intent is not settled")
    return intent.settled


def expect_state(intent: Intent, state: IntentState) -> None:
    """Go on only if an intent ended so."""
    expect(intent.state is state, f"{state.value}, not {intent.state.value}")


def expect(fact: object, what: str) -> None:
    """Go on only if something is so."""
    if not fact:
        raise Lost(f"expected {what}")
