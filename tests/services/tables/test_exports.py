"""A list leaves the program whole or not at all, and reads back to the kuruş."""

from __future__ import annotations

import csv
import errno
import io
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from services.domain.audit import Act
from services.domain.errors import Denied, InputProblem, InvalidInput, NotAllowed
from services.domain.money import Money
from services.domain.operator import Operator, Right, Role
from services.exports import Exports
from services.tables import aside, xlsx_file
from services.tables.cells import Cell, Form, Sheet
from services.tables.csv_file import text_of
from services.tables.faults import FileFault, FileTrouble, Stopped
from services.tables.progress import Progress
from tests.builders import AnOwnerSits, istanbul

ROWS: list[tuple[Cell, ...]] = [
    (istanbul("21.11.2026 18:34"), Money(-125_000), "İade", 'Mağaza; "Çiğ|dem"\nŞubesi', 3),
    (date(2026, 11, 21), Money(1), "=1+1", "+90 532", -7),
    (None, Money(0), "@SUM(A1)", "\tgizli", 0),
    (istanbul("01.01.2020 00:00"), Money(99_999_999_999_999), "-5", "\rsatır", 10**17),
]


class ACashierSits(AnOwnerSits):
    def require(self, right: Right) -> Operator:
        cashier = Operator(id=2, name="Can", role=Role.CASHIER)
        cashier.require(right)
        return cashier


def a_sheet(rows: list[tuple[Cell, ...]] = ROWS) -> Sheet:
    return Sheet("İadeler", ("Zaman", "Tutar", "Durum", "Mağaza", "Adet"), lambda: iter(rows), len(rows))


def export(file: Path, form: Form, sheet: Sheet | None = None, **said: bool) -> AnOwnerSits:
    guard = AnOwnerSits()
    Exports(guard).write(sheet or a_sheet(), file, form=form, progress=Progress(), **said)
    return guard


def read_csv(file: Path) -> list[list[str]]:
    with file.open(encoding="utf-8-sig", newline="") as text:
        return list(csv.reader(text, delimiter=";"))


def read_xlsx(file: Path) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_path(file).get_sheet_by_index(0).iter_rows()]


def test_a_turkish_spreadsheet_opens_the_csv_with_a_double_click(tmp_path: Path) -> None:
    export(tmp_path / "iadeler.csv", Form.CSV)
    written = (tmp_path / "iadeler.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfZaman;Tutar;")
    assert written.count(b"\r\n") == 1 + len(ROWS)
    assert read_csv(tmp_path / "iadeler.csv")[1] == [
        "21.11.2026 18:34:00",
        "-1250,00",
        "İade",
        'Mağaza; "Çiğ|dem"\nŞubesi',
        "3",
    ]


def test_the_xlsx_holds_numbers_as_numbers_and_days_as_days(tmp_path: Path) -> None:
    export(tmp_path / "iadeler.xlsx", Form.XLSX)
    head, first, second, *_ = read_xlsx(tmp_path / "iadeler.xlsx")
    assert head == ["Zaman", "Tutar", "Durum", "Mağaza", "Adet"]
    assert first == [datetime(2026, 11, 21, 18, 34), -1250.0, "İade", 'Mağaza; "Çiğ|dem"\nŞubesi', 3.0]  # noqa: DTZ001  a spreadsheet knows no zone
    assert second[:2] == [date(2026, 11, 21), 0.01]


def test_the_titles_of_the_xlsx_are_bold_and_stay_in_sight(tmp_path: Path) -> None:
    export(tmp_path / "iadeler.xlsx", Form.XLSX)
    with zipfile.ZipFile(tmp_path / "iadeler.xlsx") as package:
        sheet, styles = (package.read(f"xl/{name}.xml").decode() for name in ("worksheets/sheet1", "styles"))
    assert '<pane ySplit="1" topLeftCell="A2"' in sheet
    assert "<b/>" in styles
    assert "#,##0.00" in styles
    assert "<f>" not in sheet


@pytest.mark.parametrize("column", [2, 3])
def test_what_looks_like_a_formula_is_a_text_in_both(tmp_path: Path, column: int) -> None:
    for form in Form:
        export(tmp_path / f"iadeler.{form.value}", form)
    texts = [str(row[column]) for row in ROWS[1:]]
    assert [row[column] for row in read_csv(tmp_path / "iadeler.csv")[2:]] == [f"'{text}" for text in texts]
    # A carriage return is escaped in XML; everything else is the text itself, marked as typed with ' before.
    in_xlsx = [str(row[column]).replace("_x000D_", "\r") for row in read_xlsx(tmp_path / "iadeler.xlsx")[2:]]
    assert in_xlsx == texts
    with zipfile.ZipFile(tmp_path / "iadeler.xlsx") as package:
        assert 'quotePrefix="1"' in package.read("xl/styles.xml").decode()


@settings(max_examples=40, deadline=None)
@given(kurus=st.lists(st.integers(-(10**15) + 1, 10**15 - 1), min_size=1, max_size=30))
def test_every_amount_reads_back_to_the_kurus(
    tmp_path_factory: pytest.TempPathFactory, kurus: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("amounts")
    sheet = Sheet("x", ("Tutar",), lambda: ((Money(one),) for one in kurus))
    for form in Form:
        export(folder / f"x.{form.value}", form, sheet)
    assert [int(row[0].replace(",", "")) for row in read_csv(folder / "x.csv")[1:]] == kurus
    assert [round(row[0] * 100) for row in read_xlsx(folder / "x.xlsx")[1:]] == kurus  # type: ignore[operator]  # numbers


def test_an_amount_too_large_for_a_spreadsheet_is_written_as_a_text(tmp_path: Path) -> None:
    sheet = Sheet("x", ("Tutar",), lambda: [(Money(10**15 + 1),)])
    export(tmp_path / "x.xlsx", Form.XLSX, sheet)
    assert read_xlsx(tmp_path / "x.xlsx")[1] == ["10000000000000,01"]


def test_the_log_says_which_list_left_and_how_much_of_it(tmp_path: Path) -> None:
    guard = export(tmp_path / "iadeler.csv", Form.CSV)
    assert guard.noted == [(Act.EXPORT, "İadeler", "4 rows as csv: iadeler.csv")]


def test_a_cashier_takes_nothing_out(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed) as denied:
        Exports(ACashierSits()).write(a_sheet(), tmp_path / "x.csv", form=Form.CSV, progress=Progress())
    assert denied.value.why is Denied.RIGHT
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_that_name_is_replaced_only_when_said_so(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("mine")
    with pytest.raises(InvalidInput) as asked:
        export(file, Form.CSV)
    assert asked.value.problem is InputProblem.ALREADY_THERE
    assert file.read_text() == "mine"

    export(file, Form.CSV, replace=True)
    assert len(read_csv(file)) == 1 + len(ROWS)


@pytest.mark.parametrize("form", Form)
@pytest.mark.parametrize("old", [None, "what was there"])
def test_an_export_that_fails_half_way_leaves_what_was_there(
    tmp_path: Path, form: Form, old: str | None
) -> None:
    def rows() -> Iterator[tuple[Cell, ...]]:
        yield ROWS[0]
        raise OSError(errno.ENOSPC, "No space left on device")

    file = tmp_path / "x"
    if old is not None:
        file.write_text(old)
    with pytest.raises(FileTrouble) as stopped:
        export(file, form, Sheet("x", ("a", "b", "c", "d", "e"), rows), replace=True)
    assert stopped.value.fault is FileFault.DISK_FULL
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == ([("x", old)] if old else [])


def test_a_disk_that_is_full_when_the_xlsx_is_put_together_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    with pytest.raises(FileTrouble) as stopped:
        export(tmp_path / "x.xlsx", Form.XLSX)
    assert stopped.value.fault is FileFault.DISK_FULL
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_may_not_be_written_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as stopped:
        export(tmp_path / "nowhere" / "x.csv", Form.CSV)
    assert stopped.value.fault is FileFault.NOT_THERE


def test_more_rows_than_a_spreadsheet_holds_are_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 3)
    with pytest.raises(FileTrouble) as stopped:
        export(tmp_path / "x.xlsx", Form.XLSX)
    assert stopped.value.fault is FileFault.TOO_MANY_ROWS


@pytest.mark.parametrize("form", Form)
def test_it_ends_at_the_next_row_when_a_person_wants_it_to(tmp_path: Path, form: Form) -> None:
    progress, guard = Progress(), AnOwnerSits()

    def rows() -> Iterator[tuple[Cell, ...]]:
        yield ROWS[0]
        yield ROWS[1]
        progress.stop()
        yield ROWS[2]
        raise AssertionError("it went on")

    with pytest.raises(Stopped):
        Exports(guard).write(
            Sheet("x", ("a", "b", "c", "d", "e"), rows), tmp_path / "x", form=form, progress=progress
        )
    assert progress.done == 3
    assert list(tmp_path.iterdir()) == []
    assert guard.noted == []


_KILLED = """
import os, signal, sys
from pathlib import Path
from services.exports import Exports
from services.tables.cells import Form, Sheet
from services.tables.progress import Progress
from tests.builders import AnOwnerSits

def rows():
    for number in range(5000):
        yield (f"satır {number}",)
    os.kill(os.getpid(), signal.SIGKILL)

Exports(AnOwnerSits()).write(
    Sheet("x", ("a",), rows), Path(sys.argv[1]), form=Form(sys.argv[2]), progress=Progress(), replace=True
)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
@pytest.mark.parametrize("form", Form)
def test_a_program_that_is_killed_leaves_no_half_file_and_the_next_one_clears_up(
    tmp_path: Path, form: Form
) -> None:
    file = tmp_path / "x"
    file.write_text("what was there")
    done = subprocess.run([sys.executable, "-c", _KILLED, str(file), form.value], check=False)  # noqa: S603  ourselves
    assert done.returncode == -signal.SIGKILL
    assert file.read_text() == "what was there"

    (left,) = (one for one in tmp_path.iterdir() if one != file)
    long_ago = left.stat().st_mtime - aside._LEFT_ALONE - 1
    os.utime(left, (long_ago, long_ago))
    export(tmp_path / "next.csv", Form.CSV)
    assert {one.name for one in tmp_path.iterdir()} == {"x", "next.csv"}


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Ali,=HYPERLINK(1)", "Ali,'=HYPERLINK(1)"),
        ("Ali,  +1", "Ali,  '+1"),
        ("a\t@x", "a\t'@x"),
        ("a\r\n-1", "a\r\n'-1"),
        ("a;=1,=2", "a;'=1,'=2"),
        ("=1,=2", "'=1,'=2"),
        ('Ali,"=1+1"', 'Ali,"\'=1+1"'),
        ('Ali," "" @x', 'Ali," "" \'@x'),
        ("Ali,\u00a0=1", "Ali,\u00a0'=1"),
        ("Ali|=1", "Ali|'=1"),
        ("a,,=1", "a,,'=1"),
        ("a,＝1", "a,'＝1"),
        ("＝1", "'＝1"),
        (" =1", "' =1"),
        ("1.250,00 - 3", "1.250,00 - 3"),
        ("Kızılay, Ankara", "Kızılay, Ankara"),
    ],
)
def test_what_begins_a_cell_under_other_separators_is_a_text_too(text: str, written: str) -> None:
    assert text_of(text) == written


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@given(text=st.text(alphabet='=+-@,;|\t\r\n" a1', max_size=12))
def test_whatever_separates_columns_no_text_begins_a_formula(separator: str, text: str) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerow(["x", text_of(text), "y"])

    lines = written.getvalue().replace("\r\n", "\n").replace("\r", "\n").splitlines(keepends=True)
    for row in csv.reader(lines, delimiter=separator):
        assert not [cell for cell in row if cell.lstrip().startswith(("=", "+", "-", "@"))]
