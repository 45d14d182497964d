"""What a payment has come to is read from its movements, never from the answer's top level."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.money import ZERO
from services.domain.payment import GAVE_BACK, PaymentState, Transaction, TransactionStatus
from tests.builders import a_movement, a_payment, at, lira

PAID = TransactionStatus.PAID
FAILED = TransactionStatus.PAYMENT_FAILED
VOIDED = TransactionStatus.VOIDED
VOID_FAILED = TransactionStatus.VOID_FAILED
REFUNDED = TransactionStatus.REFUNDED
REFUND_FAILED = TransactionStatus.REFUND_FAILED
WAITING = TransactionStatus.WAITING
WAITING_FOR_3D = TransactionStatus.WAITING_FOR_3D
UNRECOGNISED = TransactionStatus.UNRECOGNISED


@pytest.mark.parametrize(
    ("statuses", "state"),
    [
        ([PAID], PaymentState.PAID),
        ([FAILED, PAID], PaymentState.PAID),
        ([PAID, VOID_FAILED], PaymentState.PAID),
        ([PAID, REFUND_FAILED], PaymentState.PAID),
        ([WAITING, PAID], PaymentState.PAID),
        ([PAID, VOIDED], PaymentState.VOIDED),
        ([VOIDED], PaymentState.VOIDED),
        ([PAID, VOID_FAILED, VOIDED], PaymentState.VOIDED),
        ([PAID, REFUNDED], PaymentState.REFUNDED),
        ([REFUNDED], PaymentState.REFUNDED),
        ([FAILED], PaymentState.DECLINED),
        ([WAITING, FAILED], PaymentState.DECLINED),
        ([WAITING], PaymentState.WAITING),
        ([WAITING_FOR_3D], PaymentState.WAITING),
        ([VOID_FAILED], PaymentState.UNCLEAR),
        ([REFUND_FAILED], PaymentState.UNCLEAR),
        ([WAITING, VOID_FAILED], PaymentState.WAITING),
        ([UNRECOGNISED], PaymentState.UNCLEAR),
        ([PAID, UNRECOGNISED], PaymentState.UNCLEAR),
        ([PAID, VOIDED, UNRECOGNISED], PaymentState.VOIDED),
    ],
)
def test_the_state_is_what_the_movements_come_to(
    statuses: list[TransactionStatus], state: PaymentState
) -> None:
    movements = [a_movement(status, id=str(number)) for number, status in enumerate(statuses)]
    assert a_payment(*movements).state is state


def test_without_a_movement_nobody_knows() -> None:
    assert a_payment(nothing_under_it=True).state is PaymentState.UNCLEAR
    assert a_payment(nothing_under_it=True).movements == ()


def test_a_part_given_back_is_not_the_whole() -> None:
    payment = a_payment(a_movement(), a_movement(REFUNDED, "50,00", id="2"))
    assert payment.state is PaymentState.PARTLY_REFUNDED
    assert payment.given_back == lira("50,00")


def test_parts_add_up_to_the_whole() -> None:
    parts = [a_movement(REFUNDED, "625,00", id=id) for id in ("2", "3")]  # noqa: A001  a movement's own word
    assert a_payment(a_movement(), *parts).state is PaymentState.REFUNDED


def test_a_refund_without_its_amount_is_no_whole() -> None:
    payment = a_payment(a_movement(), a_movement(REFUNDED, None, id="2"))
    assert payment.state is PaymentState.PARTLY_REFUNDED
    assert payment.given_back == ZERO


def test_a_sign_carries_no_direction() -> None:
    payment = a_payment(
        a_movement(PAID, "-151,25"), a_movement(REFUNDED, "-151,25", id="2"), amount="-151,25"
    )
    assert payment.charged == payment.given_back == lira("151,25")
    assert payment.state is PaymentState.REFUNDED


def test_what_was_charged_comes_from_the_sale_where_the_top_is_silent() -> None:
    assert a_payment(a_movement(PAID, "12,00"), amount=None).charged == lira("12,00")
    assert a_payment(a_movement(FAILED, "12,00"), amount=None).charged is None
    assert a_payment(a_movement(PAID, None), amount=None).charged is None


def test_a_sale_is_when_its_paid_movement_was() -> None:
    payment = a_payment(a_movement(moved_at="19.04.2020 18:35"), paid_at="18.04.2020 09:00")
    assert payment.sold_at == at("19.04.2020 18:35")


def test_else_it_is_the_payment_date() -> None:
    assert a_payment(a_movement(moved_at=None)).sold_at == at("19.04.2020 18:34")
    assert a_payment(a_movement(FAILED)).sold_at == at("19.04.2020 18:34")
    assert a_payment(a_movement(moved_at=None), paid_at=None).sold_at is None


def test_the_first_paid_movement_is_the_sale() -> None:
    payment = a_payment(a_movement(FAILED, id="1"), a_movement(id="2"), a_movement(id="3"))
    assert payment.sale is not None
    assert payment.sale.id == "2"
    assert a_payment(a_movement(FAILED)).sale is None


movements = st.lists(
    st.builds(
        a_movement,
        st.sampled_from(TransactionStatus),
        st.sampled_from([None, "0,00", "10,00", "1250,00", "-1250,00"]),
        id=st.sampled_from("123"),
    ),
    min_size=1,
    max_size=6,
)


@given(movements.flatmap(lambda drawn: st.tuples(st.just(drawn), st.permutations(drawn))))
def test_the_order_of_the_movements_does_not_change_the_state(
    pair: tuple[list[Transaction], list[Transaction]],
) -> None:
    one, other = pair
    assert a_payment(*one).state is a_payment(*other).state


@given(movements)
def test_money_that_went_back_is_never_called_paid(drawn: list[Transaction]) -> None:
    gave_back = any(movement.status in GAVE_BACK for movement in drawn)
    returned = {PaymentState.VOIDED, PaymentState.PARTLY_REFUNDED, PaymentState.REFUNDED}
    assert (a_payment(*drawn).state in returned) == gave_back
