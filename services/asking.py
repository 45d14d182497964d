"""What a person typed into the search box, read word by word: text in, terms out. Pure.

Nothing is guessed: `1250` is an amount and a part of a reference, and is looked for as both. What each
word was taken for is handed out with it, to be shown and to be taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from services.domain.money import Money
from services.domain.question import (
    Added,
    Amounts,
    Asked,
    Days,
    DayWord,
    Holds,
    Question,
    Reading,
    Term,
    days_of,
    kind_of,
)
from services.ledger.folding import fold

_DAY_WORDS = {
    fold(words): day
    for day, names in {
        DayWord.TODAY: ("bugün", "bugun", "today"),
        DayWord.YESTERDAY: ("dün", "dun", "yesterday"),
        DayWord.THIS_WEEK: ("bu hafta", "this week"),
        DayWord.LAST_WEEK: ("geçen hafta", "gecen hafta", "last week"),
        DayWord.THIS_MONTH: ("bu ay", "this month"),
        DayWord.LAST_MONTH: ("geçen ay", "gecen ay", "last month"),
    }.items()
    for words in names
}

_TURKISH = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{1,2}))?", re.ASCII)
_ENGLISH = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?", re.ASCII)
_CURRENCY = re.compile(r"(?:TL|TRY|₺)$", re.IGNORECASE)
_LONE_CURRENCY = frozenset({"tl", "try", "₺"})
_DATE = re.compile(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?\.?", re.ASCII)
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)

_MOST_LIRA = 12
"""Digits of lira: more is a slip of the scanner, and no column holds it."""

_PLAIN_LIRA = 7
"""Digits of an amount without a separator or a currency: longer ones are numbers of something else."""

_CENTURY = 2000


def understand(asked: Asked, today: date) -> Question:
    """Read a question as it stands on the day `today` of Istanbul.

    A word all of whose readings were taken away is not looked for.
    """
    terms = [_without(term, asked.dropped) for term in _terms(asked.text, today)]
    typed = tuple(term for term in terms if term.readings)
    added = tuple(Term("", (_resolved(one, today),), one) for one in asked.added)
    whole = all(any(isinstance(one, Holds) for one in term.readings) for term in terms)
    return Question(
        text=asked.text,
        terms=typed + added,
        may_be_reference=bool(asked.text.strip()) and whole,
    )


def _terms(text: str, today: date) -> Iterator[Term]:
    words = text.split()
    place = 0
    while place < len(words):
        pair = words[place : place + 2]
        if len(pair) == 2 and (day := _DAY_WORDS.get(fold(" ".join(pair)))):  # noqa: PLR2004  two words
            yield Term(" ".join(pair), (days_of(day, today),))
            place += 2
        elif len(pair) == 2 and fold(pair[1]) in _LONE_CURRENCY and (found := _amounts(pair[0], paid=True)):  # noqa: PLR2004  two words
            yield Term(" ".join(pair), found)
            place += 2
        else:
            yield Term(words[place], _readings(words[place], today))
            place += 1


def _readings(word: str, today: date) -> tuple[Reading, ...]:
    if day := _DAY_WORDS.get(fold(word)):
        return (days_of(day, today),)
    if (bare := _CURRENCY.sub("", word)) != word and (found := _amounts(bare, paid=True)):
        return found
    return (*_amounts(word), *_days(word, today), Holds(fold(word)))


def _amounts(word: str, *, paid: bool = False) -> tuple[Amounts, ...]:
    """Return what a word is in Turkish and in English notation; the same in both is one reading."""
    found: dict[Money, None] = {}
    for notation, grouping in ((_TURKISH, "."), (_ENGLISH, ",")):
        if written := notation.fullmatch(word):
            lira, kurus = written[1].replace(grouping, ""), written[2] or ""
            plain = lira == word
            if len(lira) <= (_PLAIN_LIRA if plain and not paid else _MOST_LIRA):
                found[Money(int(lira) * 100 + int(kurus.ljust(2, "0")))] = None
    return tuple(Amounts(money, money) for money in found)


def _days(word: str, today: date) -> tuple[Days, ...]:
    """Return the day that a word names; without a year it is the last such day that has come."""
    if written := _ISO_DATE.fullmatch(word):
        return _one_day(int(written[1]), int(written[2]), int(written[3]))
    if (written := _DATE.fullmatch(word)) is None:
        return ()
    day, month = int(written[1]), int(written[2])
    if written[3]:
        year = int(written[3])
        return _one_day(year if len(written[3]) > 2 else _CENTURY + year, month, day)  # noqa: PLR2004  two digits
    return next(
        (
            found
            for year in range(today.year, today.year - 9, -1)  # 29.02 comes every four years, or eight
            if (found := _one_day(year, month, day)) and found[0].first <= today
        ),
        (),
    )


def _one_day(year: int, month: int, day: int) -> tuple[Days, ...]:
    try:
        found = date(year, month, day)
    except ValueError:
        return ()
    return (Days(found, found),)


def _without(term: Term, dropped: frozenset[tuple[str, str]]) -> Term:
    left = tuple(one for one in term.readings if (term.text, kind_of(one)) not in dropped)
    return Term(term.text, left)


def _resolved(added: Added, today: date) -> Reading:
    return days_of(added, today) if isinstance(added, DayWord) else added
