"""The columns of a list of payments: their names, what they say of a row, and how they sort it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.format import instant, money, plain
from gui.search.row import Row, status
from gui.wording import environment, gateway
from services.domain.money import Money
from services.domain.reversal import Confirmation

_DASH = "\N{EM DASH}"


class Column(IntEnum):
    """The columns, as they stand until somebody moves them."""

    WHEN = 0
    AMOUNT = 1
    STATE = 2
    REFERENCE = 3
    GIVEN_BACK = 4
    POS = 5
    ACCOUNT = 6
    AS_OF = 7


MONEY = frozenset({Column.AMOUNT, Column.GIVEN_BACK})
"""Columns of amounts: they stand at the right, so that they line up."""


def title(column: Column) -> str:
    """Name a column."""
    translate = QCoreApplication.translate
    match column:
        case Column.WHEN:
            return translate("ResultsModel", "When")
        case Column.AMOUNT:
            return translate("ResultsModel", "Amount")
        case Column.STATE:
            return translate("ResultsModel", "State")
        case Column.REFERENCE:
            return translate("ResultsModel", "Reference")
        case Column.GIVEN_BACK:
            return translate("ResultsModel", "Given back")
        case Column.POS:
            return translate("ResultsModel", "POS")
        case Column.ACCOUNT:
            return translate("ResultsModel", "Account")
        case Column.AS_OF:
            return translate("ResultsModel", "Answered")


def text_of(column: Column, row: Row) -> str:
    """Say in one line what a cell shows."""
    match column:
        case Column.WHEN:
            return _instant(row.moment)
        case Column.AMOUNT:
            return _money(row.amount)
        case Column.STATE:
            return status(row)[0]
        case Column.REFERENCE:
            where = f"{place(row)} · {environment(row.account.environment)}"
            return f"{plain(row.reference, limit=80)} \N{EN DASH} {where}"
        case Column.GIVEN_BACK:
            return _money(row.given_back)
        case Column.POS:
            return plain(row.pos_title, limit=60) if row.pos_title else _DASH
        case Column.ACCOUNT:
            return plain(row.account.name, limit=60)
        case Column.AS_OF:
            return _instant(row.as_of)


def place(row: Row) -> str:
    """Say where a row was found: the account, and the POS where the answer names one."""
    parts = [plain(row.account.name, limit=40), gateway(row.account.gateway)]
    if row.pos_title:
        parts.append(plain(row.pos_title, limit=40))
    return " · ".join(parts)


def sort_key(column: Column, *, descending: bool) -> Callable[[Row], Any]:
    """Return what rows are sorted by: amounts by their kuruş, times as times, as the ledger sorts them.

    What has no value comes last whichever way it is sorted; the moment breaks ties.
    """
    value_of = _VALUES[column]

    def key(row: Row) -> tuple[Any, ...]:
        parts = (value_of(row), row.moment)
        return tuple(
            part
            for value in parts
            for part in ((value is not None) is descending, 0 if value is None else value)
        )

    return key


def _has_certain_end(row: Row) -> bool:
    intent = row.intent
    if intent is None:
        return True
    pending = intent.settled is not None and intent.settled.confirmation is Confirmation.PENDING
    return not intent.state.is_open and not pending


def _instant(at: datetime | None) -> str:
    return instant(at) if at is not None else _DASH


def _money(amount: Money | None) -> str:
    return money(amount) if amount is not None else _DASH


def _standing(row: Row) -> tuple[bool, str]:
    return _has_certain_end(row), row.state.value if row.state else "order"


_VALUES: dict[Column, Callable[[Row], Any]] = {
    Column.WHEN: lambda row: row.moment,
    Column.AMOUNT: lambda row: row.amount,
    Column.STATE: _standing,
    Column.REFERENCE: lambda row: row.reference,
    Column.GIVEN_BACK: lambda row: row.given_back,
    Column.POS: lambda row: row.pos_title,
    Column.ACCOUNT: lambda row: row.account.name,
    Column.AS_OF: lambda row: row.as_of,
}
