"""The day is told by a clock that the gateway's own agrees with, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from services.domain.account import Account, Environment, EsnekPosSecrets, Secrets
from services.domain.errors import ClockWrong
from services.domain.payment import Payment
from services.domain.reversal import Everything, IntentState, MoneyRequest, VoidRequest
from services.gateways.base import Answer, Exchange, Queried, Verdict
from services.plans import ReturnPlan, plan_return, plan_void
from services.policy import require_clock
from services.skew import BELIEVED_FOR, MOST_SKEW, Skew, Skews, TimedMove, TimedQuery, skew_of
from tests.builders import a_param_account, an_esnekpos_account
from tests.shop import NOON, MovedClock, Shop

AN_HOUR = timedelta(hours=1)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def ahead(skews: Skews, account: Account) -> timedelta | None:
    skew = skews.of(account)
    return None if skew is None else skew.ahead


def an_exchange(*, took: float = 0.0, date: float | None = 0.0) -> Exchange:
    """An exchange begun at noon, whose answer's `Date` is `date` seconds after noon."""
    return Exchange(
        asked_at=NOON,
        answered_at=NOON + seconds(took),
        status=200,
        body="",
        server_date=None if date is None else NOON + seconds(date),
    )


@pytest.mark.parametrize(
    ("took", "date", "skew"),
    [
        (0.0, 90.0, 90.0),
        (4.0, 92.0, 90.0),
        (10.0, 95.0, 90.0),
        # The second that `Date` names lasts until the next one.
        (0.0, -90.0, -89.0),
        (0.0, 0.0, 0.0),
        (1.6, 0.0, 0.0),
        (2.0, 0.0, 0.0),
        (4.0, 0.0, -1.0),
    ],
)
def test_the_skew_is_the_least_that_explains_the_date(took: float, date: float, skew: float) -> None:
    assert skew_of(an_exchange(took=took, date=date)) == seconds(skew)


@pytest.mark.parametrize(
    "exchange",
    [
        an_exchange(took=10.001, date=900.0),
        an_exchange(took=-0.001, date=900.0),
        an_exchange(date=None),
    ],
)
def test_an_exchange_that_says_nothing_of_the_time_is_no_measure(exchange: Exchange) -> None:
    assert skew_of(exchange) is None


def test_what_was_measured_stays_when_the_next_exchange_says_nothing() -> None:
    skews, account = Skews(MovedClock()), an_esnekpos_account()
    assert skews.of(account) is None

    skews.note(account, an_exchange(date=90.0))
    skews.note(account, an_exchange(took=11.0, date=0.0))

    assert ahead(skews, account) == seconds(90)


def test_each_gateway_has_a_clock_of_its_own_in_each_world() -> None:
    skews, account = Skews(MovedClock()), an_esnekpos_account()
    skews.note(account, an_exchange(date=90.0))

    assert skews.of(a_param_account()) is None
    assert skews.of(replace(account, environment=Environment.LIVE)) is None
    assert ahead(skews, replace(account, merchant="ANOTHER")) == seconds(90)


class Ticks:
    """A clock that nobody sets."""

    passed = 0.0

    def __call__(self) -> float:
        return self.passed


@pytest.mark.parametrize(
    ("passed", "ran", "known"),
    [
        (60.0, 60, True),
        (48.0, 60, False),
        (5.0, -40, False),
        (61.0, 61, False),  # a minute later it is measured again
    ],
)
def test_a_measure_lasts_a_minute_unless_this_clock_was_set(passed: float, ran: int, known: bool) -> None:  # noqa: FBT001  a table's column
    clock, ticks = MovedClock(), Ticks()
    skews, account = Skews(clock, ticks=ticks), an_esnekpos_account()
    skews.note(account, an_exchange(date=90.0))

    ticks.passed = passed
    clock.advance(seconds(ran))

    assert (skews.of(account) is not None) is known


@pytest.mark.parametrize("ahead", [timedelta(), MOST_SKEW, -MOST_SKEW])
def test_a_minute_is_near_enough(ahead: timedelta) -> None:
    require_clock(an_esnekpos_account(), Skew(ahead, NOON), NOON)


@pytest.mark.parametrize("ahead", [MOST_SKEW, -MOST_SKEW])
def test_more_than_a_minute_is_not(ahead: timedelta) -> None:
    account = an_esnekpos_account()
    with pytest.raises(ClockWrong) as stopped:
        require_clock(account, Skew(ahead * 1.001, NOON), NOON + BELIEVED_FOR)
    assert stopped.value.account is account


def test_what_was_measured_longer_ago_decides_nothing() -> None:
    require_clock(an_esnekpos_account(), Skew(AN_HOUR, NOON), NOON + BELIEVED_FOR + seconds(1))


@pytest.fixture
def late_shop(tmp_path: Path) -> Iterator[Shop]:
    """A shop whose computer is an hour behind the gateways."""
    shop = Shop.open(tmp_path / "ledger", gateways_clock=MovedClock(NOON + AN_HOUR))
    yield shop
    shop.close()


def test_a_wrong_clock_is_said_where_the_verb_would_be_shown(late_shop: Shop) -> None:
    view = late_shop.look(late_shop.a_sale())

    with pytest.raises(ClockWrong) as stopped:
        plan_void(view, late_shop.clock.now())

    assert stopped.value.skew == AN_HOUR
    assert stopped.value.account == late_shop.esnekpos


def test_a_void_planned_before_the_clock_was_known_to_be_wrong_is_not_sent(late_shop: Shop) -> None:
    sale = late_shop.a_sale()
    view = replace(late_shop.look(sale), skew=None)
    plan = plan_void(view, late_shop.clock.now())

    with pytest.raises(ClockWrong):
        late_shop.desk.reversals.execute(plan, operator="ayşe")

    assert late_shop.book.requests_for(sale.reference) == 0
    assert late_shop.desk.lookup.reversals() == []


def a_return(shop: Shop) -> ReturnPlan:
    order = shop.an_order("100,00")
    return plan_return(shop.view(order), Everything.ALL_SELLERS, shop.clock.now(), reason="iade")


def test_the_knock_at_param_stops_a_return_by_a_wrong_clock(late_shop: Shop) -> None:
    plan = a_return(late_shop)

    with pytest.raises(ClockWrong):
        late_shop.desk.reversals.execute(plan, operator="ayşe")

    assert late_shop.book.requests_for(plan.reference) == 0
    assert late_shop.desk.lookup.reversals() == []
    with pytest.raises(ClockWrong):  # and from now on it is said before
        plan_return(late_shop.desk.lookup.order(plan.order.id), plan.what, late_shop.clock.now())


def test_the_answer_to_money_measures_too(shop: Shop) -> None:
    plan = a_return(shop)
    shop.desk.reversals.execute(plan, operator="ayşe")

    skew = shop.desk.lookup.order(plan.order.id).skew
    assert skew is not None
    assert skew.ahead == timedelta()


def test_a_clock_that_was_put_right_is_believed_at_the_next_exchange(late_shop: Shop) -> None:
    sale = late_shop.a_sale()
    late_shop.look(sale)
    late_shop.clock.advance(AN_HOUR)

    assert plan_void(late_shop.look(sale), late_shop.clock.now()).until is not None


def test_a_clock_nobody_has_measured_blocks_nothing(late_shop: Shop) -> None:
    assert a_return(late_shop).until is not None


class LyingClock(MovedClock):
    """A gateway's clock, of which the next answers are an hour wrong."""

    lies = 0

    def now(self) -> datetime:
        if self.lies:
            self.lies -= 1
            return super().now() + AN_HOUR
        return super().now()


@pytest.fixture
def lying_shop(tmp_path: Path) -> Iterator[tuple[Shop, LyingClock]]:
    clock = LyingClock()
    shop = Shop.open(tmp_path / "ledger", gateways_clock=clock)
    yield shop, clock
    shop.close()


def test_one_answer_with_a_wrong_date_stops_no_return(lying_shop: tuple[Shop, LyingClock]) -> None:
    shop, clock = lying_shop
    plan = a_return(shop)

    clock.lies = 1
    executed = shop.desk.reversals.execute(plan, operator="ayşe")

    assert [intent.state for intent in executed.intents] == [IntentState.DONE]


def test_two_in_a_row_stop_it_and_a_right_one_a_moment_later_lets_it_go(
    lying_shop: tuple[Shop, LyingClock],
) -> None:
    shop, clock = lying_shop
    plan = a_return(shop)

    clock.lies = 2
    with pytest.raises(ClockWrong):
        shop.desk.reversals.execute(plan, operator="ayşe")
    executed = shop.desk.reversals.execute(plan, operator="ayşe")

    assert [intent.state for intent in executed.intents] == [IntentState.DONE]


class Dated:
    """A gateway whose answers have these `Date`s, in seconds after noon."""

    def __init__(self, *dates: float) -> None:
        self._dates = list(dates)

    def query(self, account: Account, secrets: Secrets, reference: str, *, fresh: bool = False) -> Queried:
        del account, secrets, reference, fresh
        return Queried(None, self._exchange())

    def read(self, body: str, reference: str) -> Payment | None:
        raise AssertionError((body, reference))

    def preview(self, account: Account, request: MoneyRequest) -> str:
        raise AssertionError((account, request))

    def send(self, account: Account, secrets: Secrets, request: MoneyRequest) -> Answer:
        del account, secrets, request
        return Answer(verdict=Verdict.DONE, code="0", text=None, exchange=self._exchange())

    def _exchange(self) -> Exchange:
        return an_exchange(date=self._dates.pop(0))


@pytest.mark.parametrize(
    ("dates", "measured"),
    [((0.0, 900.0), 0.0), ((900.0, 0.0), 0.0), ((900.0, 600.0), 600.0)],
)
def test_a_query_that_accuses_a_clock_is_asked_once_more(dates: tuple[float, ...], measured: float) -> None:
    skews, account, gateway = Skews(MovedClock()), an_esnekpos_account(), Dated(*dates)

    TimedQuery(lambda: gateway, skews).query(account, EsnekPosSecrets(merchant_key="k"), "siparis 1")

    assert ahead(skews, account) == seconds(measured)


@pytest.mark.parametrize(("date", "measured"), [(0.0, 0.0), (900.0, 30.0)])
def test_an_answer_to_money_never_accuses_a_clock(date: float, measured: float) -> None:
    skews, account, gateway = Skews(MovedClock()), an_esnekpos_account(), Dated(date)
    skews.note(account, an_exchange(date=30.0))

    secrets = EsnekPosSecrets(merchant_key="k")
    TimedMove(lambda: gateway, skews).send(account, secrets, VoidRequest("siparis 1"))

    assert ahead(skews, account) == seconds(measured)
