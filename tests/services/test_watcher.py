"""What has no certain end is looked at again and again, and nothing else ends it."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

import pytest

from services import compose
from services.domain.account import Account, Secrets
from services.domain.reversal import Confirmation, Intent, IntentState
from services.gateways.base import Queried
from services.gateways.esnekpos import EsnekPos
from services.ledger.database import Database
from services.looks import Looked
from services.simulator.entries import Sale
from services.simulator.faults import Fault, Operation
from services.watcher import AT_LAST, HINTS, PAUSES, Hint, next_look
from tests.shop import NOON, Shop


def unknown(shop: Shop, sale: Sale | None = None, fault: Fault = Fault.ANSWER_LOST_BEFORE_BOOKING) -> Intent:
    """Void a sale so that its outcome is unknown, and no look since could tell."""
    sale = sale or shop.a_sale()
    shop.look(sale)
    shop.simulator.faults.next(fault, operation=Operation.MOVE)
    shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    shop.simulator.faults.next(Fault.HTTP_500, operation=Operation.ASK)
    (intent,) = shop.void(sale).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    shop.simulator.faults.clear()
    return intent


def queries(shop: Shop, intent: Intent) -> int:
    return shop.book.queries_for(intent.draft.order.reference)


def look_due(shop: Shop) -> list[Intent]:
    return shop.desk.watcher.look_due(shop.clock.now())


def next_due(shop: Shop) -> datetime | None:
    return shop.desk.watcher.next_due(shop.clock.now())


def after(seconds: float) -> datetime:
    return NOON + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("times", "pause"),
    [(1, 5), (2, 15), (3, 60), (4, 300), (5, 900), (6, 3600), (7, 3600), (8760, 3600)],
)
def test_the_pauses_grow_to_an_hour_and_never_end(times: int, pause: int) -> None:
    assert next_look(Looked(times, NOON, NOON), None, NOON) == after(pause)


def test_a_pause_begins_when_the_look_has_ended() -> None:
    assert next_look(Looked(1, NOON, after(40)), None, after(40)) == after(45)


def test_what_was_never_looked_at_is_due_at_once() -> None:
    assert next_look(None, None, NOON) <= NOON


def test_a_look_in_the_future_was_counted_by_a_clock_that_was_set_back() -> None:
    assert next_look(Looked(6, after(9), after(9)), None, NOON) <= NOON


@pytest.mark.parametrize(
    ("hinted", "due"),
    [
        (600.0, 600.0),  # at once
        (3.0, 5.0),  # but not on the heels of the last look
        (0.0, 5.0),  # in the very moment it began: what it saw may be older
        (-1.0, 3600.0),  # the last look was later, and knew it all
    ],
)
def test_a_hint_brings_the_next_look_forward(hinted: float, due: float) -> None:
    assert next_look(Looked(6, NOON, NOON), after(hinted), after(600)) == after(due)


def test_a_hint_never_puts_a_look_off() -> None:
    assert next_look(Looked(1, NOON, NOON), after(600), after(600)) == after(5)


def test_an_unknown_outcome_is_looked_at_on_the_hour_for_days_and_stays_unknown(shop: Shop) -> None:
    intent = unknown(shop)
    before = queries(shop, intent)
    for pause in (*PAUSES, AT_LAST, AT_LAST, AT_LAST):
        due = next_due(shop)
        assert due == shop.clock.now() + pause
        shop.clock.move_to(due - timedelta(microseconds=1))
        assert shop.desk.watcher.due(shop.clock.now()) == []
        shop.clock.move_to(due)
        assert look_due(shop) == []

    assert queries(shop, intent) == before + len(PAUSES) + 3
    assert shop.desk.resolver.open_ends() == [intent]
    assert shop.book.requests_for(intent.draft.order.reference) == 1


def test_the_look_that_finds_it_says_so_and_ends_the_watch(shop: Shop) -> None:
    intent = unknown(shop, fault=Fault.ANSWER_LOST_AFTER_BOOKING)
    shop.clock.advance(PAUSES[0])

    (done,) = look_due(shop)

    assert (done.id, done.state) == (intent.id, IntentState.DONE)
    assert next_due(shop) is None
    assert shop.desk.resolver.open_ends() == []


def test_after_a_restart_it_is_looked_at_at_once(shop: Shop) -> None:
    intent = unknown(shop)
    before = queries(shop, intent)
    shop.restart()

    assert next_due(shop) == shop.clock.now()
    look_due(shop)

    assert queries(shop, intent) == before + 1
    assert next_due(shop) == shop.clock.now() + PAUSES[0]


def test_a_done_one_that_is_not_shown_yet_is_watched_the_same_way(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.look(sale)
    for _ in range(3):
        shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
    (done,) = shop.void(sale).intents
    assert done.settled is not None
    assert done.settled.confirmation is Confirmation.PENDING
    shop.simulator.faults.clear()

    shop.clock.advance(PAUSES[0])
    (seen,) = look_due(shop)

    assert seen.settled is not None
    assert seen.settled.confirmation is Confirmation.SEEN
    assert next_due(shop) is None


@pytest.mark.parametrize("fault", [Fault.HTTP_500, Fault.TRUNCATED, Fault.NULL, Fault.ANOTHER_REFERENCE])
def test_a_look_that_fails_changes_nothing_and_is_followed_by_the_next(shop: Shop, fault: Fault) -> None:
    intent = unknown(shop)
    shop.a_sale("1,00")
    shop.clock.advance(PAUSES[0])
    shop.simulator.faults.next(fault, operation=Operation.ASK)

    assert look_due(shop) == []

    assert shop.desk.resolver.open_ends() == [intent]
    assert next_due(shop) == shop.clock.now() + PAUSES[1]


def test_an_account_that_cannot_be_reached_is_asked_once_a_round(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(4):
        unknown(shop)
    shop.clock.advance(PAUSES[0])
    shop.simulator.faults.always(Fault.REFUSED_CONNECTION)
    asked: list[str] = []
    query = EsnekPos.query

    def counted(
        gateway: EsnekPos, account: Account, secrets: Secrets, reference: str, *, fresh: bool
    ) -> Queried:
        asked.append(reference)
        return query(gateway, account, secrets, reference, fresh=fresh)

    monkeypatch.setattr(EsnekPos, "query", counted)
    assert look_due(shop) == []

    assert len(asked) == 1
    assert shop.desk.watcher.due(shop.clock.now()) == []
    shop.simulator.faults.clear()


def test_param_is_not_watched_for_there_is_nothing_to_ask(shop: Shop) -> None:
    order = shop.an_order("10,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    (intent,) = shop.give_back(order, (0, "10,00", "0,00")).intents

    assert next_due(shop) is None
    assert shop.desk.watcher.next_of(intent, shop.clock.now()) is None
    assert shop.desk.resolver.open_ends() == [intent]


def test_a_person_who_asks_shares_the_look_that_is_under_way(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    intent = unknown(shop, fault=Fault.ANSWER_LOST_AFTER_BOOKING)
    shop.clock.advance(PAUSES[0])
    before = queries(shop, intent)
    arrived, may_answer = threading.Event(), threading.Event()
    query = EsnekPos.query

    def slow(
        gateway: EsnekPos, account: Account, secrets: Secrets, reference: str, *, fresh: bool
    ) -> Queried:
        arrived.set()
        assert may_answer.wait(10)
        return query(gateway, account, secrets, reference, fresh=fresh)

    monkeypatch.setattr(EsnekPos, "query", slow)
    found: list[Intent] = []
    looks = [
        threading.Thread(target=lambda: found.extend(look_due(shop))),
        *(threading.Thread(target=lambda: found.append(shop.desk.watcher.look(intent))) for _ in range(3)),
    ]
    looks[0].start()
    assert arrived.wait(10)
    for person in looks[1:]:
        person.start()
    assert look_due(shop) == []  # a second round leaves it to the first
    may_answer.set()
    for look in looks:
        look.join()

    assert [one.state for one in found] == [IntentState.DONE] * 4
    assert queries(shop, intent) == before + 1


def test_a_program_that_may_only_read_leaves_the_watch_to_the_other(shop: Shop) -> None:
    unknown(shop)
    reader = compose.join(Database.look(shop.folder), clock=shop.clock, credentials=shop.secrets, demo=False)
    try:
        assert reader.watcher.next_due(shop.clock.now()) is None
        assert reader.watcher.look_due(shop.clock.now()) == []
        assert len(reader.resolver.open_ends()) == 1
    finally:
        reader.close()


def test_a_hint_starts_a_look_before_its_time(shop: Shop) -> None:
    intent = unknown(shop, fault=Fault.ANSWER_LOST_AFTER_BOOKING)
    for pause in PAUSES[:4]:
        shop.clock.advance(pause)
        shop.simulator.faults.next(Fault.HTTP_500, operation=Operation.ASK)
        look_due(shop)
    shop.clock.advance(timedelta(seconds=30))
    assert shop.desk.watcher.due(shop.clock.now()) == []
    woken: list[None] = []
    shop.desk.watcher.call_when_hinted(lambda: woken.append(None))

    assert shop.desk.watcher.hint(intent.draft.order.reference) is Hint.TAKEN

    assert len(woken) == 1
    (done,) = look_due(shop)
    assert done.state is IntentState.DONE


def test_a_hint_said_again_or_about_nothing_is_refused(shop: Shop) -> None:
    intent = unknown(shop)
    hint, reference = shop.desk.watcher.hint, intent.draft.order.reference

    assert hint(reference) is Hint.TAKEN
    assert hint(reference) is Hint.REPEATED
    assert hint(shop.a_sale("1,00").reference) is Hint.UNKNOWN
    assert hint("' OR 1=1 --") is Hint.UNKNOWN
    assert hint("") is Hint.UNKNOWN


def test_a_stranger_who_knows_a_reference_starts_a_few_looks_and_no_more(shop: Shop) -> None:
    intent = unknown(shop)
    taken = 0
    for _ in range(50):
        shop.clock.advance(timedelta(seconds=6))
        taken += shop.desk.watcher.hint(intent.draft.order.reference) is Hint.TAKEN
        look_due(shop)

    assert taken == HINTS


def test_a_hint_for_something_settled_is_about_nothing(shop: Shop) -> None:
    sale = shop.a_sale()
    shop.void(sale)

    assert shop.desk.watcher.hint(sale.reference) is Hint.UNKNOWN
