"""ProcessQuery, row by row of WIRE's table, and what EsnekPOS is told."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any

import pytest

from services.domain.account import Account, Environment, GatewayName
from services.domain.errors import (
    BadReply,
    CredentialsRefused,
    InputProblem,
    InvalidInput,
    NotConfigured,
    NotReversible,
    WhyNot,
)
from services.domain.money import Money
from services.domain.payment import Payment, PaymentState, TransactionStatus
from services.gateways.base import Verdict
from services.gateways.esnekpos_wire import read_payment, read_void, write_query, write_void
from tests.services.gateways.conftest import KEY

REFERENCE = "9.54251311 1595848596|999"
BACK_URL = "https://posservicetest.esnekpos.com/api/home/PhysicalPaymentLog"
ACCOUNT = Account(
    gateway=GatewayName.ESNEKPOS,
    environment=Environment.TEST,
    merchant="TEST1234",
    name="Merkez",
    back_url=BACK_URL,
)


def sample(name: str) -> str:
    return resources.files("resources").joinpath("samples", name).read_text("utf-8")


def an_answer(**changes: Any) -> str:
    """The document's sample, some of its fields changed; `...` leaves one out."""
    told: dict[str, Any] = {**json.loads(sample("001_answer.json")), **changes}
    return json.dumps({name: value for name, value in told.items() if value is not ...})


def a_movement(**changes: Any) -> str:
    """The sample with its movement's fields changed."""
    [movement] = json.loads(sample("001_answer.json"))["TRANSACTIONS"]
    told = {**movement, **changes}
    return an_answer(TRANSACTIONS=[{name: value for name, value in told.items() if value is not ...}])


def read(text: str, reference: str = REFERENCE) -> Payment:
    payment = read_payment(text, reference)
    assert payment is not None
    return payment


def test_reads_the_documents_sample_to_the_last_field() -> None:
    payment = read(sample("001_answer.json"))
    assert (payment.reference, payment.status, payment.return_code, payment.return_message) == (
        REFERENCE, "SUCCESS", "0", "SUCCESS",
    )  # fmt: skip
    assert payment.answered_at is not None
    assert payment.answered_at.text == "24.09.2020 17:08:10"
    assert payment.paid_at is not None
    assert payment.paid_at.at.isoformat() == "2020-04-19T15:34:35+00:00"
    assert (payment.amount, payment.installments, payment.commission) == (Money(125000), "1", "1,490")
    assert payment.refno is None
    assert payment.missing == {
        "SUCCESS_TRANSACTION_ID",
        "PHYSICAL_POS_ID",
        "PHYSICAL_POS_TITLE",
        "PAYMENT_WAY",
    }
    assert dict(payment.extra) == {}
    [movement] = payment.movements
    assert (movement.id, movement.status, movement.status_name, movement.amount) == (
        "343666", TransactionStatus.PAID, "Ödeme - Başarılı", Money(125000),
    )  # fmt: skip
    assert movement.transfer is not None
    assert (movement.transfer.extract_id, movement.transfer.amount) == ("5715", Money(14888))
    [share] = movement.shares
    assert (share.external_id, share.amount) == ("999999", Money(107300))
    assert share.transfer is not None
    assert share.transfer.sent_at is not None
    assert share.transfer.sent_at.text == "4.05.2020 11:57:28"
    assert (movement.missing, share.missing, movement.transfer.missing) == (frozenset(),) * 3


def test_writes_the_documents_query() -> None:
    assert json.loads(write_query(ACCOUNT, KEY, "0.54251300 1595848596|93")) == json.loads(
        sample("001_request.json")
    )


def test_writes_the_documents_void() -> None:
    assert json.loads(write_void(ACCOUNT, KEY, "ORDER_REF_NUMBER")) == json.loads(sample("000_request.json"))


@pytest.mark.parametrize("reference", ["a b|c", " a ", "İğne", "x" * 300, '"\\', "1\u0001", "😀"])
def test_a_reference_goes_as_it_was_typed(reference: str) -> None:
    told = write_query(ACCOUNT, KEY, reference)
    assert told.isascii()
    assert json.loads(told)["ORDER_REF_NUMBER"] == reference


def test_nothing_is_written_without_a_reference() -> None:
    for write in (write_query, write_void):
        with pytest.raises(InvalidInput):
            write(ACCOUNT, KEY, "")


def test_a_void_takes_24_characters_and_no_more() -> None:
    assert write_void(ACCOUNT, KEY, "x" * 24)
    with pytest.raises(NotReversible) as refused:
        write_void(ACCOUNT, KEY, "x" * 25)
    assert refused.value.why is WhyNot.REFERENCE_TOO_LONG
    assert refused.value.account is ACCOUNT


def test_a_void_needs_somewhere_to_post_its_result() -> None:
    homeless = Account(
        gateway=GatewayName.ESNEKPOS, environment=Environment.LIVE, merchant="1", name="Merkez"
    )
    with pytest.raises(NotConfigured):
        write_void(homeless, KEY, "1")


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"ORDER_REF_NO": ..., "ORDER_REF_NUMBER": REFERENCE},
        {"ORDER_REF_NUMBER": REFERENCE},
        {"ORDER_REF_NO": None},
        {"ORDER_REF_NO": ...},
    ],
)
def test_takes_the_reference_by_either_name_or_none(changes: dict[str, Any]) -> None:
    payment = read(an_answer(**changes))
    assert payment.reference == REFERENCE
    named = "ORDER_REF_NO" in changes and changes["ORDER_REF_NO"] is ... and "ORDER_REF_NUMBER" not in changes
    assert ("ORDER_REF_NUMBER" in payment.missing) == named


@pytest.mark.parametrize(
    "changes",
    [
        {"ORDER_REF_NO": "9.54251311 1595848596|99"},
        {"ORDER_REF_NO": REFERENCE + " "},
        {"ORDER_REF_NO": REFERENCE.replace(" ", "\u00a0")},
        {"ORDER_REF_NO": ""},
        {"ORDER_REF_NO": 9},
        {"ORDER_REF_NO": [REFERENCE]},
        {"ORDER_REF_NUMBER": "another"},
        {"ORDER_REF_NO": None, "ORDER_REF_NUMBER": "another"},
    ],
)
def test_another_references_answer_is_never_read(changes: dict[str, Any]) -> None:
    with pytest.raises(BadReply):
        read_payment(an_answer(**changes), REFERENCE)


@pytest.mark.parametrize("look_alike", ["İade", "I\u0307ade", "iade"])
def test_references_are_compared_byte_for_byte(look_alike: str) -> None:
    others = {"İade", "I\u0307ade", "iade"} - {look_alike}
    assert read(an_answer(ORDER_REF_NO=look_alike), look_alike).reference == look_alike
    for other in others:
        with pytest.raises(BadReply):
            read_payment(an_answer(ORDER_REF_NO=look_alike), other)


@pytest.mark.parametrize(
    ("code", "status"), [("102", "AUTHENTICATION_ERROR"), (102, None), (None, "AUTHENTICATION_ERROR")]
)
def test_a_wrong_key_is_told(code: object, status: object) -> None:
    text = an_answer(
        RETURN_CODE=code, STATUS=status, RETURN_MESSAGE="yok", TRANSACTIONS=None, ORDER_REF_NO=None
    )
    with pytest.raises(CredentialsRefused) as refused:
        read_payment(text, REFERENCE)
    assert (refused.value.code, refused.value.text) == ("102", "yok")
    assert "yok" not in str(refused.value)


@pytest.mark.parametrize("movements", [None, ..., [], "null"])
@pytest.mark.parametrize("code", ["400", 400])
def test_what_the_gateway_does_not_know_is_nothing(code: object, movements: object) -> None:
    text = an_answer(RETURN_CODE=code, STATUS="PROCESS_QUERY", TRANSACTIONS=movements, AMOUNT=None)
    assert read_payment(text, REFERENCE) is None


@pytest.mark.parametrize(
    ("code", "status"),
    [("0", "SUCCESS"), ("100", "ERROR"), ("106", "PAYMENT_WAITING"), ("300", "ORDER_CANCEL"), (0, "SUCCESS")],
)
def test_a_payment_without_movements_is_one_where_the_code_says_so(code: object, status: str) -> None:
    payment = read(an_answer(RETURN_CODE=code, STATUS=status, TRANSACTIONS=None))
    assert payment.transactions is None
    assert payment.state is PaymentState.UNCLEAR
    assert "TRANSACTIONS" not in payment.missing
    assert read(an_answer(RETURN_CODE=code, TRANSACTIONS=...)).missing >= {"TRANSACTIONS"}


@pytest.mark.parametrize(
    "changes",
    [
        {"RETURN_CODE": "999", "STATUS": "UNKNOWN_ERROR"},
        {"RETURN_CODE": "105", "STATUS": "INSERT_ERROR"},
        {"RETURN_CODE": "400", "STATUS": "SUCCESS"},
        {"RETURN_CODE": None, "STATUS": None},
        {"RETURN_CODE": ..., "STATUS": ...},
        {"RETURN_CODE": True},
        {"RETURN_CODE": [0]},
        {"RETURN_CODE": "00"},
    ],
)
def test_no_movements_and_no_known_code_is_no_answer(changes: dict[str, Any]) -> None:
    with pytest.raises(BadReply):
        read_payment(an_answer(TRANSACTIONS=None, **changes), REFERENCE)


@pytest.mark.parametrize(
    ("code", "state"),
    [
        ("0", PaymentState.PAID),
        (None, PaymentState.PAID),
        *((code, PaymentState.UNCLEAR) for code in ("100", "300", "400", "106", "999")),
    ],
)
def test_the_top_level_never_says_the_state_but_makes_a_paid_one_doubtful(
    code: str | None, state: PaymentState
) -> None:
    assert read(an_answer(RETURN_CODE=code)).state is state
    voided = an_answer(
        RETURN_CODE=code, TRANSACTIONS=[{"TRANSACTION_ID": 1, "STATUS_ID": 5, "AMOUNT": "1,00"}]
    )
    assert read(voided).state is PaymentState.VOIDED


def test_a_declined_payment_is_read_with_its_banks_words() -> None:
    text = an_answer(
        STATUS="ERROR",
        RETURN_CODE="100",
        RETURN_MESSAGE="51-Limit Yetersiz",
        PAYMENT_DATE=None,
        TRANSACTIONS=[
            {"TRANSACTION_ID": 1, "STATUS_ID": 1, "STATUS_NAME": "Ödeme - Bekliyor", "AMOUNT": "-151,25"},
            {"TRANSACTION_ID": 2, "STATUS_ID": 4, "STATUS_NAME": "Ödeme - Başarısız", "AMOUNT": "-151,25"},
        ],
    )
    payment = read(text)
    assert payment.state is PaymentState.DECLINED
    assert payment.return_message == "51-Limit Yetersiz"
    assert [movement.amount for movement in payment.movements] == [Money(-15125)] * 2
    assert payment.movements[0].missing >= {"DATE", "SUB_MERCHANT_DETAILS", "MERCHANT_AMOUNT_TRANSFER_DETAIL"}


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"STATUS_ID": 1}, TransactionStatus.WAITING),
        ({"STATUS_ID": 2}, TransactionStatus.WAITING_FOR_3D),
        ({"STATUS_ID": "4"}, TransactionStatus.PAYMENT_FAILED),
        ({"STATUS_ID": 5}, TransactionStatus.VOIDED),
        ({"STATUS_ID": 6}, TransactionStatus.VOID_FAILED),
        ({"STATUS_ID": 7}, TransactionStatus.REFUNDED),
        ({"STATUS_ID": 8}, TransactionStatus.REFUND_FAILED),
        ({"STATUS_ID": ..., "STATUS_NAME": "İptal - Başarılı"}, TransactionStatus.VOIDED),
        ({"STATUS_ID": None, "STATUS_NAME": "İade - Başarısız"}, TransactionStatus.REFUND_FAILED),
        ({"STATUS_ID": "", "STATUS_NAME": " Ödeme  -  Bekliyor "}, TransactionStatus.WAITING),
        ({"STATUS_ID": ..., "STATUS_NAME": "I\u0307ptal - Bas\u0327arılı"}, TransactionStatus.VOIDED),
        ({"STATUS_ID": ..., "STATUS_NAME": "IPTAL"}, TransactionStatus.UNRECOGNISED),
        ({"STATUS_ID": ..., "STATUS_NAME": None}, TransactionStatus.UNRECOGNISED),
        ({"STATUS_ID": 0}, TransactionStatus.UNRECOGNISED),
        ({"STATUS_ID": 9}, TransactionStatus.UNRECOGNISED),
        ({"STATUS_ID": 3.0}, TransactionStatus.UNRECOGNISED),
        ({"STATUS_ID": True}, TransactionStatus.UNRECOGNISED),
        ({"STATUS_ID": [3]}, TransactionStatus.UNRECOGNISED),
        ({"STATUS_ID": "03"}, TransactionStatus.UNRECOGNISED),
    ],
)
def test_a_status_goes_by_its_id_else_by_its_name_else_unrecognised(
    changes: dict[str, Any], status: TransactionStatus
) -> None:
    [movement] = read(a_movement(**changes)).movements
    assert movement.status is status


def test_a_status_nobody_knows_can_be_quoted() -> None:
    [movement] = read(a_movement(STATUS_ID=12, STATUS_NAME="Ters İbraz")).movements
    assert movement.status_name == "Ters İbraz"
    assert dict(movement.extra) == {"STATUS_ID": "12"}


@pytest.mark.parametrize(
    "text",
    [
        an_answer(AMOUNT=1250),
        an_answer(AMOUNT=1250.0),
        an_answer(AMOUNT="1250.00"),
        an_answer(AMOUNT="12,5"),
        an_answer(AMOUNT=["1250,00"]),
        a_movement(AMOUNT=1250.5),
        a_movement(AMOUNT="bin"),
        a_movement(TRANSACTION_ID=None),
        a_movement(TRANSACTION_ID=...),
        a_movement(TRANSACTION_ID=""),
        a_movement(TRANSACTION_ID=True),
        a_movement(TRANSACTION_ID=[1]),
        a_movement(SUB_MERCHANT_DETAILS="string"),
        a_movement(SUB_MERCHANT_DETAILS={"EXTERNAL_ID": "1"}),
        a_movement(SUB_MERCHANT_DETAILS=[1]),
        a_movement(SUB_MERCHANT_DETAILS=[{"EXTERNAL_ID": "1", "AMOUNT": 5}]),
        a_movement(SUB_MERCHANT_DETAILS=[{"EXTERNAL_ID": ["1"], "AMOUNT": "5,00"}]),
        an_answer(TRANSACTIONS="none"),
        an_answer(TRANSACTIONS={}),
        an_answer(TRANSACTIONS=[None]),
        an_answer(TRANSACTIONS=[[]]),
        an_answer(TRANSACTIONS=1),
        "",
        "[]",
        "<html>",
        an_answer() + an_answer(),
        an_answer()[:-1],
        an_answer().replace('"AMOUNT": "1250,00"', '"AMOUNT": NaN', 1),
        an_answer().replace('"AMOUNT"', '"AMOUNT": "1,00", "AMOUNT"', 1),
        an_answer(EXTRA="\ud800"),
        '{"TRANSACTIONS":' + "[" * 100_000,
    ],
)
def test_money_identity_and_structure_are_read_whole_or_not_at_all(text: str) -> None:
    with pytest.raises(BadReply):
        read_payment(text, REFERENCE)


def test_decoration_may_be_odd_and_is_kept() -> None:
    payment = read(
        an_answer(
            DATE=20200924,
            PAYMENT_DATE="0001-01-01",
            REFNO=["a"],
            INSTALLMENT=1,
            COMMISSION=2.25,
            COMMISSION_RATE="1,490",
            SUCCESS_TRANSACTION_ID=0,
            PHYSICAL_POS_ID=7,
            PHYSICAL_POS_TITLE="Kasa",
            PAYMENT_WAY="",
            NESTED={"a": [1.10, None, True]},
        )
    )
    assert (payment.answered_at, payment.paid_at, payment.refno) == (None, None, None)
    assert (payment.installments, payment.commission, payment.success_transaction_id) == ("1", "2.25", "0")
    assert (payment.pos_id, payment.pos_title, payment.payment_way) == ("7", "Kasa", "")
    assert dict(payment.extra) == {
        "DATE": "20200924",
        "PAYMENT_DATE": '"0001-01-01"',
        "REFNO": '["a"]',
        "COMMISSION_RATE": '"1,490"',
        "NESTED": '{"a": [1.1, null, true]}',
    }


@pytest.mark.parametrize("nothing", [None, "null", ...])
def test_no_transfer_and_no_sellers_are_written_three_ways(nothing: object) -> None:
    [movement] = read(
        a_movement(MERCHANT_AMOUNT_TRANSFER_DETAIL=nothing, SUB_MERCHANT_DETAILS=nothing)
    ).movements
    assert (movement.transfer, movement.shares, dict(movement.extra)) == (None, (), {})


def test_a_transfer_that_is_a_text_is_kept_as_one() -> None:
    [movement] = read(
        a_movement(MERCHANT_AMOUNT_TRANSFER_DETAIL="string", PLANNED_TRANSFER_DATE=None)
    ).movements
    assert movement.transfer is None
    assert dict(movement.extra) == {
        "MERCHANT_AMOUNT_TRANSFER_DETAIL": '"string"',
        "PLANNED_TRANSFER_DATE": "null",
    }


def test_a_seller_without_a_number_is_not_a_seller_called_null() -> None:
    [movement] = read(
        a_movement(SUB_MERCHANT_DETAILS=[{"EXTERNAL_ID": None, "AMOUNT": None}, {"EXTERNAL_ID": 7}])
    ).movements
    assert [share.external_id for share in movement.shares] == [None, "7"]
    assert [share.amount for share in movement.shares] == [None, None]


@pytest.mark.parametrize(
    ("theirs", "verdict"),
    [
        ('"0042"', Verdict.DONE),
        ("null", Verdict.DONE),
        ('""', Verdict.DONE),
        ('"42"', Verdict.UNKNOWN),
        ('"0042 "', Verdict.UNKNOWN),
        ("42", Verdict.UNKNOWN),
        ('["0042"]', Verdict.UNKNOWN),
    ],
)
def test_a_void_answered_with_another_sales_refno_is_unknown(theirs: str, verdict: Verdict) -> None:
    body = f'{{"RETURN_CODE": "0", "STATUS": "SUCCESS", "REFNO": {theirs}}}'
    assert read_void(200, body, REFERENCE, refno="0042").verdict is verdict


@pytest.mark.parametrize("pair", [("0", "SUCCESS"), ("100", "ERROR"), ("102", "AUTHENTICATION_ERROR")])
def test_a_foreign_refno_makes_any_pair_unknown(pair: tuple[str, str]) -> None:
    code, status = pair
    body = f'{{"RETURN_CODE": "{code}", "STATUS": "{status}", "REFNO": "7"}}'
    assert read_void(200, body, REFERENCE, refno="0042").verdict is Verdict.UNKNOWN
    assert read_void(200, body, REFERENCE).verdict is not Verdict.UNKNOWN


def test_a_refno_that_is_a_number_is_the_same_as_its_text() -> None:
    body = '{"RETURN_CODE": "0", "STATUS": "SUCCESS", "REFNO": 42}'
    assert read_void(200, body, REFERENCE, refno="42").verdict is Verdict.DONE


@pytest.mark.parametrize("reference", ["1\u0000", "1\ud800", "\udfff"])
def test_a_reference_that_cannot_be_written_down_is_not_sent(reference: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        write_query(ACCOUNT, KEY, reference)
    assert refused.value.problem is InputProblem.NOT_PRINTABLE
