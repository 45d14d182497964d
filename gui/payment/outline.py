"""A payment as rows: payment, movements, transfers and sellers, the sellers' transfers. Pure; no Qt.

Nothing that was answered is left out: every field of the ProcessQuery tables (S 001) stands under the
row it belongs to, by its name on the wire, and what the documents do not name follows it. Whether a
field was left out, null or empty is three different things.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from services.domain.clock import Instant
from services.domain.money import Money, total
from services.domain.payment import Payment, SubMerchantShare, Transaction, TransactionStatus, Transfer


class Kind(Enum):
    """What a row is about."""

    PAYMENT = "payment"
    MOVEMENT = "movement"
    TRANSFER = "transfer"
    SELLER = "seller"


class Absent(Enum):
    """Why a documented field holds nothing."""

    MISSING = "missing"
    NULL = "null"
    EMPTY = "empty"


class Nested(Enum):
    """A field whose value is the rows below."""

    ROWS_BELOW = "rows below"


FieldValue = Money | Instant | str | Absent | Nested


@dataclass(frozen=True, slots=True)
class Field:
    """One field of an answer.

    Attributes:
        name: As on the wire.
        value: Untrusted where it is text. An amount keeps the gateway's sign.
        documented: Whether S 001 or a recorded answer names it; else `value` is JSON text.
    """

    name: str
    value: FieldValue
    documented: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the tree, with its fields.

    Attributes:
        status: Of a movement.
        text: The gateway's own words, or the number that tells this row from its like; untrusted.
        amount: Without the gateway's sign, which carries no direction (WIRE).
        unexplained: What a movement's transfers and sellers leave of its amount, if they tell. The
            document's own sample leaves some, so it is information and never an alarm.
    """

    kind: Kind
    text: str
    amount: Money | None
    at: Instant | None
    fields: tuple[Field, ...]
    status: TransactionStatus | None = None
    children: tuple[Row, ...] = ()
    unexplained: Money | None = None


def outline(payment: Payment) -> Row:
    """Return a payment as its tree of rows."""
    fields = [
        _field(payment.missing, "ORDER_REF_NUMBER", payment.reference),
        _field(payment.missing, "AMOUNT", payment.amount),
        _field(payment.missing, "PAYMENT_DATE", payment.paid_at),
        _field(payment.missing, "INSTALLMENT", payment.installments),
        _field(payment.missing, "REFNO", payment.refno),
        _field(payment.missing, "COMMISSION", payment.commission),
        _field(payment.missing, "SUCCESS_TRANSACTION_ID", payment.success_transaction_id),
        _field(payment.missing, "PHYSICAL_POS_ID", payment.pos_id),
        _field(payment.missing, "PHYSICAL_POS_TITLE", payment.pos_title),
        _field(payment.missing, "PAYMENT_WAY", payment.payment_way),
        _field(payment.missing, "STATUS", payment.status),
        _field(payment.missing, "RETURN_CODE", payment.return_code),
        _field(payment.missing, "RETURN_MESSAGE", payment.return_message),
        _field(payment.missing, "DATE", payment.answered_at),
        Field("TRANSACTIONS", _transactions(payment)),
    ]
    return Row(
        kind=Kind.PAYMENT,
        text=payment.reference,
        amount=payment.charged,
        at=payment.sold_at,
        fields=(*fields, *_extra(payment.extra)),
        children=tuple(_movement(transaction) for transaction in payment.movements),
    )


def unexplained(movement: Transaction) -> Money | None:
    """Return what transfers and sellers' shares leave of a movement's amount.

    Returns:
        None where nothing is left, or where the answer does not tell: no transfer and no share, or
        one without an amount.
    """
    amounts = [share.amount for share in movement.shares]
    if movement.transfer is not None:
        amounts.append(movement.transfer.amount)
    known = [abs(amount) for amount in amounts if amount is not None]
    if movement.amount is None or not known or len(known) < len(amounts):
        return None
    return abs(movement.amount) - total(known) or None


def _movement(movement: Transaction) -> Row:
    transfer = _nested(
        movement.missing, "MERCHANT_AMOUNT_TRANSFER_DETAIL", there=movement.transfer is not None
    )
    sellers = _nested(movement.missing, "SUB_MERCHANT_DETAILS", there=bool(movement.shares))
    children = [] if movement.transfer is None else [_transfer(movement.transfer)]
    children += [_seller(share) for share in movement.shares]
    return Row(
        kind=Kind.MOVEMENT,
        status=movement.status,
        text=movement.status_name or "",
        amount=None if movement.amount is None else abs(movement.amount),
        at=movement.at,
        fields=(
            _field(movement.missing, "TRANSACTION_ID", movement.id),
            _field(movement.missing, "STATUS_NAME", movement.status_name),
            _field(movement.missing, "AMOUNT", movement.amount),
            _field(movement.missing, "DATE", movement.at),
            transfer,
            sellers,
            *_extra(movement.extra),
        ),
        children=tuple(children),
        unexplained=unexplained(movement),
    )


def _seller(share: SubMerchantShare) -> Row:
    there = share.transfer is not None
    return Row(
        kind=Kind.SELLER,
        text=share.external_id or "",
        amount=None if share.amount is None else abs(share.amount),
        at=share.at,
        fields=(
            _field(share.missing, "EXTERNAL_ID", share.external_id),
            _field(share.missing, "AMOUNT", share.amount),
            _field(share.missing, "DATE", share.at),
            _nested(share.missing, "SUB_MERCHANT_AMOUNT_TRANSFER_DETAIL", there=there),
            *_extra(share.extra),
        ),
        children=() if share.transfer is None else (_transfer(share.transfer),),
    )


def _transfer(transfer: Transfer) -> Row:
    return Row(
        kind=Kind.TRANSFER,
        text=transfer.extract_id or "",
        amount=None if transfer.amount is None else abs(transfer.amount),
        at=transfer.sent_at,
        fields=(
            _field(transfer.missing, "EXTRACT_ID", transfer.extract_id),
            _field(transfer.missing, "SENDED_AMOUNT", transfer.amount),
            _field(transfer.missing, "SENDED_DATE", transfer.sent_at),
            *_extra(transfer.extra),
        ),
    )


def _field(missing: frozenset[str], name: str, value: Money | Instant | str | None) -> Field:
    if name in missing:
        return Field(name, Absent.MISSING)
    if value is None:
        return Field(name, Absent.NULL)
    return Field(name, Absent.EMPTY if value == "" else value)


def _nested(missing: frozenset[str], name: str, *, there: bool) -> Field:
    if there:
        return Field(name, Nested.ROWS_BELOW)
    return Field(name, Absent.MISSING if name in missing else Absent.NULL)


def _transactions(payment: Payment) -> FieldValue:
    if "TRANSACTIONS" in payment.missing:
        return Absent.MISSING
    if payment.transactions is None:
        return Absent.NULL
    return Nested.ROWS_BELOW if payment.transactions else Absent.EMPTY


def _extra(extra: Mapping[str, str]) -> list[Field]:
    return [Field(name, value, documented=False) for name, value in extra.items()]
