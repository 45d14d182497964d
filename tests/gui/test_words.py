"""Amounts in words, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.words import in_words
from services.domain.money import Money


@pytest.mark.parametrize(
    ("kurus", "turkish", "english"),
    [
        (0, "sıfır lira", "zero lira"),
        (100, "bir lira", "one lira"),
        (1, "bir kuruş", "one kuruş"),
        (14990, "yüz kırk dokuz lira doksan kuruş", "one hundred and forty-nine lira ninety kuruş"),
        (125000, "bin iki yüz elli lira", "one thousand, two hundred and fifty lira"),
        (100000, "bin lira", "one thousand lira"),
        (100000000, "bir milyon lira", "one million lira"),
        (-100, "eksi bir lira", "minus one lira"),
    ],
)
def test_is_written_as_a_person_writes_it(kurus: int, turkish: str, english: str) -> None:
    assert in_words(Money(kurus), True) == turkish
    assert in_words(Money(kurus), False) == english


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_turkish_words_read_back_as_the_amount_they_were_made_of(lira: int) -> None:
    assert _read(in_words(Money(lira * 100), True).removesuffix(" lira")) == lira


_ONES = ("sıfır", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_VALUES = {word: value for value, word in enumerate(_ONES)}
_VALUES |= {word: value * 10 for value, word in enumerate(_TENS, start=1)}
_GROUPS = {"bin": 1000, "milyon": 10**6, "milyar": 10**9, "trilyon": 10**12}


def _read(words: str) -> int:
    """Read Turkish as a reader does, left to right: a bare "yüz" or "bin" is one of it."""
    whole = group = 0
    for word in words.split():
        if word in _GROUPS:
            whole += max(group, 1) * _GROUPS[word]
            group = 0
        elif word == "yüz":
            group = max(group, 1) * 100
        else:
            group += _VALUES[word]
    return whole + group
