"""What two looks at one payment prove."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.evidence import Difference, Finding, Movement, What, differences, find
from services.domain.payment import GAVE_BACK, Payment, Transaction, TransactionStatus, Transfer
from tests.builders import a_movement, a_payment, at, istanbul, lira

PAID = TransactionStatus.PAID
VOIDED = TransactionStatus.VOIDED
VOID_FAILED = TransactionStatus.VOID_FAILED
REFUNDED = TransactionStatus.REFUNDED
REFUND_FAILED = TransactionStatus.REFUND_FAILED

A_TRANSFER = Transfer(extract_id="5715", amount=lira("148,88"), sent_at=at("04.05.2020 11:58"))

transactions = st.builds(
    a_movement,
    st.sampled_from(TransactionStatus),
    st.sampled_from([None, "10,00", "1250,00", "-1250,00"]),
    id=st.sampled_from("1234"),
    moved_at=st.sampled_from([None, "19.04.2020 18:35", "20.04.2020 09:00"]),
    sellers=st.sampled_from([(), (("999999", "1073,00"),), (("1", "1,00"), ("2", "2,00"))]),
)
payments = st.builds(
    lambda movements, amount, paid_at: a_payment(
        *movements, amount=amount, paid_at=paid_at, nothing_under_it=not movements
    ),
    st.lists(transactions, max_size=5),
    st.sampled_from([None, "1250,00", "-1250,00", "10,00"]),
    st.sampled_from([None, "19.04.2020 18:34"]),
)


def what(seen: Payment, now: Payment) -> list[What]:
    return [difference.what for difference in differences(seen, now)]


def test_what_a_look_found_is_said_in_the_words_that_lie_in_every_ledger_already() -> None:
    assert [finding.value for finding in Finding] == [
        "exactly one new movement gave the money back",
        "a new movement says it failed",
        "nothing is new",
        "it can be read in more than one way",
    ]


# What must stop a reversal planned on an earlier look


@given(payments)
def test_a_payment_does_not_differ_from_itself(payment: Payment) -> None:
    assert differences(payment, payment) == ()
    assert find(payment, payment) is Finding.NOTHING_NEW


@given(payments, payments)
def test_what_differs_one_way_differs_the_other_way(one: Payment, other: Payment) -> None:
    assert bool(differences(one, other)) == bool(differences(other, one))


@given(payments)
def test_what_may_change_by_itself_is_no_news(payment: Payment) -> None:
    later = replace(
        payment,
        answered_at=at("25.09.2020 10:00"),
        return_message="another",
        commission="1,490",
        extra={"NEW_FIELD": "1"},
        missing=frozenset({"REFNO"}),
        transactions=None
        if payment.transactions is None
        else tuple(
            replace(movement, transfer=A_TRANSFER, extra={"PLANNED_TRANSFER_DATE": '"1"'})
            for movement in payment.transactions
        ),
    )
    assert differences(payment, later) == ()


@given(payments)
def test_a_turned_sign_of_a_movement_is_no_news(payment: Payment) -> None:
    def turned(movement: Transaction) -> Transaction:
        if movement.amount is None:
            return movement
        return replace(movement, amount=lira("0,00") - movement.amount)

    now = replace(payment, transactions=tuple(map(turned, payment.movements)))
    assert differences(payment, now) == ()


def test_another_amount_is_shown_with_both() -> None:
    (found,) = differences(a_payment(), a_payment(amount="1250,01"))
    assert found == Difference(What.AMOUNT, lira("1250,00"), lira("1250,01"))


def test_another_sale_instant_is_shown_with_both() -> None:
    (found,) = differences(a_payment(), a_payment(a_movement(moved_at="20.04.2020 18:35")))
    assert found == Difference(What.SALE_INSTANT, istanbul("19.04.2020 18:35"), istanbul("20.04.2020 18:35"))


def test_a_new_movement_is_shown() -> None:
    void = a_movement(VOIDED, id="2")
    (found,) = differences(a_payment(), a_payment(a_movement(), void))
    assert found == Difference(What.NEW_MOVEMENT, None, Movement.of(void))


def test_a_movement_that_is_gone_is_shown() -> None:
    void = a_movement(VOIDED, id="2")
    (found,) = differences(a_payment(a_movement(), void), a_payment())
    assert found == Difference(What.GONE_MOVEMENT, Movement.of(void), None)


@pytest.mark.parametrize(
    "now",
    [
        a_movement(VOIDED),
        a_movement(amount="1250,01"),
        a_movement(amount=None),
        a_movement(sellers=[("999999", "1073,00")]),
    ],
    ids=["status", "amount", "amount gone", "sellers"],
)
def test_a_movement_that_is_not_as_it_was_is_shown(now: Transaction) -> None:
    seen = replace(now, status=PAID, amount=lira("1250,00"), shares=())
    (found,) = differences(a_payment(seen), a_payment(now, paid_at="19.04.2020 18:35"))
    assert found == Difference(What.OTHER_MOVEMENT, Movement.of(seen), Movement.of(now))


def test_a_seller_without_a_number_is_a_seller_like_another() -> None:
    known = a_movement(sellers=[("1", "10,00"), ("2", "20,00")])
    nameless = replace(known.shares[1], external_id=None, amount=None)
    one = replace(known, shares=(known.shares[0], nameless))
    other = replace(known, shares=(nameless, known.shares[0]))

    assert differences(a_payment(one), a_payment(other)) == ()
    assert what(a_payment(one), a_payment(known)) == [What.OTHER_MOVEMENT]


@pytest.mark.parametrize("due", ["10,00", "20,00"])
def test_the_sellers_may_be_listed_in_another_order(due: str) -> None:
    one = a_movement(sellers=[("1", "10,00"), ("2", due)])
    other = a_movement(sellers=[("2", due), ("1", "10,00")])
    assert differences(a_payment(one), a_payment(other)) == ()


def test_a_movement_that_a_gateway_repeats_is_a_new_one() -> None:
    assert what(a_payment(), a_payment(a_movement(), a_movement())) == [What.NEW_MOVEMENT]


def test_movements_that_only_vanished_are_all_shown() -> None:
    gone = a_payment(nothing_under_it=True, paid_at="19.04.2020 18:35")
    assert what(a_payment(), gone) == [What.GONE_MOVEMENT]


# What became of a void


@pytest.mark.parametrize(
    ("now", "finding"),
    [
        ([a_movement(), a_movement(VOIDED, id="2")], Finding.GIVEN_BACK),
        ([a_movement(VOIDED)], Finding.GIVEN_BACK),
        ([a_movement(), a_movement(VOIDED, "-1250,00", id="2")], Finding.GIVEN_BACK),
        ([a_movement(), a_movement(REFUNDED, id="2")], Finding.GIVEN_BACK),
        ([a_movement(), a_movement(VOID_FAILED, id="2")], Finding.FAILED),
        ([a_movement(VOID_FAILED)], Finding.FAILED),
        ([a_movement(), a_movement(REFUND_FAILED, id="2")], Finding.FAILED),
        ([a_movement()], Finding.NOTHING_NEW),
        # Two candidates, a part, or an end that nobody wrote down: a person looks.
        ([a_movement(), a_movement(VOIDED, id="2"), a_movement(REFUNDED, id="3")], Finding.FOR_A_PERSON),
        ([a_movement(VOIDED), a_movement(VOIDED, id="2")], Finding.FOR_A_PERSON),
        ([a_movement(), a_movement(VOIDED, "50,00", id="2")], Finding.FOR_A_PERSON),
        ([a_movement(), a_movement(VOIDED, None, id="2")], Finding.FOR_A_PERSON),
        # One failed, the next one worked.
        ([a_movement(), a_movement(VOIDED, id="2"), a_movement(VOID_FAILED, id="3")], Finding.GIVEN_BACK),
        (
            [a_movement(), a_movement(VOID_FAILED, id="2"), a_movement(VOID_FAILED, id="3")],
            Finding.FOR_A_PERSON,
        ),
        ([a_movement(), a_movement(TransactionStatus.UNRECOGNISED, id="2")], Finding.FOR_A_PERSON),
        ([a_movement(), a_movement(TransactionStatus.WAITING, id="2")], Finding.FOR_A_PERSON),
        ([], Finding.FOR_A_PERSON),
        # Not as it was, and no movement says why: that is no proof of silence.
        ([a_movement(amount="0,00")], Finding.FOR_A_PERSON),
        ([a_movement(amount=None)], Finding.FOR_A_PERSON),
        ([a_movement(sellers=[("999999", "1073,00")])], Finding.FOR_A_PERSON),
        ([a_movement(), a_movement(amount="10,00")], Finding.FOR_A_PERSON),
        ([a_movement(amount="-1250,00")], Finding.NOTHING_NEW),
    ],
)
def test_a_look_after_a_void_finds(now: list[Transaction], finding: Finding) -> None:
    assert find(a_payment(), a_payment(*now, nothing_under_it=not now)) is finding


CANCELLED = ("ORDER_CANCEL", "300")


@pytest.mark.parametrize(
    ("now", "top_level", "finding"),
    [
        # The top level never takes a movement's word away.
        ([a_movement(), a_movement(VOIDED, id="2")], CANCELLED, Finding.GIVEN_BACK),
        ([a_movement(VOIDED)], ("ERROR", "100"), Finding.GIVEN_BACK),
        # But silence under another top level is none, and a failure under a cancelled order is doubtful.
        ([a_movement()], CANCELLED, Finding.FOR_A_PERSON),
        ([a_movement()], ("SUCCESS", "300"), Finding.FOR_A_PERSON),
        ([a_movement()], ("ORDER_CANCEL", "0"), Finding.FOR_A_PERSON),
        ([a_movement()], ("ERROR", "100"), Finding.FOR_A_PERSON),
        ([a_movement()], (None, None), Finding.FOR_A_PERSON),
        ([a_movement(), a_movement(VOID_FAILED, id="2")], CANCELLED, Finding.FOR_A_PERSON),
        ([a_movement(), a_movement(VOID_FAILED, id="2")], ("ERROR", "100"), Finding.FAILED),
    ],
)
def test_a_look_reads_the_top_level_too(
    now: list[Transaction], top_level: tuple[str | None, str | None], finding: Finding
) -> None:
    assert find(a_payment(), a_payment(*now, top_level=top_level)) is finding


PAID_NAME, VOIDED_NAME, FAILED_NAME = "Ödeme - Başarılı", "İptal - Başarılı", "İptal - Başarısız"


@pytest.mark.parametrize(
    ("now", "finding"),
    [
        ([a_movement(name=PAID_NAME)], Finding.NOTHING_NEW),
        ([a_movement(name=f"  {PAID_NAME} ")], Finding.NOTHING_NEW),
        ([a_movement(name=VOIDED_NAME)], Finding.FOR_A_PERSON),
        ([a_movement(name="Ödeme")], Finding.FOR_A_PERSON),
        ([a_movement()], Finding.FOR_A_PERSON),
        ([a_movement(name=PAID_NAME), a_movement(VOIDED, id="2", name=VOIDED_NAME)], Finding.GIVEN_BACK),
        (
            [a_movement(name=PAID_NAME), a_movement(VOIDED, id="2", name="Terminalden iptal")],
            Finding.GIVEN_BACK,
        ),
        ([a_movement(name=PAID_NAME), a_movement(VOIDED, id="2", name=FAILED_NAME)], Finding.FOR_A_PERSON),
        ([a_movement(name=PAID_NAME), a_movement(VOID_FAILED, id="2", name=FAILED_NAME)], Finding.FAILED),
        (
            [a_movement(name=PAID_NAME), a_movement(VOID_FAILED, id="2", name=VOIDED_NAME)],
            Finding.FOR_A_PERSON,
        ),
        (
            [a_movement(name=PAID_NAME), a_movement(VOID_FAILED, id="2", name="İptal edildi")],
            Finding.FOR_A_PERSON,
        ),
        ([a_movement(name=VOIDED_NAME), a_movement(VOID_FAILED, id="2")], Finding.FOR_A_PERSON),
    ],
)
def test_a_look_reads_the_names_of_the_movements_too(now: list[Transaction], finding: Finding) -> None:
    assert find(a_payment(a_movement(name=PAID_NAME)), a_payment(*now)) is finding


def test_a_status_id_that_nobody_knows_is_compared_as_it_came() -> None:
    unknown = a_movement(TransactionStatus.UNRECOGNISED, id="2")
    one, other = (replace(unknown, extra={"STATUS_ID": number}) for number in ("9", "12"))

    assert find(a_payment(one), a_payment(one)) is Finding.NOTHING_NEW
    assert find(a_payment(one), a_payment(other)) is Finding.FOR_A_PERSON
    assert what(a_payment(one), a_payment(other)) == [What.OTHER_MOVEMENT]


def test_another_sale_instant_is_no_silence() -> None:
    moved = a_payment(a_movement(moved_at="19.04.2020 18:36"))
    assert find(a_payment(), moved) is Finding.FOR_A_PERSON


def test_another_top_level_stops_a_reversal_and_is_shown_with_both() -> None:
    (found,) = differences(a_payment(), a_payment(top_level=CANCELLED))
    assert found == Difference(What.TOP_LEVEL, "SUCCESS / 0", "ORDER_CANCEL / 300")


def test_a_movement_with_another_name_stops_a_reversal() -> None:
    before, now = a_movement(name=PAID_NAME), a_movement(name=VOIDED_NAME)
    (found,) = differences(a_payment(before), a_payment(now))
    assert found == Difference(What.OTHER_MOVEMENT, Movement.of(before), Movement.of(now))


def test_of_two_amounts_the_larger_was_asked_back() -> None:
    before = a_payment(a_movement(amount="1000,00"), amount="1250,00")
    whole, part = (
        a_payment(*before.movements, a_movement(VOIDED, back, id="2")) for back in ("1250,00", "1000,00")
    )

    assert find(before, whole) is Finding.GIVEN_BACK
    assert find(before, part) is Finding.FOR_A_PERSON


def test_an_old_failure_says_nothing_of_this_void() -> None:
    before = a_payment(a_movement(), a_movement(VOID_FAILED, id="2"))
    assert find(before, before) is Finding.NOTHING_NEW
    tried_again = a_payment(*before.movements, a_movement(VOID_FAILED, id="3"))
    assert find(before, tried_again) is Finding.FAILED
    then_worked = a_payment(*before.movements, a_movement(VOIDED, id="3"))
    assert find(before, then_worked) is Finding.GIVEN_BACK


def test_a_movement_that_is_gone_or_another_amount_is_no_silence() -> None:
    before = a_payment(a_movement(), a_movement(VOID_FAILED, id="2"))
    assert find(before, a_payment()) is Finding.FOR_A_PERSON
    assert find(before, replace(before, amount=lira("0,00"))) is Finding.FOR_A_PERSON
    assert find(before, replace(before, amount=lira("-1250,00"))) is Finding.NOTHING_NEW


def test_a_repeated_movement_is_not_a_second_one() -> None:
    voided = a_payment(a_movement(), a_movement(VOIDED, id="2"))
    assert find(voided, a_payment(*voided.movements, a_movement(VOIDED, id="2"))) is Finding.NOTHING_NEW


def test_what_was_never_answered_is_not_proven_whole() -> None:
    before = a_payment(a_movement(amount=None), amount=None)
    assert find(before, a_payment(a_movement(), a_movement(VOIDED, id="2"))) is Finding.FOR_A_PERSON


@given(payments, payments)
def test_money_is_never_found_given_back_without_a_movement_that_says_so(
    before: Payment, now: Payment
) -> None:
    finding = find(before, now)
    old = {(movement.id, movement.status) for movement in before.movements}
    new = [movement for movement in now.movements if (movement.id, movement.status) not in old]
    gave = [movement for movement in new if movement.status in GAVE_BACK]
    if finding is Finding.GIVEN_BACK:
        (only,) = gave
        assert only.amount is not None
        assert abs(only.amount) == before.charged
    elif finding is not Finding.FOR_A_PERSON:
        assert not gave


@given(payments, payments)
def test_what_a_look_finds_also_differs(before: Payment, now: Payment) -> None:
    if find(before, now) in {Finding.GIVEN_BACK, Finding.FAILED}:
        assert differences(before, now)


@given(payments, payments)
def test_the_order_of_the_movements_proves_nothing(before: Payment, now: Payment) -> None:
    turned = replace(now, transactions=now.movements[::-1] or None)
    assert find(before, turned) is find(before, now)
