from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.errors import InProgress, InputProblem, InvalidInput, NotReversible, WhyNot
from services.domain.money import ZERO, Money, total
from services.domain.order import OrderLine
from services.domain.reversal import Draft, Intent, IntentState, Verb
from services.ledger.standing import Standing
from tests.services.ledger.making import (
    HAT,
    NOON,
    ORDER_PRICE,
    SALE,
    SHOE,
    SHOE_PRICE,
    a_param_account,
    a_return,
    a_void,
    an_esnekpos_account,
    done,
    ended,
    everything,
)

PARAM = replace(a_param_account(), id=1)
ESNEKPOS = replace(an_esnekpos_account(), id=2)
OPEN = (IntentState.ARMED, IntentState.SENT, IntentState.OUTCOME_UNKNOWN)
FREE = (IntentState.REFUSED, IntentState.NOT_SENT)


def standing(*ends: tuple[Draft, IntentState]) -> Standing:
    intents = tuple(
        Intent(
            id=number,
            draft=draft,
            state=state,
            armed_at=NOON,
            sent_at=None,
            settled=done() if state is IntentState.DONE else ended(state),
        )
        for number, (draft, state) in enumerate(ends, 1)
    )
    return Standing(ends[0][0].order if ends else a_return(PARAM, Money(1)).order, intents)


def shoe(amount: int, *, payable: Money = ZERO) -> Draft:
    return a_return(PARAM, Money(amount), line=SHOE, payable=payable)


def hat(amount: int) -> Draft:
    return a_return(PARAM, Money(amount), line=HAT, sold=ORDER_PRICE - SHOE_PRICE)


def test_of_an_order_without_intents_all_is_left() -> None:
    fresh = standing()

    assert fresh.open is None
    assert fresh.shut_by is None
    assert fresh.left(SHOE, SHOE_PRICE) == SHOE_PRICE
    assert fresh.left(None, ORDER_PRICE) == ORDER_PRICE


def test_what_is_done_or_open_is_no_longer_left() -> None:
    now = standing(
        (shoe(1000), IntentState.DONE), (hat(300), IntentState.DONE), (shoe(500), IntentState.SENT)
    )

    assert now.left(SHOE, SHOE_PRICE) == Money(8500)
    assert now.left(HAT, Money(5000)) == Money(4700)
    assert now.left(None, ORDER_PRICE) == Money(13200)
    assert (now.given_back(), now.given_back(SHOE), now.under_way(HAT)) == (Money(1300), Money(1000), ZERO)


@pytest.mark.parametrize("state", FREE)
def test_what_never_happened_is_left(state: IntentState) -> None:
    now = standing((shoe(1000), state))

    assert now.open is None
    assert now.left(SHOE, SHOE_PRICE) == SHOE_PRICE
    assert now.left(None, ORDER_PRICE) == ORDER_PRICE


def test_a_line_is_the_same_in_any_case() -> None:
    assert standing((shoe(1000), IntentState.DONE)).left(SHOE.lower(), SHOE_PRICE) == Money(9000)


@pytest.mark.parametrize(("there", "left"), [(0, 7000), (2000, 7000), (3000, 7000), (4000, 6000), (99999, 0)])
def test_the_larger_of_the_gateways_word_and_ours_counts(there: int, left: int) -> None:
    now = standing((shoe(3000), IntentState.DONE))

    assert now.left(SHOE, SHOE_PRICE, returned_there=Money(there)) == Money(left)


@pytest.mark.parametrize("state", [*OPEN, IntentState.DONE])
def test_everything_asked_back_leaves_nothing_of_any_line(state: IntentState) -> None:
    now = standing((shoe(1000), IntentState.DONE), (everything(PARAM, Money(14000)), state))

    assert now.left(SHOE, SHOE_PRICE) == now.left(HAT, Money(5000)) == now.left(None, ORDER_PRICE) == ZERO


def test_a_part_that_is_under_way_leaves_the_other_lines_as_they_are() -> None:
    begun = standing((shoe(4_000), IntentState.OUTCOME_UNKNOWN))

    assert begun.left(SHOE, SHOE_PRICE) == SHOE_PRICE - Money(4_000)
    assert begun.left(HAT, ORDER_PRICE - SHOE_PRICE) == ORDER_PRICE - SHOE_PRICE
    assert begun.left(None, ORDER_PRICE) == ORDER_PRICE - Money(4_000)
    assert (begun.under_way(), begun.under_way(SHOE)) == (Money(4_000), Money(4_000))


def test_what_gave_everything_back_belongs_to_no_line() -> None:
    after_all = standing((everything(PARAM, ORDER_PRICE), IntentState.DONE))

    assert after_all.given_back(SHOE) == ZERO
    assert after_all.given_back() == ORDER_PRICE


def test_a_done_whole_reversal_shuts_the_order_and_a_partial_one_does_not() -> None:
    assert standing((shoe(10000), IntentState.DONE)).shut_by is None
    assert standing((everything(PARAM, ORDER_PRICE), IntentState.DONE)).shut_by is not None
    assert standing((a_void(ESNEKPOS), IntentState.DONE)).shut_by is not None


@pytest.mark.parametrize("state", [*OPEN, *FREE])
def test_a_whole_reversal_that_is_not_done_shuts_nothing(state: IntentState) -> None:
    assert standing((everything(PARAM, ORDER_PRICE), state)).shut_by is None


def test_a_seller_is_due_what_the_last_done_return_said() -> None:
    line = OrderLine(guid=SHOE.lower(), seller="", amount=SHOE_PRICE, payable=Money(9000))
    now = standing(
        (shoe(1000, payable=Money(8000)), IntentState.DONE),
        (shoe(1000, payable=Money(7000)), IntentState.DONE),
        (shoe(1000, payable=Money(6000)), IntentState.REFUSED),
        (hat(100), IntentState.DONE),
    )

    assert now.payable_of(line) == Money(7000)
    assert standing((hat(100), IntentState.DONE)).payable_of(line) == Money(9000)


def test_after_everything_no_seller_is_due_anything() -> None:
    line = OrderLine(guid=HAT, seller="", amount=Money(5000), payable=Money(4500))

    assert standing((everything(PARAM, ORDER_PRICE), IntentState.DONE)).payable_of(line) == ZERO


@pytest.mark.parametrize("state", OPEN)
def test_an_open_intent_refuses_every_other_of_its_order(state: IntentState) -> None:
    now = standing((shoe(1000), state))

    for draft in (shoe(1), hat(1), everything(PARAM, Money(14000))):
        with pytest.raises(InProgress) as refused:
            now.require(draft)
        assert refused.value.intent is now.open


@pytest.mark.parametrize(
    ("verb", "why"), [(Verb.VOID, WhyNot.ALREADY_VOIDED), (Verb.REFUND, WhyNot.ALREADY_REFUNDED)]
)
def test_a_shut_order_says_how_it_was_shut(verb: Verb, why: WhyNot) -> None:
    now = standing((everything(PARAM, ORDER_PRICE, verb=verb), IntentState.DONE))

    with pytest.raises(NotReversible) as refused:
        now.require(hat(1))

    assert (refused.value.why, refused.value.left) == (why, ZERO)


def test_a_line_that_is_used_up_has_nothing_left_and_the_others_go_on() -> None:
    now = standing((shoe(10000), IntentState.DONE))

    with pytest.raises(NotReversible) as refused:
        now.require(shoe(1))
    now.require(hat(5000))
    now.require(everything(PARAM, Money(5000)))

    assert refused.value.why is WhyNot.NOTHING_LEFT


def test_more_than_is_left_is_refused_with_what_is_left() -> None:
    now = standing((shoe(4000), IntentState.DONE))

    now.require(shoe(6000))
    with pytest.raises(InvalidInput) as refused:
        now.require(shoe(6001))

    assert (refused.value.field, refused.value.problem) == ("amount", InputProblem.MORE_THAN_LEFT)
    assert refused.value.limit == Money(6000)


def test_a_line_may_not_take_more_than_its_whole_order_has() -> None:
    now = standing((shoe(4000), IntentState.DONE))

    with pytest.raises(InvalidInput) as refused:
        now.require(hat(3000), order_sold=Money(6000))

    assert refused.value.limit == Money(2000)


def test_a_void_knows_no_part() -> None:
    with pytest.raises(NotReversible) as refused:
        standing().require(a_void(ESNEKPOS, returned_there=Money(1)))

    assert (refused.value.why, refused.value.left) == (WhyNot.PARTLY_REFUNDED, SALE - Money(1))


def test_a_void_of_what_the_gateway_shows_as_given_back_has_nothing_left() -> None:
    with pytest.raises(NotReversible) as refused:
        standing().require(a_void(ESNEKPOS, returned_there=SALE))

    assert refused.value.why is WhyNot.NOTHING_LEFT


@given(st.lists(st.tuples(st.sampled_from([SHOE, HAT]), st.integers(1, 12000)), max_size=12))
def test_whatever_is_asked_no_more_goes_back_than_was_sold(asked: list[tuple[str, int]]) -> None:
    sold = {SHOE: SHOE_PRICE, HAT: ORDER_PRICE - SHOE_PRICE}
    let_pass: list[tuple[Draft, IntentState]] = []
    for line, amount in asked:
        draft = a_return(PARAM, Money(amount), line=line, sold=sold[line])
        try:
            standing(*let_pass).require(draft, order_sold=ORDER_PRICE)
        except (InvalidInput, NotReversible):
            continue
        let_pass.append((draft, IntentState.DONE))

    for line, price in sold.items():
        assert total([draft.amount for draft, _ in let_pass if draft.line == line]) <= price
