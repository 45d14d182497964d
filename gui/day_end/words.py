"""A business day in words: what went back, what is open, and whether it is closed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.format import day, instant, money, plain
from gui.wording import environment
from services.domain.account import Environment
from services.domain.day_sheet import DaySheet


def about(sheet: DaySheet) -> list[str]:
    """Say what a person wants to know of a day before they read its sheet, a line for each."""
    translate = QCoreApplication.translate
    said = [day(sheet.day), given_back(sheet)]
    unknown = unknown_ones(sheet)
    if unknown:
        said.append(translate("DayEndPage", "{n} unknown, in no sum").format(n=unknown))
    if sheet.closing is not None:
        closing = sheet.closing
        said.append(
            translate("DayEndPage", "Closed as No. {n}, {when}, {who}").format(
                n=closing.number, when=instant(closing.at), who=plain(closing.by, limit=40)
            )
        )
    return said


def given_back(sheet: DaySheet) -> str:
    """Say how much went back: real money where there was any, and never without a word where it is none."""
    translate = QCoreApplication.translate
    if not sheet.environments:
        return translate("DayEndPage", "Nothing was voided or refunded, and nothing is open.")
    world = sheet.environments[0]
    said = translate("DayEndPage", "Given back: {amount}").format(amount=money(sheet.sums(world).net))
    return said if world is Environment.LIVE else f"{said} ({environment(world)})"


def unknown_ones(sheet: DaySheet) -> int:
    """Return how many are carried over because nobody knows their end."""
    return sum(not one.awaits_confirmation for one in sheet.open)
