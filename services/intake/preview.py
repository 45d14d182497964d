"""What a file of orders turns out to be, before and after anything of it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from services.domain.account import Account
from services.domain.money import Money
from services.intake.columns import Columns
from services.intake.faults import BadRow
from services.intake.gathering import Draft
from services.tables.reading import TableFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """A file before anything in it is judged.

    Attributes:
        titles: Its first row.
        samples: The first rows below, as texts.
        columns: As far as they are known, by their titles or from the last time.
        remembered: They are from the last time.
    """

    table: TableFile
    titles: tuple[str, ...]
    samples: tuple[tuple[str, ...], ...]
    columns: Columns
    remembered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What a file would bring. Nothing of it is stored.

    Attributes:
        rows: How many were read.
        new: Orders that would be stored, in the order of the file.
        lines: Their sellers.
        amount: What customers paid for them.
        unchanged: Orders that are in the ledger, just so.
        bad_rows: Rows with something wrong.
        bad_orders: Orders that a bad row keeps out.
        homeless: Bad rows that don't say which order they belong to.
        faults: What is wrong, in the order of the file; the first ten thousand.
    """

    account: Account
    file: Path
    rows: int
    new: tuple[Draft, ...]
    lines: int
    amount: Money
    unchanged: int
    bad_rows: int
    bad_orders: int
    homeless: int
    faults: tuple[BadRow, ...]

    @property
    def may_leave_out(self) -> bool:
        """Whether the rest can be stored without the bad orders: not while one may lack a row unnoticed."""
        return self.homeless == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was stored."""

    orders: int
    lines: int
    unchanged: int
    left_out: int
