"""Answers as they should not be: what each fault does to what is said, or to the bytes that say it."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from services.simulator.faults import Fault
from services.simulator.replies import Delivery, Reply, page

Json = dict[str, Any]

_HUGE = 10_000_000
_DELIVERIES = {
    Fault.ANSWER_LOST_BEFORE_BOOKING: Delivery.LOST,
    Fault.ANSWER_LOST_AFTER_BOOKING: Delivery.LOST,
    Fault.CONNECTION_RESET: Delivery.RESET,
    Fault.TRUNCATED: Delivery.TRUNCATED,
    Fault.SLOW: Delivery.SLOW,
    Fault.DRIPPING: Delivery.DRIPPING,
    Fault.DRIPPING_HEADERS: Delivery.DRIPPING_HEADERS,
}


def spoilt(fault: Fault, reply: Reply, address: str) -> Reply:
    """Return an answer as the line delivers it under this fault.

    Args:
        fault: One that concerns what the answer says leaves it alone here.
        reply: The answer as it should be.
        address: Of the request itself, for the redirect: who follows it asks twice.
    """
    if fault in _DELIVERIES:
        return replace(reply, delivery=_DELIVERIES[fault])
    if fault is Fault.REDIRECT:
        return replace(reply, status=307, body=b"", headers=(("Location", address),))
    if fault in _PAGES:
        return replace(_PAGES[fault], ending=reply.ending, afterwards=reply.afterwards)
    if fault in _BODIES:
        packed = (("Content-Encoding", "gzip"),) if fault in _PACKED else ()
        return replace(reply, body=_BODIES[fault](reply.body), headers=packed)
    return reply


_PAGES = {
    Fault.HTTP_500: page(500, "500 - Internal server error.", "There is a problem with the resource."),
    Fault.HTTP_403: page(403, "403 - Forbidden: Access is denied.", "You do not have permission."),
    Fault.HTML: page(200, "Ağa hoş geldiniz", "Devam etmek için oturum açın."),
}
_BODIES: dict[Fault, Callable[[bytes], bytes]] = {
    Fault.EMPTY: lambda _body: b"",
    Fault.CUT_SHORT: lambda body: body[: len(body) // 2],
    # A proper header, then a kind of block that does not exist.
    Fault.CORRUPT_GZIP: lambda body: gzip.compress(body)[:10] + b"\xff" * 20,
    Fault.HUGE: lambda body: body + b"\n" * _HUGE,
    Fault.HUGE_GZIP: lambda body: gzip.compress(body + b"\n" * _HUGE),
}
_PACKED = {Fault.CORRUPT_GZIP, Fault.HUGE_GZIP}


def spoilt_json(fault: Fault, document: Json) -> Any:
    """Return what EsnekPOS says under this fault; one that concerns the line leaves it alone."""
    change = _JSON_CHANGES.get(fault)
    return document if change is None else change(document)


def _code(code: str, status: str, words: str | None) -> Callable[[Json], Json]:
    def change(document: Json) -> Json:
        return document | {"RETURN_CODE": code, "STATUS": status, "RETURN_MESSAGE": words}

    return change


def _nothing(_document: Json) -> None:
    return None


def _wrong_types(document: Json) -> Json:
    wrong: Json = {"RETURN_CODE": ["0"], "STATUS": {"SUCCESS": True}}
    if "TRANSACTIONS" in document:
        wrong |= {"AMOUNT": True, "TRANSACTIONS": {"0": "Ödeme - Başarılı"}}
    return document | wrong


def _another_reference(document: Json) -> Json:
    named = "ORDER_REF_NO" if "ORDER_REF_NO" in document else "ORDER_REF_NUMBER"
    return document | {named: f"{document[named] or ''}0"}


def _another_refno(document: Json) -> Json:
    return document | {"REFNO": f"{document['REFNO'] or ''}0"}


def _bad_decimals(document: Json) -> Json:
    movements = document["TRANSACTIONS"] or []
    return document | {
        "AMOUNT": f"{document['AMOUNT']}5",
        "TRANSACTIONS": [one | {"AMOUNT": f"{one['AMOUNT']}5"} for one in movements],
    }


def _duplicate_movement(document: Json) -> Json:
    movements = document["TRANSACTIONS"] or []
    return document | {"TRANSACTIONS": [*movements, *movements[-1:]]}


_JSON_CHANGES: dict[Fault, Callable[[Json], Any]] = {
    Fault.NULL: _nothing,
    Fault.WRONG_TYPES: _wrong_types,
    Fault.ANOTHER_REFERENCE: _another_reference,
    Fault.BAD_DECIMALS: _bad_decimals,
    Fault.DUPLICATE_MOVEMENT: _duplicate_movement,
    Fault.UNLISTED_CODE: _code("777", "BANK_HOLIDAY", "Tanımsız sonuç"),
    Fault.ZERO_ERROR: _code("0", "ERROR", None),
    Fault.HUNDRED_SUCCESS: _code("100", "SUCCESS", None),
    Fault.INSERT_ERROR: _code("105", "INSERT_ERROR", "Veritabanı kayıt hatası."),
    Fault.UNKNOWN_ERROR: _code("999", "UNKNOWN_ERROR", "Beklenmeyen bir hata gerçekleşti."),
    Fault.CANCEL_ERROR: _code("300", "ORDER_CANCEL", "Ödeme iptal servisinde hata oluştu."),
    Fault.LATE_BOOKING: _code("100", "ERROR", "91-Banka Cevap Vermedi"),
    Fault.LATE_BOOKING_300: _code("300", "ORDER_CANCEL", "Ödeme iptal servisinde hata oluştu."),
    Fault.ANOTHER_REFNO: _another_refno,
}
