"""The queue of what has no certain end: one next step each, and a good word when it is empty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gui.doubts.ends import NextStep, read_ends
from gui.doubts.queue import DoubtsPlace
from gui.doubts.words import look_time
from gui.tasks import TaskRunner
from gui.wording import age
from services.domain.reversal import IntentState
from services.simulator.faults import Fault, Operation
from tests.shop import NOON, Shop

ReadAgain = Callable[[], None]


@pytest.fixture
def place(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> DoubtsPlace:
    """One unknown at EsnekPOS, then one unknown at Param."""
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    shop.void(shop.a_sale("99,90"))
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE, booked=True)
    shop.give_back(shop.an_order("100,00"), (0, "100,00", "0,00"))
    made = DoubtsPlace(shop.desk, tasks)
    qtbot.addWidget(made)
    made.show_ends(read_ends(shop.desk))
    made.resize(1100, 600)
    made.show()
    return made


def test_an_empty_queue_is_a_good_sign(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> None:
    place = DoubtsPlace(shop.desk, tasks)
    qtbot.addWidget(place)
    place.show_ends(read_ends(shop.desk))
    place.show()
    assert place.blank.isVisible()
    assert "Every ending is known" in place.text


def test_each_has_its_one_next_step(place: DoubtsPlace) -> None:
    at_esnekpos, at_param = place.cards
    assert "2 unknown" in place.text
    assert (at_esnekpos.end.step, at_param.end.step) == (NextStep.LOOK, NextStep.SETTLE)
    assert at_esnekpos.look.isVisible()
    assert at_esnekpos.look.property("kind") is None
    assert not at_param.look.isVisible()
    assert at_param.settle.property("kind") is None
    assert at_param.settle.isVisible()
    assert "99,90" in at_esnekpos.text
    assert "12:00:05" in at_esnekpos.text
    assert "no query" in at_param.text


def test_a_look_that_finds_nothing_says_so_and_stays_said(
    shop: Shop, place: DoubtsPlace, qtbot: QtBot
) -> None:
    card = place.cards[0]
    with qtbot.waitSignal(place.looked):
        card.look.click()

    place.show_ends(read_ends(shop.desk))

    assert place.cards[0] is card
    assert "nothing new" in card.text
    assert card.look.isEnabled()


def test_a_look_that_fails_says_why(shop: Shop, place: DoubtsPlace, qtbot: QtBot) -> None:
    shop.simulator.faults.next(Fault.HTTP_500, operation=Operation.ASK)
    with qtbot.waitSignal(place.looked) as looked:
        place.cards[0].look.click()
    assert looked.args[0].state is IntentState.OUTCOME_UNKNOWN
    assert "nothing new" not in place.cards[0].text
    assert place.cards[0].look.isEnabled()


def test_what_was_settled_leaves_the_queue(shop: Shop, place: DoubtsPlace) -> None:
    ends = read_ends(shop.desk)
    rest = type(ends)(ends.ends[1:])

    place.show_ends(rest)

    assert [card.end.intent for card in place.cards] == [rest.ends[0].intent]
    assert "1 unknown" in place.text


def test_a_card_leads_to_its_reversal_and_to_the_evidence(place: DoubtsPlace, qtbot: QtBot) -> None:
    card = place.cards[1]
    with qtbot.waitSignal(place.intent_wanted) as shown:
        card.details.click()
    with qtbot.waitSignal(place.settle_wanted) as settled:
        card.settle.click()
    assert shown.args == settled.args == [card.end.intent]


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=-5), "less than a minute"),
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(minutes=1), "1 min"),
        (timedelta(minutes=59, seconds=59), "59 min"),
        (timedelta(hours=23, minutes=59), "23 h"),
        (timedelta(days=9), "9 d"),
    ],
)
def test_an_age_is_said_roughly(passed: timedelta, said: str) -> None:
    assert age(passed).startswith(said)


def test_a_look_on_another_day_is_said_with_its_day() -> None:
    assert look_time(NOON + timedelta(seconds=5), NOON) == "12:00:05"
    assert look_time(NOON + timedelta(hours=13), NOON) == "21.11.2026 01:00"
