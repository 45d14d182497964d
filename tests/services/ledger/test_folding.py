from __future__ import annotations

import unicodedata

import pytest

from services.ledger.folding import fold, fold_name


@pytest.mark.parametrize(
    "typed", ["IĞDIR", "ığdır", "İĞDİR", "iğdir", "Iğdır", unicodedata.normalize("NFD", "İĞDİR")]
)
def test_every_i_finds_every_other(typed: str) -> None:
    assert fold(typed) == "iğdir"


def test_other_letters_of_turkish_stay_themselves() -> None:
    assert fold("ŞAPKACI ÇÖÜ") == "şapkaci çöü"


def test_blanks_and_pipes_of_a_reference_stay() -> None:
    assert fold("0.54251300 1595848596|93") == "0.54251300 1595848596|93"


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u202e", "\ufeff", "\ufe0f"])
def test_what_cannot_be_seen_hides_nothing_from_a_search(sign: str) -> None:
    assert fold(f"SP{sign}-1") == fold("sp-1")
    assert fold("sp-1") in fold(f"x\n{sign}SP-{sign}1\ny")


def test_what_stands_apart_stays_apart() -> None:
    assert fold("ŞP\n1") == "şp\n1"


@pytest.mark.parametrize(
    "written",
    ["Can Ünal", "CAN ÜNAL", "Can  Ünal", " Can\u00a0Ünal ", "Ca\u200bn Ünal", "Can\tÜnal", "Ｃａｎ Ünal"],
)
def test_a_name_that_looks_the_same_is_the_same(written: str) -> None:
    assert fold_name(written) == fold_name("can ünal")
