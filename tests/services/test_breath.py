"""A breath before it goes: taken back in it, nothing has been asked, written down or sent."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from services.breath import Breath, Breaths
from services.domain.errors import Changed, VerbChanged, Withdrawn
from services.domain.reversal import IntentState
from services.plans import VoidPlan, plan_void
from services.simulator.entries import Sale
from tests.shop import NOON, Shop

LENGTH = timedelta(seconds=10)


class Instantly:
    """Waits no time at all, and lets something happen meanwhile."""

    def __init__(self, meanwhile: Callable[[], object] = lambda: None) -> None:
        self.meanwhile = meanwhile
        self.waited: list[float] = []

    def wait(self, timeout: float) -> object:
        self.waited.append(timeout)
        return self.meanwhile()

    def set(self) -> None:
        pass


class UntilSet(threading.Event):
    """Waits for as long as it takes to be set, and says when it has begun to."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Event()

    def wait(self, timeout: float | None = None) -> bool:  # noqa: ARG002  as long as it takes
        self.begun.set()
        return super().wait(30)


def a_plan(shop: Shop, sale: Sale) -> VoidPlan:
    return replace(plan_void(shop.look(sale), shop.clock.now()), reason="yanlış tutar")


@pytest.mark.parametrize("length", [timedelta(), timedelta(seconds=4.9), timedelta(seconds=20.1)])
def test_a_breath_is_of_5_to_20_seconds(length: timedelta) -> None:
    with pytest.raises(ValueError, match="a breath is"):
        Breath(length)


def test_it_waits_for_its_length_and_lets_go(shop: Shop) -> None:
    sale, waits = shop.a_sale(), Instantly()

    (intent,) = shop.desk.reversals.execute(
        a_plan(shop, sale), operator="ayşe", breath=Breath(LENGTH, waits=waits)
    ).intents

    assert waits.waited == [10.0]
    assert intent.state is IntentState.DONE


def test_what_is_taken_back_in_it_was_never_asked_for(shop: Shop) -> None:
    sale = shop.a_sale()
    plan = a_plan(shop, sale)
    queries = shop.book.queries_for(sale.reference)
    waits = Instantly()
    breath = Breath(LENGTH, waits=waits)
    waits.meanwhile = breath.withdraw

    with pytest.raises(Withdrawn):
        shop.desk.reversals.execute(plan, operator="ayşe", breath=breath)

    assert shop.desk.lookup.reversals() == []
    assert shop.book.queries_for(sale.reference) == queries
    assert shop.book.requests_for(sale.reference) == 0


def test_taken_back_before_its_turn_came_it_is_taken_back() -> None:
    breath = Breath(LENGTH)
    assert breath.withdraw()

    with pytest.raises(Withdrawn):
        breath.hold()


def test_once_it_is_over_it_is_too_late() -> None:
    breath = Breath(LENGTH, waits=Instantly())
    breath.hold()

    assert not breath.withdraw()


def test_taking_it_back_twice_is_taking_it_back() -> None:
    breath = Breath(LENGTH)
    assert [breath.withdraw(), breath.withdraw()] == [True, True]


def test_another_thread_ends_the_waiting_at_once() -> None:
    waits = UntilSet()
    breath = Breath(LENGTH, waits=waits)
    ended: list[BaseException] = []

    def hold() -> None:
        try:
            breath.hold()
        except Withdrawn as error:
            ended.append(error)

    writer = threading.Thread(target=hold)
    writer.start()
    assert waits.begun.wait(10)
    assert breath.withdraw()
    writer.join()

    assert len(ended) == 1


def test_closing_the_program_takes_it_back(shop: Shop) -> None:
    sale, waits = shop.a_sale(), UntilSet()
    plan = a_plan(shop, sale)
    ended: list[BaseException] = []

    def press() -> None:
        try:
            shop.desk.reversals.execute(plan, operator="ayşe", breath=Breath(LENGTH, waits=waits))
        except Withdrawn as error:
            ended.append(error)

    writer = threading.Thread(target=press)
    writer.start()
    assert waits.begun.wait(10)
    shop.desk.stop_asking()
    writer.join()

    assert len(ended) == 1
    assert shop.desk.lookup.reversals() == []
    assert shop.book.requests_for(sale.reference) == 0


def test_a_breath_that_begins_while_the_program_closes_is_none() -> None:
    breaths = Breaths()
    breaths.close()

    with pytest.raises(Withdrawn):
        breaths.hold(Breath(LENGTH))


def test_the_last_look_comes_after_it(shop: Shop) -> None:
    sale = shop.a_sale()
    waits = Instantly(lambda: shop.book.void(sale.reference, shop.clock.now()))

    with pytest.raises(Changed):
        shop.desk.reversals.execute(a_plan(shop, sale), operator="ayşe", breath=Breath(LENGTH, waits=waits))

    assert shop.book.requests_for(sale.reference) == 0


def test_midnight_in_it_stops_it(shop: Shop) -> None:
    shop.clock.move_to(NOON + timedelta(hours=11, minutes=59, seconds=55))
    sale = shop.a_sale()
    waits = Instantly(lambda: shop.clock.advance(LENGTH))

    with pytest.raises(VerbChanged):
        shop.desk.reversals.execute(a_plan(shop, sale), operator="ayşe", breath=Breath(LENGTH, waits=waits))

    assert shop.book.requests_for(sale.reference) == 0
