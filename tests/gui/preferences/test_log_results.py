"""What the log keeps in one language is read in the words of the trade; what is unknown stays as written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from gui.preferences.log_results import result_words
from gui.preferences.log_words import about_what, act_name
from services.domain.audit import Act, Entry
from services.domain.errors import Denied, NotAllowed
from services.domain.operator import Right

LIRA = "\N{NO-BREAK SPACE}TL"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("void 141.90 TRY", f"Void, 141,90{LIRA}"),
        ("refund 1250.00 TRY, approval 3", f"Refund, 1.250,00{LIRA}, approval 3"),
        ("done by query", "done, by a later query"),
        ("unknown by answer", "unknown, by the gateway's answer"),
        (
            "refused by person, agreed by Ayşe: panelde yok [EK-1]",
            "refused, by a person's word, agreed by Ayşe: panelde yok [EK-1]",
        ),
        ("refused by person, alone: x [y]", "refused, by a person's word, alone: x [y]"),
        ("entered with 2 lines, 1027.00 TRY", f"entered: 2 sellers, 1.027,00{LIRA}"),
        ("imported 1 orders with 2 lines, 1250.00 TRY", f"imported: 1 orders, 2 sellers, 1.250,00{LIRA}"),
        ("8 rows as xlsx: iadeler.xlsx", "8 rows, XLSX: iadeler.xlsx"),
        ("answer 26", "answer No. 26"),
        ("print: done,refused, number 2", "printed: done, refused, No. 2"),
        ("left for approval: 99.00 TRY", f"left for approval: 99,00{LIRA}"),
        ("sent, asked by Can", "sent, asked for by Can"),
        (
            "added as cashier, 100.00 TRY in one go, no limit a day",
            f"added, Cashier, 100,00{LIRA} in one go, no limit a day",
        ),
        ("owner, no limit, no limit a day, works here", "Owner, no limit, no limit a day, works here"),
        ("goes on with 1 intents instead of 2", "goes on with 1 reversals instead of 2"),
        ("something newer, 12.50 TRY", f"something newer, 12,50{LIRA}"),
    ],
)
def test_a_sentence_of_the_log_is_read_in_the_words_of_the_screen(written: str, read: str) -> None:
    assert result_words(written) == read


@pytest.mark.parametrize("why", Denied)
def test_every_denial_is_read_with_what_was_denied(why: Denied) -> None:
    assert result_words(str(NotAllowed(why, right="export"))).endswith(": export")
    assert result_words(why.value)


@pytest.mark.parametrize(
    ("act", "written", "read"),
    [
        (Act.EXPORT, "#8 support file", "#8, support file"),
        (Act.EXPORT, "2026-11-22 a4-tr", "22.11.2026, A4 TR"),
        (Act.DAY_END, "2026-11-22", "22.11.2026"),
        (Act.SETTING, "shop", "the shop"),
        (Act.KEY, "segment 2", "part 2"),
        (Act.RAW, "0.54251300 1595848596|93", "0.54251300 1595848596|93"),
    ],
)
def test_what_a_row_is_about_is_read_as_on_the_screen(act: Act, written: str, read: str) -> None:
    row = Entry(at=datetime(2026, 11, 22, tzinfo=UTC), who="Can", act=act, subject=written, result="ok")
    assert about_what(row) == read


def test_a_denied_right_is_called_by_its_name() -> None:
    row = Entry(
        at=datetime(2026, 11, 22, tzinfo=UTC),
        who="Can",
        act=Act.DENIED,
        subject=Right.EXPORT.value,
        result="",
    )
    assert about_what(row) == "Take data out of the program"


def test_every_act_has_a_name_of_its_own() -> None:
    names = [act_name(act) for act in Act]
    assert len(set(names)) == len(names)
    assert not {act.value for act in (Act.SLIP, Act.DAY_END, Act.PETITION)} & set(names)


@pytest.mark.parametrize("strange", ["", "void", "answer", "{0}", "added as king, no limit, no limit a day"])
def test_what_is_not_known_stays_as_it_was_written(strange: str) -> None:
    assert result_words(strange) == strange
