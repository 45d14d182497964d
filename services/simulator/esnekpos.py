"""EsnekPOS as it answers: ProcessQuery (S 001) and OrderReturnPhysical (S 000), JSON both ways."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from werkzeug.wrappers import Request

from services.domain.clock import ISTANBUL, Clock
from services.domain.money import Money
from services.simulator.bank import VoidAnswer
from services.simulator.book import Book
from services.simulator.entries import Movement, Sale, Share, Status, Transfer
from services.simulator.faults import Fault, Operation, Struck
from services.simulator.merchants import EsnekposMerchant
from services.simulator.replies import Reply, page
from services.simulator.spoilt import spoilt_json

QUERY = "/api/services/ProcessQuery"
VOID = "/api/services/OrderReturnPhysical"

_LONGEST_TO_VOID = 24
_LATE = frozenset({Fault.LATE_BOOKING, Fault.LATE_BOOKING_300})
_LATE_BY = timedelta(seconds=1.5)
_WORDS = {
    Status.WAITING: "Ödeme - Bekliyor",
    Status.WAITING_3D: "Ödeme - 3D Doğrulama Bekleniyor",
    Status.PAID: "Ödeme - Başarılı",
    Status.DECLINED: "Ödeme - Başarısız",
    Status.VOIDED: "İptal - Başarılı",
    Status.VOID_FAILED: "İptal - Başarısız",
    Status.REFUNDED: "İade - Başarılı",
    Status.REFUND_FAILED: "İade - Başarısız",
}

Json = dict[str, Any]
Afterwards = tuple[Callable[[], None], ...]
Post = Callable[[str, Mapping[str, str]], Afterwards]
"""Takes the result of a void for its BACK_URL, and returns what sends it once the answer is out."""


class EsnekPos:
    """The two services of EsnekPOS over a book. Safe from any thread."""

    def __init__(self, book: Book, merchant: EsnekposMerchant, clock: Clock, post: Post) -> None:
        self._book = book
        self._merchant = merchant
        self._clock = clock
        self._post = post

    def operation(self, request: Request) -> Operation | None:
        """Return what a request is for; None if it is none of ours."""
        return {QUERY: Operation.ASK, VOID: Operation.MOVE}.get(request.path)

    def reply(self, request: Request, operation: Operation, struck: Struck | None) -> Reply:
        """Answer a request; a fault that concerns what the answer says is worked in."""
        if request.method != "POST":
            return page(405, "405 - HTTP verb used to access this page is not allowed.")
        asked = _read(request.get_data())
        reference = asked.get("ORDER_REF_NUMBER") if asked else None
        afterwards: Afterwards = ()
        if operation is Operation.ASK:
            document = self._query(asked, reference, struck)
        else:
            document, afterwards = self._void(asked, reference, struck)
        if struck is not None:
            document = spoilt_json(struck.fault, document)
        body = json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()
        return Reply(body, "application/json; charset=utf-8", afterwards=afterwards)

    def _query(self, asked: Json | None, reference: object, struck: Struck | None) -> Json:
        now = self._clock.now()
        if asked is None or not isinstance(reference, str):
            return _no_sale("999", "UNKNOWN_ERROR", "Beklenmeyen bir hata gerçekleşti.", now)
        self._book.let_arrive(now)
        self._book.note_query(reference)
        if not self._knows(asked):
            return _no_sale("102", "AUTHENTICATION_ERROR", "Kimlik doğrulama hatası.", now)
        stale = struck is not None and struck.fault is Fault.NOT_YET_VISIBLE
        sale = self._book.sale_before_its_void(reference) if stale else self._book.sale(reference)
        if sale is None:
            return _no_sale("400", "PROCESS_QUERY", "Referans numarası bulunamadı", now)
        return _sale(sale, now)

    def _void(self, asked: Json | None, reference: object, struck: Struck | None) -> tuple[Json, Afterwards]:
        if asked is None or not isinstance(reference, str):
            return _voided("999", "UNKNOWN_ERROR", "Beklenmeyen bir hata gerçekleşti.", None), ()
        self._book.note_request(reference)
        if not self._knows(asked):
            return _voided("102", "AUTHENTICATION_ERROR", "Kimlik doğrulama hatası.", reference), ()
        back_url = asked.get("BACK_URL")
        if not isinstance(back_url, str) or not back_url:
            return _voided("100", "ERROR", "BACK_URL zorunludur", reference), ()
        if len(reference) > _LONGEST_TO_VOID:
            words = f"ORDER_REF_NUMBER en fazla {_LONGEST_TO_VOID} karakter olabilir"
            return _voided("100", "ERROR", words, reference), ()
        now = self._clock.now()
        self._book.let_arrive(now)
        booked = struck is None or struck.booked
        went = self._book.void(reference, now, booked=booked)
        if struck is not None and struck.fault in _LATE:
            self._book.void_later(reference, now + _LATE_BY)
        sale = self._book.sale(reference)
        refno = sale.refno if sale else None
        if went is VoidAnswer.DONE:
            answer = _voided("0", "SUCCESS", None, reference, refno)
        else:
            answer = _voided("100", "ERROR", went.value, reference, refno)
        form = {name: value or "" for name, value in answer.items()}
        return answer, self._post(back_url, form) if booked else ()

    def _knows(self, asked: Json) -> bool:
        merchant, key = asked.get("MERCHANT"), asked.get("MERCHANT_KEY")
        return (
            isinstance(merchant, str)
            and isinstance(key, str)
            and merchant == self._merchant.merchant
            and hmac.compare_digest(key.encode(), self._merchant.key.encode())
        )


def _read(body: bytes) -> Json | None:
    try:
        asked = json.loads(body)
    except ValueError:
        return None
    return asked if isinstance(asked, dict) else None


def _voided(
    code: str, status: str, words: str | None, reference: str | None, refno: str | None = None
) -> Json:
    return {
        "RETURN_CODE": code,
        "RETURN_MESSAGE": words,
        "STATUS": status,
        "ORDER_REF_NUMBER": reference,
        "REFNO": refno,
    }


def _no_sale(code: str, status: str, words: str, now: datetime) -> Json:
    return {
        "STATUS": status,
        "RETURN_CODE": code,
        "RETURN_MESSAGE": words,
        "DATE": _date(now),
        "PAYMENT_DATE": None,
        "REFNO": None,
        "AMOUNT": None,
        "ORDER_REF_NO": None,
        "INSTALLMENT": None,
        "TRANSACTIONS": None,
    }


def _sale(sale: Sale, now: datetime) -> Json:
    status, code, words = _top_level(sale)
    document: Json = {
        "STATUS": status,
        "RETURN_CODE": code,
        "RETURN_MESSAGE": words,
        "DATE": _date(now),
        "PAYMENT_DATE": _date(sale.paid_at),
        "REFNO": sale.refno,
        "AMOUNT": _amount(sale.amount),
        "ORDER_REF_NO": sale.reference,
        "INSTALLMENT": str(sale.instalments),
    }
    if sale.commission is None:
        document["COMMISSION"] = sale.rate
    else:
        # The recorded answers have a JSON number here, and json writes none from a Decimal.
        document["COMMISSION"] = float(sale.commission.decimal)
        document["COMMISSION_RATE"] = sale.rate
    if sale.success_id is not None:
        document["SUCCESS_TRANSACTION_ID"] = sale.success_id
    if sale.till is not None:
        document["PHYSICAL_POS_ID"] = sale.till.id
        document["PHYSICAL_POS_TITLE"] = sale.till.title
        document["PAYMENT_WAY"] = "Fiziksel POS"
    document["TRANSACTIONS"] = None if sale.silent else [_movement(one) for one in sale.movements]
    return document


def _top_level(sale: Sale) -> tuple[str, str, str]:
    statuses = {one.status for one in sale.movements}
    if sale.silent or (sale.voided and sale.payment is None):
        return "ORDER_CANCEL", "300", "Sipariş iptal edildi."
    if statuses <= {Status.WAITING, Status.WAITING_3D}:
        return "PAYMENT_WAITING", "106", "Ödeme bekleniyor."
    if statuses <= {Status.DECLINED}:
        return "ERROR", "100", sale.bank_text or ""
    return "SUCCESS", "0", "SUCCESS"


def _movement(movement: Movement) -> Json:
    document: Json = {
        "TRANSACTION_ID": movement.id,
        "STATUS_NAME": _WORDS[movement.status],
        "STATUS_ID": movement.status.value,
        "AMOUNT": _amount(movement.amount),
    }
    if movement.at is not None:
        document["DATE"] = _date(movement.at)
    if movement.planned_at is not None:
        document["PLANNED_TRANSFER_DATE"] = _date(movement.planned_at)
    document["MERCHANT_AMOUNT_TRANSFER_DETAIL"] = _transfer(movement.transfer)
    document["SUB_MERCHANT_DETAILS"] = [_share(one) for one in movement.shares] or None
    return document


def _share(share: Share) -> Json:
    return {
        "EXTERNAL_ID": share.external_id,
        "AMOUNT": _amount(share.amount),
        "DATE": _date(share.at),
        "SUB_MERCHANT_AMOUNT_TRANSFER_DETAIL": _transfer(share.transfer),
    }


def _transfer(transfer: Transfer | None) -> Json | None:
    if transfer is None:
        return None
    return {
        "EXTRACT_ID": transfer.extract_id,
        "SENDED_AMOUNT": _amount(transfer.amount),
        "SENDED_DATE": _date(transfer.at),
    }


def _amount(amount: Money) -> str:
    """Write ``1250,00``, without groups, as in S 001."""
    lira, kurus = divmod(abs(amount.kurus), 100)
    return f"{'-' if amount.kurus < 0 else ''}{lira},{kurus:02d}"


def _date(at: datetime | None) -> str | None:
    """Write ``4.05.2020 11:58:11``: Istanbul's time without its zone, the day unpadded, as in S 001."""
    if at is None:
        return None
    local = at.astimezone(ISTANBUL)
    return f"{local.day}.{local:%m.%Y %H:%M:%S}"
