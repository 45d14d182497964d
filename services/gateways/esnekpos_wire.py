"""EsnekPOS on the wire: what is written and how answers are read. Pure; no network, no clock.

Facts come from the documents "Android Pos İşlem İptal Servisi" (S 000) and "İşlem Sorgulama Servisi"
(S 001), and from recorded answers (R); WIRE has the tables.
"""

from __future__ import annotations

import json
import re

from services.domain.account import Account, EsnekPosSecrets
from services.domain.errors import (
    AddressNotRegistered,
    BadReply,
    CredentialsRefused,
    InputProblem,
    InvalidInput,
    Missing,
    NotConfigured,
    NotReversible,
    WhyNot,
)
from services.domain.money import LARGEST
from services.domain.payment import (
    Payment,
    SubMerchantShare,
    Transaction,
    TransactionStatus,
    Transfer,
    status_named,
)
from services.domain.refusal import is_about_the_address
from services.gateways.base import Verdict
from services.gateways.esnekpos_fields import Fields
from services.gateways.json_text import JsonObject, Number, Unreadable, read_object
from services.gateways.judgement import UNREADABLE, Judgement

LONGEST_REFERENCE = 24
"""Of a void, in characters (S 000). A query has no limit: its own sample has 25 (S 001)."""

_OK = 200

_PAYMENT = frozenset(
    {"STATUS", "RETURN_CODE", "RETURN_MESSAGE", "DATE", "PAYMENT_DATE", "REFNO", "AMOUNT", "ORDER_REF_NUMBER",
     "INSTALLMENT", "COMMISSION", "SUCCESS_TRANSACTION_ID", "TRANSACTIONS", "PHYSICAL_POS_ID",
     "PHYSICAL_POS_TITLE", "PAYMENT_WAY"}
)  # fmt: skip
_MOVEMENT = frozenset(
    {"TRANSACTION_ID", "STATUS_NAME", "STATUS_ID", "AMOUNT", "DATE", "MERCHANT_AMOUNT_TRANSFER_DETAIL",
     "SUB_MERCHANT_DETAILS"}
)  # fmt: skip
_SHARE = frozenset({"EXTERNAL_ID", "AMOUNT", "DATE", "SUB_MERCHANT_AMOUNT_TRANSFER_DETAIL"})
_TRANSFER = frozenset({"EXTRACT_ID", "SENDED_AMOUNT", "SENDED_DATE"})

_NUMBERS = frozenset(
    {"RETURN_CODE", "DATE", "PAYMENT_DATE", "REFNO", "AMOUNT", "INSTALLMENT", "SUCCESS_TRANSACTION_ID",
     "TRANSACTION_ID", "STATUS_ID", "EXTERNAL_ID", "EXTRACT_ID", "SENDED_AMOUNT", "SENDED_DATE"}
)  # fmt: skip
_DOCUMENTED = _PAYMENT | _MOVEMENT | _SHARE | _TRANSFER | {"ORDER_REF_NO"}
_STATUSES = frozenset(
    {"SUCCESS", "ERROR", "PROCESS_QUERY", "ORDER_CANCEL", "PAYMENT_WAITING", "AUTHENTICATION_ERROR"}
)
_HALVES = ("\ud800", "\udfff")
"""Halves of characters, from the first to the last: no encoding writes one alone."""

NUMBER = re.compile(r"[-0-9.,: ]{1,40}", re.ASCII)

_STATUS_IDS = {
    str(status.value): status for status in TransactionStatus if status is not TransactionStatus.UNRECOGNISED
}

_WITHOUT_MOVEMENTS = frozenset({"0", "100", "106", "300"})
"""Codes that say something about a payment, even where its `TRANSACTIONS` are null (WIRE)."""

_VOID_ANSWERS = {
    ("0", "SUCCESS"): Verdict.DONE,
    ("100", "ERROR"): Verdict.REFUSED_IF_NOTHING_NEW,
    ("102", "AUTHENTICATION_ERROR"): Verdict.CREDENTIALS_REFUSED,
    ("300", "ORDER_CANCEL"): Verdict.REFUSED_IF_NOTHING_NEW,
}
"""(RETURN_CODE, STATUS) of S 000 that settle something. 105, 999, mixed pairs and all else: unknown."""


def write_query(account: Account, secrets: EsnekPosSecrets, reference: str) -> bytes:
    """Write the body of ProcessQuery (S 001). The reference goes as typed, never trimmed.

    Raises:
        InvalidInput: There is no reference, or one that can't be written down.
    """
    _require_reference(reference)
    return json.dumps(
        {"MERCHANT": account.merchant, "MERCHANT_KEY": secrets.merchant_key, "ORDER_REF_NUMBER": reference}
    ).encode()


def write_void(account: Account, secrets: EsnekPosSecrets, reference: str) -> bytes:
    """Write the body of OrderReturnPhysical (S 000): no amount, the whole sale or nothing.

    Raises:
        InvalidInput: There is no reference, or one that can't be written down.
        NotConfigured: The account has no `BACK_URL`, which the gateway demands.
        NotReversible: The reference is longer than the gateway takes.
    """
    _require_reference(reference)
    if len(reference) > LONGEST_REFERENCE:
        raise NotReversible(WhyNot.REFERENCE_TOO_LONG, account=account)
    if not account.back_url:
        raise NotConfigured(Missing.BACK_URL, account=account)
    body = {
        "MERCHANT": account.merchant,
        "MERCHANT_KEY": secrets.merchant_key,
        "BACK_URL": account.back_url,
        "ORDER_REF_NUMBER": reference,
    }
    # Indented, as the document prints it: a person reads these very bytes before they are sent.
    return json.dumps(body, indent=4).encode()


def _require_reference(reference: str) -> None:
    if not reference:
        raise InvalidInput("reference", InputProblem.EMPTY)
    if "\0" in reference or any(_HALVES[0] <= sign <= _HALVES[1] for sign in reference):
        raise InvalidInput("reference", InputProblem.NOT_PRINTABLE)


def is_own_word(name: str, text: str) -> bool:
    """Whether a field of an answer says what only the gateway says there: an amount, a date, an id, a status.

    Without a `name`, whether a field may be called so. A key that happens to read like it is not hidden
    there: the answer could not be read again.
    """
    if not name:
        return text in _DOCUMENTED
    if name in _NUMBERS:
        return NUMBER.fullmatch(text) is not None
    if name == "STATUS_NAME":
        return status_named(text) is not TransactionStatus.UNRECOGNISED
    return name == "STATUS" and text in _STATUSES


def read_payment(body: str, reference: str, *, kept: bool = False) -> Payment | None:
    """Read the answer of ProcessQuery about `reference`; None when there is no such payment.

    An answer names its payment `ORDER_REF_NO` or `ORDER_REF_NUMBER`, or not at all. What an unreadable
    field does is said in `esnekpos_fields`.

    Args:
        body: The answer: as it came, to be judged; or as it was kept, redacted.
        reference: What was asked about.
        kept: It was judged when it came: its reference may hold what was redacted, and is not compared.

    Raises:
        CredentialsRefused: 102, AUTHENTICATION_ERROR.
        AddressNotRegistered: The same, about this computer's address.
        BadReply: It can't be read, or is another payment's.
    """
    try:
        answer = read_object(body)
        _require_access(answer)
        if not kept:
            _check_reference(answer, reference)
        return _payment(answer, reference)
    except Unreadable as unreadable:
        raise BadReply(str(unreadable)) from None
    except RecursionError:
        raise BadReply("nested too deep") from None


def read_void(status: int, body: str, reference: str, *, refno: str | None = None) -> Judgement:
    """Judge the answer of OrderReturnPhysical by S 000's table. Never raises: doubt is unknown.

    Any HTTP `status` but 200 is unknown, whatever the body says. So is an answer with movements, which is
    ProcessQuery's, and one that names another sale: by its reference, or by a `REFNO` that is not `refno`,
    the sale's own, where that is known.
    """
    if status != _OK:
        return UNREADABLE
    try:
        answer = read_object(body)
    except Unreadable:
        return UNREADABLE
    for name in ("ORDER_REF_NUMBER", "ORDER_REF_NO"):
        named = answer.get(name)
        if named is not None and (type(named) is not str or named != reference):
            return UNREADABLE
    theirs = answer.get("REFNO")
    if refno and theirs not in (None, "") and str(theirs) != refno:
        return UNREADABLE
    if "TRANSACTIONS" in answer:
        return UNREADABLE  # that is how ProcessQuery answers
    code, message = _code(answer), answer.get("RETURN_MESSAGE")
    text = message if type(message) is str else None
    status_name = answer.get("STATUS")
    verdict = Verdict.UNKNOWN
    if code is not None and type(status_name) is str:
        verdict = _VOID_ANSWERS.get((code, status_name), Verdict.UNKNOWN)
    if verdict is Verdict.CREDENTIALS_REFUSED and is_about_the_address(text):
        verdict = Verdict.ADDRESS_NOT_REGISTERED
    return Judgement(verdict, code, text)


def _code(answer: JsonObject) -> str | None:
    """`RETURN_CODE` as text; the number 0 is ``"0"``."""
    code = answer.get("RETURN_CODE")
    return str(code) if isinstance(code, str) else None


def _payment(answer: JsonObject, reference: str) -> Payment | None:
    code, status = _code(answer), answer.get("STATUS")
    fields = Fields(answer, _PAYMENT)
    movements = fields.objects("TRANSACTIONS")
    if not movements:
        if code == "400" and status in (None, "", "PROCESS_QUERY"):
            return None
        if code not in _WITHOUT_MOVEMENTS:
            raise Unreadable("no movements, and a code that says nothing about the payment")
    if "ORDER_REF_NO" in answer:
        fields.known("ORDER_REF_NO")
        fields.missing -= {"ORDER_REF_NUMBER"}
    fields.known("ORDER_REF_NUMBER")
    payment = Payment(
        reference=reference,
        status=fields.text("STATUS"),
        return_code=fields.text("RETURN_CODE"),
        return_message=fields.text("RETURN_MESSAGE"),
        answered_at=fields.instant("DATE"),
        paid_at=fields.instant("PAYMENT_DATE"),
        refno=fields.text("REFNO"),
        amount=fields.amount("AMOUNT"),
        installments=fields.text("INSTALLMENT"),
        commission=fields.text("COMMISSION"),
        success_transaction_id=fields.text("SUCCESS_TRANSACTION_ID"),
        pos_id=fields.text("PHYSICAL_POS_ID"),
        pos_title=fields.text("PHYSICAL_POS_TITLE"),
        payment_way=fields.text("PAYMENT_WAY"),
        transactions=None if movements is None else tuple(map(_movement, movements)),
        missing=fields.missing,
        extra=fields.extra,
    )
    if payment.given_back > LARGEST:
        raise Unreadable("more given back than any sale has")
    return payment


def _require_access(answer: JsonObject) -> None:
    code, message = _code(answer), answer.get("RETURN_MESSAGE")
    if code == "102" or answer.get("STATUS") == "AUTHENTICATION_ERROR":
        text = message if type(message) is str else None
        refused = AddressNotRegistered if is_about_the_address(text) else CredentialsRefused
        raise refused(code or "102", text)


def _check_reference(answer: JsonObject, reference: str) -> None:
    """Byte for byte: nothing is trimmed, split or normalised. Null names no payment, so it passes."""
    for name in ("ORDER_REF_NUMBER", "ORDER_REF_NO"):
        named = answer.get(name)
        if named is not None and (type(named) is not str or named != reference):
            raise Unreadable("another reference's answer")


def _movement(source: JsonObject) -> Transaction:
    fields = Fields(source, _MOVEMENT)
    id_ = fields.identity("TRANSACTION_ID")
    if not id_:
        raise Unreadable("a movement without an id")
    shares = fields.objects("SUB_MERCHANT_DETAILS") or []
    return Transaction(
        id=id_,
        status=_status(source, fields),
        status_name=fields.text("STATUS_NAME"),
        amount=fields.amount("AMOUNT"),
        at=fields.instant("DATE"),
        transfer=_transfer(fields.decoration("MERCHANT_AMOUNT_TRANSFER_DETAIL")),
        shares=tuple(map(_share, shares)),
        missing=fields.missing,
        extra=fields.extra,
    )


def _status(source: JsonObject, fields: Fields) -> TransactionStatus:
    """By `STATUS_ID`, else by name. An id that is no status stays in `extra`, so that it can be quoted."""
    id_ = source.get("STATUS_ID")
    if id_ is None or id_ == "":
        fields.known("STATUS_ID")
        name = source.get("STATUS_NAME")
        return status_named(name) if type(name) is str else TransactionStatus.UNRECOGNISED
    status = _STATUS_IDS.get(id_) if isinstance(id_, str | Number) else None
    if status is None:
        return TransactionStatus.UNRECOGNISED
    fields.known("STATUS_ID")
    return status


def _share(source: JsonObject) -> SubMerchantShare:
    fields = Fields(source, _SHARE)
    return SubMerchantShare(
        external_id=fields.identity("EXTERNAL_ID"),
        amount=fields.amount("AMOUNT"),
        at=fields.instant("DATE"),
        transfer=_transfer(fields.decoration("SUB_MERCHANT_AMOUNT_TRANSFER_DETAIL")),
        missing=fields.missing,
        extra=fields.extra,
    )


def _transfer(source: JsonObject | None) -> Transfer | None:
    if source is None:
        return None
    fields = Fields(source, _TRANSFER)
    return Transfer(
        extract_id=fields.text("EXTRACT_ID"),
        amount=fields.shown_amount("SENDED_AMOUNT"),
        sent_at=fields.instant("SENDED_DATE"),
        missing=fields.missing,
        extra=fields.extra,
    )
