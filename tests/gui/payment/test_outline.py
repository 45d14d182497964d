from datetime import UTC, datetime

import pytest

from gui.payment.outline import Absent, Field, Kind, Nested, Row, outline
from services.domain.clock import Instant
from services.domain.money import Money
from services.domain.payment import Payment, SubMerchantShare, Transaction, TransactionStatus, Transfer

SOLD = Instant(datetime(2020, 4, 19, 15, 35, 9, tzinfo=UTC), "19.04.2020 18:35:09")
SENT = Instant(datetime(2020, 5, 4, 8, 58, 11, tzinfo=UTC), "4.05.2020 11:58:11")


def a_transfer(kurus: int | None, extract_id: str = "5715") -> Transfer:
    return Transfer(extract_id=extract_id, amount=None if kurus is None else Money(kurus), sent_at=SENT)


def a_share(kurus: int | None, transfer: Transfer | None = None) -> SubMerchantShare:
    amount = None if kurus is None else Money(kurus)
    return SubMerchantShare(external_id="999999", amount=amount, at=SOLD, transfer=transfer)


def a_movement(
    kurus: int | None = 125000,
    *,
    status: TransactionStatus = TransactionStatus.PAID,
    transfer: Transfer | None = None,
    shares: tuple[SubMerchantShare, ...] = (),
    missing: frozenset[str] = frozenset(),
) -> Transaction:
    return Transaction(
        id="343666",
        status=status,
        status_name="Ödeme - Başarılı",
        amount=None if kurus is None else Money(kurus),
        at=SOLD,
        transfer=transfer,
        shares=shares,
        missing=missing,
    )


def a_payment(
    *movements: Transaction,
    transactions: tuple[Transaction, ...] | None = (),
    refno: str | None = None,
    missing: frozenset[str] = frozenset(),
    extra: dict[str, str] | None = None,
) -> Payment:
    return Payment(
        reference="9.54251311 1595848596|999",
        status="SUCCESS",
        return_code="0",
        return_message="SUCCESS",
        answered_at=SENT,
        paid_at=SOLD,
        refno=refno,
        amount=Money(125000),
        installments="1",
        commission="1,490",
        success_transaction_id=None,
        pos_id=None,
        pos_title=None,
        payment_way=None,
        transactions=movements or transactions,
        missing=missing,
        extra=extra or {},
    )


def value(row: Row, name: str) -> object:
    (found,) = [field.value for field in row.fields if field.name == name]
    return found


def test_the_documents_own_sample_becomes_its_tree() -> None:
    row = outline(
        a_payment(
            a_movement(
                transfer=a_transfer(14888), shares=(a_share(107300, a_transfer(107300, extract_id="5779")),)
            )
        )
    )

    (movement,) = row.children
    transfer, seller = movement.children
    (sellers_transfer,) = seller.children
    assert [r.kind for r in (row, movement, transfer, seller, sellers_transfer)] == [
        Kind.PAYMENT,
        Kind.MOVEMENT,
        Kind.TRANSFER,
        Kind.SELLER,
        Kind.TRANSFER,
    ]
    assert [transfer.text, seller.text, sellers_transfer.text] == ["5715", "999999", "5779"]
    assert movement.unexplained == Money(2812)


def test_a_field_left_out_null_and_empty_are_three_things() -> None:
    left_out = outline(a_payment(missing=frozenset({"REFNO"})))
    null = outline(a_payment(refno=None))
    empty = outline(a_payment(refno=""))

    assert [value(row, "REFNO") for row in (left_out, null, empty)] == [
        Absent.MISSING,
        Absent.NULL,
        Absent.EMPTY,
    ]


def test_what_the_documents_do_not_name_is_kept() -> None:
    row = outline(a_payment(extra={"COMMISSION_RATE": '"1,490"'}))

    assert row.fields[-1] == Field("COMMISSION_RATE", '"1,490"', documented=False)


def test_every_field_of_the_tables_stands_in_the_rows() -> None:
    row = outline(a_payment(a_movement(transfer=a_transfer(1), shares=(a_share(1, a_transfer(1)),))))
    movement = row.children[0]
    transfer, seller = movement.children

    assert {field.name for field in row.fields} == {
        "STATUS",
        "RETURN_CODE",
        "RETURN_MESSAGE",
        "DATE",
        "PAYMENT_DATE",
        "REFNO",
        "AMOUNT",
        "ORDER_REF_NUMBER",
        "INSTALLMENT",
        "COMMISSION",
        "SUCCESS_TRANSACTION_ID",
        "TRANSACTIONS",
        "PHYSICAL_POS_ID",
        "PHYSICAL_POS_TITLE",
        "PAYMENT_WAY",
    }
    assert {field.name for field in movement.fields} == {
        "TRANSACTION_ID",
        "STATUS_NAME",
        "AMOUNT",
        "DATE",
        "MERCHANT_AMOUNT_TRANSFER_DETAIL",
        "SUB_MERCHANT_DETAILS",
    }
    assert {field.name for field in seller.fields} == {
        "EXTERNAL_ID",
        "AMOUNT",
        "DATE",
        "SUB_MERCHANT_AMOUNT_TRANSFER_DETAIL",
    }
    assert {field.name for field in transfer.fields} == {"EXTRACT_ID", "SENDED_AMOUNT", "SENDED_DATE"}


def test_a_negative_amount_shows_its_magnitude_and_keeps_its_sign() -> None:
    movement = outline(a_payment(a_movement(-15125, status=TransactionStatus.PAYMENT_FAILED))).children[0]

    assert movement.amount == Money(15125)
    assert value(movement, "AMOUNT") == Money(-15125)


@pytest.mark.parametrize(
    "movement",
    [
        a_movement(transfer=a_transfer(125000)),
        a_movement(),
        a_movement(None, transfer=a_transfer(14888)),
        a_movement(transfer=a_transfer(None), shares=(a_share(107300),)),
    ],
    ids=["all of it", "nothing sent on", "no amount", "a transfer without an amount"],
)
def test_no_difference_is_shown_where_none_can_be_known(movement: Transaction) -> None:
    assert outline(a_payment(movement)).children[0].unexplained is None


def test_movements_null_missing_and_none_are_told_apart() -> None:
    null = outline(a_payment(transactions=None))
    missing = outline(a_payment(transactions=None, missing=frozenset({"TRANSACTIONS"})))
    none = outline(a_payment(transactions=()))
    some = outline(a_payment(a_movement()))

    assert [value(row, "TRANSACTIONS") for row in (null, missing, none, some)] == [
        Absent.NULL,
        Absent.MISSING,
        Absent.EMPTY,
        Nested.ROWS_BELOW,
    ]


def test_a_transfer_left_out_is_not_a_transfer_that_is_null() -> None:
    name = "MERCHANT_AMOUNT_TRANSFER_DETAIL"
    null, missing = (
        outline(a_payment(a_movement(missing=absent))).children[0]
        for absent in (frozenset[str](), frozenset({name}))
    )

    assert [value(row, name) for row in (null, missing)] == [Absent.NULL, Absent.MISSING]
