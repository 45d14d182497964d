"""The three main tasks by keyboard alone, counted: `python -m tests.gui.walks.keystrokes`.

What a scanner types, its Enter included, is not counted.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QRadioButton, QWidget

from gui import theme
from gui.doubts.card import DoubtCard
from gui.orders.panel import OrderPanel
from gui.payment.panel import PaymentPanel
from gui.reversal.outcome_panel import OutcomePanel
from gui.tour.doubting import nobody_to_ask
from gui.tour.guide import Guide
from gui.tour.hands import ORDER, SOLD_TODAY, expect_state
from services.domain.reversal import IntentState
from tests.gui.walks.visit import the_demo

_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_NONE = Qt.KeyboardModifier.NoModifier


class Keyboard:
    """Presses keys where the focus is, and counts them.

    Attributes:
        count: How many were pressed; one that is held with another is not one of its own.
    """

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self.count = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _NONE) -> None:
        """Press one key."""
        self.count += 1
        QTest.keyClick(self._focused, key, held)
        self._guide.rest()

    def type(self, letters: str) -> None:
        """Press a key for each letter."""
        self.count += len(letters)
        QTest.keyClicks(self._focused, letters)
        self._guide.rest()

    def scan(self, reference: str) -> None:
        """Let the scanner type it, with its Enter."""
        self._guide.fill(self._focused, reference)
        self._guide.enter(self._focused)

    @property
    def _focused(self) -> QWidget:
        """Where the next key goes; the screenless platform leaves a window behind a dialog inactive."""
        if QApplication.focusWidget() is None:
            (QApplication.activeModalWidget() or self._guide.window).activateWindow()
        return self._guide.wait("the focus", QApplication.focusWidget)


def void(guide: Guide) -> int:
    """Find a sale of today, void it and confirm."""
    keyboard = _at_the_box(guide)
    keyboard.scan(SOLD_TODAY)
    guide.wait("what can be done", lambda: _can_act(guide, PaymentPanel))
    keyboard.press(Qt.Key.Key_F8)
    guide.wait("the reason", lambda: isinstance(QApplication.focusWidget(), QComboBox))
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return, _CONTROL)
    _done(guide)
    return keyboard.count


def part_of_an_order(guide: Guide) -> int:
    """Give a seller's part of a Param order back, 30 lira of it."""
    keyboard = _at_the_box(guide)
    keyboard.scan(ORDER)
    guide.wait("what can be done", lambda: _can_act(guide, OrderPanel))
    keyboard.press(Qt.Key.Key_F8)
    guide.wait("the amount", lambda: _in_line("amount_0_edit"))
    keyboard.type("30")
    keyboard.press(Qt.Key.Key_Return, _CONTROL)
    guide.wait("the reason", lambda: isinstance(QApplication.focusWidget(), QComboBox))
    keyboard.press(Qt.Key.Key_Down)
    keyboard.press(Qt.Key.Key_Return, _CONTROL)
    _done(guide)
    return keyboard.count


def settle(guide: Guide) -> int:
    """Say of an unknown one, from the evidence, that the money went; what the panel calls it is scanned."""
    nobody_to_ask(guide)
    keyboard = Keyboard(guide)
    keyboard.press(Qt.Key.Key_4, _ALT)
    keyboard.press(Qt.Key.Key_F8)
    guide.find(QRadioButton, "paid", guide.dialog)
    while not isinstance(QApplication.focusWidget(), QRadioButton):
        keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.type("ok")
    keyboard.press(Qt.Key.Key_Tab)
    keyboard.scan("PNL-20261122-7")
    confirm = guide.find(QPushButton, "confirm", guide.dialog)
    while QApplication.focusWidget() is not confirm:
        keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_Space)
    guide.wait("the end", lambda: not guide.window.findChildren(DoubtCard, "doubt"))
    return keyboard.count


def _at_the_box(guide: Guide) -> Keyboard:
    guide.wait("the account", lambda: guide.window.bar.chosen)
    guide.tidy()
    guide.window.activateWindow()
    keyboard = Keyboard(guide)
    keyboard.press(Qt.Key.Key_F, _CONTROL)
    return keyboard


def _can_act(guide: Guide, kind: type[PaymentPanel | OrderPanel]) -> bool:
    return any(panel.isVisible() and panel.act.isVisible() for panel in guide.window.findChildren(kind))


def _in_line(name: str) -> bool:
    focused = QApplication.focusWidget()
    return isinstance(focused, QLineEdit) and focused.objectName() == name


def _done(guide: Guide) -> None:
    outcome = guide.dialog.findChildren(OutcomePanel, "outcome")[0]
    cards = guide.wait("the outcome", lambda: outcome.cards)
    for card in cards:
        expect_state(card.intent, IntentState.DONE)


def main() -> int:
    """Print how many keys each took, as JSON."""
    theme.new_application()
    with tempfile.TemporaryDirectory() as folder, the_demo(Path(folder), "tr", dark=False) as guide:
        counted = {task.__name__: task(guide) for task in (void, part_of_an_order, settle)}
    sys.stdout.write(json.dumps(counted) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
