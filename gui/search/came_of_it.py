"""What came of a search, in words: its title, how many and how old, who was asked, and who could not be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gui.errors import Explained, explain
from gui.format import counted, plain
from gui.search.finder import Failure, Search
from gui.search.row import Row
from gui.wording import age, gateway
from services.domain.errors import CredentialsRefused, NotConfigured


def title_of(search: Search) -> str:
    """Name what was looked for."""
    translate = QCoreApplication.translate
    if not search.question.terms:
        return translate("Searching", "Looked at here")
    if not search.text.strip():
        return translate("Searching", "Found")
    return f"\N{LEFT DOUBLE QUOTATION MARK}{plain(search.text, limit=32)}\N{RIGHT DOUBLE QUOTATION MARK}"


def how_many(search: Search, rows: Sequence[Row], now: datetime) -> str:
    """Say how many there are, and how old what is known of them is; nothing for none."""
    translate = QCoreApplication.translate
    if not rows:
        return ""
    said = counted(len(rows))
    if search.total > len(rows):  # a gateway may have answered between the page and its count
        said = translate("Searching", "{count} of {total}").format(count=said, total=counted(search.total))
    known = [row.as_of for row in rows if row.as_of is not None]
    if not known:
        return said
    old = age(now - min(known))
    return f"{said} · " + translate("Searching", "answers up to {age} old").format(age=old)


def who_was_asked(search: Search) -> str:
    """Say who knows of no such thing, and what to do then."""
    translate = QCoreApplication.translate
    if not search.asked:
        return translate("Searching", "Only the ledger was asked: this account's gateway answers no queries.")
    names = ", ".join(plain(one.name, limit=30) for one in search.asked)
    asked = translate("Searching", "Asked: the ledger and {names}.").format(names=names)
    what_now = translate(
        "Searching", "Compare it with the slip, or look for a part of it, an amount or a day."
    )
    return f"{asked} {what_now}"


def why_not(failures: Sequence[Failure]) -> Explained:
    """Explain who could not be asked, and why: one at length, several line by line."""
    told = [explain(failure.error) for failure in failures]
    if len(told) == 1:
        whole = told[0]
        sentence = f"{_name_of(failures[0])}: {whole.sentence}"
        return Explained(sentence, whole.next_step, whole.technical, whole.ails)
    translate = QCoreApplication.translate
    return Explained(
        translate("Searching", "{count} could not be asked.").format(count=len(told)),
        "\n".join(
            f"{_name_of(failure)}: {one.sentence}" for failure, one in zip(failures, told, strict=True)
        ),
        "\n\n".join(one.technical for one in told),
    )


def is_about_accounts(failures: Sequence[Failure]) -> bool:
    """Whether it is the accounts that have to be seen to, and asking again would not help."""
    return all(isinstance(one.error, NotConfigured | CredentialsRefused) for one in failures)


def _name_of(failure: Failure) -> str:
    if failure.account is None:
        return QCoreApplication.translate("Searching", "Ledger")
    return f"{plain(failure.account.name, limit=40)} ({gateway(failure.account.gateway)})"
