"""What does not stand as the audit log says, in words: an intent, a person, or what the shop has chosen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.format import plain

_MOST = 5
"""So many are named; a ledger that was exchanged may have thousands."""


def differing_words(what: tuple[str, ...]) -> str:
    """Name what differs, a line each, and what to do."""
    translate = QCoreApplication.translate
    said = [_words(one) for one in what[:_MOST]]
    if len(what) > _MOST:
        said.append(translate("Differing", "and others: {count}").format(count=len(what) - _MOST))
    said.append(translate("Differing", "This was changed outside of the program. No money moves for it."))
    return "\n".join(said)


def _words(about: str) -> str:
    translate = QCoreApplication.translate
    kind, _, rest = about.partition(" ")
    if kind == "intent":
        order, _, number = rest.rpartition(" #")
        said = translate("Differing", "Reversal {number} of {order}")
        return said.format(number=plain(number, limit=20), order=plain(order, limit=120))
    if kind == "operator":
        said = translate("Differing", "Person number {number}: role, limits or PIN")
        return said.format(number=plain(rest, limit=20))
    return translate("Differing", "What the shop has chosen")
