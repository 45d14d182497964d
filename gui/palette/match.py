"""How well a few typed letters fit a text: folded as Turkish is, in order, not necessarily together. Pure."""

from __future__ import annotations

from services.ledger.folding import fold

_TOGETHER, _AT_A_WORD, _AT_THE_START = 6, 5, 8


def score(typed: str, text: str) -> int | None:
    """Return how well `typed` fits, more for better; None where it does not at all.

    Every letter must be there in order; several words may stand in any order. What begins a word, and
    what stands together, counts more; of two that fit alike the shorter wins.
    """
    wanted, within = fold(typed).split(), fold(text)
    total = 0
    for word in wanted:
        found = _of_word(word, within)
        if found is None:
            return None
        total += found
    return total * 100 - len(within)


def _of_word(word: str, within: str) -> int | None:
    whole = within.find(word)
    if whole >= 0:
        return len(word) * _TOGETHER + _at(whole, within) + _TOGETHER
    total, at, before = 0, 0, -2
    for letter in word:
        at = within.find(letter, at)
        if at < 0:
            return None
        total += 1 + (_TOGETHER if at == before + 1 else 0) // 2 + _at(at, within) // 2
        before, at = at, at + 1
    return total


def _at(place: int, within: str) -> int:
    if place == 0:
        return _AT_THE_START
    return 0 if within[place - 1].isalnum() else _AT_A_WORD
