"""Fields: copied byte for byte, typed without guessing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.widgets.fields import AmountEdit, CopyableLabel
from services.domain.money import Money


@pytest.fixture
def amount(qtbot: QtBot) -> AmountEdit:
    edit = AmountEdit(name="Tutar")
    qtbot.addWidget(edit)
    edit.show()
    return edit


def test_a_value_is_copied_byte_for_byte_though_shown_harmlessly(qtbot: QtBot) -> None:
    field = CopyableLabel("A1\u202e|93 ", name="Referans")
    qtbot.addWidget(field)
    shown = field.findChild(QLabel)

    qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == "A1\u202e|93 "
    assert shown is not None
    assert shown.text() == "A1|93"


def test_the_keyboard_copies_it_too(qtbot: QtBot) -> None:
    field = CopyableLabel("A1", name="Referans")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.copied):
        qtbot.keyClick(field.findChild(QLabel), Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_its_button_says_what_it_copies(qtbot: QtBot) -> None:
    field = CopyableLabel("A1", name="Referans")
    qtbot.addWidget(field)
    assert "Referans" in field.button.accessibleName()


@pytest.mark.parametrize(
    ("typed", "kurus"), [("1250", 125000), ("1250,5", 125050), ("1.250,00", 125000), ("0,01", 1)]
)
def test_a_clear_amount_is_taken(amount: AmountEdit, typed: str, kurus: int) -> None:
    amount.edit.setText(typed)
    assert amount.value() == Money(kurus)
    assert amount.problem == ""


@pytest.mark.parametrize("typed", ["abc", "1,234", "-5", "1250,00,00", "1e3"])
def test_what_is_no_amount_is_said_beside_it(amount: AmountEdit, typed: str) -> None:
    amount.edit.setText(typed)
    assert amount.value() is None
    assert amount.problem
    assert amount.edit.accessibleDescription() == amount.problem


@pytest.mark.parametrize(("typed", "readings"), [("1.250", {125000, 125}), ("12.50", {125000, 1250})])
def test_a_doubtful_amount_has_no_value_until_a_person_says_which(
    amount: AmountEdit, qtbot: QtBot, typed: str, readings: set[int]
) -> None:
    amount.edit.setText(typed)
    assert amount.value() is None
    assert {button.property("reading").kurus for button in amount.readings} == readings

    qtbot.mouseClick(amount.readings[1], Qt.MouseButton.LeftButton)

    assert amount.value() == amount.readings[1].property("reading")
    assert amount.readings[0].isHidden()


def test_zero_is_refused_unless_it_may_be(amount: AmountEdit, qtbot: QtBot) -> None:
    amount.edit.setText("0")
    assert amount.value() is None
    assert amount.problem

    payable = AmountEdit(name="Ödenecek", may_be_zero=True)
    qtbot.addWidget(payable)
    payable.edit.setText("0")
    assert payable.value() == Money(0)


def test_an_empty_field_is_no_value_and_no_complaint(amount: AmountEdit) -> None:
    amount.edit.setText("5")
    amount.edit.setText("")
    assert amount.value() is None
    assert amount.problem == ""


def test_whoever_owns_it_may_object(amount: AmountEdit) -> None:
    amount.set_check(lambda typed: "Kalandan fazla." if typed > Money(10000) else "")
    amount.edit.setText("100,01")
    assert amount.value() is None
    assert amount.problem == "Kalandan fazla."
    amount.edit.setText("100")
    assert amount.value() == Money(10000)


def test_every_key_is_told_with_the_value(amount: AmountEdit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(amount.changed) as told:
        amount.edit.setText("7")
    assert told.args == [Money(700)]


def test_it_is_repeated_in_words(amount: AmountEdit) -> None:
    amount.edit.setText("1250,50")
    assert "lira" in amount.edit.accessibleDescription()


def test_what_is_set_is_read_back_the_same(amount: AmountEdit) -> None:
    amount.set_value(Money(123456789))
    assert amount.edit.text() == "1.234.567,89"
    assert amount.value() == Money(123456789)
