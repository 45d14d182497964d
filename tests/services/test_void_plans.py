"""A void is planned only of what may be voided, and carries exactly what the person saw."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from services.domain.account import Account
from services.domain.errors import (
    Missing,
    NotConfigured,
    NotReversible,
    VerbNow,
    WhyNot,
)
from services.domain.payment import Payment, TransactionStatus
from services.domain.reversal import (
    Verb,
    VoidRequest,
)
from services.ledger.payments import Snapshot
from services.lookup import PaymentView
from services.plans import (
    REFERENCE_LIMIT,
    plan_void,
)
from tests.builders import (
    a_movement,
    a_payment,
    an_esnekpos_account,
    istanbul,
    lira,
)

NOW = istanbul("19.04.2020 20:00")


def a_payment_view(payment: Payment | None = None, account: Account | None = None) -> PaymentView:
    payment = payment or a_payment()
    snapshot = Snapshot(
        id=1,
        account_id=1,
        reference=payment.reference,
        taken_at=NOW,
        body="{}",
        state=payment.state,
        amount=payment.amount,
        sold_at=None,
        given_back=payment.given_back,
        pos_title=None,
    )
    return PaymentView(
        account=account or an_esnekpos_account(), payment=payment, snapshot=snapshot, intents=()
    )


def test_a_void_is_of_the_whole_sale() -> None:
    plan = plan_void(a_payment_view(a_payment(amount="-1250,00")), NOW)
    (step,) = plan.steps
    assert plan.amount == step.amount == step.sold == lira("1250,00")
    assert step.verb is Verb.VOID
    assert step.request == VoidRequest(plan.reference)


def test_a_plan_carries_what_the_person_saw() -> None:
    view = a_payment_view()
    plan = plan_void(view, NOW)
    assert plan.payment is view.payment
    assert plan.account is view.account
    assert plan.sale_day == date(2020, 4, 19)


def test_on_the_day_the_plan_says_until_when() -> None:
    plan = plan_void(a_payment_view(), NOW)
    assert plan.now == VerbNow(Verb.VOID, late=False)
    assert plan.until == istanbul("20.04.2020 00:00")


def test_the_banks_own_hour_ends_the_day() -> None:
    plan = plan_void(a_payment_view(account=an_esnekpos_account(cutoff=time(21, 30))), NOW)
    assert plan.until == istanbul("19.04.2020 21:30")


def test_after_the_day_it_is_late_and_there_is_nothing_to_count_down() -> None:
    plan = plan_void(a_payment_view(), istanbul("20.04.2020 00:00"))
    assert plan.now == VerbNow(Verb.VOID, late=True)
    assert plan.until is None


def test_where_the_day_of_the_sale_is_open_nothing_is_proposed() -> None:
    payment = a_payment(a_movement(moved_at="20.04.2020 00:01"), paid_at="19.04.2020 23:59")
    plan = plan_void(a_payment_view(payment), NOW)
    assert (plan.sale_day, plan.now, plan.until) == (None, None, None)


@pytest.mark.parametrize(
    ("payment", "why"),
    [
        (a_payment(a_movement(), a_movement(TransactionStatus.VOIDED, id="2")), WhyNot.ALREADY_VOIDED),
        (a_payment(a_movement(), a_movement(TransactionStatus.REFUNDED, id="2")), WhyNot.ALREADY_REFUNDED),
        (
            a_payment(a_movement(), a_movement(TransactionStatus.REFUNDED, "1,00", id="2")),
            WhyNot.PARTLY_REFUNDED,
        ),
        (a_payment(a_movement(TransactionStatus.PAYMENT_FAILED)), WhyNot.DECLINED),
        (a_payment(a_movement(TransactionStatus.WAITING)), WhyNot.WAITING),
        (a_payment(a_movement(TransactionStatus.UNRECOGNISED)), WhyNot.UNCLEAR),
        (a_payment(nothing_under_it=True), WhyNot.UNCLEAR),
        (a_payment(reference="9" * (REFERENCE_LIMIT + 1)), WhyNot.REFERENCE_TOO_LONG),
        (a_payment(a_movement(amount=None), amount=None), WhyNot.AMOUNT_UNKNOWN),
        (a_payment(a_movement(amount="0,00"), amount="0,00"), WhyNot.AMOUNT_UNKNOWN),
        # Its id, its name and the top level must agree that it is paid.
        (a_payment(top_level=("ORDER_CANCEL", "300")), WhyNot.CONTRADICTORY),
        (a_payment(top_level=("SUCCESS", "300")), WhyNot.CONTRADICTORY),
        (a_payment(top_level=("ERROR", "100")), WhyNot.CONTRADICTORY),
        (a_payment(top_level=("success", "0")), WhyNot.CONTRADICTORY),
        (a_payment(top_level=(None, None)), WhyNot.CONTRADICTORY),
        (a_payment(a_movement(name="İptal - Başarılı")), WhyNot.CONTRADICTORY),
        (a_payment(a_movement(name="Ödeme iptal edildi")), WhyNot.CONTRADICTORY),
        (a_payment(replace(a_movement(), extra={"STATUS_NAME": "[5]"})), WhyNot.CONTRADICTORY),
    ],
)
def test_a_void_that_cannot_be_is_no_plan(payment: Payment, why: WhyNot) -> None:
    with pytest.raises(NotReversible) as raised:
        plan_void(a_payment_view(payment), NOW)
    assert raised.value.why is why


def test_a_reference_may_be_as_long_as_the_document_says() -> None:
    payment = a_payment(reference="ğ" * REFERENCE_LIMIT)
    assert plan_void(a_payment_view(payment), NOW).reference == payment.reference


def test_a_retired_account_voids_nothing() -> None:
    with pytest.raises(NotReversible) as raised:
        plan_void(a_payment_view(account=an_esnekpos_account(retired=True)), NOW)
    assert raised.value.why is WhyNot.RETIRED_ACCOUNT


def test_without_a_back_url_voiding_is_not_offered() -> None:
    account = an_esnekpos_account(back_url="")
    with pytest.raises(NotConfigured) as raised:
        plan_void(a_payment_view(account=account), NOW)
    assert raised.value.missing is Missing.BACK_URL
    assert raised.value.account is account


@pytest.mark.parametrize(
    "payment",
    [
        a_payment(a_movement(name="Ödeme - Başarılı")),
        a_payment(a_movement(name="")),
        a_payment(top_level=("SUCCESS", None)),
        a_payment(top_level=(None, "0")),
    ],
)
def test_what_an_answer_leaves_out_contradicts_nothing(payment: Payment) -> None:
    assert plan_void(a_payment_view(payment), NOW).amount == lira("1250,00")


@pytest.mark.parametrize("amounts", [("1250,00", "1000,00"), ("1000,00", "1250,00"), ("0,00", "1250,00")])
def test_of_two_amounts_a_plan_shows_both_and_goes_by_the_larger(amounts: tuple[str, str]) -> None:
    top, movement = amounts
    plan = plan_void(a_payment_view(a_payment(a_movement(amount=movement), amount=top)), NOW)

    assert plan.payment.amounts == (lira(top), lira(movement))
    (step,) = plan.steps
    assert plan.amount == step.amount == lira("1250,00")


@pytest.mark.parametrize(
    "payment",
    [
        replace(a_payment(paid_at=None), extra={"PAYMENT_DATE": '"19.04.20"'}),
        replace(a_payment(a_movement(moved_at=None)), extra={"PAYMENT_DATE": '""'}),
        a_payment(replace(a_movement(moved_at=None), extra={"DATE": '"dün"'})),
    ],
)
def test_a_date_that_cannot_be_read_is_asked_about_and_nothing_is_proposed(payment: Payment) -> None:
    plan = plan_void(a_payment_view(payment), NOW)

    assert payment.sold_at is None
    assert (plan.sale_day, plan.now, plan.until) == (None, None, None)
