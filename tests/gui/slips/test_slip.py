"""What stands on a slip, read back from its PDF: both languages, both papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from gui.paper.blocks import Paper
from gui.paper.pdf import pdf_of
from gui.paper.tongue import Tongue
from gui.slips.dialog import laid_slip
from gui.slips.slip import slip_title
from services.domain.account import Environment, GatewayName
from services.domain.paper import Slip, SlipLine
from services.domain.reversal import Confirmation, IntentState, Verb
from services.domain.reversal import Testimony as Said  # a class named Test... is taken for one
from tests.builders import GUIDS, lira
from tests.gui.paper.reading import words_of

AT = datetime(2026, 11, 21, 18, 34, 9, tzinfo=UTC)


def a_line(
    amount: str = "1250,00",
    state: IntentState = IntentState.DONE,
    *,
    seller: str = "",
    confirmation: Confirmation | None = None,
    said: Said | None = None,
) -> SlipLine:
    return SlipLine(
        intent=12,
        seller=seller,
        guid=GUIDS[0] if seller else "",
        all_sellers=False,
        amount=lira(amount),
        state=state,
        confirmation=confirmation,
        at=AT + timedelta(seconds=3),
        testimony=said,
    )


def a_slip(*lines: SlipLine) -> Slip:
    """Void of an EsnekPOS sale, live, unless told otherwise."""
    return Slip(
        shop="Iğdır Şubesi",
        gateway=GatewayName.ESNEKPOS,
        environment=Environment.LIVE,
        merchant="TEST1234",
        reference="0.54251300 1595848596|93",
        verb=Verb.VOID,
        card="540667******1234",
        lines=lines or (a_line(confirmation=Confirmation.SEEN),),
        reason="Müşteri vazgeçti",
        operator="Ayşe Işık",
        approver="Fatma Öz",
        asked_at=AT,
        printed_at=AT + timedelta(minutes=1),
        copy=0,
        code="42-7K3Q-9ZPT",
    )


def read(slip: Slip, paper: Paper = Paper.ROLL_80, language: str = "tr") -> str:
    tongue = Tongue(language)
    return words_of(
        pdf_of(laid_slip(slip, paper, tongue), title=slip_title(slip, tongue), at=slip.printed_at)
    )


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("tr", ("İptal fişi", "İptal edildi", "bin iki yüz elli lira", "Gerekçe", "Onaylayan", "imza")),
        ("en", ("Void slip", "Voided", "one thousand, two hundred and fifty lira", "Reason", "Approved by")),
    ],
)
def test_everything_that_was_done_can_be_read(paper: Paper, language: str, words: tuple[str, ...]) -> None:
    text = read(a_slip(), paper, language)

    for word in (
        *words,
        "Iğdır Şubesi",
        "1.250,00 TL",
        "0.54251300 1595848596|93",
        "540667******1234",
        "EsnekPOS · TEST1234",
        "Müşteri vazgeçti",
        "Ayşe Işık",
        "Fatma Öz",
        "21.11.2026 21:34:09",
        "21.11.2026 21:34:12",
        "21.11.2026 21:35:09",
        "42-7K3Q-9ZPT",
        "#12",
    ):
        assert word in text


@pytest.mark.parametrize("paper", Paper)
def test_the_first_is_no_copy_and_those_after_it_say_which(paper: Paper) -> None:
    texts = [read(replace(a_slip(), copy=copy), paper) for copy in range(3)]

    assert "KOPYA" not in texts[0]
    assert "KOPYA 1" in texts[1]
    assert "KOPYA 2" in texts[2]
    assert "COPY 2" in read(replace(a_slip(), copy=2), paper, "en")


_DONE_WORDS = {
    "tr": ("İptal edildi", "İade edildi", "İptal fişi", "İade fişi"),
    "en": ("Voided", "Refunded", "Void slip", "Refund slip"),
}


@pytest.mark.parametrize("verb", Verb)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize(("language", "pending"), [("tr", "SONUÇ BEKLENİYOR"), ("en", "RESULT PENDING")])
def test_an_unknown_outcome_is_never_called_done(
    paper: Paper, language: str, pending: str, verb: Verb
) -> None:
    text = read(replace(a_slip(a_line(state=IntentState.OUTCOME_UNKNOWN)), verb=verb), paper, language)

    assert pending in text
    assert "1.250,00 TL" in text
    for word in _DONE_WORDS[language]:
        assert word not in text


def test_a_list_with_an_unknown_one_says_so_first_and_adds_nothing_up_that_is_not_certain() -> None:
    lines = (
        a_line("30,00", seller="Işık Ayakkabı"),
        a_line("149,90", IntentState.OUTCOME_UNKNOWN, seller="Şapkacı Çiğdem"),
    )
    text = read(replace(a_slip(*lines), gateway=GatewayName.PARAM, verb=Verb.REFUND), Paper.A4)

    assert text.index("SONUÇ BEKLENİYOR") < text.index("149,90 TL") < text.index("30,00 TL")
    assert "yüz kırk dokuz lira doksan kuruş" in text
    assert "otuz lira" in text
    assert "179,90" not in text
    assert "Işık Ayakkabı" in text
    assert GUIDS[0] in text


@pytest.mark.parametrize("paper", Paper)
def test_what_awaits_confirmation_says_so(paper: Paper) -> None:
    text = read(a_slip(a_line(confirmation=Confirmation.PENDING)), paper)

    assert "İptal edildi, teyit bekleniyor" in text


def test_a_refusal_is_a_refusal_and_its_amount_is_not_put_into_words() -> None:
    text = read(a_slip(a_line(state=IntentState.REFUSED)))

    assert "reddedildi" in text.lower()
    assert "para iade edilmedi" in text
    assert "bin iki yüz elli" not in text
    for word in _DONE_WORDS["tr"]:
        assert word not in text


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (Environment.DEMO, "DEMO: GERÇEK PARA DEĞİL"),
        (Environment.TEST, "TEST: GERÇEK PARA DEĞİL"),
    ],
)
@pytest.mark.parametrize("paper", Paper)
def test_what_is_not_real_money_says_so(paper: Paper, where: Environment, words: str) -> None:
    assert words in read(replace(a_slip(), environment=where), paper)
    assert "GERÇEK" not in read(a_slip(), paper)


def test_who_said_how_it_ended_is_named() -> None:
    said = Said(person="Ayşe Işık", reason="panelde var", reference="PNL-7", approver="Can Ünal")

    assert "Ayşe Işık / Can Ünal" in read(a_slip(a_line(said=said)))


def test_names_that_others_chose_play_no_tricks() -> None:
    text = read(replace(a_slip(), shop="Merkez\N{RIGHT-TO-LEFT OVERRIDE}\nLT 00,1", reason="<b>x</b>"))

    assert "Merkez LT 00,1" in text
    assert "<b>x</b>" in text
