"""The window looks by itself when a look is due, and at once when somebody hints."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gui.doubts.ends import NextStep, OpenEnds
from gui.tasks import TaskRunner
from gui.watching import Watching
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.domain.operator import Role
from services.domain.reversal import IntentState
from services.domain.settings import Settings as ShopSettings
from services.resolver import Resolver
from services.simulator.entries import Sale
from services.simulator.faults import Fault, Operation
from tests.shop import Shop


class Seen:
    """What a watching has told."""

    def __init__(self, watching: Watching) -> None:
        self.watching = watching
        self.ends: list[OpenEnds] = []
        watching.read.connect(self.ends.append)


@pytest.fixture
def seen(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> Seen:
    """A watching that has read once."""
    made = Seen(Watching(shop.desk, tasks))
    with qtbot.waitSignal(made.watching.read):
        made.watching.refresh()
    return made


def a_lost_answer(shop: Shop) -> Sale:
    """Void a sale: booked there, and its answer lost; the look right after fails as well."""
    sale = shop.a_sale("250,00")
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    for fault in (
        Fault.NOT_YET_VISIBLE,
        Fault.NOT_YET_VISIBLE,
        Fault.HTTP_500,
    ):  # the looks before, and after
        shop.simulator.faults.next(fault, operation=Operation.ASK)
    (intent,) = shop.void(sale).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    return sale


def test_where_everything_is_known_nothing_is_planned(seen: Seen) -> None:
    assert seen.ends == [OpenEnds()]
    assert seen.watching.next_wake is None


def test_what_is_due_is_looked_at_and_told(shop: Shop, seen: Seen, qtbot: QtBot) -> None:
    a_lost_answer(shop)
    with qtbot.waitSignal(seen.watching.read):
        seen.watching.refresh()
    assert (seen.ends[-1].unknown, seen.ends[-1].ends[0].step) == (1, NextStep.LOOK)
    assert seen.ends[-1].next_look == seen.watching.next_wake == shop.clock.now() + timedelta(seconds=5)

    shop.clock.advance(timedelta(seconds=6))
    with qtbot.waitSignal(seen.watching.found) as found:
        seen.watching.refresh()

    assert [intent.state for intent in found.args[0]] == [IntentState.DONE]
    qtbot.waitUntil(lambda: seen.ends[-1] == OpenEnds())


def test_a_hint_on_another_thread_wakes_it(shop: Shop, seen: Seen, qtbot: QtBot) -> None:
    sale = a_lost_answer(shop)
    shop.clock.advance(timedelta(seconds=6))

    hinting = threading.Thread(target=shop.desk.watcher.hint, args=(sale.reference,))
    with qtbot.waitSignal(seen.watching.found) as found:
        hinting.start()

    hinting.join()
    assert [intent.state for intent in found.args[0]] == [IntentState.DONE]


def test_many_wishes_at_once_are_one_reading_more(shop: Shop, seen: Seen, qtbot: QtBot) -> None:
    a_lost_answer(shop)
    before = len(seen.ends)

    for _ in range(20):
        seen.watching.refresh()

    qtbot.waitUntil(lambda: len(seen.ends) == before + 2)


def test_a_ledger_that_cannot_be_read_is_told_and_read_again(
    shop: Shop, seen: Seen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = LedgerUnavailable(shop.folder, LedgerFault.DISK_FULL)

    def fails(_resolver: Resolver) -> None:
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(Resolver, "open_ends", fails)
        with qtbot.waitSignal(seen.watching.failed) as failed:
            seen.watching.refresh()
    assert failed.args == [error]

    with qtbot.waitSignal(seen.watching.read):
        seen.watching.refresh()


def test_while_nobody_is_signed_in_it_is_looked_at_and_shown_to_nobody(
    shop: Shop, seen: Seen, qtbot: QtBot
) -> None:
    a_lost_answer(shop)
    shop.desk.operators.add("Fatma", Role.OWNER, "471199")
    shop.desk.operators.change_settings(ShopSettings(pins=True))
    shop.clock.advance(timedelta(seconds=6))
    before = list(seen.ends)

    with qtbot.waitSignal(seen.watching.found) as found:
        seen.watching.refresh()

    assert [intent.state for intent in found.args[0]] == [IntentState.DONE]
    assert seen.ends == before


def test_when_no_call_is_taken_any_more_none_is_made(shop: Shop, seen: Seen, tasks: TaskRunner) -> None:
    a_lost_answer(shop)
    tasks.close()
    seen.watching.refresh()
    assert seen.ends == [OpenEnds()]


def test_at_param_a_person_settles_it(shop: Shop, seen: Seen, qtbot: QtBot) -> None:
    order = shop.an_order("100,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE, booked=True)
    shop.give_back(order, (0, "100,00", "0,00"))

    with qtbot.waitSignal(seen.watching.read):
        seen.watching.refresh()

    (end,) = seen.ends[-1].ends
    assert (end.step, end.next_look, seen.watching.next_wake) == (NextStep.SETTLE, None, None)
    assert end.account == shop.param


def test_what_is_done_and_not_shown_yet_is_counted_apart(shop: Shop, seen: Seen, qtbot: QtBot) -> None:
    shop.simulator.faults.always(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    shop.void(shop.a_sale("250,00"))

    with qtbot.waitSignal(seen.watching.read):
        seen.watching.refresh()

    ends = seen.ends[-1]
    assert (ends.unknown, ends.awaiting, ends.ends[0].is_unknown) == (0, 1, False)
