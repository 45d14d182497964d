"""A file of orders: recognised, judged, confirmed, and stored whole or not at all."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from services.domain.audit import Act
from services.domain.errors import InputProblem, InvalidInput
from services.domain.money import Money
from services.domain.order import OrderLine
from services.domain.reversal import Everything
from services.intake.columns import Columns, DecimalMark, recognise_columns
from services.intake.faults import Bad, Fault, Field
from services.intake.sample import sample
from services.intake.values import amount_in, moment_in
from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.orders import Orders
from services.plans import plan_return
from services.tables.cells import Form
from services.tables.faults import FileFault, FileTrouble, Stopped
from services.tables.progress import Progress
from tests.builders import an_esnekpos_account, an_order, istanbul, lira
from tests.services.intake.conftest import GUID, TITLES, Bench
from tests.shop import Shop

ROWS = (
    f"SP-1;21.11.2026 18:34;{GUID}C;Çiğdem;1.250,00;1.100,00",
    f'SP-2;20.11.2026 10:00:09;{GUID}D;"Işık; ""Ev""";10;9',
    f"SP-1;21.11.2026 18:34;{GUID}e;İğde|Şube;0,01;0,00",
)


def test_the_rows_of_an_order_become_its_sellers(bench: Bench) -> None:
    preview = bench.check(bench.file(*ROWS))
    assert (preview.rows, len(preview.new), preview.lines, preview.amount) == (3, 2, 3, lira("1260,01"))
    assert bench.orders() == []

    bench.imports.store(preview, Progress())
    first, second = bench.orders()
    assert first.siparis_id == "SP-1"
    assert first.sold_at == istanbul("21.11.2026 18:34")
    assert first.lines == (
        OrderLine(guid=f"{GUID}C", seller="Çiğdem", amount=lira("1250,00"), payable=lira("1100,00")),
        OrderLine(guid=f"{GUID}E", seller="İğde|Şube", amount=Money(1), payable=Money(0)),
    )
    assert second.sold_at == istanbul("20.11.2026 10:00") + timedelta(seconds=9)
    assert second.lines[0].seller == 'Işık; "Ev"'


def test_what_is_imported_is_found_as_if_it_had_been_typed(bench: Bench) -> None:
    bench.store(bench.file(*ROWS))
    assert [order.siparis_id for order in Orders(bench.database).search("ıŞIK")] == ["SP-2"]


def test_the_same_file_twice_changes_nothing(bench: Bench) -> None:
    file = bench.file(*ROWS)
    bench.store(file)
    before, log = bench.orders(), bench.log()

    done = bench.store(file)
    assert (done.orders, done.unchanged) == (0, 2)
    assert bench.orders() == before
    assert bench.log() == log


def test_the_log_says_what_came_from_which_file(bench: Bench) -> None:
    bench.store(bench.file(*ROWS))
    entry = bench.log()[-1]
    assert (entry.act, entry.subject) == (Act.ORDER, "siparisler.csv")
    assert entry.result == "imported 2 orders with 3 lines, 1260.01 TRY"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1254", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_any_encoding_and_delimiter_of_a_turkish_spreadsheet_is_recognised(
    bench: Bench, encoding: str, delimiter: str
) -> None:
    rows = [[cell.strip('"') for cell in row.split(";")] for row in (ROWS[0], ROWS[2])]
    lines = [TITLES.split(";"), *rows]
    text = "".join(delimiter.join(f'"{cell}"' for cell in line) + "\r\n" for line in lines)
    file = bench.folder / "siparisler.txt"
    file.write_bytes(text.encode(encoding))

    preview = bench.check(file)
    assert preview.faults == ()
    assert [seller for draft in preview.new for _, seller, _, _ in draft.lines] == ["Çiğdem", "İğde|Şube"]


def test_a_spreadsheet_is_read_as_it_shows(bench: Bench) -> None:
    book = Workbook(bench.folder / "siparisler.xlsx")
    sheet = book.add_worksheet()
    at = book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
    sheet.write_row(2, 1, TITLES.split(";"))
    sheet.write_row(3, 1, [1001, "", f"{GUID}C", "Çiğdem", 0.1 + 0.2, 0.29])
    sheet.write_datetime(3, 2, datetime(2026, 11, 21, 18, 34), at)  # noqa: DTZ001  a spreadsheet knows no zone
    sheet.write_row(5, 1, ["SP-2", "21.11.2026 18:34", f"{GUID}D", "Işık", "1.250,00", 1100])
    book.close()

    preview = bench.check(bench.folder / "siparisler.xlsx")
    assert preview.faults == ()
    assert [draft.siparis_id for draft in preview.new] == ["1001", "SP-2"]
    assert [draft.row for draft in preview.new] == [4, 6]
    bench.imports.store(preview, Progress())
    first, second = bench.orders()
    assert first.sold_at == second.sold_at == istanbul("21.11.2026 18:34")
    assert (first.lines[0].amount, first.lines[0].payable) == (lira("0,30"), lira("0,29"))


@given(kurus=st.integers(0, 10**14 - 1))
@settings(max_examples=300)
def test_a_number_of_a_spreadsheet_is_the_kurus_that_was_typed(kurus: int) -> None:
    assert amount_in(float(f"{kurus // 100}.{kurus % 100:02}"), DecimalMark.COMMA) == Money(kurus)


@pytest.mark.parametrize(
    ("text", "comma", "point"),
    [
        ("1250", "1250,00", "1250,00"),
        ("1250,5", "1250,50", Fault.AMBIGUOUS_AMOUNT),
        ("1250.5", Fault.AMBIGUOUS_AMOUNT, "1250,50"),
        ("1.250,00", "1250,00", Fault.NOT_AN_AMOUNT),
        ("1,250.00", Fault.NOT_AN_AMOUNT, "1250,00"),
        ("1.250", Fault.AMBIGUOUS_AMOUNT, Fault.TOO_MANY_DECIMALS),
        ("1,250", Fault.TOO_MANY_DECIMALS, Fault.AMBIGUOUS_AMOUNT),
        ("1.250.000", "1250000,00", Fault.NOT_AN_AMOUNT),
        ("12,50 TL", "12,50", Fault.AMBIGUOUS_AMOUNT),
        ("₺12,50", "12,50", Fault.AMBIGUOUS_AMOUNT),
    ],
)
def test_an_amount_is_read_by_the_mark_that_was_chosen(
    text: str, comma: str | Fault, point: str | Fault
) -> None:
    for mark, meant in ((DecimalMark.COMMA, comma), (DecimalMark.POINT, point)):
        if isinstance(meant, Fault):
            with pytest.raises(Bad) as bad:
                amount_in(text, mark)
            assert bad.value.fault is meant
        else:
            assert amount_in(text, mark) == lira(meant)


@pytest.mark.parametrize(
    "text",
    [
        "21.11.2026 18:34",
        "21.11.2026  18.34",
        "21/11/2026 18:34:00",
        "2026-11-21 18:34",
        "2026-11-21T18:34:00+03:00",
        "2026-11-21T15:34:00.123Z",
    ],
)
def test_a_moment_is_read_as_systems_write_it(text: str) -> None:
    assert moment_in(text, now=datetime(2027, 1, 1, tzinfo=UTC)) == istanbul("21.11.2026 18:34")


@pytest.mark.parametrize(
    "titles",
    [
        TITLES,
        "SİPARİŞ NO;TARİH;GUID;SATICI;TUTAR (TL);HAKEDİŞ",
        "order id;sale_time;PYSiparis_GUID;Seller;product amount;payable",
        "Sıparış_ıd;Satis Zamani;pysiparis guid;MAGAZA ADI;urun tutari;odenecek tutar",
    ],
)
def test_columns_are_known_by_their_titles_however_they_are_spelt(titles: str) -> None:
    assert recognise_columns(titles.split(";")).places == {field: n for n, field in enumerate(Field)}


def test_columns_told_by_hand_are_remembered_for_files_like_it(bench: Bench) -> None:
    file = bench.file(*ROWS, titles="a;b;c;d;e;f")
    looked = bench.imports.look(file)
    assert looked.columns.missing == tuple(Field)
    with pytest.raises(InvalidInput):
        bench.imports.check(bench.account, looked, looked.columns, Progress())

    told = Columns({field: place for place, field in enumerate(Field)})
    assert bench.check(file, told).faults == ()
    again = bench.imports.look(bench.file(*ROWS[:1], titles="A; b ;C;d;e;f", name="yarın.csv"))
    assert again.remembered
    assert again.columns == told
    assert not bench.imports.look(bench.file(*ROWS, titles="a;b;c;d;e;g")).remembered
    assert bench.log()[-1].act is Act.SETTING


def test_orders_are_the_accounts_they_are_imported_for(bench: Bench) -> None:
    looked = bench.imports.look(bench.file(*ROWS))
    with pytest.raises(InvalidInput) as refused:
        bench.imports.check(an_esnekpos_account(), looked, looked.columns, Progress())
    assert refused.value.field == "account"


def test_an_order_that_came_in_between_takes_everything_back(bench: Bench) -> None:
    preview = bench.check(bench.file(*ROWS))
    typed = replace(an_order(siparis_id="SP-2"), account_id=bench.account.id)
    Orders(bench.database).save(typed)

    with pytest.raises(InvalidInput) as refused:
        bench.imports.store(preview, Progress())
    assert refused.value.problem is InputProblem.ALREADY_THERE
    assert [order.siparis_id for order in bench.orders()] == ["SP-2"]


def many(count: int) -> list[str]:
    return [
        f"SP-{number};21.11.2026 18:34;0C13D406-873B-403B-9C09-{number:012};Mağaza;10;9"
        for number in range(count)
    ]


class StopsAfter(Progress):
    """A person who presses after so many orders."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._count = count

    def advance(self, rows: int = 1) -> None:
        if self.done + rows >= self._count:
            self.stop()
        super().advance(rows)


def test_an_import_that_is_ended_half_way_leaves_nothing(bench: Bench) -> None:
    preview = bench.check(bench.file(*many(1200)))
    log = bench.log()
    with pytest.raises(Stopped):
        bench.imports.store(preview, StopsAfter(1000))
    assert bench.orders() == []
    assert bench.log() == log

    bench.imports.store(preview, Progress())
    assert len(bench.orders()) == 1200


def test_a_check_that_is_ended_half_way_ends_at_its_row(bench: Bench) -> None:
    looked = bench.imports.look(bench.file(*many(50)))
    progress = StopsAfter(20)
    with pytest.raises(Stopped):
        bench.imports.check(bench.account, looked, looked.columns, progress)
    assert progress.done == 20


def test_a_ledger_that_fails_half_way_keeps_nothing(bench: Bench) -> None:
    with closing(sqlite3.connect(bench.database.path)) as other:
        other.execute(
            "CREATE TRIGGER fails BEFORE INSERT ON orders WHEN new.siparis_id = 'SP-700'"
            " BEGIN SELECT RAISE(ABORT, 'no'); END"
        )
    preview = bench.check(bench.file(*many(900)))
    with pytest.raises(Exception, match="no"):
        bench.imports.store(preview, Progress())
    assert bench.orders() == []


def test_an_order_with_more_sellers_than_any_is_a_slip(bench: Bench) -> None:
    rows = [row.replace(f"SP-{number};", "SP-1;") for number, row in enumerate(many(501))]
    (bad,) = bench.check(bench.file(*rows)).faults
    assert (bad.number, bad.fault) == (502, Fault.TOO_MANY_LINES)


def test_an_order_that_money_was_asked_back_on_stays_as_it_was(shop: Shop) -> None:
    order = shop.an_order("100,00/90,00")
    plan = plan_return(shop.view(order), Everything.ALL_SELLERS, shop.clock.now(), reason="iade")
    shop.desk.reversals.execute(plan, operator=shop.presser)
    line, sold_at = order.lines[0], order.sold_at.isoformat(timespec="seconds")
    same = f"{order.siparis_id};{sold_at};{line.guid};{line.seller};100,00;90,00"

    for row, faults in ((same, []), (same.replace("90,00", "80,00"), [Fault.ORDER_LOCKED])):
        file = shop.folder.parent / "siparisler.csv"
        file.write_text(f"{TITLES}\n{row}\n", encoding="utf-8")
        looked = shop.desk.office().imports.look(file)
        preview = shop.desk.office().imports.check(shop.param, looked, looked.columns, Progress())
        assert [bad.fault for bad in preview.faults] == faults
        assert preview.unchanged == (0 if faults else 1)


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", FileFault.EMPTY),
        (b"\r\n\r\n", FileFault.EMPTY),
        (TITLES.encode(), FileFault.EMPTY),
        (b"a;b\0c", FileFault.NOT_A_TABLE),
        (b"PK\x03\x04 and no more", FileFault.NOT_A_TABLE),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileFault.NOT_A_TABLE),
    ],
)
def test_what_is_no_table_is_said_so(bench: Bench, content: bytes, fault: FileFault) -> None:
    file = bench.folder / "x"
    file.write_bytes(content)
    with pytest.raises(FileTrouble) as refused:
        bench.imports.look(file)
    assert refused.value.fault is fault


def test_a_file_that_is_gone_is_said_so(bench: Bench) -> None:
    with pytest.raises(FileTrouble) as refused:
        bench.imports.look(bench.folder / "yok.csv")
    assert refused.value.fault is FileFault.NOT_THERE


@pytest.mark.parametrize("form", Form)
def test_the_sample_can_be_imported_as_it_is(bench: Bench, form: Form) -> None:
    file = bench.folder / f"örnek.{form.value}"
    bench.imports.write_down(sample("Siparişler", istanbul("21.11.2026 19:00")), file, form=form)
    done = bench.store(file)
    assert (done.orders, done.lines) == (2, 3)


def test_a_package_that_unpacks_to_more_than_fits_is_not_unpacked(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    file: Path = bench.folder / "örnek.xlsx"
    bench.imports.write_down(sample("x", istanbul("21.11.2026 19:00")), file, form=Form.XLSX)
    monkeypatch.setattr("services.tables.xlsx_bounds.MOST_BYTES", file.stat().st_size)
    with pytest.raises(FileTrouble) as refused:
        bench.imports.look(file)
    assert refused.value.fault is FileFault.TOO_LARGE


_KILLED = """
import os, signal, sys
from pathlib import Path
from services.domain.audit import AuditKey
from services.domain.clock import SystemClock
from services.intake.imports import Imports
from services.ledger.accounts import Accounts
from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.intake import OrderIntake
from services.ledger.operators import Register
from services.ledger.settings import SettingsBook
from services.seat import Seat
from services.tables.progress import Progress

class Killed(Progress):
    def advance(self, rows=1):
        super().advance(rows)
        if self.total and self.done >= 1000:
            os.kill(os.getpid(), signal.SIGKILL)

database, clock = Database.open(Path(sys.argv[1])), SystemClock()
trail = Trail(database)
settings = SettingsBook(database, trail)
seat = Seat(register=Register(database, trail), settings=settings, trail=trail, clock=clock, alone="ayşe")
imports = Imports(intake=OrderIntake(database, trail), settings=settings, seat=seat, clock=clock)
looked = imports.look(Path(sys.argv[2]))
preview = imports.check(Accounts(database).all()[0], looked, looked.columns, Progress())
imports.store(preview, Killed())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no SIGKILL")
def test_a_program_that_is_killed_while_it_stores_leaves_nothing(bench: Bench) -> None:
    rows = [row.replace("21.11.2026", "21.11.2020") for row in many(1500)]
    file = bench.file(*rows)
    log = bench.log()
    bench.database.close()
    arguments = [sys.executable, "-c", _KILLED, str(bench.folder / "ledger"), str(file)]
    killed = subprocess.run(arguments, check=False)  # noqa: S603  ourselves
    assert killed.returncode == -signal.SIGKILL

    with Database.open(bench.folder / "ledger") as database:
        assert Orders(database).search("", limit=10) == []
        assert len(Trail(database).newest(limit=100)) == len(log)


def test_a_cell_with_a_page_of_spaces_keeps_nobody_waiting() -> None:
    with pytest.raises(Bad):
        amount_in("1" + " " * 300_000 + "x", DecimalMark.COMMA)
