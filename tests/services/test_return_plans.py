"""A return at Param is planned only of what may go back, and carries exactly what the person saw."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.account import Account
from services.domain.errors import (
    InputProblem,
    InvalidInput,
    NotReversible,
    WhyNot,
)
from services.domain.money import ZERO, Money
from services.domain.order import Order
from services.domain.reversal import (
    Draft,
    Everything,
    Intent,
    IntentState,
    ReturnRequest,
    Verb,
)
from services.ledger.standing import Standing
from services.lookup import OrderView, order_key
from services.plans import (
    LineReturn,
    breaks_literal_rule,
    check_line,
    left_of_line,
    left_of_order,
    plan_return,
    proposed_payable,
)
from tests.builders import (
    GUIDS,
    a_line,
    a_param_account,
    an_esnekpos_account,
    an_order,
    istanbul,
    lira,
)

ORDER_NOW = istanbul("21.11.2026 20:00")
TOMORROW = istanbul("22.11.2026 09:00")


def a_standing(account: Account, order: Order, *done: ReturnRequest, open_: bool = False) -> Standing:
    """How an order stands after these requests were done; the last one open, if said."""
    key = order_key(account, order.siparis_id)
    intents = []
    for number, request in enumerate(done, start=1):
        amount = request.amount if isinstance(request.amount, Money) else order.amount
        is_open = open_ and number == len(done)
        draft = Draft(
            order=key,
            account_id=account.id,
            batch=str(number),
            position=0,
            request=request,
            verb=request.verb,
            amount=amount,
            sold=order.line(request.line).amount,
            returned_there=ZERO,
            seen_snapshot=None,
            reason="",
            operator="ayşe",
            till="kasa",
            process="1",
        )
        intents.append(
            Intent(
                id=number,
                draft=draft,
                state=IntentState.SENT if is_open else IntentState.DONE,
                armed_at=ORDER_NOW,
                sent_at=ORDER_NOW,
                settled=None,
            )
        )
    return Standing(key, tuple(intents))


def returned(number: int, amount: str | Everything, payable: str = "0,00") -> ReturnRequest:
    return ReturnRequest(
        siparis_id="SP-1001",
        line=GUIDS[number],
        verb=Verb.REFUND,
        amount=lira(amount) if isinstance(amount, str) else amount,
        payable=lira(payable),
    )


def an_order_view(
    *done: ReturnRequest, order: Order | None = None, account: Account | None = None, open_: bool = False
) -> OrderView:
    account, order = account or a_param_account(), order or an_order()
    return OrderView(
        account=account,
        order=order,
        standing=a_standing(account, order, *done, open_=open_),
        intents=(),
        sale_day=account.days.day_of(order.sold_at),
    )


def part(number: int, amount: str, payable: str) -> LineReturn:
    return LineReturn(line=GUIDS[number], amount=lira(amount), payable=lira(payable))


def problem_of(view: OrderView, *parts: LineReturn) -> tuple[str, InputProblem]:
    with pytest.raises(InvalidInput) as raised:
        plan_return(view, parts, ORDER_NOW)
    return raised.value.field, raised.value.problem


@pytest.mark.parametrize(
    ("now", "verb", "until"),
    [
        (ORDER_NOW, Verb.VOID, istanbul("22.11.2026 00:00")),
        (TOMORROW, Verb.REFUND, None),
    ],
)
def test_a_return_is_iptal_on_the_day_and_iade_later(
    now: datetime, verb: Verb, until: datetime | None
) -> None:
    plan = plan_return(an_order_view(), (part(0, "10,00", "80,00"),), now)
    assert plan.now.verb is verb
    assert plan.until == until
    assert {step.verb for step in plan.steps} == {verb}
    request = plan.steps[0].request
    assert isinstance(request, ReturnRequest)
    assert request.verb is verb


def test_lines_are_sent_in_the_order_they_were_chosen() -> None:
    plan = plan_return(an_order_view(), (part(1, "250,00", "0,00"), part(0, "10,00", "80,00")), ORDER_NOW)
    assert [step.request for step in plan.steps] == [
        ReturnRequest(
            siparis_id="SP-1001", line=GUIDS[1], verb=Verb.VOID, amount=lira("250,00"), payable=ZERO
        ),
        ReturnRequest(
            siparis_id="SP-1001", line=GUIDS[0], verb=Verb.VOID, amount=lira("10,00"), payable=lira("80,00")
        ),
    ]
    assert [step.sold for step in plan.steps] == [lira("250,00"), lira("100,00")]
    assert plan.amount == lira("260,00")


def test_everything_is_one_request_under_the_first_line() -> None:
    plan = plan_return(an_order_view(returned(1, "50,00")), Everything.ALL_SELLERS, TOMORROW)
    (step,) = plan.steps
    assert step.request == ReturnRequest(
        siparis_id="SP-1001",
        line=GUIDS[0],
        verb=Verb.REFUND,
        amount=Everything.ALL_SELLERS,
        payable=ZERO,
    )
    assert step.amount == plan.amount == lira("300,00")
    assert step.sold == lira("350,00")


@pytest.mark.parametrize(
    ("parts", "field", "problem"),
    [
        ([], "amount", InputProblem.EMPTY),
        ([part(0, "0,00", "0,00")], f"amount:{GUIDS[0]}", InputProblem.NOT_POSITIVE),
        ([part(0, "-1,00", "0,00")], f"amount:{GUIDS[0]}", InputProblem.NOT_POSITIVE),
        ([part(0, "100,01", "0,00")], f"amount:{GUIDS[0]}", InputProblem.MORE_THAN_LEFT),
        ([part(0, "10,00", "-0,01")], f"payable:{GUIDS[0]}", InputProblem.NOT_POSITIVE),
        ([part(0, "10,00", "100,01")], f"payable:{GUIDS[0]}", InputProblem.PAYABLE_OVER_PRODUCT),
        (
            [part(0, "10,00", "80,00"), part(1, "250,01", "0,00")],
            f"amount:{GUIDS[1]}",
            InputProblem.MORE_THAN_LEFT,
        ),
    ],
)
def test_what_cannot_be_returned_is_no_plan(
    parts: list[LineReturn], field: str, problem: InputProblem
) -> None:
    assert problem_of(an_order_view(), *parts) == (field, problem)


def test_no_more_than_is_left_after_earlier_returns() -> None:
    view = an_order_view(returned(0, "60,00", "30,00"))
    assert plan_return(view, (part(0, "40,00", "0,00"),), ORDER_NOW).amount == lira("40,00")
    with pytest.raises(InvalidInput) as raised:
        plan_return(view, (part(0, "40,01", "0,00"),), ORDER_NOW)
    assert raised.value.limit == lira("40,00")


def test_what_is_under_way_is_not_left() -> None:
    view = an_order_view(returned(0, "60,00", "30,00"), open_=True)
    assert left_of_line(view.order.lines[0], view.standing) == lira("40,00")
    assert left_of_order(view.order, view.standing) == lira("290,00")


def test_the_literal_rule_asks_and_blocks_in_a_strict_account_only() -> None:
    small = part(0, "10,00", "80,00")
    assert breaks_literal_rule(small)
    assert plan_return(an_order_view(), (small,), ORDER_NOW).steps
    strict = an_order_view(account=a_param_account(strict=True))
    assert problem_of(strict, small) == (f"payable:{GUIDS[0]}", InputProblem.PAYABLE_OVER_RETURNED)


def test_a_payable_as_high_as_the_amount_breaks_no_rule() -> None:
    strict = an_order_view(account=a_param_account(strict=True))
    assert plan_return(strict, (part(0, "50,00", "50,00"),), ORDER_NOW).steps


@pytest.mark.parametrize(
    ("view", "why"),
    [
        (an_order_view(account=a_param_account(retired=True)), WhyNot.RETIRED_ACCOUNT),
        (an_order_view(account=an_esnekpos_account()), WhyNot.NOT_OFFERED),
        (an_order_view(returned(0, Everything.ALL_SELLERS)), WhyNot.NOTHING_LEFT),
        (an_order_view(returned(0, "100,00"), returned(1, "250,00")), WhyNot.NOTHING_LEFT),
    ],
)
@pytest.mark.parametrize("what", [(part(0, "1,00", "0,00"),), Everything.ALL_SELLERS])
def test_an_order_that_gives_nothing_is_no_plan(
    view: OrderView, why: WhyNot, what: tuple[LineReturn, ...] | Everything
) -> None:
    with pytest.raises(NotReversible) as raised:
        plan_return(view, what, ORDER_NOW)
    assert raised.value.why is why


def test_a_line_that_is_not_of_the_order_is_none() -> None:
    with pytest.raises(KeyError):
        plan_return(an_order_view(), (part(7, "1,00", "0,00"),), ORDER_NOW)


amounts = st.integers(1, 100_00).map(Money)


@given(amounts, amounts)
def test_what_is_proposed_always_passes_and_is_no_lower_than_it_must(first: Money, then: Money) -> None:
    order = an_order(a_line(0, "100,00", "90,00"))
    line = order.lines[0]
    account = a_param_account()
    fresh = a_standing(account, order)
    payable = proposed_payable(line, fresh, first)
    assert payable == max(line.payable - first, ZERO)
    check_line(order, fresh, LineReturn(line=line.guid, amount=first, payable=payable), strict=False)

    request = ReturnRequest(
        siparis_id=order.siparis_id, line=line.guid, verb=Verb.REFUND, amount=first, payable=payable
    )
    after = a_standing(account, order, request)
    assert proposed_payable(line, after, then) == max(payable - then, ZERO)
    assert left_of_line(line, after) == line.amount - first


@given(st.datetimes(datetime(2026, 11, 21), datetime(2026, 11, 23), timezones=st.just(UTC)))  # noqa: DTZ001  hypothesis adds the zone
def test_a_plan_says_until_when_exactly_while_it_is_of_today(now: datetime) -> None:
    plan = plan_return(an_order_view(), Everything.ALL_SELLERS, now)
    assert (plan.until is None) == plan.now.late == (plan.now.verb is Verb.REFUND)
    if plan.until is not None:
        assert now < plan.until
        assert plan_return(an_order_view(), Everything.ALL_SELLERS, plan.until).now.late


def test_one_seller_stands_in_a_plan_once() -> None:
    twice = (part(0, "10,00", "80,00"), part(0, "5,00", "75,00"))

    with pytest.raises(InvalidInput) as stopped:
        plan_return(an_order_view(), twice, ORDER_NOW)

    assert stopped.value.problem is InputProblem.ALREADY_THERE
