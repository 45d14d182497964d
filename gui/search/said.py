"""What a word was taken for, as a chip says it: pure functions of a question's readings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication

from gui.format import day, money, plain
from gui.wording import payment_state
from services.domain.money import Money
from services.domain.payment import PaymentState
from services.domain.question import Amounts, AtAccount, Days, DayWord, Holds, InState, Reading

MOST = Money(10**14 - 1)
"""Stands for "however much" in a range of amounts."""

LISTED = (
    PaymentState.PAID,
    PaymentState.VOIDED,
    PaymentState.PARTLY_REFUNDED,
    PaymentState.REFUNDED,
    PaymentState.DECLINED,
    PaymentState.WAITING,
    PaymentState.UNCLEAR,
    None,
)
"""The states that can be chosen, in the order of the menu."""


def said(reading: Reading, accounts: Mapping[int, str], word: str = "") -> str:
    """Say what a reading looks for; `word` is what was typed for it."""
    translate = QCoreApplication.translate
    match reading:
        case Holds(text):
            return translate("Said", "“{text}” in it").format(text=plain(word or text, limit=40))
        case Amounts(least, most):
            return _amounts(least, most)
        case Days(first, last, None):
            return translate("Said", "sold {days}").format(days=_span(first, last))
        case Days(first, last, DayWord() as named):
            return f"{day_word(named)} ({_span(first, last)})"
        case InState(state):
            return state_name(state)
        case AtAccount(account_id):
            return accounts.get(account_id, translate("Said", "an account of before"))
        case _:
            raise TypeError(f"not a reading: {reading!r}")


def state_name(state: PaymentState | None) -> str:
    """Name a state; None is a reversal without a certain end."""
    if state is None:
        return QCoreApplication.translate("Said", "Without a certain end")
    return payment_state(state)[0]


def day_word(word: DayWord) -> str:
    """Name days as they are said."""
    translate = QCoreApplication.translate
    match word:
        case DayWord.TODAY:
            return translate("Said", "Today")
        case DayWord.YESTERDAY:
            return translate("Said", "Yesterday")
        case DayWord.THIS_WEEK:
            return translate("Said", "This week")
        case DayWord.LAST_WEEK:
            return translate("Said", "Last week")
        case DayWord.THIS_MONTH:
            return translate("Said", "This month")
        case DayWord.LAST_MONTH:
            return translate("Said", "Last month")


def _amounts(least: Money, most: Money) -> str:
    translate = QCoreApplication.translate
    if least == most:
        return money(least)
    if most >= MOST:
        return translate("Said", "{amount} or more").format(amount=money(least))
    if not least:
        return translate("Said", "{amount} or less").format(amount=money(most))
    return f"{money(least)} \N{EN DASH} {money(most)}"


def _span(first: date, last: date) -> str:
    if first == last:
        return day(first)
    return f"{first:%d.%m} \N{EN DASH} {day(last)}"
