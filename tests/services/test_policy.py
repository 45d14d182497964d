"""Void or refund is the clock's word, by the days of the account's bank."""

from __future__ import annotations

from datetime import date, time

import pytest

from services.domain.account import Account
from services.domain.errors import VerbNow
from services.domain.payment import Payment, TransactionStatus
from services.domain.reversal import Verb
from services.policy import sale_day, verb_at
from tests.builders import a_movement, a_param_account, a_payment, an_esnekpos_account, istanbul

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
