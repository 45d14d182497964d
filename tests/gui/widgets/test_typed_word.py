import pytest

from gui.widgets.typed_word import same_word


@pytest.mark.parametrize("typed", ["HEPSİ", "hepsi", "HEPSI", "hepsı", "Hepsi", "  hepsi ", "HEPSI\u0307"])
def test_a_word_is_the_same_on_every_keyboard(typed: str) -> None:
    assert same_word(typed, "HEPSİ")


@pytest.mark.parametrize("typed", ["", "HEPS", "HEPSİİ", "HEP Sİ", "ALL"])
def test_another_word_is_another(typed: str) -> None:
    assert not same_word(typed, "HEPSİ")
