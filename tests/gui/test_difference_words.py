"""What differs between two looks, in words a person can compare."""

from __future__ import annotations

from gui.difference_words import words_of
from services.domain.evidence import Difference, What, differences
from services.domain.payment import TransactionStatus
from tests.builders import a_movement, a_payment


def test_another_top_level_is_said_as_it_was_and_as_it_is() -> None:
    (found,) = differences(a_payment(), a_payment(top_level=("ORDER_CANCEL", "300")))
    assert words_of(found)[1:] == ("SUCCESS / 0", "ORDER_CANCEL / 300")


def test_a_gateways_text_stays_on_its_line() -> None:
    before = Difference(What.TOP_LEVEL, "SUCCESS\n\u202eNothing was sent", None)
    assert "\n" not in words_of(before)[1]
    assert "\u202e" not in words_of(before)[1]


def test_a_movement_whose_name_says_something_else_is_shown_with_it() -> None:
    seen, now = a_movement(name="Ödeme - Başarılı"), a_movement(name="İptal - Başarılı")
    (found,) = differences(a_payment(seen), a_payment(now))

    _, before, after = words_of(found)

    assert "İptal - Başarılı" not in before
    assert "“İptal - Başarılı”" in after


def test_a_movement_that_says_the_same_is_named_once() -> None:
    void = a_movement(TransactionStatus.VOIDED, id="2", name="İptal - Başarılı")
    (found,) = differences(a_payment(), a_payment(a_movement(), void))
    assert "“" not in words_of(found)[2]
