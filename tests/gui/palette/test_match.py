"""A few letters find what is meant, as Turkish is folded, the best fit first."""

from __future__ import annotations

import pytest

from gui.palette.match import score

TEXTS = [
    "Bugün",
    "Ara",
    "İadeler",
    "Ayarlar: Üye iş yerleri",
    "Ayarlar: Günlük",
    "Bağlantı doktoru: Merkez",
    "Ödeme kuruluşuna yeniden sor",
]


def best(typed: str) -> str:
    fits = [(found, text) for text in TEXTS if (found := score(typed, text)) is not None]
    return max(fits)[1] if fits else ""


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("iade", "İadeler"),
        ("IADE", "İadeler"),
        ("bug", "Bugün"),
        ("üye", "Ayarlar: Üye iş yerleri"),
        ("gunluk", ""),
        ("günl", "Ayarlar: Günlük"),
        ("bd", "Bağlantı doktoru: Merkez"),
        ("merkez doktor", "Bağlantı doktoru: Merkez"),
        ("yenid", "Ödeme kuruluşuna yeniden sor"),
        ("xyz", ""),
    ],
)
def test_the_best_fit_is_what_was_meant(typed: str, meant: str) -> None:
    assert best(typed) == meant


def test_nothing_typed_fits_everything() -> None:
    assert all(score("", text) is not None for text in TEXTS)


def test_what_stands_together_fits_better_than_what_is_scattered() -> None:
    together, scattered = score("ara", "Ara"), score("ara", "Ayarlar")
    assert together is not None
    assert scattered is not None
    assert together > scattered
