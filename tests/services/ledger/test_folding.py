from __future__ import annotations

import unicodedata

import pytest

from services.ledger.folding import fold


@pytest.mark.parametrize(
    "typed", ["IĞDIR", "ığdır", "İĞDİR", "iğdir", "Iğdır", unicodedata.normalize("NFD", "İĞDİR")]
)
def test_every_i_finds_every_other(typed: str) -> None:
    assert fold(typed) == "iğdir"


def test_other_letters_of_turkish_stay_themselves() -> None:
    assert fold("ŞAPKACI ÇÖÜ") == "şapkaci çöü"


def test_blanks_and_pipes_of_a_reference_stay() -> None:
    assert fold("0.54251300 1595848596|93") == "0.54251300 1595848596|93"
