"""The one form in which a second person agrees: nobody is chosen for them, and no PIN stays in it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from gui.seat.second_person import SecondPerson


@pytest.fixture
def form(qtbot: QtBot) -> SecondPerson:
    made = SecondPerson("Somebody else looks at this.", "Who agrees")
    qtbot.addWidget(made)
    made.show_names(["Ayşe", "<b>Deniz</b>"])
    made.show()
    return made


def test_it_is_complete_with_a_name_and_a_pin_and_not_before(form: SecondPerson) -> None:
    assert form.approver is None
    form.pin.setText("4711")
    assert not form.is_complete

    form.name.setCurrentIndex(0)

    assert form.is_complete
    assert form.approver == "Ayşe"


def test_a_pin_that_was_taken_is_gone(form: SecondPerson) -> None:
    form.name.setCurrentIndex(0)
    form.pin.setText("4711")
    assert form.take_pin() == "4711"
    assert form.pin.text() == ""
    assert not form.is_complete


def test_a_name_is_what_the_ledger_has_and_no_markup(form: SecondPerson) -> None:
    form.name.setCurrentIndex(1)
    assert form.approver == "<b>Deniz</b>"
    assert form.name.currentText() == "<b>Deniz</b>"


def test_where_nobody_else_is_it_never_completes(form: SecondPerson) -> None:
    form.show_names([])
    form.show_words("Nobody else here may.", alone=False)
    assert not form.name.isVisible()
    assert not form.is_complete


def test_where_nobody_has_to_agree_it_is_complete_as_it_is(form: SecondPerson) -> None:
    form.show_names([])
    form.show_words("Said by one person.", alone=True)
    assert not form.pin.isVisible()
    assert form.is_complete
    assert form.approver is None
