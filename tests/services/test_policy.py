"""Void or refund is the clock's word, by the days of the account's bank."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from services.domain.account import Account
from services.domain.errors import ClockWrong, VerbNow
from services.domain.money import ZERO, Money
from services.domain.payment import Payment, TransactionStatus
from services.domain.reversal import (
    Draft,
    Intent,
    IntentState,
    ReturnRequest,
    SettledBy,
    Settlement,
    Verb,
)
from services.lookup import order_key
from services.policy import require_clock, sale_day, verb_at, verb_of_order
from services.skew import Skew
from tests.builders import GUIDS, a_movement, a_param_account, a_payment, an_esnekpos_account, istanbul

SOLD = date(2026, 11, 21)

VOID = VerbNow(Verb.VOID, late=False)
LATE_VOID = VerbNow(Verb.VOID, late=True)
REFUND = VerbNow(Verb.REFUND, late=True)


@pytest.mark.parametrize(
    ("account", "now", "verb"),
    [
        (a_param_account(), "21.11.2026 00:00", VOID),
        (a_param_account(), "21.11.2026 23:59", VOID),
        (a_param_account(), "22.11.2026 00:00", REFUND),
        (a_param_account(), "21.12.2026 12:00", REFUND),
        (an_esnekpos_account(), "21.11.2026 23:59", VOID),
        # EsnekPOS knows one verb; its bank may refuse it later.
        (an_esnekpos_account(), "22.11.2026 00:00", LATE_VOID),
        # The bank's day ends at its own hour.
        (a_param_account(cutoff=time(21, 30)), "21.11.2026 21:29", VOID),
        (a_param_account(cutoff=time(21, 30)), "21.11.2026 21:30", REFUND),
        (an_esnekpos_account(cutoff=time(21, 30)), "21.11.2026 21:30", LATE_VOID),
        # What was sold the evening before, after the hour, is of this day.
        (a_param_account(cutoff=time(21, 30)), "20.11.2026 21:30", VOID),
        (a_param_account(cutoff=time(21, 30)), "20.11.2026 21:29", REFUND),
    ],
)
def test_the_verb_is_of_the_day(account: Account, now: str, verb: VerbNow) -> None:
    assert verb_at(account, SOLD, istanbul(now)) == verb


def an_intent(
    code: str | None, settled_at: str = "21.11.2026 10:00", *, state: IntentState = IntentState.REFUSED
) -> Intent:
    """A return of part of an order at Param, and what Param answered to it."""
    account = a_param_account()
    part = Money(1_000)
    request = ReturnRequest(siparis_id="S-1", line=GUIDS[0], verb=Verb.VOID, amount=part, payable=ZERO)
    draft = Draft(
        order=order_key(account, "S-1"),
        account_id=account.id,
        batch="b",
        position=0,
        request=request,
        verb=Verb.VOID,
        amount=part,
        sold=part,
        returned_there=ZERO,
        seen_snapshot=None,
        reason="iade",
        operator="ayşe",
        till="kasa-1",
        process="run-1",
    )
    at = istanbul(settled_at)
    settled = Settlement(state=state, by=SettledBy.ANSWER, at=at, code=code)
    return Intent(id=1, draft=draft, state=state, armed_at=at, sent_at=at, settled=settled)


WANTS_REFUND, WANTS_VOID = an_intent("-213"), an_intent("-214")
SWEPT = replace(an_intent("-213"), settled=None)


@pytest.mark.parametrize(
    ("intents", "verb"),
    [
        # Param has closed its day before ours, or not yet: its word is newer than the clock's.
        ((WANTS_REFUND,), VerbNow(Verb.REFUND, late=False)),
        ((WANTS_VOID,), VOID),
        # Whatever else it said leaves the clock its word, and so does a word of another kind.
        ((), VOID),
        ((an_intent("-211"),), VOID),
        ((an_intent(None),), VOID),
        ((an_intent("-213", state=IntentState.OUTCOME_UNKNOWN),), VOID),
        ((SWEPT,), VOID),
        # Only the last thing that happened counts.
        ((an_intent("1", state=IntentState.DONE), WANTS_REFUND), VerbNow(Verb.REFUND, late=False)),
        ((WANTS_REFUND, an_intent("1", state=IntentState.DONE)), VOID),
        ((WANTS_REFUND, WANTS_VOID, an_intent("-101")), VOID),
        # Yesterday's word is about yesterday.
        ((an_intent("-213", "20.11.2026 23:59"),), VOID),
    ],
)
def test_params_own_word_on_the_verb_counts_until_something_else_happens_or_the_day_ends(
    intents: tuple[Intent, ...], verb: VerbNow
) -> None:
    now = istanbul("21.11.2026 12:00")

    assert verb_of_order(a_param_account(), SOLD, intents, now) == verb


def test_params_word_does_not_make_a_late_return_one_of_today() -> None:
    now, yesterday = istanbul("21.11.2026 12:00"), date(2026, 11, 20)

    assert verb_of_order(a_param_account(), yesterday, (WANTS_VOID,), now) == LATE_VOID
    assert verb_of_order(a_param_account(), yesterday, (), now) == REFUND


NOW = istanbul("21.11.2026 12:00")


@pytest.mark.parametrize("seconds", [0, 60, -60])
def test_a_clock_up_to_a_minute_off_tells_the_day(seconds: int) -> None:
    require_clock(a_param_account(), Skew(timedelta(seconds=seconds), NOW), NOW)
    require_clock(a_param_account(), None, NOW)


@pytest.mark.parametrize("seconds", [60.001, -60.001, 3_600])
def test_a_clock_further_off_does_not(seconds: float) -> None:
    with pytest.raises(ClockWrong) as wrong:
        require_clock(a_param_account(), Skew(timedelta(seconds=seconds), NOW), NOW)

    assert wrong.value.skew == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("payment", "day"),
    [
        (a_payment(a_movement(moved_at="21.11.2026 18:35"), paid_at="21.11.2026 18:34"), SOLD),
        (a_payment(a_movement(moved_at="21.11.2026 18:35"), paid_at=None), SOLD),
        (a_payment(a_movement(moved_at=None), paid_at="21.11.2026 18:34"), SOLD),
        # They fall on two days, or neither was answered: a person says which it was.
        (a_payment(a_movement(moved_at="22.11.2026 00:01"), paid_at="21.11.2026 23:59"), None),
        (a_payment(a_movement(moved_at=None), paid_at=None), None),
        # What happened to it later is not when it was sold.
        (
            a_payment(
                a_movement(moved_at="21.11.2026 18:35"),
                a_movement(TransactionStatus.VOID_FAILED, id="2", moved_at="22.11.2026 09:00"),
                paid_at="21.11.2026 18:34",
            ),
            SOLD,
        ),
    ],
)
def test_the_day_of_a_sale_is_certain_or_asked(payment: Payment, day: date | None) -> None:
    assert sale_day(an_esnekpos_account(), payment) == day


def test_two_instants_on_one_bank_day_are_no_doubt() -> None:
    payment = a_payment(a_movement(moved_at="22.11.2026 00:01"), paid_at="21.11.2026 23:59")
    assert sale_day(an_esnekpos_account(cutoff=time(21, 30)), payment) == date(2026, 11, 22)
