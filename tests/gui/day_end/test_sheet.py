"""What stands on a day's sheet: every sum, what is not known by name, and never one as the other."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gui.day_end.sheet import sheet_blocks, sheet_title
from gui.day_end.writing import laid_sheet, previewed
from gui.paper.blocks import Line, Paper, Stamp
from gui.paper.pdf import pdf_of
from gui.paper.tongue import Tongue
from services.domain.account import Environment, GatewayName
from services.domain.day_sheet import Closing, DaySheet, Fate, OpenLine, SheetLine, Subject
from services.domain.money import Money
from services.domain.reversal import Verb
from tests.gui.paper.reading import pages_of, words_of

FRIDAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def a_subject(
    kurus: int = 25_000,
    *,
    reference: str = "R-1",
    verb: Verb = Verb.VOID,
    environment: Environment = Environment.LIVE,
    belongs_to: date = FRIDAY,
    approver: str = "",
) -> Subject:
    return Subject(
        intent=1,
        gateway=GatewayName.ESNEKPOS,
        environment=environment,
        account="Merkez",
        merchant="M1",
        reference=reference,
        line="",
        verb=verb,
        amount=Money(kurus),
        reason="vazgeçti",
        operator="Ayşe",
        approver=approver,
        belongs_to=belongs_to,
    )


def a_line(subject: Subject, fate: Fate = Fate.DONE) -> SheetLine:
    return SheetLine(subject=subject, fate=fate, at=NOON, code="", said_by="")


def a_sheet(*lines: SheetLine, left: tuple[OpenLine, ...] = (), closing: Closing | None = None) -> DaySheet:
    return DaySheet(day=FRIDAY, made_at=NOON, lines=lines, open=left, closing=closing)


A_CLOSING = Closing(number=7, at=NOON, by="Fatma", code="12-ABCD-EFGH", last_event=9)


def read(sheet: DaySheet, *, paper: Paper = Paper.A4, language: str = "tr") -> str:
    """Put it on paper, and read the paper."""
    tongue = Tongue(language)
    return words_of(pdf_of(laid_sheet(sheet, paper, tongue), title=sheet_title(sheet, tongue), at=NOON))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("tr", ["yalnız burada", "Gün sonu 20.11.2026", "İptaller", "İadeler", "Merkez", "Ayşe"]),
        ("en", ["covers what was voided", "Day end 20.11.2026", "Voids", "Refunds", "Merkez", "Ayşe"]),
    ],
)
def test_the_sums_stand_on_either_paper_in_either_language(
    paper: Paper, language: str, said: list[str]
) -> None:
    sheet = a_sheet(a_line(a_subject(125_000)), a_line(a_subject(4_050, verb=Verb.REFUND)))
    words = read(sheet, paper=paper, language=language)
    for one in [*said, "1.250,00 TL", "40,50 TL", "1.290,50 TL"]:
        assert one in words


def test_the_first_line_says_what_the_sheet_covers() -> None:
    first = sheet_blocks(a_sheet(), Paper.A4, Tongue("en"))[0]
    assert isinstance(first, Line)
    assert "here, with this program" in first.text


def test_one_that_is_not_closed_says_so_and_one_that_is_has_its_number_and_code() -> None:
    assert "KAPATILMADI" in read(a_sheet())
    closed = read(a_sheet(closing=A_CLOSING))
    assert "KAPATILMADI" not in closed
    for said in ("No. 7", "Fatma", "12-ABCD-EFGH", "20.11.2026 12:00:00"):
        assert said in closed


def test_what_is_unknown_is_named_and_in_no_sum() -> None:
    unknown = OpenLine(subject=a_subject(99_900, reference="R-9"), since=NOON, awaits_confirmation=False)
    words = read(a_sheet(a_line(a_subject(10_000)), left=(unknown,)))
    assert "R-9" in words
    assert words.count("999,00 TL") == 1
    assert "sonucu bilinmeyen" in words.casefold()


def test_what_awaits_confirmation_is_told_apart_from_what_is_unknown() -> None:
    awaited = OpenLine(subject=a_subject(reference="R-8"), since=NOON, awaits_confirmation=True)
    words = read(a_sheet(a_line(a_subject(reference="R-8")), left=(awaited,)))
    assert "henüz göstermediği" in words
    assert "bilinmeyen" not in words.casefold()


def test_a_late_one_names_the_day_it_belongs_to() -> None:
    words = read(a_sheet(a_line(a_subject(belongs_to=date(2026, 11, 18)))))
    assert "18.11.2026" in words
    assert "18.11.2026" not in read(a_sheet(a_line(a_subject())))


def test_what_is_not_certain_any_more_is_taken_off_with_a_minus() -> None:
    words = read(a_sheet(a_line(a_subject(10_000)), a_line(a_subject(10_000), Fate.IN_DOUBT)))
    assert "−100,00 TL" in words
    assert "0,00 TL" in words


def test_refused_ones_stand_in_brackets_and_in_no_sum() -> None:
    words = read(a_sheet(a_line(a_subject(7_500), Fate.REFUSED)))
    assert "(75,00 TL)" in words
    assert "Reddedildi" in words


def test_test_money_is_never_added_to_real_money() -> None:
    sheet = a_sheet(
        a_line(a_subject(10_000)), a_line(a_subject(20_000, environment=Environment.TEST, reference="T"))
    )
    stamps = [one.text for one in sheet_blocks(sheet, Paper.A4, Tongue("tr")) if isinstance(one, Stamp)]
    assert any("TEST" in text for text in stamps)
    assert "300,00 TL" not in read(sheet)


def test_what_others_have_typed_is_made_plain() -> None:
    words = read(a_sheet(a_line(a_subject(reference="R\u202e<b>1</b>\x07"))))
    assert "R<b>1</b>" in words


def test_a_long_day_goes_over_pages_and_a_roll_has_one() -> None:
    sheet = a_sheet(*(a_line(a_subject(reference=f"R-{number}")) for number in range(120)))
    tongue = Tongue("tr")
    made = {paper: pages_of(pdf_of(laid_sheet(sheet, paper, tongue), title="x", at=NOON)) for paper in Paper}
    assert len(made[Paper.A4]) > 1
    assert set(made[Paper.A4]) == {(210, 297)}
    assert [width for width, _ in made[Paper.ROLL_80]] == [80]


def test_the_same_sheet_makes_the_same_bytes() -> None:
    sheet, tongue = a_sheet(a_line(a_subject()), closing=A_CLOSING), Tongue("tr")
    one, two = (pdf_of(laid_sheet(sheet, Paper.A4, tongue), title="x", at=NOON) for _ in range(2))
    assert one == two


def test_the_window_shows_the_beginning_of_a_long_day_and_says_how_much_follows() -> None:
    sheet = a_sheet(*(a_line(a_subject(reference=f"R-{number:03}")) for number in range(300)))
    shown = previewed(sheet, Paper.A4, Tongue("tr")).text
    assert "R-000" in shown
    assert "R-299" not in shown
    assert "240" in shown
    assert "R-299" in laid_sheet(sheet, Paper.A4, Tongue("tr")).text


def test_a_short_day_is_shown_whole() -> None:
    sheet = a_sheet(*(a_line(a_subject(reference=f"R-{number}")) for number in range(20)))
    tongue = Tongue("tr")
    assert previewed(sheet, Paper.A4, tongue).text == laid_sheet(sheet, Paper.A4, tongue).text


def test_a_roll_breaks_no_date() -> None:
    unknown = OpenLine(subject=a_subject(reference="R-9"), since=NOON, awaits_confirmation=False)
    assert "20.11.2026 12:00" in read(a_sheet(left=(unknown,)), paper=Paper.ROLL_80)


def test_what_nobody_had_to_approve_is_called_so_beside_what_somebody_did() -> None:
    words = read(a_sheet(a_line(a_subject(approver="Deniz")), a_line(a_subject())))
    assert "Deniz" in words
    assert "Onay gerekmeyenler" in words
