"""The audit log as a list: what its columns show, which rows are looked for, and how it leaves the window."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.format import instant_exact, plain
from gui.preferences.log_results import result_words
from gui.preferences.log_words import about_what, act_name, who_did
from services.domain.audit import Act, Entry
from services.ledger.folding import fold
from services.tables.cells import Cell, Sheet

if TYPE_CHECKING:
    from services.audit import Audit

_PAGE = 500


def log_titles() -> tuple[str, ...]:
    """Name the columns."""
    translate = QCoreApplication.translate
    return (
        translate("Log", "When"),
        translate("Log", "Who"),
        translate("Log", "What"),
        translate("Log", "About"),
        translate("Log", "How it went"),
    )


def log_words_of(entry: Entry) -> tuple[str, ...]:
    """Return what the columns show of a row."""
    return (
        instant_exact(entry.at),
        plain(who_did(entry.who), limit=60),
        act_name(entry.act),
        plain(about_what(entry), limit=120),
        plain(result_words(entry.result), limit=200),
    )


def looked_for(text: str, act: Act | None) -> Callable[[Entry], bool] | None:
    """Return what says whether a row is looked for; None for all. It may run on a worker.

    Args:
        text: What any of its columns has to hold, as it is read on the screen.
        act: What was done; None for anything.
    """
    wanted = fold(text.strip())
    return partial(_fits, wanted, act) if wanted or act is not None else None


def log_sheet(audit: Audit, name: str, fits: Callable[[Entry], bool] | None) -> Sheet:
    """Return every row that is looked for, newest first."""
    return Sheet(name, ("No.", *log_titles()), partial(_rows, audit, fits))


def _fits(wanted: str, act: Act | None, entry: Entry) -> bool:
    if act is not None and entry.act is not act:
        return False
    return not wanted or any(wanted in fold(text) for text in log_words_of(entry))


def _rows(audit: Audit, fits: Callable[[Entry], bool] | None) -> Iterator[Sequence[Cell]]:
    before = None
    while page := audit.entries(limit=_PAGE, before=before, fits=fits):
        for number, entry in page:
            _, *words = log_words_of(entry)
            yield number, entry.at, *words
        before = page[-1][0]
