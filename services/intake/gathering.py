"""Rows of a file become orders: each row is judged by itself, then beside the others of its order.

What is kept of a row is a few numbers and texts, not an object for each cell: a hundred thousand of
them are some fifty megabytes.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from services.domain.identity import visible
from services.domain.money import Money
from services.domain.order import Order, OrderLine
from services.intake.columns import Columns
from services.intake.faults import Bad, BadRow, Fault, Field
from services.intake.values import amount_in, guid_in, moment_in, shown, text_in
from services.tables.reading import RawCell, RawRow

T = TypeVar("T")

KEPT = 10_000
"""Faults that are kept to be shown; more are counted."""

_LONGEST = {Field.SIPARIS_ID: 100, Field.SELLER: 200}
_MOST_LINES = 500


_Line = tuple[str, str, int, int]
"""GUID, seller, kuruş, kuruş: a bare tuple, which the collection of garbage passes by."""


@dataclass(slots=True)
class Draft:
    """An order as it gathers.

    Attributes:
        row: Its first.
        bad: A row of it can't be taken, so none of it can.
    """

    siparis_id: str
    row: int
    sold_at: datetime | None = None
    lines: tuple[_Line, ...] = ()
    bad: bool = False

    @property
    def kurus(self) -> int:
        """What the customer paid, over all sellers."""
        return sum(amount for _, _, amount, _ in self.lines)

    def order(self, account_id: int) -> Order:
        """Return it as the ledger takes it."""
        if self.sold_at is None or self.bad:
            raise ValueError(f"not whole: {self.siparis_id}")
        lines = tuple(
            OrderLine(guid=guid, seller=seller, amount=Money(amount), payable=Money(payable))
            for guid, seller, amount, payable in self.lines
        )
        return Order(account_id=account_id, siparis_id=self.siparis_id, sold_at=self.sold_at, lines=lines)


@dataclass(slots=True)
class Findings:
    """What is wrong, so far.

    Attributes:
        faults: The first `KEPT` of them.
        bad_rows: How many rows have one, or more.
        homeless: Rows that can't be taken and don't say which order they are of: an order may lack one.
    """

    faults: list[BadRow] = field(default_factory=list)
    bad_rows: int = 0
    homeless: int = 0
    _last: int = 0

    def add(self, fault: BadRow) -> None:
        """Take one down; rows come in order."""
        if fault.number != self._last:
            self._last = fault.number
            self.bad_rows += 1
        if len(self.faults) < KEPT:
            self.faults.append(fault)


class Gathering:
    """Takes the rows of one file, one after the other.

    Attributes:
        drafts: The orders, by their numbers, in the order of the file.
        findings: What is wrong with rows.
        rows: How many there were, titles not counted.
    """

    def __init__(self, columns: Columns, *, width: int, now: datetime) -> None:
        self.drafts: dict[str, Draft] = {}
        self.findings = Findings()
        self.rows = 0
        self._columns = columns
        self._width = width
        self._now = now
        self._guids: dict[str, Draft] = {}

    def take(self, row: RawRow) -> None:
        """Judge one row, and put it to its order."""
        self.rows += 1
        whole = Fault.QUOTES if row.cells is None else None
        if row.cells is not None and not self._fits(row.cells):
            whole = Fault.COLUMN_COUNT
        if row.cells is None or whole is not None:
            self.findings.add(BadRow(row.number, None, whole or Fault.QUOTES))
            self.findings.homeless += 1
            return
        self._take(_Reader(row.number, row.cells, self._columns))

    def good(self) -> Iterator[Draft]:
        """Return the orders of which every row can be taken."""
        return (draft for draft in self.drafts.values() if not draft.bad)

    def _fits(self, cells: tuple[RawCell, ...]) -> bool:
        """Whether a row has the columns of the titles; what a spreadsheet leaves empty at its end is none."""
        return len(cells) >= self._width and all(cell == "" for cell in cells[self._width :])

    def _take(self, row: _Reader) -> None:
        siparis_id = row.read(Field.SIPARIS_ID, _order_number)
        if siparis_id is not None and row.hides_something(Field.SIPARIS_ID):
            row.say(Field.SIPARIS_ID, Fault.CONTROL_CHARACTERS)  # of the order that it looks like
        sold_at = row.read(Field.SOLD_AT, lambda cell: moment_in(cell, now=self._now))
        guid = row.read(Field.GUID, guid_in)
        seller = row.read(Field.SELLER, lambda cell: text_in(cell, longest=_LONGEST[Field.SELLER]))
        amount = row.read(Field.AMOUNT, lambda cell: amount_in(cell, self._columns.mark))
        payable = row.read(Field.PAYABLE, lambda cell: amount_in(cell, self._columns.mark))
        if amount is not None and not amount:
            row.say(Field.AMOUNT, Fault.ZERO)
        elif amount is not None and payable is not None and payable > amount:
            row.say(Field.PAYABLE, Fault.PAYABLE_OVER_AMOUNT)
        draft = None
        if siparis_id is not None:
            draft = self.drafts.setdefault(siparis_id, Draft(siparis_id, row.number))
            self._compare(row, draft, sold_at, guid)
        for fault in row.faults:
            self.findings.add(fault)
        if draft is None:
            self.findings.homeless += 1
        elif row.faults or guid is None or seller is None or amount is None or payable is None:
            draft.bad = True
        else:
            draft.lines = (*draft.lines, (guid, sys.intern(seller), amount.kurus, payable.kurus))

    def _compare(self, row: _Reader, draft: Draft, sold_at: datetime | None, guid: str | None) -> None:
        if sold_at is not None:
            if draft.sold_at is None:
                draft.sold_at = sold_at
            elif draft.sold_at != sold_at:
                row.say(Field.SOLD_AT, Fault.ANOTHER_MOMENT, other=draft.row)
        if guid is not None:
            first = self._guids.get(guid)
            if first is None:
                self._guids[guid] = draft
            else:
                fault = Fault.GUID_TWICE if first is draft else Fault.GUID_IN_ANOTHER_ORDER
                row.say(Field.GUID, fault, other=first.row)
        if len(draft.lines) == _MOST_LINES:
            row.say(Field.SIPARIS_ID, Fault.TOO_MANY_LINES)


class _Reader:
    """One row while it is read; takes down what is wrong instead of stopping at it."""

    def __init__(self, number: int, cells: tuple[RawCell, ...], columns: Columns) -> None:
        self.number = number
        self.faults: list[BadRow] = []
        self._cells = cells
        self._places = columns.places

    def read(self, which: Field, meaning: Callable[[RawCell], T]) -> T | None:
        """Return what a cell means; None where it can't be so."""
        try:
            return meaning(self._cells[self._places[which]])
        except Bad as bad:
            self.say(which, bad.fault)
            return None

    def hides_something(self, which: Field) -> bool:
        """Whether there is something in a cell that cannot be seen."""
        cell = self._cells[self._places[which]]
        return isinstance(cell, str) and visible(cell) != cell

    def say(self, which: Field, fault: Fault, *, other: int | None = None) -> None:
        """Take down what is wrong."""
        text = shown(self._cells[self._places[which]])
        self.faults.append(BadRow(self.number, which, fault, text, other))


def _order_number(cell: RawCell) -> str:
    """Read an order's number as it looks, so that a row which hides something has its order all the same."""
    seen = visible(cell) if isinstance(cell, str) else cell
    return text_in(seen, longest=_LONGEST[Field.SIPARIS_ID])
