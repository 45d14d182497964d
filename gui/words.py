"""Amounts in words, as a person writes them on a slip."""

from __future__ import annotations

from services.domain.money import Money

_ONES = ("", "bir", "iki", "üç", "dört", "beş", "altı", "yedi", "sekiz", "dokuz")
_TENS = ("", "on", "yirmi", "otuz", "kırk", "elli", "altmış", "yetmiş", "seksen", "doksan")
_GROUPS = ("", "bin", "milyon", "milyar", "trilyon")


def in_words(amount: Money, turkish: bool) -> str:  # noqa: FBT001  there are two languages
    """Write an amount in words: "yüz kırk dokuz lira doksan kuruş".

    The first call loads num2words (some 60 ms); `warm` does that on a worker beforehand.
    """
    lira, kurus = divmod(abs(amount.kurus), 100)
    say = _turkish if turkish else _english
    parts = [f"{say(lira)} lira"] if lira or not kurus else []
    if kurus:
        parts.append(f"{say(kurus)} kuruş")
    text = " ".join(parts)
    return f"eksi {text}" if amount.kurus < 0 and turkish else f"minus {text}" if amount.kurus < 0 else text


def warm() -> None:
    """Load what `in_words` needs. For a worker thread, once the window stands."""
    _english(1)


def _english(number: int) -> str:
    from num2words import num2words  # noqa: PLC0415  never before the first paint

    return str(num2words(number, lang="en"))


def _turkish(number: int) -> str:
    """Write a number in Turkish, word by word.

    num2words runs the words together, which is hard to read, and drops one of them now and then:
    731.001 is "yediyüzotuzbinbir" to it.
    """
    words: list[str] = []
    for name in _GROUPS:
        number, group = divmod(number, 1000)
        if group:
            count = [] if (group, name) == (1, "bin") else _below_a_thousand(group)
            words = [*count, *([name] if name else []), *words]
    return " ".join(words) or "sıfır"


def _below_a_thousand(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    words = [
        _ONES[hundreds] if hundreds > 1 else "",
        "yüz" if hundreds else "",
        _TENS[rest // 10],
        _ONES[rest % 10],
    ]
    return [word for word in words if word]
