"""Whatever goes wrong beside a reversal whose end is open, nobody reads that nothing happened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

import gui
from gui.detail import Detail
from gui.doubts.card import DoubtCard
from gui.doubts.ends import read_ends
from gui.doubts.queue import DoubtsPlace
from gui.doubts.settle_dialog import SettleDialog
from gui.errors import explain, explain_look, explain_press
from gui.payment.panel import PaymentPanel
from gui.reversal.journal_list import JournalList
from gui.reversal.outcome_card import OutcomeCard
from gui.reversal.outcome_panel import OutcomePanel
from gui.search.came_of_it import why_not
from gui.search.finder import Failure
from gui.slips.papers import Papers
from gui.tasks import TaskRunner
from gui.today.page import TodayPage
from services.domain.errors import BadReply, InProgress, NotRecorded, Reach, ServiceError, Unreachable
from services.domain.reversal import Confirmation, Intent, IntentState
from services.plans import plan_void
from services.reversals import Executed
from services.simulator.entries import Sale
from services.simulator.faults import Fault, Operation
from tests.gui.intents import an_intent
from tests.gui.slips.conftest import _in_turkish
from tests.gui.test_errors import EVERY
from tests.shop import Shop

__all__ = ["_in_turkish"]

OPEN = [state for state in IntentState if state.is_open]
PROVEN = [error for error in EVERY if isinstance(error, NotRecorded)]
"""These tell the end of the very reversal they are about."""
REST = [error for error in EVERY if error not in PROVEN]

CLAIMS = re.compile(
    r"nothing (new )?(was sent|has happened|happened)|you can try again"
    r"|hiçbir şey (olmadı|gönderilmedi)|yeni bir şey gönderilmedi|yeniden deneyebilirsiniz",
    re.IGNORECASE,
)
"""Words that are true of a question, or of a press that came to nothing."""


@dataclass
class Bench:
    """A shop in which one sale's void has no known end."""

    shop: Shop
    tasks: TaskRunner
    qtbot: QtBot
    sale: Sale
    intent: Intent

    def show(self, widget: QWidget) -> QWidget:
        self.qtbot.addWidget(widget)
        widget.show()
        return widget


@pytest.fixture
def bench(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> Bench:
    sale = shop.a_sale("99,90")
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    (intent,) = shop.void(sale).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    return Bench(shop, tasks, qtbot, sale, intent)


Say = Callable[[ServiceError], None]
Place = Callable[[Bench], tuple[QWidget, Say]]


def _card(bench: Bench) -> tuple[QWidget, Say]:
    (end,) = read_ends(bench.shop.desk).ends
    card = DoubtCard(bench.shop.desk, bench.tasks, end)
    return bench.show(card), card._on_failed


def _queue(bench: Bench) -> tuple[QWidget, Say]:
    place = DoubtsPlace(bench.shop.desk, bench.tasks)
    place.show_ends(read_ends(bench.shop.desk))
    return bench.show(place), place.show_error


def _outcome(bench: Bench) -> tuple[QWidget, Say]:
    card = OutcomeCard(bench.shop.desk, bench.tasks, bench.intent)
    return bench.show(card), card._on_failed


def _nameless(bench: Bench) -> tuple[QWidget, Say]:
    card = OutcomeCard(bench.shop.desk, bench.tasks, bench.intent)
    return bench.show(card), card._on_no_name


def _settling(bench: Bench) -> tuple[QWidget, Say]:
    dialog = SettleDialog(bench.shop.desk, bench.tasks, bench.intent)
    bench.show(dialog)
    bench.qtbot.waitUntil(lambda: dialog.evidence is not None)
    return dialog, dialog._on_failed


def _unread(bench: Bench) -> tuple[QWidget, Say]:
    dialog = SettleDialog(bench.shop.desk, bench.tasks, bench.intent)
    bench.show(dialog)
    bench.qtbot.waitUntil(lambda: dialog.evidence is not None)
    return dialog, dialog._on_unread


def _papers(bench: Bench) -> tuple[QWidget, Say]:
    papers = Papers(bench.shop.desk, bench.tasks)
    papers.show_intent(bench.intent)
    return bench.show(papers), papers._on_error


def _journal(bench: Bench) -> tuple[QWidget, Say]:
    journal = JournalList(bench.tasks)
    return bench.show(journal), journal._on_failed


def _sale(bench: Bench) -> tuple[QWidget, Say]:
    panel = PaymentPanel(bench.tasks)
    panel.set_desk(bench.shop.desk)
    panel.show_view(bench.shop.look(bench.sale))
    bench.show(panel)

    def say(error: ServiceError) -> None:
        panel._on_no_traces(error)
        panel._on_raw_refused(error)
        if not isinstance(error, InProgress):
            panel._show_why_not(error)

    return panel, say


def _asked_again(bench: Bench) -> tuple[QWidget, Say]:
    detail = Detail(bench.shop.desk, bench.tasks)
    view = bench.shop.look(bench.sale)
    detail.show_payment(view)
    bench.show(detail)
    return detail, lambda error: detail._on_unanswered(view, error)


def _opened(bench: Bench) -> tuple[QWidget, Say]:
    detail = Detail(bench.shop.desk, bench.tasks)
    detail.show_payment(bench.shop.look(bench.sale))
    return bench.show(detail), detail._on_error


def _today(bench: Bench) -> tuple[QWidget, Say]:
    page = TodayPage(bench.shop.desk, bench.tasks)
    return bench.show(page), page._on_failed


PLACES: list[Place] = [
    _card, _queue, _outcome, _nameless, _settling, _unread, _papers, _journal, _sale, _asked_again, _opened,
    _today,
]  # fmt: skip


def read(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]
    return "\n".join([*labels, *(edit.toPlainText() for edit in widget.findChildren(QPlainTextEdit))])


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__.strip("_"))
def test_no_place_that_shows_an_open_end_says_that_nothing_happened(bench: Bench, place: Place) -> None:
    widget, say = place(bench)
    for error in REST:
        say(error)
        assert CLAIMS.search(read(widget)) is None, f"{type(error).__name__}: {error}"


@pytest.mark.parametrize("place", [_card, _outcome, _asked_again], ids=["card", "outcome", "asked again"])
def test_a_look_that_failed_says_that_the_end_is_still_unknown(bench: Bench, place: Place) -> None:
    widget, say = place(bench)
    for error in (Unreachable(Reach.TIMEOUT), BadReply("cut short")):
        say(error)
        told = read(widget)
        assert "The outcome is still unknown; do not send it again, and pay nothing by hand." in told
        assert explain(error).sentence in told


def test_lines_that_were_never_sent_beside_an_open_one_claim_nothing_for_it(bench: Bench) -> None:

    plan = plan_void(bench.shop.look(bench.shop.a_sale("1,00")), bench.shop.clock.now())
    panel = OutcomePanel(bench.shop.desk, bench.tasks)
    bench.show(panel)
    for error in REST:
        panel.show_executed(Executed((bench.intent,), stopped_by=error), plan)
        assert CLAIMS.search(panel.text) is None, f"{type(error).__name__}: {error}"


def test_neither_does_a_search_that_could_not_ask_everybody(bench: Bench) -> None:
    for error in REST:
        told = why_not([Failure(bench.shop.esnekpos, error)])
        assert CLAIMS.search(f"{told.sentence}\n{told.next_step}") is None, error


@pytest.mark.parametrize("state", OPEN)
@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_of_an_open_end_no_failed_look_claims_anything(error: ServiceError, state: IntentState) -> None:
    told = explain_look(error, an_intent(state))
    assert CLAIMS.search(f"{told.sentence}\n{told.next_step}") is None
    assert "still unknown" in told.sentence


def test_an_end_that_only_waits_to_be_seen_stays_as_it_was_written_down() -> None:
    done = an_intent(IntentState.DONE, confirmation=Confirmation.PENDING)
    told = explain_look(Unreachable(Reach.CONNECT), done)
    assert "unknown" not in told.sentence
    assert "stays as it is" in told.sentence


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_only_over_a_press_it_is_said_that_nothing_was_sent(error: ServiceError) -> None:
    if not isinstance(error, NotRecorded):
        assert CLAIMS.search(f"{explain(error).sentence}\n{explain(error).next_step}") is None
    pressed = explain_press(error)
    assert pressed.technical == explain(error).technical


def test_a_press_that_came_to_nothing_says_so() -> None:
    told = explain_press(Unreachable(Reach.TIMEOUT))
    assert "Nothing was sent." in told.sentence
    assert told.next_step == "You can try again."
    assert "Nothing new was sent." in explain_press(InProgress(an_intent(OPEN[0]))).sentence


def _calls(name: str) -> Iterator[str]:
    root = Path(gui.__file__).parent
    for file in sorted(root.rglob("*.py")):
        if re.search(rf"\b{name}\(", file.read_text("utf-8")) and file.name != "errors.py":
            yield file.relative_to(root).as_posix()


def test_the_words_of_a_press_are_said_by_the_dialogs_that_press() -> None:
    assert list(_calls("explain_press")) == ["reversal/hindrance.py"]


@pytest.mark.usefixtures("_in_turkish")
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.__name__.strip("_"))
def test_neither_does_one_in_turkish(bench: Bench, place: Place) -> None:
    widget, say = place(bench)
    for error in REST:
        say(error)
        assert CLAIMS.search(read(widget)) is None, f"{type(error).__name__}: {error}"


@pytest.mark.usefixtures("_in_turkish")
def test_a_look_that_failed_is_said_in_the_words_of_the_trade() -> None:
    told = explain_look(Unreachable(Reach.TIMEOUT), an_intent(IntentState.OUTCOME_UNKNOWN))
    assert told.sentence == (
        "Sorguya yanıt alınamadı. Sonuç hâlâ belirsiz; yeniden göndermeyin, elden ödemeyin."
    )
