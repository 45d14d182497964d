"""Paper shows what it was given, in letters that can be found again."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from gui.paper.blocks import (
    Block,
    Gap,
    Grid,
    Heading,
    Line,
    Pairs,
    Paper,
    Rule,
    Signatures,
    Size,
    Stamp,
    with_texts,
)
from gui.paper.layout import Laid, lay_out
from gui.paper.pdf import pdf_of
from tests.gui.paper.reading import pages_of, words_of

AT = datetime(2026, 11, 21, 18, 34, tzinfo=UTC)

LETTERS = "Iğdır Şişli Çöğür ÜÇ ığüşöç 0123456789 1.250,00\N{NO-BREAK SPACE}TL 18:34:09; 3-D ₺ − —"

BLOCKS: tuple[Block, ...] = (
    Heading("Merkez"),
    Stamp("DEMO"),
    Heading("1.250,00\N{NO-BREAK SPACE}TL", Size.HUGE),
    Line(LETTERS),
    Gap(),
    Rule(),
    Pairs((("Referans", "0.54251300 1595848596|93"), ("Kart", ""))),
    Grid(head=("Mağaza", "Tutar"), rows=(("Şapkacı", "9,90"),), widths=(70, 30), numbers=frozenset({1})),
    Signatures(("Müşteri", "Yetkili")),
)


def a_pdf(*blocks: Block, paper: Paper = Paper.A4, foot: str = "") -> bytes:
    return pdf_of(lay_out(blocks, paper, foot=foot), title="Deneme", at=AT)


def painted(laid: Laid, page: int = 0) -> QImage:
    image = QImage(laid.size.toSize(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    laid.paint(painter, page)
    painter.end()
    return image


def ink(image: QImage) -> int:
    """Count the dark dots."""
    return sum(
        QColor(image.pixel(x, y)).lightness() < 128
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.mark.parametrize("size", Size)
def test_every_letter_of_a_turkish_till_is_found_again(size: Size) -> None:
    assert words_of(a_pdf(Line(LETTERS, size), paper=Paper.ROLL_80)) == " ".join(LETTERS.split())


@pytest.mark.parametrize("paper", Paper)
def test_all_that_was_given_stands_there(paper: Paper) -> None:
    words = words_of(a_pdf(*BLOCKS, paper=paper))

    for text in ("Merkez", "DEMO", "1.250,00 TL", "0.54251300 1595848596|93", "Şapkacı 9,90", "Yetkili"):
        assert text in words


def test_a_pair_without_a_value_is_left_out() -> None:
    assert "Kart" not in words_of(a_pdf(*BLOCKS))


def test_a_sheet_is_a4_and_a_roll_is_as_long_as_it_needs_to_be() -> None:
    short, long = (a_pdf(*[Line("satır")] * lines, paper=Paper.ROLL_80) for lines in (5, 50))

    assert pages_of(a_pdf(*BLOCKS)) == [(210, 297)]
    ((width, height),), ((_, more),) = pages_of(short), pages_of(long)
    assert width == 80
    assert height < 60 < more


def test_a_long_table_goes_on_with_its_head_and_says_which_page_it_is() -> None:
    rows = tuple((f"Mağaza {number}", "1,00") for number in range(120))
    pdf = a_pdf(Grid(head=("Satıcı", "Tutar"), rows=rows, widths=(1, 1)), foot="Merkez 42-7K3Q-9ZPT")

    words, pages = words_of(pdf), len(pages_of(pdf))
    assert pages > 1
    assert words.count("Satıcı") == pages
    assert words.count("Merkez 42-7K3Q-9ZPT") == pages
    assert f"{pages} / {pages}" in words
    assert [words.count(f"Mağaza {number} ") for number in range(120)] == [1] * 120


def test_the_same_paper_of_the_same_time_is_the_same_file() -> None:
    assert a_pdf(*BLOCKS) == a_pdf(*BLOCKS)
    assert a_pdf(*BLOCKS) != a_pdf(*BLOCKS[:-1])


def test_nothing_in_a_text_is_markup() -> None:
    assert "<b>Merkez</b> &amp;" in words_of(a_pdf(Line("<b>Merkez</b> &amp;")))


def test_it_is_made_on_a_worker_as_on_any_thread() -> None:
    with ThreadPoolExecutor(2) as workers:
        made = [workers.submit(a_pdf, *BLOCKS) for _ in range(8)]

    assert {future.result() for future in made} == {a_pdf(*BLOCKS)}


def test_it_is_black_on_white_in_a_dark_window() -> None:
    laid = lay_out([Heading("Merkez", Size.HUGE), Line("yüz lira")], Paper.ROLL_80)

    image = painted(laid)

    assert QColor(image.pixel(2, 2)).lightness() == 255
    assert ink(image) > 100


def test_nothing_reaches_over_the_edge() -> None:
    token = "X" * 120
    image = painted(lay_out([Line(token), Stamp(token), Pairs(((token[:20], token),))], Paper.ROLL_80))

    edge = image.copy(image.width() - 6, 0, 6, image.height())
    assert ink(image) > 100
    assert ink(edge) == 0


def test_texts_can_be_changed_wherever_they_stand() -> None:
    changed = words_of(a_pdf(*with_texts(BLOCKS, lambda text: "x" * len(text))))

    assert set(changed) == {"x", " ", "1", "/"}
