"""What the fields of an answer are called, and how their values are written. No widgets.

The name on the wire stays beside ours wherever a field is shown: support people speak in those.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.format import instant_exact, money, plain
from gui.payment.outline import Absent, Field, Kind, Nested, Row
from gui.wording import movement_name
from services.domain.clock import Instant
from services.domain.money import ZERO, Money
from services.domain.payment import TransactionStatus

_LONGEST = 400
"""Characters of a gateway's text shown in one field; the raw answer has all of it."""


def field_label(name: str) -> str:
    """Return what a person calls a field; its own name where the documents do not name it."""
    translate = QCoreApplication.translate
    labels = {
        "ORDER_REF_NUMBER": translate("Fields", "Order reference"),
        "AMOUNT": translate("Fields", "Amount"),
        "PAYMENT_DATE": translate("Fields", "Paid at"),
        "INSTALLMENT": translate("Fields", "Instalments"),
        "REFNO": translate("Fields", "Gateway's reference"),
        "COMMISSION": translate("Fields", "Commission"),
        "SUCCESS_TRANSACTION_ID": translate("Fields", "Successful movement"),
        "PHYSICAL_POS_ID": translate("Fields", "POS number"),
        "PHYSICAL_POS_TITLE": translate("Fields", "POS"),
        "PAYMENT_WAY": translate("Fields", "Way of payment"),
        "STATUS": translate("Fields", "Query status"),
        "RETURN_CODE": translate("Fields", "Query code"),
        "RETURN_MESSAGE": translate("Fields", "Query message"),
        "DATE": translate("Fields", "Date"),
        "TRANSACTIONS": translate("Fields", "Movements"),
        "TRANSACTION_ID": translate("Fields", "Movement number"),
        "STATUS_NAME": translate("Fields", "Status"),
        "MERCHANT_AMOUNT_TRANSFER_DETAIL": translate("Fields", "Transfer to the shop"),
        "SUB_MERCHANT_DETAILS": translate("Fields", "Sellers"),
        "EXTERNAL_ID": translate("Fields", "Seller number"),
        "SUB_MERCHANT_AMOUNT_TRANSFER_DETAIL": translate("Fields", "Transfer to the seller"),
        "EXTRACT_ID": translate("Fields", "Transfer number"),
        "SENDED_AMOUNT": translate("Fields", "Transferred amount"),
        "SENDED_DATE": translate("Fields", "Transferred at"),
    }
    return labels.get(name, plain(name, limit=60))


def label_in(row: Row, field: Field) -> str:
    """Return a field's label in its row: a payment's `DATE` is when the query was answered (WIRE)."""
    if row.kind is Kind.PAYMENT and field.name == "DATE":
        return QCoreApplication.translate("Fields", "Query answered at")
    return field_label(field.name)


def value_text(field: Field) -> str:
    """Return a field's value as it is shown and copied."""
    translate = QCoreApplication.translate
    match field.value:
        case Absent.MISSING:
            return translate("Fields", "not in the answer")
        case Absent.NULL:
            return translate("Fields", "null in the answer")
        case Absent.EMPTY:
            return translate("Fields", "empty in the answer")
        case Nested():
            return translate("Fields", "in the rows below")
        case Money() as amount:
            if amount < ZERO:
                return translate("Fields", "{amount} (signed minus in the answer)").format(
                    amount=money(abs(amount))
                )
            return money(amount)
        case Instant() as instant:
            return instant_exact(instant.at)
        case str() as text:
            return plain(text, limit=_LONGEST)


def source_text(field: Field) -> str | None:
    """Return a date as the gateway wrote it, where ours reads differently."""
    if isinstance(field.value, Instant) and field.value.text != instant_exact(field.value.at):
        return field.value.text
    return None


def row_label(row: Row) -> str:
    """Return what a row of the tree is called."""
    translate = QCoreApplication.translate
    number = plain(row.text, limit=80)
    match row.kind:
        case Kind.PAYMENT:
            return translate("Fields", "Payment")
        case Kind.TRANSFER:
            return translate("Fields", "Transfer {number}").format(number=number)
        case Kind.SELLER:
            return translate("Fields", "Seller {number}").format(number=number)
        case Kind.MOVEMENT:
            if row.status in {None, TransactionStatus.UNRECOGNISED}:
                return number or translate("Fields", "Movement without a status")
            return movement_name(row.status, row.text)
