"""Use case: Param orders come from a file of the shop's own, instead of being typed one by one.

Looked at, judged, confirmed: nothing is stored before a person has seen what will be, and then all of it
or none. An order that is there already is left as it is. Blocking; call on a worker thread.
"""

from __future__ import annotations

from pathlib import Path

from services.domain.account import Account, GatewayName
from services.domain.audit import Act
from services.domain.clock import Clock
from services.domain.errors import InputProblem, InvalidInput
from services.domain.money import Money
from services.domain.operator import Right
from services.domain.order import Order
from services.intake.columns import Columns, read_back, recognise_columns, remembered_under, written
from services.intake.faults import BadRow, Fault, Field
from services.intake.gathering import Draft, Gathering
from services.intake.preview import Imported, Looked, Preview
from services.intake.values import shown
from services.ledger.intake import OrderIntake, batches
from services.ledger.settings import SettingsBook
from services.seat import Seat
from services.tables.aside import aside
from services.tables.cells import Form, Sheet
from services.tables.faults import FileFault, FileTrouble
from services.tables.progress import Progress
from services.tables.reading import recognise, rows
from services.tables.writing import write_rows

_SAMPLES = 5


class Imports:
    """Brings Param orders in from files: whoever may enter one may bring many."""

    def __init__(self, *, intake: OrderIntake, settings: SettingsBook, seat: Seat, clock: Clock) -> None:
        self._intake = intake
        self._settings = settings
        self._seat = seat
        self._clock = clock

    def look(self, file: Path) -> Looked:
        """Say what a file is, and which of its columns says what.

        Raises:
            NotAllowed: Nobody is at the desk.
            FileTrouble: It is no table, has no rows below its titles, or can't be read.
        """
        self._seat.require(Right.LOOK)
        table = recognise(file)
        first: list[tuple[str, ...]] = []
        for row in rows(table):
            first.append(tuple(shown(cell).strip() for cell in row.cells or ()))
            if len(first) > _SAMPLES:
                break
        if len(first) < 2:  # noqa: PLR2004  titles, and something below them
            raise FileTrouble(file, FileFault.EMPTY)
        titles, *samples = first
        kept = self._settings.remembers(remembered_under(titles))
        columns = read_back(kept, len(titles)) if kept is not None else None
        return Looked(
            table=table,
            titles=titles,
            samples=tuple(samples),
            columns=columns or recognise_columns(titles),
            remembered=columns is not None,
        )

    def check(self, account: Account, looked: Looked, columns: Columns, progress: Progress) -> Preview:
        """Judge every row, and say what would be stored. Columns that a person told are remembered.

        Raises:
            NotAllowed: Nobody is at the desk.
            InvalidInput: ``account``: it is no Param account. ``columns``: a field has none of its own.
            FileTrouble: It can't be read any more.
            Stopped: A person ended it.
            LedgerUnavailable: The ledger can't be read, or the columns not remembered.
        """
        self._seat.require(Right.LOOK)
        if account.gateway is not GatewayName.PARAM or account.retired:
            raise InvalidInput("account", InputProblem.NOT_CONFIRMED)
        if not columns.is_whole:
            raise InvalidInput("columns", InputProblem.EMPTY)
        if columns != looked.columns:
            self._remember(looked, columns)
        gathering = Gathering(columns, width=len(looked.titles), now=self._clock.now())
        progress.begin()
        for number, row in enumerate(rows(looked.table)):
            if number:  # the titles
                gathering.take(row)
                progress.advance()
        return self._compare(account, looked.table.path, gathering, progress)

    def store(self, preview: Preview, progress: Progress, *, leave_out: bool = False) -> Imported:
        """Store what a preview has shown: all of it, or nothing where anything is in the way.

        Args:
            preview: What a person has seen.
            progress: Told how far it is; ends it, and takes everything back, when it is asked to.
            leave_out: They know that orders with bad rows are left out.

        Raises:
            NotAllowed: Nobody is at the desk.
            InvalidInput: ``rows``: NOT_CONFIRMED: there are bad rows. ``siparis_id``: one of the orders has
                come in otherwise since; look again.
            Stopped: A person ended it.
            LedgerUnavailable: It can't be written.
        """
        self._seat.require(Right.LOOK)
        if preview.bad_rows and not (leave_out and preview.may_leave_out):
            raise InvalidInput("rows", InputProblem.NOT_CONFIRMED)
        done = Imported(
            orders=len(preview.new),
            lines=preview.lines,
            unchanged=preview.unchanged,
            left_out=preview.bad_orders,
        )
        if not preview.new:
            return done
        said = f"imported {done.orders} orders with {done.lines} lines, {preview.amount}"
        note = self._seat.entry(Act.ORDER, preview.file.name, said)
        progress.begin(done.orders)
        new = (draft.order(preview.account.id) for draft in preview.new)
        self._intake.store(preview.account, new, note, advance=progress.advance)
        return done

    def write_down(self, sheet: Sheet, file: Path, *, form: Form, replace: bool = False) -> Path:
        """Write a sample, or what is wrong with a file: nothing that is the ledger's.

        Raises:
            NotAllowed: Nobody is at the desk.
            InvalidInput: ``file``: ALREADY_THERE.
            FileTrouble: It can't be written.
        """
        self._seat.require(Right.LOOK)
        with aside(file, replace=replace) as part:
            write_rows(sheet, part, form, Progress())
        return file

    def _remember(self, looked: Looked, columns: Columns) -> None:
        name = remembered_under(looked.titles)
        note = self._seat.entry(Act.SETTING, looked.table.path.name, f"{name} told by hand")
        self._settings.remember(name, written(columns), note)

    def _compare(self, account: Account, file: Path, gathering: Gathering, progress: Progress) -> Preview:
        """Tell new orders from those that are there, just so or otherwise."""
        findings = gathering.findings
        faults, new, unchanged = list(findings.faults), [], 0
        for batch in batches(gathering.good()):
            progress.check()
            numbers = [draft.siparis_id for draft in batch]
            known = self._intake.known(account, numbers)
            locked = self._intake.locked(account, numbers)
            for draft in batch:
                there = known.get(draft.siparis_id)
                if there is not None and _same(there, draft.order(account.id)):
                    unchanged += 1
                elif there is None and (taken := self._taken_line(account, draft)) is not None:
                    faults.append(BadRow(draft.row, Field.GUID, Fault.GUID_IN_THE_LEDGER, taken))
                elif there is None and draft.siparis_id not in locked:
                    new.append(draft)
                else:
                    fault = Fault.ORDER_LOCKED if draft.siparis_id in locked else Fault.ORDER_DIFFERS
                    faults.append(BadRow(draft.row, Field.SIPARIS_ID, fault, draft.siparis_id))
        differing = len(faults) - len(findings.faults)
        return Preview(
            account=account,
            file=file,
            rows=gathering.rows,
            new=tuple(new),
            lines=sum(len(draft.lines) for draft in new),
            amount=Money(sum(draft.kurus for draft in new)),
            unchanged=unchanged,
            bad_rows=findings.bad_rows + differing,
            bad_orders=sum(draft.bad for draft in gathering.drafts.values()) + differing,
            homeless=findings.homeless,
            faults=tuple(sorted(faults, key=lambda fault: fault.number)),
        )

    def _taken_line(self, account: Account, draft: Draft) -> str | None:
        """Return a line of an order that stands in another order of the ledger, with that order's number."""
        for lines in batches(draft.lines):
            taken = self._intake.orders_of_lines(account, [line[0] for line in lines])
            for guid, number in taken.items():
                return f"{guid}: {number}"
        return None


def _same(there: Order, here: Order) -> bool:
    """Whether an order is in the ledger just so; in which order its sellers stand does not matter."""
    return there.sold_at == here.sold_at and {*there.lines} == {*here.lines}
