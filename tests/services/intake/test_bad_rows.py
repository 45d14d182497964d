"""Every kind of bad row is named, with its row and its column, and keeps its whole order out."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from services.domain.errors import InputProblem, InvalidInput
from services.intake.faults import BadRow, Fault, Field
from services.tables.progress import Progress
from tests.services.intake.conftest import GUID, TITLES, Bench

GOOD = f"SP-1;21.11.2026 18:34;{GUID}C;Çiğdem;1.250,00;1.100,00"
ID, AT, GUIDS, SELLER, AMOUNT, PAYABLE = Field


def with_cell(field: Field, text: str) -> str:
    """Return the good row with one cell written otherwise."""
    cells = GOOD.split(";")
    cells[list(Field).index(field)] = text
    return ";".join(cells)


BAD_CELLS = [
    # the number of the order
    (ID, "", Fault.MISSING),
    (ID, "   ", Fault.MISSING),
    (ID, "=SP-1", Fault.FORMULA),
    (ID, "@SP", Fault.FORMULA),
    (ID, "+90532", Fault.FORMULA),
    (ID, "-1", Fault.FORMULA),
    (ID, "SP\x071", Fault.CONTROL_CHARACTERS),
    (ID, "SP\u202e1", Fault.CONTROL_CHARACTERS),
    (ID, "SP\t1", Fault.CONTROL_CHARACTERS),
    (ID, "x" * 101, Fault.TOO_LONG),
    (ID, "1,23457E+15", Fault.DIGITS_LOST),
    (ID, "1.2E+10", Fault.DIGITS_LOST),
    (ID, "#YOK", Fault.ERROR_VALUE),
    # when it was sold
    (AT, "", Fault.MISSING),
    (AT, "dün", Fault.NOT_A_MOMENT),
    (AT, "31.02.2026 12:00", Fault.NOT_A_MOMENT),
    (AT, "21.11.2026 25:00", Fault.NOT_A_MOMENT),
    (AT, "21.11.26 18:34", Fault.NOT_A_MOMENT),
    (AT, "2026-13-01 10:00", Fault.NOT_A_MOMENT),
    (AT, "46347,77", Fault.NOT_A_MOMENT),
    (AT, "21.11.2026", Fault.NO_TIME),
    (AT, "2026-11-21", Fault.NO_TIME),
    (AT, "05/04/2026 10:00", Fault.AMBIGUOUS_DAY),
    (AT, "05-04-2026 10:00", Fault.AMBIGUOUS_DAY),
    (AT, "21.11.2026 19:01", Fault.IN_THE_FUTURE),
    (AT, "2026-11-21T16:01:00Z", Fault.IN_THE_FUTURE),
    (AT, "01.01.1970 03:00", Fault.TOO_OLD),
    (AT, "#DEĞER!", Fault.ERROR_VALUE),
    # the seller's line
    (GUIDS, "", Fault.MISSING),
    (GUIDS, "0C13D406", Fault.NOT_A_GUID),
    (GUIDS, f"{{{GUID}}}", Fault.NOT_A_GUID),
    (GUIDS, f"{GUID}G", Fault.NOT_A_GUID),
    (GUIDS, f"{GUID}C0", Fault.NOT_A_GUID),
    (GUIDS, f"{GUID}С", Fault.NOT_A_GUID),  # a Cyrillic С
    (SELLER, "", Fault.MISSING),
    (SELLER, "\N{NO-BREAK SPACE}", Fault.MISSING),
    (SELLER, "=HYPERLINK(1)", Fault.FORMULA),
    (SELLER, "x" * 201, Fault.TOO_LONG),
    (SELLER, "Çiğ\x01dem", Fault.CONTROL_CHARACTERS),
    (SELLER, "Çi\N{REPLACEMENT CHARACTER}dem", Fault.BAD_LETTERS),
    # what was paid
    (AMOUNT, "", Fault.MISSING),
    (AMOUNT, "bedava", Fault.NOT_AN_AMOUNT),
    (AMOUNT, "1.25,00", Fault.NOT_AN_AMOUNT),
    (AMOUNT, "1 250,00", Fault.NOT_AN_AMOUNT),
    (AMOUNT, "1.250", Fault.AMBIGUOUS_AMOUNT),
    (AMOUNT, "12.50", Fault.AMBIGUOUS_AMOUNT),
    (AMOUNT, "1250,001", Fault.TOO_MANY_DECIMALS),
    (AMOUNT, "12,500", Fault.TOO_MANY_DECIMALS),
    (AMOUNT, "-12,50", Fault.NEGATIVE),
    (AMOUNT, "(12,50)", Fault.NEGATIVE),
    (AMOUNT, "0,00", Fault.ZERO),
    (AMOUNT, "$12,50", Fault.OTHER_CURRENCY),
    (AMOUNT, "12,50 EUR", Fault.OTHER_CURRENCY),
    (AMOUNT, "1000000000000", Fault.TOO_MUCH),
    (AMOUNT, "1E+5", Fault.DIGITS_LOST),
    (AMOUNT, "=A1", Fault.NOT_AN_AMOUNT),
    (AMOUNT, "#N/A", Fault.ERROR_VALUE),
    # what the seller is due
    (PAYABLE, "", Fault.MISSING),
    (PAYABLE, "1.250,01", Fault.PAYABLE_OVER_AMOUNT),
    (PAYABLE, "-0,01", Fault.NEGATIVE),
    (PAYABLE, "1.100", Fault.AMBIGUOUS_AMOUNT),
    (PAYABLE, "1100,555", Fault.TOO_MANY_DECIMALS),
]


def test_there_are_more_than_forty_of_them() -> None:
    assert len(BAD_CELLS) > 40


@pytest.mark.parametrize(("field", "text", "fault"), BAD_CELLS)
def test_a_bad_cell_is_named_with_its_row_and_column(
    bench: Bench, field: Field, text: str, fault: Fault
) -> None:
    good = f"SP-2;20.11.2026 10:00;{GUID}D;Işık;10;9"
    preview = bench.check(bench.file(good, with_cell(field, text)))

    assert [(bad.number, bad.field, bad.fault) for bad in preview.faults] == [(3, field, fault)]
    assert preview.faults[0].text.strip("\N{NO-BREAK SPACE} ") == text[:80].strip("\N{NO-BREAK SPACE} ")
    assert (preview.rows, preview.bad_rows, len(preview.new)) == (2, 1, 1)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        (GOOD.rpartition(";")[0], Fault.COLUMN_COUNT),
        (f"{GOOD};fazla", Fault.COLUMN_COUNT),
        (GOOD.replace("Çiğdem", '"Çiğdem"x'), Fault.QUOTES),
        (GOOD.replace("Çiğdem", '"Çiğdem'), Fault.QUOTES),
    ],
)
def test_a_row_that_can_not_be_told_apart_is_named_as_a_whole(bench: Bench, row: str, fault: Fault) -> None:
    preview = bench.check(bench.file(row))
    assert preview.faults == (BadRow(2, None, fault),)
    assert not preview.may_leave_out


def other_row(number: str = "SP-1", moment: str = "21.11.2026 18:34", guid: str = f"{GUID}D") -> str:
    return f"{number};{moment};{guid};Işık;10,00;9,00"


@pytest.mark.parametrize(
    ("row", "bad"),
    [
        (other_row(guid=f"{GUID}C"), BadRow(3, GUIDS, Fault.GUID_TWICE, f"{GUID}C", 2)),
        (other_row(guid=f"{GUID}c".lower()), BadRow(3, GUIDS, Fault.GUID_TWICE, f"{GUID}c".lower(), 2)),
        (
            other_row("SP-2", guid=f"{GUID}C"),
            BadRow(3, GUIDS, Fault.GUID_IN_ANOTHER_ORDER, f"{GUID}C", 2),
        ),
        (
            other_row(moment="21.11.2026 18:35"),
            BadRow(3, AT, Fault.ANOTHER_MOMENT, "21.11.2026 18:35", 2),
        ),
    ],
)
def test_a_row_at_odds_with_another_names_both(bench: Bench, row: str, bad: BadRow) -> None:
    assert bench.check(bench.file(GOOD, row)).faults == (bad,)


def test_an_order_that_is_there_otherwise_is_left_alone(bench: Bench) -> None:
    bench.store(bench.file(GOOD))
    before = bench.orders()
    preview = bench.check(bench.file(GOOD.replace("Çiğdem", "Çiğdem Giyim")))

    assert preview.faults == (BadRow(2, ID, Fault.ORDER_DIFFERS, "SP-1"),)
    with pytest.raises(InvalidInput) as refused:
        bench.imports.store(preview, Progress())
    assert refused.value.problem is InputProblem.NOT_CONFIRMED
    assert bench.orders() == before


def test_a_line_of_another_order_of_the_ledger_is_one_bad_row_that_can_be_left_out(bench: Bench) -> None:
    bench.store(bench.file(GOOD))
    guid = f"{{{GUID}C}}".lower()
    preview = bench.check(bench.file(other_row("SP-2", guid=guid), other_row("SP-3", guid=f"{GUID}E")))

    assert preview.faults == (BadRow(2, GUIDS, Fault.GUID_IN_THE_LEDGER, f"{GUID}C: SP-1"),)
    assert preview.may_leave_out
    bench.imports.store(preview, Progress(), leave_out=True)
    assert [order.siparis_id for order in bench.orders()] == ["SP-1", "SP-3"]


def test_one_bad_row_keeps_its_whole_order_out(bench: Bench) -> None:
    file = bench.file(GOOD, other_row().replace("10,00", "on lira"), other_row("SP-2", guid=f"{GUID}E"))
    preview = bench.check(file)
    assert (preview.bad_orders, [draft.siparis_id for draft in preview.new]) == (1, ["SP-2"])

    with pytest.raises(InvalidInput):
        bench.imports.store(preview, Progress())
    assert bench.orders() == []

    done = bench.imports.store(preview, Progress(), leave_out=True)
    assert (done.orders, done.left_out) == (1, 1)
    assert [order.siparis_id for order in bench.orders()] == ["SP-2"]


def test_nothing_is_stored_while_a_bad_row_may_belong_to_any_order(bench: Bench) -> None:
    preview = bench.check(bench.file(GOOD, with_cell(ID, "")))
    with pytest.raises(InvalidInput):
        bench.imports.store(preview, Progress(), leave_out=True)
    assert bench.orders() == []


def test_every_fault_of_a_row_is_named_and_the_row_counted_once(bench: Bench) -> None:
    preview = bench.check(bench.file(";;;;;"[:-1] + ";x"))
    assert [bad.field for bad in preview.faults] == list(Field)
    assert preview.bad_rows == 1


@pytest.mark.parametrize(
    ("field", "cell", "fault"),
    [
        (ID, 1234567890123456, Fault.DIGITS_LOST),
        (ID, 1.5, Fault.WRONG_KIND),
        (ID, True, Fault.WRONG_KIND),
        (AT, date(2026, 11, 21), Fault.NO_TIME),
        (AT, time(18, 34), Fault.NOT_A_MOMENT),
        (AT, 46347.5, Fault.NOT_A_MOMENT),
        (AT, datetime(2026, 11, 21, 19, 1), Fault.IN_THE_FUTURE),  # noqa: DTZ001  a spreadsheet knows no zone
        (GUIDS, 12, Fault.NOT_A_GUID),
        (SELLER, False, Fault.WRONG_KIND),
        (AMOUNT, 12.345, Fault.TOO_MANY_DECIMALS),
        (AMOUNT, -1, Fault.NEGATIVE),
        (AMOUNT, True, Fault.NOT_AN_AMOUNT),
        (PAYABLE, date(2026, 1, 1), Fault.NOT_AN_AMOUNT),
    ],
)
def test_a_bad_cell_of_a_spreadsheet_is_named_too(
    bench: Bench, field: Field, cell: object, fault: Fault
) -> None:
    cells: list[object] = ["SP-1", datetime(2026, 11, 21, 18, 34), f"{GUID}C", "Çiğdem", 1250, 1100]  # noqa: DTZ001  a spreadsheet knows no zone
    cells[list(Field).index(field)] = cell
    preview = bench.check(_workbook(bench.folder / "siparisler.xlsx", cells))
    assert [(bad.number, bad.field, bad.fault) for bad in preview.faults] == [(2, field, fault)]


def test_every_kind_of_fault_is_met_in_a_test() -> None:
    """But for an order of five hundred sellers and one that is locked, which have tests of their own."""
    text = Path(__file__).read_text("utf-8")
    met = set(re.findall(r"Fault\.([A-Z_]+)", text))
    assert {fault.name for fault in Fault} - met == {"ORDER_LOCKED", "TOO_MANY_LINES"}


def _workbook(file: Path, cells: list[object]) -> Path:
    book = Workbook(file, {"remove_timezone": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, TITLES.split(";"))
    formats = {datetime: "dd.mm.yyyy hh:mm", date: "dd.mm.yyyy", time: "hh:mm"}
    for column, cell in enumerate(cells):
        if isinstance(cell, bool):
            sheet.write_boolean(1, column, cell)
        elif type(cell) in formats:
            sheet.write_datetime(1, column, cell, book.add_format({"num_format": formats[type(cell)]}))
        else:
            sheet.write(1, column, cell)
    book.close()
    return file


@pytest.mark.parametrize("sign", ["\ufe0f", "\u3164", "\u200b"])
def test_a_number_that_looks_like_anothers_is_one_bad_row_and_not_the_whole_file(
    bench: Bench, sign: str
) -> None:
    file = bench.file(
        f"SP-1;21.11.2026 18:34;{GUID}C;Çiğdem;10;9",
        f"SP-1{sign};21.11.2026 18:34;{GUID}D;Işık;10;9",
        f"SP-2;21.11.2026 18:34;{GUID}E;İğde;10;9",
    )

    preview = bench.check(file)

    assert [(bad.number, bad.field, bad.fault) for bad in preview.faults] == [
        (3, ID, Fault.CONTROL_CHARACTERS)
    ]
    assert preview.may_leave_out
    bench.imports.store(preview, Progress(), leave_out=True)
    assert [order.siparis_id for order in bench.orders()] == ["SP-2"]
