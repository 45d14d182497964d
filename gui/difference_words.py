"""What differs between two looks, in words. Pure functions of the domain's differences."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.format import instant, money, plain
from gui.wording import movement_name
from services.domain.evidence import Difference, Movement, What
from services.domain.money import Money

_NOTHING = "\N{EM DASH}"

Words = tuple[str, str, str]
"""What it is, as it was seen, as it is now."""


def words_of(difference: Difference) -> Words:
    """Put one difference into words."""
    return _what(difference), _side(difference, difference.before), _side(difference, difference.now)


def _what(difference: Difference) -> str:
    translate = QCoreApplication.translate
    words = {
        What.AMOUNT: translate("Differences", "The amount"),
        What.SALE_INSTANT: translate("Differences", "When it was sold"),
        What.TOP_LEVEL: translate("Differences", "What the answer says of the order as a whole"),
        What.NEW_MOVEMENT: translate("Differences", "A new movement"),
        What.GONE_MOVEMENT: translate("Differences", "A movement that is gone"),
        What.OTHER_MOVEMENT: translate("Differences", "A movement that changed"),
        What.LEFT: translate("Differences", "What is left of a seller's line"),
        What.PAYABLE: translate("Differences", "What a seller is due"),
        What.ORDER: translate("Differences", "The order as it was entered"),
        What.ACCOUNT: translate("Differences", "The account's settings"),
        What.REVERSAL: translate("Differences", "Another return of it, pressed here"),
    }[difference.what]
    return f"{words} ({plain(difference.line, limit=40)})" if difference.line else words


def _side(difference: Difference, value: object) -> str:
    translate = QCoreApplication.translate
    if value is None:
        changed_as_a_whole = difference.what in {What.ORDER, What.ACCOUNT}
        return translate("Differences", "changed") if changed_as_a_whole else _NOTHING
    if isinstance(value, Money):
        return money(value)
    if isinstance(value, Movement):
        amount = _NOTHING if value.amount is None else money(value.amount)
        return f"{movement_name(value.status, value.name)}, {amount} ({plain(value.id, limit=24)})"
    if isinstance(value, str):
        return plain(value, limit=80)
    return instant(value)  # type: ignore[arg-type]  # what is left of the union is a datetime
