"""What was found, as it leaves the window: the columns of the screen, and all rows, a page at a time.

What is made here runs on a worker and knows no widget. Money that went back is negative, so that a
column of payments and returns adds up.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.format import plain
from gui.search.columns import Column, place, title
from gui.search.row import Row, of_hit, status
from services.domain.money import ZERO
from services.domain.question import By, Question, Sorting
from services.tables.cells import Cell, Sheet

if TYPE_CHECKING:
    from gui.search.table import ResultsTable
    from services.lookup import Lookup

_PAGE = 500

_BY = {
    Column.WHEN: By.MOMENT,
    Column.AMOUNT: By.AMOUNT,
    Column.STATE: By.STATE,
    Column.REFERENCE: By.REFERENCE,
    Column.GIVEN_BACK: By.GIVEN_BACK,
    Column.POS: By.POS,
    Column.ACCOUNT: By.ACCOUNT,
    Column.AS_OF: By.TAKEN_AT,
}

EVERYTHING = Question("", (), may_be_reference=False)
"""The question that finds all there is."""


def found_sheet(
    lookup: Lookup, name: str, question: Question, table: ResultsTable, *, only_orders: bool = False
) -> Sheet:
    """Return what the ledger holds of a question, as a list shows it: its columns, and sorted as it is.

    Whatever a gateway answered is in the ledger by now.
    """
    columns = table.shown
    by, descending = table.rows.sorting
    sorting = Sorting(_BY[by], descending)
    shown = tuple(columns)
    titles = [title(column) for column in shown]
    if Column.REFERENCE in shown:  # on the screen both stand in one cell, one below the other
        titles.insert(shown.index(Column.REFERENCE) + 1, QCoreApplication.translate("Sheets", "Where"))
    return Sheet(name, tuple(titles), partial(_found, lookup, question, sorting, shown, only_orders))


def _found(
    lookup: Lookup,
    question: Question,
    sorting: Sorting,
    columns: Sequence[Column],
    only_orders: bool,  # noqa: FBT001  from `partial`
) -> Iterator[Sequence[Cell]]:
    after = None
    while True:
        page = lookup.find(question, sorting, limit=_PAGE, after=after)
        for hit in page.hits:
            if hit.order_id is not None or not only_orders:
                row = of_hit(hit)
                yield [cell for column in columns for cell in _cells(column, row)]
        after = page.after
        if after is None:
            return


def _cells(column: Column, row: Row) -> tuple[Cell, ...]:
    match column:
        case Column.WHEN:
            return (row.moment,)
        case Column.AMOUNT:
            return (row.amount,)
        case Column.STATE:
            return (status(row)[0],)
        case Column.REFERENCE:
            return row.reference, place(row)
        case Column.GIVEN_BACK:
            return (ZERO - row.given_back if row.given_back is not None else None,)
        case Column.POS:
            return (plain(row.pos_title, limit=60) if row.pos_title else None,)
        case Column.ACCOUNT:
            return (plain(row.account.name, limit=60),)
        case Column.AS_OF:
            return (row.as_of,)
