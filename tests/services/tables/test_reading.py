"""Files from outside: what is too large for this computer is refused before anything of it is kept."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from services.tables.faults import FileFault, FileTrouble
from services.tables.reading import recognise, rows
from services.tables.xlsx_bounds import MOST_COLUMNS, MOST_ROWS

ROOT = Path(__file__).parents[3]
_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def a_workbook(folder: Path, sheet: str | None = None, **parts: bytes) -> Path:
    """Write a small workbook, its sheet's XML and other parts exchanged."""
    plain = io.BytesIO()
    with Workbook(plain) as book:
        book.add_worksheet("Siparişler").write_row(0, 0, ["Siparis_ID", "SP-1"])
    file = folder / "file.xlsx"
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            if sheet is not None and part.filename == "xl/worksheets/sheet1.xml":
                content = sheet.encode()
            target.writestr(part.filename, parts.get(part.filename, content))
    return file


def a_sheet(cells: str, dimension: str = "A1") -> str:
    return f'<worksheet {_MAIN}><dimension ref="{dimension}"/><sheetData>{cells}</sheetData></worksheet>'


def cell(reference: str, text: str = "x") -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def row(number: int, cells: str) -> str:
    return f'<row r="{number}">{cells}</row>'


def refused(file: Path) -> FileTrouble:
    with pytest.raises(FileTrouble) as trouble:
        list(rows(recognise(file)))
    return trouble.value


def read(file: Path) -> list[tuple[object, ...] | None]:
    return [one.cells for one in rows(recognise(file))]


@pytest.mark.parametrize(
    ("cells", "fault", "where"),
    [
        (row(1, cell("A1")) + row(1048576, cell("XFD1048576")), FileFault.TOO_MANY_COLUMNS, "XFD1048576"),
        (row(1, cell("A1") + cell("SG1")), FileFault.TOO_MANY_COLUMNS, "SG1"),
        (row(1, cell("A1")) + row(1000001, cell("A1000001")), FileFault.TOO_LONG, "A1000001"),
        (row(1, cell("A1")) + row(900000, cell("SF900000")), FileFault.TOO_MANY_CELLS, "SF900000"),
        # The cell's own place counts, whatever its row or the dimension says.
        (row(1, cell("A1") + cell("A1048576")), FileFault.TOO_LONG, "A1048576"),
        (row(1, "<c><v>1</v></c>" * 501), FileFault.TOO_MANY_COLUMNS, "SG1"),
        (row(1, cell("A0")), FileFault.NOT_A_TABLE, "a cell without a readable place"),
        (row(1, cell("ZZZZ1")), FileFault.NOT_A_TABLE, "a cell without a readable place"),
        (row(1, cell("A99999999999999999999")), FileFault.NOT_A_TABLE, "a cell without a readable place"),
        ('<row r="-1"><c><v>1</v></c></row>', FileFault.NOT_A_TABLE, "a row without a readable number"),
    ],
)
def test_a_sheet_beyond_a_bound_is_refused_and_says_which_cell(
    tmp_path: Path, cells: str, fault: FileFault, where: str
) -> None:
    trouble = refused(a_workbook(tmp_path, a_sheet(cells)))

    assert (trouble.fault, trouble.detail) == (fault, where)


def test_a_file_of_a_few_bytes_ends_no_process_of_little_memory(tmp_path: Path) -> None:
    file = a_workbook(tmp_path, a_sheet(row(1, cell("A1")) + row(1048576, cell("XFD1048576"))))
    program = (
        "import sys; from pathlib import Path;"
        "from services.tables.faults import FileTrouble; from services.tables.reading import recognise\n"
        "try: recognise(Path(sys.argv[1]))\n"
        "except FileTrouble as trouble: print(trouble.fault.name)\n"
    )

    done = subprocess.run(  # noqa: S603  our own Python
        [sys.executable, "-c", program, str(file)], cwd=ROOT, check=False, capture_output=True, text=True
    )

    assert (done.returncode, done.stdout.strip()) == (0, "TOO_MANY_COLUMNS")


def test_a_format_far_away_fills_nothing(tmp_path: Path) -> None:
    file = a_workbook(tmp_path, a_sheet(row(1, cell("A1")) + row(1048576, '<c r="XFD1048576" s="0"/>')))

    assert read(file) == [("x",)]


def test_a_forged_dimension_is_not_believed(tmp_path: Path) -> None:
    file = a_workbook(tmp_path, a_sheet(row(1, cell("A1")), dimension="A1:XFD1048576"))

    assert read(file) == [("x",)]


def test_a_sheet_at_its_bounds_is_read(tmp_path: Path) -> None:
    wide = a_workbook(tmp_path, a_sheet(row(1, "<c><v>1</v></c>" * MOST_COLUMNS)))
    assert len(read(wide)[0] or ()) == MOST_COLUMNS

    long = a_workbook(tmp_path, a_sheet(row(1, cell("A1")) + row(MOST_ROWS, cell(f"A{MOST_ROWS}"))))
    assert len(read(long)) == 2


@pytest.mark.parametrize(
    "sheet",
    [
        f'<!DOCTYPE a [<!ENTITY b "c">]>{a_sheet(row(1, cell("A1", "&b;")))}',
        "<worksheet>",
        "",
        a_sheet(row(1, cell("A1")))[:-30],
    ],
    ids=["entities", "no end", "nothing", "cut"],
)
def test_xml_that_is_none_is_no_table(tmp_path: Path, sheet: str) -> None:
    assert refused(a_workbook(tmp_path, sheet)).fault is FileFault.NOT_A_TABLE


def test_a_part_that_unpacks_to_more_than_it_says_is_no_table(tmp_path: Path) -> None:
    file = a_workbook(tmp_path, a_sheet(row(1, cell("A1", "x" * 100_000))))
    said = (100_000 + len(a_sheet(row(1, cell("A1", ""))))).to_bytes(4, "little")
    content = file.read_bytes()
    assert content.count(said) == 2  # before the part, and in the directory
    file.write_bytes(content.replace(said, (500).to_bytes(4, "little")))

    assert refused(file).fault is FileFault.NOT_A_TABLE


def test_a_package_with_a_password_is_no_table(tmp_path: Path) -> None:
    file = a_workbook(tmp_path)
    content = bytearray(file.read_bytes())
    at = content.index(b"PK\x01\x02")
    while at >= 0:
        content[at + 8] |= 1  # "encrypted", for every part
        at = content.find(b"PK\x01\x02", at + 4)
    file.write_bytes(content)

    assert refused(file).fault is FileFault.NOT_A_TABLE


@pytest.mark.parametrize(
    ("write", "fault"),
    [
        (lambda: "a;b\n" + "x" * 1_000_001, FileFault.LONG_LINE),
        (lambda: "x" * 1_000_001, FileFault.LONG_LINE),
        (lambda: "a;b\n" + ";" * 500, FileFault.TOO_MANY_COLUMNS),
        (lambda: "a\n" + "1\n" * MOST_ROWS, FileFault.TOO_LONG),
    ],
    ids=["a long line", "no line end", "columns", "rows"],
)
def test_a_csv_beyond_a_bound_is_refused(tmp_path: Path, write: Callable[[], str], fault: FileFault) -> None:
    file = tmp_path / "file.csv"
    file.write_text(write(), encoding="utf-8")

    assert refused(file).fault is fault
