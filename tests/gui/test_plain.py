"""A gateway's text, made fit to be shown."""

from __future__ import annotations

import pytest
from PySide6.QtGui import Qt, QTextDocument

from gui.format import plain, tip


def test_letters_that_turn_or_hide_text_are_dropped() -> None:
    assert plain("A\u202eB\u200b\x00C\ufeff") == "ABC"


def test_lines_become_one() -> None:
    assert plain("bir\r\niki\tüç\u2028dört") == "bir  iki üç dört"


def test_turkish_letters_and_marks_of_references_stay() -> None:
    assert plain("Şişli | 0.54251300 1595848596|93") == "Şişli | 0.54251300 1595848596|93"


def test_it_does_not_go_on_for_ever() -> None:
    shown = plain("x" * 10_000, limit=50)
    assert len(shown) == 50
    assert shown.endswith("…")


@pytest.mark.parametrize(
    "text", ["<b>1.250,00</b>", "<img src='file:///etc/x'> & <", "&lt;b&gt;", "Mağaza & Oğlu"]
)
def test_a_tooltip_shows_the_letters_and_no_markup(text: str) -> None:
    shown = QTextDocument()
    if Qt.mightBeRichText(tip(text)):
        shown.setHtml(tip(text))
    else:
        shown.setPlainText(tip(text))

    assert shown.toPlainText() == text
    assert not any(one.isImageFormat() for one in shown.allFormats())


def test_a_tooltip_with_nothing_in_it_to_be_mistaken_stays_as_it_is() -> None:
    assert tip("Şişli | 0.54251300 1595848596|93") == "Şişli | 0.54251300 1595848596|93"
